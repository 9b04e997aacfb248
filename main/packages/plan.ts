import { shrinks } from '../../crypto/zip/deflate.ts'
import { ZipWriter } from '../../crypto/zip/writer.ts'
import type { Disk } from '../files/disk.ts'
import { onSource } from './disk-problem.ts'
import type { Listed } from './listing.ts'
import { addManifest, entryOf, SMALL_BYTES } from './pack-entries.ts'
import { TINY_BYTES } from './pack-small.ts'

const SAMPLE_BYTES = 16 * 1024

/** How each large file will be packed: stored when samples from its beginning, middle and end do not shrink. Streams can only be read once. */
export async function choosePacking(listed: readonly Listed[], level: number, signal: AbortSignal, disk: Disk): Promise<void> {
  for (const one of listed) {
    signal.throwIfAborted()
    if (one.size <= SMALL_BYTES) one.stored = level === 0 || one.size <= TINY_BYTES
    else one.stored = level === 0 || (one.from !== undefined && 'path' in one.from && !(await someSampleShrinks(one.from.path, one.size, disk)))
  }
}

async function someSampleShrinks(path: string, size: number, disk: Disk): Promise<boolean> {
  const file = await onSource(path, () => disk.open(path, 'r'))
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

/** When every file is stored, the archive's size is known before: written once with nothing in it, and only counted. */
export async function exactBytes(listed: readonly Listed[]): Promise<number | undefined> {
  if (!listed.every((one) => one.stored)) return undefined
  let bytes = 0
  const writer = new ZipWriter({ write: async (piece) => void (bytes += piece.length) })
  const nothing = new Uint8Array(1 << 20)
  for (const one of listed) {
    if (one.kind === 'folder' || one.size <= SMALL_BYTES) {
      await writer.addWhole(entryOf(one, 0, 0), nothing.subarray(0, one.size), { crc: 0, bytes: one.size })
      continue
    }
    await writer.begin(entryOf(one, 0, 0))
    for (let at = 0; at < one.size; at += nothing.length) await writer.write(nothing.subarray(0, one.size - at))
    await writer.finish({ crc: 0, bytes: one.size })
  }
  const files = listed.filter(({ kind }) => kind === 'file').map(({ name, size, mtime }) => ({ path: name, size, mtime, sha256: '0'.repeat(64) }))
  await addManifest(writer, { files, folders: listed.filter(({ kind }) => kind === 'folder').map(({ name }) => name) }, listed, 0)
  await writer.end()
  return bytes
}
