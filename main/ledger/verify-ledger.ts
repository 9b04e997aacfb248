import { setImmediate as breathe } from 'node:timers/promises'
import { Refusal } from '../../core/refusal.ts'
import type { How, Ledger } from '../../core/world.ts'
import { constantTimeEqual, toHex } from '../../crypto/digest.ts'
import { EvidenceProblem } from '../../crypto/evidence-problem.ts'
import { type Book, rowsOf } from './book.ts'
import { issueCheckpoint, lastCheckpoint, openCheckpoint, type StoredCheckpoint, storedCheckpoints } from './checkpoints.ts'
import { sqliteCode } from './database.ts'
import { type Batch, NO_ENTRY, type Problem, type Rest } from './doubt.ts'
import type { Doubter } from './doubter.ts'
import { fillSomeTiles, storedTiles } from './ledger-tree.ts'
import type { KeptRow, Named } from './paper-shelf.ts'
import { alteredForm } from './schema.ts'
import { TILE_WIDTH } from './tile.ts'

export type Verified = Awaited<ReturnType<Ledger['verify']>>

/** Rows read without a pause: one or two milliseconds in which nobody else is answered. */
const AT_ONCE = 250

/**
 * Doubts everything: each entry's bytes are hashed again, its place and its predecessor compared, the root held against every
 * checkpoint ever issued, the guards of the tables looked for, and what screens read compared with what the entries say.
 * Reads here, in pieces, since only this connection holds the database; the work is the doubter's. Entries appended meanwhile are verified too.
 * Throws the signal's reason when cancelled. Problems are codes, `seq` -1 where no entry is meant:
 * `missing` `bytes-changed` `chain-broken` `not-as-written` `unreadable` · `checkpoint-not-ours` `checkpoint-ahead`
 * `checkpoint-differs` `tile-differs` · `guard-altered:NAME` · `kept-differs:KIND` `kept-unmakeable`
 */
export async function verifyLedger(book: Book, how: How<{ done: number; total: number }>): Promise<Verified> {
  how.signal.throwIfAborted()
  const doubter = await book.hireDoubter()
  try {
    return await verifyWith(book, doubter, how)
  } finally {
    await doubter.dismiss()
  }
}

async function verifyWith(book: Book, doubter: Doubter, { signal, onProgress }: How<{ done: number; total: number }>): Promise<Verified> {
  let done = 0
  // A few that came meanwhile are left for the end: whoever runs after every one of them never arrives.
  for (let left = Infinity; left > AT_ONCE; left = book.size() - done) {
    signal.throwIfAborted()
    const batch = batchOf(book, done, Math.min(done + AT_ONCE, book.size()))
    await doubter.entries(batch)
    done = batch.to
    onProgress({ done, total: book.size() })
    await breathe()
  }
  const changed = book.kept.changesFromHere()
  for (const { kind, rows } of keptRows(book)) {
    signal.throwIfAborted()
    await doubter.kept(kind, rows)
    await breathe()
  }
  const suspects = await doubter.suspects()
  // A vault of an older program keeps no tiles yet, and to sign wants the tree.
  while (!haveTiles(book, done)) {
    signal.throwIfAborted()
    await breathe()
  }
  signal.throwIfAborted()
  // What is read from here on is read without a pause, so that all of it is of the same moment.
  const checkpoints = storedCheckpoints(book.db)
  const rest: Rest = { batch: batchOf(book, done, book.size()), since: done, rows: rowsNamed(book, [...suspects, ...changed()]), sizes: checkpoints.map(({ size }) => size), tiles: storedTiles(book.db) }
  const guards = guardProblems(book)
  const found = await doubter.finish(rest)
  signal.throwIfAborted()
  onProgress({ done: found.size, total: found.size })
  const problems = [...found.problems, ...checkpoints.flatMap((checkpoint, i) => checkpointProblem(book, checkpoint, found.roots[i] ?? null)), ...guards]
  return { size: found.size, root: toHex(found.root), checkpoint: problems.length === 0 ? signFor(book) : lastText(book), problems }
}

/** Makes some; a disk that is too full for them is no finding. */
function haveTiles(book: Book, size: number): boolean {
  try {
    return fillSomeTiles(book.db, Math.floor(size / TILE_WIDTH))
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return true
  }
}

/** A sound ledger is signed for, unless its disk is too full even for that. */
function signFor(book: Book): string {
  try {
    return issueCheckpoint(book)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return lastText(book)
  }
}

const lastText = (book: Book): string => lastCheckpoint(book.db)?.text ?? ''

function batchOf(book: Book, from: number, to: number): Batch {
  try {
    return { from, to, rows: rowsOf(book.db, from, to - from), unreadable: false }
  } catch (error) {
    if (sqliteCode(error) === undefined) throw error
    return { from, to, rows: [], unreadable: true }
  }
}

/** The table that screens read, kind by kind, in the order of its places. What comes while one walks is left out, or a busy office would keep one walking for ever. */
function* keptRows({ db }: Book): Generator<{ kind: string; rows: KeptRow[] }> {
  const read = db.prepare<[string, number, number, number], KeptRow & { place: number }>('SELECT place, kind, id, "of", value, seq, open FROM kept WHERE kind = ? AND place > ? AND place <= ? ORDER BY place LIMIT ?')
  const last = (db.prepare('SELECT max(place) FROM kept').pluck().get() as number | null) ?? -1
  for (const kind of kindsIn(db)) {
    for (let rows = read.all(kind, -1, last, AT_ONCE); rows.length > 0; rows = read.all(kind, rows.at(-1)?.place ?? last, last, AT_ONCE)) yield { kind, rows }
  }
}

/** From kind to kind along the index: there are many things of few kinds. */
function kindsIn(db: Book['db']): string[] {
  const next = db.prepare<[string], string | null>('SELECT min(kind) FROM kept WHERE kind > ?').pluck()
  const kinds: string[] = []
  for (let kind = next.get(''); typeof kind === 'string'; kind = next.get(kind)) kinds.push(kind)
  return kinds
}

function rowsNamed({ db }: Book, named: readonly Named[]): KeptRow[] {
  const read = db.prepare<[string, string], KeptRow>('SELECT kind, id, "of", value, seq, open FROM kept WHERE kind = ? AND id = ?')
  return [...new Map(named.map((one) => [`${one.kind} ${one.id}`, one])).values()].flatMap(({ kind, id }) => read.get(kind, id) ?? [])
}

/** `root`: of the tree at the checkpoint's size; null where the ledger is not as large. */
function checkpointProblem(book: Book, { size, text }: StoredCheckpoint, root: Uint8Array | null): Problem[] {
  const seq = size - 1
  try {
    const said = openCheckpoint(book, text)
    if (said.size !== size) return [{ seq, what: 'checkpoint-not-ours' }]
    if (!root) return [{ seq, what: 'checkpoint-ahead' }]
    return constantTimeEqual(root, said.root) ? [] : [{ seq, what: 'checkpoint-differs' }]
  } catch (error) {
    if (!(error instanceof EvidenceProblem)) throw error
    return [{ seq, what: 'checkpoint-not-ours' }]
  }
}

function guardProblems({ db }: Book): Problem[] {
  return alteredForm(db).map((name) => ({ seq: NO_ENTRY, what: `guard-altered:${name}` }))
}
