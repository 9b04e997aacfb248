import { expect, test } from 'vitest'
import { watchDueTimes } from '../../core/home/watch.ts'
import { endOfMonth, periodsOf } from '../../core/reports/period.ts'
import { DAY, type Day, instantOf } from '../../core/time.ts'
import { article } from '../article.ts'
import { receiptedFiles, staffedOffice, type StaffedOffice } from '../cast.ts'
import { codesAgainst, refused } from '../refused.ts'

const on = (iso: string) => iso as Day
const WHOLE = '2026-12-01/2026-12-07'

const ask = ({ desk, contract, world }: StaffedOffice) =>
  desk.requests.receive({ contractId: contract.id, form: 'F-33', requestedBy: '青葉野市 税務課 森川 奏', requestedAt: world.now(), cityRef: 'R8税照0099', dueOn: null })
const report = ({ desk, contract }: StaffedOffice, period = WHOLE) => desk.forms.issue({ contractId: contract.id, form: 'F-33', subjectId: period, kind: '新規', reason: '', changesDocNo: '' })
const cards = async ({ desk }: StaffedOffice) => (await desk.home.today()).cards

/** The fields of the letter as it stands in the ledger, by their labels. */
async function saidIn({ desk }: StaffedOffice): Promise<Record<string, string>> {
  const { entries } = await desk.ledger.entries({ from: 0, count: 1000 })
  const issued = entries.findLast(({ type }) => type === 'document-issued')?.data as { record: { parts: { fields?: { label: string; value: string }[] }[] } } | undefined
  if (!issued) throw new Error('nothing was issued')
  return Object.fromEntries(issued.record.parts.flatMap(({ fields = [] }) => fields.map(({ label, value }) => [label, value])))
}

article('16②', () => {
  test('R-34 a status report that was asked for is an alarm until it is handed in, whatever day was named', async () => {
    const office = await staffedOffice()
    const request = await ask(office)
    expect(await cards(office)).toContainEqual(expect.objectContaining({ kind: 'overdue', code: 'status-asked', article: '16②', subjectId: request.id, subject: office.contract.contractNo }))
    expect(await watchDueTimes(office.world)).toContainEqual(expect.objectContaining({ kind: 'status-asked', no: office.contract.contractNo }))

    const document = await report(office)
    await office.desk.requests.answer({ requestId: request.id, documentId: document.id, into: '/out' })
    expect((await cards(office)).map(({ code }) => code)).not.toContain('status-asked')
    expect(await watchDueTimes(office.world)).toEqual([])
  })

  test('another letter does not answer it', async () => {
    const office = await staffedOffice()
    const request = await ask(office)
    const register = await office.desk.forms.issue({ contractId: office.contract.id, form: 'F-15', subjectId: null, kind: '新規', reason: '', changesDocNo: '' })
    expect(await codesAgainst(office.desk.requests.answer({ requestId: request.id, documentId: register.id, into: '/out' }))).toEqual(['document-answers-other'])
  })

  test('its figures are counted from the ledger, and nobody types them', async () => {
    const office = await staffedOffice()
    await receiptedFiles(office)
    await report(office)
    expect(await saidIn(office)).toMatchObject({ 対象期間: '令和8年12月1日から令和8年12月7日まで', 受領した件数: '1', 現在の残数: '1', 複製の残数: '0件', 持出: '0件（期限超過0件）', 送付: '0件（未着0件）', 事故の有無: 'なし' })
  })

  test('R-37 it is revised from the figures of today, under its number', async () => {
    const office = await staffedOffice()
    const { id, docNo } = await report(office)
    await receiptedFiles(office)
    office.world.pass(DAY)
    await ask(office)
    expect(await office.desk.documents.correct({ id, reason: '受領の記録が後になったため' })).toMatchObject({ docNo, revision: 2 })
    expect(await saidIn(office)).toMatchObject({ 受領した件数: '1' })
  })

  test('a period that never was is refused', async () => {
    const office = await staffedOffice()
    expect(await refused(report(office, '2020-01-01/2020-01-31'))).toMatchObject([{ code: 'form-subject-unknown' }])
  })
})

article('16①', () => {
  const procedure = { interval: '毎月' as const, dueDay: 10, recipients: '総務部税務課', emergency: [{ name: '森川 奏', means: '電話 000-000-0000', within: '60分以内' }] }

  test('the procedure is decided, put on paper, and asks for each month that is over', async () => {
    const office = await staffedOffice()
    const { desk, world, contract } = office
    expect(await codesAgainst(desk.forms.issue({ contractId: contract.id, form: 'F-32', subjectId: null, kind: '新規', reason: '', changesDocNo: '' }))).toEqual(['form-facts-missing'])
    await desk.reports.decide({ contractId: contract.id, ...procedure })
    await desk.forms.issue({ contractId: contract.id, form: 'F-32', subjectId: null, kind: '新規', reason: '', changesDocNo: '' })
    expect(await saidIn(office)).toMatchObject({ 周期: '毎月', 期日: '翌月10日まで', 宛先: '総務部税務課' })

    expect((await cards(office)).map(({ code }) => code)).not.toContain('report-due')
    world.set(instantOf('2027-01-05T10:00:00+09:00'))
    expect(await cards(office)).toContainEqual(expect.objectContaining({ kind: 'todo', code: 'report-due', facts: { from: '2026-12-01', to: '2026-12-31', dueOn: '2027-01-10' } }))
    world.pass(7 * DAY)
    expect(await cards(office)).toContainEqual(expect.objectContaining({ kind: 'overdue', code: 'report-due' }))
    await desk.media.register({ no: null, type: 'USBメモリ', maker: '', model: '', serial: 'X', capacityBytes: null, owner: '乙', ownerNo: '', storagePlace: '棚', lockType: '鍵', keyHolder: '大庭' })
    await report(office, '2027-01-01/2027-01-12')
    expect((await cards(office)).map(({ code }) => code)).toContain('report-due')
    await report(office, '2026-12-01/2026-12-31')
    expect((await cards(office)).map(({ code }) => code)).not.toContain('report-due')
  })
})

test('months are whole, the running one ends today, and all of it is offered last', () => {
  const contract = { periodFrom: on('2026-12-01'), periodTo: on('2027-03-31') }
  const at = (day: string) => instantOf(`${day}T23:59:59+09:00`)
  expect(periodsOf(contract, at('2026-11-30'))).toEqual([])
  expect(periodsOf(contract, at('2026-12-07'))).toEqual([{ from: '2026-12-01', to: '2026-12-07' }])
  expect(periodsOf(contract, at('2027-02-14'))).toEqual([{ from: '2026-12-01', to: '2026-12-31' }, { from: '2027-01-01', to: '2027-01-31' }, { from: '2027-02-01', to: '2027-02-14' }, { from: '2026-12-01', to: '2027-02-14' }])
  expect(periodsOf(contract, at('2027-06-01')).at(-1)).toEqual({ from: '2026-12-01', to: '2027-03-31' })
  expect(endOfMonth(on('2028-02-03'))).toBe('2028-02-29')
})
