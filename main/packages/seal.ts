import { createHash } from 'node:crypto'
import type { FileHandle } from 'node:fs/promises'
import { cpus } from 'node:os'
import { dirname } from 'node:path'
import { HIDDEN_CONTENTS } from '../../crypto/zip/container.ts'
import type { Manifest } from '../../crypto/zip/manifest.ts'
import { PackageProblem } from '../../crypto/zip/problem.ts'
import { ZipWriter } from '../../crypto/zip/writer.ts'
import type { Disk } from '../files/disk.ts'
import { draftName, exists, settleDraft, sweepDrafts } from '../files/draft.ts'
import { onTarget } from './disk-problem.ts'
import { type Listed, listSources } from './listing.ts'
import type { How, SealOrder, Sealed } from './order.ts'
import { Outflow } from './outflow.ts'
import { mostPackedBytes, packEntries, type Packing } from './pack-entries.ts'

/** Seals sources into a new container under `order.out`. A draft grows beside it; on any failure the draft is gone and the name is free. */
export async function sealOnto(disk: Disk, order: SealOrder, how: How): Promise<Sealed> {
  how.signal.throwIfAborted()
  if (order.password.length === 0) throw new PackageProblem('weak-password')
  if (!Number.isInteger(order.level) || order.level < 0 || order.level > 9) throw new RangeError('level is 0 to 9')
  if (await onTarget(order.out, () => exists(order.out, disk))) throw new PackageProblem('target-exists', { path: order.out })
  const listed = await listSources(order.sources, how, disk)
  await requireRoom(order, listed, disk)
  await sweepDrafts(order.out, disk)
  const draft = draftName(order.out)
  try {
    const file = await onTarget(order.out, () => disk.open(draft, 'wx+', 0o600))
    let written
    try {
      written = await writeContainer(file, order, listed, how, disk)
      await onTarget(order.out, () => file.sync())
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
  const flow = new Outflow(file, order.out)
  const outer = new ZipWriter(flow, order.password)
  const packing = packingOf(order, listed, how, disk)
  const manifest = order.names === 'hidden' ? await packHidden(outer, listed, packing) : await packEntries(outer, listed, packing)
  await outer.end()
  await flow.flush()
  return { bytes: flow.position, sha256: await hashOf(file, flow.position, order.out, how.signal), manifest }
}

/** The whole inner archive is one stored, encrypted entry of a neutral name: no file name, size or time shows from outside. */
async function packHidden(outer: ZipWriter, listed: Listed[], packing: Packing): Promise<Manifest> {
  await outer.begin({ name: HIDDEN_CONTENTS, kind: 'file', method: 0, mostBytes: mostPackedBytes(listed, packing.level) })
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

function packingOf(order: SealOrder, listed: Listed[], how: How, disk: Disk): Packing {
  const progress = { phase: 'writing' as const, bytesDone: 0, bytesTotal: 0, filesDone: 0, filesTotal: 0 }
  for (const one of listed) {
    progress.bytesTotal += one.size
    if (one.kind === 'file') progress.filesTotal++
  }
  return {
    level: order.level, signal: how.signal, disk, cores: cpus().length,
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
