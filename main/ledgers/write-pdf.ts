import { setImmediate as breathe } from 'node:timers/promises'
import type { TableOrder } from '../../core/world.ts'
import { warekiTime } from '../../core/words/dates.ts'
import { type Block, flow } from '../documents/pdf/flow.ts'
import type { Page, Piece, Type } from '../documents/pdf/marks.ts'
import { onPaper } from '../documents/pdf/on-paper.ts'
import { paragraph } from '../documents/pdf/paragraph.ts'
import { row, type Cell as DrawnCell } from '../documents/pdf/rows.ts'
import { openSheet, PAPER } from '../documents/pdf/sheet.ts'
import type { Typefaces } from '../documents/pdf/typeface.ts'
import { printedOf, type WrittenColumn } from './written-cells.ts'

/** A4 on its side, 12 mm of margin. */
const PAGE = { width: PAPER.height, height: PAPER.width, left: 34, top: 34 } as const
const WIDTH = PAGE.width - 2 * PAGE.left
const BOTTOM = PAGE.height - 44

/**
 * A ledger on paper: A4 landscape, title and contract first, the heads again on every page, 和暦, page n/N, long text wrapped and never
 * cut. Tagged PDF/A-3b like our documents, but no evidence: unsigned. What nobody sees and what the typeface lacks is written out.
 * Held in memory whole: the core bounds how many rows come. Rejects with the signal's reason when cancelled.
 */
export async function writePdf({ title, about, columns, rows, at }: Pick<TableOrder, 'title' | 'about' | 'columns' | 'rows' | 'at'>, signal: AbortSignal, onRow: () => void): Promise<Uint8Array> {
  const author = about.find(([label]) => label === '事業者')?.[1] ?? ''
  const sheet = openSheet({ title, author, subject: `${title}（${warekiTime(at)}現在）`, createdAt: new Date(at), seal: '', template: 'LEDGER/1', landscape: true, compress: true })
  const { faces } = sheet
  const printable = (text: string): string => onPaper(text, faces)
  const widths = widthsOf(columns)
  const size = columns.length > 14 ? 6 : columns.length > 10 ? 6.5 : 7.5
  const head = row(faces, { table: 'rows', x: PAGE.left, size, cells: columns.map((column, i) => ({ text: printable(column.title.ja), width: widths[i] ?? 0, tag: 'TH', scope: 'Column', weight: 'bold' })), withNext: true, gap: 6 })
  const blocks: Block[] = [...opening(faces, printable(title), about.map(([label, value]) => [label, printable(value)])), head]
  let n = 0
  for await (const cells of rows) {
    blocks.push(row(faces, { table: 'rows', x: PAGE.left, size, head, cells: columns.map((column, i): DrawnCell => ({ text: printable(printedOf(column, cells[i] ?? null)), width: widths[i] ?? 0, align: isNumber(column) ? 'right' : 'left' })) }))
    onRow()
    if (++n % 100 === 0) {
      signal.throwIfAborted()
      await breathe()
    }
  }
  if (n === 0) blocks.push(paragraph(faces, { text: '該当する記録はありません。', x: PAGE.left, width: WIDTH, size: 9, weight: 'regular', gap: 8 }))
  const pages = flow(blocks, { top: PAGE.top, bottom: BOTTOM })
  await breathe()
  signal.throwIfAborted()
  sheet.draw(pages.map((page, i): Page => [...page, foot(faces, printable(title), printable(author), i + 1, pages.length)]))
  sheet.pdf.end()
  return new Uint8Array(sheet.pdf.read() ?? [])
}

function opening(faces: Typefaces, title: string, about: readonly (readonly [string, string])[]): Block[] {
  const line = about.map(([label, value]) => `${label}：${value}`).join('　　')
  return [
    paragraph(faces, { text: title, x: PAGE.left, width: WIDTH, size: 15, weight: 'bold', tag: 'H1', withNext: true }),
    paragraph(faces, { text: line, x: PAGE.left, width: WIDTH, size: 8, weight: 'regular', gap: 3, withNext: true }),
  ]
}

/** Widths in proportion to what the columns want, none narrower than four characters. */
function widthsOf(columns: readonly WrittenColumn[]): number[] {
  const wanted = columns.map(({ width, kind }) => Math.max(5, Math.min(26, kind === 'instant' ? 10 : kind === 'day' ? 7 : width)))
  const sum = wanted.reduce((a, b) => a + b, 0)
  return wanted.map((each) => Math.floor((each / sum) * WIDTH * 100) / 100)
}

const isNumber = ({ kind }: WrittenColumn): boolean => kind === 'number' || kind === 'bytes'

function foot(faces: Typefaces, title: string, author: string, page: number, of: number): Piece {
  const type: Type = { size: 7.5, weight: 'regular' }
  const y = PAGE.height - 26
  const number = `${page}／${of}`
  return {
    kind: 'artifact', type: 'Pagination', marks: [
      { kind: 'rule', from: [PAGE.left, y - 11], to: [PAGE.left + WIDTH, y - 11], width: 0.3 },
      { kind: 'text', ...type, x: PAGE.left, y, text: author },
      { kind: 'text', ...type, x: PAGE.left + (WIDTH - faces.widthOf(title, type)) / 2, y, text: title },
      { kind: 'text', ...type, x: PAGE.left + WIDTH - faces.widthOf(number, type), y, text: number },
    ],
  }
}
