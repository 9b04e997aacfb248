import { type AnyLedger, belongs, type Cell, cellsOf, contractOf } from '../../core/ledgers/definition.ts'
import { type FacedKind, faceOf, type Look } from '../../core/ledgers/faces.ts'
import { type Key, keyOf, searchable } from '../../core/ledgers/keys.ts'
import type { Kind } from '../../core/ledger/shelf.ts'
import type { Db } from '../ledger/database.ts'
import { pairsOf } from './row-words.ts'

interface KeptRow { place: number; kind: Kind; id: string; value: string }
/** What of a row is in the index. `text`: a number for what it is found by. */
interface Made { scope: number; keys: Key[]; text: number }
/** Kinds whose rows are still to be made; of the first, those behind a place. */
export interface Left { kinds: readonly Kind[]; place: number }
interface Book { book: number; slot: number; definition: AnyLedger }

/** A blank: sorts after every number and text. */
export const BLANK: Uint8Array = new Uint8Array()
/** As many ledgers may be kept of one kind, as many columns may a ledger have: numbers of rows and columns are made with these. */
const SLOTS = 16
const COLUMNS = 64

export const columnNo = (book: number, column: number): number => book * COLUMNS + column
export const placeOf = (n: number): number => Math.floor(n / SLOTS)

/**
 * By what the ledgers (台帳) are sorted, filtered and searched, beside the shelf and changed in the same transaction. A row's number
 * is made of the place of its thing on the shelf, so that rows stand in the order in which things came. What is shown is
 * read from the shelf itself; nothing here is the truth.
 */
export class RowIndex {
  readonly #db: Db
  readonly #statements
  readonly #ofKind: ReadonlyMap<Kind, Book[]>
  /** Things whose rows are to be made again before the transaction ends. */
  readonly #waiting = new Map<string, { kind: Kind; id: string }>()
  /** While rows are made anew without a pause, nothing changes and each face is looked up once. */
  #faces: Map<string, object | null | undefined> | null = null

  constructor(db: Db, definitions: readonly AnyLedger[]) {
    this.#db = db
    const books = definitions.map((definition, book) => ({ book, slot: definitions.slice(0, book).filter(({ kind }) => kind === definition.kind).length, definition }))
    this.#ofKind = booksByKind(books)
    this.#statements = {
      kept: db.prepare<[string, string], KeptRow>('SELECT place, kind, id, value FROM kept WHERE kind = ? AND id = ?'),
      keptAt: db.prepare<[number], KeptRow>('SELECT place, kind, id, value FROM kept WHERE place = ?'),
      keptAfter: db.prepare<[string, number, number], KeptRow>('SELECT place, kind, id, value FROM kept WHERE kind = ? AND place > ? ORDER BY place LIMIT ?'),
      row: db.prepare('INSERT OR REPLACE INTO ledger_rows (n, book, scope, keys) VALUES (?, ?, ?, ?)'),
      keysOf: db.prepare<[number], { keys: string }>('SELECT keys FROM ledger_rows WHERE n = ?'),
      noRow: db.prepare('DELETE FROM ledger_rows WHERE n = ?'),
      key: db.prepare('INSERT INTO ledger_keys (col, key, n, scope) VALUES (?, ?, ?, ?)'),
      noKey: db.prepare('DELETE FROM ledger_keys WHERE col = ? AND key = ? AND n = ?'),
      words: db.prepare('INSERT INTO ledger_words (rowid, pairs) VALUES (?, ?)'),
      noWords: db.prepare('DELETE FROM ledger_words WHERE rowid = ?'),
      need: db.prepare('INSERT OR IGNORE INTO ledger_needs (needed, n) VALUES (?, ?)'),
      needing: db.prepare<[number], { n: number }>('SELECT n FROM ledger_needs WHERE needed = ?'),
      scope: db.prepare<[string], { n: number }>('SELECT n FROM ledger_scopes WHERE id = ?'),
      newScope: db.prepare('INSERT INTO ledger_scopes (id) VALUES (?)'),
    }
  }

  /** A thing was put on the shelf; `before` is what lay there. Its rows, and those that look at its face, are made again by `flush`. */
  put(kind: Kind, id: string, before: string | null, after: string): void {
    if (this.#ofKind.has(kind)) this.#waiting.set(`${kind} ${id}`, { kind, id })
    if (before === after || isSameFace(kind, before, after)) return
    for (const { n } of this.#statements.needing.all(neededAs(kind, id))) {
      const row = this.#statements.keptAt.get(placeOf(n))
      if (row) this.#waiting.set(`${row.kind} ${row.id}`, row)
    }
  }

  /** A thing goes from the shelf, and its rows with it. */
  drop(kind: Kind, id: string): void {
    this.#waiting.delete(`${kind} ${id}`)
    const row = this.#ofKind.has(kind) ? this.#statements.kept.get(kind, id) : undefined
    if (row) for (const { slot, book } of this.#ofKind.get(kind) ?? []) {
      const n = row.place * SLOTS + slot
      const before = this.#madeBefore(n)
      if (before) this.#remove(n, book, before)
    }
  }

  /** Makes the rows that wait. Called within the transaction that changed the shelf. */
  flush(): void {
    for (const { kind, id } of this.#waiting.values()) {
      const row = this.#statements.kept.get(kind, id)
      if (row) this.#make(row, true)
    }
    this.#waiting.clear()
  }

  /** The transaction was rolled back. */
  undone(): void {
    this.#waiting.clear()
  }

  /** Takes every row away. */
  clear(): void {
    this.#waiting.clear()
    // FTS5 without contents is emptied by its own command.
    this.#db.exec("DELETE FROM ledger_rows; DELETE FROM ledger_keys; DELETE FROM ledger_needs; DELETE FROM ledger_scopes; INSERT INTO ledger_words (ledger_words) VALUES ('delete-all')")
  }

  /** All is to be made. */
  start(): Left {
    return { kinds: [...this.#ofKind.keys()], place: -1 }
  }

  /** Makes the rows of the next so many things on the shelf, and says what is left. What was changed meanwhile may have its rows already. */
  fillSome(things: number, { kinds, place }: Left): Left {
    const [kind, ...others] = kinds
    if (kind === undefined) return { kinds, place }
    this.#faces = new Map()
    const rows = this.#statements.keptAfter.all(kind, place, things)
    for (const row of rows) this.#make(row, true)
    this.#faces = null
    if (rows.length === things) return { kinds, place: rows.at(-1)?.place ?? place }
    return others.length === 0 ? { kinds: [], place: -1 } : this.fillSome(things - rows.length, { kinds: others, place: -1 })
  }

  #make({ place, kind, value }: KeptRow, again: boolean): void {
    const kept: unknown = JSON.parse(value)
    for (const { book, slot, definition } of this.#ofKind.get(kind) ?? []) {
      const n = place * SLOTS + slot
      const before = again ? this.#madeBefore(n) : null
      if (belongs(definition, kept)) this.#add(n, book, definition, kept, before)
      else if (before) this.#remove(n, book, before)
    }
  }

  /** Most of a row stays as it was when its thing changes, and an index is slow to write: only what differs is touched. */
  #add(n: number, book: number, definition: AnyLedger, kept: unknown, before: Made | null): void {
    const needed = new Set<number>()
    const look = this.#lookNoting(needed)
    const cells = cellsOf(definition, kept, look)
    const scope = this.#scopeOf(contractOf(definition, kept, look))
    const text = searchable(definition, cells)
    const made: Made = { scope, keys: keysFor(definition, cells), text: numberOf(text) }
    this.#statements.row.run(n, book, scope, JSON.stringify(made))
    for (const [column, key] of made.keys.entries()) {
      if (before && before.scope === scope && before.keys[column] === key) continue
      if (before) this.#statements.noKey.run(columnNo(book, column), before.keys[column] ?? BLANK, n)
      this.#statements.key.run(columnNo(book, column), key ?? BLANK, n, scope)
    }
    if (before?.text !== made.text) {
      if (before) this.#statements.noWords.run(n)
      this.#statements.words.run(n, pairsOf(book, text))
    }
    for (const each of needed) this.#statements.need.run(each, n)
  }

  #madeBefore(n: number): Made | null {
    const row = this.#statements.keysOf.get(n)
    return row ? (JSON.parse(row.keys) as Made) : null
  }

  #remove(n: number, book: number, before: Made): void {
    for (const [column, key] of before.keys.entries()) this.#statements.noKey.run(columnNo(book, column), key ?? BLANK, n)
    this.#statements.noWords.run(n)
    this.#statements.noRow.run(n)
    // What it needed stays noted: at worst the row is made once more than it must.
  }

  #lookNoting(needed: Set<number>): Look {
    return ((kind: FacedKind, id: string | null | undefined) => {
      if (id === null || id === undefined) return undefined
      needed.add(neededAs(kind, id))
      return this.#faceOf(kind, id) ?? undefined
    }) as Look
  }

  #faceOf(kind: FacedKind, id: string): object | null | undefined {
    const called = `${kind} ${id}`
    if (this.#faces?.has(called)) return this.#faces.get(called)
    const row = this.#statements.kept.get(kind, id)
    const face = row && faceOf(kind, JSON.parse(row.value))
    this.#faces?.set(called, face)
    return face
  }

  /** 0 for what belongs to the whole office. */
  #scopeOf(contractId: string | null): number {
    if (contractId === null) return 0
    return this.#statements.scope.get(contractId)?.n ?? Number(this.#statements.newScope.run(contractId).lastInsertRowid)
  }
}

/** `Map.groupBy` is younger than Node 20. */
function booksByKind(books: readonly Book[]): Map<Kind, Book[]> {
  const ofKind = new Map<Kind, Book[]>()
  for (const book of books) ofKind.set(book.definition.kind, [...(ofKind.get(book.definition.kind) ?? []), book])
  return ofKind
}

const keysFor = (definition: AnyLedger, cells: readonly Cell[]) => definition.columns.map((column, i) => keyOf(column, cells[i] ?? null))

function isSameFace(kind: Kind, before: string | null, after: string): boolean {
  const face = faceOf(kind, JSON.parse(after))
  if (face === null) return true
  return before !== null && JSON.stringify(faceOf(kind, JSON.parse(before))) === JSON.stringify(face)
}

/** A number for a thing that rows look at. Two things with the same number only make rows once more than they must. */
const neededAs = (kind: Kind, id: string): number => numberOf(`${kind} ${id}`)

/** FNV-1a, twice 26 bits: that two texts of one row after another have the same number is one in 10¹⁵. */
function numberOf(text: string): number {
  let low = 0x811c9dc5
  let high = 0x1000193
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    low = Math.imul(low ^ code, 0x01000193)
    high = Math.imul(high ^ code, 0x85ebca6b)
  }
  return (high >>> 6) * 2 ** 26 + (low >>> 6)
}
