import { createHash, createHmac, pbkdf2Sync } from 'node:crypto'
import { sha1Lanes } from './sha1-lanes.ts'

const HASH_BYTES = 20
const BLOCK_BYTES = 64
const LANES = 4
// Where the four lanes' words lie in the memory, in bytes: states after the inner and the outer pad, the message, the start.
const [INNER, OUTER, MESSAGE, START] = [0, 128, 256, 512]

/**
 * PBKDF2-HMAC-SHA1 (RFC 8018 §5.2) for up to 80 bytes: its four blocks are computed side by side. Falls back to node:crypto where
 * WebAssembly's vectors cannot be had, or where they do not give the very same bytes in a trial.
 */
export function pbkdf2Sha1(password: Uint8Array, salt: Uint8Array, rounds: number, bytes: number): Uint8Array {
  lanes ??= usableLanes()
  return lanes === 'none' || bytes > LANES * HASH_BYTES ? pbkdf2Sync(password, salt, rounds, bytes, 'sha1') : inLanes(lanes, password, salt, rounds).subarray(0, bytes)
}

let lanes: ReturnType<typeof sha1Lanes> | 'none' | undefined

function usableLanes(): ReturnType<typeof sha1Lanes> | 'none' {
  try {
    const candidate = sha1Lanes()
    const [password, salt] = [Buffer.from('Kd7mW-xR4nT'), Buffer.from('0123456789abcdef')]
    return Buffer.from(inLanes(candidate, password, salt, 3)).equals(pbkdf2Sync(password, salt, 3, LANES * HASH_BYTES, 'sha1')) ? candidate : 'none'
  } catch {
    return 'none'
  }
}

function inLanes({ memory, compress }: ReturnType<typeof sha1Lanes>, password: Uint8Array, salt: Uint8Array, rounds: number): Uint8Array {
  const key = Buffer.alloc(BLOCK_BYTES)
  key.set(password.length > BLOCK_BYTES ? createHash('sha1').update(password).digest() : password)
  fill(memory, START, [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0])
  for (const [pad, state] of [[0x36, INNER], [0x5c, OUTER]] as const) {
    fill(memory, MESSAGE, wordsOf(key.map((byte) => byte ^ pad)))
    compress(START, MESSAGE, state)
  }
  const first = Array.from({ length: LANES }, (_, lane) => wordsOf(createHmac('sha1', password).update(salt).update(Uint8Array.of(0, 0, 0, lane + 1)).digest()))
  // A hash is the message of the next: 20 bytes, the end mark, and the length of pad and hash in bits (FIPS 180-4 §5.1.1).
  fill(memory, MESSAGE, [0, 0, 0, 0, 0, 0x80000000, 0, 0, 0, 0, 0, 0, 0, 0, 0, (BLOCK_BYTES + HASH_BYTES) * 8])
  const at = MESSAGE / 4
  for (let word = 0; word < 5; word++) for (let lane = 0; lane < LANES; lane++) memory[at + word * LANES + lane] = first[lane]![word]!
  const total = memory.slice(at, at + 5 * LANES)
  for (let round = 1; round < rounds; round++) {
    compress(INNER, MESSAGE, MESSAGE)
    compress(OUTER, MESSAGE, MESSAGE)
    for (let i = 0; i < 5 * LANES; i++) total[i] = total[i]! ^ memory[at + i]!
  }
  memory.fill(0)
  return bytesOf(total)
}

/** The same words in all four lanes. */
function fill(memory: Int32Array, at: number, words: readonly number[]): void {
  for (const [i, word] of words.entries()) memory.fill(word, at / 4 + i * LANES, at / 4 + (i + 1) * LANES)
}

function wordsOf(bytes: Uint8Array): number[] {
  const view = Buffer.from(bytes)
  return Array.from({ length: bytes.length / 4 }, (_, i) => view.readInt32BE(i * 4))
}

function bytesOf(words: Int32Array): Buffer {
  const bytes = Buffer.alloc(LANES * HASH_BYTES)
  for (let lane = 0; lane < LANES; lane++) for (let word = 0; word < 5; word++) bytes.writeInt32BE(words[word * LANES + lane]!, lane * HASH_BYTES + word * 4)
  return bytes
}
