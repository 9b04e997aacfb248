import type { Entry } from '../../core/ledger/entry.ts'
import { opennessSaid } from '../../core/ledger/open.ts'
import type { Kind } from '../../core/ledger/shelf.ts'
import type { AnyLedger } from '../../core/ledgers/definition.ts'
import { structureOf } from '../../core/ledgers/definition.ts'
import type { RowsQuery } from '../../core/ledgers/query.ts'
import type { Db } from '../ledger/database.ts'
import type { Watching } from '../ledger/kept-table.ts'
import { choicesIn, findRows } from './find-rows.ts'
import { type Left, placeOf, RowIndex } from './row-index.ts'
import { Touches } from './touches.ts'

/** As many queries are remembered with all their rows, so that scrolling never asks twice. */
const REMEMBERED = 6

/** The ledgers (台帳) of an open database: kept up to date with the shelf, and asked by whoever shows them. */
export class LedgerShelves implements Watching {
  readonly #db: Db
  readonly #definitions: readonly AnyLedger[]
  readonly #index: RowIndex
  readonly #touches: Touches
  readonly #found = new Map<string, readonly number[]>()
  readonly #idAt
  /** While the shelf is filled anew, rows wait until all of it lies there. */
  #filling = false
  /** How far the rows are made anew; null while nobody is at it. */
  #left: Left | null = null

  constructor(db: Db, definitions: readonly AnyLedger[]) {
    this.#db = db
    this.#definitions = definitions
    this.#index = new RowIndex(db, definitions)
    this.#touches = new Touches(db, definitions)
    this.#idAt = db.prepare<[number], { id: string }>('SELECT id FROM kept WHERE place = ?')
  }

  put(kind: Kind, id: string, place: number, seq: number, before: string | null, after: string): void {
    this.#touches.put(kind, place, seq)
    if (!this.#filling) this.#index.put(kind, id, before, after)
  }

  drop(kind: Kind, id: string, place: number): void {
    this.#touches.drop(place)
    if (!this.#filling) this.#index.drop(kind, id)
  }

  heard(entry: Entry): void {
    this.#touches.heard(entry)
  }

  /** The rows of what an append changed; within its transaction. */
  flush(): void {
    this.#index.flush()
  }

  settled(): void {
    this.#found.clear()
  }

  undone(): void {
    this.#index.undone()
  }

  /** Whether the rows were made by these definitions. A change in how a cell is made counts. */
  isFilled(): boolean {
    return this.#about('ledgers') === structureOf(this.#definitions)
  }

  /** Whether histories, and what is over, were noted as it is done today; if not, the entries must be walked again. */
  isNoted(): boolean {
    return this.#about('histories') === spokenOfIn(this.#definitions)
  }

  /** The shelf is about to be filled from the entries, on paper: `placeOf` says where a thing lies there. Rows are to be made anew afterwards. */
  begin(placeOf: (kind: Kind, id: string) => number | undefined): void {
    this.#filling = true
    this.#db.exec('DELETE FROM ledger_touches')
    this.#touches.lookIn(placeOf)
  }

  /** It is filled, and its table too. */
  end(): void {
    this.#filling = false
    this.#touches.lookIn(null)
    this.#note('histories', spokenOfIn(this.#definitions))
    this.#note('ledgers', '')
    this.#note('ledgers-making', '')
    this.#left = null
    this.#found.clear()
  }

  /** Makes the rows of so many more things anew, within a transaction; whether that was all. A program that ended before goes on where it stood. */
  fillSome(things: number): boolean {
    if (this.#left === null) {
      if (this.isFilled()) return true
      this.#left = this.#leftBefore() ?? this.#startAnew()
    }
    this.#left = this.#index.fillSome(things, this.#left)
    this.#note('ledgers-left', JSON.stringify(this.#left))
    if (this.#left.kinds.length > 0) return false
    this.#note('ledgers', structureOf(this.#definitions))
    this.#left = null
    this.#found.clear()
    return true
  }

  #startAnew(): Left {
    this.#index.clear()
    this.#note('ledgers', '')
    this.#note('ledgers-making', structureOf(this.#definitions))
    return this.#index.start()
  }

  /** Null unless the same rows were being made, and nobody made others since. */
  #leftBefore(): Left | null {
    if (this.#about('ledgers') !== '' || this.#about('ledgers-making') !== structureOf(this.#definitions)) return null
    return JSON.parse(this.#about('ledgers-left') ?? 'null') as Left | null
  }

  /** How many rows a query finds, and the ids of some of them. */
  rows(query: RowsQuery, from: number, count: number): { total: number; ids: string[] } {
    const numbers = this.#numbers(query)
    return { total: numbers.length, ids: numbers.slice(from, from + count).flatMap((n) => this.#idAt.get(placeOf(n))?.id ?? []) }
  }

  /** The values that stand in a column, each with how often and an id where it stands; the most frequent first. */
  choices(query: RowsQuery, column: string, most: number): { id: string; count: number }[] {
    return choicesIn(this.#db, this.#definitions, query, column, most).flatMap(({ n, count }) => {
      const row = this.#idAt.get(placeOf(n))
      return row ? [{ id: row.id, count }] : []
    })
  }

  /** The entries that touched a thing, oldest first. */
  touched(kind: Kind, id: string): number[] {
    return this.#touches.of(kind, id)
  }

  #numbers(query: RowsQuery): readonly number[] {
    const asked = JSON.stringify([query.ledger, query.contractId, query.search, query.filters, query.sort])
    const before = this.#found.get(asked)
    if (before) return before
    const numbers = findRows(this.#db, this.#definitions, query)
    const [oldest] = this.#found.keys()
    if (this.#found.size >= REMEMBERED && oldest !== undefined) this.#found.delete(oldest)
    this.#found.set(asked, numbers)
    return numbers
  }

  #about(name: string): string | undefined {
    return this.#db.prepare<[string], { value: string }>('SELECT value FROM about WHERE name = ?').get(name)?.value
  }

  #note(name: string, value: string): void {
    this.#db.prepare('INSERT INTO about (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value').run(name, value)
  }
}

const spokenOfIn = (definitions: readonly AnyLedger[]): string => `${opennessSaid()}\n${spoken(definitions)}`

const spoken = (definitions: readonly AnyLedger[]): string =>
  definitions.flatMap(({ name, kind, spokenOf }) => Object.entries(spokenOf ?? {}).map(([type, id]) => `${name} ${kind} ${type} ${String(id)}`)).join('\n')
