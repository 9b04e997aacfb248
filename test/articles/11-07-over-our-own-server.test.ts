import { describe, expect, test } from 'vitest'
import { openDesk } from '../../core/desk.ts'
import type { Mail } from '../../core/mails/mail.ts'
import type { SetMailServer } from '../../core/mails/mail-server.ts'
import type { Instant } from '../../core/time.ts'
import { article } from '../article.ts'
import { morikawa, PASSWORD, septemberPackage, staffedOffice, type StaffedOffice } from '../cast.ts'
import { codesAgainst, refused, rulesAgainst } from '../refused.ts'

const SECRET = 'kaze-to-hikari-9!'
const ours: SetMailServer = { host: 'smtp.hikari.example', port: 465, security: 'tls', user: 'azukari', from: { name: '株式会社ひかりの丘データサービス', address: 'nouhin@hikari.example' }, caPem: null, fingerprint: null, password: SECRET }
const note = 'お世話になっております。校正データをお送りします。\n鍵は電話でお伝えします。'

async function checkedMail(more: { to?: string[]; into?: string | null; exception?: boolean } = {}): Promise<{ office: StaffedOffice; mail: Mail }> {
  const office = await staffedOffice()
  const sealed = await septemberPackage(office)
  await office.desk.post.setServer(ours)
  const drafted = await office.desk.mails.draft({ contractId: office.contract.id, to: more.to ?? [morikawa.email], subject: '校正のお願い', note, package: sealed.id, into: more.into ?? null, exception: more.exception ? { cityRef: 'R8税承0071', reason: '担当者の変更', second: { loginId: 'oba', password: PASSWORD } } : null })
  return { office, mail: await office.desk.mails.confirmRecipients({ mailId: drafted.id, checker: { loginId: 'oba', password: PASSWORD } }) }
}
const types = async ({ world }: StaffedOffice) => (await world.ledger.entries(0, 1000)).map(({ type }) => type)
const everything = async ({ world }: StaffedOffice) => JSON.stringify(await world.ledger.entries(0, 1000))
const codes = async ({ desk }: StaffedOffice) => (await desk.home.today()).cards.filter(({ leadsTo, code }) => leadsTo === 'mailings' && code !== 'package-to-send').map(({ code }) => code)

article('11(7)', () => {
  describe('the office\'s own server', () => {
    test('its password lies in the vault, and in no entry and no answer', async () => {
      const office = await staffedOffice()
      const set = await office.desk.post.setServer(ours)
      expect(JSON.stringify([set, await office.desk.post.server(), await office.desk.post.tryServer()])).not.toContain(SECRET)
      expect(await everything(office)).not.toContain(SECRET)
      expect(await office.world.vault.secretCalled(set.secretName ?? '')).toBe(SECRET)
    })

    test('a password is never shown to another host or user; kept for the same, it is the same', async () => {
      const office = await staffedOffice()
      const first = await office.desk.post.setServer(ours)
      const again = await office.desk.post.setServer({ ...ours, security: 'starttls', password: null })
      expect(again.secretName).toBe(first.secretName)
      expect(await codesAgainst(office.desk.post.setServer({ ...ours, host: 'evil.example', password: null }))).toEqual(['mail-password-missing'])
      expect(await codesAgainst(office.desk.post.setServer({ ...ours, user: 'other', password: null }))).toEqual(['mail-password-missing'])
      const other = await office.desk.post.setServer({ ...ours, password: 'atarashii-aikotoba-3' })
      expect(await office.world.vault.secretCalled(first.secretName ?? '')).toBeNull()
      await office.desk.post.dropServer()
      expect(await office.desk.post.server()).toBeNull()
      expect(await office.world.vault.secretCalled(other.secretName ?? '')).toBeNull()
    })

    test('without one, mail is not sent from here', async () => {
      const { office, mail } = await checkedMail()
      await office.desk.post.dropServer()
      expect(await codesAgainst(office.desk.mails.send({ mailId: mail.id }))).toEqual(['mail-server-missing'])
      expect(await codesAgainst(office.desk.post.tryServer())).toEqual(['mail-server-missing'])
    })
  })

  describe('sending', () => {
    test('is written down before and after, goes to the checked recipients with the sealed package and the checked note, and to nobody else', async () => {
      const { office, mail } = await checkedMail()
      const answer = await office.desk.mails.send({ mailId: mail.id })
      expect(answer).toMatchObject({ outcome: 'sent', mail: { state: 'sent', sending: null, sentAt: office.world.now(), taken: { accepted: [morikawa.email], rejected: [], server: 'smtp.hikari.example', answer: expect.stringContaining('250') as string } } })
      expect((await types(office)).slice(-2)).toEqual(['mail-sending-begun', 'mail-sending-ended'])
      expect(office.world.server.letters).toMatchObject([{ to: [morikawa.email], subject: '校正のお願い', note, from: { address: 'nouhin@hikari.example' }, attachment: { sha256: mail.attachmentSha256 }, messageId: answer.mail.taken?.messageId, server: { host: 'smtp.hikari.example', password: SECRET } }])
      expect(await everything(office)).not.toContain(SECRET)
      expect(await codes(office)).toEqual(['key-to-tell'])
    })

    test('R-22 waits for the second person', async () => {
      const { office } = await checkedMail()
      const sealed = (await office.desk.packages.list({ contractId: office.contract.id }))[0]!
      const drafted = await office.desk.mails.draft({ contractId: office.contract.id, to: [morikawa.email], subject: '校正', note, package: sealed.id, into: null, exception: null })
      expect(await rulesAgainst(office.desk.mails.send({ mailId: drafted.id }))).toEqual(['R-22'])
      expect(office.world.server.letters).toEqual([])
    })

    test('R-22 an exception goes where it was excused to', async () => {
      const { office, mail } = await checkedMail({ to: ['morikawa@example.com'], exception: true })
      expect(await office.desk.mails.send({ mailId: mail.id })).toMatchObject({ outcome: 'sent', mail: { exception: { cityRef: 'R8税承0071' } } })
    })

    test('R-20 a package that changed since it was checked stays at home', async () => {
      const { office, mail } = await checkedMail()
      const sealed = (await office.desk.packages.list({ contractId: office.contract.id }))[0]!
      office.world.disk.set(sealed.path, 'PK plain zip')
      expect(await codesAgainst(office.desk.mails.send({ mailId: mail.id }))).toEqual(['package-changed'])
      expect((await types(office)).at(-1)).not.toBe('mail-sending-begun')
    })

    test('what the server refuses has not left, says why, and may be sent again', async () => {
      const { office, mail } = await checkedMail()
      office.world.server.next = { outcome: 'refused', stage: 'login', answer: '535 5.7.8 Authentication failed' }
      expect(await refused(office.desk.mails.send({ mailId: mail.id }))).toMatchObject([{ code: 'mail-not-taken', facts: { stage: 'login', answer: '535 5.7.8 Authentication failed' } }])
      expect((await types(office)).slice(-2)).toEqual(['mail-sending-begun', 'mail-sending-failed'])
      expect(await codes(office)).toEqual(['mail-to-send'])
      office.world.server.next = null
      expect(await office.desk.mails.send({ mailId: mail.id })).toMatchObject({ outcome: 'sent', mail: { attempts: [{ outcome: 'refused', stage: 'login' }] } })
    })

    test('called off before anything left, it has not left', async () => {
      const { office, mail } = await checkedMail()
      expect(await office.desk.mails.send({ mailId: mail.id }, { signal: AbortSignal.abort() })).toMatchObject({ outcome: 'abandoned', mail: { state: 'checked', attempts: [{ outcome: 'abandoned' }] } })
      expect(office.world.server.letters).toEqual([])
    })

    test('a connection that broke on the way is a question; nothing is sent again until somebody has asked', async () => {
      const { office, mail } = await checkedMail()
      const { desk, world } = office
      world.server.next = { outcome: 'unknown', answer: 'Connection closed unexpectedly' }
      expect(await desk.mails.send({ mailId: mail.id })).toMatchObject({ outcome: 'unknown', mail: { state: 'sending', attempts: [{ outcome: 'unknown' }] } })
      world.server.next = null
      expect(await codesAgainst(desk.mails.send({ mailId: mail.id }))).toEqual(['state-does-not-allow'])
      expect(await codesAgainst(desk.mails.withdraw({ mailId: mail.id, reason: 'やめる' }))).toEqual(['state-does-not-allow'])
      expect(await codes(office)).toEqual(['mail-sending-unknown'])

      expect(await codesAgainst(desk.mails.settleSending({ mailId: mail.id, left: true, at: (world.now() - 3_600_000) as Instant, evidence: '相手に電話で確認' }))).toEqual(['before-its-time'])
      expect(await desk.mails.settleSending({ mailId: mail.id, left: false, at: world.now(), evidence: '送信サーバーのログに記録なし' })).toMatchObject({ state: 'checked', sending: null, attempts: [{ outcome: 'unknown' }, { outcome: 'settled-not-sent', answer: '送信サーバーのログに記録なし' }] })
      expect(await desk.mails.send({ mailId: mail.id })).toMatchObject({ outcome: 'sent' })
    })

    test('a power cut in the middle is the same question, and what the recipient says is its answer', async () => {
      const { office, mail } = await checkedMail()
      office.world.server.next = 'power cut'
      void office.desk.mails.send({ mailId: mail.id })
      await expect.poll(async () => (await types(office)).at(-1)).toBe('mail-sending-begun')
      expect(await codes(office)).toEqual(['mail-being-sent'])
      expect(await codesAgainst(office.desk.mails.settleSending({ mailId: mail.id, left: true, at: office.world.now(), evidence: 'x' }))).toEqual(['state-does-not-allow'])

      const tomorrow: StaffedOffice = { ...office, desk: openDesk({ ...office.world }) }
      expect(await codes(tomorrow)).toEqual(['mail-sending-unknown'])
      expect(await tomorrow.desk.mails.settleSending({ mailId: mail.id, left: true, at: office.world.now(), evidence: '森川氏が受信を確認' })).toMatchObject({ state: 'sent', sentAt: office.world.now(), sending: null })
    })

    test('of two who press at the same moment, one sends', async () => {
      const { office, mail } = await checkedMail()
      const both = await Promise.allSettled([office.desk.mails.send({ mailId: mail.id }), openDesk({ ...office.world }).mails.send({ mailId: mail.id })])
      expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
      expect(office.world.server.letters).toHaveLength(1)
    })

    test('one recipient whom the server did not take is named on the mail', async () => {
      const { office, mail } = await checkedMail()
      office.world.server.next = { outcome: 'sent', accepted: [], rejected: [{ address: morikawa.email, answer: '550 no such user' }], answer: '250 OK', certificate: null }
      expect(await office.desk.mails.send({ mailId: mail.id })).toMatchObject({ mail: { taken: { rejected: [{ address: morikawa.email, answer: '550 no such user' }] } } })
    })
  })

  describe('afterwards', () => {
    test('the recipient says that it came', async () => {
      const { office, mail } = await checkedMail()
      await office.desk.mails.send({ mailId: mail.id })
      expect(await office.desk.mails.received({ mailId: mail.id, at: office.world.now(), by: '森川 奏' })).toMatchObject({ state: 'received', receivedBy: '森川 奏' })
    })

    test('誤送信 is an incident, drafted at once; only for whom it went to, and once', async () => {
      const { office, mail } = await checkedMail()
      const { desk, world } = office
      const wrong = { mailId: mail.id, addresses: [morikawa.email], foundAt: world.now(), circumstances: '同姓の別部署の方に届いた' }
      expect(await codesAgainst(desk.mails.misdirected(wrong))).toEqual(['state-does-not-allow'])
      await desk.mails.send({ mailId: mail.id })
      expect(await codesAgainst(desk.mails.misdirected({ ...wrong, addresses: ['somebody@example.com'] }))).toEqual(['address-not-of-mail'])
      expect(await desk.mails.misdirected(wrong)).toMatchObject({ misdirected: { addresses: [morikawa.email] } })
      expect((await world.ledger.read()).reading.list('incident')).toMatchObject([{ kind: 'mail-misdirected', subject: mail.no, items: 1, personalInfo: true, encryption: expect.stringContaining('AES-256') as string, keyCustody: '未連絡（受託者だけが知る）', circumstances: expect.stringContaining(morikawa.email) as string }])
      expect(await codesAgainst(desk.mails.misdirected(wrong))).toEqual(['state-does-not-allow'])
      expect(await codes(office)).not.toContain('mail-misdirected')
      expect((await desk.home.today()).cards[0]).toMatchObject({ code: 'first-report-due', leadsTo: 'incidents', facts: { about: `（${mail.no}）` } })
    })
  })
})
