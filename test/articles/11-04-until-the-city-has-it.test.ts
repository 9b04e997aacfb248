import { describe, expect, test } from 'vitest'
import { carrierPages, isCarriersPage, pageOf } from '../../core/mailings/carrier-pages.ts'
import { expectedBy } from '../../core/mailings/expected.ts'
import { comingDue, watchDueTimes } from '../../core/home/watch.ts'
import { slipTypeOf } from '../../core/mailings/slip.ts'
import type { Mailing } from '../../core/mailings/mailing.ts'
import type { ServiceLine } from '../../core/mailings/service.ts'
import { instantOf, type Instant } from '../../core/time.ts'
import { article } from '../article.ts'
import { packingCheck, parcel, PASSWORD, septemberPackage, staffedOffice, type StaffedOffice } from '../cast.ts'
import { codesAgainst, refused, rulesAgainst } from '../refused.ts'

const second = { loginId: 'oba', password: PASSWORD }
const exception = { cityRef: 'R8税承0080', reason: '書留の集荷がない地域のため', second }
const at = (iso: string): Instant => instantOf(`${iso}+09:00`)

async function dispatched(office: StaffedOffice, slip: string | null = null): Promise<Mailing> {
  const mailing = await office.desk.mailings.draft(parcel(office, [await septemberPackage(office)]))
  await office.desk.mailings.confirmShinten(packingCheck(mailing))
  return office.desk.mailings.dispatch({ mailingId: mailing.id, trackingNo: '387-00-12345-3', slip })
}
const codes = async ({ desk }: StaffedOffice) => (await desk.home.today()).cards.filter(({ leadsTo }) => leadsTo === 'mailings').map(({ code }) => code)

article('11(4)', () => {
  describe('the second person at the envelope', () => {
    test('R-14 reads the number of the seal themself, and another one stops it', async () => {
      const office = await staffedOffice()
      const mailing = await office.desk.mailings.draft({ ...parcel(office, [await septemberPackage(office)]), sealNo: 'S-0901' })
      expect(await refused(office.desk.mailings.confirmShinten({ ...packingCheck(mailing), sealNo: 'S-0910' }))).toMatchObject([{ code: 'seal-differs', rule: 'R-14', facts: { expected: 'S-0901', read: 'S-0910' } }])
      expect(await office.desk.mailings.confirmShinten({ ...packingCheck(mailing), sealNo: 'Ｓ－０９０１' })).toMatchObject({ state: 'checked', shinten: { checkedBy: office.oba.id, sealNo: 'Ｓ－０９０１', contentsCompared: true } })
    })

    test('R-14 compares the contents, and says all that is wrong at once', async () => {
      const office = await staffedOffice()
      const mailing = await office.desk.mailings.draft(parcel(office, [await septemberPackage(office)]))
      expect(await codesAgainst(office.desk.mailings.confirmShinten({ ...packingCheck(mailing), sealNo: '', contentsCompared: false }))).toEqual(['seal-differs', 'contents-not-compared'])
    })

    test('a seal closes one parcel: its number is used once within the contract', async () => {
      const office = await staffedOffice()
      const sealed = await septemberPackage(office)
      const order = { ...parcel(office, [sealed]), sealNo: 'S-0902' }
      const first = await office.desk.mailings.draft(order)
      expect(await refused(office.desk.mailings.draft({ ...order, sealNo: 's-０９０２'.toUpperCase() }))).toMatchObject([{ code: 'seal-used-before', facts: { mailing: first.no } }])
      await office.desk.mailings.withdraw({ mailingId: first.id, reason: '宛先の変更' })
      const again = await office.desk.mailings.draft(order)
      await office.desk.mailings.confirmShinten(packingCheck(again))
      await office.desk.mailings.withdraw({ mailingId: again.id, reason: '封印が破れた' })
      expect(await codesAgainst(office.desk.mailings.draft(order))).toEqual(['seal-used-before'])
      await office.desk.mailings.draft({ ...order, sealNo: '' })
      expect(await office.desk.mailings.draft({ ...order, sealNo: '' })).toMatchObject({ sealNo: '' })
    })
  })

  describe('the acceptance slip', () => {
    test('is kept in the vault, its hash in the ledger, and seen again', async () => {
      const office = await staffedOffice()
      office.world.disk.set('/scan/引受証.pdf', '%PDF-1.7 簡易書留 引受証')
      const mailing = await dispatched(office, '/scan/引受証.pdf')
      const [slip] = mailing.slips
      expect(slip).toMatchObject({ kind: '引受証', name: '引受証.pdf', type: 'application/pdf', sha256: mailing.slipSha256 })
      const shown = await office.desk.mailings.showSlip({ mailingId: mailing.id, sha256: slip?.sha256 ?? '' })
      expect(Buffer.from(shown.bytes).toString()).toBe('%PDF-1.7 簡易書留 引受証')
    })

    test('that is no scan by its first bytes is refused, whatever it is called, and nothing of it stays', async () => {
      const office = await staffedOffice()
      office.world.disk.set('/scan/slip.png', 'MZ a program')
      const mailing = await office.desk.mailings.draft(parcel(office, [await septemberPackage(office)]))
      await office.desk.mailings.confirmShinten(packingCheck(mailing))
      const blobs = office.world.blobs.size
      expect(await codesAgainst(office.desk.mailings.dispatch({ mailingId: mailing.id, trackingNo: '387-00-12345-3', slip: '/scan/slip.png' }))).toEqual(['slip-not-a-scan'])
      office.world.disk.set('/scan/slip.pdf', '%PDF-1.7')
      expect(await rulesAgainst(office.desk.mailings.dispatch({ mailingId: mailing.id, trackingNo: '387-00-12354-3', slip: '/scan/slip.pdf' }))).toEqual(['R-13'])
      expect(office.world.blobs.size).toBe(blobs)
    })

    test.each([
      ['a photo', [0xff, 0xd8, 0xff, 0xe0], 'image/jpeg'], ['a scan', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a], 'image/png'], ['a page', [0x25, 0x50, 0x44, 0x46, 0x2d], 'application/pdf'],
      ['a program', [0x4d, 0x5a], null], ['half a PNG', [0x89, 0x50, 0x4e, 0x47], null], ['nothing', [], null],
    ])('%s is told by its first bytes', (_what, bytes, type) => {
      expect(slipTypeOf(new Uint8Array(bytes))).toBe(type)
    })

    test('may come later, once, and only for what has left', async () => {
      const office = await staffedOffice()
      office.world.disk.set('/scan/受領票.pdf', '%PDF-1.7 受領票')
      const drafted = await office.desk.mailings.draft(parcel(office, [await septemberPackage(office)]))
      const slip = { mailingId: drafted.id, kind: '受領票' as const, path: '/scan/受領票.pdf' }
      expect(await codesAgainst(office.desk.mailings.attachSlip(slip))).toEqual(['state-does-not-allow'])
      await office.desk.mailings.confirmShinten(packingCheck(drafted))
      await office.desk.mailings.dispatch({ mailingId: drafted.id, trackingNo: '387-00-12345-3', slip: null })
      await office.desk.mailings.attachSlip(slip)
      expect((await office.desk.mailings.attachSlip(slip)).slips).toMatchObject([{ kind: '受領票' }])
    })
  })

  describe('after it has left', () => {
    test('the city says itself that it is there, and how it said so; then the medium is waited for', async () => {
      const office = await staffedOffice()
      const { desk, world } = office
      const { id } = await dispatched(office)
      const receipt = { by: '森川 奏', at: world.now(), how: '受領票' as const, cityRef: '' }
      expect(await codesAgainst(desk.mailings.confirmReceipt({ mailingId: id, receipt }))).toEqual(['state-does-not-allow'])
      await desk.mailings.tellKey({ id, channel: '電話', at: world.now(), to: '森川 奏', exception: null })
      world.set(at('2026-12-08T11:05:00'))
      await desk.mailings.arrive({ mailingId: id, at: world.now(), to: '森川 奏' })
      expect(await codes(office)).toEqual(['city-receipt-awaited'])
      expect(await codesAgainst(desk.mailings.confirmReceipt({ mailingId: id, receipt }))).toEqual(['before-its-time'])
      expect(await desk.mailings.confirmReceipt({ mailingId: id, receipt: { ...receipt, at: world.now() } })).toMatchObject({ state: 'received', cityReceipt: { by: '森川 奏', how: '受領票' } })
      expect(await codes(office)).toEqual(['medium-with-city'])

      world.set(at('2026-12-11T15:00:00'))
      await desk.media.bringBack({ no: office.ourStick.no, storagePlace: '施錠キャビネットC-2' })
      expect((await desk.mailings.list({ contractId: office.contract.id }))[0]).toMatchObject({ state: 'received', mediumBack: { at: world.now(), storagePlace: '施錠キャビネットC-2' } })
      expect(await codes(office)).toEqual([])
    })

    test('what came back undelivered is locked away again', async () => {
      const office = await staffedOffice()
      const { id } = await dispatched(office)
      expect(await office.desk.mailings.returned({ mailingId: id, at: office.world.now() })).toMatchObject({ state: 'returned', returnedAt: office.world.now() })
      expect(await codes(office)).toEqual(['returned-medium-to-store'])
      await office.desk.media.bringBack({ no: office.ourStick.no, storagePlace: 'C-2' })
      expect(await codes(office)).toEqual([])
    })

    test.each([['2026-12-18T13:00:00', 2, '2026-12-23T00:00:00'], ['2026-12-21T09:00:00', 1, '2026-12-23T00:00:00'], ['2026-12-19T09:00:00', 2, '2026-12-23T00:00:00'], ['2026-12-17T23:59:59', 3, '2026-12-23T00:00:00']])('sent %s with %i weekdays it is due before %s', (sent, days, due) => {
      expect(expectedBy(at(sent), days)).toBe(at(due))
    })

    test('the machine notices by itself that something is late, once, and says until when the others have time', async () => {
      const office = await staffedOffice()
      const { id, no, expectedBy: dueAt } = await dispatched(office)
      expect(await comingDue(office.world)).toEqual([{ kind: 'parcel-not-arrived', id, no, dueAt, page: `/send/${id}` }])
      expect(await watchDueTimes(office.world)).toEqual([])
      office.world.set(at('2026-12-10T00:00:00'))
      expect(await watchDueTimes(office.world)).toMatchObject([{ kind: 'parcel-not-arrived', id }])
      expect(await watchDueTimes(office.world)).toMatchObject([{ id }])
      const noticed = (await office.desk.ledger.entries({ from: 0, count: 1000 })).entries.filter(({ type }) => type === 'mailing-overdue')
      expect(noticed).toMatchObject([{ by: null, data: { mailingId: id } }])
      await office.desk.mailings.reportMissing({ mailingId: id, at: office.world.now(), circumstances: '見つからない' })
      expect(await watchDueTimes(office.world)).toMatchObject([{ kind: 'parcel-incident', id }])
    })

    test('what has not arrived is inquired after, and found', async () => {
      const office = await staffedOffice()
      const { desk, world } = office
      const { id, expectedBy: due } = await dispatched(office)
      expect(due).toBe(at('2026-12-10T00:00:00'))
      world.set(at('2026-12-10T09:00:00'))
      expect(await codes(office)).toEqual(['parcel-not-arrived'])
      const inquiry = { mailingId: id, at: world.now(), asked: '日本郵便 青葉野郵便局', question: '引受後の所在を確認したい', answer: '配達局で保管中。本日配達予定' }
      expect(await desk.mailings.inquire(inquiry)).toMatchObject({ state: 'inquired', inquiries: [{ asked: '日本郵便 青葉野郵便局', by: office.mizuno.id }] })
      expect(await codes(office)).toEqual(['parcel-inquired'])
      expect((await desk.mailings.inquire({ ...inquiry, answer: '配達済' })).inquiries).toHaveLength(2)
      expect(await desk.mailings.arrive({ mailingId: id, at: world.now(), to: '森川 奏' })).toMatchObject({ state: 'arrived' })
    })

    test('what cannot be found is an incident, drafted at once with what the ledger knows; and it may still turn up', async () => {
      const office = await staffedOffice()
      const { desk, world } = office
      const { id, no } = await dispatched(office)
      await desk.mailings.tellKey({ id, channel: '電話', at: world.now(), to: '森川 奏', exception: null })
      world.set(at('2026-12-11T10:00:00'))
      await desk.mailings.inquire({ mailingId: id, at: world.now(), asked: '日本郵便 お客様サービス相談センター', question: '所在の調査', answer: '引受後の記録がない' })
      expect(await desk.mailings.reportMissing({ mailingId: id, at: world.now(), circumstances: '局内を捜索したが見つからない' })).toMatchObject({ state: 'missing' })
      const incidents = (await world.ledger.read()).reading.list('incident', office.contract.id)
      expect(incidents).toMatchObject([{ no: 'I-R8-017-001', kind: 'parcel-not-arrived', subjectId: id, subject: no, items: 1, records: null, personalInfo: true, encryption: expect.stringContaining('AES-256') as string, keyCustody: '電話で別に連絡（森川 奏）', circumstances: expect.stringContaining('引受後の記録がない') as string }])
      expect(await codes(office)).toEqual([])
      expect((await desk.home.today()).cards[0]).toMatchObject({ code: 'first-report-due', leadsTo: 'incidents', facts: { about: `（${no}）` } })
      expect(await codesAgainst(desk.mailings.reportMissing({ mailingId: id, at: world.now(), circumstances: 'もう一度' }))).toEqual(['state-does-not-allow'])
      expect(await desk.mailings.arrive({ mailingId: id, at: world.now(), to: '森川 奏' })).toMatchObject({ state: 'arrived', missing: { circumstances: '局内を捜索したが見つからない' } })
    })
  })

  describe('R-12 the table of services', () => {
    const line = (more: Partial<ServiceLine> = {}): ServiceLine => ({ carrier: '青葉運輸', service: '専用便', class: 'registered', letters: false, facts: { accepted: true, traced: true, byHand: true, liable: true }, number: 'free', days: 1, note: '専用車', page: null, ...more })

    test('a service is laid down for the contract with the agreement, the reason and a second person, and counts for this contract alone', async () => {
      const office = await staffedOffice()
      const { desk, contract } = office
      const draft = async () => ({ ...parcel(office, [await septemberPackage(office)]), carrier: '青葉運輸', service: '専用便' })
      const order = await draft()
      expect(await codesAgainst(desk.mailings.draft(order))).toEqual(['service-unknown'])
      expect(await codesAgainst(desk.services.layDown({ contractId: contract.id, service: line(), exception: { ...exception, second: { loginId: 'mizuno', password: PASSWORD } } }))).toEqual(['same-person'])
      expect(await desk.services.layDown({ contractId: contract.id, service: line(), exception })).toMatchObject({ service: '専用便', laidDown: { cityRef: 'R8税承0080' } })
      const mailing = await desk.mailings.draft(order)
      await desk.mailings.confirmShinten(packingCheck(mailing))
      expect(await desk.mailings.dispatch({ mailingId: mailing.id, trackingNo: 'AB-123456', slip: null })).toMatchObject({ trackingNo: 'AB123456', expectedBy: at('2026-12-09T00:00:00') })
      expect((await desk.services.list({ contractId: contract.id })).at(-1)).toMatchObject({ service: '専用便', laidDown: { reason: exception.reason } })
    })

    test.each([
      ['特定記録 as registered', { carrier: '日本郵便', service: '特定記録', facts: line().facts, letters: true, number: '11 digits, mod 7' }, 'service-class-too-good'],
      ['what ends in a letter box as agreed', { class: 'by agreement', facts: { ...line().facts, byHand: false } }, 'service-class-too-good'],
      ['what cannot be followed as registered', { facts: { ...line().facts, traced: false } }, 'service-class-too-good'],
      ['a service without any number as registered', { number: 'none' }, 'service-class-too-good'],
      ['宅急便 for letters', { carrier: 'ヤマト運輸', service: '宅急便', letters: true, number: '12 digits, mod 7' }, 'letters-not-by-agreement'],
      ['a tracking page that is no carrier\'s', { page: 'https://evil.example/?n={n}' }, 'page-of-no-carrier'],
    ] as [string, Partial<ServiceLine>, string][])('R-12 nobody lays down %s', async (_what, more, code) => {
      const office = await staffedOffice()
      expect(await codesAgainst(office.desk.services.layDown({ contractId: office.contract.id, service: line(more), exception }))).toEqual([code])
    })

    test('R-12 レターパックライト becomes an exception for each parcel and never more', async () => {
      const office = await staffedOffice()
      const { desk, contract } = office
      const lite = line({ carrier: '日本郵便', service: 'レターパックライト', class: 'by exception', letters: true, number: '12 digits, mod 7' })
      await desk.services.layDown({ contractId: contract.id, service: lite, exception })
      await desk.contracts.agreeService({ contractId: contract.id, service: 'レターパックライト', cityRef: 'R8税承0081' })
      const order = { ...parcel(office, [await septemberPackage(office)]), carrier: '日本郵便', service: 'レターパックライト' }
      expect(await codesAgainst(desk.mailings.draft(order))).toEqual(['service-needs-city'])
      expect(await desk.mailings.draft({ ...order, exception })).toMatchObject({ exception: { cityRef: 'R8税承0080', secondPerson: office.oba.id } })
    })

    test('R-12 最重要情報 does not go with a carrier who answers for nothing, agreed or not, except by exception', async () => {
      const office = await staffedOffice()
      const { desk, contract } = office
      await desk.contracts.agreeService({ contractId: contract.id, service: 'レターパックプラス', cityRef: 'R8税承0082' })
      const plus = { ...parcel(office, []), contentKind: 'document' as const, medium: null, mediumFolder: null, packages: [], carrier: '日本郵便', service: 'レターパックプラス' }
      expect(await desk.mailings.draft(plus)).toMatchObject({ exception: null })
      const critical = { ...(await desk.contracts.list())[0]!, importanceClass: '最重要情報' as const }
      const reading = office.world.ledger.read
      office.world.ledger.read = async () => {
        const { head, reading: real } = await reading.call(office.world.ledger)
        return { head, reading: { ...real, list: real.list.bind(real), get: ((kind: 'contract', id: string) => (kind === 'contract' ? critical : real.get(kind, id))) as typeof real.get } }
      }
      const again = { ...plus, sealNo: 'S-0990' }
      expect(await refused(desk.mailings.draft(again))).toMatchObject([{ code: 'critical-without-liability', rule: 'R-12' }])
      expect(await desk.mailings.draft({ ...again, exception })).toMatchObject({ exception: { cityRef: 'R8税承0080' } })
    })
  })

  describe('the carrier\'s page', () => {
    test('is made of the number alone, and is a carrier\'s', () => {
      for (const pattern of Object.values(carrierPages)) expect(pageOf(pattern, '38700123453')).toContain('38700123453')
      expect(pageOf(carrierPages['日本郵便'], '387-00&x=<1>')).toContain('reqCodeNo1=38700x1')
      expect(pageOf('https://evil.example/{n}', '1')).toBeNull()
      expect(pageOf(undefined, '1')).toBeNull()
    })

    test.each(['http://trackings.post.japanpost.jp/', 'https://trackings.post.japanpost.jp.evil.example/', 'https://user@trackings.post.japanpost.jp/', 'https://trackings.post.japanpost.jp:8443/', 'https://trackings.post.japanpost.jp', 'javascript:alert(1)', 'file:///etc/passwd', 'https://trackings.post.japanpost.jp/ x'])('%s is none', (url) => {
      expect(isCarriersPage(url)).toBe(false)
    })
  })

  test('labels and slips are printed for a parcel: outside who and 親展, inside what; never over another file', async () => {
    const office = await staffedOffice()
    const mailing = await office.desk.mailings.draft({ ...parcel(office, [await septemberPackage(office)]), sealNo: 'S-0903' })
    const print = (paper: '宛名A4' | '宛名ラベル' | '送付票') => office.desk.mailings.print({ mailingId: mailing.id, paper, into: '/out' })
    const { paths: [label = ''] } = await print('宛名A4')
    expect(office.world.disk.get(label)).toBe(`${mailing.no} A4`)
    const { paths: [slip = ''] } = await print('送付票')
    expect(office.world.disk.get(slip)).toMatch(/内容：納品データ .*件数：— 重要度：重要情報 暗号化方式：AE-2 AES-256.* 封印番号：S-0903/)
    expect(await codesAgainst(print('送付票'))).toEqual(['target-exists'])
  })
})
