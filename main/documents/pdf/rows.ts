import type { Block } from './flow.ts'
import { breakLines } from './lines.ts'
import type { Mark, Piece, Type, Weight } from './marks.ts'
import type { Typefaces } from './typeface.ts'

/** One cell as it is asked for. */
export interface Cell {
  readonly text: string
  readonly width: number
  readonly tag?: 'TH' | 'TD'
  readonly scope?: 'Row' | 'Column'
  readonly align?: 'left' | 'right' | 'center'
  readonly size?: number
  readonly weight?: Weight
}

export interface RowOrder {
  readonly table: string
  readonly x: number
  readonly cells: readonly Cell[]
  readonly size: number
  /** A line across the row below its cells, beginning at `from`: the hash of a file. */
  readonly footnote?: { readonly text: string; readonly from: number; readonly size: number; readonly pitch: number }
  readonly head?: Block
  readonly withNext?: boolean
  readonly gap?: number
}

const PAD = { x: 4, y: 2.4 } as const
const LEADING = 1.38
/** How far the base line lies below the top of its line, in sizes: Noto Sans JP's ideographs sit centred then. */
const BASE = 1.07
const THIN = 0.4
const FOOTNOTE = 12

interface LaidCell extends Cell {
  readonly lines: readonly string[]
  readonly type: Type
}

/** A table's row in ruled boxes; labels (TH) on light grey. It parts between lines of text, all cells alike. */
export function row(faces: Typefaces, order: RowOrder): Block {
  const cells = order.cells.map((cell): LaidCell => {
    const type = { size: cell.size ?? order.size, weight: cell.weight ?? 'regular' }
    return { ...cell, type, lines: breakLines(cell.text, cell.width - 2 * PAD.x, (text) => faces.widthOf(text, type)) }
  })
  return laidRow(faces, order, cells)
}

function laidRow(faces: Typefaces, order: RowOrder, cells: readonly LaidCell[]): Block {
  const upper = Math.max(...cells.map(({ lines, type }) => lines.length * type.size * LEADING)) + 2 * PAD.y
  const height = upper + (order.footnote ? FOOTNOTE : 0)
  return {
    height, gap: order.gap ?? 0, withNext: order.withNext ?? false,
    ...(order.head && { head: order.head }),
    draw: (y) => drawRow(faces, order, cells, y, upper, height),
    part: (room) => partRow(faces, order, cells, room),
  }
}

function partRow(faces: Typefaces, order: RowOrder, cells: readonly LaidCell[], room: number): readonly [Block, Block] | null {
  const linesIn = ({ type }: LaidCell): number => Math.floor((room - 2 * PAD.y) / (type.size * LEADING))
  // Two lines at least stay and two go, where there are so many: one alone is overlooked.
  const isCramped = cells.some((cell) => linesIn(cell) < Math.min(2, cell.lines.length))
  if (isCramped || !cells.some((cell) => cell.lines.length > linesIn(cell))) return null
  const { footnote: _, ...above } = order
  const upper = laidRow(faces, above, cells.map((cell) => ({ ...cell, lines: cell.lines.slice(0, linesIn(cell)) })))
  const lower = laidRow(faces, order, cells.map((cell) => ({ ...cell, lines: cell.lines.length > linesIn(cell) ? cell.lines.slice(linesIn(cell)) : cell.tag === 'TH' ? cell.lines : [''] })))
  return [{ ...upper, withNext: false }, lower]
}

function drawRow(faces: Typefaces, order: RowOrder, cells: readonly LaidCell[], y: number, upper: number, height: number): Piece[] {
  const lefts = cells.map((_, i) => order.x + cells.slice(0, i).reduce((sum, { width }) => sum + width, 0))
  const width = cells.reduce((sum, cell) => sum + cell.width, 0)
  const shades = cells.flatMap((cell, i): Mark[] => (cell.tag === 'TH' ? [{ kind: 'fill', x: lefts[i] ?? 0, y, width: cell.width, height: upper, grey: 0.945 }] : []))
  const { footnote } = order
  const noteMarks: Mark[] = footnote ? [
    { kind: 'text', x: footnote.from + PAD.x, y: y + upper + FOOTNOTE - 3.2, size: footnote.size, weight: 'regular', text: 'SHA-256' },
    { kind: 'text', x: footnote.from + PAD.x + 38, y: y + upper + FOOTNOTE - 3.2, size: footnote.size, weight: 'regular', text: footnote.text, pitch: footnote.pitch },
  ] : []
  return [
    { kind: 'artifact', type: 'Layout', marks: [...shades, ...grid(order, lefts, width, y, upper, height)] },
    {
      kind: 'row', table: order.table,
      cells: [
        ...cells.map((cell, i) => ({ tag: cell.tag ?? 'TD', ...(cell.scope && { scope: cell.scope }), marks: cellMarks(faces, cell, lefts[i] ?? 0, y, upper) })),
        ...(footnote ? [{ tag: 'TD' as const, marks: noteMarks }] : []),
      ],
    },
  ]
}

function grid(order: RowOrder, lefts: readonly number[], width: number, y: number, upper: number, height: number): Mark[] {
  const right = order.x + width
  const across = (at: number, from: number): Mark => ({ kind: 'rule', from: [from, at], to: [right, at], width: THIN })
  const down = (x: number, to: number): Mark => ({ kind: 'rule', from: [x, y], to: [x, to], width: THIN })
  return [
    across(y, order.x), across(y + height, order.x),
    ...(order.footnote ? [{ kind: 'rule' as const, from: [order.footnote.from, y + upper] as const, to: [right, y + upper] as const, width: 0.2 }] : []),
    ...lefts.map((x) => down(x, order.footnote && x > order.footnote.from ? y + upper : y + height)), down(right, y + height),
  ]
}

function cellMarks(faces: Typefaces, { lines, type, width, align = 'left', tag }: LaidCell, left: number, y: number, upper: number): Mark[] {
  const leading = type.size * LEADING
  // Labels and numbers stand in the middle of a tall row; running text begins at its top.
  const top = y + (tag === 'TH' ? Math.max(PAD.y, (upper - lines.length * leading) / 2) : PAD.y)
  return lines.flatMap((text, i): Mark[] => {
    if (text === '') return []
    const room = width - 2 * PAD.x - faces.widthOf(text, type)
    const indent = align === 'right' ? room : align === 'center' ? room / 2 : 0
    return [{ kind: 'text', ...type, x: left + PAD.x + indent, y: top + i * leading + type.size * BASE, text }]
  })
}
