import { shrinks } from '../../crypto/zip/deflate.ts'
import { collisionKey } from '../../crypto/zip/entry-name.ts'
import { ManifestSize, manifestName, mayBeManifest } from '../../crypto/zip/manifest.ts'
import type { OpenSpill } from '../../crypto/zip/pages.ts'
import { type Counted, Roll } from '../../crypto/zip/roll.ts'
import type { Disk } from '../files/disk.ts'
import { openFile } from '../files/open-file.ts'
import { onSource } from './disk-problem.ts'
import { type Listed, listedForm, listSources } from './listing.ts'
import type { How, SealOrder } from './order.ts'
import { mostEntryBytes, SMALL_BYTES } from './pack-entries.ts'
import { TINY_BYTES } from './pack-small.ts'

/** What will be packed, in order of name, and what can be said of all of it before the first byte is read. */
export interface Plan {
  listed: Counted<Listed>
  files: number
  bytes: number
  /** Nothing is compressed, so all sizes are known. */
  allStored: boolean
  someLarge: boolean
  /** Upper bound for what packing can make of the sources, for zip64. */
  mostPackedBytes: number
  /** The entry that the manifest will be: a name that no source has, dated like the newest file, so that the same sources give the same bytes. */
  manifest: Listed
}

const SAMPLE_BYTES = 16 * 1024

/** Lists the sources and decides how each will be packed: stored when samples from its beginning, middle and end do not shrink. Streams can only be read once. */
export async function planPacking({ sources, level }: Pick<SealOrder, 'sources' | 'level'>, how: How, disk: Disk, spill: OpenSpill): Promise<Plan> {
  const listed = new Roll(spill, listedForm(sources))
  const plan = { listed, files: 0, bytes: 0, allStored: true, someLarge: false, mostPackedBytes: 1024 }
  const taken = new Set<string>()
  const size = new ManifestSize()
  let newest = 0
  for await (const one of listSources(sources, how, disk, spill)) {
    how.signal.throwIfAborted()
    one.stored = await isStored(one, level, disk)
    await listed.add(one)
    plan.bytes += one.size
    plan.allStored &&= one.stored
    plan.someLarge ||= one.size > SMALL_BYTES
    plan.mostPackedBytes += 160 + 6 * one.name.length + mostEntryBytes(one.size, level) + 300 + 2 * Buffer.byteLength(one.name)
    const root = collisionKey(one.name.split('/', 1)[0]!)
    if (mayBeManifest(root)) taken.add(root)
    if (one.kind === 'folder') {
      size.addFolder(one.name)
      continue
    }
    plan.files++
    newest = Math.max(newest, one.mtime)
    size.addFile({ path: one.name, size: one.size, mtime: one.mtime })
  }
  const manifest: Listed = { name: manifestName((name) => taken.has(name)), kind: 'file', size: size.bytes, mtime: newest, from: undefined }
  return { ...plan, manifest }
}

async function isStored({ size, from }: Listed, level: number, disk: Disk): Promise<boolean> {
  if (level === 0) return true
  if (size <= SMALL_BYTES) return size <= TINY_BYTES
  return from !== undefined && 'path' in from && !(await someSampleShrinks(from.path, size, disk))
}

async function someSampleShrinks(path: string, size: number, disk: Disk): Promise<boolean> {
  const file = await onSource(path, () => openFile(path, disk))
  try {
    const sample = Buffer.alloc(SAMPLE_BYTES)
    for (const at of [0, Math.floor(size / 2), size - SAMPLE_BYTES]) {
      const { bytesRead } = await onSource(path, () => file.read(sample, 0, SAMPLE_BYTES, at))
      if (shrinks(sample.subarray(0, bytesRead))) return true
    }
    return false
  } finally {
    await file.close()
  }
}
