import type { Finding } from '../../../core/documents/document.ts'
import type { DestructionCertificate, ErasureCertificate } from '../../../core/documents/disposal-records.ts'
import type { CityAnswer } from '../../../core/documents/city-answer.ts'
import type { FormLetter } from '../../../core/documents/form-letter.ts'
import type { CustodyReceipt } from '../../../core/documents/records.ts'

/** The records that have a CSV. */
export type TabledRecord = CustodyReceipt | ErasureCertificate | DestructionCertificate | FormLetter | CityAnswer

/** A record with what proves it: 確認コード, and the seal that its QR code holds. */
export interface Sealed<R extends TabledRecord = TabledRecord> {
  readonly record: R
  readonly code: string
  readonly seal: string
}

export interface Column<R extends TabledRecord, I> {
  readonly name: string
  /** `item`: differs from row to row. `document`: the same in all rows of a document. `once`: in its first row only. */
  readonly in: 'item' | 'document' | 'once'
  readonly write: (sealed: Sealed<R>, item: I) => string
}

/** The cell of a column in a row (counted from 0, the first when none is named). */
export type CellOf = (name: string, row?: number) => string

/** How one kind of record stands in a table: a row for each of its items, and the way back. */
export interface Table<R extends TabledRecord, I> {
  readonly columns: readonly Column<R, I>[]
  /** Columns in which a spreadsheet writes a day its own way. */
  readonly days: readonly string[]
  itemsOf(record: R): readonly I[]
  /** How many rows the record says it had. */
  rowsSaid(record: R, cell: CellOf): number
  /** The record whose values stand in the cells, or which cells fit none. */
  rebuild(rows: number, cell: CellOf): { record: R | null; findings: Finding[] }
}

/** The column that says of every other in its row, in two symbols each, what was in it: so a change is not only found but named. */
export const CHECK_COLUMN = '照合文字'
