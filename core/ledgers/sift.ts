import type { Kind, Reading } from '../ledger/shelf.ts'
import { type AnyLedger, belongs, type Cell, cellsOf, contractOf, type LedgerColumn } from './definition.ts'
import { faceOf, type Look } from './faces.ts'
import { foldWords } from './fold.ts'
import { compareKeys, type Key, keyOf, searchable } from './keys.ts'
import type { Filter, RowsQuery } from './query.ts'

/** Looks through a reading, for whoever shows rows. */
export const lookIn = (reading: Reading): Look => ((kind: Kind, id: string | null | undefined) => {
  const kept = id === null || id === undefined ? undefined : reading.get(kind, id)
  return kept === undefined ? undefined : faceOf(kind, kept)
}) as Look

/**
 * The rows of a ledger, slowly: every thing of its kind is read and compared. What the index in the database answers must be the same;
 * this says what is meant. Answers the things themselves.
 */
export function siftRows(definition: AnyLedger, reading: Reading, { contractId, search, filters, sort }: RowsQuery): unknown[] {
  const look = lookIn(reading)
  const words = foldWords(search)
  const rows = (reading.list(definition.kind) as unknown[]).filter((kept) => belongs(definition, kept)).map((kept) => ({ kept, cells: cellsOf(definition, kept, look) }))
    .filter(({ kept }) => isIn(contractOf(definition, kept, look), contractId))
    .filter(({ cells }) => filters.every((filter) => passes(definition, cells, filter)))
    .filter(({ cells }) => words.every((word) => searchable(definition, cells).includes(word)))
  return ordered(definition, rows, sort).map(({ kept }) => kept)
}

/** Whether a row belongs to what one looks at: what is of the whole office belongs to every contract. */
export const isIn = (rowOf: string | null, contractId: string | null): boolean => contractId === null || rowOf === null || rowOf === contractId

/** Keys that a filter lets pass: `null` among `oneOf` is a blank. */
export function keysOf(definition: AnyLedger, filter: Extract<Filter, { oneOf: unknown }>): Key[] {
  const column = definition.columns.find(({ key }) => key === filter.column)
  return column ? filter.oneOf.map((cell) => keyOf(column, cell)) : []
}

function passes(definition: AnyLedger, cells: readonly Cell[], filter: Filter): boolean {
  const at = definition.columns.findIndex(({ key }) => key === filter.column)
  const column = definition.columns[at]
  if (!column) return false
  const key = keyOf(column, cells[at] ?? null)
  if ('oneOf' in filter) return keysOf(definition, filter).includes(key)
  if (key === null) return false
  return (filter.from === null || compareKeys(key, filter.from) >= 0) && (filter.to === null || compareKeys(key, filter.to) <= 0)
}

type Row = { kept: unknown; cells: Cell[] }

/** Blanks last in both directions; what is equal stands as it came, or the other way round when descending. */
function ordered(definition: AnyLedger, rows: readonly Row[], sort: RowsQuery['sort']): Row[] {
  const at = sort ? definition.columns.findIndex(({ key }) => key === sort.column) : -1
  const column = definition.columns[at]
  if (!sort || !column) return rows.toReversed()
  const keyed = (sort.descending ? rows.toReversed() : [...rows]).map((row) => ({ row, key: keyOf(column, row.cells[at] ?? null) }))
  return keyed.sort((a, b) => {
    if (a.key === null || b.key === null) return a.key === b.key ? 0 : a.key === null ? 1 : -1
    return sort.descending ? compareKeys(b.key, a.key) : compareKeys(a.key, b.key)
  }).map(({ row }) => row)
}

/** What stands in a column among the rows of a contract, and how often; the most frequent first, then what came first. */
export function chosenFrom(definition: AnyLedger, reading: Reading, contractId: string | null, column: string): { cell: Cell; count: number }[] {
  const at = definition.columns.findIndex(({ key }) => key === column)
  const counted = new Map<Key, { cell: Cell; count: number }>()
  const look = lookIn(reading)
  for (const kept of siftRows(definition, reading, { ledger: definition.name, contractId: contractId as RowsQuery['contractId'], search: '', filters: [], sort: null }).toReversed()) {
    const cell = cellsOf(definition, kept, look)[at] ?? null
    const key = keyOf(definition.columns[at] as LedgerColumn<never>, cell)
    counted.set(key, { cell: counted.get(key)?.cell ?? cell, count: (counted.get(key)?.count ?? 0) + 1 })
  }
  return [...counted.values()].toSorted((a, b) => b.count - a.count)
}
