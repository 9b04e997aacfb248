import { createHash, createHmac, pbkdf2Sync } from 'node:crypto'
import { type Lanes, PLACES, sha1Lanes } from './sha1-lanes.ts'

const HASH_BYTES = 20
const BLOCK_BYTES = 64
const LANES = 4
/** So many keys of a thread come from node:crypto: to assemble the vectors takes longer than that, and a package with hidden names has one key. */
export const FIRST_KEYS = 16

/**
 * PBKDF2-HMAC-SHA1 (RFC 8018 §5.2) for up to 80 bytes: its four blocks are computed side by side. Falls back to node:crypto where
 * WebAssembly's vectors cannot be had, or where they do not give the very same bytes in a trial.
 */
export function pbkdf2Sha1(password: Uint8Array, salt: Uint8Array, rounds: number, bytes: number): Uint8Array {
  if (derived++ < FIRST_KEYS) return pbkdf2Sync(password, salt, rounds, bytes, 'sha1')
  lanes ??= usableLanes()
  return lanes === 'none' || bytes > LANES * HASH_BYTES ? pbkdf2Sync(password, salt, rounds, bytes, 'sha1') : inLanes(lanes, password, salt, rounds).subarray(0, bytes)
}

let lanes: Lanes | 'none' | undefined
let derived = 0

function usableLanes(): Lanes | 'none' {
  try {
    const candidate = sha1Lanes()
    const [password, salt] = [Buffer.from('Kd7mW-xR4nT'), Buffer.from('0123456789abcdef')]
    return Buffer.from(inLanes(candidate, password, salt, 3)).equals(pbkdf2Sync(password, salt, 3, LANES * HASH_BYTES, 'sha1')) ? candidate : 'none'
  } catch {
    return 'none'
  }
}

function inLanes({ memory, compress, iterate }: Lanes, password: Uint8Array, salt: Uint8Array, rounds: number): Uint8Array {
  const key = Buffer.alloc(BLOCK_BYTES)
  key.set(password.length > BLOCK_BYTES ? createHash('sha1').update(password).digest() : password)
  fill(memory, PLACES.start, [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0])
  for (const [pad, state] of [[0x36, PLACES.inner], [0x5c, PLACES.outer]] as const) {
    fill(memory, PLACES.message, wordsOf(key.map((byte) => byte ^ pad)))
    compress(PLACES.start, state)
  }
  // Salt and number of the block are as long as a hash when the salt has 16 bytes, AES-256's: then the first round is like all others.
  const isLikeOthers = salt.length === HASH_BYTES - 4
  const salted = isLikeOthers ? wordsOf(salt) : []
  for (let lane = 0; lane < LANES; lane++) {
    const first = isLikeOthers ? [...salted, lane + 1] : wordsOf(createHmac('sha1', password).update(salt).update(Uint8Array.of(0, 0, 0, lane + 1)).digest())
    for (let word = 0; word < 5; word++) {
      memory[PLACES.message / 4 + word * LANES + lane] = first[word]!
      memory[PLACES.total / 4 + word * LANES + lane] = isLikeOthers ? 0 : first[word]!
    }
  }
  iterate(isLikeOthers ? rounds : rounds - 1)
  const derived = bytesOf(memory.subarray(PLACES.total / 4, PLACES.total / 4 + 5 * LANES))
  memory.fill(0)
  return derived
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
