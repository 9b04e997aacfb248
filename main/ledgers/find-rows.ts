import type { AnyLedger } from '../../core/ledgers/definition.ts'
import type { RowsQuery } from '../../core/ledgers/query.ts'
import { keysOf } from '../../core/ledgers/sift.ts'
import type { Db } from '../ledger/database.ts'
import { BLANK, columnNo } from './row-index.ts'
import { wantedPairs } from './row-words.ts'

type Bound = string | number | Uint8Array
interface Where { sql: string[]; bound: Bound[] }

/**
 * The numbers of the rows that a query asks for, in its order. Says the same as `siftRows` of core/ledgers, from the index.
 */
export function findRows(db: Db, definitions: readonly AnyLedger[], query: RowsQuery): number[] {
  const book = definitions.findIndex(({ name }) => name === query.ledger)
  const definition = definitions[book]
  if (!definition) return []
  const where = conditions(db, definition, book, query)
  if (where === null) return []
  const pairs = wantedPairs(book, query.search)
  if (pairs === null) return ordered(db, definition, book, query, where)
  const holding = rowsHolding(db, pairs)
  const isPlain = where.sql.length === 0 && query.sort === null
  if (isPlain || holding.length === 0) return holding
  // Matched here: SQLite would put all that hold the words into a table of its own first, which takes twice as long as everything else.
  const found = new Set(holding)
  return ordered(db, definition, book, query, where).filter((n) => found.has(n))
}

/** Rows that hold these words, newest first. What is in the index carries its ledger's mark, so none is another's. */
function rowsHolding(db: Db, pairs: string): number[] {
  return db.prepare<[string], number>('SELECT rowid FROM ledger_words WHERE ledger_words MATCH ? ORDER BY rowid DESC').pluck().all(pairs) as number[]
}

function ordered(db: Db, definition: AnyLedger, book: number, { sort }: RowsQuery, where: Where): number[] {
  const numbers = (sql: string, bound: readonly Bound[]): number[] => db.prepare<Bound[], number>(sql).pluck().all(...bound, ...where.bound) as number[]
  const and = where.sql.map((sql) => ` AND ${sql}`).join('')
  const column = sort ? definition.columns.findIndex(({ key }) => key === sort.column) : -1
  if (!sort || column < 0) return numbers(`SELECT r.n FROM ledger_rows r WHERE r.book = ?${and} ORDER BY r.n DESC`, [book])
  const way = sort.descending ? 'DESC' : 'ASC'
  const from = `SELECT r.n FROM ledger_keys r WHERE r.col = ? AND r.key`
  // Blanks come last whichever way one sorts.
  return [
    ...numbers(`${from} < ?${and} ORDER BY r.key ${way}, r.n ${way}`, [columnNo(book, column), BLANK]),
    ...numbers(`${from} = ?${and} ORDER BY r.n ${way}`, [columnNo(book, column), BLANK]),
  ]
}

/** Null when nothing can pass. */
function conditions(db: Db, definition: AnyLedger, book: number, { contractId, filters }: Pick<RowsQuery, 'contractId' | 'filters'>): Where | null {
  const where: Where = { sql: [], bound: [] }
  if (contractId !== null) {
    where.sql.push('r.scope IN (0, ?)')
    where.bound.push((db.prepare<[string], number>('SELECT n FROM ledger_scopes WHERE id = ?').pluck().get(contractId) as number | undefined) ?? 0)
  }
  for (const filter of filters) {
    const column = definition.columns.findIndex(({ key }) => key === filter.column)
    if (column < 0) return null
    const passing: Bound[] = 'oneOf' in filter ? keysOf(definition, filter).map((key) => key ?? BLANK) : []
    const [test, bound] = 'oneOf' in filter ? [`key IN (${passing.map(() => '?').join()})`, passing] : between(filter)
    where.sql.push(`r.n IN (SELECT n FROM ledger_keys WHERE col = ? AND ${test})`)
    where.bound.push(columnNo(book, column), ...bound)
  }
  return where
}

function between({ from, to }: { from: string | number | null; to: string | number | null }): [string, Bound[]] {
  const tests = [['key >= ?', from], ['key <= ?', to], ['key < ?', BLANK]] as const
  const asked = tests.flatMap(([test, value]) => (value === null ? [] : [{ test, value }]))
  return [asked.map(({ test }) => test).join(' AND '), asked.map(({ value }) => value)]
}

/** The values of a column among the rows of a contract (nothing else of the query counts): a row where each stands, and how many do. */
export function choicesIn(db: Db, definitions: readonly AnyLedger[], { ledger, contractId }: RowsQuery, column: string, most: number): { n: number; count: number }[] {
  const book = definitions.findIndex(({ name }) => name === ledger)
  const at = definitions[book]?.columns.findIndex(({ key }) => key === column) ?? -1
  if (at < 0) return []
  const where = conditions(db, definitions[book] as AnyLedger, book, { contractId, filters: [] })
  return db.prepare<Bound[], { n: number; count: number }>(`SELECT min(r.n) AS n, count(*) AS count FROM ledger_keys r WHERE r.col = ?${(where?.sql ?? []).map((sql) => ` AND ${sql}`).join('')}
    GROUP BY r.key ORDER BY count(*) DESC, min(r.n) LIMIT ?`).all(columnNo(book, at), ...(where?.bound ?? []), most)
}
