import { expect, test } from 'vitest'
import { subcontractForm, inspectionForm } from '../../core/subcontracts/form-facts.ts'
import { faxForm } from '../../core/faxes/form-facts.ts'
import { custodyForm } from '../../core/custody/form-facts.ts'
import { provisionForm } from '../../core/provisions/form-facts.ts'
import type { FormSource } from '../../core/forms/form.ts'
import { templateOf } from '../../core/forms/templates.ts'
import { MINUTE, type Instant } from '../../core/time.ts'
import { PASSWORD, receiptedFiles, staffedOffice } from '../cast.ts'
import { refused } from '../refused.ts'
import { approvedShirakaba, facts, on, workingCopy } from '../subcontracting.ts'

/** Keys that a template asks for and the facts do not have: a form would refuse them by name. */
function unknownKeys(source: FormSource, given: ReturnType<FormSource['facts']>): string[] {
  return templateOf(source.form).sections.flatMap((section) => {
    if (section.kind === 'fields') return section.fields.flatMap(({ key }) => (key !== null && !(key in given.fields) ? [key] : []))
    if (section.kind === 'table') return section.columns.flatMap(({ key }) => (key !== null && (given.tables[section.rows] ?? []).some((row) => !(key in row)) ? [key] : []))
    return []
  })
}

test('the application of a subcontract is issued with its six facts, and not without them', async () => {
  const office = await staffedOffice()
  const { desk, contract } = office
  const empty = await desk.subcontracts.draft({ contractId: contract.id, parentId: null, ...facts, company: '合同会社こぶし運送', safety: '' })
  expect(await refused(desk.forms.issue({ contractId: contract.id, form: 'F-09', subjectId: empty.id, kind: '新規', reason: '', changesDocNo: '' }))).toMatchObject([{ code: 'form-facts-missing', facts: { missing: expect.stringContaining('安全性及び信頼性を確保する対策') as string } }])
  const { id } = await desk.subcontracts.draft({ contractId: contract.id, parentId: null, ...facts })
  const issued = await desk.forms.issue({ contractId: contract.id, form: 'F-09', subjectId: id, kind: '新規', reason: '', changesDocNo: '' })
  expect((await desk.subcontracts.list({ contractId: contract.id })).find((s) => s.id === id)).toMatchObject({ docNo: issued.docNo })
})

test('an inspection, a fax, a provision and an item\'s way each fill their own form', async () => {
  const office = await staffedOffice()
  const { desk, world, contract } = office
  const { item } = await workingCopy(office)
  world.signInAs('yoshida')
  const fax = await desk.faxes.request({ contractId: contract.id, recipientName: '森川 奏', faxNo: '000-000-1234', faxNoAgain: '0000001234', content: '確認票', itemIds: [item.id], exception: { cityRef: 'R8税指0012', reason: '甲の指示', second: { loginId: 'oba', password: PASSWORD } } })
  const provision = await desk.provisions.apply({ contractId: contract.id, organisation: '架空大学', recipient: '研 究子', address: '', purpose: '統計', information: '集計', itemIds: [item.id], count: 12 })
  world.signInAs('mizuno')
  await desk.faxes.approve({ faxId: fax.id })
  world.pass(10 * MINUTE)
  const at = world.now()
  await desk.faxes.sent({ faxId: fax.id, at, pages: 2, testPageAt: (at - 5 * MINUTE) as Instant, testSeenBy: '森川 奏', calledAt: (at - MINUTE) as Instant, calledTo: '森川 奏', slip: null })
  await desk.faxes.arrived({ faxId: fax.id, at, to: '森川 奏', pages: 2 })
  await desk.provisions.consent({ provisionId: provision.id, on: on('2026-12-07'), exception: { cityRef: 'R8税承0070', reason: '甲の依頼', second: { loginId: 'oba', password: PASSWORD } } })
  await desk.provisions.provide({ provisionId: provision.id, on: on('2026-12-07'), means: '手渡し', sentBy: null })
  const sub = await approvedShirakaba(office)
  await desk.subcontracts.inspect({ subcontractId: sub.id, on: on('2026-12-14'), method: '立入', inspector: '水野 灯里', items: [{ item: '施錠保管', result: '要是正', remark: '鍵' }, { item: '誓約書', result: '適', remark: '' }], corrective: '当日施錠', nextOn: on('2027-01-14') })

  const { reading } = await world.ledger.read()
  const about = { contract: reading.get('contract', contract.id)!, now: world.now() }
  for (const [source, subjectId] of [[subcontractForm, sub.id], [inspectionForm, `${sub.id}:1`], [faxForm, fax.id], [provisionForm, provision.id], [custodyForm, item.id]] as const) {
    expect(source.subjects?.(reading, contract.id).map(({ id }) => id), source.form).toContain(subjectId)
    const given = source.facts(reading, { ...about, subjectId })
    expect(unknownKeys(source, given), source.form).toEqual([])
    expect(unknownKeys(source, { fields: {}, tables: {} }).length, source.form).toBeGreaterThan(0)
    expect(await desk.forms.issue({ contractId: contract.id, form: source.form, subjectId, kind: '新規', reason: '', changesDocNo: '' })).toMatchObject({ form: source.form, contractId: contract.id })
  }
  expect(inspectionForm.facts(reading, { ...about, subjectId: `${sub.id}:1` }).tables['items']).toMatchObject([{ no: '1', correction: '当日施錠' }, { no: '2', correction: '' }])
  const { hops = [] } = custodyForm.facts(reading, { ...about, subjectId: item.id }).tables
  expect(hops.map(({ means }) => means?.split('：')[0])).toEqual(['受領', '保管', '複製', 'FAX', '第三者提供'])
})

test('copies, subcontracts, faxes, provisions and exceptions each have their ledger', async () => {
  const office = await staffedOffice()
  const { desk, contract } = office
  await workingCopy(office)
  office.world.signInAs('mizuno')
  await approvedShirakaba(office)
  await desk.faxes.request({ contractId: contract.id, recipientName: '森川 奏', faxNo: '000-000-1234', faxNoAgain: '0000001234', content: '確認票', itemIds: [], exception: { cityRef: 'R8税指0012', reason: '甲の指示', second: { loginId: 'oba', password: PASSWORD } } })
  await desk.provisions.apply({ contractId: contract.id, organisation: '架空大学', recipient: '', address: '', purpose: '統計', information: '集計', itemIds: (await receiptedFiles(office)).items.map(({ id }) => id), count: 12 })
  const totals = new Map((await desk.ledgers.list({ contractId: contract.id })).map(({ name, total }) => [name, total]))
  expect(['copies', 'subcontracts', 'faxes', 'provisions', 'exceptions'].map((name) => totals.get(name))).toEqual([1, 1, 1, 1, 1])
})
