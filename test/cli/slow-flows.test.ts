import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hikari, mizuno, oba, PASSWORD, taxContract } from '../../cli/demo/people.ts'
import { startWork } from '../../cli/demo/workplace.ts'
import type { Chain } from '../../core/custody/hop.ts'
import type { ContractOfWork } from '../../core/contracts/contract-of-work.ts'
import type { Copy } from '../../core/copies/copy.ts'
import type { ExceptionUsed } from '../../core/exceptions/exception-used.ts'
import type { Item } from '../../core/handovers/item.ts'
import type { Provision } from '../../core/provisions/provision.ts'
import type { Subcontract } from '../../core/subcontracts/subcontract.ts'
import type { Day, Instant } from '../../core/time.ts'
import { openRealDesk } from '../../main/desk.ts'
import { facts } from '../subcontracting.ts'
import { cost } from '../main/vault/hanako.ts'
import { azukari, type Ran } from './run.ts'
import { giveId } from '../../cli/demo/own-password.ts'

const now = Date.now() as Instant
const today = new Date(now + 9 * 3_600_000).toISOString().slice(0, 10) as Day
const nextYear = (month: string) => `${Number(today.slice(0, 4)) + 1}-${month}-01` as Day
let folder = ''
const at = (...names: string[]): string => join(folder, ...names)
let contract: ContractOfWork
let item: Item

/** An office with one file of the city under a receipt. From here on everything is the command line's. */
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'flows-'))
  mkdirSync(at('work'))
  writeFileSync(at('宛名.csv'), '番号,氏名\n1,見本 一郎\n')
  const { desk, close } = await openRealDesk({ home: at('home'), cost })
  await desk.vault.create({ organisation: hikari, administrator: mizuno })
  const specification = { title: '特記仕様書', version: 'v1.0', fileName: 'tokki.txt', sha256: '9'.repeat(64), agreedOn: today }
  contract = await desk.contracts.open({ ...taxContract(specification), periodFrom: today, periodTo: nextYear('03') })
  await desk.people.register(oba)
  const people = await desk.people.list()
  await desk.people.recordTraining({ personIds: people.map(({ id }) => id), training: { on: today, title: '研修', trainer: mizuno.name, method: '集合', score: 100, textSha256: null } })
  for (const { id } of people) await desk.people.signPledge({ personId: id, pledge: { on: today, textVersion: '第1版', signedBy: '自署', scanSha256: null } })
  await startWork(desk, contract, today)
  await giveId(desk, { personId: people[1]!.id, loginId: 'oba', password: PASSWORD }, { loginId: 'mizuno', password: PASSWORD })
  const counter = { means: '手渡し' as const, at: now, place: '税務課窓口' }
  const handover = await desk.handovers.designate({ contractId: contract.id, designated: counter, designatedBy: '森川 奏', cityList: [], purpose: '納税通知書データの受領' })
  const received = await desk.handovers.receive({
    handoverId: handover.id, paths: [at('宛名.csv')], actual: counter, deliveredBy: '森川 奏', medium: null, virusCheck: null, storagePlace: '第2作業室', returnDueOn: null, returnConditions: '', remarks: '',
    wordsForAll: { infoKind: '宛名', form: '電子ファイル', importanceClass: '重要情報', personalInfo: true, sensitive: false, myNumber: false }, words: [], exception: null,
  })
  if (received.outcome !== 'received') throw new Error('nobody called it off')
  item = received.items[0]!
  await desk.receipts.issue({ handoverId: handover.id })
  await desk.vault.unlock({ loginId: 'oba', password: PASSWORD })
  await desk.contracts.acknowledgeSpecification({ contractId: contract.id, version: specification.version })
  await close()
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const as = (loginId: string, operation: string, input: unknown): Promise<Ran> =>
  azukari([operation, '-', '--home', at('home'), '--user', loginId, '--json'], { input: JSON.stringify(input), env: { AZUKARI_PASSWORD: PASSWORD, SECOND: PASSWORD } })
async function done<T>(loginId: string, operation: string, input: unknown): Promise<T> {
  const { code, out, err } = await as(loginId, operation, input)
  expect({ operation, code, out: code === 0 ? '' : out, err }).toEqual({ operation, code: 0, out: '', err: '' })
  return JSON.parse(out) as T
}
async function rulesSaid(loginId: string, operation: string, input: unknown): Promise<(string | null)[]> {
  const { code, out } = await as(loginId, operation, input)
  expect(code).toBe(1)
  return (JSON.parse(out) as { refused: { rule: string | null }[] }).refused.map(({ rule }) => rule)
}
const beside = (loginId: string) => ({ loginId, password: { $env: 'SECOND' } })
const recipient = (organisation: string) => ({ organisation, department: '', name: `${organisation}の人`, title: '', email: '', postalCode: '', address: '', tel: '' })

describe('from the command line', () => {
  test('R-02 a company is sent something from the day that the city approved it', async () => {
    const order = { contractId: contract.id, recipient: recipient('有限会社しらかば封入') }
    const { id } = await done<Subcontract>('mizuno', 'subcontracts.draft', { contractId: contract.id, parentId: null, ...facts })
    await done('mizuno', 'subcontracts.apply', { subcontractId: id, on: today })
    expect(await rulesSaid('mizuno', 'contracts.addRecipient', order)).toEqual(['R-02'])
    expect(await done('mizuno', 'subcontracts.decide', { subcontractId: id, outcome: '条件付承認', cityRef: 'R8税承0056', on: today, conditions: [{ kind: '持出禁止', text: '' }] })).toMatchObject({ state: 'approved' })
    expect(await done('mizuno', 'contracts.addRecipient', order)).toMatchObject({ recipients: [{ organisation: '有限会社しらかば封入', exception: null }] })
  })

  test('R-23 a working copy has its purpose and its approval, and is the very same file outside the vault', async () => {
    const asked = { contractId: contract.id, itemId: item.id, kind: '作業用', purpose: '割付処理', place: 'PC-021', medium: null, useUntil: nextYear('02'), approver: beside('mizuno') }
    expect(await rulesSaid('oba', 'copies.request', { ...asked, purpose: '' })).toEqual(['R-23'])
    const { id, no } = await done<Copy>('oba', 'copies.request', asked)
    expect(no).toBe('C-001')
    const made = await done<{ outcome: string; path: string }>('oba', 'copies.make', { copyId: id, into: at('work') })
    expect(made).toMatchObject({ outcome: 'made', path: at('work', 'C-001_宛名.csv') })
    expect(readFileSync(made.path)).toEqual(readFileSync(at('宛名.csv')))
    expect(readdirSync(at('work'))).toHaveLength(1)

    const end = { copyId: id, at: Date.now(), how: '上書き消去' }
    rmSync(made.path)
    expect(await done('oba', 'copies.end', { ...end, at: Date.now() })).toMatchObject({ state: 'ended' })
    expect(existsSync(made.path)).toBe(false)
    const { hops } = await done<Chain>('oba', 'custody.chain', { itemId: item.id })
    expect(hops.map(({ kind }) => kind)).toEqual(['受領', '保管', '複製', '消去'])
  })

  test('R-18 and R-26: a fax needs the city\'s instruction, a third party its consent; both are listed for the audit', async () => {
    const aobano = { contractId: contract.id, recipient: recipient('青葉野市') }
    await done('mizuno', 'contracts.addRecipient', aobano)
    const fax = { contractId: contract.id, recipientName: '青葉野市の人', faxNo: '000-000-1234', faxNoAgain: '0000001234', content: '確認票', itemIds: [], exception: null }
    expect(await rulesSaid('mizuno', 'faxes.request', fax)).toEqual(['R-18'])
    const instruction = { cityRef: 'R8税指0012', reason: '甲の指示', second: beside('oba') }
    expect(await done('mizuno', 'faxes.request', { ...fax, exception: instruction })).toMatchObject({ state: 'requested' })

    const { id } = await done<Provision>('oba', 'provisions.apply', { contractId: contract.id, organisation: '架空大学', recipient: '', address: '', purpose: '統計', information: '集計', itemIds: [], count: 1 })
    expect(await rulesSaid('oba', 'provisions.provide', { provisionId: id, on: today, means: '手渡し', sentBy: null })).toEqual(['R-26'])
    await done('oba', 'provisions.consent', { provisionId: id, on: today, exception: { ...instruction, cityRef: 'R8税承0070', second: beside('mizuno') } })
    const used = await done<ExceptionUsed[]>('mizuno', 'exceptions.list', { contractId: contract.id })
    expect(used.map(({ rule, exception }) => `${rule} ${exception.cityRef}`)).toEqual(['R-26 R8税承0070', 'R-18 R8税指0012'])
  })
})
