import { describe, expect, test } from 'vitest'
import { objectionsToBody } from '../../core/mails/rules.ts'
import type { Instant } from '../../core/time.ts'
import type { DraftMail } from '../../core/mails/mail.ts'
import type { Package } from '../../core/packages/package.ts'
import { article } from '../article.ts'
import { morikawa, PASSWORD, septemberPackage, staffedOffice, type StaffedOffice } from '../cast.ts'
import { codesAgainst, rulesAgainst } from '../refused.ts'

const note = 'お世話になっております。校正データをお送りします。\n鍵は電話でお伝えします。\n電話 000-000-0000'
const letter = (office: StaffedOffice, sealed: Package): DraftMail =>
  ({ contractId: office.contract.id, to: [morikawa.email], subject: '校正のお願い（R8-税-017）', note, package: sealed.id, into: '/out', exception: null })
const checker = { loginId: 'oba', password: PASSWORD }

article('11(7)', () => {
  describe('R-19 information in the text', () => {
    test('a polite note with date, number of the contract and telephone is a note', () => {
      expect(objectionsToBody('校正のお願い（R8-税-017）', `${note}\n令和8年12月11日 2026-12-11 15:10`, ['宛名番号,氏名\n90000001,青葉野　太郎\n'])).toEqual([])
    })

    test.each([
      ['a row of a record', '90000001,青葉野　太郎,アオバノ　タロウ\n90000002,納税　花子,ノウゼイ　ハナコ,x\n1,2,3,4'],
      ['a number of eight digits', '宛名番号 90000001 の件です'],
      ['the same in full width', '宛名番号 ９００００００１ の件です'],
      ['a name that the city entrusted', '青葉野 太郎 様の件です'],
      ['eight digits behind a hyphen', '宛名 1-90000001 です'],
    ])('R-19 %s is refused', (_what, body) => {
      expect(objectionsToBody('', body, ['宛名番号,氏名\n90000001,青葉野　太郎\n'])).toMatchObject([{ rule: 'R-19' }])
    })

    test('R-19 the subject counts as text', () => {
      expect(objectionsToBody('青葉野太郎様', '', ['氏名\n青葉野　太郎\n'])).toMatchObject([{ rule: 'R-19' }])
    })

    test('R-19 a name of three characters is a name, and a first row of digits is no heading', () => {
      expect(objectionsToBody('', '森田花様の件です', ['番号,氏名\n1,森田花\n'])).toMatchObject([{ rule: 'R-19' }])
      expect(objectionsToBody('', '青葉野太郎様の件です', ['90000001,青葉野太郎\n'])).toMatchObject([{ rule: 'R-19' }])
    })

    test("R-19 what every letter says is no information: the city's own name", () => {
      expect(objectionsToBody('', '青葉野市 御中', ['番号,市\n1,青葉野市\n'], ['青葉野市'])).toEqual([])
    })

    test('R-19 through the desk, against the very files that are sealed', async () => {
      const office = await staffedOffice()
      const order = letter(office, await septemberPackage(office))
      expect(await rulesAgainst(office.desk.mails.draft({ ...order, note: '青葉野太郎様の住所をお知らせします' }))).toEqual(['R-19'])
    })
  })

  test('R-20 an attachment that is not the verified package stays at home', async () => {
    const office = await staffedOffice()
    const sealed = await septemberPackage(office)
    office.world.disk.set(sealed.path, 'PK plain zip')
    expect(await codesAgainst(office.desk.mails.draft(letter(office, sealed)))).toEqual(['package-changed'])
  })

  test('R-22 an address outside the list waits for the city, a reason and a second person', async () => {
    const office = await staffedOffice()
    const order = { ...letter(office, await septemberPackage(office)), to: ['morikawa@example.com'] }
    expect(await rulesAgainst(office.desk.mails.draft(order))).toEqual(['R-22'])
    expect(await office.desk.mails.draft({ ...order, exception: { cityRef: 'R8税承0071', reason: '担当者の変更', second: checker } })).toMatchObject({ exception: { secondPerson: office.oba.id } })
  })

  test('drafted, checked by another, sent, key told, received', async () => {
    const office = await staffedOffice()
    const { desk, world } = office
    const { id } = await desk.mails.draft(letter(office, await septemberPackage(office)))
    expect(await codesAgainst(desk.mails.sent({ mailId: id, at: world.now() }))).toEqual(['recipients-not-checked'])
    expect(await codesAgainst(desk.mails.confirmRecipients({ mailId: id, checker: { loginId: 'mizuno', password: PASSWORD } }))).toEqual(['same-person'])
    await desk.mails.confirmRecipients({ mailId: id, checker })
    expect(await codesAgainst(desk.mails.sent({ mailId: id, at: (world.now() - 3_600_000) as Instant }))).toEqual(['before-its-time'])
    await desk.mails.sent({ mailId: id, at: world.now() })
    expect(await desk.mails.tellKey({ id, channel: '電話', at: world.now(), to: '森川 奏', exception: null })).toMatchObject({ keyTold: { channel: '電話', to: '森川 奏' } })
    expect(await desk.mails.received({ mailId: id, at: world.now(), by: '森川 奏' })).toMatchObject({ state: 'received' })
  })

  test('two drafts at once are two numbers', async () => {
    const office = await staffedOffice()
    const order = letter(office, await septemberPackage(office))
    const both = await Promise.all([office.desk.mails.draft(order), office.desk.mails.draft(order)])
    expect(new Set(both.map(({ no }) => no)).size).toBe(2)
  })

  test('a draft can be withdrawn until it is sent', async () => {
    const office = await staffedOffice()
    const { id } = await office.desk.mails.draft(letter(office, await septemberPackage(office)))
    expect(await office.desk.mails.withdraw({ mailId: id, reason: '宛先の変更' })).toMatchObject({ state: 'withdrawn' })
    expect(await codesAgainst(office.desk.mails.confirmRecipients({ mailId: id, checker }))).toEqual(['state-does-not-allow'])
  })

  test('R-21 the key never goes the way of the package, and by another mail only with consent', async () => {
    const office = await staffedOffice()
    const { desk, world } = office
    const { id } = await desk.mails.draft(letter(office, await septemberPackage(office)))
    await desk.mails.confirmRecipients({ mailId: id, checker })
    await desk.mails.sent({ mailId: id, at: world.now() })
    const tell = { id, at: world.now(), to: '森川 奏', exception: null }
    expect(await rulesAgainst(desk.mails.tellKey({ ...tell, channel: '同じメール' }))).toEqual(['R-21'])
    expect(await rulesAgainst(desk.mails.tellKey({ ...tell, channel: '別のメール' }))).toEqual(['R-21'])
    const exception = { cityRef: 'R8税承0072', reason: '電話がつながらないため', second: checker }
    expect(await rulesAgainst(desk.mails.tellKey({ ...tell, channel: '同じメール', exception }))).toEqual(['R-21'])
    expect(await desk.mails.tellKey({ ...tell, channel: '別のメール', exception })).toMatchObject({ keyTold: { channel: '別のメール', exception: { cityRef: 'R8税承0072', secondPerson: office.oba.id } } })
  })
})
