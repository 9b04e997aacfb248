import { randomBytes } from 'node:crypto'
import type { FileHandle } from 'node:fs/promises'
import { join } from 'node:path'
import { openStream, sealStream } from '../../crypto/sealed-file.ts'
import { codeOf, type Disk, realDisk } from './disk.ts'
import { draftName, syncFolder } from './draft.ts'

/** Names of blobs are random; the word before them lets the ledger be searched for every one it ever spoke of. */
export const BLOB = /blob-[0-9a-f]{32}/g
const GATHERED = 16
const READ_BYTES = 1 << 20

export interface Blobs {
  /** Seals a stream into a draft: synced, without its name yet. */
  draft(source: AsyncIterable<Uint8Array>): Promise<Draft>
  /** Gives drafts their names, all of them or none. */
  settle(drafts: readonly Draft[]): Promise<void>
  drop(drafts: readonly Draft[]): Promise<void>
  open(blob: string): AsyncGenerator<Uint8Array>
  remove(blob: string): Promise<void>
  /** Everything in the folder, drafts included. */
  names(): Promise<string[]>
}
export interface Draft { blob: string; path: string }

/** Sealed files in one folder. `keyOf` gives each its own 32 bytes, and refuses while the vault is locked. */
export function blobsIn(folder: string, keyOf: (blob: string) => Uint8Array, disk: Disk = realDisk): Blobs {
  const placeOf = (blob: string): string => join(folder, named(blob))

  async function write(path: string, content: AsyncIterable<Uint8Array>): Promise<void> {
    const file = await disk.open(path, 'wx', 0o600)
    try {
      let gathered: Uint8Array[] = []
      for await (const chunk of content) {
        if (gathered.push(chunk) < GATHERED) continue
        await writeAll(file, gathered)
        gathered = []
      }
      await writeAll(file, gathered)
      await file.sync()
    } finally {
      await file.close()
    }
  }

  async function* read(path: string): AsyncGenerator<Uint8Array> {
    const file = await disk.open(path, 'r')
    try {
      // One buffer for all, and no larger than the file: whoever opens a sealed stream copies each piece before asking for the next.
      const buffer = Buffer.allocUnsafeSlow(Math.min(READ_BYTES, (await file.stat()).size + 1))
      for (;;) {
        const { bytesRead } = await file.read(buffer, 0, buffer.length, null)
        if (bytesRead === 0) return
        yield buffer.subarray(0, bytesRead)
      }
    } finally {
      await file.close()
    }
  }

  const blobs: Blobs = {
    async draft(source) {
      const blob = `blob-${randomBytes(16).toString('hex')}`
      const path = draftName(placeOf(blob))
      const key = keyOf(blob)
      try {
        await write(path, sealStream(source, key))
        return { blob, path }
      } catch (error) {
        await disk.rm(path, { force: true })
        throw error
      } finally {
        key.fill(0)
      }
    },

    async settle(drafts) {
      const settled: string[] = []
      try {
        for (const { blob, path } of drafts) {
          await disk.rename(path, placeOf(blob))
          settled.push(blob)
        }
        await syncFolder(folder, disk)
      } catch (error) {
        for (const blob of settled) await blobs.remove(blob)
        throw error
      }
    },

    async drop(drafts) {
      for (const { path } of drafts) await disk.rm(path, { force: true })
    },

    async *open(blob) {
      const key = keyOf(blob)
      try {
        yield* openStream(read(placeOf(blob)), key)
      } finally {
        key.fill(0)
      }
    },

    remove: (blob) => disk.rm(placeOf(blob), { force: true }),
    names: async () => disk.readdir(folder).catch((error: unknown) => {
      if (codeOf(error) === 'ENOENT') return []
      throw error
    }),
  }
  return blobs
}

/** Blob names come back from the ledger and from orders; one that is none must not become a path. */
function named(blob: string): string {
  if (!/^blob-[0-9a-f]{32}$/.test(blob)) throw new RangeError('not the name of a blob')
  return blob
}

async function writeAll(file: FileHandle, chunks: readonly Uint8Array[]): Promise<void> {
  if (chunks.length === 0) return
  const total = chunks.reduce((sum, { length }) => sum + length, 0)
  const { bytesWritten } = await file.writev(chunks)
  // A disk that fills up takes a part and reports the rest only when asked again.
  if (bytesWritten < total) await file.writeFile(Buffer.concat(chunks).subarray(bytesWritten))
}
