import type { LetterPart, ValueKind } from '../../../core/documents/form-letter.ts'
import { type Day, instantOf } from '../../../core/time.ts'
import { eraYear, wareki, warekiTime } from '../../../core/words/dates.ts'
import type { Block } from '../pdf/flow.ts'
import { grouped } from '../pdf/numbers.ts'
import { paragraph } from '../pdf/paragraph.ts'
import { row, type Cell } from '../pdf/rows.ts'
import type { Typefaces } from '../pdf/typeface.ts'
import { columnHeads } from './labelled.ts'
import { heading } from './letter-opening.ts'
import { LEFT, WIDTH } from './letter.ts'

/** More rows than these nobody reads on paper; the attached record holds them all. */
const MOST_ON_PAPER = 1000
const LABEL = 92

/** One part of a letter as it stands on paper; `table` names it for readers of tagged PDF. */
export function partRows(part: LetterPart, table: string, faces: Typefaces): Block[] {
  const rows = part.kind === 'fields' ? fieldRows(part, table, faces) : part.kind === 'table' ? tableRows(part, table, faces) : clauseRows(part, faces)
  if (part.heading !== '') return [heading(faces, part.heading), ...rows]
  const [first, ...rest] = rows
  return first ? [{ ...first, gap: 7 }, ...rest] : []
}

type Of<K extends LetterPart['kind']> = Extract<LetterPart, { kind: K }>

/** What machines wrote as people read it. */
export function shown(as: ValueKind, value: string): string {
  if (value === '') return ''
  switch (as) {
    case 'day': return wareki(value as Day)
    case 'time': return warekiTime(instantOf(value))
    case 'number': return /^-?\d+$/.test(value) ? grouped(Number(value)) : value
    default: return value
  }
}

/** In many columns a day has no more room than `R8.12.1`. */
function shownShort(as: ValueKind, value: string): string {
  if (value === '' || (as !== 'day' && as !== 'time')) return shown(as, value)
  const day = value.slice(0, 10) as Day
  const [, month, date] = day.split('-').map(Number)
  return `${eraYear(day)}.${month}.${date}${as === 'time' ? ` ${value.slice(11, 16)}` : ''}`
}

/** Boxes with their labels, two narrow ones beside each other. */
function fieldRows({ fields }: Of<'fields'>, table: string, faces: Typefaces): Block[] {
  const blocks: Block[] = []
  const th = (text: string): Cell => ({ text, width: LABEL, tag: 'TH', scope: 'Row', weight: 'bold' })
  // A group of boxes that a page holds easily is not torn apart.
  const withNext = fields.length <= 24
  const line = (cells: readonly Cell[]): void => { blocks.push(row(faces, { table, x: LEFT, size: 9, cells, withNext })) }
  for (let at = 0; at < fields.length; at++) {
    const [one, two] = [fields[at], fields[at + 1]]
    if (!one) break
    if (one.wide || !two || two.wide) {
      line([th(one.label), { text: said(one), width: WIDTH - LABEL }])
    } else {
      line([th(one.label), { text: said(one), width: WIDTH / 2 - LABEL }, th(two.label), { text: said(two), width: WIDTH / 2 - LABEL }])
      at++
    }
  }
  return blocks.map((block, i) => (i === blocks.length - 1 ? { ...block, withNext: false } : block))
}

/** An empty box for a pen is two lines high; that nothing was said is told apart from it. */
function said({ as, value }: Of<'fields'>['fields'][number]): string {
  if (as === 'blank') return '\n'
  return value === '' ? '－' : shown(as, value)
}

function tableRows({ columns, rows }: Of<'table'>, table: string, faces: Typefaces): Block[] {
  const size = columns.length <= 5 ? 8.5 : columns.length <= 8 ? 8 : columns.length <= 12 ? 7 : 6
  const widths = widthsOf(columns.map(({ share }) => share))
  const head = columnHeads(faces, table, columns.map(({ label }, i) => ({ name: label, width: widths[i] ?? 0 })), size)
  const short = columns.length > 8
  const cellsOf = (values: readonly string[]): Cell[] => columns.map(({ as, align }, i): Cell => ({ text: (short ? shownShort : shown)(as, values[i] ?? ''), width: widths[i] ?? 0, align }))
  const left = rows.length - MOST_ON_PAPER
  return [
    head,
    ...(rows.length === 0 ? [row(faces, { table, x: LEFT, size, cells: [{ text: '該当なし', width: WIDTH, align: 'center' }] })] : []),
    ...rows.slice(0, MOST_ON_PAPER).map((values) => row(faces, { table, x: LEFT, size, head, cells: cellsOf(values) })),
    ...(left > 0 ? [paragraph(faces, { text: `ほか ${grouped(left)}件（全${grouped(rows.length)}件は、本書に添付した電子データに記載しています。）`, x: LEFT, width: WIDTH, size: 8, weight: 'regular', gap: 3 })] : []),
  ]
}

/** Tenths of a point, the last column taking what is left, so that all tables end at the same edge. */
function widthsOf(shares: readonly number[]): number[] {
  const sum = shares.reduce((total, share) => total + share, 0)
  const widths = shares.map((share) => Math.floor((WIDTH * share * 10) / sum) / 10)
  const last = widths.length - 1
  return widths.map((width, i) => (i === last ? WIDTH - widths.slice(0, last).reduce((total, one) => total + one, 0) : width))
}

/** Clauses of a pledge, each hanging from its number. */
function clauseRows({ numbered, clauses }: Of<'text'>, faces: Typefaces): Block[] {
  const indent = numbered ? 22 : 0
  return clauses.map((text, i) => {
    const block = paragraph(faces, { text, x: LEFT + indent, width: WIDTH - indent, size: 9.5, weight: 'regular', leading: 1.55, gap: 3 })
    return numbered ? withNumber(block, i + 1) : block
  })
}

function withNumber(block: Block, no: number): Block {
  return {
    ...block,
    draw: (y) => {
      const [first, ...rest] = block.draw(y)
      if (first?.kind !== 'element') return block.draw(y)
      return [{ ...first, marks: [{ kind: 'text', x: LEFT + 4, y: y + 9.5 * (1.55 / 2 + 0.38), size: 9.5, weight: 'regular', text: `${no}` }, ...first.marks] }, ...rest]
    },
    // What goes on to the next page goes on without a number.
    part: (height) => {
      const parts = block.part?.(height)
      return parts ? [withNumber(parts[0], no), parts[1]] : null
    },
  }
}
