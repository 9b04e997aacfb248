import type * as z from 'zod'
import type { Finding } from '../../../core/documents/document.ts'
import { finding } from '../../../core/words/findings.ts'
import type { Codec } from './codecs.ts'
import type { CellOf, Column, TabledRecord } from './document-table.ts'

/** A column that holds one value of the record, there and back: `path` leads to it from the record, or from the row's item. */
export interface Bound {
  readonly name: string
  readonly in: 'item' | 'document' | 'once'
  readonly path: readonly string[]
  readonly codec: Codec
}

/** The writing half. What lies inside something that is null is an empty cell. */
export function boundColumn<R extends TabledRecord, I>({ name, in: where, path, codec }: Bound): Column<R, I> {
  return {
    name, in: where,
    write({ record }, item) {
      const value = path.reduce<unknown>((at, key) => (at === null || at === undefined ? undefined : (at as Record<string, unknown>)[key]), where === 'item' ? item : record)
      return value === undefined ? '' : codec.write(value as never)
    },
  }
}

export interface RebuildOrder<R> {
  readonly bound: readonly Bound[]
  /** Objects that are null when the cell of this column is empty or says 無: of the record, and of an item. */
  readonly absent: { readonly of: Readonly<Record<string, string>>; readonly ofItem: Readonly<Record<string, string>> }
  readonly rows: number
  readonly cell: CellOf
  readonly fixed: Readonly<Record<string, unknown>>
  readonly schema: z.ZodType<R>
}

/** The reading half: the record whose values stand in the cells, or the columns whose values fit none. */
export function rebuildFrom<R>({ bound, absent, rows, cell, fixed, schema }: RebuildOrder<R>): { record: R | null; findings: Finding[] } {
  const own = bound.filter((column) => column.in !== 'item')
  const ofItem = bound.filter((column) => column.in === 'item')
  const candidate = { ...fixed, ...gathered(own, absent.of, (name) => cell(name)), rows: Array.from({ length: rows }, (_, row) => gathered(ofItem, absent.ofItem, (name) => cell(name, row))) }
  const parsed = schema.safeParse(candidate)
  if (parsed.success) return { record: parsed.data, findings: [] }
  return { record: null, findings: parsed.error.issues.slice(0, 20).map(({ path }) => malformed(bound, path)) }
}

function gathered(columns: readonly Bound[], absent: Readonly<Record<string, string>>, cell: (name: string) => string): Record<string, unknown> {
  const whole: Record<string, unknown> = {}
  for (const [key, column] of Object.entries(absent)) if (['', '無'].includes(cell(column))) whole[key] = null
  for (const { path, codec, name } of columns) {
    const [first = '', second] = path
    if (whole[first] === null) continue
    if (second === undefined) whole[first] = codec.read(cell(name))
    else whole[first] = { ...(whole[first] as Record<string, unknown> | undefined), [second]: codec.read(cell(name)) }
  }
  return whole
}

function malformed(bound: readonly Bound[], path: readonly PropertyKey[]): Finding {
  const inItem = path[0] === 'rows' && typeof path[1] === 'number'
  const keys = path.slice(inItem ? 2 : 0).filter((part) => typeof part === 'string')
  const found = bound.find((column) => (column.in === 'item') === inItem && column.path.every((key, i) => keys[i] === key))
  const column = found?.name ?? keys.join('.')
  return finding('csv-value-malformed', { row: inItem ? Number(path[1]) + 1 : 1, column }, column)
}
