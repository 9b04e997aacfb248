import { expect, test } from 'vitest'
import { sayInJapanese } from '../../core/words/ja.ts'
import type { FaxId } from '../../core/faxes/fax.ts'
import { MINUTE, type Instant } from '../../core/time.ts'
import { article } from '../article.ts'
import { PASSWORD, receiptedFiles, receivedFiles, staffedOffice, type StaffedOffice } from '../cast.ts'
import { codesAgainst, refused, rulesAgainst } from '../refused.ts'

const instruction = { cityRef: 'R8税指0012', reason: '回線の障害により、甲が指示したため', second: { loginId: 'oba', password: PASSWORD } }
const page = ({ contract }: StaffedOffice) => ({ contractId: contract.id, recipientName: '森川 奏', faxNo: '000-000-1234', faxNoAgain: '000 000 1234', content: '校正の確認票', itemIds: [], exception: instruction })
const went = (faxId: FaxId, at: Instant) => ({ faxId, at, pages: 2, testPageAt: (at - 10 * MINUTE) as Instant, testSeenBy: '森川 奏', calledAt: (at - 2 * MINUTE) as Instant, calledTo: '森川 奏', slip: null })

article('11(6)', () => {
  test('R-18 a fax is refused, and the refusal says what to do instead', async () => {
    const office = await staffedOffice()
    const objections = await refused(office.desk.faxes.request({ ...page(office), exception: null }))
    expect(objections).toMatchObject([{ rule: 'R-18' }])
    expect(objections.map(sayInJapanese)).toEqual(['FAXによる送信は原則禁止です。暗号化した添付ファイルのメール、又は書留で送ってください。（第11条第6号）'])
  })

  test('R-18 on the city\'s instruction it goes, step by step: two read the number, the supervisor approves, a test page, a call, the pages, and somebody there who counts them', async () => {
    const office = await staffedOffice()
    const { desk, world, oba, mizuno } = office
    world.signInAs('yoshida')
    const { id, no } = await desk.faxes.request(page(office))
    expect(no).toBe('FX-R8-017-001')
    expect(await codesAgainst(desk.faxes.approve({ faxId: id }))).toEqual(['not-your-office'])
    world.signInAs('mizuno')
    expect(await desk.faxes.approve({ faxId: id })).toMatchObject({ state: 'approved', faxNo: '0000001234', exception: { cityRef: 'R8税指0012', secondPerson: oba.id }, approved: { by: mizuno.id } })

    world.pass(15 * MINUTE)
    expect(await desk.faxes.sent(went(id, world.now()))).toMatchObject({ state: 'sent' })
    const arrived = { faxId: id, at: world.now(), to: '森川 奏', pages: 1 }
    expect(await desk.faxes.arrived(arrived)).toMatchObject({ state: 'differs' })
    expect((await desk.home.today()).cards[0]).toMatchObject({ kind: 'overdue', code: 'fax-pages-differ', facts: { sent: 2, arrived: 1 } })
    expect(await desk.faxes.arrived({ ...arrived, pages: 2 })).toMatchObject({ state: 'confirmed' })
    expect(await desk.exceptions.list({ contractId: office.contract.id })).toMatchObject([{ rule: 'R-18', kind: 'fax', exception: { cityRef: 'R8税指0012' }, by: office.yoshida.id }])
  })

  test('R-18 one digit away is another office: numbers that differ, or are none, go nowhere', async () => {
    const office = await staffedOffice()
    expect(await codesAgainst(office.desk.faxes.request({ ...page(office), faxNoAgain: '000-000-1235' }))).toEqual(['fax-number-differs'])
    expect(await codesAgainst(office.desk.faxes.request({ ...page(office), faxNo: '1234', faxNoAgain: '1234' }))).toEqual(['fax-number-malformed'])
  })

  test('R-18 nobody is their own second person, or approves what they asked for', async () => {
    const office = await staffedOffice()
    const { desk } = office
    expect(await codesAgainst(desk.faxes.request({ ...page(office), exception: { ...instruction, second: { loginId: 'mizuno', password: PASSWORD } } }))).toEqual(['same-person'])
    const { id } = await desk.faxes.request(page(office))
    expect(await codesAgainst(desk.faxes.approve({ faxId: id }))).toEqual(['same-person'])
  })

  test('R-18 nothing is sent before it is approved, tested and told, and nothing goes backwards', async () => {
    const office = await staffedOffice()
    const { desk, world } = office
    world.signInAs('yoshida')
    const { id } = await desk.faxes.request(page(office))
    expect(await codesAgainst(desk.faxes.sent(went(id, world.now())))).toEqual(['state-does-not-allow'])
    world.signInAs('mizuno')
    await desk.faxes.approve({ faxId: id })
    const now = world.now()
    expect(await codesAgainst(desk.faxes.sent(went(id, now)))).toEqual(['before-its-time'])
    world.pass(30 * MINUTE)
    expect(await codesAgainst(desk.faxes.sent({ ...went(id, world.now()), calledAt: (world.now() + 2 * MINUTE) as Instant }))).toEqual(['before-its-time'])
    expect(await codesAgainst(desk.faxes.arrived({ faxId: id, at: world.now(), to: '森川 奏', pages: 2 }))).toEqual(['state-does-not-allow'])
    await desk.faxes.withdraw({ faxId: id, reason: '回線が戻ったため' })
    expect(await codesAgainst(desk.faxes.sent(went(id, world.now())))).toEqual(['state-does-not-allow'])
  })

  test('whom it goes to and what it is are looked at as for a parcel', async () => {
    const office = await staffedOffice()
    const item = (await receivedFiles(office)).items[0]!
    expect(await rulesAgainst(office.desk.faxes.request({ ...page(office), itemIds: [item.id] }))).toEqual(['R-04'])
    expect(await rulesAgainst(office.desk.faxes.request({ ...page(office), recipientName: '名簿 買蔵' }))).toEqual(['R-26'])
    expect((await receiptedFiles(await staffedOffice())).items).toHaveLength(1)
  })
})
