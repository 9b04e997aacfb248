import { createHash } from 'node:crypto'
import { crc32 } from 'node:zlib'
import type { Block } from '../../crypto/zip/deflate.ts'
import type { ManifestLine } from '../../crypto/zip/manifest.ts'
import type { ZipWriter } from '../../crypto/zip/writer.ts'
import { ahead } from './ahead.ts'
import type { Listed } from './listing.ts'
import { entryOf, type Packing } from './pack-entries.ts'
import { readSource } from './source-file.ts'

const WINDOW_BYTES = 32 * 1024

/** Packs one large file. Hash and CRC run here over the plain blocks, in order, while the crew deflates several blocks beside. */
export async function packLarge(writer: ZipWriter, listed: Listed, packing: Packing): Promise<ManifestLine> {
  const sums = { sha256: createHash('sha256'), crc: 0 }
  await writer.begin(entryOf(listed, listed.stored ? 0 : 8, listed.stored ? 0 : packing.level))
  const blocks = summedBlocks(listed, packing, sums)
  if (listed.stored) await store(writer, blocks, packing)
  else await deflate(writer, blocks, packing)
  await writer.finish({ crc: sums.crc, bytes: listed.size })
  packing.onFile()
  return { path: listed.name, size: listed.size, mtime: listed.mtime, sha256: sums.sha256.digest('hex') }
}

async function* summedBlocks(listed: Listed, packing: Packing, sums: { sha256: ReturnType<typeof createHash>; crc: number }): AsyncGenerator<Block> {
  let before: Uint8Array | undefined
  let seen = 0
  for await (const block of readSource(listed, packing.signal, packing.disk, packing.blocks)) {
    sums.sha256.update(block)
    sums.crc = crc32(block, sums.crc)
    seen += block.length
    packing.onBytes(block.length)
    // Copied now: the block may be given back, and filled anew, before its successor is deflated.
    const window = listed.stored ? undefined : Uint8Array.from(block.subarray(-WINDOW_BYTES))
    yield { block, ...(before ? { before } : {}), last: seen === listed.size, level: packing.level }
    before = window
  }
}

async function store(writer: ZipWriter, blocks: AsyncIterable<Block>, packing: Packing): Promise<void> {
  for await (const { block } of blocks) {
    await writer.hand(block, () => packing.blocks.give(block))
  }
}

async function deflate(writer: ZipWriter, blocks: AsyncIterable<Block>, packing: Packing): Promise<void> {
  const deflated = ahead(blocks, packing.depth, async (one) => ({ block: one.block, packed: await packing.crew.deflate(one) }))
  for await (const { block, packed } of deflated) {
    await writer.write(packed)
    packing.blocks.give(block)
  }
}
