import { describe, expect, test } from 'vitest'
import { workshop } from '../../cli/demo/workplace.ts'
import { DAY, type Day } from '../../core/time.ts'
import { article } from '../article.ts'
import { designation, PASSWORD, receiving, staffedOffice, type StaffedOffice } from '../cast.ts'
import { codesAgainst, refused, rulesAgainst } from '../refused.ts'

const day = (iso: string) => iso as Day

async function handles(office: StaffedOffice) {
  office.world.disk.set('/in/a.csv', 'a')
  const handover = await office.desk.handovers.designate(designation(office))
  return office.desk.handovers.receive(receiving(handover, office, ['/in/a.csv']))
}
const placesOf = ({ desk, contract }: StaffedOffice) => desk.places.list({ contractId: contract.id })
const asksFor = ({ desk, contract, world }: StaffedOffice, form: 'F-01' | 'F-05') => desk.requests.receive({ contractId: contract.id, form, requestedBy: '森川 奏', requestedAt: world.now(), cityRef: 'R8税照21', dueOn: null })

article('6①', () => {
  test('R-40 at a place in force information is handled', async () => {
    expect(await handles(await staffedOffice())).toMatchObject({ outcome: 'received' })
  })

  test('R-40 nothing is handled once the place has been given up, and the refusal says where to look', async () => {
    const office = await staffedOffice()
    const [place] = await placesOf(office)
    await office.desk.places.retire({ placeId: place!.id, from: day('2026-12-07'), reason: '移転' })
    expect(await refused(handles(office))).toMatchObject([{ code: 'place-not-in-force', rule: 'R-40', article: '6①', facts: { contractNo: 'R8-税-017', device: 'PC-021' } }])
  })

  test('R-40 a place whose first day has not come, or whose last day is over, is none', async () => {
    const office = await staffedOffice()
    const [place] = await placesOf(office)
    const { id: _id, contractId: _of, ...facts } = { ...workshop(office.contract.id, day('2026-12-01')), id: '' }
    const later = await office.desk.places.change({ ...facts, placeId: place!.id, reason: '事務所の移転', name: '第3作業室', useFrom: day('2026-12-10'), useTo: day('2026-12-12') })
    expect(await handles(office)).toMatchObject({ outcome: 'received' })
    office.world.pass(4 * DAY)
    expect((await office.desk.workplace.here()).places).toMatchObject([{ placeId: later.id }])
    office.world.pass(3 * DAY)
    expect((await office.desk.workplace.here()).places).toMatchObject([{ placeId: place!.id }])
    await office.desk.places.retire({ placeId: place!.id, from: day('2026-12-14'), reason: '移転' })
    expect(await rulesAgainst(office.desk.handovers.look({ paths: ['/in'] }))).toEqual(['R-40'])
  })

  test('where the city asked for F-05, a place counts once it has been handed in, and no more once the city refused it', async () => {
    const office = await staffedOffice()
    const [place] = await placesOf(office)
    await asksFor(office, 'F-05')
    expect(await rulesAgainst(handles(office))).toEqual(['R-40'])
    await office.desk.places.retire({ placeId: place!.id, from: day('2026-12-07'), reason: '届け直し' })
    const again = await office.desk.places.register(workshop(office.contract.id, day('2026-12-08')))
    await office.desk.places.submit({ placeIds: [again.id], on: day('2026-12-07'), docNo: 'ひ-R8-002' })
    const device = (await office.desk.devices.list())[0]!
    await office.desk.devices.move({ deviceId: device.id, portable: false, placeIds: [again.id] })
    office.world.pass(DAY)
    expect(await office.desk.handovers.look({ paths: ['/in'] })).toBeTruthy()
    await office.desk.places.decide({ placeId: again.id, outcome: '不承認', cityRef: 'R8税回9', on: day('2026-12-08') })
    expect(await rulesAgainst(office.desk.handovers.look({ paths: ['/in'] }))).toEqual(['R-40'])
  })

  test('a change is handed in before the day from which it holds', async () => {
    const office = await staffedOffice()
    const [place] = await placesOf(office)
    await asksFor(office, 'F-05')
    const { contractId: _of, ...facts } = workshop(office.contract.id, day('2026-12-07'))
    const changed = await office.desk.places.change({ ...facts, placeId: place!.id, reason: '事務所の移転', name: '第3作業室' })
    expect(await codesAgainst(office.desk.places.submit({ placeIds: [changed.id], on: day('2026-12-07'), docNo: '' }))).toEqual(['place-submitted-too-late'])
    expect(await codesAgainst(office.desk.places.change({ ...facts, placeId: place!.id, reason: '事務所の移転', name: '第4作業室' }))).toEqual(['place-changed-already'])
  })

  test('a place is not answered for before it was handed in, nor submitted tomorrow', async () => {
    const office = await staffedOffice()
    const [place] = await placesOf(office)
    expect(await codesAgainst(office.desk.places.decide({ placeId: place!.id, outcome: '承認', cityRef: 'R8税回9', on: day('2026-12-07') }))).toEqual(['place-not-submitted'])
    expect(await codesAgainst(office.desk.places.submit({ placeIds: [place!.id], on: day('2026-12-08'), docNo: '' }))).toContain('time-in-future')
  })
})

describe('a device that is carried about', () => {
  test('R-40 is where its user said after coming in, and nowhere until then', async () => {
    const office = await staffedOffice()
    const [place] = await placesOf(office)
    const device = (await office.desk.devices.list())[0]!
    await office.desk.devices.move({ deviceId: device.id, portable: true, placeIds: [] })
    expect(await codesAgainst(handles(office))).toEqual(['place-not-said'])
    await office.desk.workplace.workAt({ placeIds: [place!.id] })
    expect(await handles(office)).toMatchObject({ outcome: 'received' })
    office.world.pass(60_000)
    await office.desk.vault.lock()
    await office.desk.vault.unlock({ loginId: 'mizuno', password: PASSWORD })
    expect(await codesAgainst(office.desk.handovers.look({ paths: ['/in'] }))).toEqual(['place-not-said'])
  })

  test('R-40 is not said to be where nobody may work', async () => {
    const office = await staffedOffice()
    const [place] = await placesOf(office)
    expect(await codesAgainst(office.desk.workplace.workAt({ placeIds: [place!.id] }))).toEqual(['device-not-portable'])
    const device = (await office.desk.devices.list())[0]!
    await office.desk.devices.move({ deviceId: device.id, portable: true, placeIds: [] })
    await office.desk.places.retire({ placeId: place!.id, from: day('2026-12-07'), reason: '移転' })
    expect(await codesAgainst(office.desk.workplace.workAt({ placeIds: [place!.id] }))).toEqual(['place-not-usable'])
  })
})

article('6②', () => {
  test('inside city hall nothing is handled without the company’s card', async () => {
    const office = await staffedOffice()
    const inHall = await office.desk.places.register({ ...workshop(office.contract.id, day('2026-12-01')), name: '税務課執務室', withinCityHall: true })
    const device = (await office.desk.devices.list())[0]!
    await office.desk.devices.move({ deviceId: device.id, portable: false, placeIds: [inHall.id] })
    expect(await refused(handles(office))).toMatchObject([{ code: 'id-card-missing', article: '6②' }])
    await office.desk.staffing.issueCard({ no: 'HK-001', personId: office.mizuno.id, issuedOn: day('2026-12-07'), validTo: null })
    expect(await handles(office)).toMatchObject({ outcome: 'received' })
  })
})
