import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { hikari, mizuno, morikawa, oba, PASSWORD, recipient, taxContract } from '../../cli/demo/people.ts'
import { pluggedIn } from '../../cli/demo/stick.ts'
import { startWork } from '../../cli/demo/workplace.ts'
import type { ContractOfWork } from '../../core/contracts/contract-of-work.ts'
import { openDesk } from '../../core/desk.ts'
import type { Mailing } from '../../core/mailings/mailing.ts'
import type { Mail } from '../../core/mails/mail.ts'
import type { Medium } from '../../core/media/medium.ts'
import type { Package } from '../../core/packages/package.ts'
import { HOUR, type Day, type Instant } from '../../core/time.ts'
import { openWorld } from '../../main/world.ts'
import { cost } from '../main/vault/hanako.ts'
import { azukari, type Ran } from './run.ts'
import { giveId } from '../../cli/demo/own-password.ts'

const now = Date.now() as Instant
const today = new Date(now + 9 * HOUR).toISOString().slice(0, 10) as Day
let folder = ''
const at = (...names: string[]): string => join(folder, ...names)
let contract: ContractOfWork
let stick: Medium
let sealed: Package

/** An office of two with a package on its stick. From here on everything is the command line's. */
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sending-'))
  for (const name of ['stick', 'mails', 'deliver']) mkdirSync(at(name))
  writeFileSync(at('deliver', '納品.csv'), `番号,氏名\n${'1,見本 一郎\n'.repeat(20)}`)
  const world = await openWorld({ home: at('home'), cost })
  const desk = openDesk(pluggedIn(world, at('stick')))
  await desk.vault.create({ organisation: hikari, administrator: mizuno })
  const specification = { title: '特記仕様書', version: 'v1.0', fileName: 'tokki.txt', sha256: '9'.repeat(64), agreedOn: today }
  contract = await desk.contracts.open({ ...taxContract(specification), periodFrom: today, periodTo: `${Number(today.slice(0, 4)) + 1}${today.slice(4, 8)}01` as Day })
  await desk.contracts.addRecipient({ contractId: contract.id, recipient, exception: null })
  await desk.people.register(oba)
  const people = await desk.people.list()
  const both = people.map(({ id }) => id)
  await desk.people.recordTraining({ personIds: both, training: { on: today, title: '研修', trainer: mizuno.name, method: '集合', score: 100, textSha256: null } })
  for (const personId of both) await desk.people.signPledge({ personId, pledge: { on: today, textVersion: '第1版', signedBy: '自署', scanSha256: null } })
  await startWork(desk, contract, today)
  await giveId(desk, { personId: both[1]!, loginId: 'oba', password: PASSWORD }, { loginId: 'mizuno', password: PASSWORD })
  stick = await desk.media.register({ no: null, type: 'USBメモリ', maker: '', model: '', serial: 'AZ0003K7Q1', capacityBytes: null, owner: '乙', ownerNo: '', storagePlace: 'C-2', lockType: '鍵', keyHolder: oba.name })
  const answer = await desk.packages.seal({ contractId: contract.id, itemIds: [], paths: [at('deliver')], into: at('stick'), namesHidden: true, level: 0, virusCheck: { product: 'ClamAV', patternDate: today, at: now, note: '' } })
  if (answer.outcome !== 'verified') throw new Error('nobody called it off')
  sealed = answer.package
  await desk.packages.writeToMedium({ packageId: sealed.id, medium: stick.no, folder: at('stick'), volumeBytes: null, only: null, typed: null })
  await desk.vault.unlock({ loginId: 'oba', password: PASSWORD })
  await desk.contracts.acknowledgeSpecification({ contractId: contract.id, version: contract.specification.version })
  await world.close()
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const as = (operation: string, input: unknown): Promise<Ran> => azukari([operation, '-', '--home', at('home'), '--user', 'mizuno', '--json'], { input: JSON.stringify(input), env: { AZUKARI_PASSWORD: PASSWORD } })
async function done<T>(operation: string, input: unknown): Promise<T> {
  const { code, out, err } = await as(operation, input)
  expect({ operation, code, out: code === 0 ? '' : out, err }).toEqual({ operation, code: 0, out: '', err: '' })
  return JSON.parse(out) as T
}
async function refusedBy(operation: string, input: unknown): Promise<string[]> {
  const { code, out } = await as(operation, input)
  expect({ operation, code }).toEqual({ operation, code: 1 })
  return (JSON.parse(out) as { refused: { rule: string | null; code: string }[] }).refused.map(({ rule, code: why }) => rule ?? why)
}

const parcel = (more: object = {}) => ({
  contractId: contract.id, recipientName: recipient.name, contentKind: 'medium', isShinsho: false, content: '納品データ', quantity: 1, medium: stick.no, mediumFolder: at('stick'), packages: [sealed.id], documentNos: [], carrier: '日本郵便', service: '簡易書留', sealNo: 'S-0117', exception: null, ...more,
})
const paper = { contentKind: 'document', isShinsho: true, medium: null, mediumFolder: null, packages: [], sealNo: '' }
const second = (loginId = 'oba') => ({ loginId, password: PASSWORD })

test('a parcel: refused for its content, its service, its paper, its witness and its number; then it leaves once, with a warning where one is due', async () => {
  writeFileSync(at('stick', '名簿.csv'), 'plain\n')
  expect(await refusedBy('mailings.draft', parcel())).toEqual(['R-11'])
  rmSync(at('stick', '名簿.csv'))
  expect(await refusedBy('mailings.draft', parcel({ service: 'レターパックライト' }))).toEqual(['R-12'])
  expect(await refusedBy('mailings.draft', parcel({ ...paper, carrier: 'ヤマト運輸', service: '宅急便' }))).toEqual(['R-12', 'R-15'])

  const { id } = await done<Mailing>('mailings.draft', parcel())
  expect(await refusedBy('mailings.draft', parcel())).toEqual(['seal-used-before'])
  const seen = { mailingId: id, sealNo: 'S-0117', contentsCompared: true }
  expect(await refusedBy('mailings.confirmShinten', { ...seen, checker: second('mizuno') })).toEqual(['R-14'])
  expect(await done('mailings.confirmShinten', { ...seen, checker: second() })).toMatchObject({ state: 'checked' })
  expect(await refusedBy('mailings.dispatch', { mailingId: id, trackingNo: '387-00-12354-3', slip: null })).toEqual(['R-13'])
  expect(await done('mailings.checkTracking', { contractId: contract.id, carrier: '日本郵便', service: '簡易書留', raw: '588-00-12345-4' })).toMatchObject({ valid: true, warnings: ['perhaps-tokutei-kiroku'] })
  writeFileSync(at('slip.pdf'), '%PDF-1.7 引受証')
  expect(await done('mailings.dispatch', { mailingId: id, trackingNo: '387-00-12345-3', slip: at('slip.pdf') })).toMatchObject({ state: 'dispatched', slips: [{ kind: '引受証', type: 'application/pdf' }] })

  const report = await done<Mailing>('mailings.draft', parcel(paper))
  await done('mailings.confirmShinten', { mailingId: report.id, sealNo: '', contentsCompared: true, checker: second() })
  expect(await refusedBy('mailings.dispatch', { mailingId: report.id, trackingNo: '38700123453', slip: null })).toEqual(['R-16'])

  mkdirSync(at('papers'))
  for (const page of ['宛名A4', '送付票']) await done('mailings.print', { mailingId: report.id, paper: page, into: at('papers') })
  expect(readdirSync(at('papers'))).toHaveLength(2)
  expect(await done('mailings.saveSlip', { mailingId: id, sha256: (await done<Mailing[]>('mailings.list', { contractId: contract.id }))[0]?.slipSha256, into: at('papers') })).toMatchObject({ paths: [at('papers', 'slip.pdf')] })
})

test('an e-mail: refused for a record in its text, a stranger among its recipients, a weak archive, and its key on the same way', async () => {
  const letter = (more: object = {}) => ({ contractId: contract.id, to: [morikawa.email], subject: '校正データの送付', note: 'お世話になっております。', package: sealed.id, into: at('mails'), exception: null, ...more })
  expect(await refusedBy('mails.draft', letter({ note: '宛名番号 90000001 の件です' }))).toEqual(['R-19'])
  expect(await refusedBy('mails.draft', letter({ to: ['morikawa@example.com'] }))).toEqual(['R-22'])
  const zips = join(import.meta.dirname, '../vectors/zip')
  const weak = readdirSync(zips, { recursive: true, encoding: 'utf8' }).find((name) => /zipcrypto/i.test(name)) ?? ''
  expect(await refusedBy('packages.open', { path: join(zips, weak), key: { kind: 'passphrase', passphrase: 'password' }, into: at('weak'), contractId: null })).toEqual(['R-20'])

  const mail = await done<Mail>('mails.draft', letter())
  await done('mails.confirmRecipients', { mailId: mail.id, checker: second() })
  expect(await refusedBy('mails.send', { mailId: mail.id })).toEqual(['mail-server-missing'])
  await done('mails.sent', { mailId: mail.id, at: Date.now() })
  const tell = { id: mail.id, channel: '同じメール', at: Date.now(), to: '森川 奏', exception: null }
  expect(await refusedBy('mails.tellKey', tell)).toEqual(['R-21'])
  expect(await refusedBy('mails.tellKey', { ...tell, channel: '別のメール' })).toEqual(['R-21'])
})

test('a server\'s password never stands on the command line, nor in what is answered', async () => {
  const server = { host: 'smtp.hikari.example', port: 465, security: 'tls', user: 'azukari', from: { name: 'ひかり', address: 'a@hikari.example' }, caPem: null, fingerprint: null }
  const typed = await azukari(['post.setServer', JSON.stringify({ ...server, password: 'kaze-to-hikari-9' }), '--home', at('home'), '--user', 'mizuno', '--json'], { env: { AZUKARI_PASSWORD: PASSWORD } })
  expect(typed).toMatchObject({ code: 2, out: expect.stringContaining('password must not be an argument') as string })
  const { out } = await as('post.setServer', { ...server, password: 'kaze-to-hikari-9' })
  expect(out).toContain('smtp.hikari.example')
  expect(out).not.toContain('kaze-to-hikari-9')
})
