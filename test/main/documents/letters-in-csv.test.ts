import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { FormLetter, LetterForm } from '../../../core/documents/form-letter.ts'
import type { Sealed } from '../../../main/documents/csv/document-table.ts'
import { letterTable } from '../../../main/documents/csv/letter-columns.ts'
import { readTables } from '../../../main/documents/csv/read-tables.ts'
import { namesIn, writeTable, writeTableCp932 } from '../../../main/documents/csv/write-table.ts'
import { anyText } from './any-receipt.ts'
import { letterOn } from './letters.ts'
import { oddLetters } from './odd-letters.ts'

const sealed = (record: FormLetter): Sealed<FormLetter> => ({ record, code: 'ABCD-EFGH-JKMN-PQRS-TVWX', seal: 'AZK1SEAL' })

function recordsIn(bytes: Uint8Array): unknown[] {
  const read = readTables(bytes)
  if ('findings' in read) throw new Error(JSON.stringify(read.findings))
  expect(read.documents.flatMap(({ findings }) => findings)).toEqual([])
  return read.documents.map(({ record }) => record)
}

const short = anyText(50)
const as = fc.constantFrom('text' as const, 'day' as const, 'number' as const)
const valueOf = (kind: 'text' | 'day' | 'number') => (kind === 'text' ? short : kind === 'day' ? fc.constantFrom('', '2026-12-07', '2019-05-01') : fc.constantFrom('', '0', '-12', '1234567', '1.5'))
const field = as.chain((kind) => fc.record({ label: short, value: valueOf(kind), as: fc.constant(kind), wide: fc.boolean() }))
const table = fc.array(fc.record({ label: short, share: fc.integer({ min: 1, max: 100 }), align: fc.constantFrom('left' as const, 'center' as const, 'right' as const), as }), { minLength: 1, maxLength: 20 })
  .chain((columns) => fc.record({ kind: fc.constant('table' as const), heading: short, columns: fc.constant(columns), rows: fc.array(fc.tuple(...columns.map((column) => valueOf(column.as))).map((row) => [...row]), { maxLength: 5 }) }))
const part = fc.oneof(
  fc.record({ kind: fc.constant('fields' as const), heading: short, fields: fc.array(field, { minLength: 1, maxLength: 5 }) }), table,
  fc.record({ kind: fc.constant('text' as const), heading: short, numbered: fc.boolean(), clauses: fc.array(short.filter((text) => text !== ''), { minLength: 1, maxLength: 3 }) }),
)

const anyLetter: fc.Arbitrary<FormLetter> = fc.record({
  form: fc.constantFrom(...LetterForm.options), docNo: short.filter((text) => text !== ''), revision: fc.integer({ min: 1, max: 999 }), revisionKind: fc.constantFrom('新規' as const, '変更' as const, '訂正' as const, '取消' as const), revisionReason: short, changesDocNo: short,
  title: short.filter((text) => text !== ''), mark: short, statement: short.filter((text) => text !== ''), parts: fc.array(part, { minLength: 1, maxLength: 4 }), notes: fc.array(short, { maxLength: 2 }),
  signatures: fc.array(fc.record({ label: short, name: short, note: short }), { maxLength: 2 }),
}).map((changes) => ({ ...letterOn('F-05'), ...changes }))

describe('a letter and its rows', () => {
  test('any letter comes back from its rows as it was', () => {
    fc.assert(fc.property(anyLetter, (record) => { expect(recordsIn(writeTable(letterTable, [sealed(record)]))).toEqual([record]) }), { numRuns: 150 })
  })

  test('and from its rows in CP932, where what cannot be held is named and put back', () => {
    fc.assert(fc.property(anyLetter, (record) => { expect(recordsIn(writeTableCp932(letterTable, [sealed(record)]).bytes)).toEqual([record]) }), { numRuns: 80 })
  })

  test('several letters of several forms share a file', () => {
    const all = [letterOn('F-05'), letterOn('F-27', { head: { docNo: 'ひ-R8-002' } }), { ...oddLetters["a city's own"]!, docNo: 'ひ-R8-003' }]
    expect(recordsIn(writeTable(letterTable, all.map(sealed)))).toEqual(all)
  })

  test('a day that was typed as words stays words; a day that a spreadsheet turned is turned back', () => {
    const record = letterOn('F-05')
    const part0 = record.parts[0] as Extract<FormLetter['parts'][number], { kind: 'fields' }>
    const odd: FormLetter = { ...record, parts: [{ ...part0, fields: [{ label: '面積', value: '2026/12/1', as: 'text', wide: false }, { label: '使用開始', value: '2026-12-01', as: 'day', wide: false }] }] }
    const text = new TextDecoder().decode(writeTable(letterTable, [sealed(odd)]))
    expect(recordsIn(new TextEncoder().encode(text.replaceAll('"2026-12-01"', '2026/12/1')))).toEqual([odd])
  })

  test('begins with the columns that cities read of every document', () => {
    expect(namesIn(letterTable).slice(0, 12).join(', ')).toBe('様式版, 文書番号, 版, 区分, 発行日和暦, issued_at, 契約番号, 委託業務名, 受託者名, 書面番号, 書面名, 記載様式')
    expect(new Set(namesIn(letterTable)).size).toBe(namesIn(letterTable).length)
  })
})
