import type { Files } from '../../core/world.ts'
import { sha256Hex } from '../../crypto/digest.ts'
import { BLOB, blobsIn, type Blobs } from './blobs.ts'
import { type Disk, realDisk } from './disk.ts'
import { find } from './find.ts'
import { gather } from './gather.ts'
import { listFolder, readSmall, sha256Of } from './look.ts'
import { save } from './save.ts'
import { take } from './take.ts'

export interface FilesOptions {
  folder: string
  /** 32 bytes for a blob; refuses while the vault is locked. */
  keyOf: (blob: string) => Uint8Array
  /** How many entries the ledger has, whether one is known to name a blob (and how it learns that), and the bytes of those from `from` on that hold these words. */
  ledger: { size(): number; speaksOfBlob(blob: string): boolean; learnBlobs(blobs: readonly string[]): void; entriesWith(words: string, from: number): AsyncIterable<Uint8Array> | Iterable<Uint8Array> }
  /** Something long begins; its signal calls it off when the vault is locked. */
  begin: () => { signal: AbortSignal; end(): void }
  disk?: Disk
}

export interface RealFiles extends Files {
  readonly blobs: Blobs
  /** Removes what a power cut left: drafts, and blobs that no entry ever spoke of. Only for whoever has just opened the vault. */
  sweep(): Promise<void>
}

/** Files of this machine, and those that the vault keeps. */
export function realFiles({ folder, keyOf, ledger, begin, disk = realDisk }: FilesOptions): RealFiles {
  const blobs = blobsIn(folder, keyOf, disk)
  /** How long the ledger was when a blob came: no earlier entry can speak of it. */
  const cameAt = new Map<string, number>()

  async function removeUnspoken(named: readonly string[]): Promise<void> {
    const candidates = named.filter((blob) => !ledger.speaksOfBlob(blob))
    if (candidates.length === 0) return
    const from = Math.min(...candidates.map((blob) => cameAt.get(blob) ?? 0))
    const spokenOf = new Set<string>()
    for await (const bytes of ledger.entriesWith('blob-', from)) for (const [blob] of Buffer.from(bytes).toString('latin1').matchAll(BLOB)) spokenOf.add(blob)
    ledger.learnBlobs(candidates.filter((blob) => spokenOf.has(blob)))
    for (const blob of candidates) {
      if (spokenOf.has(blob)) continue
      await blobs.remove(blob)
      cameAt.delete(blob)
    }
  }

  return {
    blobs,
    find: (paths) => find(paths, disk),
    gather: (paths) => gather(paths, disk),

    async take(found, { signal, onProgress }) {
      const size = ledger.size()
      const work = begin()
      try {
        const taking = await take(found, blobs, { signal: AbortSignal.any([signal, work.signal]), onProgress }, disk)
        if (taking.outcome === 'taken') for (const { blob } of taking.taken) cameAt.set(blob, size)
        return taking
      } finally {
        work.end()
      }
    },

    // An append whose answer was lost may stand after all; what the ledger speaks of is never removed.
    forget: (names) => removeUnspoken(names),

    async keep(_name, bytes) {
      const size = ledger.size()
      const draft = await blobs.draft((async function* () { yield bytes })())
      await blobs.settle([draft])
      cameAt.set(draft.blob, size)
      return { blob: draft.blob, size: bytes.length, sha256: sha256Hex(bytes) }
    },

    async fetch(blob) {
      const pieces: Uint8Array[] = []
      for await (const piece of blobs.open(blob)) pieces.push(piece)
      return new Uint8Array(Buffer.concat(pieces))
    },

    save: (files, into) => save(files.map(({ blob, name }) => ({ name, content: blobs.open(blob) })), into, disk),
    sha256: (path) => sha256Of(path, disk),
    listFolder: (path) => listFolder(path, disk),
    readSmall: (path, limit) => readSmall(path, limit, disk),

    async sweep() {
      const names = await blobs.names()
      for (const name of names.filter((each) => each.endsWith('.part'))) await disk.rm(`${folder}/${name}`, { force: true })
      await removeUnspoken(names.filter((name) => /^blob-[0-9a-f]{32}$/.test(name)))
    },
  }
}
