import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dayOf, MINUTE } from '../../core/time.ts'
import { cleanCheck, PASSWORD, readsTheSpecification } from '../cast.ts'
import { keepFigures } from '../figures.ts'
import { facts } from '../subcontracting.ts'
import { ending, type TwoOffices, twoOffices } from '../two-offices.ts'
import { figuresOf } from './figures-of.ts'
import { type RealOffice } from './real-stage.ts'
import { type Walk, walking } from './real-walk.ts'
import { leftOut } from './walked.ts'
import { counting } from './world-calls.ts'

/** A contractor and a city with real vaults and real documents, from the keys to the settlement: every call of what only real papers can show fails in its turn. */
const counted = counting()
let offices: TwoOffices
let ours: Walk
let theirs: Walk

beforeAll(async () => {
  offices = await twoOffices()
  const folder = join(offices.at('contractor'), '..')
  const office = (name: 'contractor' | 'city', other: string, loginId: string): RealOffice => ({
    world: offices.worlds[name], home: join(folder, name), folder, others: [other],
    enter: async () => { await offices.worlds[name].vault.unlock(loginId, PASSWORD) },
  })
  ours = walking(office('contractor', 'city', 'mizuno'), counted)
  theirs = walking(office('city', 'contractor', 'nishizono'), counted)
  for (const loginId of ['oba', 'mizuno']) await readsTheSpecification({ desk: offices.contractor }, loginId)
})
afterAll(async () => {
  await offices.close()
  if (counted.contradictions.size === 0) keepFigures('world-calls-between-offices', figuresOf(counted))
})

test('keys, designations and receipts pass between two offices, whatever fails meanwhile', async () => {
  const { at, contractor, now } = offices
  const contractId = offices.theirs
  const here = { means: '手渡し' as const, at: now(), place: '税務課窓口' }
  await ours('vault', 'publicKeys')
  const { paths: notice } = await ours('vault', 'saveKeyNotice', { input: { into: at('notice') } })
  await theirs('contracts', 'lookAtKey', { input: { contractId, path: ending(notice, '.json') } })

  await theirs('cityOffice', 'setNumbering', { input: { kind: '承認', pattern: '{fiscal}税承{seq:4}' } })
  await theirs('cityOffice', 'numberings')
  const files = ['宛名.csv', '税額.csv'].map((name) => join(at('in'), name))
  for (const path of files) writeFileSync(path, `番号,氏名\n1,見本 一郎 ${path.length}\n`)
  const designate = { contractId, ...here, deliveredBy: '森川 奏', purpose: '納税通知書の作成', medium: { type: 'USBメモリ' as const, serial: 'AZ0004M2W8', ownerNo: '税-USB-12' }, returnDueOn: null, items: [], paths: files }
  const designation = await theirs('cityOffice', 'designate', { input: designate })
  await theirs('cityOffice', 'designations', { input: { contractId } })
  await theirs('cityOffice', 'withdrawDesignation', { input: { designationId: designation.id, reason: '記載の誤り' } })
  await offices.city.cityOffice.designate(designate)

  const stick = await contractor.media.register({ no: null, type: 'USBメモリ', maker: '', model: '', serial: 'AZ0004M2W8', capacityBytes: null, owner: '甲', ownerNo: '税-USB-12', storagePlace: 'C-2', lockType: '鍵', keyHolder: '大庭' })
  const handover = await contractor.handovers.designate({ contractId: offices.ours, designated: here, designatedBy: '森川 奏', cityList: [], purpose: '納税通知書の作成' })
  await contractor.handovers.receive({
    handoverId: handover.id, paths: files, actual: here, deliveredBy: '森川 奏', medium: stick.no, virusCheck: { ...cleanCheck, at: now() }, storagePlace: '第2作業室', returnDueOn: null, returnConditions: '', remarks: '',
    wordsForAll: { infoKind: '宛名', form: '電磁的記録媒体', importanceClass: '重要情報', personalInfo: true, sensitive: false, myNumber: false }, words: [], exception: null,
  })
  const { id } = await contractor.receipts.issue({ handoverId: handover.id })
  const { paths } = await contractor.receipts.save({ id, into: at('saved') })

  const [imported] = await theirs('city', 'import', { input: { paths: [ending(paths, '.pdf')], cityReceiptNo: null, contractId: null } })
  const importedId = imported?.imported?.id ?? ''
  const [run] = await theirs('city', 'runs')
  const runId = run!.id
  await theirs('city', 'run', { input: { runId } })
  await theirs('city', 'checkRun', { input: { runId } })
  await theirs('city', 'saveRun', { input: { runId, format: 'csv-utf8', into: at('runs') } })
  await theirs('city', 'imported', { input: { contractId } })
  await theirs('city', 'number', { input: { importedId, cityReceiptNo: 'R8税収1' } })
  await theirs('city', 'comparePaper', { input: { contractId, code: imported!.imported!.code } })
  const { paths: back } = await theirs('city', 'acknowledge', { input: { importedId, into: at('back') } })
  await ours('receipts', 'acknowledge', { input: { paths: back } })
  await ours('documents', 'verify', { input: { paths: [ending(paths, '.pdf')], trust: [] } })
  await ours('documents', 'checkCp932', { input: { id } })
  await theirs('documents', 'checkExport', { input: { contractId, what: 'receipts' } })
  await theirs('documents', 'export', { input: { contractId, what: 'receipts', encoding: 'utf8', into: at('exported') } })
  expect([...counted.contradictions]).toEqual([])
})

test('the city answers, signs and settles, whatever fails meanwhile', async () => {
  const { at, contractor, city, now, pass } = offices
  const contractId = offices.theirs
  pass(MINUTE)
  const draft = await contractor.subcontracts.draft({ contractId: offices.ours, parentId: null, ...facts })
  await contractor.subcontracts.apply({ subcontractId: draft.id, on: dayOf(now()) })
  const { id } = await contractor.forms.issue({ contractId: offices.ours, form: 'F-09', subjectId: draft.id, kind: '新規', reason: '', changesDocNo: '' })
  const { paths } = await contractor.documents.submit({ id, into: at('out') })
  const [applied] = await city.city.import({ paths: [ending(paths, '.pdf')], cityReceiptNo: 'R8税収2', contractId: null })
  const importedId = applied!.imported!.id
  await theirs('cityOffice', 'nextApprovalNo', { input: { importedId } })
  const answered = await theirs('cityOffice', 'answer', { input: { importedId, decision: '承認', approvalNo: null, decidedOn: dayOf(now()), conditions: [], reason: '', attendance: null, revisionReason: '' } })
  await theirs('cityOffice', 'answers', { input: { contractId } })
  const { paths: answer } = await theirs('cityOffice', 'saveAnswer', { input: { answeredId: answered.id, into: at('answers') } })
  await ours('answers', 'take', { input: { paths: [ending(answer, '.pdf')] } })
  await ours('answers', 'list', { input: { contractId: offices.ours } })
  await theirs('cityOffice', 'counterSign', { input: { importedId, path: null, into: at('signed') } })
  await theirs('cityOffice', 'settlement', { input: { contractId } })
  await theirs('cityOffice', 'saveSettlement', { input: { contractId, what: 'all', format: 'csv-utf8', into: at('tables') } })

  const { paths: [proof = ''] } = await ours('answers', 'saveConsistency', { input: { into: at('proof') } })
  await theirs('cityOffice', 'ledgersKnown', { input: { contractId } })
  await theirs('cityOffice', 'proveLedger', { input: { contractId, path: proof } })
  expect([...counted.contradictions]).toEqual([])
})

test('nothing is left out for which this walk answers', () => {
  expect(leftOut('between offices', counted)).toEqual([])
})
