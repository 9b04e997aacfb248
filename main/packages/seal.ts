import { createHash } from 'node:crypto'
import type { FileHandle } from 'node:fs/promises'
import { cpus } from 'node:os'
import { dirname } from 'node:path'
import { HIDDEN_CONTENTS } from '../../crypto/zip/container.ts'
import type { Manifest } from '../../crypto/zip/manifest.ts'
import { PackageProblem } from '../../crypto/zip/problem.ts'
import { ZipWriter } from '../../crypto/zip/writer.ts'
import { type Disk, realDisk } from '../files/disk.ts'
import { draftName, exists, settleDraft, sweepDrafts } from '../files/draft.ts'
import { type Crew, hireCrew } from './crew.ts'
import { onTarget } from './disk-problem.ts'
import { type Listed, listSources } from './listing.ts'
import type { How, SealOrder, Sealed } from './order.ts'
import { Outflow } from './outflow.ts'
import { mostPackedBytes, packEntries, type Packing, SMALL_BYTES } from './pack-entries.ts'
import { choosePacking, exactBytes } from './plan.ts'
import { MOST_THREADS, SlotStock } from './shared-memory.ts'
import { BLOCK_BYTES, freshBlocks } from './source-file.ts'

/** Seals sources into a new container under `order.out`. A draft grows beside it; on any failure the draft is gone and the name is free. */
export async function sealOnto(disk: Disk, order: SealOrder, how: How): Promise<Sealed> {
  how.signal.throwIfAborted()
  if (order.password.length === 0) throw new PackageProblem('weak-password')
  if (!Number.isInteger(order.level) || order.level < 0 || order.level > 9) throw new RangeError('level is 0 to 9')
  if (await onTarget(order.out, () => exists(order.out, disk))) throw new PackageProblem('target-exists', { path: order.out })
  const listed = await listSources(order.sources, how, disk)
  await requireRoom(order, listed, disk)
  await choosePacking(listed, order.level, how.signal, disk)
  await sweepDrafts(order.out, disk)
  const draft = draftName(order.out)
  try {
    const file = await onTarget(order.out, () => disk.open(draft, 'wx+', 0o600))
    let written
    try {
      written = await writeContainer(file, order, listed, how, disk)
    } finally {
      await file.close()
    }
    how.signal.throwIfAborted()
    await onTarget(order.out, () => settleDraft(draft, order.out, 'refuse', disk))
    return { out: order.out, ...written }
  } catch (error) {
    await disk.rm(draft, { force: true })
    throw error
  }
}

async function writeContainer(file: FileHandle, order: SealOrder, listed: Listed[], how: How, disk: Disk): Promise<Omit<Sealed, 'out'>> {
  const crew = await hireCrew(threadsFor(listed, disk))
  try {
    const known = order.names === 'hidden' ? await exactBytes(listed) : undefined
    const flow = new Outflow(file, order.out, crew, known !== undefined)
    const outer = new ZipWriter(flow, order.password)
    const packing = packingOf(order, listed, how, disk, crew)
    const manifest = order.names === 'hidden' ? await packHidden(outer, listed, packing, known) : await packEntries(outer, listed, packing)
    await outer.end()
    const [sha256] = await Promise.all([flow.hash().then((hash) => hash ?? hashOf(file, flow.position, order.out, how.signal)), flow.flush().then(() => onTarget(order.out, () => file.sync()))])
    return { bytes: flow.position, sha256, manifest }
  } finally {
    await crew.dismiss()
  }
}

/** The whole inner archive is one stored, encrypted entry of a neutral name: no file name, size or time shows from outside. */
async function packHidden(outer: ZipWriter, listed: Listed[], packing: Packing, known: number | undefined): Promise<Manifest> {
  const entry = { name: HIDDEN_CONTENTS, kind: 'file' as const, method: 0 as const, mostBytes: mostPackedBytes(listed, packing.level) }
  await outer.begin(entry, known)
  let innerBytes = 0
  const inner = new ZipWriter({
    write: async (bytes) => {
      innerBytes += bytes.length
      await outer.write(bytes)
    },
  })
  const manifest = await packEntries(inner, listed, packing)
  await inner.end()
  await outer.finish({ crc: 0, bytes: innerBytes })
  return manifest
}

/** Little work is done alone: threads take longer to come than it takes. A disk that is not the real one cannot be handed to them. */
function threadsFor(listed: Listed[], disk: Disk): number {
  const bytes = listed.reduce((sum, one) => sum + one.size, 0)
  return disk === realDisk && (bytes > 4 << 20 || listed.length > 200) ? Math.min(Math.max(2, cpus().length), MOST_THREADS) : 0
}

function packingOf(order: SealOrder, listed: Listed[], how: How, disk: Disk, crew: Crew): Packing {
  const progress = { phase: 'writing' as const, bytesDone: 0, bytesTotal: 0, filesDone: 0, filesTotal: 0 }
  for (const one of listed) {
    progress.bytesTotal += one.size
    if (one.kind === 'file') progress.filesTotal++
  }
  const depth = Math.max(crew.threads, 2) + 2
  return {
    level: order.level, password: order.names === 'visible' ? order.password : undefined, signal: how.signal, disk, crew, depth,
    // Enough that reading never waits for a block: those being deflated, one being summed, one read ahead, one to spare.
    blocks: listed.some((one) => one.size > SMALL_BYTES) ? new SlotStock(depth + 4, BLOCK_BYTES) : freshBlocks,
    onBytes: (bytes) => { progress.bytesDone += bytes; how.onProgress({ ...progress }) },
    onFile: () => { progress.filesDone++; how.onProgress({ ...progress }) },
  }
}

/** When nothing is compressed, the size is known before: then a disk without room is told before the first byte. */
async function requireRoom(order: SealOrder, listed: Listed[], disk: Disk): Promise<void> {
  if (order.level > 0) return
  const needed = listed.reduce((sum, one) => sum + one.size, 0)
  const { bavail, bsize } = await onTarget(order.out, () => disk.statfs(dirname(order.out)))
  if (needed > bavail * bsize) throw new PackageProblem('disk-full', { path: order.out, needed, free: bavail * bsize })
}

/** The header was patched after the bytes behind it, so the file's own hash takes a second look at it. */
async function hashOf(file: FileHandle, size: number, path: string, signal: AbortSignal): Promise<string> {
  const hash = createHash('sha256')
  const buffer = Buffer.allocUnsafeSlow(1 << 20)
  for (let at = 0; at < size;) {
    signal.throwIfAborted()
    const { bytesRead } = await onTarget(path, () => file.read(buffer, 0, buffer.length, at))
    if (bytesRead === 0) throw new PackageProblem('target-broken', { path })
    hash.update(buffer.subarray(0, bytesRead))
    at += bytesRead
  }
  return hash.digest('hex')
}
