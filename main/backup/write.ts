import { createHash } from 'node:crypto'
import type { FileHandle } from 'node:fs/promises'
import type { Head } from '../../core/world.ts'
import { canonicalBytes } from '../../crypto/canonical-json.ts'
import { sealStream } from '../../crypto/sealed-file.ts'
import type { Disk } from '../files/disk.ts'
import { type Header, writeHeader } from './header.ts'
import type { Part } from './ledger-parts.ts'
import type { ManifestPart } from './manifest.ts'
import { BackupProblem, onTarget } from './problem.ts'
import { END, padding, tarHeader } from './tar.ts'

export interface ToWrite { header: Pick<Header, 'generation' | 'madeAt' | 'checkpoint' | 'keyring'>; head: Head; parts: AsyncIterable<Part>; keyOf: (about: string) => Uint8Array }
export interface Written { bytes: number; sha256: string; files: number }

/** Pieces of 64 KiB that go to the disk together. */
const GATHERED = 16

/** Writes a whole backup into the new file at `path`, and syncs it. Gives it no other name; what is left of a failure is the caller's to remove. */
export async function writeBackup(path: string, { header, head, parts, keyOf }: ToWrite, how: { signal: AbortSignal; onBytes(bytes: number): void }, disk: Disk): Promise<Written> {
  const start = writeHeader(header)
  const key = keyOf(start.about)
  const file = await onTarget(path, () => disk.open(path, 'wx', 0o600))
  try {
    const named: ManifestPart[] = []
    const into = outflow(file, path, how.onBytes)
    await into.put(start.bytes)
    for await (const piece of sealStream(archive(parts, { header, head }, named), key)) {
      how.signal.throwIfAborted()
      await into.put(piece)
    }
    const { bytes, sha256 } = await into.end()
    return { bytes, sha256, files: named.filter(({ name }) => name.startsWith('blobs/')).length }
  } finally {
    key.fill(0)
    await file.close()
  }
}

/** The parts one after the other, and at the end what each of them was. */
async function* archive(parts: AsyncIterable<Part>, { header, head }: Pick<ToWrite, 'header' | 'head'>, named: ManifestPart[]): AsyncGenerator<Uint8Array> {
  for await (const { name, size, content } of parts) {
    yield tarHeader(name, size)
    const hash = createHash('sha256')
    let length = 0
    for await (const piece of content) {
      hash.update(piece)
      length += piece.length
      yield piece
    }
    if (length !== size) throw new BackupProblem('source-changed', name)
    yield padding(size)
    named.push({ name, size, sha256: hash.digest('hex') })
  }
  const manifest = canonicalBytes({
    format: 'azukari-backup-manifest/1', generation: header.generation, madeAt: new Date(header.madeAt).toISOString(), checkpoint: header.checkpoint, head, parts: named,
  })
  yield tarHeader('manifest.json', manifest.length)
  yield manifest
  yield padding(manifest.length)
  yield END
}

function outflow(file: FileHandle, path: string, onBytes: (bytes: number) => void): { put(piece: Uint8Array): Promise<void>; end(): Promise<{ bytes: number; sha256: string }> } {
  const hash = createHash('sha256')
  let gathered: Uint8Array[] = []
  let bytes = 0
  const flush = async (): Promise<void> => {
    const all = Buffer.concat(gathered)
    gathered = []
    for (let put = 0; put < all.length;) put += (await onTarget(path, () => file.write(all, put, all.length - put))).bytesWritten
    bytes += all.length
    onBytes(all.length)
  }
  return {
    async put(piece) {
      hash.update(piece)
      if (gathered.push(piece) >= GATHERED) await flush()
    },
    async end() {
      await flush()
      await onTarget(path, () => file.sync())
      return { bytes, sha256: hash.digest('hex') }
    },
  }
}
