import { createCipheriv } from 'node:crypto'

const PIECE_BYTES = 65_536
const BLOCK_BYTES = 16

/**
 * The counter mode of WinZip AES ("AE-x"): the counter is little-endian and begins at 1, so no library's CTR fits.
 * The keystream is AES-ECB over counter blocks, made in pieces of 64 KiB (below that, calls cost more than AES;
 * above it, malloc returns fresh pages each time).
 */
export class Keystream {
  readonly #aes: ReturnType<typeof createCipheriv>
  #counters = new Uint8Array(0)
  #counterWords = new Uint32Array(0)
  #piece: Uint8Array = new Uint8Array(0)
  #pieceAt = -PIECE_BYTES
  #position = 0

  /** `key`: 16, 24 or 32 bytes. */
  constructor(key: Uint8Array) {
    this.#aes = createCipheriv(`aes-${key.length * 8}-ecb`, key, null).setAutoPadding(false)
  }

  /** Continues at any byte of the entry; forward or back. */
  seek(position: number): void {
    this.#position = position
  }

  /** Encrypts or decrypts `bytes` in place and moves on by as many. */
  apply(bytes: Uint8Array): void {
    let done = 0
    while (done < bytes.length) {
      const within = this.#position % PIECE_BYTES
      this.#preparePiece(this.#position - within, within + bytes.length - done)
      const length = Math.min(this.#piece.length - within, bytes.length - done)
      xor(bytes.subarray(done, done + length), this.#piece.subarray(within, within + length))
      done += length
      this.#position += length
    }
  }

  /**
   * Makes no more of a piece than is needed the first time: an archive of small files would otherwise spend its time here.
   * Whoever comes back to the same piece for more gets all of it, or reading step by step would make it over and over.
   */
  #preparePiece(at: number, needed: number): void {
    if (at === this.#pieceAt && (this.#piece.length === PIECE_BYTES || this.#piece.length >= needed)) return
    const bytes = at === this.#pieceAt ? PIECE_BYTES : Math.min(PIECE_BYTES, Math.ceil(needed / BLOCK_BYTES) * BLOCK_BYTES)
    const blocks = bytes / BLOCK_BYTES
    if (this.#counters.length < blocks * BLOCK_BYTES) {
      this.#counters = new Uint8Array(blocks * BLOCK_BYTES)
      this.#counterWords = new Uint32Array(this.#counters.buffer)
    }
    const first = at / BLOCK_BYTES + 1
    for (let i = 0, word = 0; i < blocks; i++, word += 4) {
      const counter = first + i
      this.#counterWords[word] = counter % 0x1_0000_0000
      this.#counterWords[word + 1] = Math.floor(counter / 0x1_0000_0000)
    }
    this.#piece = this.#aes.update(this.#counters.subarray(0, blocks * BLOCK_BYTES))
    this.#pieceAt = at
  }
}

/** Eight bytes at a time where both sides lie on even ground. */
function xor(target: Uint8Array, key: Uint8Array): void {
  let done = 0
  if (target.byteOffset % 8 === 0 && key.byteOffset % 8 === 0) {
    const words = Math.floor(target.length / 8)
    const wide = new BigUint64Array(target.buffer, target.byteOffset, words)
    const wideKey = new BigUint64Array(key.buffer, key.byteOffset, words)
    for (let i = 0; i < words; i++) wide[i] = wide[i]! ^ wideKey[i]!
    done = words * 8
  }
  for (; done < target.length; done++) target[done] = target[done]! ^ key[done]!
}
