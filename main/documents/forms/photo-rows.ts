import type { Disposed } from '../../../core/documents/disposal-records.ts'
import type { Block } from '../pdf/flow.ts'
import { hashGroups } from '../pdf/numbers.ts'
import { paragraph } from '../pdf/paragraph.ts'
import { row } from '../pdf/rows.ts'
import type { Typefaces } from '../pdf/typeface.ts'
import { columnHeads } from './labelled.ts'
import { LEFT, WIDTH } from './letter.ts'

const WHEN = 50

/** Photographs before and after, by name and SHA-256: whoever holds the files can tell that they are these. */
export function photoRows({ destruction }: Disposed, table: string, faces: Typefaces): Block[] {
  const photos = destruction?.photos ?? []
  if (photos.length === 0) return []
  const head = columnHeads(faces, table, [{ name: '前・後', width: WHEN }, { name: 'ファイル名', width: WIDTH - WHEN }])
  return [
    paragraph(faces, { text: `写真（${photos.length}枚）`, x: LEFT, width: WIDTH, size: 9, weight: 'bold', gap: 8, leading: 1.6, withNext: true }), head,
    ...photos.map(({ name, when, sha256 }) => row(faces, {
      table, x: LEFT, size: 8, head, cells: [{ text: when, width: WHEN, align: 'center' }, { text: name, width: WIDTH - WHEN }], footnote: { text: hashGroups(sha256), from: LEFT + WHEN, size: 7.5, pitch: 46 },
    })),
  ]
}
