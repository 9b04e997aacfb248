import type { Block } from '../pdf/flow.ts'
import { row, type Cell } from '../pdf/rows.ts'
import type { Typefaces } from '../pdf/typeface.ts'
import { LEFT, WIDTH } from './letter.ts'

/** Rows of labels and values, all of one table and as wide as the letter. */
export interface Labelled {
  wide(label: string, value: string, withNext?: boolean): Block
  pair(a: string, b: string, c: string, d: string, withNext?: boolean): Block
}

export function labelled(faces: Typefaces, table: string, { label = 78, size = 9 }: { label?: number; size?: number } = {}): Labelled {
  const th = (text: string): Cell => ({ text, width: label, tag: 'TH', scope: 'Row', weight: 'bold' })
  const line = (cells: readonly Cell[], withNext: boolean): Block => row(faces, { table, x: LEFT, size, cells, withNext })
  return {
    wide: (name, value, withNext = false) => line([th(name), { text: value, width: WIDTH - label }], withNext),
    pair: (a, b, c, d, withNext = false) => line([th(a), { text: b, width: WIDTH / 2 - label }, th(c), { text: d, width: WIDTH / 2 - label }], withNext),
  }
}

/** Two columns set against each other: what was to be, and what was. The first row names them. */
export function compared(faces: Typefaces, table: string, heads: readonly [string, string], rows: readonly (readonly [string, string, string])[], { label = 78, size = 9 }: { label?: number; size?: number } = {}): Block[] {
  const half = (WIDTH - label) / 2
  const th = (text: string, width: number, scope: 'Row' | 'Column'): Cell => ({ text, width, tag: 'TH', scope, weight: 'bold', ...(scope === 'Column' && { align: 'center' as const }) })
  return [
    row(faces, { table, x: LEFT, size, cells: [th('', label, 'Column'), th(heads[0], half, 'Column'), th(heads[1], half, 'Column')], withNext: true }),
    ...rows.map(([name, a, b]) => row(faces, { table, x: LEFT, size, cells: [th(name, label, 'Row'), { text: a, width: half }, { text: b, width: half }] })),
  ]
}

/** The head of a table of columns, drawn again on every page that the table reaches. */
export function columnHeads(faces: Typefaces, table: string, columns: readonly { name: string; width: number }[], size = 8): Block {
  return row(faces, { table, x: LEFT, size, withNext: true, cells: columns.map(({ name, width }): Cell => ({ text: name, width, tag: 'TH', scope: 'Column', weight: 'bold', align: 'center' })) })
}

export const orNone = (text: string): string => (text === '' ? 'なし' : text)
