import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openDesk } from '../../core/desk.ts'
import type { Medium } from '../../core/media/medium.ts'
import { Refusal } from '../../core/refusal.ts'
import type { RecordSelfCheck, SelfCheck } from '../../core/staffing/self-check.ts'
import { DAY, type Day, dayOf, type Instant } from '../../core/time.ts'
import { sized } from '../campaign.ts'
import { staffedOffice, type StaffedOffice } from '../cast.ts'

/** Whatever people write down of a medium or a self-check, in whatever order: what is over stays over, and what stands is in order. */
const RUNS = sized(20, 300)
const attempt = (act: Promise<unknown>): Promise<boolean> => act.then(() => true, (error: unknown) => {
  if (error instanceof Refusal) return false
  throw error
})
const inAnyOrder = <T>(acts: Readonly<Record<string, T>>, check: (names: string[]) => Promise<void>) =>
  fc.assert(fc.asyncProperty(fc.array(fc.constantFrom(...Object.keys(acts)), { minLength: 2, maxLength: 12 }), check), { numRuns: RUNS })

test('R-17 in whatever order: a medium that is gone comes back only by being found, and none that is broken or gone carries anything', async () => {
  const acts: Record<string, (office: StaffedOffice, no: Medium['no']) => Promise<unknown>> = {
    lose: ({ desk, world }, no) => desk.media.reportLost({ no, foundAt: world.now(), place: '', circumstances: '棚に無い' }),
    'lose tomorrow': ({ desk, world }, no) => desk.media.reportLost({ no, foundAt: (world.now() + DAY) as Instant, place: '', circumstances: '棚に無い' }),
    'find it': ({ desk, world, ourStick, cityStick }, no) => desk.media.findAgain({ no, serial: no === ourStick.no ? ourStick.serial : cityStick.serial, at: world.now(), place: '机の下', circumstances: '', storagePlace: 'C-2' }),
    'find another': ({ desk, world }, no) => desk.media.findAgain({ no, serial: 'AZ9999X9X9', at: world.now(), place: '机の下', circumstances: '', storagePlace: 'C-2' }),
    break: ({ desk }, no) => desk.media.reportBroken({ no, note: '認識しない' }),
    'give back': ({ desk }, no) => desk.media.giveBack({ no, receivedBy: '森川 奏', place: '税務課窓口' }),
    'bring back': ({ desk }, no) => desk.media.bringBack({ no, storagePlace: 'C-2' }),
    'count it': ({ desk }, no) => desk.media.takeStock({ sightings: [{ said: no, place: 'C-2' }], attendedBy: '大庭 健吾', remarks: '' }),
    'count without it': ({ desk }) => desk.media.takeStock({ sightings: [], attendedBy: '大庭 健吾', remarks: '' }),
  }
  await inAnyOrder(acts, async (names) => {
    const office = await staffedOffice()
    const { desk, world, contract } = office
    for (const [i, name] of names.entries()) {
      const { no } = i % 3 === 2 ? office.ourStick : office.cityStick
      const before = await desk.media.list()
      const done = await attempt(acts[name]!(office, no))
      const after = await desk.media.list()
      if (!done) expect(after, name).toEqual(before)
      for (const now of after) {
        const was = before.find((medium) => medium.no === now.no)!
        expect({ ...now, state: '', storagePlace: '' }).toEqual({ ...was, state: '', storagePlace: '' })
        if (was.state === '返却済') expect(now.state, name).toBe('返却済')
        if (was.state === '紛失' && now.state !== '紛失') expect(name).toBe('find it')
        if (was.state === '故障') expect(['故障', '紛失', '返却済'], name).toContain(now.state)
        if (now.state === '返却済') expect(now.owner).toBe('甲')
        if (!['故障', '返却済', '紛失'].includes(now.state)) continue
        expect(await attempt(desk.handovers.receive({ ...receivingOn(office, now.no), handoverId: (await desk.handovers.designate({ contractId: contract.id, designated: { means: '手渡し', at: world.now(), place: '窓口' }, designatedBy: '森川 奏', cityList: [], purpose: '試験' })).id }))).toBe(false)
      }
    }
    const losses = names.filter((name) => name === 'lose').length
    expect((await desk.media.losses()).length).toBeLessThanOrEqual(losses)
    expect((await world.ledger.read()).reading.list('incident').length).toBeLessThanOrEqual((await desk.media.losses()).length)
  })
})

test('in whatever order: a self-check is done once every finding is put right and another person confirmed it, and what was put right stays so', async () => {
  const finding = (text: string) => ({ text, article: '11(5)', result: '不適' as const, note: '', plan: { action: '施錠する', dueOn: '2026-12-20' as Day } })
  const acts: Record<string, (office: StaffedOffice, check: SelfCheck) => Promise<unknown>> = {
    'put the first right': ({ desk, world }, { id }) => desk.staffing.correctItem({ checkId: id, itemNo: 1, what: '施錠した', on: dayOf(world.now()) }),
    'put the second right': ({ desk, world }, { id }) => desk.staffing.correctItem({ checkId: id, itemNo: 2, what: '施錠した', on: dayOf(world.now()) }),
    'put right what was not wanting': ({ desk, world }, { id }) => desk.staffing.correctItem({ checkId: id, itemNo: 9, what: '施錠した', on: dayOf(world.now()) }),
    'put right before it was found': ({ desk, world }, { id }) => desk.staffing.correctItem({ checkId: id, itemNo: 1, what: '施錠した', on: dayOf((world.now() - 2 * DAY) as Instant) }),
    'confirm it oneself': ({ desk, world }, { id }) => { world.signInAs('mizuno'); return desk.staffing.closeSelfCheck({ checkId: id }) },
    confirm: ({ desk, world }, { id }) => { world.signInAs('oba'); return desk.staffing.closeSelfCheck({ checkId: id }) },
  }
  await inAnyOrder(acts, async (names) => {
    const office = await staffedOffice()
    const { desk, world, contract, oba } = office
    const order: RecordSelfCheck = { contractId: contract.id, checkedOn: dayOf(world.now()), remarks: '', items: [finding('施錠'), finding('棚卸')] }
    let before = await desk.staffing.recordSelfCheck(order)
    for (const name of names) {
      const done = await attempt(acts[name]!(office, before))
      world.signInAs('mizuno')
      const [check] = await desk.staffing.selfChecks({ contractId: contract.id })
      if (!done) expect(check, name).toEqual(before)
      for (const [i, item] of before.items.entries()) if (item.corrected) expect(check!.items[i]!.corrected).toEqual(item.corrected)
      if (check!.state === '完了') expect([check!.items.every(({ corrected }) => corrected !== null), check!.closed?.by]).toEqual([true, oba.id])
      before = check!
    }
  })
})

test('of two desks that write down the fate of one medium at once, one does', async () => {
  const office = await staffedOffice()
  const { desk, world, cityStick } = office
  const other = openDesk({ ...world })
  const both = await Promise.all([attempt(desk.media.giveBack({ no: cityStick.no, receivedBy: '森川 奏', place: '窓口' })), attempt(other.media.reportLost({ no: cityStick.no, foundAt: world.now(), place: '', circumstances: '棚に無い' }))])
  expect(both.filter(Boolean)).toHaveLength(1)
})

function receivingOn({ world }: StaffedOffice, medium: Medium['no']) {
  world.disk.set('/in/宛名.csv', '1')
  return {
    paths: ['/in/宛名.csv'], actual: { means: '手渡し' as const, at: world.now(), place: '窓口' }, deliveredBy: '森川 奏', medium, virusCheck: { at: world.now(), scanner: 'ClamAV', pattern: '27000', result: 'clean' as const, attested: false },
    storagePlace: '第2作業室', returnDueOn: null, returnConditions: '', remarks: '', wordsForAll: { infoKind: '宛名', form: '電磁的記録媒体' as const, importanceClass: '重要情報' as const, personalInfo: true, sensitive: false, myNumber: false }, words: [], exception: null,
  }
}
