import { createHash } from 'node:crypto'
import { crc32 } from 'node:zlib'
import { deflateBlock, looksCompressible } from '../../crypto/zip/deflate.ts'
import { type Manifest, manifestJson, type ManifestLine, manifestName } from '../../crypto/zip/manifest.ts'
import type { NewEntry, ZipWriter } from '../../crypto/zip/writer.ts'
import type { Disk } from '../files/disk.ts'
import { ahead } from './ahead.ts'
import type { Listed } from './listing.ts'
import { BLOCK_BYTES, readSource } from './source-file.ts'

export interface Packing { level: number; signal: AbortSignal; disk: Disk; cores: number; onBytes(bytes: number): void; onFile(): void }
interface Small { listed: Listed; content: Buffer; packed: Uint8Array; method: 0 | 8 }

const SMALL_BYTES = 256 * 1024
const TINY_BYTES = 64

/** Packs everything listed in one pass over the sources, and the manifest that came out of it as the last entry. */
export async function packEntries(writer: ZipWriter, listed: readonly Listed[], packing: Packing): Promise<Manifest> {
  const files: ManifestLine[] = []
  const folders: string[] = []
  const prepared = ahead(listed, packing.cores * 8, async (one) => (one.kind === 'file' && one.size <= SMALL_BYTES ? prepareSmall(one, packing) : one))
  for await (const next of prepared) {
    packing.signal.throwIfAborted()
    if ('content' in next) files.push(await addSmall(writer, next, packing))
    else if (next.kind === 'file') files.push(await addLarge(writer, next, packing))
    else folders.push(await addFolder(writer, next))
  }
  const manifest = { files, folders }
  await addManifest(writer, manifest, listed, packing.level)
  return manifest
}

/** Upper bound for what packing can make of these sources: for zip64 and for asking whether the disk has room. */
export function mostPackedBytes(listed: readonly Listed[], level: number): number {
  const manifest = listed.reduce((sum, one) => sum + 160 + 6 * one.name.length, 1024)
  return listed.reduce((sum, one) => sum + mostEntryBytes(one.size, level) + 300 + 2 * Buffer.byteLength(one.name), manifest)
}

async function prepareSmall(listed: Listed, { level, signal, disk }: Packing): Promise<Small> {
  const blocks: Buffer[] = []
  for await (const block of readSource(listed, signal, disk)) blocks.push(block)
  const content = blocks.length === 1 ? blocks[0]! : Buffer.concat(blocks)
  const packed = level > 0 && content.length > TINY_BYTES ? await deflateBlock(content, undefined, true, level) : content
  // The bytes are encrypted in place later on, while the plain ones are still needed for their hash.
  return packed.length < content.length ? { listed, content, packed, method: 8 } : { listed, content, packed: content, method: 0 }
}

async function addSmall(writer: ZipWriter, { listed, content, packed, method }: Small, packing: Packing): Promise<ManifestLine> {
  const sha256 = createHash('sha256').update(content).digest('hex')
  const sums = { crc: crc32(content), bytes: content.length }
  await writer.addWhole({ ...entryOf(listed, method, packing.level), mostBytes: packed.length }, packed, sums)
  packing.onBytes(listed.size)
  packing.onFile()
  return { path: listed.name, size: listed.size, mtime: listed.mtime, sha256 }
}

/** Hash and CRC run over the plain blocks in order, while the deflating of several blocks goes on beside. */
async function addLarge(writer: ZipWriter, listed: Listed, packing: Packing): Promise<ManifestLine> {
  const hash = createHash('sha256')
  let crc = 0
  let method: 0 | 8 | undefined
  for await (const packed of ahead(hashed(), packing.cores + 2, ({ block, before, last }) => pack(block, before, last))) {
    await writer.write(packed)
  }
  if (method === undefined) await begin(0)
  await writer.finish({ crc, bytes: listed.size })
  packing.onFile()
  return { path: listed.name, size: listed.size, mtime: listed.mtime, sha256: hash.digest('hex') }

  async function* hashed(): AsyncGenerator<{ block: Buffer; before: Buffer | undefined; last: boolean }> {
    let before: Buffer | undefined
    let seen = 0
    for await (const block of readSource(listed, packing.signal, packing.disk)) {
      if (method === undefined) await begin(packing.level > 0 && looksCompressible(block) ? 8 : 0)
      hash.update(block)
      crc = crc32(block, crc)
      seen += block.length
      packing.onBytes(block.length)
      yield { block, before, last: seen === listed.size }
      // A copy of the window only: the block itself may be encrypted in place once it has been packed.
      before = method === 8 ? Buffer.from(block.subarray(-32 * 1024)) : undefined
    }
  }

  async function begin(chosen: 0 | 8): Promise<void> {
    method = chosen
    await writer.begin(entryOf(listed, chosen, packing.level))
  }

  async function pack(block: Buffer, before: Buffer | undefined, last: boolean): Promise<Uint8Array> {
    return method === 8 ? deflateBlock(block, before, last, packing.level) : block
  }
}

async function addFolder(writer: ZipWriter, listed: Listed): Promise<string> {
  await writer.addWhole({ ...entryOf(listed, 0, 0), mostBytes: 0 }, new Uint8Array(0), { crc: 0, bytes: 0 })
  return listed.name
}

async function addManifest(writer: ZipWriter, manifest: Manifest, listed: readonly Listed[], level: number): Promise<void> {
  const taken = new Set(listed.map(({ name }) => name.toLowerCase()))
  const content = Buffer.concat([...manifestJson(manifest)])
  const mtime = manifest.files.reduce((latest, line) => Math.max(latest, line.mtime), 0)
  const listedManifest: Listed = { name: manifestName((name) => taken.has(name) || taken.has(`${name}/`)), kind: 'file', size: content.length, mtime, from: undefined }
  const sums = { crc: crc32(content), bytes: content.length }
  const packed = level > 0 ? await deflateBlock(content, undefined, true, level) : content
  const method = packed.length < content.length ? 8 : 0
  await writer.addWhole({ ...entryOf(listedManifest, method, level), mostBytes: content.length }, method === 8 ? packed : content, sums)
}

function entryOf(listed: Listed, method: 0 | 8, level: number): NewEntry {
  return { name: listed.name, kind: listed.kind, method, mtime: listed.mtime, mostBytes: mostEntryBytes(listed.size, level) }
}

/** Deflate never adds more than five bytes for each 64 KiB, plus the flush marks between blocks. */
const mostEntryBytes = (size: number, level: number): number => (level === 0 ? size : size + 5 * Math.ceil(size / 65_535) + 16 * Math.ceil(size / BLOCK_BYTES) + 64)
