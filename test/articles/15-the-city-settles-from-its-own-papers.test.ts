import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CitySettlement } from '../../core/city/settling.ts'
import type { ItemId } from '../../core/handovers/item.ts'
import { dayOf, MINUTE } from '../../core/time.ts'
import { sayContradiction } from '../../core/words/contradictions.ts'
import { cleanCheck, PASSWORD, readsTheSpecification } from '../cast.ts'
import { codesAgainst } from '../refused.ts'
import { ending, type TwoOffices, twoOffices } from '../two-offices.ts'

let offices: TwoOffices
beforeAll(async () => {
  offices = await twoOffices()
  await offices.city.cityOffice.setNumbering({ kind: '承認', pattern: '{fiscal}税承{seq:4}' })
  await offices.city.cityOffice.setNumbering({ kind: '収受', pattern: '{fiscal}税収{seq:4}' })
  for (const loginId of ['oba', 'mizuno']) await readsTheSpecification({ desk: offices.contractor }, loginId)
})
afterAll(async () => { await offices.close() })

const settled = (): Promise<CitySettlement> => offices.city.cityOffice.settlement({ contractId: offices.theirs })
async function imported(paths: readonly string[], end = '.pdf'): Promise<{ id: string; reasons: string[] }> {
  const [one] = await offices.city.city.import({ paths: [ending(paths, end)], cityReceiptNo: null, contractId: null })
  return { id: one?.imported?.id ?? '', reasons: one?.verification.reasons.map(({ code }) => code) ?? [] }
}
async function saved(id: string, ...where: string[]): Promise<string[]> { return (await offices.contractor.receipts.save({ id, into: offices.at('saved', ...where, id) })).paths }

/** Two files on the city's stick, received as the city designated it. */
async function received(): Promise<{ items: ItemId[]; receipt: string[] }> {
  const { contractor, city, at, now, ours, theirs } = offices
  const files = ['宛名.csv', '税額.csv'].map((name) => join(at('in'), name))
  for (const path of files) writeFileSync(path, `番号,氏名\n1,見本 一郎 ${path.length}\n`)
  const here = { means: '手渡し' as const, at: now(), place: '税務課窓口' }
  const designation = await city.cityOffice.designate({ contractId: theirs, ...here, deliveredBy: '森川 奏', purpose: '納税通知書の作成', medium: { type: 'USBメモリ', serial: 'AZ0004M2W8', ownerNo: '税-USB-12' }, returnDueOn: null, items: [], paths: files })
  expect(designation).toMatchObject({ no: 'H-R8-017-001', items: [{ name: '宛名.csv' }, { name: '税額.csv' }] })
  const stick = await contractor.media.register({ no: null, type: 'USBメモリ', maker: '', model: '', serial: 'AZ0004M2W8', capacityBytes: null, owner: '甲', ownerNo: '税-USB-12', storagePlace: 'C-2', lockType: '鍵', keyHolder: '大庭' })
  const handover = await contractor.handovers.designate({ contractId: ours, designated: here, designatedBy: '森川 奏', cityList: [], purpose: '納税通知書の作成' })
  const answer = await contractor.handovers.receive({
    handoverId: handover.id, paths: files, actual: here, deliveredBy: '森川 奏', medium: stick.no, virusCheck: { ...cleanCheck, at: now() }, storagePlace: '第2作業室', returnDueOn: null, returnConditions: '', remarks: '',
    wordsForAll: { infoKind: '宛名', form: '電磁的記録媒体', importanceClass: '重要情報', personalInfo: true, sensitive: false, myNumber: false }, words: [], exception: null,
  })
  if (answer.outcome !== 'received') throw new Error('nobody called it off')
  const { id } = await contractor.receipts.issue({ handoverId: handover.id })
  return { items: answer.items.map((item) => item.id), receipt: await saved(id) }
}

test('Σ received = Σ returned + Σ erased + Σ disposed + Σ delivered + remaining, from the first receipt to the confirmation that nothing is left', async () => {
  const { contractor, city, ours, theirs, now, pass, at } = offices
  const { items, receipt } = await received()
  await imported(receipt, '.csv')
  const first = await settled()
  expect(first).toMatchObject({ total: { received: 2, remaining: 2 }, contradictions: [], receipts: [{ designation: { no: 'H-R8-017-001', mismatches: [] }, items: [{ no: 1, end: null, waits: [{ why: 'no-document' }] }, { no: 2, end: null }] }] })

  // The city sees the notice, and asks to be there.
  pass(MINUTE)
  const people = await contractor.people.list()
  const [mizuno, oba] = people.map(({ id }) => id)
  const plan = await contractor.disposals.plan({
    contractId: ours, plannedOn: dayOf(now()), place: '本社3階 第2作業室', operator: oba!, verifier: mizuno!, outsourcer: '', remarks: '', noticeRequested: null, witnessRequested: null,
    targets: [{ kind: 'vault', medium: null, paths: [], itemIds: items, information: '宛名', mediaName: '保管庫', quantity: 2, unit: '件', method: 'vault', end: '再利用', importanceClass: '重要情報', myNumber: false, consentRef: '' }],
  })
  const notice = await contractor.disposals.issueNotice({ planId: plan.id })
  await contractor.disposals.submitNotice({ planId: plan.id })
  const noticed = await imported(await saved(notice.id))
  const confirmed = await city.cityOffice.answer({ importedId: noticed.id, decision: '確認', approvalNo: null, decidedOn: dayOf(now()), conditions: [], reason: '', attendance: { organisation: '青葉野市', name: '森川 奏' }, revisionReason: '' })
  await contractor.answers.take({ paths: [ending((await city.cityOffice.saveAnswer({ answeredId: confirmed.id, into: at('answers') })).paths, '.pdf')] })
  expect((await contractor.disposals.list({ contractId: ours }))[0]).toMatchObject({ state: 'confirmed', confirmed: { cityRef: 'R8税承0001' }, witnessRequested: { name: '森川 奏' } })
  expect((await settled()).receipts[0]?.items[0]?.waits).toEqual([{ why: 'notice-open', docNo: notice.docNo }])

  // Erased, verified by another, certified.
  pass(MINUTE)
  const second = { loginId: 'mizuno', password: PASSWORD }
  await contractor.vault.unlock({ loginId: 'oba', password: PASSWORD })
  const { wipe } = await contractor.disposals.wipeVault({ planId: plan.id, targetNo: 1, witness: { organisation: '青葉野市', name: '森川 奏' }, second })
  await contractor.vault.unlock(second)
  await contractor.disposals.verify({ wipeId: wipe!.id, drivePath: null, second: null, witnessConfirmed: true })
  const certificate = await contractor.disposals.certify({ wipeIds: [wipe!.id], sealNo: '', thirdPartyNo: '' })

  // What the contractor counts is not confirmed before the city can count it too.
  const papers = await saved(certificate.id)
  expect(JSON.parse(readFileSync(ending(papers, '.json'), 'utf8'))).toMatchObject({ rows: [{ receipts: ['A-R8-017-001（1-2）'] }] })
  await contractor.settlement.returnItems({ contractId: ours, itemIds: [], medium: (await contractor.media.list())[0]!.no, means: '手渡し', at: now(), place: '税務課窓口', receivedBy: '森川 奏', condition: '異常なし', remarks: '' })
  const final = await contractor.forms.issue({ contractId: ours, form: 'F-27', subjectId: null, kind: '新規', reason: '', changesDocNo: '' })
  const confirmation = await imported(await saved(final.id))
  const answer = { importedId: confirmation.id, decision: '確認' as const, approvalNo: null, decidedOn: dayOf(now()), conditions: [], reason: '', attendance: null, revisionReason: '' }
  expect(await codesAgainst(city.cityOffice.answer(answer))).toEqual(['remainder-left', 'contradictions-left'])
  expect((await settled()).contradictions.map((one) => sayContradiction(one, 'ja'))).toContain(`${final.docNo} では A-R8-017-001 の消去数が 2、取り込んだ書類では 0 です。`)

  expect(await imported(papers, '.csv')).toMatchObject({ reasons: [] })
  const last = await settled()
  expect(last).toMatchObject({ total: { received: 2, erased: 2, returned: 0, remaining: 0 }, contradictions: [], confirmation: { docNo: final.docNo, confirmedBy: null } })
  expect(last.receipts[0]?.items[0]).toMatchObject({ end: 'erased', documents: [certificate.docNo], waits: [] })
  await city.cityOffice.answer(answer)
  expect((await settled()).confirmation).toMatchObject({ confirmedBy: 'R8税承0002' })

  for (const [what, format] of [['all', 'pdf'], ['unsettled', 'csv-utf8'], ['contradictions', 'csv-cp932']] as const) {
    const { into } = { into: at('tables', what) }
    expect(await city.cityOffice.saveSettlement({ contractId: theirs, what, format, into })).toMatchObject({ outcome: 'exported' })
  }
})

test('the city\'s signature stands in the contractor\'s PDF once, beside the contractor\'s own, and both are valid to others', async () => {
  const { city, theirs, at } = offices
  const [receipt] = (await city.city.imported({ contractId: theirs })).filter(({ form }) => form === 'F-30')
  // It came as a CSV: there is nothing to sign in.
  expect(await codesAgainst(city.cityOffice.counterSign({ importedId: receipt!.id, path: null, into: at('signed') }))).toEqual(['pdf-not-of-document'])
  const [notice] = (await city.city.imported({ contractId: theirs })).filter(({ form }) => form === 'F-28')
  const first = await city.cityOffice.counterSign({ importedId: notice!.id, path: null, into: at('signed', '1') })
  offices.pass(MINUTE)
  const second = await city.cityOffice.counterSign({ importedId: notice!.id, path: null, into: at('signed', '2') })
  expect(readFileSync(first.paths[0]!)).toEqual(readFileSync(second.paths[0]!))
  const said = execFileSync('pdfsig', ['-nocert', first.paths[0]!], { encoding: 'utf8' })
  expect(said.match(/Signature is Valid/g)).toHaveLength(2)
  expect(await offices.contractor.answers.take({ paths: first.paths })).toMatchObject({ answers: [], acknowledged: [{ docNo: notice!.docNo, state: 'acknowledged' }] })
  expect(await offices.contractor.documents.verify({ paths: first.paths, trust: [] })).toMatchObject([{ verdict: 'verified', counterSigned: { signer: expect.stringContaining('青葉野市') as string } }])
})

test('a receipt that is not what was designated is named with both values', async () => {
  const { city, theirs } = offices
  const [designation] = await city.cityOffice.designations({ contractId: theirs })
  await city.cityOffice.withdrawDesignation({ designationId: designation!.id, reason: '記載の誤り' })
  expect((await settled()).receipts[0]?.designation).toBeNull()
  expect(await codesAgainst(city.cityOffice.withdrawDesignation({ designationId: designation!.id, reason: '記載の誤り' }))).toEqual(['state-does-not-allow'])
  const { means, at, place } = designation!
  const again = { contractId: theirs, means, at, place, deliveredBy: '森川 奏', purpose: '作成', medium: { type: 'USBメモリ', serial: 'AZ0009ZZZZ', ownerNo: '' }, returnDueOn: null, paths: [] }
  expect(await codesAgainst(city.cityOffice.designate({ ...again, items: [] }))).toEqual(['designation-empty'])
  const item = { size: null, sha256: null, count: null }
  expect(await codesAgainst(city.cityOffice.designate({ ...again, items: [{ ...item, name: '宛名.csv' }, { ...item, name: '宛名.csv' }] }))).toEqual(['designated-twice'])
  await city.cityOffice.designate({ ...again, items: [{ ...item, name: '宛名.csv', count: 12 }, { ...item, name: '異動.csv' }] })
  const { contradictions } = await settled()
  expect(contradictions.map(({ facts: { what, item: name } }) => [what, name])).toEqual([['medium', ''], ['count', '宛名.csv'], ['item-missing', '異動.csv'], ['item-not-designated', '税額.csv']])
  expect(contradictions.every((one) => sayContradiction(one, 'ja').includes('H-R8-017-002') && sayContradiction(one, 'en') !== '')).toBe(true)
})
