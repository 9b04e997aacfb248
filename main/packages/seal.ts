import type { FileHandle } from 'node:fs/promises'
import { cpus } from 'node:os'
import { dirname } from 'node:path'
import { HIDDEN_CONTENTS } from '../../crypto/zip/container.ts'
import type { Manifest } from '../../crypto/zip/manifest.ts'
import type { OpenSpill } from '../../crypto/zip/pages.ts'
import { PackageProblem } from '../../crypto/zip/problem.ts'
import { ZipWriter } from '../../crypto/zip/writer.ts'
import { type Disk, realDisk } from '../files/disk.ts'
import { draftName, exists, settleDraft, sweepDrafts } from '../files/draft.ts'
import { type Crew, hireCrew } from './crew.ts'
import { onTarget } from './disk-problem.ts'
import type { How, SealOrder, Sealed } from './order.ts'
import { Outflow, OUTFLOW_SLOTS } from './outflow.ts'
import { packEntries, type Packing } from './pack-entries.ts'
import { type Plan, planPacking } from './plan.ts'
import { MOST_THREADS, SlotStock } from './shared-memory.ts'
import { BLOCK_BYTES, freshBlocks } from './source-file.ts'
import { Spills } from './spills.ts'

/** Seals sources into a new container under `order.out`. A draft grows beside it; on any failure the draft is gone and the name is free. */
export async function sealOnto(disk: Disk, order: SealOrder, how: How): Promise<Sealed> {
  how.signal.throwIfAborted()
  if (order.password.length === 0) throw new PackageProblem('weak-password')
  if (!Number.isInteger(order.level) || order.level < 0 || order.level > 9) throw new RangeError('level is 0 to 9')
  if (await onTarget(order.out, () => exists(order.out, disk))) throw new PackageProblem('target-exists', { path: order.out })
  await sweepDrafts(order.out, disk)
  const draft = draftName(order.out)
  const spills = { work: new Spills(order.out, disk), manifest: new Spills(order.out, disk) }
  try {
    const plan = await planPacking(order, how, disk, spills.work.open)
    await requireRoom(order, plan, disk)
    const file = await onTarget(order.out, () => disk.open(draft, 'wx+', 0o600))
    let written
    try {
      written = await writeContainer(file, order, plan, spills, how, disk)
    } finally {
      await file.close()
    }
    how.signal.throwIfAborted()
    await onTarget(order.out, () => settleDraft(draft, order.out, 'refuse', disk))
    return { out: order.out, ...written }
  } catch (error) {
    await spills.manifest.close()
    await disk.rm(draft, { force: true })
    throw error
  } finally {
    await spills.work.close()
  }
}

async function writeContainer(file: FileHandle, order: SealOrder, plan: Plan, spills: Record<'work' | 'manifest', Spills>, how: How, disk: Disk): Promise<Omit<Sealed, 'out'>> {
  const crew = await hireCrew(threadsFor(plan, disk))
  try {
    // One memory for what is read and what is written, so that what is stored need not be copied. Enough that reading never waits for a
    // block: those being deflated, one being summed, one read ahead, one to spare; and those on their way out.
    const stock = new SlotStock(plan.someLarge ? depthOf(crew) + 4 + OUTFLOW_SLOTS : OUTFLOW_SLOTS, BLOCK_BYTES)
    const flow = new Outflow(file, order.out, crew, stock)
    const outer = new ZipWriter(flow, order.password, spills.work.open)
    const packing = packingOf(order, plan, spills.manifest.open, how, disk, crew, stock)
    const { files, folders } = order.names === 'hidden' ? await packHidden(outer, plan, packing, spills.work.open) : await packEntries(outer, plan, packing)
    await outer.end()
    await flow.flush()
    await onTarget(order.out, () => file.sync())
    return { bytes: flow.position, manifest: { files, folders, close: () => spills.manifest.close() } }
  } finally {
    await crew.dismiss()
  }
}

/** The whole inner archive is one stored, encrypted entry of a neutral name: no file name, size or time shows from outside. */
async function packHidden(outer: ZipWriter, plan: Plan, packing: Packing, spill: OpenSpill): Promise<Manifest> {
  const entry = { name: HIDDEN_CONTENTS, kind: 'file' as const, method: 0 as const, mostBytes: plan.mostPackedBytes }
  await outer.begin(entry)
  let innerBytes = 0
  const inner = new ZipWriter({
    write: async (bytes) => {
      innerBytes += bytes.length
      await outer.write(bytes)
    },
    hand: async (bytes, done) => {
      innerBytes += bytes.length
      await outer.hand(bytes, done)
    },
  }, undefined, spill)
  const manifest = await packEntries(inner, plan, packing)
  await inner.end()
  await outer.finish({ crc: 0, bytes: innerBytes })
  return manifest
}

/** Little work is done alone: threads take longer to come than it takes. A disk that is not the real one cannot be handed to them. */
function threadsFor({ bytes, listed }: Plan, disk: Disk): number {
  return disk === realDisk && (bytes > 4 << 20 || listed.count > 200) ? Math.min(Math.max(2, cpus().length), MOST_THREADS) : 0
}

function packingOf(order: SealOrder, plan: Plan, manifestSpill: OpenSpill, how: How, disk: Disk, crew: Crew, stock: SlotStock): Packing {
  const progress = { phase: 'writing' as const, bytesDone: 0, bytesTotal: plan.bytes, filesDone: 0, filesTotal: plan.files }
  return {
    level: order.level, password: order.names === 'visible' ? order.password : undefined, signal: how.signal, disk, crew, depth: depthOf(crew), manifestSpill,
    blocks: plan.someLarge ? stock : freshBlocks,
    onBytes: (bytes) => { progress.bytesDone += bytes; how.onProgress({ ...progress }) },
    onFile: () => { progress.filesDone++; how.onProgress({ ...progress }) },
  }
}

/** How many pieces of work may be under way at once. */
const depthOf = (crew: Crew): number => Math.max(crew.threads, 2) + 2

/** When nothing is compressed, the size is known before: then a disk without room is told before the first byte. */
async function requireRoom(order: SealOrder, { bytes: needed }: Plan, disk: Disk): Promise<void> {
  if (order.level > 0) return
  const { bavail, bsize } = await onTarget(order.out, () => disk.statfs(dirname(order.out)))
  if (needed > bavail * bsize) throw new PackageProblem('disk-full', { path: order.out, needed, free: bavail * bsize })
}
