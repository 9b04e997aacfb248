import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDesk } from '../../core/desk.ts'
import type { Desk } from '../../core/contract.ts'
import type { Instant } from '../../core/time.ts'
import { openWorld, type RealWorld } from '../../main/world.ts'
import { atCounter, cleanCheck, hikari, oba, PASSWORD, pledge, taxContract, training } from '../cast.ts'
import { TEN_IN_THE_MORNING } from '../world.ts'
import { codesAgainst } from '../refused.ts'

/** A contractor and a city with real vaults, real documents and one clock, sharing nothing but a folder. */
let folder = ''
const worlds: RealWorld[] = []
let contractor: Desk
let city: Desk
let contractId = ''
let now = TEN_IN_THE_MORNING
const at = (...names: string[]) => { const path = join(folder, ...names); mkdirSync(path, { recursive: true }); return path }

async function office(name: string): Promise<Desk> {
  const world = await openWorld({ home: join(folder, name), now: () => now })
  worlds.push(world)
  return openDesk(world)
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'two-offices-'))
  contractor = await office('contractor')
  city = await office('city')
  const administrator = { kana: 'カナ', title: '', email: 'a@example.jp', tel: '', password: PASSWORD }
  await contractor.vault.create({ organisation: hikari, administrator: { ...administrator, name: '水野 灯里', loginId: 'mizuno', roles: ['supervisor'] } })
  await city.vault.create({ organisation: { ...hikari, kind: 'city', name: '青葉野市' }, administrator: { ...administrator, name: '森川 奏', loginId: 'morikawa', roles: ['cityOfficer'] } })
  const ours = await contractor.contracts.open(taxContract)
  const theirs = await city.contracts.open({ ...taxContract, contractor: hikari.name })
  contractId = ours.id
  const notices = { ours: await contractor.vault.saveKeyNotice({ into: at('keys') }), theirs: await city.vault.saveKeyNotice({ into: at('keys') }) }
  const json = ({ paths }: { paths: string[] }) => paths.find((path) => path.endsWith('.json')) ?? ''
  await city.contracts.registerKey({ contractId: theirs.id, path: json(notices.ours), checkedBy: '電話', fingerprintHeard: (await contractor.vault.publicKeys()).checkWords.join(' ') })
  await contractor.contracts.registerKey({ contractId: ours.id, path: json(notices.theirs), checkedBy: '書面', fingerprintHeard: (await city.vault.publicKeys()).fingerprint })
  await contractor.people.register(oba)
  const people = await contractor.people.list()
  await contractor.people.recordTraining({ personIds: people.map(({ id }) => id), training })
  for (const { id } of people) await contractor.people.signPledge({ personId: id, pledge })
}, 120_000)
afterAll(async () => {
  for (const world of worlds) await world.close()
  rmSync(folder, { recursive: true, force: true })
})

async function issued(): Promise<string[]> {
  writeFileSync(join(at('in'), '宛名.csv'), `番号,氏名\n1,${now}\n`)
  const stick = (await contractor.media.list())[0] ?? await contractor.media.register({ no: null, type: 'USBメモリ', maker: '', model: '', serial: 'AZ0004M2W8', capacityBytes: null, owner: '甲', ownerNo: '', storagePlace: 'C-2', lockType: '鍵', keyHolder: '大庭' })
  const here = { ...atCounter, at: now }
  const handover = await contractor.handovers.designate({ contractId: contractId as never, designated: here, designatedBy: '森川 奏', cityList: [], purpose: '作成' })
  await contractor.handovers.receive({
    handoverId: handover.id, paths: [join(folder, 'in', '宛名.csv')], actual: here, deliveredBy: '森川 奏', medium: stick.no, virusCheck: { ...cleanCheck, at: now }, storagePlace: '第2作業室', returnDueOn: null, returnConditions: '', remarks: '',
    wordsForAll: { infoKind: '宛名', form: '電磁的記録媒体', importanceClass: '重要情報', personalInfo: true, sensitive: false, myNumber: false }, words: [], exception: null,
  })
  const { id, docNo } = await contractor.receipts.issue({ handoverId: handover.id })
  return (await contractor.receipts.save({ id, into: at('out', docNo) })).paths
}

const ending = (paths: string[], end: string) => paths.find((path) => path.endsWith(end)) ?? ''
const take = async (path: string, cityReceiptNo: string | null = null) => (await city.city.import({ paths: [path], cityReceiptNo }))[0]

test('every body of a receipt is believed, and the city takes it in once', async () => {
  const paths = await issued()
  expect(await take(ending(paths, '.pdf'), 'R8税収1')).toMatchObject({ outcome: 'imported', verification: { verdict: 'verified' } })
  for (const end of ['.csv', '.json', '.p7s']) expect(await take(ending(paths, end))).toMatchObject({ outcome: 'already', verification: { verdict: 'verified' } })
})

test('values without a signature are taken in as such; the signature makes them whole, and no forgery keeps it out', async () => {
  now = (now + 60_000) as Instant
  const paths = await issued()
  const json = ending(paths, '.json')
  const bare = join(at('bare'), 'receipt.json')
  const forged = join(at('bare'), 'forged.json')
  writeFileSync(bare, readFileSync(json))
  writeFileSync(forged, readFileSync(json, 'utf8').replace('"deliveredBy":"森川 奏"', '"deliveredBy":"別の人"'))

  expect(await take(forged)).toMatchObject({ outcome: 'imported', verification: { verdict: 'values-only' } })
  expect(await take(bare)).toMatchObject({ outcome: 'refused' })
  expect(await take(json)).toMatchObject({ outcome: 'imported', verification: { verdict: 'verified' } })
  expect(await take(forged)).toMatchObject({ outcome: 'refused' })
  const [contract] = await city.contracts.list()
  const valid = (await city.city.imported({ contractId: contract!.id })).filter(({ supersededBy, docNo }) => supersededBy === null && docNo.endsWith('002'))
  expect(valid).toMatchObject([{ verdict: 'verified' }])
})

test('△ becomes ✔ under its own 収受番号 when the signed body comes', async () => {
  now = (now + 60_000) as Instant
  const json = ending(await issued(), '.json')
  const bare = join(at('bare'), 'third.json')
  writeFileSync(bare, readFileSync(json))
  expect(await take(bare, 'R8税収3')).toMatchObject({ outcome: 'imported', imported: { verdict: 'values-only' } })
  expect(await take(json)).toMatchObject({ outcome: 'imported', imported: { verdict: 'verified', cityReceiptNo: 'R8税収3' } })
})

test('the acknowledgement has a number, is issued once, and is believed by the contractor alone for what it issued', async () => {
  now = (now + 60_000) as Instant
  const imported = (await take(ending(await issued(), '.pdf')))?.imported
  const order = { importedId: imported?.id ?? '', into: at('back', 'first') }
  expect(await codesAgainst(city.city.acknowledge(order))).toEqual(['receipt-number-missing'])
  await city.city.number({ importedId: order.importedId, cityReceiptNo: 'R8税収1234' })
  const first = await city.city.acknowledge(order)
  now = (now + 60_000) as Instant
  const second = await city.city.acknowledge({ ...order, into: at('back', 'second') })
  expect(first.paths.map((path) => readFileSync(path))).toEqual(second.paths.map((path) => readFileSync(path)))

  const before = (await contractor.ledger.entries({ from: 0, count: 1 })).size
  expect(await contractor.receipts.acknowledge({ paths: first.paths })).toMatchObject([{ state: 'acknowledged', cityReceiptNo: 'R8税収1234' }])
  expect((await contractor.ledger.entries({ from: 0, count: 1 })).size).toBe(before + 1)
  expect(await codesAgainst(contractor.receipts.acknowledge({ paths: [join(folder, 'bare', 'third.json')] }))).toEqual(['document-not-believed'])
})

test('a key notice of somebody else is not registered for this contract', async () => {
  const { paths } = await contractor.vault.saveKeyNotice({ into: at('own') })
  const order = { contractId: contractId as never, path: ending(paths, '.json'), checkedBy: '電話' as const, fingerprintHeard: (await contractor.vault.publicKeys()).fingerprint }
  expect(await codesAgainst(contractor.contracts.registerKey(order))).toEqual(['key-of-another'])
  expect(await codesAgainst(contractor.contracts.registerKey({ ...order, fingerprintHeard: '0'.repeat(64) }))).toEqual(['fingerprint-differs'])
})
