import { constants, deflateRaw, deflateRawSync, type ZlibOptions } from 'node:zlib'

const WINDOW_BYTES = 32 * 1024
const STORED_BLOCK_BYTES = 0xffff
const PROBE_BYTES = 8 * 1024
const WORTH_IT = 0.97
/** From this level on, zlib looks for a longer match before it takes one, and only then minds the strategy. */
const LEAST_LAZY_LEVEL = 4
const SAMPLE_BYTES = 8 * 1024
const SMALL_BYTES = 32 * 1024
const WORTH_A_SAMPLE = 256 * 1024

/** One block of a raw Deflate stream. `before`: the bytes in front of it (up to 32 KiB count); `last`: no block follows. `level` 1–9. */
export interface Block { block: Uint8Array; before?: Uint8Array; last: boolean; level: number }

/**
 * Compresses one block on its own, so that many can be at work at once: primed with the 32 KiB before it, and ended at a byte
 * boundary by an empty block (Z_SYNC_FLUSH) or, the last one, by the end mark. What does not shrink becomes
 * "stored" blocks (RFC 1951 §3.2.4). Runs in zlib's own threads.
 */
export async function deflateBlock(one: Block): Promise<Uint8Array> {
  if (!looksCompressible(one.block)) return storedBlocks(one)
  const packed = await new Promise<Buffer>((resolve, reject) => {
    deflateRaw(one.block, optionsFor(one), (error, result) => (error ? reject(error) : resolve(result)))
  })
  return packed.length < one.block.length ? packed : storedBlocks(one)
}

/** The same in this thread, for workers. */
export function deflateBlockHere(one: Block): Uint8Array {
  if (!looksCompressible(one.block)) return storedBlocks(one)
  const packed = deflateRawSync(one.block, optionsFor(one))
  return packed.length < one.block.length ? packed : storedBlocks(one)
}

/** Two probes of 8 KiB tell whether a block is worth the time: photographs and archives are not. */
export function looksCompressible(block: Uint8Array): boolean {
  if (block.length <= PROBE_BYTES * 4) return true
  const third = Math.floor(block.length / 3)
  return shrinks(block.subarray(third, third + PROBE_BYTES)) || shrinks(block.subarray(2 * third, 2 * third + PROBE_BYTES))
}

/** Whether a sample of some kilobytes gets at least three per cent smaller. */
export function shrinks(sample: Uint8Array): boolean {
  return isUneven(sample) && deflateRawSync(sample, { level: 1, chunkSize: sample.length + 64 }).length < sample.length * WORTH_IT
}

// A larger memory for symbols than zlib's own choice (8): headers of Deflate blocks come half as often. For a small file, less has to be cleared.
const optionsFor = ({ block, before, last, level }: Block): ZlibOptions => ({
  level, strategy: strategyFor(block, level), memLevel: block.length <= SMALL_BYTES ? 7 : 9, finishFlush: last ? constants.Z_FINISH : constants.Z_SYNC_FLUSH, chunkSize: Math.max(64, block.length + (block.length >> 8) + 64),
  ...(before && before.length > 0 ? { dictionary: before.subarray(-WINDOW_BYTES) } : {}),
})

/**
 * Registers and lists (numbers, codes, dates) get 7 % smaller when matches of less than six bytes are not taken; prose and programs get 4 %
 * larger. A sample from the middle of each block tells which it is. Either way it is Deflate.
 */
function strategyFor(block: Uint8Array, level: number): number {
  if (level < LEAST_LAZY_LEVEL || block.length < WORTH_A_SAMPLE) return constants.Z_DEFAULT_STRATEGY
  const middle = Math.floor(block.length / 2)
  const sample = block.subarray(middle, middle + SAMPLE_BYTES)
  const [asUsual, longOnly] = [constants.Z_DEFAULT_STRATEGY, constants.Z_FILTERED]
    .map((strategy) => deflateRawSync(sample, { level, strategy, chunkSize: SAMPLE_BYTES * 2 }).length)
  return longOnly! < asUsual! ? constants.Z_FILTERED : constants.Z_DEFAULT_STRATEGY
}

/** Chi-square against evenly spread bytes: with 255 degrees of freedom, random bytes practically never come to 400. Saves the trial for them. */
function isUneven(sample: Uint8Array): boolean {
  const counts = new Uint32Array(256)
  for (const byte of sample) counts[byte]!++
  const expected = sample.length / 256
  let chiSquare = 0
  for (const count of counts) chiSquare += (count - expected) ** 2 / expected
  return chiSquare > 400
}

function storedBlocks({ block, last }: Block): Uint8Array {
  const count = Math.max(1, Math.ceil(block.length / STORED_BLOCK_BYTES))
  const out = Buffer.allocUnsafeSlow(block.length + count * 5)
  for (let i = 0; i < count; i++) {
    const piece = block.subarray(i * STORED_BLOCK_BYTES, (i + 1) * STORED_BLOCK_BYTES)
    const at = i * (STORED_BLOCK_BYTES + 5)
    out[at] = last && i === count - 1 ? 1 : 0
    out.writeUInt16LE(piece.length, at + 1)
    out.writeUInt16LE(piece.length ^ 0xffff, at + 3)
    out.set(piece, at + 5)
  }
  return out
}
