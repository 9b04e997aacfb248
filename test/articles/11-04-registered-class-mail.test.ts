import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { instantOf, type Instant } from '../../core/time.ts'
import { services, type NumberShape } from '../../core/mailings/carriers.ts'
import { printTracking, readTracking } from '../../core/mailings/tracking.ts'
import { article } from '../article.ts'
import { oba, packingCheck, parcel, PASSWORD, pledge, septemberPackage, staffedOffice, training, type StaffedOffice } from '../cast.ts'
import { codesAgainst, refused, rulesAgainst } from '../refused.ts'

interface Vector { carrier: string; kind?: string; raw: string; digits?: string; valid: boolean; warn?: string }
const { vectors } = JSON.parse(readFileSync(new URL('../vectors/tracking-numbers.json', import.meta.url), 'utf8')) as { vectors: Vector[] }
const shapeOf = ({ carrier, kind }: Vector): NumberShape =>
  carrier === 'upu_s10' ? 'S10' : kind?.endsWith('_11') ? '11 digits, mod 7' : '12 digits, mod 7'

const PLAIN = { contentKind: 'document' as const, packages: [], medium: null, mediumFolder: null, documentNos: [] }
const checker = { loginId: 'oba', password: PASSWORD }

async function checkedParcel(office: StaffedOffice) {
  const mailing = await office.desk.mailings.draft(parcel(office, [await septemberPackage(office)]))
  await office.desk.mailings.confirmShinten(packingCheck(mailing))
  return mailing
}

article('11(4)', () => {
  describe('R-13 tracking numbers', () => {
    test.each(vectors)('$carrier $raw', (vector) => {
      const { digits, problem, warnings } = readTracking(vector.raw, shapeOf(vector), vector.kind === 'registered_11' ? '簡易書留' : '')
      expect(problem === null).toBe(vector.valid)
      if (vector.digits) expect(digits).toBe(vector.digits)
      if (vector.warn) expect(warnings).not.toEqual([])
    })

    test('seven, eight and nine are never a check digit', () => {
      for (const last of '789') expect(readTracking(`3870012345${last}`, '11 digits, mod 7').problem).toBe('check-digit')
    })

    test('a number of equal digits is a placeholder', () => {
      expect(readTracking('0000-0000-0000', '12 digits, mod 7').problem).toBe('placeholder')
    })

    test('numbers are printed as on the slip', () => {
      expect(printTracking('38700123453')).toBe('387-00-12345-3')
      expect(printTracking('401234567893')).toBe('4012-3456-7893')
    })

    test('R-13 a parcel whose check digit is wrong is not dispatched', async () => {
      const office = await staffedOffice()
      const { id } = await checkedParcel(office)
      expect(await rulesAgainst(office.desk.mailings.dispatch({ mailingId: id, trackingNo: '387-00-12354-3', slip: null }))).toEqual(['R-13'])
    })

    test('a number that looks like 特定記録 goes out with a warning that stays', async () => {
      const office = await staffedOffice()
      const { id } = await checkedParcel(office)
      expect(await office.desk.mailings.dispatch({ mailingId: id, trackingNo: '588-00-12345-4', slip: null })).toMatchObject({ state: 'dispatched', trackingWarnings: ['perhaps-tokutei-kiroku'] })
    })
  })

  describe('R-12 and R-15 the service', () => {
    test.each(services.filter(({ class: c }) => c === 'registered'))('$carrier $service carries a medium', async ({ carrier, service }) => {
      const office = await staffedOffice()
      expect(await office.desk.mailings.draft({ ...parcel(office, [await septemberPackage(office)]), carrier, service })).toMatchObject({ state: 'drafted', service })
    })

    test.each(services.filter(({ class: c }) => c === 'never'))('R-12 $carrier $service carries nothing', async ({ carrier, service }) => {
      const office = await staffedOffice()
      expect(await rulesAgainst(office.desk.mailings.draft({ ...parcel(office, [await septemberPackage(office)]), carrier, service }))).toEqual(['R-12'])
    })

    test('R-12 宅急便 waits for the city: an agreement of the contract, or a number, a reason and a second person', async () => {
      const office = await staffedOffice()
      const order = { ...parcel(office, [await septemberPackage(office)]), carrier: 'ヤマト運輸', service: '宅急便' }
      expect(await codesAgainst(office.desk.mailings.draft(order))).toEqual(['service-needs-city'])

      const exception = { cityRef: 'R8税承0070', reason: '書留が使えない地域のため', second: checker }
      expect(await office.desk.mailings.draft({ ...order, exception })).toMatchObject({ exception: { cityRef: 'R8税承0070', secondPerson: office.oba.id } })
      const another = () => ({ ...order, sealNo: parcel(office, []).sealNo })
      expect(await office.desk.mailings.draft({ ...another(), carrier: '日本郵便', service: '簡易書留', exception })).toMatchObject({ exception: null })
      expect(await codesAgainst(office.desk.mailings.draft({ ...another(), exception: { ...exception, second: { loginId: 'mizuno', password: PASSWORD } } }))).toEqual(['same-person'])

      await office.desk.contracts.agreeService({ contractId: office.contract.id, service: '宅急便', cityRef: 'R8税承0070' })
      expect(await office.desk.mailings.draft(another())).toMatchObject({ exception: null })
    })

    test('R-12 not even the city makes レターパックライト a registered one', async () => {
      const office = await staffedOffice()
      const order = { ...parcel(office, [await septemberPackage(office)]), service: 'レターパックライト', exception: { cityRef: 'x', reason: 'y', second: checker } }
      expect(await rulesAgainst(office.desk.mailings.draft(order))).toEqual(['R-12'])
    })

    test('R-15 a report on paper does not travel by parcel service, whatever was agreed', async () => {
      const office = await staffedOffice()
      await office.desk.contracts.agreeService({ contractId: office.contract.id, service: '宅急便', cityRef: 'R8税承0070' })
      const report = { ...parcel(office, []), ...PLAIN, isShinsho: true, carrier: 'ヤマト運輸', service: '宅急便' }
      expect(await rulesAgainst(office.desk.mailings.draft(report))).toEqual(['R-15'])
      expect(await rulesAgainst(office.desk.mailings.draft({ ...report, isShinsho: false, documentNos: ['A-R8-017-001'] }))).toEqual(['R-15'])
      expect(await office.desk.mailings.draft({ ...report, carrier: '日本郵便', service: '簡易書留' })).toMatchObject({ isShinsho: true })
    })

    test('a service that is not on the list cannot be chosen', async () => {
      const office = await staffedOffice()
      expect(await codesAgainst(office.desk.mailings.draft({ ...parcel(office, []), ...PLAIN, service: '伝書鳩' }))).toEqual(['service-unknown'])
    })
  })

  describe('R-14 親展', () => {
    test('R-14 the second person is one who could have packed it: no auditor, nobody without a role', async () => {
      const office = await staffedOffice()
      const mailing = await office.desk.mailings.draft(parcel(office, [await septemberPackage(office)]))
      const auditor = await office.desk.people.register({ ...oba, name: '監査 人', roles: ['auditor'] })
      await office.desk.people.giveAccount({ personId: auditor.id, loginId: 'kansa', password: PASSWORD })
      await office.desk.people.recordTraining({ personIds: [auditor.id], training })
      await office.desk.people.signPledge({ personId: auditor.id, pledge })
      expect(await codesAgainst(office.desk.mailings.confirmShinten({ ...packingCheck(mailing), checker: { loginId: 'kansa', password: PASSWORD } }))).toEqual(['not-your-office'])
    })

    test('R-14 nothing is dispatched before another person saw the mark', async () => {
      const office = await staffedOffice()
      const { id } = await office.desk.mailings.draft(parcel(office, [await septemberPackage(office)]))
      expect(await rulesAgainst(office.desk.mailings.dispatch({ mailingId: id, trackingNo: '387-00-12345-3', slip: null }))).toEqual(['R-14'])
    })

    test('R-14 whoever packed does not confirm', async () => {
      const office = await staffedOffice()
      const mailing = await office.desk.mailings.draft(parcel(office, [await septemberPackage(office)]))
      expect(await rulesAgainst(office.desk.mailings.confirmShinten({ ...packingCheck(mailing), checker: { loginId: 'mizuno', password: PASSWORD } }))).toEqual(['R-14'])
    })

    test('a wrong password confirms nothing, and the fifth locks the ID', async () => {
      const office = await staffedOffice()
      const mailing = await office.desk.mailings.draft(parcel(office, [await septemberPackage(office)]))
      const wrong = { ...packingCheck(mailing), checker: { loginId: 'oba', password: 'guess' } }
      for (let left = 4; left > 0; left--) expect(await refused(office.desk.mailings.confirmShinten(wrong))).toMatchObject([{ code: 'wrong-password', facts: { triesLeft: left } }])
      expect(await codesAgainst(office.desk.mailings.confirmShinten(wrong))).toEqual(['locked-out'])
      expect(await codesAgainst(office.desk.mailings.confirmShinten({ ...wrong, checker }))).toEqual(['locked-out'])
      expect((await office.desk.ledger.entries({ from: 0, count: 1000 })).entries.at(-1)).toMatchObject({ type: 'sign-in-locked', data: { loginId: 'oba', failures: 5 } })
    })
  })

  test('R-16 one number, one parcel', async () => {
    const office = await staffedOffice()
    const first = await checkedParcel(office)
    await office.desk.mailings.dispatch({ mailingId: first.id, trackingNo: '387-00-12345-3', slip: null })
    const report = await office.desk.mailings.draft({ ...parcel(office, []), ...PLAIN, isShinsho: true, documentNos: ['A-R8-017-001'] })
    await office.desk.mailings.confirmShinten(packingCheck(report))
    expect(await refused(office.desk.mailings.dispatch({ mailingId: report.id, trackingNo: '38700123453', slip: null }))).toMatchObject([{ rule: 'R-16', facts: { mailing: first.no } }])
  })

  test('from the counter to the city: dispatched, under way, told, arrived', async () => {
    const office = await staffedOffice()
    const { id } = await checkedParcel(office)
    const { desk, world } = office
    expect(await desk.mailings.dispatch({ mailingId: id, trackingNo: '３８７－００－１２３４５－３', slip: null })).toMatchObject({ trackingNo: '38700123453', state: 'dispatched' })
    expect((await desk.media.list()).find(({ no }) => no === office.ourStick.no)).toMatchObject({ state: '送付中' })
    expect((await desk.home.today()).cards).toContainEqual(expect.objectContaining({ code: 'parcel-under-way', kind: 'out' }))

    // Two weekdays after a Monday are over when Wednesday is.
    world.set(instantOf('2026-12-09T23:59:59+09:00'))
    expect((await desk.home.today()).cards).toContainEqual(expect.objectContaining({ code: 'parcel-under-way' }))
    world.pass(1000)
    expect((await desk.home.today()).cards[0]).toMatchObject({ code: 'parcel-not-arrived', kind: 'overdue' })

    await desk.mailings.tellKey({ id, channel: '電話', at: world.now(), to: '森川 奏', exception: null })
    expect(await desk.mailings.arrive({ mailingId: id, at: world.now(), to: '森川 奏' })).toMatchObject({ state: 'arrived', keyTold: { channel: '電話' } })
    expect(await codesAgainst(desk.mailings.arrive({ mailingId: id, at: world.now(), to: '森川 奏' }))).toEqual(['state-does-not-allow'])
    expect(await desk.media.bringBack({ no: office.ourStick.no, storagePlace: '施錠キャビネットC-2' })).toMatchObject({ state: '保管' })
    expect(await codesAgainst(desk.media.bringBack({ no: office.ourStick.no, storagePlace: 'x' }))).toEqual(['medium-not-away'])
  })

  test('a parcel arrives after it was dispatched, or comes back; one that has not left can be withdrawn', async () => {
    const office = await staffedOffice()
    const { desk, world } = office
    const { id } = await checkedParcel(office)
    await desk.mailings.dispatch({ mailingId: id, trackingNo: '387-00-12345-3', slip: null })
    expect(await codesAgainst(desk.mailings.arrive({ mailingId: id, at: (world.now() - 3_600_000) as Instant, to: '森川 奏' }))).toEqual(['before-its-time'])
    expect(await codesAgainst(desk.mailings.withdraw({ mailingId: id, reason: '誤り' }))).toEqual(['state-does-not-allow'])
    expect(await desk.mailings.returned({ mailingId: id, at: world.now() })).toMatchObject({ state: 'returned' })

    await desk.media.bringBack({ no: office.ourStick.no, storagePlace: '施錠キャビネットC-2' })
    const [sealed] = await desk.packages.list({ contractId: office.contract.id })
    const again = await desk.mailings.draft(parcel(office, sealed ? [sealed] : []))
    expect(await desk.mailings.withdraw({ mailingId: again.id, reason: '宛先の変更' })).toMatchObject({ state: 'withdrawn' })
    expect((await desk.home.today()).cards.filter(({ leadsTo }) => leadsTo === 'mailings')).toEqual([])
  })

  test('R-17 two drafts with one stick: the second does not leave while the first is under way', async () => {
    const office = await staffedOffice()
    const first = await checkedParcel(office)
    const [sealed] = await office.desk.packages.list({ contractId: office.contract.id })
    const second = await office.desk.mailings.draft(parcel(office, sealed ? [sealed] : []))
    await office.desk.mailings.confirmShinten(packingCheck(second))
    await office.desk.mailings.dispatch({ mailingId: first.id, trackingNo: '387-00-12345-3', slip: null })
    expect(await rulesAgainst(office.desk.mailings.dispatch({ mailingId: second.id, trackingNo: '131-12-38385-2', slip: null }))).toEqual(['R-17'])  })

  test('a parcel goes to someone whom the contract names', async () => {
    const office = await staffedOffice()
    expect(await codesAgainst(office.desk.mailings.draft({ ...parcel(office, []), ...PLAIN, recipientName: oba.name }))).toEqual(['recipient-unknown'])
  })
})
