import { afterAll, beforeAll, expect, test } from 'vitest'
import { dayOf, MINUTE } from '../../core/time.ts'
import { refused } from '../refused.ts'
import { twoOffices, type TwoOffices } from '../two-offices.ts'

let offices: TwoOffices
beforeAll(async () => { offices = await twoOffices() })
afterAll(() => offices.close())

test('the city takes a first report in like any document, verified, gives it its receipt number, and has nothing to decide', async () => {
  const { contractor, city, ours, at, now, pass } = offices
  const { id: incidentId } = await contractor.incidents.begin({ contractId: ours, foundAt: now(), occurredAt: null, nature: '漏えいのおそれ', subject: '封筒', place: '市役所前', circumstances: '封筒が見当たらない。', content: '座席表', records: 12, importanceClass: '重要情報', personalInfo: true, myNumber: false, packages: [], itemIds: [] })
  pass(18 * MINUTE)
  const { reports: [first] } = await contractor.incidents.report({ incidentId, kind: '第一報', leaveOpen: true })
  const { paths } = await contractor.documents.submit({ id: first!.documentId, into: at('out') })

  const [imported] = await city.city.import({ paths: paths.filter((path) => path.endsWith('.pdf')), cityReceiptNo: 'R8総収1501', contractId: null })
  expect(imported).toMatchObject({ outcome: 'imported', verification: { verdict: 'verified', document: { form: 'F-35', docNo: first!.docNo } } })
  const importedId = imported!.imported!.id
  const answer = { importedId, decision: '承認' as const, approvalNo: '1', decidedOn: dayOf(now()), conditions: [], reason: '', attendance: null, revisionReason: '' }
  expect((await refused(city.cityOffice.answer(answer))).map(({ code }) => code)).toEqual(['not-answerable'])
  const notice = await city.city.acknowledge({ importedId, into: at('back') })
  await contractor.receipts.acknowledge({ paths: notice.paths.filter((path) => path.endsWith('.json')) })
  const issued = (await contractor.receipts.list({ contractId: ours })).find(({ id }) => id === first!.documentId)
  expect(issued).toMatchObject({ state: 'acknowledged', cityReceiptNo: 'R8総収1501' })
})
