import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { hikari, mizuno, oba, PASSWORD, taxContract } from '../../cli/demo/people.ts'
import { startWork } from '../../cli/demo/workplace.ts'
import type { ContractOfWork } from '../../core/contracts/contract-of-work.ts'
import type { IssuedDocument } from '../../core/documents/document.ts'
import type { Handover } from '../../core/handovers/handover.ts'
import type { Item } from '../../core/handovers/item.ts'
import type { Person } from '../../core/people/person.ts'
import type { Balance } from '../../core/settlement/settlement.ts'
import type { Day } from '../../core/time.ts'
import type { DisposalPlan } from '../../core/wipes/plan.ts'
import type { Wipe } from '../../core/wipes/wipe.ts'
import { openRealDesk } from '../../main/desk.ts'
import { roomsOf } from '../../main/vault/rooms.ts'
import { cost } from '../main/vault/hanako.ts'
import { azukari, type Ran } from './run.ts'
import { giveId } from '../../cli/demo/own-password.ts'

const today = new Date(Date.now() + 9 * 3_600_000).toISOString().slice(0, 10) as Day
let folder = ''
const at = (...names: string[]): string => join(folder, ...names)
let contract: ContractOfWork
let [first, keeper]: Person[] = []

/** An office whose people are educated and pledged, with a real vault. From here on everything is the command line's. */
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'settlement-'))
  const { desk, close } = await openRealDesk({ home: at('home'), cost })
  await desk.vault.create({ organisation: hikari, administrator: mizuno })
  contract = await desk.contracts.open({ ...taxContract({ title: '特記仕様書', version: 'v1.0', fileName: 'tokki.txt', sha256: '9'.repeat(64), agreedOn: today }), periodFrom: today, periodTo: `${Number(today.slice(0, 4)) + 1}${today.slice(4, 8)}01` as Day })
  await desk.people.register(oba)
  ;[first, keeper] = await desk.people.list()
  const both = [first!.id, keeper!.id]
  await desk.people.recordTraining({ personIds: both, training: { on: today, title: '研修', trainer: mizuno.name, method: '集合', score: 100, textSha256: null } })
  for (const personId of both) await desk.people.signPledge({ personId, pledge: { on: today, textVersion: '第1版', signedBy: '自署', scanSha256: null } })
  await startWork(desk, contract, today)
  await giveId(desk, { personId: keeper!.id, loginId: 'oba', password: PASSWORD }, { loginId: 'mizuno', password: PASSWORD })
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
const closing = (): { contractId: string; typedContractNo: string } => ({ contractId: contract.id, typedContractNo: contract.contractNo })
const sealedFiles = (): string[] => readdirSync(roomsOf(at('home')).blobs).filter((name) => name.startsWith('blob-'))

test('R-33 a contract closes on the command line once the vault holds nothing of it, and its certificate names the receipt', async () => {
  const now = Math.floor(Date.now() / 60_000) * 60_000
  writeFileSync(at('atena.csv'), '宛名番号,氏名\n90000001,青葉野　太郎\n')
  writeFileSync(at('layout.csv'), '項目,桁\n')
  const circumstances = { means: '電子メール', at: now, place: '税務課' }
  const handover = await done<Handover>('mizuno', 'handovers.designate', { contractId: contract.id, designated: circumstances, designatedBy: '森川 奏', cityList: [], purpose: '宛名データ' })
  const { items } = await done<{ items: Item[] }>('mizuno', 'handovers.receive', {
    handoverId: handover.id, paths: [at('atena.csv'), at('layout.csv')], actual: circumstances, deliveredBy: '森川 奏', medium: null, virusCheck: { at: now, scanner: 'ClamAV', pattern: '27000', result: 'clean', attested: true }, storagePlace: '本社', returnDueOn: null, returnConditions: '', remarks: '',
    wordsForAll: { infoKind: '宛名', form: '電子ファイル', importanceClass: 'その他', personalInfo: false, sensitive: false, myNumber: false }, words: [], exception: null,
  })
  const receipt = await done<IssuedDocument>('mizuno', 'receipts.issue', { handoverId: handover.id })
  const refused = await as('mizuno', 'contracts.close', closing())
  expect({ code: refused.code, said: JSON.parse(refused.out) as unknown }).toMatchObject({ code: 1, said: { refused: [{ code: 'information-left', rule: 'R-33', article: '15①', message: expect.stringContaining('残存情報があります（2件：預り情報2件）') as string }] } })

  await done('oba', 'contracts.acknowledgeSpecification', { contractId: contract.id, version: contract.specification.version })
  const before = sealedFiles()
  expect(items.every(({ blob }) => before.includes(blob ?? ''))).toBe(true)
  const plan = await done<DisposalPlan>('oba', 'disposals.plan', {
    contractId: contract.id, plannedOn: today, place: '本社', operator: keeper!.id, verifier: first!.id, outsourcer: '', remarks: '', noticeRequested: null, witnessRequested: null,
    targets: [{ kind: 'vault', medium: null, paths: [], itemIds: items.map(({ id }) => id), information: '宛名データ', mediaName: '保管庫', quantity: 1, unit: '式', method: 'vault', end: '再利用', importanceClass: 'その他', myNumber: false, consentRef: '' }],
  })
  const { wipe } = await done<{ wipe: Wipe }>('oba', 'disposals.wipeVault', { planId: plan.id, targetNo: 1, witness: null, second: null })
  expect({ overwritten: wipe.files?.overwritten, left: wipe.itemsLeft, failed: wipe.files?.failed }).toEqual({ overwritten: 2, left: [], failed: 0 })
  const after = sealedFiles()
  expect(items.some(({ blob }) => after.includes(blob ?? ''))).toBe(false)
  expect(existsSync(at('atena.csv'))).toBe(true)

  await done('mizuno', 'disposals.verify', { wipeId: wipe.id, drivePath: null, second: null, witnessConfirmed: false })
  expect((await done<Balance>('mizuno', 'settlement.balance', { contractId: contract.id })).total).toEqual({ received: 2, returned: 0, delivered: 0, erased: 2, disposed: 0, remaining: 0 })
  const certificate = await done<IssuedDocument>('mizuno', wipe.result === '合格' ? 'disposals.certify' : 'disposals.report', { wipeIds: [wipe.id], sealNo: '', thirdPartyNo: '' })
  const { paths } = await done<{ paths: string[] }>('mizuno', 'receipts.save', { id: certificate.id, into: folder })
  const record = JSON.parse(readFileSync(paths.find((path) => path.endsWith('.json'))!, 'utf8')) as { rows: { receipts: string[]; scope: string; kind: string }[] }
  expect(record.rows[0]).toMatchObject({ kind: 'vault', receipts: [`${receipt.docNo}（1-2）`], scope: '保管庫に封をして保管する預り情報の写し（2件）' })

  expect(await done<ContractOfWork>('mizuno', 'contracts.close', closing())).toMatchObject({ state: 'closed' })
  const late = await as('mizuno', 'handovers.designate', { contractId: contract.id, designated: circumstances, designatedBy: '森川 奏', cityList: [], purpose: '追加' })
  expect({ code: late.code, out: late.out }).toMatchObject({ code: 1, out: expect.stringContaining('contract-closed') as string })
})
