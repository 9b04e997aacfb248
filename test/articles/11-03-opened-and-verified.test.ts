import { describe, expect, test } from 'vitest'
import { DAY, type Instant } from '../../core/time.ts'
import type { Package } from '../../core/packages/package.ts'
import { sayInJapanese } from '../../core/words/ja.ts'
import { article } from '../article.ts'
import { packingCheck, hikari, morikawa, parcel, PASSWORD, receiptedFiles, septemberPackage, staffedOffice, type StaffedOffice, written } from '../cast.ts'
import { codesAgainst, refused, rulesAgainst } from '../refused.ts'
import { mihonScanner } from '../paper-viruses.ts'
import { openOffice, TEN_IN_THE_MORNING } from '../world.ts'

const told = { kind: 'passphrase' as const, passphrase: 'aaaaa-bbbbb' }
const types = async ({ world }: StaffedOffice) => (await world.ledger.entries(0, 1000)).map(({ type }) => type)
const last = async ({ desk }: Pick<StaffedOffice, 'desk'>) => (await desk.ledger.entries({ from: 0, count: 1000 })).entries.at(-1)

/** The city's key notice, with a certificate for key letters that is in force for so long. */
async function withCityKey(office: StaffedOffice, validTo = (TEN_IN_THE_MORNING + 700 * DAY) as Instant): Promise<StaffedOffice> {
  const notice = { v: 1 as const, form: 'K-01' as const, template: 'K-01/2' as const, docNo: 'K-1', revision: 1 as const, issuedAt: '2026-12-02T10:00:00+09:00', organisation: '青葉野市', rootPem: 'ROOT', checkpointKeyPem: 'KEY', fingerprint: 'ab'.repeat(32), checkWords: Array.from({ length: 12 }, () => 'ことば'), encryptionPem: 'CERTIFICATE' }
  office.world.documents.readKeyNotice = async () => ({ outcome: 'read', notice, encryption: { pem: 'CERTIFICATE', fingerprint: 'ef'.repeat(32), validTo } })
  await office.desk.contracts.registerKey({ contractId: office.contract.id, path: '/in/K-1.json', checkedBy: '電話', fingerprintHeard: notice.fingerprint })
  return office
}

async function enveloped(office: StaffedOffice): Promise<Package> {
  const { items } = await receiptedFiles(office)
  const sealed = await office.desk.packages.seal({ contractId: office.contract.id, itemIds: items.map(({ id }) => id), paths: [], into: '/medium', namesHidden: true, level: 4, lock: { kind: 'envelope' } })
  if (sealed.outcome !== 'enveloped') throw new Error(`expected an envelope: ${sealed.outcome}`)
  return written(office, sealed.package)
}

article('11(3)', () => {
  describe('the key in an envelope', () => {
    test('nobody sees a passphrase: the ledger knows the certificate and the letter, and no key', async () => {
      const office = await withCityKey(await staffedOffice())
      const sealed = await enveloped(office)
      expect(sealed.lock).toMatchObject({ passphraseBits: 256, envelope: { algorithm: 'CMS AuthEnvelopedData, AES-256-GCM, RSA-OAEP-SHA256', recipient: '青葉野市', certificate: 'ef'.repeat(32), letter: { name: `${sealed.no}.key.p7m` } } })
      expect(JSON.stringify(await office.desk.ledger.entries({ from: 0, count: 1000 }))).not.toContain('aaaaa-bbbbb')
    })

    test('R-11 without a registered certificate, or with one that ended, there is no envelope', async () => {
      const office = await staffedOffice()
      const order = { contractId: office.contract.id, itemIds: [], paths: ['/x'], into: '/out', namesHidden: true, level: 4, lock: { kind: 'envelope' as const } }
      office.world.disk.set('/x', 'x')
      expect(await codesAgainst(office.desk.packages.seal(order))).toEqual(['recipient-key-missing'])
      await withCityKey(office, (TEN_IN_THE_MORNING - DAY) as Instant)
      expect(await refused(office.desk.packages.seal(order))).toMatchObject([{ code: 'recipient-key-expired', facts: { day: '2026-12-06' } }])
      expect(await types(office)).not.toContain('sealing-begun')
    })

    test('R-21 a parcel whose keys all travel in envelopes has no key to tell, and nobody is reminded of one', async () => {
      const office = await withCityKey(await staffedOffice())
      const { desk, world } = office
      const mailing = await desk.mailings.draft(parcel(office, [await enveloped(office)]))
      await desk.mailings.confirmShinten(packingCheck(mailing))
      await desk.mailings.dispatch({ mailingId: mailing.id, trackingNo: '387-00-12345-3', slip: null })
      expect(await codesAgainst(desk.mailings.tellKey({ id: mailing.id, channel: '電話', at: world.now(), to: morikawa.name, exception: null }))).toEqual(['no-key-to-tell'])
      await desk.mailings.arrive({ mailingId: mailing.id, at: world.now(), to: morikawa.name })
      expect((await desk.home.today()).cards.map(({ code }) => code)).not.toContain('key-to-tell')
    })

    test('R-11 the letter beside the package is not plain, but another file of its name is', async () => {
      const office = await withCityKey(await staffedOffice())
      const sealed = await enveloped(office)
      office.world.disk.set(`/medium/${sealed.no}.key.p7m`, 'the passphrase is …')
      expect(await refused(office.desk.mailings.draft(parcel(office, [sealed])))).toMatchObject([{ rule: 'R-11', facts: { names: `${sealed.no}.key.p7m` } }])
    })
  })

  describe('verified again', () => {
    test('after writing: its bytes are those of the ledger, and whether they came from the medium is told', async () => {
      const office = await staffedOffice()
      const sealed = await septemberPackage(office)
      expect(await office.desk.packages.verify({ packageId: sealed.id, path: null, key: null, contractId: null })).toMatchObject({ outcome: 'whole', packageNo: sealed.no, sha256: sealed.sha256, contents: null, readBack: 'uncached', differences: [] })
      expect(await last(office)).toMatchObject({ type: 'package-verified', data: { packageId: sealed.id, outcome: 'whole', readBack: 'uncached', opened: false } })
    })

    test('on a stick and after transport: known by its bytes, opened with the passphrase', async () => {
      const office = await staffedOffice()
      const sealed = await septemberPackage(office)
      office.world.disk.set('/out/under another name.zip', office.world.disk.get(sealed.path) ?? '')
      expect(await office.desk.packages.verify({ packageId: null, path: '/out/under another name.zip', key: told, contractId: null })).toMatchObject({ outcome: 'whole', packageNo: sealed.no, contents: { files: 1, manifest: 'package' } })
      expect(await last(office)).toMatchObject({ data: { packageId: sealed.id, contractId: office.contract.id, opened: true } })
    })

    test('a letter changed on the way is a difference, named, and written down', async () => {
      const office = await staffedOffice()
      const sealed = await septemberPackage(office)
      office.world.disk.set(sealed.path, `${office.world.disk.get(sealed.path)}.`)
      expect(await office.desk.packages.verify({ packageId: sealed.id, path: null, key: null, contractId: null })).toMatchObject({ outcome: 'differs', differences: [{ path: sealed.fileName, what: 'size' }] })
      expect(await last(office)).toMatchObject({ type: 'package-verified', data: { outcome: 'differs', differences: 1 } })
    })

    test('what does not open is refused with what to do, and written down; called off, nothing is', async () => {
      const office = await staffedOffice()
      const sealed = await septemberPackage(office)
      const wrong = { packageId: sealed.id, path: null, key: { ...told, passphrase: 'guess' }, contractId: null }
      expect(await codesAgainst(office.desk.packages.verify(wrong))).toEqual(['package-key-wrong'])
      expect(await last(office)).toMatchObject({ type: 'package-verified', data: { outcome: 'refused', why: 'wrong-password-or-damaged' } })
      const before = (await types(office)).length
      expect(await office.desk.packages.verify(wrong, { signal: AbortSignal.abort() })).toEqual({ outcome: 'abandoned' })
      expect(await types(office)).toHaveLength(before)
    })
  })

  describe('opened by whoever receives it', () => {
    test('all of it, counted, and written down with the contract', async () => {
      const office = await staffedOffice()
      const sealed = await septemberPackage(office)
      expect(await office.desk.packages.open({ path: sealed.path, key: told, into: '/opened', contractId: office.contract.id })).toMatchObject({ outcome: 'opened', files: 1, into: '/opened' })
      expect(await last(office)).toMatchObject({ type: 'package-opened', data: { contractId: office.contract.id, file: sealed.fileName, files: 1, key: 'passphrase' } })
      expect(JSON.stringify(await last(office))).not.toContain(told.passphrase)
    })

    test('R-24 what a scanner finds inside is not taken out, and is named as it lies in the package', async () => {
      const office = await staffedOffice()
      const sealed = await septemberPackage(office)
      const scanner = mihonScanner(TEN_IN_THE_MORNING)
      const order = { path: sealed.path, key: told, into: '/opened', contractId: office.contract.id }
      Object.assign(office.world.scanning, { scanner, next: { outcome: 'found', scanner, files: 1, findings: [{ path: '/opened.draft/a/mail.eml', name: 'Paper.Virus' }], unscanned: [] } })
      expect(await refused(office.desk.packages.open(order))).toMatchObject([{ code: 'virus-in-file', rule: 'R-24', article: '11(10)カ', facts: { file: 'a/mail.eml', name: 'Paper.Virus' } }])
      expect(office.world.folders.has('/opened')).toBe(false)
      expect(await last(office)).toMatchObject({ type: 'virus-scan-recorded', data: { scan: { occasion: 'opening', result: 'found', subject: sealed.fileName } } })
      office.world.scanning.next = null
      expect(await office.desk.packages.open(order)).toMatchObject({ outcome: 'opened', virusCheck: 'clean' })
    })

    test('without a scanner it is opened, and the answer says that nobody looked', async () => {
      const office = await staffedOffice()
      const sealed = await septemberPackage(office)
      expect(await office.desk.packages.open({ path: sealed.path, key: told, into: '/opened', contractId: null })).toMatchObject({ outcome: 'opened', virusCheck: 'no-scanner' })
    })

    test('a city officer opens without the contractor\'s education and pledge; somebody without an office does not', async () => {
      const { desk, world } = openOffice()
      await desk.vault.create({ organisation: { ...hikari, kind: 'city', name: '青葉野市' }, administrator: { name: '森川 奏', kana: 'モリカワ', title: '', email: 'm@example.jp', tel: '', loginId: 'morikawa', password: PASSWORD, roles: ['cityOfficer'] } })
      world.disk.set('/in/P.zip', 'sealed: [{"path":"a.csv","size":3,"sha256":"00"}]')
      expect(await desk.packages.open({ path: '/in/P.zip', key: told, into: '/opened', contractId: null })).toMatchObject({ outcome: 'opened', bytes: 3 })
      expect(await codesAgainst(desk.packages.list({ contractId: 'x' as never }))).toEqual(['office-of-other-kind'])
    })

    test.each([
      ['wrong-password-or-damaged', 'package-key-wrong', null, 'パスフレーズ'],
      ['truncated', 'package-broken', null, '途中で切れて'],
      ['damaged', 'package-broken', null, '壊れて'],
      ['hostile-name', 'package-hostile', null, 'フォルダの外'],
      ['bomb', 'package-hostile', null, '異常に大きく'],
      ['weak-encryption', 'package-weak-cipher', 'R-20', 'AES-256'],
      ['not-a-zip', 'package-not-understood', null, 'ZIPではありません'],
      ['unsupported-method', 'package-not-understood', null, '圧縮方式'],
      ['letter-not-for-us', 'key-letter-refused', null, '別の宛先'],
      ['letter-not-believed', 'key-letter-refused', null, '署名'],
      ['package-missing', 'file-unreadable', null, '読めません'],
      ['target-missing', 'folder-missing', null, 'フォルダがありません'],
      ['target-exists', 'target-exists', null, '別の場所'],
      ['disk-full', 'disk-full', null, '容量'],
      ['read-only', 'writing-failed', null, '書き込めない'],
    ])('R-20 what is %s is refused in a sentence, and the refusal is written down', async (what, code, rule, words) => {
      const office = await staffedOffice()
      office.world.sealing.opening = { outcome: 'trouble', what, path: '/in/P.zip' }
      const objections = await refused(office.desk.packages.open({ path: '/in/P.zip', key: told, into: '/opened', contractId: office.contract.id }))
      expect(objections).toMatchObject([{ code, rule }])
      expect(objections.map(sayInJapanese).join()).toContain(words)
      expect(await last(office)).toMatchObject({ type: 'package-opening-refused', data: { file: 'P.zip', why: what } })
    })
  })
})

article('11(7)', () => {
  test('R-20 a package in volumes is no attachment', async () => {
    const office = await staffedOffice()
    const sealed = await septemberPackage(office)
    const inVolumes = { ...sealed, volumes: [{ name: `${sealed.fileName}.001`, bytes: sealed.bytes, sha256: sealed.sha256 }] }
    await office.world.ledger.append([{ type: 'sealing-ended', data: { package: inVolumes }, at: office.world.now(), by: office.mizuno.id }], (await office.world.ledger.read()).head)
    office.world.disk.set(`${sealed.path}.001`, office.world.disk.get(sealed.path) ?? '')
    expect(await rulesAgainst(office.desk.mails.draft({ contractId: office.contract.id, to: [morikawa.email], subject: '送付', note: '', package: sealed.id, into: '/out', exception: null }))).toEqual(['R-20'])
  })

  test('R-21 a mail whose key travels in an envelope has no key to tell', async () => {
    const office = await withCityKey(await staffedOffice())
    const { desk, world } = office
    const { id } = await desk.mails.draft({ contractId: office.contract.id, to: [morikawa.email], subject: '送付', note: '', package: (await enveloped(office)).id, into: '/out', exception: null })
    await desk.mails.confirmRecipients({ mailId: id, checker: { loginId: 'oba', password: PASSWORD } })
    await desk.mails.sent({ mailId: id, at: world.now() })
    expect(await codesAgainst(desk.mails.tellKey({ id, channel: '電話', at: world.now(), to: '森川 奏', exception: null }))).toEqual(['no-key-to-tell'])
    expect((await desk.home.today()).cards.map(({ code }) => code)).not.toContain('key-to-tell')
  })
})
