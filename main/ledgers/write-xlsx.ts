import type { Cell } from '../../core/ledgers/definition.ts'
import { DAY, HOUR } from '../../core/time.ts'
import { isDate, warekiOf, wordOf, type WrittenColumn } from './written-cells.ts'
import * as xml from './xlsx-parts.ts'
import { type ZipPart, zipStream } from './zip-stream.ts'

export interface Workbook { title: string; about: readonly (readonly [string, string])[]; columns: readonly WrittenColumn[]; rows: AsyncIterable<readonly Cell[]> }

/** A sheet holds 1,048,576 rows; what is more goes onto the next one. */
const MOST_ON_A_SHEET = 1_000_000
const EXCEL_EPOCH = -25_569
/** As much as a cell may hold. What is longer is cut and says so. */
const MOST_IN_A_CELL = 32_767

/**
 * A ledger as a workbook (ISO/IEC 29500-1, SpreadsheetML): strings are strings and never formulas, numbers numbers, dates dates with
 * the Japanese calendar in a column beside them; the heads stay in sight and filter. A second sheet says what it is. Written as it
 * is read: a hundred thousand rows take no more memory than one.
 */
export function xlsx(workbook: Workbook): AsyncGenerator<Uint8Array> {
  return zipStream(partsOf(workbook))
}

async function* partsOf({ title, about, columns, rows }: Workbook): AsyncGenerator<ZipPart> {
  const source = rows[Symbol.asyncIterator]()
  let sheets = 0
  for (let next = await source.next(); !next.done || sheets === 0;) {
    sheets++
    yield { name: `xl/worksheets/sheet${sheets}.xml`, bytes: sheet(columns, next, source, (after) => { next = after }) }
  }
  yield { name: `xl/worksheets/sheet${sheets + 1}.xml`, bytes: once(xml.aboutSheet(title, about)) }
  yield { name: 'xl/styles.xml', bytes: once(xml.styles) }
  yield { name: 'xl/workbook.xml', bytes: once(xml.workbook(title, sheets, rangeEnd(columns))) }
  yield { name: 'xl/_rels/workbook.xml.rels', bytes: once(xml.workbookRelations(sheets + 1)) }
  yield { name: '_rels/.rels', bytes: once(xml.relations) }
  yield { name: '[Content_Types].xml', bytes: once(xml.contentTypes(sheets + 1)) }
}

type Next = IteratorResult<readonly Cell[]>

async function* sheet(columns: readonly WrittenColumn[], first: Next, source: AsyncIterator<readonly Cell[]>, goOn: (after: Next) => void): AsyncGenerator<Uint8Array> {
  yield text.encode(xml.sheetHead(columns.flatMap((column) => (isDate(column) ? [20, column.width + 6] : [column.width]))))
  yield text.encode(xml.row(headsOf(columns).map((head) => xml.string(head, xml.STYLE.head))))
  let next = first
  let written = 0
  while (!next.done && written < MOST_ON_A_SHEET) {
    // Many rows at once: a stream of small pieces is slow.
    let piece = ''
    for (let n = 0; n < 200 && !next.done && written < MOST_ON_A_SHEET; n++, written++) {
      piece += xml.row(cellsOf(columns, next.value))
      next = await source.next()
    }
    yield text.encode(piece)
  }
  goOn(next)
  yield text.encode(xml.sheetFoot(headsOf(columns).length, written + 1))
}

const text = new TextEncoder()
async function* once(part: string): AsyncGenerator<Uint8Array> { yield text.encode(part) }

const headsOf = (columns: readonly WrittenColumn[]): string[] => columns.flatMap((column) => (isDate(column) ? [column.title.ja, `${column.title.ja}（和暦）`] : [column.title.ja]))
const rangeEnd = (columns: readonly WrittenColumn[]): number => headsOf(columns).length

function cellsOf(columns: readonly WrittenColumn[], cells: readonly Cell[]): string[] {
  return columns.flatMap((column, i) => {
    const cell = cells[i] ?? null
    if (isDate(column)) return [cell === null ? xml.blank : xml.number(serialOf(column, cell), column.kind === 'day' ? xml.STYLE.day : xml.STYLE.instant), xml.string(warekiOf(column, cell))]
    if (typeof cell === 'number' && column.kind !== 'state') return [xml.number(cell, xml.STYLE.number)]
    return [xml.string(cut(wordOf(column, cell)))]
  })
}

/** Days since 1899-12-30 on Japan's wall clock, which is how spreadsheets count. */
function serialOf({ kind }: WrittenColumn, cell: Cell): number {
  const at = kind === 'day' ? Date.parse(`${String(cell)}T00:00:00Z`) : Number(cell) + 9 * HOUR
  return Math.round((at / DAY - EXCEL_EPOCH) * 1e8) / 1e8
}

const cut = (value: string): string => (value.length <= MOST_IN_A_CELL ? value : `${value.slice(0, MOST_IN_A_CELL - 20).replace(/[\ud800-\udbff]$/, '')}…（以下は台帳で確認）`)
