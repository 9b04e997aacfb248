import { ADD64, assemble, type Assembled, constant, get, increase, load, PAGE_BYTES, set, sharedPages, type SharedPages, store, vector, whileAtLeast, XOR } from './assembly.ts'

/** The most keystream that is made at once. Above 32 KiB, Electron's allocator returns fresh pages for each piece, which cost more than AES. */
export const PIECE_BYTES = 32 * 1024
const BLOCK_BYTES = 16
/** A bench takes a page for counters and keystream, and half of another when bytes from elsewhere are worked on, too. */
export const BENCH_BYTES = PAGE_BYTES

interface Vectors { count(at: number, blocks: number, first: number): void; xor(target: number, key: number, bytes: number): void }

/** Where counters become keystream and meet the bytes: the place in memory on which the vector instructions work. */
export interface CounterBench {
  /** Whoever made the piece of keystream that lies there. */
  holder: object | undefined
  /** The first `blocks` counter blocks, from the number `first` (beginning at 1). */
  counters(first: number, blocks: number): Uint8Array
  /** Puts a piece of keystream in place. */
  lay(keystream: Uint8Array): void
  /** XORs `bytes` with the keystream from `from` on. */
  apply(bytes: Uint8Array, from: number): void
}

/** A bench at a place in someone's memory, where bytes of the same memory are worked on without being moved. Nothing where there are no vectors. */
export function benchOver(memory: SharedPages, at: number): CounterBench | undefined {
  if (!trusted) return undefined
  return benchOf(trusted(memory), memory, at, undefined)
}

/** This thread's own bench, for bytes of any memory. */
export function ownBench(): CounterBench {
  own ??= (trusted && vectorBench(trusted)) ?? plainBench()
  return own
}

let own: CounterBench | undefined

/** The definition, without haste: what the vectors must equal, and what is used where they cannot be had. */
export function plainBench(): CounterBench {
  const counters = new Uint8Array(PIECE_BYTES)
  const words = new Uint32Array(counters.buffer)
  const key = new Uint8Array(PIECE_BYTES)
  return {
    holder: undefined,
    counters: (first, blocks) => {
      for (let i = 0; i < blocks; i++) {
        words[i * 4] = (first + i) % 0x1_0000_0000
        words[i * 4 + 1] = Math.floor((first + i) / 0x1_0000_0000)
      }
      return counters.subarray(0, blocks * BLOCK_BYTES)
    },
    lay: (keystream) => key.set(keystream),
    apply: (bytes, from) => { for (let i = 0; i < bytes.length; i++) bytes[i] = bytes[i]! ^ key[from + i]! },
  }
}

const vectorBench = (vectors: (memory: SharedPages) => Vectors): CounterBench => {
  const memory = sharedPages(2)
  return benchOf(vectors(memory), memory, 0, PAGE_BYTES)
}

function benchOf({ count, xor }: Vectors, memory: SharedPages, at: number, guestAt: number | undefined): CounterBench {
  const all = new Uint8Array(memory.buffer)
  const keyAt = at + PIECE_BYTES
  return {
    holder: undefined,
    counters: (first, blocks) => {
      count(at, blocks, first)
      return all.subarray(at, at + blocks * BLOCK_BYTES)
    },
    lay: (keystream) => all.set(keystream, keyAt),
    apply: (bytes, from) => {
      if (bytes.buffer === all.buffer) return xor(bytes.byteOffset, keyAt + from, bytes.length)
      if (guestAt === undefined) throw new Error('bytes of another memory')
      all.set(bytes, guestAt)
      xor(guestAt, keyAt + from, bytes.length)
      bytes.set(all.subarray(guestAt, guestAt + bytes.length))
    },
  }
}

const [TARGET, KEY, BYTES] = [0, 1, 2]
const xorBytes: Assembled = {
  name: 'xor', parameters: ['i32', 'i32', 'i32'], vectors: 0,
  body: [
    ...whileAtLeast(BYTES, 64, [
      ...[0, 16, 32, 48].flatMap((offset) => [...get(TARGET), ...get(TARGET), ...load(offset), ...get(KEY), ...load(offset), ...XOR, ...store(offset)]),
      ...increase(TARGET, 64), ...increase(KEY, 64), ...increase(BYTES, -64),
    ]),
    // i32.load8_u, i32.xor, i32.store8
    ...whileAtLeast(BYTES, 1, [
      ...get(TARGET), ...get(TARGET), 0x2d, 0, 0, ...get(KEY), 0x2d, 0, 0, 0x73, 0x3a, 0, 0,
      ...increase(TARGET, 1), ...increase(KEY, 1), ...increase(BYTES, -1),
    ]),
  ],
}

const [AT, BLOCKS, FIRST, COUNTER] = [0, 1, 2, 3]
const halves = (low: readonly number[], high: readonly number[]): number[] => [...low, ...high]
const ZERO = Array.from({ length: 8 }, () => 0)
const countBlocks: Assembled = {
  name: 'count', parameters: ['i32', 'i32', 'f64'], vectors: 1,
  body: [
    // The number as 64 bits in both halves (i64.trunc_f64_u, i64x2.splat), of which the lower one stays: little-endian, as the format wants it.
    ...get(FIRST), 0xb1, ...vector(0x12), ...constant(halves(ZERO.map(() => 0xff), ZERO)), ...vector(0x4e), ...set(COUNTER),
    ...whileAtLeast(BLOCKS, 1, [
      ...get(AT), ...get(COUNTER), ...store(0),
      ...get(COUNTER), ...constant(halves([1, 0, 0, 0, 0, 0, 0, 0], ZERO)), ...ADD64, ...set(COUNTER),
      ...increase(AT, BLOCK_BYTES), ...increase(BLOCKS, -1),
    ]),
  ],
}

const trusted = trustedVectors()

/** The vectors, once they have given the very bytes that the definition gives. */
function trustedVectors(): ((memory: SharedPages) => Vectors) | undefined {
  try {
    const vectors = assemble<Vectors>([xorBytes, countBlocks])
    const [quick, slow] = [vectorBench(vectors), plainBench()]
    const first = 2 ** 32 - 3
    const [a, b] = [quick, slow].map((bench) => {
      const counters = bench.counters(first, 9)
      const bytes = Uint8Array.from({ length: 99 }, (_, i) => i * 7)
      bench.lay(counters)
      bench.apply(bytes, 13)
      return Buffer.concat([counters, bytes])
    })
    return a!.equals(b!) ? vectors : undefined
  } catch {
    return undefined
  }
}
