import { expect, test } from 'vitest'
import type { Item, ItemId } from '../../core/handovers/item.ts'
import type { Day } from '../../core/time.ts'
import type { DisposalPlan, PlanDisposal } from '../../core/wipes/plan.ts'
import { article } from '../article.ts'
import { ATENA, designation, PASSWORD, receiptedFiles, receivedFiles, receiving, septemberPackage, staffedOffice, type StaffedOffice } from '../cast.ts'
import { wholly } from '../paper-machine.ts'
import { codesAgainst, refused, rulesAgainst } from '../refused.ts'

const second = { loginId: 'mizuno', password: PASSWORD }
const counter = { means: '手渡し', place: '税務課窓口', receivedBy: '森川 奏', condition: '異常なし', remarks: '' } as const

const inVault = (office: StaffedOffice, items: readonly Item[], more: Partial<PlanDisposal['targets'][number]> = {}): PlanDisposal => ({
  contractId: office.contract.id, plannedOn: '2026-12-07' as Day, place: '本社3階 第2作業室', operator: office.oba.id, verifier: office.mizuno.id, outsourcer: '', remarks: '', noticeRequested: null, witnessRequested: null,
  targets: [{ kind: 'vault', medium: null, paths: [], itemIds: items.map(({ id }) => id), information: '納税通知書データ', mediaName: '保管庫', quantity: 1, unit: '式', method: 'vault', end: '再利用', importanceClass: '重要情報', myNumber: false, consentRef: '', ...more }],
})

/** Plans, erases and verifies the vault's copies of these items. */
async function erase(office: StaffedOffice, items: readonly Item[]): Promise<DisposalPlan> {
  const plan = await office.desk.disposals.plan(inVault(office, items))
  office.world.signInAs('oba')
  const { wipe } = await office.desk.disposals.wipeVault({ planId: plan.id, targetNo: 1, witness: null, second })
  office.world.signInAs('mizuno')
  await office.desk.disposals.verify({ wipeId: wipe!.id, drivePath: null, second: null, witnessConfirmed: false })
  return plan
}

const returning = (office: StaffedOffice, itemIds: ItemId[], medium = office.cityStick.no as StaffedOffice['cityStick']['no'] | null) => ({ contractId: office.contract.id, itemIds, medium, at: office.world.now(), ...counter })
const balance = ({ desk, contract }: StaffedOffice) => desk.settlement.balance({ contractId: contract.id })
const close = ({ desk, contract }: StaffedOffice) => desk.contracts.close({ contractId: contract.id, typedContractNo: contract.contractNo })

article('15①', () => {
  test('R-33 a contract is not closed while anything of it is left, and the refusal counts what', async () => {
    const office = await staffedOffice()
    await receiptedFiles(office)
    const [objection] = await refused(close(office))
    expect(objection).toMatchObject({ code: 'information-left', rule: 'R-33', facts: { count: 2, open: 'item:1,medium:1' } })
    expect((await balance(office)).open.map(({ kind, why, leadsTo }) => [kind, why, leadsTo])).toEqual([['item', 'not-ended', 'settlement'], ['medium', 'of-city', 'settlement']])
  })

  test('R-33 what is returned and erased in the vault is settled, and the contract closes and is kept for the years agreed', async () => {
    const office = await staffedOffice()
    const { items } = await receiptedFiles(office)
    const back = await office.desk.settlement.returnItems(returning(office, items.map(({ id }) => id)))
    expect(back).toMatchObject({ no: 'B-R8-017-001', how: 'returned', receivedBy: '森川 奏', medium: office.cityStick.no })
    expect((await office.desk.media.list()).find(({ no }) => no === office.cityStick.no)?.state).toBe('返却済')
    expect(await balance(office)).toMatchObject({ total: { received: 1, returned: 0, remaining: 1 }, open: [{ kind: 'item', why: 'in-vault' }] })

    await erase(office, items)
    expect(await balance(office)).toMatchObject({ total: { received: 1, returned: 1, erased: 0, remaining: 0 }, open: [], openCount: 0 })
    expect(office.world.blobs.has(items[0]!.blob!)).toBe(false)
    expect(await close(office)).toMatchObject({ state: 'closed', closed: { retainUntil: '2031-12-07' } })
  })

  test('an erasure in the vault ends an item that was not handed back, once another person has verified it', async () => {
    const office = await staffedOffice()
    const { items } = await receiptedFiles(office)
    const plan = await office.desk.disposals.plan(inVault(office, items))
    office.world.signInAs('oba')
    const { wipe } = await office.desk.disposals.wipeVault({ planId: plan.id, targetNo: 1, witness: null, second })
    expect((await balance(office)).receipts[0]?.items[0]).toMatchObject({ end: null, left: ['not-verified'] })
    office.world.signInAs('mizuno')
    await office.desk.disposals.verify({ wipeId: wipe!.id, drivePath: null, second: null, witnessConfirmed: false })
    expect((await balance(office)).total).toMatchObject({ received: 1, erased: 1, remaining: 0 })
    expect(wipe).toMatchObject({ result: '合格', itemsLeft: [], files: { end: 'whole', overwritten: 1 } })
  })

  test('R-33 what could not be erased in the vault stays open, and its plan can be carried out again', async () => {
    const office = await staffedOffice()
    const { items } = await receiptedFiles(office)
    const plan = await office.desk.disposals.plan(inVault(office, items))
    office.world.machine.sealed = (list) => ({ ...wholly(list), outcome: 'with-exceptions', files: wholly(list).files.map((file) => ({ ...file, outcome: 'failed' as const, trouble: 'open-elsewhere' as const })) })
    office.world.signInAs('oba')
    const { wipe } = await office.desk.disposals.wipeVault({ planId: plan.id, targetNo: 1, witness: null, second })
    expect(wipe).toMatchObject({ result: '例外', itemsLeft: [items[0]!.id] })
    office.world.signInAs('mizuno')
    await office.desk.disposals.verify({ wipeId: wipe!.id, drivePath: null, second: null, witnessConfirmed: false })
    expect((await balance(office)).receipts[0]?.items[0]?.left).toEqual(['not-ended'])

    office.world.machine.sealed = wholly
    office.world.signInAs('oba')
    expect(await office.desk.disposals.wipeVault({ planId: plan.id, targetNo: 1, witness: null, second })).toMatchObject({ outcome: 'ended', wipe: { result: '合格' } })
  })

  test('nothing is used, or handed back, that has had its end', async () => {
    const office = await staffedOffice()
    const { items } = await receiptedFiles(office)
    const itemIds = items.map(({ id }) => id)
    await office.desk.settlement.returnItems(returning(office, itemIds))
    expect(await codesAgainst(office.desk.settlement.returnItems(returning(office, itemIds, null)))).toEqual(['item-settled'])
    expect(await codesAgainst(office.desk.settlement.deliverItems({ contractId: office.contract.id, itemIds, mailingId: null, mailId: null, at: office.world.now(), ...counter, mediumStays: false }))).toEqual(['item-settled'])
    expect(await codesAgainst(office.desk.packages.seal({ contractId: office.contract.id, itemIds, paths: [], into: '/out', namesHidden: true, level: 4 }))).toEqual(['item-settled'])
  })

  test('only the medium of the city goes back to it, and a return of nothing is none', async () => {
    const office = await staffedOffice()
    expect(await codesAgainst(office.desk.settlement.returnItems(returning(office, [], office.ourStick.no)))).toEqual(['medium-not-of-city'])
    expect(await codesAgainst(office.desk.settlement.returnItems(returning(office, [], null)))).toEqual(['nothing-handed-back'])
    expect(await codesAgainst(office.desk.settlement.returnItems({ ...returning(office, []), at: office.world.now() + 60_000 as never }))).toEqual(['time-in-future'])
  })

  test('R-04 what has no receipt may go back, but is not delivered as work', async () => {
    const office = await staffedOffice()
    const { items } = await receivedFiles(office)
    const itemIds = items.map(({ id }) => id)
    expect(await rulesAgainst(office.desk.settlement.deliverItems({ contractId: office.contract.id, itemIds, mailingId: null, mailId: null, at: office.world.now(), ...counter, mediumStays: false }))).toEqual(['R-04'])
    expect(await office.desk.settlement.returnItems(returning(office, itemIds))).toMatchObject({ how: 'returned' })
  })

  test('R-33 a typed number that is not the contract’s closes nothing', async () => {
    const office = await staffedOffice()
    expect(await codesAgainst(office.desk.contracts.close({ contractId: office.contract.id, typedContractNo: 'R8-税-018' }))).toEqual(['typed-contract-differs'])
    expect(await close(office)).toMatchObject({ state: 'closed' })
    expect(await codesAgainst(close(office))).toEqual(['contract-closed'])
  })

  test('a package that lies about keeps its contract open', async () => {
    const office = await staffedOffice()
    await septemberPackage(office)
    expect((await balance(office)).open).toContainEqual(expect.objectContaining({ kind: 'package', why: 'verified', leadsTo: 'packages' }))
  })
})

article('15②', () => {
  test('R-27 a line for the vault names items, and they are of this contract and erased once', async () => {
    const office = await staffedOffice()
    const { items } = await receiptedFiles(office)
    expect(await rulesAgainst(office.desk.disposals.plan(inVault(office, [])))).toEqual(['R-27'])
    expect(await rulesAgainst(office.desk.disposals.plan(inVault(office, [{ ...items[0]!, id: 'nobody-knows' as ItemId }])))).toEqual(['R-27'])
    await office.desk.disposals.plan(inVault(office, items))
    expect(await codesAgainst(office.desk.disposals.plan(inVault(office, items)))).toEqual(['item-planned-already'])
  })

  test('R-30 the class of a line is not below that of its items, unless the city has agreed', async () => {
    const office = await staffedOffice()
    const { items } = await receiptedFiles(office)
    expect(await codesAgainst(office.desk.disposals.plan(inVault(office, items, { importanceClass: 'その他' })))).toEqual(['class-below-items'])
    expect(await office.desk.disposals.plan(inVault(office, items, { importanceClass: 'その他', consentRef: 'R8税承0061' }))).toMatchObject({ state: 'decided' })
  })

  test('a plan that is withdrawn leaves a broken medium broken, and an erased one erased', async () => {
    const office = await staffedOffice()
    await office.desk.media.reportBroken({ no: office.ourStick.no, note: '認識しない' })
    const target = { ...inVault(office, []).targets[0]!, kind: 'medium' as const, medium: office.ourStick.no, method: 'physical' as const, end: '廃棄' as const }
    const plan = await office.desk.disposals.plan({ ...inVault(office, []), targets: [target] })
    expect((await office.desk.media.list()).find(({ no }) => no === office.ourStick.no)?.state).toBe('廃棄予定')
    await office.desk.disposals.withdraw({ planId: plan.id, reason: '方法を改めるため' })
    expect((await office.desk.media.list()).find(({ no }) => no === office.ourStick.no)?.state).toBe('故障')
  })

  test('R-28 R-32 the vault is erased like everything else: after its notice, and by two', async () => {
    const office = await staffedOffice()
    const { items } = await receiptedFiles(office)
    const plan = await office.desk.disposals.plan({ ...inVault(office, items), noticeRequested: { by: '森川 奏', at: office.world.now(), dueOn: null } })
    office.world.signInAs('oba')
    expect(await rulesAgainst(office.desk.disposals.wipeVault({ planId: plan.id, targetNo: 1, witness: null, second }))).toEqual(['R-28'])
    office.world.signInAs('mizuno')
    await office.desk.disposals.issueNotice({ planId: plan.id })
    await office.desk.disposals.submitNotice({ planId: plan.id })
    office.world.signInAs('oba')
    expect(await rulesAgainst(office.desk.disposals.wipeVault({ planId: plan.id, targetNo: 1, witness: null, second: null }))).toEqual(['R-32'])
  })
})

article('15①', () => {
  test('R-33 the confirmation that nothing is left is issued only when nothing is, and after the contract is closed too', async () => {
    const office = await staffedOffice()
    const { items } = await receiptedFiles(office)
    const remainder = { contractId: office.contract.id, form: 'F-27' as const, subjectId: null, kind: '新規' as const, reason: '', changesDocNo: '' }
    expect(await rulesAgainst(office.desk.forms.issue(remainder))).toEqual(['R-33'])
    const back = await office.desk.settlement.returnItems(returning(office, items.map(({ id }) => id)))
    expect(await office.desk.forms.issue({ ...remainder, form: 'F-26', subjectId: back.id })).toMatchObject({ form: 'F-26', subjects: [back.id] })
    await erase(office, items)
    await close(office)
    const issued = await office.desk.forms.issue(remainder)
    const record = JSON.parse(new TextDecoder().decode(office.world.blobs.get(issued.bodies[0]!.blob))) as { parts: { kind: string; heading: string; rows?: string[][] }[] }
    expect(record.parts.find(({ heading }) => heading.includes('預り番号'))?.rows).toEqual([['A-R8-017-001', '1', '1', '0', '0', '0', '0']])
    expect((await office.desk.settlement.handBacks({ contractId: office.contract.id }))[0]?.docNo).toMatch(/./)
  })
})

article('15①', () => {
  test('R-33 what differed and was replaced has to go too, and stands by itself: the receipt does not count it', async () => {
    const office = await staffedOffice()
    office.world.disk.set(ATENA, 'not what was listed')
    const handover = await office.desk.handovers.designate({ ...designation(office), cityList: [{ name: 'R09_shiminzei_atena.csv', size: 20, sha256: null, count: null }] })
    await office.desk.handovers.receive(receiving(handover, office, [ATENA]))
    office.world.disk.set(ATENA, 'twenty bytes, as li.')
    const right = await office.desk.handovers.receive(receiving(handover, office, [ATENA]))
    expect(right).toMatchObject({ outcome: 'received', handover: { state: 'checked' } })
    await office.desk.receipts.issue({ handoverId: handover.id })
    const { receipts, total } = await balance(office)
    expect(receipts.map(({ receiptNo, replaced, figures }) => [receiptNo, replaced, figures.received, figures.remaining])).toEqual([['A-R8-017-001', false, 1, 1], ['A-R8-017-001', true, 1, 1]])
    expect(total.remaining).toBe(2)
  })
})
