import { createHash } from 'node:crypto'
import { basename } from 'node:path'
import type { PackagePart } from '../../core/packages/package.ts'
import type { Disk } from '../files/disk.ts'
import { alignedBuffer } from './aligned.ts'
import type { How, Progress } from './order.ts'
import { openPackageFile } from './package-file.ts'
import { volumePaths } from './volumes.ts'

const CHUNK_BYTES = 1 << 20
const PAGE_BYTES = 4096

export interface Hashed { bytes: number; sha256: string; parts: PackagePart[]; readBack: 'uncached' | 'cached' }

/** Size and SHA-256 of a package and of each of its volumes, read from the medium itself where that can be had. */
export async function hashPackage(path: string, how: How, disk: Disk): Promise<Hashed> {
  const paths = await volumePaths(path, disk)
  const whole = createHash('sha256')
  const progress: Progress = { phase: 'verifying', bytesDone: 0, bytesTotal: 0, filesDone: 0, filesTotal: paths.length }
  for (const each of paths) progress.bytesTotal += (await disk.stat(each).catch(() => ({ size: 0 }))).size
  const parts: PackagePart[] = []
  let readBack: Hashed['readBack'] = 'uncached'
  for (const each of paths) {
    const hashed = await hashFile(each, how.signal, disk, (piece) => {
      whole.update(piece)
      progress.bytesDone += piece.length
      how.onProgress({ ...progress })
    })
    if (hashed.readBack === 'cached') readBack = 'cached'
    progress.filesDone++
    parts.push({ name: basename(each), bytes: hashed.bytes, sha256: hashed.sha256 })
  }
  return { bytes: parts.reduce((sum, { bytes }) => sum + bytes, 0), sha256: whole.digest('hex'), parts, readBack }
}

/** One file from its medium, piece by piece. */
export async function hashFile(path: string, signal: AbortSignal, disk: Disk, onPiece: (piece: Uint8Array) => void): Promise<Omit<Hashed, 'parts'>> {
  const file = await openPackageFile(path, 'medium', signal, disk)
  try {
    const memory = alignedBuffer(CHUNK_BYTES + 2 * PAGE_BYTES)
    const hash = createHash('sha256')
    for (let at = 0; at < file.size; at += CHUNK_BYTES) {
      const piece = await file.readInto(memory, at, Math.min(CHUNK_BYTES, file.size - at))
      hash.update(piece)
      onPiece(piece)
    }
    return { bytes: file.size, sha256: hash.digest('hex'), readBack: file.readBack }
  } finally {
    await file.close()
  }
}
