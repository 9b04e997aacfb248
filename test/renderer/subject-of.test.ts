import { expect, test } from 'vitest'
import { namesIn, subjectById, subjectOf } from '../../renderer/ledger/subject-of.ts'

const name = (id: string): string => (id === 'p1' ? '水野 灯里' : id)
const sealed = { data: { package: { id: 'k1', no: 'P-R8-017-001' } } }

test('an entry is about the number or name that it brings, wherever in it that stands', () => {
  expect(subjectOf({ handover: { id: 'h1', purpose: '納税通知書データ作成' } }, name)).toBe('納税通知書データ作成')
  expect(subjectOf({ personIds: ['p1', 'p2'] }, name)).toBe('水野 灯里、p2')
  expect(subjectOf({ contractId: 'c1', recipient: { name: '森川 奏' } }, name)).toBe('森川 奏')
})

test('an entry that gives no more than an id is about the thing that an earlier entry brought in', () => {
  const abandoned = { data: { packageId: 'k1', why: 'called off' } }
  expect(subjectOf(abandoned.data, name)).toBeNull()
  expect(subjectById(abandoned.data, namesIn([sealed, abandoned], name))).toBe('P-R8-017-001')
})

test('an entry about nothing that is known stays without a subject', () => {
  expect(subjectById({ packageId: 'k2' }, namesIn([sealed], name))).toBeNull()
  expect(subjectOf(null, name)).toBeNull()
})
