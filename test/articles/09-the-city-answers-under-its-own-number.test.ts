import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { AnswerApplication } from '../../core/city/answer.ts'
import type { Subcontract } from '../../core/subcontracts/subcontract.ts'
import { openDesk } from '../../core/desk.ts'
import { DAY, dayOf, MINUTE } from '../../core/time.ts'
import { ending, type TwoOffices, twoOffices } from '../two-offices.ts'
import { PASSWORD } from '../cast.ts'
import { codesAgainst } from '../refused.ts'
import { facts } from '../subcontracting.ts'

let offices: TwoOffices
beforeAll(async () => { offices = await twoOffices() })
afterAll(async () => { await offices.close() })

let company = 0

/** An application for a subcontractor, handed in, and imported by the city. */
async function applied(): Promise<{ subcontract: Subcontract; importedId: string; docNo: string; paths: string[] }> {
  const { contractor, city, ours, at, now, pass } = offices
  pass(MINUTE)
  const draft = await contractor.subcontracts.draft({ contractId: ours, parentId: null, ...facts, company: `有限会社しらかば封入${++company}` })
  const subcontract = await contractor.subcontracts.apply({ subcontractId: draft.id, on: dayOf(now()) })
  const { id, docNo } = await contractor.forms.issue({ contractId: ours, form: 'F-09', subjectId: draft.id, kind: '新規', reason: '', changesDocNo: '' })
  const { paths } = await contractor.documents.submit({ id, into: at('out', docNo) })
  const [imported] = await city.city.import({ paths: [ending(paths, '.json')], cityReceiptNo: null, contractId: null } as never)
  expect(imported).toMatchObject({ outcome: 'imported', verification: { verdict: 'verified' } })
  return { subcontract, importedId: imported?.imported?.id ?? '', docNo, paths }
}

const answer = (importedId: string, more: Partial<AnswerApplication> = {}): AnswerApplication => ({ importedId, decision: '承認', approvalNo: null, decidedOn: dayOf(offices.now()), conditions: [], reason: '', attendance: null, revisionReason: '', ...more })
const state = async (id: string): Promise<Subcontract | undefined> => (await offices.contractor.subcontracts.list({ contractId: offices.ours })).find((one) => one.id === id)

test('a number is typed as long as the office has no pattern; with one, each answer takes the next', async () => {
  const { city } = offices
  const { importedId } = await applied()
  expect(await codesAgainst(city.cityOffice.answer(answer(importedId)))).toEqual(['city-number-missing'])
  await city.cityOffice.setNumbering({ kind: '承認', pattern: '{fiscal}税承{seq:4}' })
  expect(await codesAgainst(city.cityOffice.setNumbering({ kind: '承認', pattern: '税承' }))).toEqual(['numbering-unfit'])
  expect(await city.cityOffice.nextApprovalNo({ importedId })).toEqual({ no: 'R8税承0001' })
  expect(await city.cityOffice.answer(answer(importedId, { approvalNo: 'R8税承0055' }))).toMatchObject({ approvalNo: 'R8税承0055', revision: 1, docNo: expect.stringMatching(/^C2-/) as string })
  const other = await applied()
  expect(await codesAgainst(city.cityOffice.answer(answer(other.importedId, { approvalNo: 'Ｒ８税承 0055' })))).toEqual(['city-number-taken'])
  expect(await city.cityOffice.answer(answer(other.importedId))).toMatchObject({ approvalNo: 'R8税承0056' })
})

test('every body of the answer is believed by the contractor, and does what a clerk would have typed, once', async () => {
  const { city, contractor, at, ours } = offices
  const { subcontract, importedId, docNo } = await applied()
  const answered = await city.cityOffice.answer(answer(importedId, { decision: '条件付承認', conditions: [{ kind: '持出禁止', text: '' }] }))
  const { paths } = await city.cityOffice.saveAnswer({ answeredId: answered.id, into: at('answers', docNo) })
  expect(paths.map((path) => path.slice(path.lastIndexOf('.')))).toEqual(['.pdf', '.json', '.p7s', '.csv'])

  expect(await state(subcontract.id)).toMatchObject({ state: 'applied' })
  expect(await contractor.answers.take({ paths: [ending(paths, '.csv')] })).toMatchObject({ answers: [{ approvalNo: answered.approvalNo, decision: '条件付承認', of: { docNo, revision: 1 } }] })
  expect(await state(subcontract.id)).toMatchObject({ state: 'approved', decision: { outcome: '条件付承認', cityRef: answered.approvalNo, conditions: [{ kind: '持出禁止' }] } })
  const before = (await contractor.ledger.entries({ from: 0, count: 1 })).size
  for (const end of ['.pdf', '.json', '.p7s']) expect((await contractor.answers.take({ paths: [ending(paths, end)] })).answers).toHaveLength(1)
  expect((await contractor.ledger.entries({ from: 0, count: 1 })).size).toBe(before)
  expect((await contractor.answers.list({ contractId: ours })).filter(({ of }) => of.docNo === docNo)).toHaveLength(1)
})

test('an approval is the manager\'s; a refusal says why; a condition is named; nobody decides tomorrow', async () => {
  const { city, now } = offices
  const { importedId } = await applied()
  await city.vault.unlock({ loginId: 'morikawa', password: PASSWORD })
  expect(await codesAgainst(city.cityOffice.answer(answer(importedId)))).toEqual(['not-your-office'])
  await city.vault.unlock({ loginId: 'nishizono', password: PASSWORD })
  expect(await codesAgainst(city.cityOffice.answer(answer(importedId, { decision: '不承認' })))).toEqual(['answer-without-reason'])
  expect(await codesAgainst(city.cityOffice.answer(answer(importedId, { decision: '条件付承認' })))).toEqual(['conditions-missing'])
  expect(await codesAgainst(city.cityOffice.answer(answer(importedId, { decision: '確認' })))).toEqual(['decision-not-for-form'])
  expect(await codesAgainst(city.cityOffice.answer(answer(importedId, { decidedOn: dayOf((now() + DAY) as never) })))).toEqual(['time-in-future'])
  expect(await codesAgainst(city.cityOffice.answer(answer(importedId, { attendance: { organisation: '青葉野市', name: '森川 奏' } })))).toEqual(['attendance-only-for-notice'])
  expect(await city.cityOffice.answer(answer(importedId, { decision: '不承認', reason: '再委託の必要が認められない' }))).toMatchObject({ decision: '不承認' })
})

test('a second answer is a new revision with its reason, and the contractor takes no older one after it', async () => {
  const { city, contractor, at } = offices
  const { subcontract, importedId, docNo } = await applied()
  const first = await city.cityOffice.answer(answer(importedId))
  expect(await codesAgainst(city.cityOffice.answer(answer(importedId, { decision: '不承認', reason: '誤り' })))).toEqual(['answered-already'])
  const second = await city.cityOffice.answer(answer(importedId, { decision: '不承認', reason: '体制が不十分', revisionReason: '決裁の取り違え' }))
  expect(second).toMatchObject({ revision: 2, approvalNo: first.approvalNo })
  expect(await city.cityOffice.answers({ contractId: offices.theirs })).toEqual(expect.arrayContaining([expect.objectContaining({ id: first.id, supersededBy: second.id })]))

  const old = (await city.cityOffice.saveAnswer({ answeredId: first.id, into: at('answers', docNo, '1') })).paths
  const paths = (await city.cityOffice.saveAnswer({ answeredId: second.id, into: at('answers', docNo, '2') })).paths
  expect(await contractor.answers.take({ paths: [...old, ...paths] })).toMatchObject({ answers: [{ decision: '不承認', revision: 2 }] })
  expect(await state(subcontract.id)).toMatchObject({ state: 'refused' })
  expect(await codesAgainst(contractor.answers.take({ paths: old }))).toEqual(['answer-older'])
})

test('no changed, unsigned or misdirected answer does anything, and a revised application needs an answer of its own', async () => {
  const { city, contractor, at, ours } = offices
  const { subcontract, importedId, docNo } = await applied()
  const answered = await city.cityOffice.answer(answer(importedId))
  const { paths } = await city.cityOffice.saveAnswer({ answeredId: answered.id, into: at('answers', docNo) })
  const forged = join(at('forged', docNo), 'answer.json')
  writeFileSync(forged, readFileSync(ending(paths, '.json'), 'utf8').replace('"decision":"承認"', '"decision":"不承認"'))
  expect(await codesAgainst(contractor.answers.take({ paths: [forged] }))).toEqual(['document-not-believed'])
  const bare = join(at('bare', docNo), 'answer.json')
  writeFileSync(bare, readFileSync(ending(paths, '.json')))
  expect(await codesAgainst(contractor.answers.take({ paths: [bare] }))).toEqual(['document-not-believed'])
  expect(await codesAgainst(contractor.answers.take({ paths: [ending((await applied()).paths, '.pdf')] }))).toEqual(['document-not-believed'])

  const [issued] = (await contractor.receipts.list({ contractId: ours })).filter((one) => one.docNo === docNo)
  const cancelled = await contractor.documents.cancel({ id: issued!.id, reason: '申請内容の誤り' })
  expect(cancelled).toMatchObject({ revision: 2, revisionKind: '取消' })
  expect(await codesAgainst(contractor.answers.take({ paths }))).toEqual(['answer-to-superseded'])
  expect(await state(subcontract.id)).toMatchObject({ state: 'applied' })
})

test.each(['確認', '不承認'] as const)('what a form cannot be answered with does nothing, signed or not: %s', async (decision) => {
  const { city, contractor, worlds, at } = offices
  const { subcontract, importedId, docNo } = await applied()
  const { paths } = await city.cityOffice.saveAnswer({ answeredId: (await city.cityOffice.answer(answer(importedId))).id, into: at('answers', docNo) })
  const form = decision === '確認' ? 'F-09' : 'F-28'
  const says = { ...worlds.contractor, documents: { ...worlds.contractor.documents, verify: async (...asked: Parameters<typeof worlds.contractor.documents.verify>) => (await worlds.contractor.documents.verify(...asked)).map((found) => (
    found.record?.form === 'C-02' ? { ...found, record: { ...found.record, decision, of: { ...found.record.of, form } } } : found)) } }
  expect(await codesAgainst(openDesk(says).answers.take({ paths }))).toEqual(['decision-not-for-form'])
  expect(await contractor.answers.list({ contractId: offices.ours })).not.toContainEqual(expect.objectContaining({ of: { docNo, revision: 1 } }))
  expect(await state(subcontract.id)).toMatchObject({ state: 'applied' })
})

test('two clerks who answer at once leave one answer', async () => {
  const { city } = offices
  const { importedId } = await applied()
  const both = await Promise.allSettled([city.cityOffice.answer(answer(importedId)), city.cityOffice.answer(answer(importedId, { decision: '不承認', reason: '別の判断' }))])
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect((await city.cityOffice.answers({ contractId: offices.theirs })).filter((one) => one.importedId === importedId)).toHaveLength(1)
})
