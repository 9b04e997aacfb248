import { createHash, type Hash } from 'node:crypto'
import { join } from 'node:path'
import type { Evidence, EvidencePart, LedgerExtract, TableOrder } from '../../core/world.ts'
import { codeOf } from '../files/disk.ts'
import { exists } from '../files/draft.ts'
import { isFolder } from '../files/save.ts'
import { isFull } from '../files/take.ts'
import { writeWhole } from '../files/write-whole.ts'
import { tableBytes } from '../ledgers/write-table.ts'
import { type ZipPart, zipStream } from '../ledgers/zip-stream.ts'
import { packCheck, packReadme } from './pack-words.ts'

export interface EvidenceOptions {
  openBlob: (blob: string) => AsyncIterable<Uint8Array>
  /** No idle lock meanwhile; its signal calls it off when the vault is locked. */
  begin: () => { signal: AbortSignal; end(): void }
}

/** Writes evidence packs as plain ZIP files, part after part, nothing held but a register at a time. */
export function realEvidence({ openBlob, begin }: EvidenceOptions): Evidence {
  return {
    async write({ into, fileName, parts }, { signal, onProgress }) {
      const work = begin()
      const both = AbortSignal.any([signal, work.signal])
      const path = join(into, `${fileName}.zip`)
      const whole = { hash: createHash('sha256'), bytes: 0 }
      try {
        if (!(await isFolder(into))) return { outcome: 'folder-missing', path: into }
        if (await exists(path)) return { outcome: 'target-exists', path }
        await writeWhole(path, counted(zipStream(zipped(parts, openBlob, both, onProgress)), whole), both, { existing: 'refuse' })
        return { outcome: 'written', path, bytes: whole.bytes, sha256: whole.hash.digest('hex') }
      } catch (error) {
        if (both.aborted) return { outcome: 'abandoned' }
        if (codeOf(error) === 'EEXIST') return { outcome: 'target-exists', path }
        if (isFull(error)) return { outcome: 'disk-full', path }
        throw error
      } finally {
        work.end()
      }
    },
  }
}

async function* zipped(parts: readonly EvidencePart[], openBlob: EvidenceOptions['openBlob'], signal: AbortSignal, onProgress: (progress: { done: number; total: number }) => void): AsyncGenerator<ZipPart> {
  const sums: string[] = []
  const summed = (name: string, bytes: AsyncIterable<Uint8Array>): ZipPart => ({ name, bytes: hashed(bytes, (sum) => sums.push(`${sum}  ${name}\n`)) })
  yield summed('README.txt', once(packReadme))
  yield summed('check.py', once(packCheck))
  for (const [done, part] of parts.entries()) {
    signal.throwIfAborted()
    if (part.kind === 'ledger') for await (const file of ledgerFiles(part.extract)) yield summed(`${part.name}/${file.name}`, file.bytes)
    else yield summed(part.name, bytesOf(part, openBlob, signal))
    onProgress({ done: done + 1, total: parts.length })
  }
  yield { name: 'SHA256SUMS', bytes: once(sums.join('')) }
}

function bytesOf(part: Exclude<EvidencePart, { kind: 'ledger' }>, openBlob: EvidenceOptions['openBlob'], signal: AbortSignal): AsyncIterable<Uint8Array> {
  switch (part.kind) {
    case 'text': return once(part.text)
    case 'blob': return openBlob(part.blob)
    case 'table': return tableBytes({ ...part.table, into: '', fileName: '' } satisfies TableOrder, signal)
  }
}

/** Entries and proofs come line by line together, and are two files: the proofs wait. */
async function* ledgerFiles({ lines, checkpoint, publicKeyPem }: LedgerExtract): AsyncGenerator<ZipPart> {
  const proofs: string[] = []
  async function* entries(): AsyncGenerator<Uint8Array> {
    for await (const { seq, entry, leafHash, proof } of lines) {
      proofs.push(`${JSON.stringify({ seq, leafHash, proof })}\n`)
      yield Buffer.concat([entry, NEWLINE])
    }
  }
  yield { name: 'entries.ndjson', bytes: entries() }
  yield { name: 'proofs.ndjson', bytes: once(proofs.join('')) }
  yield { name: 'checkpoint.txt', bytes: once(checkpoint) }
  yield { name: 'public-key.pem', bytes: once(publicKeyPem) }
}

const NEWLINE = Buffer.from('\n')

// eslint-disable-next-line @typescript-eslint/require-await
async function* once(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text, 'utf8')
}

async function* hashed(bytes: AsyncIterable<Uint8Array>, tell: (sum: string) => void): AsyncGenerator<Uint8Array> {
  const hash = createHash('sha256')
  for await (const piece of bytes) {
    hash.update(piece)
    yield piece
  }
  tell(hash.digest('hex'))
}

async function* counted(bytes: AsyncIterable<Uint8Array>, whole: { hash: Hash; bytes: number }): AsyncGenerator<Uint8Array> {
  for await (const piece of bytes) {
    whole.hash.update(piece)
    whole.bytes += piece.length
    yield piece
  }
}
