import type { Disposed } from '../../../core/documents/disposal-records.ts'
import type { Block } from '../pdf/flow.ts'
import { grouped } from '../pdf/numbers.ts'
import { paragraph } from '../pdf/paragraph.ts'
import { row } from '../pdf/rows.ts'
import type { Typefaces } from '../pdf/typeface.ts'
import { LEFT_BEHIND, TROUBLES } from './disposal-words.ts'
import { columnHeads } from './labelled.ts'
import { LEFT, WIDTH } from './letter.ts'

const MOST_ON_PAPER = 200
const WIDTHS = [WIDTH - 170, 80, 90] as const

/** The files that are still there, or that nobody can vouch for. */
export function exceptionRows({ files }: Disposed, table: string, faces: Typefaces): Block[] {
  if (!files || files.exceptions.length === 0) return []
  const count = files.exceptions.length + files.exceptionsMore
  const head = columnHeads(faces, table, [{ name: 'ファイル', width: WIDTHS[0] }, { name: '状況', width: WIDTHS[1] }, { name: '理由', width: WIDTHS[2] }])
  const shown = files.exceptions.slice(0, MOST_ON_PAPER)
  return [
    paragraph(faces, { text: `消去を確かめられないもの（${grouped(count)}件）`, x: LEFT, width: WIDTH, size: 9, weight: 'bold', gap: 8, leading: 1.6, withNext: true }), head,
    ...shown.map(({ path, outcome, trouble }) => row(faces, { table, x: LEFT, size: 8, head, cells: [{ text: path, width: WIDTHS[0] }, { text: LEFT_BEHIND[outcome], width: WIDTHS[1] }, { text: trouble === null ? '－' : TROUBLES[trouble], width: WIDTHS[2] }] })),
    ...(count > shown.length ? [paragraph(faces, { text: `ほか ${grouped(count - shown.length)}件`, x: LEFT, width: WIDTH, size: 8, weight: 'regular', gap: 3 })] : []),
  ]
}
