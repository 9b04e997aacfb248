import type { Finding } from '../../../core/documents/document.ts'
import { finding } from '../../../core/words/findings.ts'
import { decodeCp932 } from './cp932.ts'
import { unguard } from './guard.ts'
import { answerTable } from './answer-columns.ts'
import { certificateTable } from './certificate-columns.ts'
import { CHECK_COLUMN, type CellOf, type Table, type TabledRecord } from './document-table.ts'
import { receiptTable } from './receipt-columns.ts'
import { letterTable } from './letter-columns.ts'
import { readCsv } from './table.ts'
import { checkSymbols, namesIn, REPLACED_COLUMN } from './write-table.ts'

/** Bytes. What is larger is refused before it is taken apart. */
export const LARGEST_CSV = 64 * 1024 * 1024

type AnyTable = Table<TabledRecord, unknown>
/** Every kind of record that has a table. */
const TABLES = [receiptTable, certificateTable, letterTable, answerTable] as readonly unknown[] as readonly AnyTable[]

/** One document's rows as they were found, in the order of its table's columns, unguarded. */
export interface FoundDocument {
  readonly table: AnyTable
  readonly docNo: string
  readonly values: readonly (readonly string[])[]
  /** Null when its values fit no record; then `findings` says which. */
  readonly record: TabledRecord | null
  /** How many rows it had when it was issued, by its own account. */
  readonly rowsSaid: number
  readonly code: string
  readonly seal: string
  readonly findings: readonly Finding[]
}

/** Takes a CSV apart into documents, whatever program saved it: UTF-8 with or without a mark, or CP932. */
export function readTables(bytes: Uint8Array): { documents: FoundDocument[] } | { findings: Finding[] } {
  if (isUtf16(bytes)) return { findings: [finding('csv-in-utf-16', {})] }
  const text = decode(bytes)
  if (text === null) return { findings: [finding('file-not-recognised', {})] }
  const read = readCsv(text)
  if ('why' in read) return { findings: [finding('csv-malformed', { line: read.line, why: read.why })] }
  const [head = [], ...rows] = read.rows
  const table = tableOf(head)
  const troubles = troublesInHead(table, head)
  if (troubles.length > 0) return { findings: troubles }
  if (rows.length === 0) return { findings: [finding('csv-rows-missing', { expected: 1, found: 0 })] }
  const found = rows.map((row) => readRow(table, head, row))
  return { documents: groups(found).map((group) => documentFrom(table, group)) }
}

/** All tables begin with the same column. */
export function isTable(bytes: Uint8Array): boolean {
  if (isUtf16(bytes)) return true
  const start = bytes.subarray(0, 64)
  const text = new TextDecoder('utf-8').decode(start)
  const first = TABLES[0]?.columns[0]?.name ?? ''
  const inCp932 = new TextDecoder('shift_jis').decode(start)
  return text.replace(/^"/, '').startsWith(first) || inCp932.replace(/^"/, '').startsWith(first)
}

/** What a spreadsheet calls "Unicode text"; by its mark, or by the noughts between its first letters. */
function isUtf16([first, second, third, fourth]: Uint8Array): boolean {
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff) || (first === 0x22 && second === 0 && fourth !== 0) || (first === 0 && second === 0x22 && third !== 0)
}

/** The table that the head has most columns of. */
function tableOf(head: readonly string[]): AnyTable {
  const known = (table: AnyTable): number => namesIn(table).filter((name) => head.includes(name)).length - namesIn(table).filter((name) => !head.includes(name)).length
  return TABLES.reduce((best, table) => (known(table) > known(best) ? table : best))
}

interface FoundRow { readonly values: readonly string[]; readonly check: string; readonly broken: string | null }

function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return decodeCp932(bytes)
  }
}

function troublesInHead(table: AnyTable, head: readonly string[]): Finding[] {
  const known = [...namesIn(table), CHECK_COLUMN]
  return [
    ...known.filter((name) => !head.includes(name)).map((column) => finding('csv-column-missing', { column }, column)),
    ...head.filter((name, i) => head.indexOf(name) !== i).map((column) => finding('csv-column-twice', { column }, column)),
    ...head.filter((name) => !known.includes(name) && name !== REPLACED_COLUMN).map((column) => finding('csv-column-unknown', { column }, column)),
  ]
}

/** A row's values in our order of columns, wherever they stood, with replaced characters put back. */
function readRow(table: AnyTable, head: readonly string[], row: readonly string[]): FoundRow {
  const cells = new Map(head.map((name, i) => [name, unguard(row[i] ?? '')]))
  const broken = (cells.get(REPLACED_COLUMN) ?? '').split(' ').filter((entry) => entry !== '').find((entry) => !putBack(cells, entry)) ?? null
  // What we guarded, a spreadsheet left alone: it is a day only if somebody wrote one.
  const guarded = new Set(head.filter((_, i) => row[i]?.startsWith("'")))
  return { values: namesIn(table).map((name) => (table.days.includes(name) && !guarded.has(name) ? asIsoDay(cells.get(name) ?? '') : cells.get(name) ?? '')), check: cells.get(CHECK_COLUMN) ?? '', broken }
}

function putBack(cells: Map<string, string>, entry: string): boolean {
  const [, column = '', at = '', hex = ''] = /^(.+):(\d{1,5}):U\+([0-9A-F]{2,6})$/.exec(entry) ?? []
  const characters = [...(cells.get(column) ?? '')]
  const codePoint = Number.parseInt(hex, 16)
  if (characters[Number(at)] !== '〓' || codePoint > 0x10ffff || (codePoint >= 0xd800 && codePoint <= 0xdfff)) return false
  characters[Number(at)] = String.fromCodePoint(codePoint)
  cells.set(column, characters.join(''))
  return true
}

/** A spreadsheet writes 2027/3/17 for 2027-03-17. */
function asIsoDay(value: string): string {
  const [, year, month = '', day = ''] = /^(\d{4})\/(\d{1,2})\/(\d{1,2})$/.exec(value) ?? []
  return year !== undefined ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : value
}

/** Rows of one number and revision that follow each other. */
function groups(rows: readonly FoundRow[]): FoundRow[][] {
  const all: FoundRow[][] = []
  const keyOf = ({ values }: FoundRow): string => JSON.stringify(values.slice(1, 3))
  for (const row of rows) {
    const last = all.at(-1)
    if (last?.[0] && keyOf(last[0]) === keyOf(row)) last.push(row)
    else all.push([row])
  }
  return all
}

function documentFrom(table: AnyTable, rows: readonly FoundRow[]): FoundDocument {
  const names = namesIn(table)
  const values = rows.map((row) => row.values)
  const cell: CellOf = (name, row = 0) => values[row]?.[names.indexOf(name)] ?? ''
  const changed = firstOf(rows, (row, i) => changedCells(names, row, i))
  const { record, findings } = table.rebuild(values.length, cell)
  return {
    table, docNo: cell('文書番号'), values, record, rowsSaid: record ? table.rowsSaid(record, cell) : 0, code: cell('確認コード'), seal: cell('署名'),
    findings: [...changed, ...(changed.length > 0 ? [] : [...brokenRows(rows), ...unequalRows(table, values), ...findings])],
  }
}

/** By the symbols that were written beside them: which values of a row are not those of the day of issue. */
function changedCells(names: readonly string[], { values, check }: FoundRow, row: number): Finding[] {
  const expected = checkSymbols(names, values)
  if (check.length !== expected.length) return [finding('csv-value-differs', { row: row + 1, column: CHECK_COLUMN }, CHECK_COLUMN)]
  return names.flatMap((name, i) => (expected.slice(2 * i, 2 * i + 2) === check.slice(2 * i, 2 * i + 2) ? [] : [finding('csv-value-differs', { row: row + 1, column: name }, name)]))
}

function brokenRows(rows: readonly FoundRow[]): Finding[] {
  return firstOf(rows, ({ broken }, i) => (broken === null ? [] : [finding('csv-value-malformed', { row: i + 1, column: REPLACED_COLUMN }, REPLACED_COLUMN)]))
}

/** What belongs to the document must be the same in all its rows, or stand in the first alone. */
function unequalRows({ columns }: AnyTable, values: readonly (readonly string[])[]): Finding[] {
  const [first = [], ...rest] = values
  return firstOf(rest, (row, i) => columns.flatMap((column, at) => {
    const expected = column.in === 'item' ? row[at] : column.in === 'once' ? '' : first[at]
    return row[at] === expected ? [] : [finding('csv-value-differs', { row: i + 2, column: column.name }, column.name)]
  }))
}

/** Nobody reads more than so many; a table in which every cell is wrong has millions. */
const MOST_FINDINGS = 100

export function firstOf<T>(rows: readonly T[], find: (row: T, at: number) => readonly Finding[]): Finding[] {
  const found: Finding[] = []
  for (let at = 0; at < rows.length && found.length < MOST_FINDINGS; at++) found.push(...find(rows[at] as T, at))
  return found.slice(0, MOST_FINDINGS)
}
