import type { KeyObject } from 'node:crypto'
import { setImmediate as breathe } from 'node:timers/promises'
import type { AnyLedger } from '../../core/ledgers/definition.ts'
import { ledgers } from '../../core/ledgers/register.ts'
import type { How } from '../../core/world.ts'
import { LedgerShelves } from '../ledgers/ledger-shelves.ts'
import { type Book, LedgerProblem, logOf, type Projection, rowsOf } from './book.ts'
import { lastCheckpoint } from './checkpoints.ts'
import type { Db } from './database.ts'
import { type Doubter, doubtHere } from './doubter.ts'
import { readEntry } from './entry-bytes.ts'
import { KeptTable } from './kept-table.ts'
import { LedgerTree } from './ledger-tree.ts'
import { OccurringTypes, unknownTypes } from './occurring-types.ts'
import { PaperShelf } from './paper-shelf.ts'
import { hasForm, migrate, newerForm } from './schema.ts'

/** Entries that are projected without a pause: some 50 ms. */
const AT_A_TIME = 500

export interface LedgerOptions {
  key: KeyObject
  projection: Projection
  definitions?: readonly AnyLedger[]
  /** Who doubts it when it is verified: here, in pieces, unless told. */
  hireDoubter?: (book: Pick<Book, 'log' | 'projection'>) => Doubter | Promise<Doubter>
}

/**
 * Brings what an older program left up to date as `openLedger` would, but in pieces, so that whoever waits sees how far it is and may leave. One transaction all the same:
 * called off or killed, the home is as it was. Throws the signal's reason, and what `openLedger` throws.
 */
export async function bringUpLedger(db: Db, options: LedgerOptions, { signal, onProgress }: How<{ done: number; total: number }>): Promise<void> {
  const { log, size } = looked(db, options)
  db.exec('BEGIN IMMEDIATE')
  try {
    for (const done of bringingUp(furnished(db, options, { log, size: () => size, tree: () => LedgerTree.over(db, size) }))) {
      onProgress({ done, total: size })
      await breathe()
      signal.throwIfAborted()
    }
    db.exec('COMMIT')
  } finally {
    if (db.inTransaction) db.exec('ROLLBACK')
  }
}

/** Where a ledger stands that may be opened with this key and this program. */
export function looked(db: Db, { key, projection }: LedgerOptions): { log: string; size: number; leaf: Uint8Array } {
  const log = aboutLog(db)
  if (log !== logOf(key)) throw new LedgerProblem('ledger-of-another-key')
  refuseNewer(db, projection)
  const head = readHead(db)
  if ((lastCheckpoint(db)?.size ?? 0) > head.size) throw new LedgerProblem('ledger-cut')
  return { log, ...head }
}

/** Within a transaction: tables that an older program did not have are made here. */
export function furnished(db: Db, { key, projection, definitions = ledgers, hireDoubter = doubtHere }: LedgerOptions, { log, size, tree }: Pick<Book, 'log' | 'size' | 'tree'>): Book {
  migrate(db)
  const shelves = new LedgerShelves(db, definitions)
  return { db, log, key, kept: new KeptTable(db, shelves), shelves, types: new OccurringTypes(db), projection, size, tree, hireDoubter: async () => hireDoubter({ log, projection }) }
}

/** Yields how many entries were read, now and then. */
export function* bringingUp(book: Book): Generator<number> {
  const { db, shelves, types, projection, size } = book
  if (!shelves.isNoted() || !types.areOf(size()) || isOtherwise(projection, versionFilled(db), types)) yield* refilling(book)
  else noteVersion(db, projection)
}

/** All steps at once. */
export function exhaust(steps: Generator<number>): void {
  while (steps.next().done !== true);
}

function aboutLog(db: Db): string {
  const log = hasForm(db) ? (db.prepare<[string], string>('SELECT value FROM about WHERE name = ?').pluck().get('log') as string | undefined) : undefined
  if (log === undefined) throw new LedgerProblem('ledger-without-form')
  return log
}

function readHead(db: Db): { size: number; leaf: Uint8Array } {
  const last = db.prepare<[], { seq: number; leaf: Uint8Array }>('SELECT seq, leaf FROM entries ORDER BY seq DESC LIMIT 1').get()
  return last ? { size: last.seq + 1, leaf: last.leaf } : { size: 0, leaf: new Uint8Array() }
}

function versionFilled(db: Db): number {
  return Number(db.prepare<[string], string>('SELECT value FROM about WHERE name = ?').pluck().get('projection') ?? 0)
}

/** What a newer program wrote is not ours to write into, nor could we show it: entries of types that nobody here can read, rows made otherwise, another form. */
function refuseNewer(db: Db, projection: Projection): void {
  const form = newerForm(db)
  if (form !== null) throw new LedgerProblem('ledger-newer', `form ${form}`)
  const filled = versionFilled(db)
  if (filled > projection.version) throw new LedgerProblem('ledger-newer', `projection ${filled}`)
  const [unknown] = unknownTypes(db)
  if (unknown !== undefined) throw new LedgerProblem('ledger-newer', `entries ${unknown}`)
}

/** Whether rows that version `filled` made would be others today; one that nobody noted (0) may have made anything. */
function isOtherwise({ version, changedSince }: Projection, filled: number, types: OccurringTypes): boolean {
  if (filled === version) return false
  const changed = filled === 0 ? 'all' : changedSince?.(filled) ?? 'all'
  return changed === 'all' || types.someOf(changed)
}

function noteVersion(db: Db, { version }: Projection): void {
  if (versionFilled(db) !== version) db.prepare("INSERT INTO about (name, value) VALUES ('projection', ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value").run(String(version))
}

/**
 * One transaction: whoever looks after a power cut finds the old tables or the new ones. Things are changed on paper and written once, as they are at the
 * end: to write each as often as entries speak of it takes five times as long. Rows of the ledgers follow (`shelves.begin`).
 */
export function refill(book: Book): void {
  book.db.transaction(() => exhaust(refilling(book))).immediate()
  book.kept.settled()
}

function* refilling({ db, kept, shelves, types, projection, size }: Book): Generator<number> {
  const paper = new PaperShelf(shelves)
  shelves.begin((kind, id) => paper.placeOf(kind, id))
  const occurring = new Set<string>()
  for (let from = 0; from < size(); from += AT_A_TIME) {
    for (const row of rowsOf(db, from, AT_A_TIME)) {
      paper.speakFor(row.seq)
      const entry = readEntry(row)
      occurring.add(entry.type)
      projection.project(entry, paper)
      shelves.heard(entry)
    }
    yield Math.min(size(), from + AT_A_TIME)
  }
  types.fill(occurring, size())
  kept.fill(paper.rows())
  shelves.end()
  noteVersion(db, projection)
}
