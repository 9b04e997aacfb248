import { expect, test } from 'vitest'
import type { RequestId } from '../../core/requests/request.ts'
import { record } from '../../core/ledger/record.ts'
import { supervisorOn } from '../../core/contracts/appointing.ts'
import { DAY, type Day, instantOf } from '../../core/time.ts'
import { article } from '../article.ts'
import { oba, PASSWORD, staffedOffice, type StaffedOffice } from '../cast.ts'
import { codesAgainst, refused } from '../refused.ts'

const day = (iso: string) => iso as Day

/** On the fourth, with the city's request of the second for the F-01, and another supervisor at hand. */
async function onTheFourth(requested: boolean) {
  const office = await staffedOffice()
  const minami = await office.desk.people.register({ ...oba, name: '髙南 環', roles: ['supervisor'] })
  office.world.set(instantOf('2026-12-04T10:00:00+09:00'))
  if (requested) {
    const request = { id: 'q1' as RequestId, contractId: office.contract.id, form: 'F-01' as const, requestedBy: '森川 奏', requestedAt: instantOf('2026-12-02T10:00:00+09:00'), cityRef: '', dueOn: day('2026-12-04'), submitted: null, accepted: null, withdrawn: null }
    await record(office.world, () => ({ entries: [{ type: 'request-received', data: { request } }], answer: () => undefined }))
  }
  const change = (effectiveOn: string, submittedOn: string | null) => office.desk.contracts.changeSupervisor({
    contractId: office.contract.id, to: minami.id, effectiveOn: day(effectiveOn), submittedOn: submittedOn === null ? null : day(submittedOn), docNo: '', reason: '異動', contactOrder: 1, telDay: '', telNight: '',
  })
  return { ...office, minami, change }
}

article('5③', () => {
  test('a change effective on the third and handed in on the fourth is refused: 事前に', async () => {
    const { change } = await onTheFourth(true)
    expect(await refused(change('2026-12-03', '2026-12-04'))).toMatchObject([{ code: 'change-not-beforehand', article: '5③', facts: { effectiveOn: '2026-12-03', submittedOn: '2026-12-04' } }])
    expect(await codesAgainst(change('2026-12-04', '2026-12-04'))).toEqual(['change-not-beforehand'])
    expect(await codesAgainst(change('2026-12-07', null))).toEqual(['change-not-submitted'])
    expect(await codesAgainst(change('2026-12-10', '2026-12-09'))).toEqual(['time-in-future'])
  })

  test('handed in the day before, it takes effect; the old one answers until then', async () => {
    const { change, world, contract, mizuno, minami } = await onTheFourth(true)
    const { posts, changes } = await change('2026-12-05', '2026-12-04')
    expect(changes).toMatchObject([{ from: mizuno.id, to: minami.id, effectiveOn: '2026-12-05', submittedOn: '2026-12-04' }])
    expect(posts.map(({ validFrom, validTo }) => [validFrom, validTo])).toEqual([['2026-12-01', '2026-12-04'], ['2026-12-05', null]])
    const { reading } = await world.ledger.read()
    expect([supervisorOn(reading, contract.id, day('2026-12-04'))?.personId, supervisorOn(reading, contract.id, day('2026-12-05'))?.personId]).toEqual([mizuno.id, minami.id])
  })

  test('where the city has not asked, the day is ours; a supervisor is still never appointed past a change', async () => {
    const { change, desk, contract, minami, yoshida } = await onTheFourth(false)
    expect(await codesAgainst(desk.contracts.appoint({ contractId: contract.id, duty: '作業責任者', personId: minami.id, validFrom: day('2026-12-04'), validTo: null, contactOrder: 1, telDay: '', telNight: '' }))).toEqual(['supervisor-by-change'])
    expect(await codesAgainst(desk.contracts.changeSupervisor({ contractId: contract.id, to: yoshida.id, effectiveOn: day('2026-12-05'), submittedOn: null, docNo: '', reason: '異動', contactOrder: 1, telDay: '', telNight: '' }))).toEqual(['person-lacks-role'])
    expect((await change('2026-12-04', null)).posts).toHaveLength(2)
  })
})

article('5④', () => {
  const items = (wanting: boolean) => [
    { text: '媒体は施錠して保管している', article: '11(5)', result: '適' as const, note: '', plan: null },
    { text: '私物の機器を使っていない', article: '11(10)オ', result: wanting ? '不適' as const : '適' as const, note: '', plan: wanting ? { action: '持帰りを指示', dueOn: day('2026-12-10') } : null },
  ]
  const check = ({ desk, contract }: StaffedOffice, wanting: boolean) => desk.staffing.recordSelfCheck({ contractId: contract.id, checkedOn: day('2026-12-07'), remarks: '', items: items(wanting) })

  test('whoever made a self-check does not close it', async () => {
    const office = await staffedOffice()
    const { id, no } = await check(office, false)
    expect(no).toBe('SC-R8-017-001')
    expect(await codesAgainst(office.desk.staffing.closeSelfCheck({ checkId: id }))).toEqual(['same-person'])
    office.world.signInAs('oba')
    expect(await office.desk.staffing.closeSelfCheck({ checkId: id })).toMatchObject({ state: '完了', closed: { by: office.oba.id } })
    expect(await codesAgainst(office.desk.staffing.closeSelfCheck({ checkId: id }))).toEqual(['state-does-not-allow'])
  })

  test('a finding says what will be done, and is put right before the check is closed', async () => {
    const office = await staffedOffice()
    const { desk, world, contract } = office
    const order = { contractId: contract.id, checkedOn: day('2026-12-07'), remarks: '', items: items(true).map((item) => ({ ...item, plan: null })) }
    expect(await codesAgainst(desk.staffing.recordSelfCheck(order))).toEqual(['finding-without-plan'])
    const { id } = await check(office, true)
    world.signInAs('oba')
    expect(await codesAgainst(desk.staffing.closeSelfCheck({ checkId: id }))).toEqual(['findings-open'])
    expect(await codesAgainst(desk.staffing.correctItem({ checkId: id, itemNo: 1, what: '済', on: day('2026-12-07') }))).toEqual(['state-does-not-allow'])
    expect(await codesAgainst(desk.staffing.correctItem({ checkId: id, itemNo: 2, what: '済', on: day('2026-12-06') }))).toEqual(['before-its-time'])
    await desk.staffing.correctItem({ checkId: id, itemNo: 2, what: '持ち帰らせた', on: day('2026-12-07') })
    expect(await desk.staffing.closeSelfCheck({ checkId: id })).toMatchObject({ state: '完了' })
  })

  test('a month without a self-check is called out to whoever answers for it', async () => {
    const { desk, world } = await staffedOffice()
    expect((await desk.home.today()).cards.map(({ code }) => code)).not.toContain('self-check-due')
    world.pass(32 * DAY)
    expect((await desk.home.today()).cards).toContainEqual(expect.objectContaining({ code: 'self-check-due', article: '5④' }))
  })

  test('the supervisor alone makes it, and the office decides what is looked at', async () => {
    const office = await staffedOffice()
    expect((await office.desk.staffing.checkItems()).items.length).toBeGreaterThan(5)
    expect(await office.desk.staffing.setCheckItems({ items: [{ text: '鍵の数', article: '11(5)' }] })).toEqual({ items: [{ text: '鍵の数', article: '11(5)' }] })
    await office.desk.people.giveAccount({ personId: (await office.desk.people.register({ ...oba, name: '監査 人', roles: ['auditor'] })).id, loginId: 'kansa', password: PASSWORD })
    office.world.signInAs('kansa')
    expect(await codesAgainst(check(office, false))).toEqual(['not-your-office'])
  })
})
