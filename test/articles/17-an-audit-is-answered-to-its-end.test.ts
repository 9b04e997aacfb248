import { expect, test } from 'vitest'
import type { Audit, BeginAudit } from '../../core/audits/audit.ts'
import { findingState } from '../../core/audits/rules.ts'
import { freezesOn } from '../../core/incidents/freeze.ts'
import { sentences } from '../../core/words/objections.ts'
import { DAY, type Day, dayOf, HOUR, type Instant } from '../../core/time.ts'
import { article } from '../article.ts'
import { receiptedFiles, staffedOffice, type StaffedOffice } from '../cast.ts'
import { refused } from '../refused.ts'

const later = ({ world }: StaffedOffice, days: number): Day => dayOf((world.now() + days * DAY) as Instant)
const inspection = ({ contract, world }: StaffedOffice, more: Partial<BeginAudit> = {}): BeginAudit => ({
  contractId: contract.id, kind: '立入検査', cityRef: 'R8総監0012', auditors: '青葉野市 総務部 情報政策課 𠮷髙 實', announcedOn: dayOf(world.now()), plannedAt: (world.now() + 3 * DAY) as Instant, place: '本社3階 第2作業室', subject: '預かった情報の管理の状況', ...more,
})
const codes = async (act: Promise<unknown>) => (await refused(act)).map(({ code }) => code)
const hold = (office: StaffedOffice, auditId: string) => office.desk.audits.hold({ auditId, from: office.world.now(), to: null, auditors: '情報政策課 𠮷髙 實', place: '第2作業室', attendees: '水野 灯里', remarks: '' })
const accepted = ({ world }: StaffedOffice) => ({ cityRef: 'R8総監0031', on: dayOf(world.now()), toldBy: '𠮷髙 實' })
const cards = async ({ desk }: StaffedOffice) => (await desk.home.today()).cards.filter(({ leadsTo }) => leadsTo === 'audits').map(({ kind, code, facts }) => [kind, code, facts['count'] ?? facts['finding'] ?? facts['kind']])

/** 通知 → 実施, with one finding that 水野 answers for. */
async function withFinding(office: StaffedOffice): Promise<Audit> {
  const { desk, world, mizuno } = office
  const { id } = await desk.audits.begin(inspection(office))
  world.pass(3 * DAY)
  await hold(office, id)
  return desk.audits.find({ auditId: id, what: 'キャビネットC-2の鍵の貸出簿に記入漏れがある。', dueOn: later(office, 14), responsible: mizuno.id })
}

article('17①', () => {
  test('an inspection is announced, held, found wanting, put right, confirmed by another person, and closed by the city’s word', async () => {
    const office = await staffedOffice()
    const { desk, world, contract } = office
    const announced = await desk.audits.begin(inspection(office))
    expect(announced).toMatchObject({ no: 'KS-R8-017-001', state: 'noticed', announcedOn: '2026-12-07', held: null })
    world.pass(3 * DAY)
    expect(await hold(office, announced.id)).toMatchObject({ state: 'held', held: { auditors: '情報政策課 𠮷髙 實' } })
    const auditId = announced.id
    expect(await desk.audits.find({ auditId, what: '記入漏れ', dueOn: later(office, 14), responsible: office.mizuno.id })).toMatchObject({ state: 'correcting', findings: [{ no: 1, responsible: office.mizuno.id }] })
    expect(await desk.audits.correct({ auditId, findingNo: 1, action: '記入し、月次点検に加えた。', on: dayOf(world.now()) })).toMatchObject({ state: 'correcting' })
    world.signInAs('oba')
    expect(await desk.audits.confirm({ auditId, findingNo: 1, found: 'put right', note: '' })).toMatchObject({ state: 'corrected' })
    world.signInAs('mizuno')
    expect(await desk.audits.close({ auditId, ...accepted(office) })).toMatchObject({ state: 'closed', closed: { cityRef: 'R8総監0031', toldBy: '𠮷髙 實' } })
    expect(await desk.audits.list({ contractId: contract.id })).toMatchObject([{ no: 'KS-R8-017-001', state: 'closed' }])
    for (const act of [desk.audits.find({ auditId, what: '遅い', dueOn: later(office, 1), responsible: office.mizuno.id }), desk.audits.ask({ auditId, kind: '資料', what: '帳簿', askedBy: '𠮷髙 實', askedAt: world.now(), dueOn: null }), desk.audits.close({ auditId, ...accepted(office) })]) expect(await codes(act)).toEqual(['state-does-not-allow'])
  })

  test('whoever put a finding right does not confirm it, and what is not yet right goes back with what is missing', async () => {
    const office = await staffedOffice()
    const { desk, world } = office
    const { id: auditId } = await withFinding(office)
    await desk.audits.correct({ auditId, findingNo: 1, action: '記入した。', on: dayOf(world.now()) })
    expect(await codes(desk.audits.confirm({ auditId, findingNo: 1, found: 'put right', note: '' }))).toEqual(['same-person'])
    expect(await codes(desk.audits.correct({ auditId, findingNo: 1, action: '二度目', on: dayOf(world.now()) }))).toEqual(['state-does-not-allow'])
    world.signInAs('oba')
    expect(await codes(desk.audits.confirm({ auditId, findingNo: 1, found: 'not yet', note: '' }))).toEqual(['audit-return-unsaid'])
    const back = await desk.audits.confirm({ auditId, findingNo: 1, found: 'not yet', note: '11月分がない。' })
    expect([back.state, findingState(back.findings[0]!)]).toEqual(['correcting', 'open'])
    await desk.audits.correct({ auditId, findingNo: 1, action: '11月分も記入した。', on: dayOf(world.now()) })
    world.signInAs('mizuno')
    const done = await desk.audits.confirm({ auditId, findingNo: 1, found: 'put right', note: '' })
    expect(done.findings[0]!.corrections.map(({ action, confirmed }) => [action, confirmed?.found])).toEqual([['記入した。', 'not yet'], ['11月分も記入した。', 'put right']])
  })

  test('it is not closed while anything that was found is not put right, or anything that was asked is not answered', async () => {
    const office = await staffedOffice()
    const { desk, world } = office
    const { id: auditId } = await withFinding(office)
    await desk.audits.ask({ auditId, kind: '説明', what: '鍵の管理', askedBy: '𠮷髙 實', askedAt: world.now(), dueOn: later(office, 3) })
    expect(await refused(desk.audits.close({ auditId, ...accepted(office) }))).toMatchObject([{ code: 'audit-findings-open', article: '17', facts: { findings: '1' } }, { code: 'audit-requests-open', article: '17②', facts: { requests: '1' } }])
    expect(sentences.ja['audit-findings-open']({ no: 'KS-R8-017-001', findings: '1,3' })).toMatch(/（1、3番）/)
    await desk.audits.answer({ auditId, requestNo: 1, what: '貸出簿を見せて説明した。', documentIds: [], at: world.now() })
    await desk.audits.correct({ auditId, findingNo: 1, action: '記入した。', on: dayOf(world.now()) })
    expect(await codes(desk.audits.close({ auditId, ...accepted(office) }))).toEqual(['audit-findings-open'])
  })

  test('what is late is asked for on 今日, from the notice to the city’s last word', async () => {
    const office = await staffedOffice()
    const { desk, world } = office
    const { id: auditId } = await desk.audits.begin(inspection(office))
    expect(await cards(office)).toEqual([['asked', 'audit-announced', '立入検査']])
    world.pass(4 * DAY)
    expect(await cards(office)).toEqual([['overdue', 'audit-to-record', '立入検査']])
    await hold(office, auditId)
    expect(await cards(office)).toEqual([['out', 'audit-end-awaited', undefined]])
    await desk.audits.find({ auditId, what: '記入漏れ', dueOn: later(office, 14), responsible: office.mizuno.id })
    expect(await cards(office)).toEqual([['todo', 'audit-findings-open', 1]])
    world.pass(15 * DAY)
    expect(await cards(office)).toEqual([['overdue', 'audit-findings-late', 1]])
    await desk.audits.correct({ auditId, findingNo: 1, action: '記入した。', on: dayOf(world.now()) })
    expect(await cards(office)).toEqual([['overdue', 'audit-findings-late', 1]])
    world.signInAs('oba')
    await desk.audits.confirm({ auditId, findingNo: 1, found: 'put right', note: '' })
    world.signInAs('mizuno')
    await desk.audits.close({ auditId, ...accepted(office) })
    expect(await cards(office)).toEqual([])
  })

  test('what waits for a confirmation waits for somebody else than put it right', async () => {
    const office = await staffedOffice()
    const { id: auditId } = await withFinding(office)
    await office.desk.audits.correct({ auditId, findingNo: 1, action: '記入した。', on: dayOf(office.world.now()) })
    expect(await cards(office)).toEqual([['waiting', 'audit-finding-to-confirm', 1]])
    office.world.signInAs('oba')
    expect(await cards(office)).toEqual([['approval', 'audit-finding-to-confirm', 1]])
  })

  test('nobody announces it after the day, holds it tomorrow, or finds anything before it was held', async () => {
    const office = await staffedOffice()
    const { desk, world } = office
    expect(await codes(desk.audits.begin(inspection(office, { subject: '' })))).toEqual(['audit-without-subject'])
    expect(await codes(desk.audits.begin(inspection(office, { announcedOn: later(office, 1) })))).toEqual(['time-in-future'])
    expect(await codes(desk.audits.begin(inspection(office, { plannedAt: (world.now() - DAY) as Instant })))).toEqual(['before-its-time'])
    expect(await codes(desk.audits.begin(inspection(office, { announcedOn: null })))).toEqual(['time-in-future'])
    const { id: auditId } = await desk.audits.begin(inspection(office, { announcedOn: null, plannedAt: world.now() }))
    expect(await codes(desk.audits.find({ auditId, what: '記入漏れ', dueOn: later(office, 1), responsible: office.mizuno.id }))).toEqual(['state-does-not-allow'])
    expect(await codes(desk.audits.close({ auditId, ...accepted(office) }))).toEqual(['state-does-not-allow'])
    expect(await codes(desk.audits.hold({ auditId, from: (world.now() + HOUR) as Instant, to: null, auditors: '𠮷髙 實', place: '', attendees: '', remarks: '' }))).toEqual(['time-in-future'])
    expect(await codes(desk.audits.hold({ auditId, from: world.now(), to: (world.now() - HOUR) as Instant, auditors: '𠮷髙 實', place: '', attendees: '', remarks: '' }))).toEqual(['before-its-time'])
    await hold(office, auditId)
    expect(await codes(hold(office, auditId))).toEqual(['state-does-not-allow'])
    expect(await codes(desk.audits.find({ auditId, what: '記入漏れ', dueOn: later(office, -1), responsible: office.mizuno.id }))).toEqual(['before-its-time'])
  })

  test('R-36 a freeze that was begun for an audit ends with the audit, and another’s goes on', async () => {
    const office = await staffedOffice()
    const { desk, world, contract } = office
    const { id: auditId, no } = await desk.audits.begin(inspection(office))
    const ours = await desk.freezes.begin({ contractId: contract.id, reason: `監査（${no}）`, cityRef: 'R8総監0012', auditId })
    const other = await desk.freezes.begin({ contractId: contract.id, reason: '別の求め', cityRef: '' })
    world.pass(3 * DAY)
    await hold(office, auditId)
    await desk.audits.close({ auditId, ...accepted(office) })
    expect(freezesOn((await world.ledger.read()).reading, contract.id).map(({ id }) => id)).toEqual([other.id])
    expect((await desk.freezes.list({ contractId: contract.id })).find(({ id }) => id === ours.id)?.lifted).toMatchObject({ cityRef: 'R8総監0031', reason: 'KS-R8-017-001の完了' })
    expect(await codes(desk.freezes.begin({ contractId: contract.id, reason: '遅い', cityRef: '', auditId }))).toEqual(['freeze-of-other-audit'])
  })

  test('the supervisor closes it; whoever only looks writes nothing', async () => {
    const office = await staffedOffice()
    const { id: auditId } = await withFinding(office)
    office.world.signInAs('oba')
    expect(await codes(office.desk.audits.close({ auditId, ...accepted(office) }))).toEqual(['not-your-office'])
    expect(await codes(office.desk.audits.find({ auditId, what: 'もう一つ', dueOn: later(office, 1), responsible: office.oba.id }))).toEqual(['not-your-office'])
  })
})

article('17②', () => {
  test('what is shown is a document of this contract by its number, as the ledger has it', async () => {
    const office = await staffedOffice()
    const { desk, world, contract } = office
    await receiptedFiles(office)
    const [receipt] = await desk.receipts.list({ contractId: contract.id })
    const { id: auditId } = await desk.audits.begin(inspection(office, { kind: '資料の求め' }))
    await desk.audits.ask({ auditId, kind: '資料', what: '預り証の写し', askedBy: '𠮷髙 實', askedAt: world.now(), dueOn: later(office, 3) })
    expect(await codes(desk.audits.answer({ auditId, requestNo: 1, what: '', documentIds: [], at: world.now() }))).toEqual(['audit-answer-empty'])
    expect(await codes(desk.audits.answer({ auditId, requestNo: 1, what: '', documentIds: ['elsewhere'], at: world.now() }))).toEqual(['nothing-found'])
    expect(await codes(desk.audits.answer({ auditId, requestNo: 2, what: '説明', documentIds: [], at: world.now() }))).toEqual(['nothing-found'])
    const { requests } = await desk.audits.answer({ auditId, requestNo: 1, what: '', documentIds: [receipt!.id], at: world.now() })
    expect(requests).toMatchObject([{ no: 1, kind: '資料', answers: [{ documents: [{ id: receipt!.id, docNo: receipt!.docNo, revision: 1 }] }] }])
  })

  test('F-34 says what was asked, shown, found and put right, whatever has come of it', async () => {
    const office = await staffedOffice()
    const { desk, world, contract } = office
    await receiptedFiles(office)
    const [receipt] = await desk.receipts.list({ contractId: contract.id })
    const { id: auditId } = await withFinding(office)
    await desk.audits.ask({ auditId, kind: '資料', what: '預り証の写し', askedBy: '𠮷髙 實', askedAt: world.now(), dueOn: null })
    await desk.audits.answer({ auditId, requestNo: 1, what: '', documentIds: [receipt!.id], at: world.now() })
    const said = async () => {
      const { record, missing } = await desk.forms.preview({ contractId: contract.id, form: 'F-34', subjectId: auditId })
      expect(missing).toEqual([])
      return record.parts.flatMap((part) => (part.kind === 'table' ? [part.rows] : []))
    }
    expect(await said()).toMatchObject([[['1', '資料', '預り証の写し', '𠮷髙 實', expect.any(String), '']], [['1', expect.any(String), expect.stringContaining(receipt!.docNo), '']], [['1', expect.any(String), later(office, 14), '水野 灯里', '', '', '未是正']]])
    await desk.audits.correct({ auditId, findingNo: 1, action: '記入した。', on: dayOf(world.now()) })
    expect((await said()).at(-1)?.[0]?.slice(4)).toEqual(['記入した。（水野 灯里）', dayOf(world.now()), '確認待ち'])
    world.signInAs('oba')
    await desk.audits.confirm({ auditId, findingNo: 1, found: 'put right', note: '' })
    expect((await said()).at(-1)?.[0]?.at(-1)).toMatch(/^是正済\n大庭 健吾\n令和8年/)
    expect(await desk.forms.issue({ contractId: contract.id, form: 'F-34', subjectId: auditId, kind: '新規', reason: '', changesDocNo: '' })).toMatchObject({ form: 'F-34', subjectId: auditId, title: '監査対応記録' })
  })
})
