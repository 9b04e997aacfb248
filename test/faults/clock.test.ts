import { describe, expect, test } from 'vitest'
import { comingDue, watchDueTimes } from '../../core/home/watch.ts'
import { CLOCK_TOLERANCE } from '../../core/ledger/record.ts'
import { DAY, dayOf, HOUR, type Instant, instantOf, MINUTE } from '../../core/time.ts'
import { staffedOffice, type StaffedOffice } from '../cast.ts'
import { application, carriedOut, readyToCarry } from '../core/carryouts-cast.ts'

const YEAR = 365 * DAY
const write = ({ desk, ourStick }: StaffedOffice) => desk.media.takeStock({ sightings: [{ said: ourStick.no, place: 'C-2' }], attendedBy: '大庭 健吾', remarks: '' })
const never = { signal: new AbortController().signal, onProgress: () => {} }
const entriesOf = ({ world }: StaffedOffice) => world.ledger.entries(0, 10_000)

async function inOrder(office: StaffedOffice): Promise<void> {
  const entries = await entriesOf(office)
  expect(entries.map(({ seq }) => seq)).toEqual(entries.map((_, i) => i))
  // Wherever time goes back, an entry said so just there.
  for (const [i, { at, type }] of entries.entries()) if (i > 0 && at < entries[i - 1]!.at - CLOCK_TOLERANCE) expect(type, `entry ${i}`).toBe('clock-went-back')
  expect((await office.world.ledger.verify(never)).problems).toEqual([])
}

describe('R-38 a clock that is set', () => {
  test.each([
    ['ten years back', -10 * YEAR], ['back before the office was opened', -2 * YEAR], ['an hour back', -HOUR], ['a minute back', -MINUTE], ['just more than is forgiven', -CLOCK_TOLERANCE - 1],
  ])('%s is written down before whatever comes next, and stands on 今日', async (_, by) => {
    const office = await staffedOffice()
    const last = (await entriesOf(office)).at(-1)!
    office.world.pass(by)
    await write(office)

    const [went, wrote] = (await entriesOf(office)).slice(-2)
    expect(went).toMatchObject({ type: 'clock-went-back', by: null, data: { last: last.at, seen: office.world.now() } })
    expect(wrote?.type).not.toBe('clock-went-back')
    expect((await office.desk.home.today()).cards).toContainEqual(expect.objectContaining({ code: 'clock-behind' }))
    await inOrder(office)

    // Going on at the new time is no further going back; going back once more is.
    await write(office)
    expect((await entriesOf(office)).at(-2)?.type).not.toBe('clock-went-back')
    office.world.pass(-DAY)
    await write(office)
    expect((await entriesOf(office)).at(-2)?.type).toBe('clock-went-back')
    await inOrder(office)
  })

  test.each([['by what is forgiven', -CLOCK_TOLERANCE], ['by a leap second', -1000], ['not at all', 0]])('back %s is no going back', async (_, by) => {
    const office = await staffedOffice()
    office.world.pass(by)
    await write(office)
    expect((await entriesOf(office)).map(({ type }) => type)).not.toContain('clock-went-back')
    await inOrder(office)
  })

  test.each([
    ['over midnight in Japan', '2026-12-07T23:59:59.999+09:00', '2026-12-08'], ['over the end of 32-bit seconds', '2038-01-19T12:14:07.999+09:00', '2038-01-19'],
    ['over a leap day', '2028-02-28T23:59:59.999+09:00', '2028-02-29'], ['over the turn of a century', '2099-12-31T23:59:59.999+09:00', '2100-01-01'],
  ])('forward %s, every entry keeps its moment and its day', async (_, before, day) => {
    const office = await staffedOffice()
    office.world.set(instantOf(before))
    const seen = await office.desk.media.reportLost({ no: office.cityStick.no, foundAt: office.world.now(), place: '棚', circumstances: '棚に無い' })
    office.world.pass(1)
    await office.desk.media.findAgain({ no: office.cityStick.no, serial: office.cityStick.serial, at: office.world.now(), place: '机の下', circumstances: '', storagePlace: 'C-2' })
    const last = (await entriesOf(office)).at(-1)!
    expect(seen.foundAt).toBe(instantOf(before))
    expect([last.at, dayOf(last.at)]).toEqual([instantOf(before) + 1, day])
    await inOrder(office)
  })
})

describe('a due time that a clock would hide', () => {
  test('what is out and late stays late when the clock is set back before it went out', async () => {
    const office = await readyToCarry()
    const out = await carriedOut(office, application(office))
    office.world.set((out.dueAt + HOUR) as Instant)
    expect((await watchDueTimes(office.world)).map(({ id }) => id)).toContain(out.id)
    await write(office)

    office.world.pass(-30 * DAY)
    expect((await watchDueTimes(office.world)).map(({ id }) => id)).toContain(out.id)
    expect((await office.desk.carryOuts.list({ contractId: office.contract.id })).find(({ id }) => id === out.id)).toMatchObject({ state: 'out', returned: null })
    await inOrder(office)
  })

  test('a clock that leaps years ahead makes late what is out, and brings nothing back', async () => {
    const office = await readyToCarry()
    const out = await carriedOut(office, application(office))
    office.world.pass(20 * YEAR)
    expect((await watchDueTimes(office.world)).map(({ id }) => id)).toContain(out.id)
    // What is so late became the draft of an incident, whose first report is due within the hour; nothing else is still to come.
    expect((await comingDue(office.world)).map(({ kind }) => kind)).toEqual(['first-report-late'])
    expect((await office.desk.carryOuts.list({ contractId: office.contract.id })).find(({ id }) => id === out.id)).toMatchObject({ returned: null })
    await inOrder(office)
  })
})
