import type { Cell, LedgerColumn } from '../ledgers/definition.ts'
import type { Instant } from '../time.ts'
import type { How } from './how.ts'

/** Writes the rows of a ledger into a file: whole, or not at all. `columns` are those to be written, in order; a row has a cell for each. */
export interface Tables {
  write(order: TableOrder, how: How<{ done: number; total: number }>): Promise<
    | { outcome: 'written'; path: string; rows: number; replaced: string[] }
    | { outcome: 'abandoned' }
    | { outcome: 'target-exists' | 'disk-full' | 'folder-missing'; path: string }
  >
  /** Characters of these texts that CP932 lacks, each once: to be named before anything is written. */
  unencodable(texts: Iterable<string>): string[]
}
export interface TableOrder {
  format: 'pdf' | 'csv-utf8' | 'csv-cp932' | 'xlsx'
  title: string
  /** Lines below the title: organisation, contract, what it was narrowed to, as of when. */
  about: readonly (readonly [string, string])[]
  columns: readonly Pick<LedgerColumn<never>, 'key' | 'title' | 'kind' | 'width' | 'states'>[]
  rows: AsyncIterable<readonly Cell[]>
  total: number
  into: string
  /** Without its ending. */
  fileName: string
  at: Instant
}
