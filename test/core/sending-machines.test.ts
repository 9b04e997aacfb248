import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Mailing } from '../../core/mailings/mailing.ts'
import type { Mail } from '../../core/mails/mail.ts'
import { openDesk } from '../../core/desk.ts'
import { Refusal } from '../../core/refusal.ts'
import { HOUR } from '../../core/time.ts'
import type { SendOutcome } from '../../core/world.ts'
import { morikawa, packingCheck, parcel, PASSWORD, septemberPackage, staffedOffice, type StaffedOffice } from '../cast.ts'

/** Whatever people do at the desk and in whatever order: what is refused is refused, and what stands is in order. */
const RUNS = 15
const STEPS = 14
const second = { loginId: 'oba', password: PASSWORD }

const refusedOrDone = async (act: () => Promise<unknown>): Promise<boolean> => {
  try {
    await act()
    return true
  } catch (error) {
    expect(error).toBeInstanceOf(Refusal)
    return false
  }
}
const entriesOf = async ({ world }: StaffedOffice, id: string) => (await world.ledger.entries(0, 10_000)).filter(({ data }) => JSON.stringify(data).includes(`"${id}"`)).map(({ type }) => type as string)

describe('a parcel', () => {
  type Step = (office: StaffedOffice, m: Mailing) => Promise<unknown>
  const steps: Record<string, Step> = {
    confirm: ({ desk }, m) => desk.mailings.confirmShinten(packingCheck(m)),
    'confirm alone': ({ desk }, m) => desk.mailings.confirmShinten({ ...packingCheck(m), checker: { loginId: 'mizuno', password: PASSWORD } }),
    'confirm another seal': ({ desk }, m) => desk.mailings.confirmShinten({ ...packingCheck(m), sealNo: 'S-9999' }),
    dispatch: ({ desk }, m) => desk.mailings.dispatch({ mailingId: m.id, trackingNo: '387-00-12345-3', slip: null }),
    'dispatch mistyped': ({ desk }, m) => desk.mailings.dispatch({ mailingId: m.id, trackingNo: '387-00-12354-3', slip: null }),
    tell: ({ desk, world }, m) => desk.mailings.tellKey({ id: m.id, channel: '電話', at: world.now(), to: '森川 奏', exception: null }),
    'tell by the same mail': ({ desk, world }, m) => desk.mailings.tellKey({ id: m.id, channel: '同じメール', at: world.now(), to: '森川 奏', exception: null }),
    inquire: ({ desk, world }, m) => desk.mailings.inquire({ mailingId: m.id, at: world.now(), asked: '郵便局', question: '所在', answer: '' }),
    missing: ({ desk, world }, m) => desk.mailings.reportMissing({ mailingId: m.id, at: world.now(), circumstances: '見つからない' }),
    arrive: ({ desk, world }, m) => desk.mailings.arrive({ mailingId: m.id, at: world.now(), to: '森川 奏' }),
    returned: ({ desk, world }, m) => desk.mailings.returned({ mailingId: m.id, at: world.now() }),
    receive: ({ desk, world }, m) => desk.mailings.confirmReceipt({ mailingId: m.id, receipt: { by: '森川 奏', at: world.now(), how: '電話', cityRef: '' } }),
    withdraw: ({ desk }, m) => desk.mailings.withdraw({ mailingId: m.id, reason: '変更' }),
    back: ({ desk, ourStick }) => desk.media.bringBack({ no: ourStick.no, storagePlace: 'C-2' }),
    wait: async ({ world }) => world.pass(30 * HOUR),
  }
  const ALLOWED: Readonly<Record<Mailing['state'], readonly Mailing['state'][]>> = {
    drafted: ['drafted', 'checked', 'withdrawn'], checked: ['checked', 'dispatched', 'withdrawn'], dispatched: ['dispatched', 'inquired', 'missing', 'arrived', 'returned'],
    inquired: ['inquired', 'missing', 'arrived', 'returned'], missing: ['missing', 'arrived', 'returned'], arrived: ['arrived', 'received'], received: ['received'], returned: ['returned'], withdrawn: ['withdrawn'],
  }

  test('goes no way that the office does not know, and each mark has its person, its number and its time', async () => {
    await fc.assert(fc.asyncProperty(fc.array(fc.constantFrom(...Object.keys(steps)), { minLength: 4, maxLength: STEPS }), async (names) => {
      const office = await staffedOffice()
      const { id } = await office.desk.mailings.draft(parcel(office, [await septemberPackage(office)]))
      const now = async (): Promise<Mailing> => (await office.desk.mailings.list({ contractId: office.contract.id })).find((m) => m.id === id)!
      let before = await now()
      for (const name of ['confirm', ...names]) {
        const done = await refusedOrDone(() => steps[name]!(office, before))
        const m = await now()
        expect(ALLOWED[before.state], `${name}: ${before.state} → ${m.state}`).toContain(m.state)
        if (!done) expect(m).toEqual(before)
        if (m.dispatchedAt !== null) expect(m).toMatchObject({ trackingNo: '38700123453', shinten: { checkedBy: office.oba.id, sealNo: m.sealNo, contentsCompared: true } })
        else expect([m.trackingNo, m.keyTold, m.arrivedAt, m.cityReceipt]).toEqual([null, null, null, null])
        if (m.cityReceipt) expect(m.cityReceipt.at).toBeGreaterThanOrEqual(m.arrivedAt ?? Infinity)
        before = m
      }
      const types = await entriesOf(office, id)
      for (const once of ['mailing-dispatched', 'shinten-confirmed', 'mailing-arrived', 'mailing-received', 'mailing-returned', 'mailing-withdrawn', 'mailing-missing']) expect(types.filter((type) => type === once).length).toBeLessThanOrEqual(1)
      expect((await office.world.ledger.read()).reading.list('incident').length).toBe(before.missing ? 1 : 0)
    }), { numRuns: RUNS })
  })

  test('of two desks that dispatch at the same moment, one does', async () => {
    const office = await staffedOffice()
    const m = await office.desk.mailings.draft(parcel(office, [await septemberPackage(office)]))
    await office.desk.mailings.confirmShinten(packingCheck(m))
    const other = openDesk({ ...office.world })
    const both = await Promise.allSettled([office.desk.mailings.dispatch({ mailingId: m.id, trackingNo: '387-00-12345-3', slip: null }), other.mailings.dispatch({ mailingId: m.id, trackingNo: '131-12-38385-2', slip: null })])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect((await entriesOf(office, m.id)).filter((type) => type === 'mailing-dispatched')).toHaveLength(1)
  })
})

describe('an e-mail', () => {
  type Step = (office: StaffedOffice, m: Mail) => Promise<unknown>
  const outcome = (next: SendOutcome | null): Step => ({ desk, world }, m) => { world.server.next = next; return desk.mails.send({ mailId: m.id }) }
  const steps: Record<string, Step> = {
    confirm: ({ desk }, m) => desk.mails.confirmRecipients({ mailId: m.id, checker: second }),
    'confirm alone': ({ desk }, m) => desk.mails.confirmRecipients({ mailId: m.id, checker: { loginId: 'mizuno', password: PASSWORD } }),
    send: outcome(null),
    'send, refused': outcome({ outcome: 'refused', stage: 'login', answer: '535' }),
    'send, unknown': outcome({ outcome: 'unknown', answer: '' }),
    'settle: it left': ({ desk, world }, m) => desk.mails.settleSending({ mailId: m.id, left: true, at: world.now(), evidence: '電話' }),
    'settle: it did not': ({ desk, world }, m) => desk.mails.settleSending({ mailId: m.id, left: false, at: world.now(), evidence: 'ログ' }),
    'sent by hand': ({ desk, world }, m) => desk.mails.sent({ mailId: m.id, at: world.now() }),
    tell: ({ desk, world }, m) => desk.mails.tellKey({ id: m.id, channel: '電話', at: world.now(), to: '森川 奏', exception: null }),
    misdirected: ({ desk, world }, m) => desk.mails.misdirected({ mailId: m.id, addresses: [morikawa.email], foundAt: world.now(), circumstances: '誤り' }),
    received: ({ desk, world }, m) => desk.mails.received({ mailId: m.id, at: world.now(), by: '森川 奏' }),
    withdraw: ({ desk }, m) => desk.mails.withdraw({ mailId: m.id, reason: '変更' }),
    'change the package': async ({ world, desk, contract }) => { const [sealed] = await desk.packages.list({ contractId: contract.id }); world.disk.set(sealed!.path, 'plain') },
  }
  const ALLOWED: Readonly<Record<Mail['state'], readonly Mail['state'][]>> = {
    drafted: ['drafted', 'checked', 'withdrawn'], checked: ['checked', 'sending', 'sent', 'withdrawn'], sending: ['sending', 'checked', 'sent'], sent: ['sent', 'received'], received: ['received'], withdrawn: ['withdrawn'],
  }

  test('leaves after the second person, once and no more, and never again while nobody knows', async () => {
    await fc.assert(fc.asyncProperty(fc.array(fc.constantFrom(...Object.keys(steps)), { minLength: 4, maxLength: STEPS }), async (names) => {
      const office = await staffedOffice()
      await office.desk.post.setServer({ host: 'smtp.hikari.example', port: 465, security: 'tls', user: '', from: { name: 'ひかり', address: 'a@hikari.example' }, caPem: null, fingerprint: null, password: null })
      const sealed = await septemberPackage(office)
      const { id } = await office.desk.mails.draft({ contractId: office.contract.id, to: [morikawa.email], subject: '校正', note: 'お送りします。', package: sealed.id, into: null, exception: null })
      const now = async (): Promise<Mail> => (await office.desk.mails.list({ contractId: office.contract.id })).find((m) => m.id === id)!
      let before = await now()
      for (const name of ['confirm', ...names]) {
        const letters = office.world.server.letters.length
        await refusedOrDone(() => steps[name]!(office, before))
        const m = await now()
        expect(ALLOWED[before.state], `${name}: ${before.state} → ${m.state}`).toContain(m.state)
        if (office.world.server.letters.length > letters) expect([before.state, before.recipientsChecked?.by]).toEqual(['checked', office.oba.id])
        expect(m.sending === null).toBe(m.state !== 'sending')
        if (m.sentAt !== null) expect(m.recipientsChecked).toMatchObject({ by: office.oba.id })
        if (m.keyTold ?? m.misdirected ?? m.receivedAt) expect(m.sentAt).not.toBeNull()
        before = m
      }
      for (const { attachment } of office.world.server.letters) expect(attachment.sha256).toBe(sealed.sha256)
      const types = await entriesOf(office, id)
      expect(types.filter((type) => type === 'mail-sending-ended' || type === 'mail-sent').length).toBeLessThanOrEqual(1)
      expect((await office.world.ledger.read()).reading.list('incident').length).toBe(before.misdirected ? 1 : 0)
    }), { numRuns: RUNS })
  })
})
