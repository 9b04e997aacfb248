import type { Disposed } from '../../../core/documents/disposal-records.ts'
import type { Block } from '../pdf/flow.ts'
import { grouped } from '../pdf/numbers.ts'
import { paragraph } from '../pdf/paragraph.ts'
import { row, type Cell } from '../pdf/rows.ts'
import type { Typefaces } from '../pdf/typeface.ts'
import { FAULTS } from './disposal-words.ts'
import { columnHeads } from './labelled.ts'
import { LEFT, WIDTH } from './letter.ts'

/** More ranges than these nobody reads on paper; the attached record holds ten thousand. */
const MOST_ON_PAPER = 200

/** The ranges that could not be written, read or found as written, by sector; and those that answered with another address's content. */
export function faultRows({ badRanges, badRangesLeftOut, misplaced }: Disposed, table: string, faces: Typefaces): Block[] {
  return [
    ...list(faces, table, '読み書きできない、又は書込値と一致しない範囲', [
      { name: '内容', width: 46 }, { name: '先頭LBA', width: 76 }, { name: 'セクタ数', width: WIDTH / 3 - 122 },
    ], badRanges.map(({ what, lba, sectors }) => [FAULTS[what], grouped(lba), grouped(sectors)]), badRanges.length + badRangesLeftOut, badRangesLeftOut),
    ...list(faces, `${table}-misplaced`, '別の位置のデータが読み出された範囲', [
      { name: '先頭LBA', width: 56 }, { name: '読み出された値のLBA', width: 60 }, { name: 'セクタ数', width: WIDTH / 3 - 116 },
    ], misplaced.map(({ lba, holds, sectors }) => [grouped(lba), grouped(holds), grouped(sectors)]), misplaced.length, 0),
  ]
}

function list(faces: Typefaces, table: string, title: string, columns: readonly { name: string; width: number }[], entries: readonly (readonly string[])[], count: number, leftOut: number): Block[] {
  if (entries.length === 0) return []
  const shown = entries.slice(0, MOST_ON_PAPER)
  const three = shown.length > 2 ? 3 : shown.length
  const head = columnHeads(faces, table, Array.from({ length: three }, () => columns).flat(), 7.5)
  const lines = Array.from({ length: Math.ceil(shown.length / three) }, (_, line): Block => {
    const cells = Array.from({ length: three }, (__, at) => shown[line * three + at] ?? columns.map(() => '')).flatMap((entry) => entry.map((text, i): Cell => ({ text, width: columns[i]?.width ?? 0, align: /^[\d,]*$/.test(text) ? 'right' : 'left' })))
    return row(faces, { table, x: LEFT, size: 7.5, cells, head })
  })
  const note = (text: string): Block => paragraph(faces, { text, x: LEFT, width: WIDTH, size: 8, weight: 'regular', gap: 3 })
  return [
    paragraph(faces, { text: `${title}（${grouped(count)}か所）`, x: LEFT, width: WIDTH, size: 9, weight: 'bold', gap: 8, leading: 1.6, withNext: true }),
    head, ...lines,
    ...(count > shown.length ? [note(`ほか ${grouped(count - shown.length)}か所は、本書に添付した電子データに記載しています${leftOut === 0 ? '。' : `（うち ${grouped(leftOut)}か所は、数だけを記録しています）。`}`)] : []),
  ]
}
