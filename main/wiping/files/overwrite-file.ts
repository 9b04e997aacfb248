import { constants } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import type { Pattern } from '../../../core/wipes/overwrite.ts'
import { type Pass, passesOf, type PatternName } from '../../../crypto/wipe/pattern.ts'
import { TILE } from '../../../crypto/wipe/tile.ts'
import { codeOf } from '../../files/disk.ts'
import { alignedBuffer } from '../../packages/aligned.ts'
import type { Extent } from './extents.ts'

// How much may wait in the cache before it is flushed: a cancel waits for this much.
const FLUSH_BYTES = 64 << 20
const HOLE = 4096

export interface OverwriteOrder {
  pattern: Pattern
  seed: Uint8Array
  readBack: boolean
  /** Up to this multiple the last block is written over too: what a file before left there. */
  cluster: number
  /** Null: everywhere it is long. Else what is outside of these holds nothing. */
  extents: readonly Extent[] | null
  isSparse: boolean
}
export interface Overwritten { outcome: 'overwritten' | 'growing' | 'differs' | 'cancelled'; bytes: number; readBack: 'uncached' | 'cached' | 'none' }

/**
 * Writes over what an open file holds, in place, flushed, `size` bytes long as listed; and over the rest of its last cluster.
 * Throws what the system throws: a flush that failed once has lost what it was to write, and is not tried again.
 */
export async function overwriteFile(file: FileHandle, size: number, order: OverwriteOrder, how: { signal: AbortSignal; onBytes(bytes: number): void }): Promise<Overwritten> {
  const passes = passesOf(order.pattern satisfies PatternName, order.seed)
  const chunk = alignedBuffer(TILE)
  let bytes = 0
  for (const [number, pass] of passes.entries()) {
    const written = await onePass(file, size, pass, chunk, order, how, number === 0 ? (more) => { bytes += more } : () => {})
    if (!written) return { outcome: 'cancelled', bytes, readBack: 'none' }
  }
  if ((await file.stat()).size !== size) return { outcome: 'growing', bytes, readBack: 'none' }
  const readBack = order.readBack ? await readOver(file, size, passes.at(-1), chunk, order, how.signal) : 'none'
  if (readBack === 'differs' || readBack === 'cancelled') return { outcome: readBack, bytes, readBack: 'none' }
  await overSlack(file, size, order.cluster)
  return { outcome: 'overwritten', bytes, readBack }
}

async function onePass(file: FileHandle, size: number, pass: Pass, chunk: Uint8Array, order: OverwriteOrder, { signal, onBytes }: { signal: AbortSignal; onBytes(bytes: number): void }, count: (bytes: number) => void): Promise<boolean> {
  pass.prime(chunk)
  const found = order.isSparse && order.extents === null ? Buffer.alloc(TILE) : null
  let waiting = 0
  for (const [from, to] of chunksOf(size, order.extents)) {
    if (signal.aborted) {
      await file.datasync()
      return false
    }
    const start = from - (from % TILE)
    pass.turn(chunk, start)
    for (const [a, b] of found === null ? [[from, to] as const] : await heldParts(file, from, to, found)) {
      await writeAll(file, chunk.subarray(a - start, b - start), a)
      waiting += b - a
    }
    count(to - from)
    onBytes(to - from)
    if (waiting >= FLUSH_BYTES) {
      await file.datasync()
      waiting = 0
    }
  }
  await file.datasync()
  return true
}

/** Pieces of at most 1 MiB that cross no multiple of it, of everything or of the extents. */
function* chunksOf(size: number, extents: readonly Extent[] | null): Generator<readonly [number, number]> {
  for (const { from, to } of extents ?? [{ from: 0, to: size }]) {
    const end = Math.min(to, size)
    for (let at = from; at < end;) {
      const next = Math.min(end, at - (at % TILE) + TILE)
      yield [at, next]
      at = next
    }
  }
}

/** What of a piece is not a hole. Where nobody tells the extents: what reads as other than zeros, for zeros hold nothing to be read. */
async function heldParts(file: FileHandle, from: number, to: number, block: Buffer): Promise<(readonly [number, number])[]> {
  const parts: (readonly [number, number])[] = []
  const { bytesRead } = await file.read(block, 0, to - from, from)
  for (let at = 0; at < bytesRead; at += HOLE) {
    const end = Math.min(at + HOLE, bytesRead)
    if (block.subarray(at, end).some((byte) => byte !== 0)) parts.push([from + at, from + end])
  }
  return parts
}

async function writeAll(file: FileHandle, bytes: Uint8Array, at: number): Promise<void> {
  for (let done = 0; done < bytes.length;) done += (await file.write(bytes, done, bytes.length - done, at + done)).bytesWritten
}

/** Reads the last pass again, past the cache where the file system lets us, and compares. */
async function readOver(file: FileHandle, size: number, pass: Pass | undefined, chunk: Uint8Array, { extents, isSparse }: OverwriteOrder, signal: AbortSignal): Promise<'uncached' | 'cached' | 'differs' | 'cancelled'> {
  if (pass === undefined) return 'differs'
  const { reader, readBack, close } = await readerOf(file)
  const found = alignedBuffer(TILE)
  try {
    for (const [from, to] of chunksOf(size, extents)) {
      if (signal.aborted) return 'cancelled'
      const start = from - (from % TILE)
      pass.turn(chunk, start)
      // Whole chunks from their beginning: past the cache only aligned places can be read.
      const { bytesRead } = await reader.read(found, 0, TILE, start)
      if (bytesRead < to - start) return 'differs'
      const same = Buffer.compare(found.subarray(from - start, to - start), chunk.subarray(from - start, to - start)) === 0
      if (!same && !(isSparse && extents === null && samePieces(found, chunk, from - start, to - start))) return 'differs'
    }
    return readBack
  } finally {
    await close()
  }
}

/** In a file with holes every piece is a hole or the pattern. */
function samePieces(found: Uint8Array, wanted: Uint8Array, from: number, to: number): boolean {
  for (let at = from; at < to; at += HOLE) {
    const end = Math.min(at + HOLE, to)
    if (Buffer.compare(found.subarray(at, end), wanted.subarray(at, end)) !== 0 && found.subarray(at, end).some((byte) => byte !== 0)) return false
  }
  return true
}

async function readerOf(file: FileHandle): Promise<{ reader: FileHandle; readBack: 'uncached' | 'cached'; close(): Promise<void> }> {
  const cached = { reader: file, readBack: 'cached' as const, close: async () => {} }
  if (process.platform !== 'linux') return cached
  // The file that is held, not whatever has its name by now.
  const direct = await open(`/proc/self/fd/${file.fd}`, constants.O_RDONLY | (constants.O_DIRECT ?? 0)).catch(() => null)
  if (direct === null) return cached
  try {
    await direct.read(alignedBuffer(1), 0, 65_536, 0)
  } catch (error) {
    await direct.close()
    if (codeOf(error) === 'EINVAL') return cached
    throw error
  }
  return { reader: direct, readBack: 'uncached', close: () => direct.close() }
}

async function overSlack(file: FileHandle, size: number, cluster: number): Promise<void> {
  if (size === 0 || size % cluster === 0 || cluster > TILE) return
  try {
    await writeAll(file, new Uint8Array(cluster - (size % cluster)), size)
    await file.datasync()
  } catch (error) {
    // A full volume or a quota forbids a longer file; no living file's contents are in question here.
    if (!['ENOSPC', 'EDQUOT', 'EFBIG'].includes(codeOf(error) ?? '')) throw error
  }
}
