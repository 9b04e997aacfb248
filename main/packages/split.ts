import { createHash } from 'node:crypto'
import { PackageProblem } from '../../crypto/zip/problem.ts'
import { type Disk, realDisk } from '../files/disk.ts'
import { draftName, exists, settleDraft, sweepDrafts } from '../files/draft.ts'
import { openFile } from '../files/open-file.ts'
import { onPackage, onTarget } from './disk-problem.ts'
import type { How } from './order.ts'

export interface Volume { path: string; bytes: number }
export interface SplitVolume extends Volume { sha256: string }

const MOST_VOLUMES = 999
const CHUNK_BYTES = 1 << 20

/**
 * How a package would be cut for media that are smaller than it: `X.zip.001`, `X.zip.002` … To be shown before anything is written.
 * 7-Zip opens the first and finds the others; `cat` and `copy /b` join them too.
 */
export function planVolumes(out: string, bytes: number, volumeBytes: number): Volume[] {
  const count = Math.ceil(bytes / volumeBytes)
  if (!Number.isSafeInteger(volumeBytes) || volumeBytes < 64 * 1024 || count > MOST_VOLUMES) throw new RangeError(`volumes of ${volumeBytes} bytes`)
  return Array.from({ length: count }, (_, i) => ({ path: `${out}.${String(i + 1).padStart(3, '0')}`, bytes: Math.min(volumeBytes, bytes - i * volumeBytes) }))
}

/** Cuts a sealed package into the planned volumes. All appear under their names, or none; the package itself stays. */
export async function splitPackage(order: { path: string; out: string; volumeBytes: number }, how: How, disk: Disk = realDisk): Promise<SplitVolume[]> {
  const { size } = await onPackage(order.path, () => disk.stat(order.path))
  const plan = planVolumes(order.out, size, order.volumeBytes)
  for (const { path } of plan) if (await onTarget(path, () => exists(path, disk))) throw new PackageProblem('target-exists', { path })
  await Promise.all(plan.map(({ path }) => sweepDrafts(path, disk)))
  const progress = { phase: 'writing' as const, bytesDone: 0, bytesTotal: size, filesDone: 0, filesTotal: plan.length }
  const onBytes = (bytes: number): void => { progress.bytesDone += bytes; how.onProgress({ ...progress }) }
  const drafts = plan.map((volume) => ({ ...volume, draft: draftName(volume.path) }))
  const settled: string[] = []
  try {
    const written: SplitVolume[] = []
    for (const [i, { path, bytes, draft }] of drafts.entries()) {
      written.push({ path, bytes, sha256: await copyPart(order.path, i * order.volumeBytes, bytes, draft, how.signal, onBytes, disk) })
      progress.filesDone++
    }
    for (const { path, draft } of drafts) {
      await onTarget(path, () => settleDraft(draft, path, 'refuse', disk))
      settled.push(path)
    }
    return written
  } catch (error) {
    for (const { draft } of drafts) await disk.rm(draft, { force: true })
    for (const path of settled) await disk.rm(path, { force: true })
    throw error
  }
}

async function copyPart(from: string, at: number, bytes: number, draft: string, signal: AbortSignal, onBytes: (bytes: number) => void, disk: Disk): Promise<string> {
  const hash = createHash('sha256')
  const buffer = Buffer.allocUnsafeSlow(CHUNK_BYTES)
  const source = await onPackage(from, () => openFile(from, disk))
  try {
    const target = await onTarget(draft, () => disk.open(draft, 'wx', 0o600))
    try {
      for (let done = 0; done < bytes;) {
        signal.throwIfAborted()
        const { bytesRead } = await onPackage(from, () => source.read(buffer, 0, Math.min(CHUNK_BYTES, bytes - done), at + done))
        if (bytesRead === 0) throw new PackageProblem('package-unreadable', { path: from })
        hash.update(buffer.subarray(0, bytesRead))
        for (let put = 0; put < bytesRead;) put += (await onTarget(draft, () => target.write(buffer, put, bytesRead - put))).bytesWritten
        done += bytesRead
        onBytes(bytesRead)
      }
      await onTarget(draft, () => target.sync())
    } finally {
      await target.close()
    }
  } finally {
    await source.close()
  }
  return hash.digest('hex')
}
