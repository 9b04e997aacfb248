import { describe, expect, test } from 'vitest'
import { openDesk } from '../../core/desk.ts'
import { watchDueTimes } from '../../core/home/watch.ts'
import { DAY, HOUR, MINUTE } from '../../core/time.ts'
import { application, at, back, carriedOut, papers, permitted, readyToCarry, type Carrying } from './carryouts-cast.ts'

const noticed = async ({ world }: Carrying) => (await world.ledger.entries(0, 1000)).filter(({ type }) => type === 'carry-out-overdue' || type === 'incident-drafted')

describe('R-10 the watch over due times', () => {
  test('nothing is late at five, and at one minute past the machine writes it down, once', async () => {
    const office = await readyToCarry()
    const { id, no } = await carriedOut(office)
    office.world.set(at('17:00'))
    expect(await watchDueTimes(office.world)).toEqual([])
    office.world.set(at('17:01'))
    expect(await watchDueTimes(office.world)).toEqual([{ kind: 'carry-out-overdue', id, no, dueAt: at('17:00'), page: `/carry-outs/${id}` }])
    for (let again = 0; again < 3; again++) await watchDueTimes(office.world)
    expect(await noticed(office)).toMatchObject([{ type: 'carry-out-overdue', by: null, at: at('17:01'), data: { carryOutId: id, dueAt: at('17:00'), at: at('17:01') } }])
  })

  test('a day later there is the draft of an incident, with what the ledger knows and nobody\'s name as its finder, once', async () => {
    const office = await readyToCarry()
    const { id, no } = await carriedOut(office)
    office.world.set((at('17:00') + DAY - MINUTE) as never)
    await watchDueTimes(office.world)
    expect(await office.desk.incidents.list({ contractId: office.contract.id })).toEqual([])
    office.world.set((at('17:00') + DAY) as never)
    expect(await watchDueTimes(office.world)).toMatchObject([{ kind: 'carry-out-incident' }])
    await watchDueTimes(office.world)
    const [incident, ...more] = await office.desk.incidents.list({ contractId: office.contract.id })
    expect([incident, more]).toMatchObject([{ no: 'I-R8-017-001', kind: 'carry-out-overdue', subjectId: id, subject: no, foundBy: null, place: '青葉野市役所 税務課', items: 1, personalInfo: true }, []])
    expect(incident?.circumstances).toContain('24時間を過ぎても返却の記録がありません')
    expect((await office.desk.home.today()).cards.filter(({ kind }) => kind === 'overdue')).toMatchObject([{ code: 'first-report-due', subject: 'I-R8-017-001', leadsTo: 'incidents', facts: { about: `（${no}）` } }])
    expect((await noticed(office)).map(({ by }) => by)).toEqual([null, null])
  })

  test('a machine that slept for three days catches up with both at its first look, and two carry-outs have two incident numbers', async () => {
    const office = await readyToCarry()
    await carriedOut(office)
    await carriedOut(office, papers(office))
    office.world.pass(3 * DAY)
    expect(await watchDueTimes(office.world)).toHaveLength(2)
    expect((await noticed(office)).map(({ type }) => type).sort()).toEqual(['carry-out-overdue', 'carry-out-overdue', 'incident-drafted', 'incident-drafted'])
    expect((await office.desk.incidents.list({ contractId: office.contract.id })).map(({ no }) => no).sort()).toEqual(['I-R8-017-001', 'I-R8-017-002'])
  })

  test('a clock that is set back gives no time back', async () => {
    const office = await readyToCarry()
    await carriedOut(office)
    office.world.set(at('17:30'))
    await watchDueTimes(office.world)
    office.world.set(at('14:00'))
    expect(await watchDueTimes(office.world)).toHaveLength(1)
    expect((await office.desk.home.today()).cards.find(({ leadsTo }) => leadsTo === 'carryOuts')).toMatchObject({ code: 'carry-out-overdue' })
  })

  test('nor does one that is set back before anybody looked, as long as the ledger has seen the later hour', async () => {
    const office = await readyToCarry()
    await carriedOut(office)
    office.world.set(at('17:30'))
    await office.desk.vault.lock()
    office.world.set(at('14:00'))
    office.world.signInAs('yoshida')
    expect(await watchDueTimes(office.world)).toHaveLength(1)
  })

  test('a locked desk notices nothing', async () => {
    const office = await readyToCarry()
    await carriedOut(office)
    office.world.set(at('18:00'))
    await office.desk.vault.lock()
    expect(await watchDueTimes(office.world)).toEqual([])
    expect(await noticed(office)).toEqual([])
  })

  test('what is back in time, and what never went, is not late', async () => {
    const office = await readyToCarry()
    await office.desk.carryOuts.confirmReturn(back(office, await carriedOut(office)))
    await permitted(office, application(office))
    office.world.pass(2 * DAY)
    expect(await watchDueTimes(office.world)).toEqual([])
    expect(await noticed(office)).toEqual([])
  })

  test('what came back late was late, and is so no more', async () => {
    const office = await readyToCarry()
    const out = await carriedOut(office)
    office.world.set(at('17:20'))
    await watchDueTimes(office.world)
    expect(await office.desk.carryOuts.confirmReturn(back(office, out))).toMatchObject({ overdueSince: at('17:20'), state: 'back' })
    expect(await watchDueTimes(office.world)).toEqual([])
  })

  test('a contract whose city wants to know after four hours is drafted for after four', async () => {
    const office = await readyToCarry()
    office.world.signInAs('mizuno')
    await office.desk.carryOuts.setAlarm({ contractId: office.contract.id, incidentAfterHours: 4 })
    office.world.signInAs('yoshida')
    await carriedOut(office)
    office.world.set((at('17:00') + 4 * HOUR) as never)
    expect(await watchDueTimes(office.world)).toMatchObject([{ kind: 'carry-out-incident' }])
  })

  test('two programs that look at the same moment write it once', async () => {
    const office = await readyToCarry()
    await carriedOut(office)
    office.world.pass(2 * DAY)
    openDesk(office.world)
    await Promise.all([watchDueTimes(office.world), watchDueTimes(office.world), watchDueTimes(office.world)])
    expect((await noticed(office)).map(({ type }) => type)).toEqual(['carry-out-overdue', 'incident-drafted'])
  })
})
