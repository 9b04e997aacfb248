import type { Cell } from '../../core/ledgers/definition.ts'
import { encodeCp932, replaceUnencodable } from '../documents/csv/cp932.ts'
import { guard } from '../documents/csv/guard.ts'
import { writeCsv } from '../documents/csv/table.ts'
import { REPLACED_COLUMN } from '../documents/csv/write-table.ts'
import { isDate, isoOf, warekiOf, wordOf, type WrittenColumn } from './written-cells.ts'

/** RFC 4180: all cells quoted, CRLF, formulas disarmed; a date in both calendars. UTF-8 with a byte order mark. */
export async function* csvUtf8(columns: readonly WrittenColumn[], rows: AsyncIterable<readonly Cell[]>): AsyncGenerator<Uint8Array> {
  yield text.encode(`\ufeff${writeCsv([headsOf(columns)])}`)
  for await (const cells of rows) yield text.encode(writeCsv([textsOf(columns, cells).map(guard)]))
}

/** The same in CP932. What it lacks becomes 〓, goes into `replaced`, and is named in the last column, so that whoever reads it can put it back. */
export async function* csvCp932(columns: readonly WrittenColumn[], rows: AsyncIterable<readonly Cell[]>, replaced: Set<string>): AsyncGenerator<Uint8Array> {
  const heads = headsOf(columns)
  yield encodeCp932(writeCsv([[...heads, REPLACED_COLUMN]]))
  for await (const cells of rows) {
    const parts = textsOf(columns, cells).map(replaceUnencodable)
    const listed = parts.flatMap(({ replacements }, i) => replacements.map(({ at, character }) => {
      replaced.add(character)
      return `${heads[i]}:${at}:U+${character.codePointAt(0)?.toString(16).toUpperCase()}`
    }))
    yield encodeCp932(writeCsv([[...parts.map((part) => guard(part.text)), listed.join(' ')]]))
  }
}

const text = new TextEncoder()

const headsOf = (columns: readonly WrittenColumn[]): string[] => columns.flatMap((column) => (isDate(column) ? [column.title.ja, `${column.title.ja}（和暦）`] : [column.title.ja]))

const textsOf = (columns: readonly WrittenColumn[], cells: readonly Cell[]): string[] => columns.flatMap((column, i) => {
  const cell = cells[i] ?? null
  return isDate(column) ? [isoOf(column, cell), warekiOf(column, cell)] : [wordOf(column, cell)]
})
