import { createPublicKey } from 'node:crypto'
import { setImmediate as breathe } from 'node:timers/promises'
import type { LedgerExtract } from '../../core/world.ts'
import { toHex } from '../../crypto/digest.ts'
import { type Book, LedgerProblem, rowsOf } from './book.ts'
import { issueCheckpoint, openCheckpoint } from './checkpoints.ts'

/**
 * Some entries as they were hashed, each with its proof (RFC 6962 §2.1.1) below one signed checkpoint of now. What is appended while
 * they are read changes neither.
 */
export function extractOf(book: Book, seqs: readonly number[]): LedgerExtract {
  const checkpoint = issueCheckpoint(book)
  const { size, root } = openCheckpoint(book, checkpoint)
  if (seqs.some((seq) => seq < 0 || seq >= size)) throw new LedgerProblem('entry-missing')
  return { log: book.log, size, root: toHex(root), checkpoint, publicKeyPem: createPublicKey(book.key).export({ type: 'spki', format: 'pem' }).toString(), lines: linesOf(book, seqs, size) }
}

async function* linesOf(book: Book, seqs: readonly number[], size: number): AsyncGenerator<{ seq: number; entry: Uint8Array; leafHash: string; proof: string[] }> {
  const tree = book.tree()
  for (const [n, seq] of seqs.entries()) {
    const [row] = rowsOf(book.db, seq, 1)
    if (row?.seq !== seq) throw new LedgerProblem('entry-missing')
    yield { seq, entry: row.bytes, leafHash: toHex(row.leaf), proof: tree.inclusionProof(seq, size).map(toHex) }
    if (n % 200 === 199) await breathe()
  }
}
