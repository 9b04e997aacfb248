import { createHash } from 'node:crypto'
import { crc32 } from 'node:zlib'
import { deflateBlock } from '../../crypto/zip/deflate.ts'
import { type Manifest, manifestBytes, manifestJson, type ManifestLine, manifestName } from '../../crypto/zip/manifest.ts'
import type { NewEntry, ZipWriter } from '../../crypto/zip/writer.ts'
import { type Disk, realDisk } from '../files/disk.ts'
import { ahead } from './ahead.ts'
import type { Crew } from './crew.ts'
import type { Listed, OnDisk } from './listing.ts'
import { packLarge } from './pack-large.ts'
import { TINY_BYTES } from './pack-small.ts'
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
  onBytes(bytes: number): void
  onFile(): void
}
interface Small { listed: Listed; content: Buffer; packed: Uint8Array; method: 0 | 8 }
interface Batch { files: Listed[]; packed: PackedBatch }

export const SMALL_BYTES = 256 * 1024
const BATCH_BYTES = 1 << 20
const BATCH_FILES = 64

/** Packs everything listed in one pass over the sources, and the manifest that came out of it as the last entry. */
export async function packEntries(writer: ZipWriter, listed: readonly Listed[], packing: Packing): Promise<Manifest> {
  const files: ManifestLine[] = []
  const folders: string[] = []
  for await (const next of ahead(grouped(listed, packing), packing.depth, (group) => prepare(group, packing))) {
    packing.signal.throwIfAborted()
    if ('files' in next) files.push(...await addBatch(writer, next, packing))
    else if ('content' in next) files.push(await addSmall(writer, next, packing))
    else if (next.kind === 'file') files.push(await packLarge(writer, next, packing))
    else folders.push(await addFolder(writer, next))
  }
  const manifest = { files, folders }
  await addManifest(writer, manifest, listed, listed.every((one) => one.stored) ? 0 : packing.level)
  return manifest
}

/** Upper bound for what packing can make of these sources, for zip64. */
export function mostPackedBytes(listed: readonly Listed[], level: number): number {
  const manifest = listed.reduce((sum, one) => sum + 160 + 6 * one.name.length, 1024)
  return listed.reduce((sum, one) => sum + mostEntryBytes(one.size, level) + 300 + 2 * Buffer.byteLength(one.name), manifest)
}

/** Neighbouring small files on disk go to the crew by the batch; everything else goes alone. */
function* grouped(listed: readonly Listed[], { crew, disk }: Packing): Generator<Listed | Listed[]> {
  const mayBatch = (one: Listed): boolean => crew.threads > 0 && disk === realDisk && one.kind === 'file' && one.size <= SMALL_BYTES && one.from !== undefined && 'path' in one.from
  let batch: Listed[] = []
  let bytes = 0
  for (const one of listed) {
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

async function addBatch(writer: ZipWriter, { files, packed }: Batch, packing: Packing): Promise<ManifestLine[]> {
  const lines: ManifestLine[] = []
  let at = 0
  for (const [i, listed] of files.entries()) {
    const { sha256, crc, method, bodyBytes } = packed.files[i]!
    const body = packed.body.subarray(at, at + bodyBytes)
    const entry = entryOf(listed, method, packing.level)
    if (packing.password) await writer.addEncrypted(entry, body, { crc, bytes: listed.size })
    else await writer.addWhole(entry, body, { crc, bytes: listed.size })
    at += bodyBytes
    lines.push(done(listed, sha256, packing))
  }
  return lines
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

/** Dated like the newest file in it, so that the same sources give the same bytes. A long one goes block by block. */
export async function addManifest(writer: ZipWriter, manifest: Manifest, listed: readonly Listed[], level: number): Promise<void> {
  const name = manifestName((wanted) => listed.some((one) => one.name.toLowerCase() === wanted || one.name.toLowerCase() === `${wanted}/`))
  const size = manifestBytes(manifest)
  const mtime = manifest.files.reduce((latest, line) => Math.max(latest, line.mtime), 0)
  const entry: Listed = { name, kind: 'file', size, mtime, from: undefined }
  if (size > BATCH_BYTES) return addLongManifest(writer, entry, manifest, level)
  const content = Buffer.concat([...manifestJson(manifest)])
  const sums = { crc: crc32(content), bytes: content.length }
  const packed = level > 0 ? await deflateBlock({ block: content, last: true, level }) : content
  const method = packed.length < content.length ? 8 : 0
  await writer.addWhole(entryOf(entry, method, level), method === 8 ? packed : content, sums)
}

async function addLongManifest(writer: ZipWriter, entry: Listed, manifest: Manifest, level: number): Promise<void> {
  let crc = 0
  let seen = 0
  let before: Uint8Array | undefined
  await writer.begin(entryOf(entry, level > 0 ? 8 : 0, level))
  for (const block of manifestJson(manifest)) {
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
const mostEntryBytes = (size: number, level: number): number => (level === 0 ? size : size + 5 * Math.ceil(size / 65_535) + 16 * Math.ceil(size / 1_048_576) + 64)
