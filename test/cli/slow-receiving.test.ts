import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hikari, mizuno, oba, PASSWORD, taxContract } from '../../cli/demo/people.ts'
import { startWork } from '../../cli/demo/workplace.ts'
import type { ContractOfWork } from '../../core/contracts/contract-of-work.ts'
import type { IssuedDocument } from '../../core/documents/document.ts'
import type { Handover } from '../../core/handovers/handover.ts'
import type { Item } from '../../core/handovers/item.ts'
import type { Medium } from '../../core/media/medium.ts'
import { DAY, type Day, HOUR, type Instant } from '../../core/time.ts'
import { openRealDesk } from '../../main/desk.ts'
import { cost } from '../main/vault/hanako.ts'
import { azukari, type Ran } from './run.ts'
import { giveId } from '../../cli/demo/own-password.ts'

const now = Date.now() as Instant
const today = new Date(now + 9 * HOUR).toISOString().slice(0, 10) as Day
const nextYear = `${Number(today.slice(0, 4)) + 1}-03-01` as Day
let folder = ''
const at = (...names: string[]): string => join(folder, ...names)
let contract: ContractOfWork
let critical: ContractOfWork
let stick: Medium

/** An office with two contracts, one of them for running a system, and nothing received. From here on everything is the command line's. */
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'receiving-'))
  writeFileSync(at('宛名.csv'), '番号,氏名\n1,見本 一郎\n')
  const { desk, close } = await openRealDesk({ home: at('home'), cost })
  await desk.vault.create({ organisation: hikari, administrator: mizuno })
  const specification = { title: '特記仕様書', version: 'v1.0', fileName: 'tokki.txt', sha256: '9'.repeat(64), agreedOn: today }
  const open = { ...taxContract(specification), periodFrom: today, periodTo: nextYear }
  contract = await desk.contracts.open(open)
  critical = await desk.contracts.open({ ...open, contractNo: 'R8-運-001', shortNo: 'R8-U1', isSystemOpsContract: true, certifications: [] })
  await desk.people.register(oba)
  const people = await desk.people.list()
  await desk.people.recordTraining({ personIds: people.map(({ id }) => id), training: { on: today, title: '研修', trainer: mizuno.name, method: '集合', score: 100, textSha256: null } })
  for (const { id } of people) await desk.people.signPledge({ personId: id, pledge: { on: today, textVersion: '第1版', signedBy: '自署', scanSha256: null } })
  for (const one of [contract, critical]) await startWork(desk, one, today)
  await giveId(desk, { personId: people[1]!.id, loginId: 'oba', password: PASSWORD }, { loginId: 'mizuno', password: PASSWORD })
  stick = await desk.media.register({ no: null, type: 'USBメモリ', maker: '', model: '', serial: 'AZ0004M2W8', capacityBytes: 16e9, owner: '甲', ownerNo: '税-USB-12', storagePlace: '施錠キャビネットC-2', lockType: '鍵', keyHolder: '大庭 健吾' })
  await close()
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const ask = (operation: string, input: unknown): Promise<Ran> =>
  azukari([operation, ...(input === undefined ? [] : ['-']), '--home', at('home'), '--user', 'mizuno', '--json'], { input: JSON.stringify(input) ?? '', env: { AZUKARI_PASSWORD: PASSWORD, SECOND: PASSWORD } })
async function done<T>(operation: string, input: unknown): Promise<T> {
  const { code, out, err } = await ask(operation, input)
  expect({ operation, code, out: code === 0 ? '' : out, err }).toEqual({ operation, code: 0, out: '', err: '' })
  return JSON.parse(out) as T
}
async function rulesSaid(operation: string, input: unknown): Promise<(string | null)[]> {
  const { code, out } = await ask(operation, input)
  expect({ operation, code }).toEqual({ operation, code: 1 })
  return (JSON.parse(out) as { refused: { rule: string | null }[] }).refused.map(({ rule }) => rule)
}

const counter = { means: '手渡し' as const, at: now, place: '税務課窓口' }
const designate = (of: ContractOfWork, cityList: unknown[] = []) => done<Handover>('handovers.designate', { contractId: of.id, designated: counter, designatedBy: '森川 奏', cityList, purpose: '納税通知書データの受領' })
const receiving = ({ id }: Handover) => ({
  handoverId: id, paths: [at('宛名.csv')], actual: counter, deliveredBy: '森川 奏', medium: null as string | null, virusCheck: null as unknown, storagePlace: '第2作業室', returnDueOn: null, returnConditions: '', remarks: '',
  wordsForAll: { infoKind: '宛名', form: '電子ファイル', importanceClass: '重要情報', personalInfo: true, sensitive: false, myNumber: false }, words: [], exception: null as unknown,
})
const certified = { type: 'ISMS', number: 'JP-1', issuer: '架空認証機構', validFrom: today, validTo: nextYear }

describe('from the command line', () => {
  test('R-03 the most important information comes in once a certification is valid', async () => {
    const order = receiving(await designate(critical))
    const worded = { ...order, wordsForAll: { ...order.wordsForAll, importanceClass: '最重要情報' } }
    expect(await rulesSaid('handovers.receive', worded)).toEqual(['R-03'])
    await done('contracts.addCertification', { contractId: critical.id, certification: certified })
    expect(await done('handovers.receive', worded)).toMatchObject({ outcome: 'received' })
  })

  test('R-05 what comes otherwise than the city designated waits for its number and a second person', async () => {
    const order = { ...receiving(await designate(contract)), actual: { ...counter, place: '本社玄関' } }
    expect(await rulesSaid('handovers.receive', order)).toEqual(['R-05'])
    const exception = { cityRef: 'R8税承0060', reason: '窓口改修のため', second: { loginId: 'oba', password: { $env: 'SECOND' } } }
    expect(await done('handovers.receive', { ...order, exception })).toMatchObject({ handover: { exception: { cityRef: 'R8税承0060' } } })
  })

  test('R-04, R-06 nothing is used before its receipt is out, and none is issued over a difference that nobody explained', async () => {
    const handover = await designate(contract, [{ name: '宛名.csv', size: null, sha256: '0'.repeat(64), count: null }])
    const { items } = await done<{ items: Item[] }>('handovers.receive', receiving(handover))
    const sealing = { contractId: contract.id, itemIds: items.map(({ id }) => id), paths: [], into: folder, namesHidden: true, level: 4 }
    expect(await rulesSaid('packages.seal', sealing)).toEqual(['R-04'])
    expect(await rulesSaid('receipts.issue', { handoverId: handover.id })).toEqual(['R-06'])
    await done('handovers.noteDifference', { handoverId: handover.id, note: '甲が差し替え版であることを確認', cityRef: 'R8税連0012' })
    expect(await done<IssuedDocument>('receipts.issue', { handoverId: handover.id })).toMatchObject({ form: 'F-25', state: 'issued' })
    const word = { product: '別のスキャナー', patternDate: today, at: Date.now(), note: '隔離した検査用PCで検査' }
    expect(await done('packages.seal', { ...sealing, virusCheck: word })).toMatchObject({ outcome: 'verified' })
  })

  test('R-17, R-24 what comes on a medium comes on one of the register, and clean', async () => {
    const order = receiving(await designate(contract))
    const checked = { at: Date.now(), scanner: 'ClamAV', pattern: '27000', result: 'clean', attested: false }
    expect(await rulesSaid('handovers.receive', { ...order, medium: 'PRIV-9999', virusCheck: checked })).toContain('R-17')
    expect(await rulesSaid('handovers.receive', { ...order, medium: stick.no, virusCheck: { ...checked, result: 'infected' } })).toEqual(['R-24'])
    expect(await done('handovers.receive', { ...order, medium: stick.no, virusCheck: checked })).toMatchObject({ outcome: 'received', handover: { medium: stick.no } })
  })

  test('R-38 a clock that went back is written down before what happens then', async () => {
    const tomorrow = await openRealDesk({ home: at('home'), now: () => (Date.now() + DAY) as Instant })
    await tomorrow.desk.vault.unlock({ loginId: 'mizuno', password: PASSWORD })
    await tomorrow.close()
    const { id } = await designate(contract)
    const { entries } = await done<{ entries: { type: string; data: unknown }[] }>('ledger.entries', { from: 0, count: 1000 })
    const types = entries.map(({ type, data }) => type === 'handover-designated' && JSON.stringify(data).includes(id) ? 'this' : type)
    expect(types.slice(types.indexOf('clock-went-back'))).toContain('this')
    expect((await done<{ cards: { code: string }[] }>('home.today', undefined)).cards[0]).toMatchObject({ code: 'clock-behind', kind: 'overdue' })
  })
})
