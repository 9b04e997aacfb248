import { createHash, type Hash } from 'node:crypto'
import type { Evidence, EvidencePart, LedgerExtract, TableOrder } from '../../core/world.ts'
import { type Begin, writeAnew } from '../files/write-anew.ts'
import { tableBytes } from '../ledgers/write-table.ts'
import { type ZipPart, zipStream } from '../ledgers/zip-stream.ts'
import { packCheck, packReadme } from './pack-words.ts'

export interface EvidenceOptions {
  openBlob: (blob: string) => AsyncIterable<Uint8Array>
  /** No idle lock meanwhile; its signal calls it off when the vault is locked. */
  begin: Begin
}

/** Writes evidence packs as plain ZIP files, part after part, nothing held but a register at a time. */
export function realEvidence({ openBlob, begin }: EvidenceOptions): Evidence {
  return {
    async write({ into, fileName, parts }, { signal, onProgress }) {
      const whole = { hash: createHash('sha256'), bytes: 0 }
      const written = await writeAnew({ into, name: `${fileName}.zip`, signal, begin }, (both) => counted(zipStream(zipped(parts, openBlob, both, onProgress)), whole))
      return written.outcome === 'written' ? { ...written, bytes: whole.bytes, sha256: whole.hash.digest('hex') } : written
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
