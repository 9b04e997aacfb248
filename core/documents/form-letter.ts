import * as z from 'zod'
import { header, text, whole } from './header.ts'

/** The letters that are drawn by data alone (product §1D). F-25, F-28, F-30 and F-31 have records and drawings of their own. */
export const LetterForm = z.enum([
  'F-00', 'F-01', 'F-02', 'F-03', 'F-04', 'F-05', 'F-06', 'F-07', 'F-08', 'F-09', 'F-10', 'F-11', 'F-12', 'F-13', 'F-14', 'F-15', 'F-16', 'F-17', 'F-18', 'F-19', 'F-20', 'F-21', 'F-22', 'F-23', 'F-24',
  'F-26', 'F-27', 'F-29', 'F-32', 'F-33', 'F-34', 'F-35', 'F-36', 'F-37', 'F-38',
])
export type LetterForm = z.infer<typeof LetterForm>

/**
 * What kind of thing a value is. The record holds what machines read (`2026-12-01`, `2026-12-01T10:00:00+09:00`, `1234`), the paper
 * what people read (令和8年12月1日, 1,234). `blank` is a box to be filled in by hand.
 */
export const ValueKind = z.enum(['text', 'day', 'time', 'number', 'blank'])
export type ValueKind = z.infer<typeof ValueKind>

export const Align = z.enum(['left', 'center', 'right'])

const DAY = /^$|^\d{4}-\d\d-\d\d$/
const TIME = /^$|^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+09:00$/
const NUMBER = /^$|^-?\d{1,15}(\.\d{1,4})?$/

/** Whether a value is written as its kind is. An empty one is always: nothing was said. */
export function isOfKind(as: ValueKind, value: string): boolean {
  switch (as) {
    case 'text': return true
    case 'blank': return value === ''
    case 'day': return DAY.test(value)
    case 'time': return TIME.test(value)
    case 'number': return NUMBER.test(value)
  }
}

const value = text(4000)
const label = text(60)

const Fields = z.strictObject({
  kind: z.literal('fields'), heading: text(200),
  fields: z.array(z.strictObject({ label, value, as: ValueKind, wide: z.boolean() }).refine((field) => isOfKind(field.as, field.value), { path: ['value'] })).min(1).max(100),
})
const Table = z.strictObject({
  kind: z.literal('table'), heading: text(200),
  /** `share`: the column's part of the paper's width, against those of its neighbours. */
  columns: z.array(z.strictObject({ label, share: whole.min(1).max(100), align: Align, as: ValueKind })).min(1).max(20),
  rows: z.array(z.array(value)).max(20_000),
}).refine(({ columns, rows }) => rows.every((row) => row.length === columns.length && row.every((cell, i) => isOfKind(columns[i]?.as ?? 'text', cell))), { path: ['rows'] })
const Clauses = z.strictObject({ kind: z.literal('text'), heading: text(200), numbered: z.boolean(), clauses: z.array(value.min(1)).min(1).max(100) })

export const LetterPart = z.discriminatedUnion('kind', [Fields, Table, Clauses])
export type LetterPart = z.infer<typeof LetterPart>

/**
 * A letter as it was issued, with all that its paper shows: whoever verifies it need not know the template that it was filled from.
 * A city's own form is such a record too.
 */
export const FormLetter = z.strictObject({
  ...header,
  revisionKind: z.enum(['新規', '変更', '訂正', '取消']),
  form: LetterForm,
  template: z.literal('LETTER/1'),
  /** Which version of which template was filled: `F-05/1`, or a city's own. */
  formVersion: text(60).min(1),
  /** 様式第３号（第６条関係）: as a city names its own form; '' for none. */
  mark: text(60),
  title: text(100).min(1),
  /** The document whose facts this one changes (変更届); '' for none. */
  changesDocNo: text(60),
  /** What the letter says before 記. */
  statement: text(2000).min(1),
  parts: z.array(LetterPart).min(1).max(1000),
  notes: z.array(value).max(20),
  signatures: z.array(z.strictObject({ label, name: text(200), note: text(60) })).max(6),
})
export type FormLetter = z.infer<typeof FormLetter>
