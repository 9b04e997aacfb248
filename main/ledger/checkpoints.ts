import { createPublicKey } from 'node:crypto'
import type { ConsistencyFile } from '../../core/city/witnessed.ts'
import type { Witness } from '../../core/documents/header.ts'
import { type Checkpoint, readCheckpoint, writeCheckpoint } from '../../crypto/checkpoint.ts'
import { constantTimeEqual, toHex } from '../../crypto/digest.ts'
import { type Book, LedgerProblem } from './book.ts'
import { type Db, onDisk } from './database.ts'
import { readKept } from './entry-bytes.ts'

/**
 * A checkpoint of now, signed and stored before anyone sees it; the stored one when nothing was added since.
 * Refuses to sign what does not continue the last one: a file put back from a copy, or rewritten. Only the checkpoints
 * that others hold can tell when the whole file, these checkpoints included, was replaced.
 */
export function issueCheckpoint(book: Book): string {
  const last = lastCheckpoint(book.db)
  const tree = book.tree()
  if (last) refuseFork(book, last.text)
  if (last && last.size === tree.size) return last.text
  if (tree.size === 0) return writeCheckpoint({ origin: book.log, size: 0, root: tree.root() }, book.key)
  const text = writeCheckpoint({ origin: book.log, size: tree.size, root: tree.root() }, book.key)
  onDisk(book.db, () => book.db.prepare('INSERT INTO checkpoints (size, text) VALUES (?, ?)').run(tree.size, text))
  return text
}

/** The newest checkpoint, and the proof that entry `seq` lies below it (RFC 6962 §2.1.1). */
export function witnessOf(book: Book, seq: number): Witness {
  const tree = book.tree()
  const leaf = book.db.prepare<[number], Uint8Array>('SELECT leaf FROM entries WHERE seq = ?').pluck().get(seq) as Uint8Array | undefined
  if (!leaf) throw new LedgerProblem('entry-missing')
  return { checkpoint: issueCheckpoint(book), seq, leafHash: toHex(leaf), proof: tree.inclusionProof(seq).map(toHex) }
}

/**
 * The newest checkpoint, and of every earlier one the proof that it continues it: whoever holds any of them can tell that nothing before it was touched.
 * A ledger that was restored also shows the entries that say so: whoever holds a checkpoint that it does not continue can read why.
 */
export function consistencyOf(book: Book): Pick<ConsistencyFile, 'checkpoint' | 'proofs' | 'restorings'> {
  const checkpoint = issueCheckpoint(book)
  const tree = book.tree()
  const restorings = restoringsIn(book).map(({ seq, bytes }) => ({ seq, entry: Buffer.from(bytes).toString('utf8'), proof: tree.inclusionProof(seq, tree.size).map(toHex) }))
  return { checkpoint, proofs: storedCheckpoints(book.db).map(({ size }) => ({ size, proof: tree.consistencyProof(size, tree.size).map(toHex) })), restorings }
}

const RESTORINGS = ['vault-restored', 'restoring-told'] as const

/** Hardly a ledger has any: the others are not looked through. */
function restoringsIn({ db, types }: Book): { seq: number; bytes: Uint8Array }[] {
  if (!types.someOf(RESTORINGS)) return []
  const speaking = db.prepare<string[], { seq: number; bytes: Uint8Array }>(`SELECT seq, bytes FROM entries WHERE ${RESTORINGS.map(() => 'instr(bytes, CAST(? AS BLOB))').join(' OR ')} ORDER BY seq`).all(...RESTORINGS.map((type) => `"type":"${type}"`))
  return speaking.filter((row) => (RESTORINGS as readonly string[]).includes(readKept(row.bytes).type))
}

export interface StoredCheckpoint { size: number; text: string }

/** Every checkpoint that was ever issued, from the oldest. */
export function storedCheckpoints(db: Db): StoredCheckpoint[] {
  return db.prepare<[], StoredCheckpoint>('SELECT size, text FROM checkpoints ORDER BY size').all()
}

export function lastCheckpoint(db: Db): StoredCheckpoint | undefined {
  return db.prepare<[], StoredCheckpoint>('SELECT size, text FROM checkpoints ORDER BY size DESC LIMIT 1').get()
}

/** What a checkpoint of this ledger says. Throws an `EvidenceProblem` when it is not one that this key signed. */
export function openCheckpoint(book: Book, text: string): Checkpoint {
  return readCheckpoint(text, { origin: book.log, publicKey: createPublicKey(book.key) })
}

function refuseFork(book: Book, text: string): void {
  const { size, root } = openCheckpoint(book, text)
  const tree = book.tree()
  if (size > tree.size) throw new LedgerProblem('ledger-cut')
  if (!constantTimeEqual(tree.root(size), root)) throw new LedgerProblem('ledger-forked')
}
