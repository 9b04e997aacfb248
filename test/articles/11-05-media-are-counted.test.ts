import { expect, test } from 'vitest'
import { HOUR, type Instant } from '../../core/time.ts'
import { article } from '../article.ts'
import { packingCheck, designation, noSuchMedium, parcel, receiving, septemberPackage, staffedOffice, taxContract } from '../cast.ts'
import { codesAgainst, rulesAgainst } from '../refused.ts'

const CABINET = '施錠キャビネットC-2'

article('11(5)', () => {
  test('a count that comes out has no findings, whether numbers or serials were scanned', async () => {
    const { desk, cityStick } = await staffedOffice()
    const count = await desk.media.takeStock({ sightings: [{ said: cityStick.no, place: CABINET }, { said: ' ａｚ0003k7q1', place: '' }], attendedBy: '髙橋 亮', remarks: '' })
    expect(count).toMatchObject({ no: 'S-2026-001', expected: 2, findings: [] })
  })

  test('what is missing, elsewhere, or not in the register is a finding, and stays on the desk', async () => {
    const { desk, cityStick, ourStick } = await staffedOffice()
    const { findings } = await desk.media.takeStock({ sightings: [{ said: cityStick.serial, place: '机の上' }, { said: 'PRIV-9999', place: '机の上' }], attendedBy: '', remarks: '' })
    expect(findings.map(({ kind, medium, said }) => [kind, medium ?? said])).toEqual([['elsewhere', cityStick.no], ['missing', ourStick.no], ['unregistered', 'PRIV-9999']])
    expect((await desk.home.today()).cards.find(({ code }) => code === 'stock-differs')).toMatchObject({ kind: 'overdue', article: '11(5)', facts: { count: 3 } })
  })

  test('a medium that is under way is not missing, and is a finding when it lies here all the same', async () => {
    const office = await staffedOffice()
    const mailing = await office.desk.mailings.draft(parcel(office, [await septemberPackage(office)]))
    await office.desk.mailings.confirmShinten(packingCheck(mailing))
    await office.desk.mailings.dispatch({ mailingId: mailing.id, trackingNo: '387-00-12345-3', slip: null })
    const seen = [{ said: office.cityStick.no, place: '' }]
    expect((await office.desk.media.takeStock({ sightings: seen, attendedBy: '', remarks: '' })).findings).toEqual([])
    expect((await office.desk.media.takeStock({ sightings: [...seen, { said: office.ourStick.no, place: '' }], attendedBy: '', remarks: '' })).findings).toMatchObject([{ kind: 'should-be-away', medium: office.ourStick.no }])
  })

  test('labels are printed for registered media, and never over another file', async () => {
    const { desk, cityStick } = await staffedOffice()
    const order = { nos: [cityStick.no], shinten: true, into: '/out' }
    expect((await desk.media.labels(order)).paths).toEqual(['/out/媒体ラベル_20261207-100000.pdf'])
    expect(await codesAgainst(desk.media.labels(order))).toEqual(['target-exists'])
    expect(await rulesAgainst(desk.media.labels({ ...order, nos: [noSuchMedium] }))).toEqual(['R-17'])
  })

  test('a month without a count is a task of the day', async () => {
    const { desk, world } = await staffedOffice()
    expect((await desk.home.today()).cards.some(({ code }) => code === 'stock-due')).toBe(false)
    world.pass(32 * 24 * HOUR)
    expect((await desk.home.today()).cards.some(({ code }) => code === 'stock-due')).toBe(true)
  })
})

article('18①', () => {
  test('a lost medium is said at once, with what had come on it, and is of no use any more', async () => {
    const office = await staffedOffice()
    const { desk, world, cityStick } = office
    world.disk.set('/in/a.csv', 'x')
    await desk.handovers.receive(receiving(await desk.handovers.designate(designation(office)), office, ['/in/a.csv']))
    const loss = await desk.media.reportLost({ no: cityStick.no, foundAt: world.now(), place: '本社', circumstances: '棚卸で見当たらない。' })
    expect(loss).toMatchObject({ serial: cityStick.serial, items: 1, personalInfo: true, myNumber: false })
    const [incident, ...more] = await desk.incidents.list({ contractId: office.contract.id })
    expect([incident, more]).toMatchObject([{ kind: 'medium-lost', subjectId: loss.id, subject: cityStick.no, state: 'found', place: '本社', items: 1, personalInfo: true, foundBy: loss.by, encryption: expect.stringContaining('暗号化の記録がありません') as string, circumstances: expect.stringMatching(/^棚卸で見当たらない。/) as string }, []])
    expect(incident!.itemIds).toHaveLength(1)
    expect((await desk.home.today()).cards.filter(({ leadsTo }) => leadsTo === 'media' || leadsTo === 'incidents')).toMatchObject([{ code: 'first-report-due', article: '18①', subject: incident!.no, leadsTo: 'incidents', facts: { about: `（${cityStick.no}）` } }])
    expect(await rulesAgainst(desk.handovers.receive(receiving(await desk.handovers.designate(designation(office)), office, ['/in/a.csv'])))).toEqual(['R-17'])
    expect(await codesAgainst(desk.media.reportLost({ no: cityStick.no, foundAt: world.now(), place: '', circumstances: 'x' }))).toEqual(['state-does-not-allow'])
  })

  test('a lost medium on which nothing is known to have been is said as that, and no incident is made up', async () => {
    const { desk, world, contract, ourStick } = await staffedOffice()
    await desk.media.reportLost({ no: ourStick.no, foundAt: world.now(), place: '本社', circumstances: '棚卸で見当たらない。' })
    expect(await desk.incidents.list({ contractId: contract.id })).toEqual([])
    expect((await desk.home.today()).cards.filter(({ kind }) => kind === 'overdue')).toMatchObject([{ code: 'medium-lost', subject: ourStick.no, leadsTo: 'media' }])
  })

  test('what lay sealed on a lost medium is named with its lock, and only its own contract has an incident', async () => {
    const office = await staffedOffice()
    const { desk, world, contract, ourStick } = office
    const other = await desk.contracts.open({ ...taxContract, contractNo: 'R8-税-099', shortNo: 'R8-099' })
    const sealed = await septemberPackage(office)
    await desk.mailings.draft(parcel(office, [sealed]))
    await desk.media.reportLost({ no: ourStick.no, foundAt: world.now(), place: '駅', circumstances: '鞄にない。' })
    expect(await desk.incidents.list({ contractId: contract.id })).toMatchObject([{ kind: 'medium-lost', packages: [sealed.id], itemIds: sealed.itemIds, encryption: expect.stringContaining('AES-256') as string, keyCustody: '未連絡（受託者だけが知る）' }])
    expect(await desk.incidents.list({ contractId: other.id })).toEqual([])
  })

  test('R-17 a lost medium that turns up is known by its number, locked away and usable again; that it was lost stays written', async () => {
    const { desk, world, cityStick } = await staffedOffice()
    const found = { no: cityStick.no, serial: cityStick.serial, at: world.now(), place: '会議室の机の下', circumstances: '清掃中に発見', storagePlace: 'C-2' }
    expect(await codesAgainst(desk.media.findAgain(found))).toEqual(['state-does-not-allow'])
    await desk.media.reportLost({ no: cityStick.no, foundAt: world.now(), place: '', circumstances: '棚卸で見当たらない。' })
    expect(await codesAgainst(desk.media.findAgain({ ...found, serial: 'AZ9999X9X9' }))).toEqual(['typed-serial-differs'])
    expect(await codesAgainst(desk.media.findAgain({ ...found, at: (world.now() - HOUR) as Instant }))).toEqual(['before-its-time'])
    expect(await codesAgainst(desk.media.findAgain({ ...found, at: (world.now() + HOUR) as Instant }))).toEqual(['time-in-future'])
    expect(await desk.media.findAgain(found)).toMatchObject({ state: '保管', storagePlace: 'C-2' })
    expect((await desk.home.today()).cards.some(({ code }) => code === 'medium-lost')).toBe(false)
    expect(await desk.media.losses()).toMatchObject([{ medium: cityStick.no, found: { place: '会議室の机の下' } }])
    expect(await codesAgainst(desk.media.findAgain(found))).toEqual(['state-does-not-allow'])
  })
})

article('15①', () => {
  test('the city gets its own medium back, and only its own', async () => {
    const { desk, cityStick, ourStick } = await staffedOffice()
    expect(await desk.media.giveBack({ no: cityStick.no, receivedBy: '森川 奏', place: '税務課窓口' })).toMatchObject({ state: '返却済', storagePlace: '税務課窓口' })
    expect(await codesAgainst(desk.media.giveBack({ no: ourStick.no, receivedBy: '森川 奏', place: '税務課窓口' }))).toEqual(['medium-not-of-city'])
  })

  test('a broken medium is used for nothing but its end', async () => {
    const { desk, ourStick } = await staffedOffice()
    expect(await desk.media.reportBroken({ no: ourStick.no, note: '認識されない' })).toMatchObject({ state: '故障' })
    expect(await codesAgainst(desk.media.reportBroken({ no: ourStick.no, note: '認識されない' }))).toEqual(['state-does-not-allow'])
  })
})
