import { constants, deflateRaw } from 'node:zlib'

const WINDOW_BYTES = 32 * 1024
const STORED_BLOCK_BYTES = 0xffff
const PROBE_BYTES = 8 * 1024

/**
 * One block of a raw Deflate stream, compressed on its own so that many can be at work at once: primed with the 32 KiB
 * before it, and ended at a byte boundary by an empty block (Z_SYNC_FLUSH) or, the last one, by the end mark.
 * What does not shrink becomes "stored" blocks (RFC 1951 §3.2.4). `level` 1–9.
 */
export async function deflateBlock(block: Uint8Array, before: Uint8Array | undefined, last: boolean, level: number): Promise<Uint8Array> {
  if (!looksCompressible(block)) return storedBlocks(block, last)
  const dictionary = before?.subarray(-WINDOW_BYTES)
  const packed = await new Promise<Buffer>((resolve, reject) => {
    const options = { level, finishFlush: last ? constants.Z_FINISH : constants.Z_SYNC_FLUSH, chunkSize: Math.max(64, block.length + (block.length >> 8) + 64), ...(dictionary ? { dictionary } : {}) }
    deflateRaw(block, options, (error, result) => (error ? reject(error) : resolve(result)))
  })
  return packed.length < block.length ? packed : storedBlocks(block, last)
}

/** Two probes of 8 KiB tell whether a block is worth the time: photographs and archives are not. */
export function looksCompressible(block: Uint8Array): boolean {
  if (block.length <= PROBE_BYTES * 4) return true
  const third = Math.floor(block.length / 3)
  return isUneven(block.subarray(third, third + PROBE_BYTES)) || isUneven(block.subarray(2 * third, 2 * third + PROBE_BYTES))
}

/** Order-0 entropy: in 8 KiB of random bytes each of 256 values comes 32 times, give or take; chi-square says how far off. */
function isUneven(probe: Uint8Array): boolean {
  const counts = new Uint32Array(256)
  for (const byte of probe) counts[byte]!++
  const expected = probe.length / 256
  let chiSquare = 0
  for (const count of counts) chiSquare += (count - expected) ** 2 / expected
  // 255 degrees of freedom, deviation 22.6: random bytes stay below 400; compressed photographs come to about 500.
  return chiSquare > 600
}

function storedBlocks(block: Uint8Array, last: boolean): Uint8Array {
  const count = Math.max(1, Math.ceil(block.length / STORED_BLOCK_BYTES))
  const out = Buffer.allocUnsafe(block.length + count * 5)
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
