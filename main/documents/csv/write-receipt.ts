import { sha256 } from '../../../crypto/digest.ts'
import { toBase32 } from '../../../crypto/crockford.ts'
import { encodeCp932, replaceUnencodable } from './cp932.ts'
import { guard } from './guard.ts'
import { CHECK_COLUMN, COLUMNS, type SealedReceipt } from './receipt-columns.ts'
import { writeCsv } from './table.ts'

/** 置換一覧: which cells of the row hold 〓 in place of a character that CP932 lacks, and which it was. */
export const REPLACED_COLUMN = '置換一覧'

/** Receipts as CSV for today's spreadsheets: UTF-8 with a byte order mark, CRLF, every cell quoted, one row for each item. */
export function writeReceiptCsv(receipts: readonly SealedReceipt[]): Uint8Array {
  const rows = receipts.flatMap(rowsOf)
  return new TextEncoder().encode(`\ufeff${writeCsv([[...COLUMNS.map(({ name }) => name), CHECK_COLUMN], ...rows.map((row) => row.map(guard))])}`)
}

/**
 * The same in CP932 for older flows. Characters that it lacks become 〓 and are named twice: in the answer, for whoever
 * writes the file, and in the column 置換一覧, so that whoever reads it can put them back.
 */
export function writeReceiptCsvCp932(receipts: readonly SealedReceipt[]): { bytes: Uint8Array; replaced: string[] } {
  const names = [...COLUMNS.map(({ name }) => name), CHECK_COLUMN]
  const replaced = new Set<string>()
  const rows = receipts.flatMap(rowsOf).map((row) => {
    const cells = row.map(replaceUnencodable)
    cells.forEach(({ replacements }) => replacements.forEach(({ character }) => replaced.add(character)))
    const list = cells.flatMap(({ replacements }, i) => replacements.map(({ at, character }) => `${names[i]}:${at}:${codePointOf(character)}`))
    return [...cells.map(({ text }) => guard(text)), list.join(' ')]
  })
  return { bytes: encodeCp932(writeCsv([[...names, REPLACED_COLUMN], ...rows])), replaced: [...replaced] }
}

/** The plain values of a receipt's rows, before any guarding. */
export function rowsOf(receipt: SealedReceipt): string[][] {
  return receipt.record.items.map((item, i) => {
    const values = COLUMNS.map((column) => (column.in === 'once' && i > 0 ? '' : column.write(receipt, item)))
    return [...values, checkSymbols(values)]
  })
}

/** Two symbols for each value: enough to name the changed one, not to prove anything. */
export function checkSymbols(values: readonly string[]): string {
  return values.map(symbolsFor).join('')
}

function symbolsFor(value: string, column: number): string {
  const before = last[column]
  if (before?.value === value) return before.symbols
  const symbols = toBase32(sha256(new TextEncoder().encode(`${COLUMNS[column]?.name}\n${value}`))).slice(0, 2)
  last[column] = { value, symbols }
  return symbols
}

/** Most values are those of the row above: with a hundred thousand rows that saves millions of hashes. */
const last: { value: string; symbols: string }[] = []

function codePointOf(character: string): string {
  return `U+${character.codePointAt(0)?.toString(16).toUpperCase()}`
}
