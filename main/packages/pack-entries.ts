import { createHash } from 'node:crypto'
import { crc32 } from 'node:zlib'
import { deflateBlock } from '../../crypto/zip/deflate.ts'
import { type Manifest, type ManifestLine, NewManifest } from '../../crypto/zip/manifest.ts'
import type { OpenSpill } from '../../crypto/zip/pages.ts'
import type { NewEntry, ZipWriter } from '../../crypto/zip/writer.ts'
import { type Disk, realDisk } from '../files/disk.ts'
import { ahead } from './ahead.ts'
import type { Crew } from './crew.ts'
import type { Listed, OnDisk } from './listing.ts'
import { packLarge } from './pack-large.ts'
import { TINY_BYTES } from './pack-small.ts'
import type { Plan } from './plan.ts'
import { type Blocks, readSource } from './source-file.ts'
import type { PackedBatch } from './task.ts'

export interface Packing {
  level: number
  /** Of the entries themselves: with visible names. */
  password: Uint8Array | undefined
  signal: AbortSignal
  disk: Disk
  crew: Crew
  blocks: Blocks
  /** How many pieces of work may be under way at once. */
  depth: number
  /** Where the manifest waits until it is packed; it stays there for whoever asked for the packing. */
  manifestSpill: OpenSpill
  onBytes(bytes: number): void
  onFile(): void
}
interface Small { listed: Listed; content: Buffer; packed: Uint8Array; method: 0 | 8 }
interface Batch { files: Listed[]; packed: PackedBatch }

export const SMALL_BYTES = 256 * 1024
/** From here on a manifest is packed block by block. */
const LONG_MANIFEST_BYTES = 1 << 20
const BATCH_BYTES = 1 << 20
const BATCH_FILES = 64

/** Packs everything planned in one pass over the sources, and the manifest that came out of it as the last entry. */
export async function packEntries(writer: ZipWriter, plan: Plan, packing: Packing): Promise<Manifest> {
  const manifest = new NewManifest(packing.manifestSpill)
  for await (const next of ahead(grouped(plan.listed, packing), packing.depth, (group) => prepare(group, packing))) {
    packing.signal.throwIfAborted()
    if ('files' in next) await addBatch(writer, next, packing, manifest)
    else if ('content' in next) await manifest.addFile(await addSmall(writer, next, packing))
    else if (next.kind === 'file') await manifest.addFile(await packLarge(writer, next, packing))
    else await manifest.addFolder(await addFolder(writer, next))
  }
  await addManifest(writer, manifest, plan.manifest, plan.allStored ? 0 : packing.level)
  return manifest
}

/** Neighbouring small files on disk go to the crew by the batch; everything else goes alone. */
async function* grouped(listed: AsyncIterable<Listed>, { crew, disk }: Packing): AsyncGenerator<Listed | Listed[]> {
  const mayBatch = (one: Listed): boolean => crew.threads > 0 && disk === realDisk && one.kind === 'file' && one.size <= SMALL_BYTES && one.from !== undefined && 'path' in one.from
  let batch: Listed[] = []
  let bytes = 0
  for await (const one of listed) {
    const joins = mayBatch(one)
    if (batch.length > 0 && (!joins || batch.length === BATCH_FILES || bytes + one.size > BATCH_BYTES)) {
      yield batch
      batch = []
      bytes = 0
    }
    if (joins) batch.push(one)
    else yield one
    bytes += one.size
  }
  if (batch.length > 0) yield batch
}

async function prepare(group: Listed | Listed[], packing: Packing): Promise<Batch | Small | Listed> {
  if (Array.isArray(group)) {
    const files = group.map(({ size, mtime, from }) => ({ ...(from as OnDisk), size, mtime }))
    const packed = await packing.crew.packSmall({ files, level: packing.level, ...(packing.password ? { password: packing.password } : {}) })
    return { files: group, packed }
  }
  return group.kind === 'file' && group.size <= SMALL_BYTES ? prepareSmall(group, packing) : group
}

async function prepareSmall(listed: Listed, { level, signal, disk }: Packing): Promise<Small> {
  const blocks: Uint8Array[] = []
  for await (const block of readSource(listed, signal, disk)) blocks.push(block)
  const content = Buffer.concat(blocks)
  const packed = level > 0 && content.length > TINY_BYTES ? await deflateBlock({ block: content, last: true, level }) : content
  return packed.length < content.length ? { listed, content, packed, method: 8 } : { listed, content, packed: content, method: 0 }
}

async function addBatch(writer: ZipWriter, { files, packed }: Batch, packing: Packing, manifest: NewManifest): Promise<void> {
  let at = 0
  for (const [i, listed] of files.entries()) {
    const { sha256, crc, method, bodyBytes } = packed.files[i]!
    const body = packed.body.subarray(at, at + bodyBytes)
    const entry = entryOf(listed, method, packing.level)
    if (packing.password) await writer.addEncrypted(entry, body, { crc, bytes: listed.size })
    else await writer.addWhole(entry, body, { crc, bytes: listed.size })
    at += bodyBytes
    await manifest.addFile(done(listed, sha256, packing))
  }
}

async function addSmall(writer: ZipWriter, { listed, content, packed, method }: Small, packing: Packing): Promise<ManifestLine> {
  // Before the writer gets the bytes: it encrypts them in place.
  const sha256 = createHash('sha256').update(content).digest('hex')
  const sums = { crc: crc32(content), bytes: content.length }
  await writer.addWhole(entryOf(listed, method, packing.level), packed, sums)
  return done(listed, sha256, packing)
}

function done(listed: Listed, sha256: string, packing: Packing): ManifestLine {
  packing.onBytes(listed.size)
  packing.onFile()
  return { path: listed.name, size: listed.size, mtime: listed.mtime, sha256 }
}

async function addFolder(writer: ZipWriter, listed: Listed): Promise<string> {
  await writer.addWhole(entryOf(listed, 0, 0), new Uint8Array(0), { crc: 0, bytes: 0 })
  return listed.name
}

/** A long one goes block by block. */
async function addManifest(writer: ZipWriter, manifest: NewManifest, entry: Listed, level: number): Promise<void> {
  if (manifest.bytes !== entry.size) throw new Error('the manifest is not as long as was foretold')
  if (entry.size > LONG_MANIFEST_BYTES) return addLongManifest(writer, entry, manifest, level)
  const pieces: Uint8Array[] = []
  for await (const piece of manifest.json()) pieces.push(piece)
  const content = Buffer.concat(pieces)
  const sums = { crc: crc32(content), bytes: content.length }
  const packed = level > 0 ? await deflateBlock({ block: content, last: true, level }) : content
  const method = packed.length < content.length ? 8 : 0
  await writer.addWhole(entryOf(entry, method, level), method === 8 ? packed : content, sums)
}

async function addLongManifest(writer: ZipWriter, entry: Listed, manifest: NewManifest, level: number): Promise<void> {
  let crc = 0
  let seen = 0
  let before: Uint8Array | undefined
  await writer.begin(entryOf(entry, level > 0 ? 8 : 0, level))
  for await (const block of manifest.json()) {
    crc = crc32(block, crc)
    seen += block.length
    await writer.write(level > 0 ? await deflateBlock({ block, ...(before ? { before } : {}), last: seen === entry.size, level }) : block)
    before = block
  }
  await writer.finish({ crc, bytes: seen })
}

export function entryOf(listed: Listed, method: 0 | 8, level: number): NewEntry {
  return { name: listed.name, kind: listed.kind, method, mtime: listed.mtime, mostBytes: mostEntryBytes(listed.size, level) }
}

/** Deflate never adds more than five bytes for each 64 KiB, plus the flush marks between blocks of 1 MiB. */
export const mostEntryBytes = (size: number, level: number): number => (level === 0 ? size : size + 5 * Math.ceil(size / 65_535) + 16 * Math.ceil(size / 1_048_576) + 64)
