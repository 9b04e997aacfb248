import { sha256 } from '../../../crypto/digest.ts'
import { toBase32 } from '../../../crypto/crockford.ts'
import { encodeCp932, replaceUnencodable } from './cp932.ts'
import { guard } from './guard.ts'
import { CHECK_COLUMN, type Sealed, type Table, type TabledRecord } from './document-table.ts'
import { writeCsv } from './table.ts'

/** 置換一覧: which cells of the row hold 〓 in place of a character that CP932 lacks, and which it was. */
export const REPLACED_COLUMN = '置換一覧'

/** Documents as CSV for today's spreadsheets: UTF-8 with a byte order mark, CRLF, every cell quoted, one row for each item. */
export function writeTable<R extends TabledRecord, I>(table: Table<R, I>, documents: readonly Sealed<R>[]): Uint8Array {
  const rows = documents.flatMap((document) => rowsOf(table, document))
  return new TextEncoder().encode(`\ufeff${writeCsv([[...namesIn(table), CHECK_COLUMN], ...rows.map((row) => row.map(guard))])}`)
}

/**
 * The same in CP932 for older flows. Characters that it lacks become 〓 and are named twice: in the answer, for whoever
 * writes the file, and in the column 置換一覧, so that whoever reads it can put them back.
 */
export function writeTableCp932<R extends TabledRecord, I>(table: Table<R, I>, documents: readonly Sealed<R>[]): { bytes: Uint8Array; replaced: string[]; places: Place[] } {
  const names = [...namesIn(table), CHECK_COLUMN]
  const places: Place[] = []
  const rows = documents.flatMap((document) => rowsOf(table, document).map((row, n) => {
    const cells = row.map(replaceUnencodable)
    cells.forEach(({ replacements }, i) => replacements.forEach(({ character }) => places.push({ docNo: document.record.docNo, row: n + 1, column: names[i] ?? '', character })))
    const list = cells.flatMap(({ replacements }, i) => replacements.map(({ at, character }) => `${names[i]}:${at}:${codePointOf(character)}`))
    return [...cells.map(({ text }) => guard(text)), list.join(' ')]
  }))
  return { bytes: encodeCp932(writeCsv([[...names, REPLACED_COLUMN], ...rows])), replaced: [...new Set(places.map(({ character }) => character))], places }
}

/** Where a character stood that CP932 lacks; `row` counts the document's rows from 1. */
export interface Place { docNo: string; row: number; column: string; character: string }

/** The plain values of a document's rows, before any guarding. */
export function rowsOf<R extends TabledRecord, I>(table: Table<R, I>, sealed: Sealed<R>): string[][] {
  const names = namesIn(table)
  return table.itemsOf(sealed.record).map((item, i) => {
    const values = table.columns.map((column) => (column.in === 'once' && i > 0 ? '' : column.write(sealed, item)))
    return [...values, checkSymbols(names, values)]
  })
}

/** Two symbols for each value: enough to name the changed one, not to prove anything. */
export function checkSymbols(names: readonly string[], values: readonly string[]): string {
  return values.map((value, i) => symbolsFor(names[i] ?? '', value, i)).join('')
}

function symbolsFor(name: string, value: string, column: number): string {
  const before = last[column]
  if (before?.name === name && before.value === value) return before.symbols
  const symbols = toBase32(sha256(new TextEncoder().encode(`${name}\n${value}`))).slice(0, 2)
  last[column] = { name, value, symbols }
  return symbols
}

/** Most values are those of the row above: with a hundred thousand rows that saves millions of hashes. */
const last: { name: string; value: string; symbols: string }[] = []

export const namesIn = <R extends TabledRecord, I>({ columns }: Table<R, I>): string[] => columns.map(({ name }) => name)

function codePointOf(character: string): string {
  return `U+${character.codePointAt(0)?.toString(16).toUpperCase()}`
}
