import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startWork } from '../../cli/demo/workplace.ts'
import { openDesk } from '../../core/desk.ts'
import type { Desk } from '../../core/contract.ts'
import type { Day, Instant } from '../../core/time.ts'
import { noScanner } from '../../main/viruses/no-scanner.ts'
import { openWorld, type RealWorld } from '../../main/world.ts'
import { atCounter, cleanCheck, hikari, oba, PASSWORD, pledge, taxContract, training } from '../cast.ts'
import { TEN_IN_THE_MORNING } from '../world.ts'
import { codesAgainst } from '../refused.ts'
import { cost } from '../main/vault/hanako.ts'

/** A contractor and a city with real vaults, real documents and one clock, sharing nothing but a folder. */
let folder = ''
const worlds: RealWorld[] = []
let contractor: Desk
let city: Desk
let contractId = ''
let now = TEN_IN_THE_MORNING
const at = (...names: string[]) => { const path = join(folder, ...names); mkdirSync(path, { recursive: true }); return path }

async function office(name: string): Promise<Desk> {
  const world = await openWorld({ home: join(folder, name), now: () => now, viruses: noScanner, cost })
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
  await startWork(contractor, ours, '2026-12-07' as Day)
})
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

test('a receipt\'s table leaves in CP932 where a city asks for it, every lost character is named first, and it is believed as before', async () => {
  now = (now + 60_000) as Instant
  await issued()
  const [document] = (await contractor.receipts.list({ contractId: contractId as never })).toReversed()
  const { paths } = await contractor.receipts.save({ id: document?.id ?? '', into: at('cp932'), csv: 'cp932' })
  expect(ending(paths, '.csv')).toContain('-cp932.csv')
  expect(new TextDecoder('shift_jis', { fatal: true }).decode(readFileSync(ending(paths, '.csv')))).toContain('受託者名')
  expect(await contractor.documents.checkCp932({ id: document?.id ?? '' })).toEqual([])
  expect(await take(ending(paths, '.csv'))).toMatchObject({ verification: { verdict: 'verified' } })
})

test('the contractor packs its evidence of the contract, too', async () => {
  const packed = await contractor.evidence.pack({ contractId: contractId as never, into: at('evidence') })
  expect(packed).toMatchObject({ outcome: 'packed', shared: 0 })
  if (packed.outcome !== 'packed') return
  const out = at('evidence', 'unpacked')
  execFileSync('7zz', ['x', `-o${out}`, packed.path], { stdio: 'ignore' })
  expect(execFileSync('python3', [join(out, 'check.py')], { encoding: 'utf8' })).toContain(`GOOD: `)
  expect(readFileSync(join(out, 'registers/people.csv'), 'utf8')).toContain('大庭')
})

test('a key notice of somebody else is not registered for this contract', async () => {
  const { paths } = await contractor.vault.saveKeyNotice({ into: at('own') })
  const order = { contractId: contractId as never, path: ending(paths, '.json'), checkedBy: '電話' as const, fingerprintHeard: (await contractor.vault.publicKeys()).fingerprint }
  expect(await codesAgainst(contractor.contracts.registerKey(order))).toEqual(['key-of-another'])
  expect(await codesAgainst(contractor.contracts.registerKey({ ...order, fingerprintHeard: '0'.repeat(64) }))).toEqual(['fingerprint-differs'])
})

describe('a package from the contractor to the city', () => {
  /** Sealed by the contractor into a folder that the city looks into. */
  async function sealed(name: string, lock: 'passphrase' | 'envelope', more: { volumeBytes?: number } = {}) {
    writeFileSync(join(at('deliver', name), '納品.csv'), `番号,氏名\n${'1,見本 一郎\n'.repeat(200)}`)
    const answer = await contractor.packages.seal({ contractId: contractId as never, itemIds: [], paths: [join(folder, 'deliver', name)], into: at('to-city', name), namesHidden: true, level: 0, lock: { kind: lock }, virusCheck: { product: 'ClamAV', patternDate: '2026-12-07' as never, at: now, note: '' }, ...more })
    if (answer.outcome === 'abandoned') throw new Error('nobody called it off')
    return answer
  }
  const theirs = async () => (await city.contracts.list())[0]!.id

  test('whose key went into an envelope is opened with the city\'s own key, and nobody ever saw a passphrase', async () => {
    const answer = await sealed('enveloped', 'envelope')
    if (answer.outcome !== 'enveloped') throw new Error('expected an envelope')
    expect(answer.package.lock.envelope).toMatchObject({ recipient: '青葉野市', letter: { name: `${answer.package.no}.key.p7m` } })

    const key = { kind: 'letter' as const, path: answer.letter }
    expect(await city.packages.verify({ packageId: null, path: answer.package.path, key, contractId: await theirs() })).toMatchObject({ outcome: 'whole', sha256: answer.package.sha256, sender: hikari.name, contents: { files: 1, manifest: 'package' } })
    const into = join(folder, 'opened-by-city')
    expect(await city.packages.open({ path: answer.package.path, key, into, contractId: await theirs() })).toMatchObject({ outcome: 'opened', files: 1, sender: hikari.name })
    expect(readFileSync(join(into, '納品.csv'), 'utf8')).toContain('見本 一郎')
    expect((await city.ledger.entries({ from: 0, count: 1000 })).entries.slice(-2).map(({ type }) => type)).toEqual(['package-verified', 'package-opened'])
  })

  test('the contractor cannot open the city\'s letter again', async () => {
    const { package: { path, no } } = await sealed('not-ours', 'envelope')
    const key = { kind: 'letter' as const, path: join(folder, 'to-city', 'not-ours', `${no}.key.p7m`) }
    expect(await codesAgainst(contractor.packages.open({ path, key, into: join(folder, 'again'), contractId: null }))).toEqual(['key-letter-refused'])
  })

  test('in volumes it is verified by its number without any key, and a byte that fell over on the way is named', async () => {
    writeFileSync(join(at('deliver', 'volumes'), '図面.bin'), Buffer.alloc(300_000, 7))
    const { package: one } = await sealed('volumes', 'passphrase', { volumeBytes: 100_000 })
    expect(one.volumes.map(({ name }) => name)).toEqual(['001', '002', '003', '004'].map((n) => `${one.no}.zip.${n}`))
    const order = { packageId: one.id, path: null, key: null, contractId: null }
    expect(await contractor.packages.verify(order)).toMatchObject({ outcome: 'whole', packageNo: one.no, parts: one.volumes })

    const second = join(folder, 'to-city', 'volumes', one.volumes[1]!.name)
    const bytes = readFileSync(second)
    writeFileSync(second, bytes.with(50_000, bytes[50_000]! ^ 1))
    expect(await contractor.packages.verify(order)).toMatchObject({ outcome: 'differs', differences: [{ path: one.volumes[1]!.name, what: 'sha256' }] })
  })

  test('told by telephone it opens with the passphrase, and not with another', async () => {
    const answer = await sealed('told', 'passphrase')
    if (answer.outcome !== 'verified') throw new Error('expected a passphrase')
    const order = { path: answer.package.path, into: join(folder, 'opened-told'), contractId: await theirs() }
    expect(await codesAgainst(city.packages.open({ ...order, key: { kind: 'passphrase', passphrase: `${answer.passphrase}x` } }))).toEqual(['package-key-wrong'])
    expect(await city.packages.open({ ...order, key: { kind: 'passphrase', passphrase: answer.passphrase } })).toMatchObject({ outcome: 'opened', files: 1, sender: null })
    expect(await codesAgainst(city.packages.open({ ...order, key: { kind: 'passphrase', passphrase: answer.passphrase } }))).toEqual(['target-exists'])
  })

  test('a weak archive of somebody else is refused as such (R-20), and a hostile one opens nothing', async () => {
    const vectors = join(import.meta.dirname, '../vectors/zip')
    const weak = readdirSync(vectors, { recursive: true, encoding: 'utf8' }).find((name) => /zipcrypto/i.test(name))
    expect(weak).toBeDefined()
    const order = { path: join(vectors, weak ?? ''), key: { kind: 'passphrase' as const, passphrase: 'password' }, into: join(folder, 'weak'), contractId: null }
    expect(await codesAgainst(city.packages.open(order))).toEqual(['package-weak-cipher'])
  })

  test('no folder of this machine passes for a registered medium', async () => {
    const { package: one } = await sealed('no-medium', 'passphrase')
    const stick = await contractor.media.register({ no: null, type: 'USBメモリ', maker: '', model: '', serial: 'AZ0003K7Q1', capacityBytes: null, owner: '乙', ownerNo: '', storagePlace: 'C-2', lockType: '鍵', keyHolder: '大庭' })
    const codes = await codesAgainst(contractor.packages.writeToMedium({ packageId: one.id, medium: stick.no, folder: at('not-a-stick'), volumeBytes: null, only: null, typed: null }))
    expect(['drive-unknown', 'drive-not-a-medium', 'medium-unregistered', 'medium-serial-unread', 'drives-unreadable']).toContain(codes[0])
  })
})
