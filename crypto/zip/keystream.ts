import { createCipheriv } from 'node:crypto'
import { type CounterBench, ownBench, PIECE_BYTES } from './counter-bench.ts'

const BLOCK_BYTES = 16
const LONG_BYTES = 512 * 1024

/**
 * The counter mode of WinZip AES ("AE-x"): the counter is little-endian and begins at 1, so no library's CTR fits.
 * The keystream is AES-ECB over counter blocks, made in pieces.
 */
export class Keystream {
  readonly #aes: ReturnType<typeof createCipheriv>
  readonly #bench: CounterBench
  /** The piece that lies on the bench, if it is ours. */
  #pieceAt = 0
  #pieceBytes = 0
  #position = 0

  /** `key`: 16, 24 or 32 bytes. `bench`: over the memory in which all the bytes lie; without one, bytes may lie anywhere. */
  constructor(key: Uint8Array, bench: CounterBench = ownBench()) {
    this.#aes = createCipheriv(`aes-${key.length * 8}-ecb`, key, null).setAutoPadding(false)
    this.#bench = bench
  }

  /** Continues at any byte of the entry; forward or back. */
  seek(position: number): void {
    this.#position = position
  }

  /** Encrypts or decrypts `bytes` in place and moves on by as many. */
  apply(bytes: Uint8Array): void {
    for (let done = 0; done < bytes.length;) {
      const within = this.#position % PIECE_BYTES
      const length = Math.min(PIECE_BYTES - within, bytes.length - done)
      this.#preparePiece(this.#position - within, within + length)
      this.#bench.apply(bytes.subarray(done, done + length), within)
      done += length
      this.#position += length
    }
  }

  /**
   * Makes no more of a piece than is needed the first time: an archive of small files would otherwise spend its time here.
   * Whoever comes back to the same piece for more gets all of it, or reading step by step would make it over and over.
   */
  #preparePiece(at: number, needed: number): void {
    const isOurs = this.#bench.holder === this && at === this.#pieceAt
    if (isOurs && this.#pieceBytes >= needed) return
    // Far into a long entry, the next bytes will be asked for soon.
    const bytes = isOurs || at >= LONG_BYTES ? PIECE_BYTES : Math.ceil(needed / BLOCK_BYTES) * BLOCK_BYTES
    const keystream = this.#aes.update(this.#bench.counters(at / BLOCK_BYTES + 1, bytes / BLOCK_BYTES))
    this.#bench.lay(keystream)
    giveBack(keystream)
    this.#bench.holder = this
    this.#pieceAt = at
    this.#pieceBytes = bytes
  }
}

/**
 * Returns memory to the allocator at once, where that can be said (V8 11.4 and later): left to the garbage collector, each piece would be
 * found fresh pages, which in Electron takes three times as long as AES itself.
 */
function giveBack(bytes: Uint8Array): void {
  const memory = bytes.buffer as ArrayBuffer & { transfer?: (length: number) => ArrayBuffer }
  if (bytes.length >= 4096) memory.transfer?.(0)
}
