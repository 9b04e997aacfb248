import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { hikari, mizuno, PASSWORD, taxContract } from '../../cli/demo/people.ts'
import { startWork } from '../../cli/demo/workplace.ts'
import type { Answered } from '../../core/city/answer.ts'
import type { CitySettlement } from '../../core/city/settling.ts'
import type { ContractOfWork } from '../../core/contracts/contract-of-work.ts'
import type { IssuedDocument } from '../../core/documents/document.ts'
import type { Day } from '../../core/time.ts'
import { openRealDesk } from '../../main/desk.ts'
import { ending } from '../two-offices.ts'
import { cost } from '../main/vault/hanako.ts'
import { azukari } from './run.ts'

const today = new Date(Date.now() + 9 * 3_600_000).toISOString().slice(0, 10) as Day
const nextYear = `${Number(today.slice(0, 4)) + 1}-03-31` as Day
let folder = ''
const at = (...names: string[]): string => { const path = join(folder, ...names); mkdirSync(path, { recursive: true }); return path }
let ours: ContractOfWork
let theirs: ContractOfWork

/** Two vaults that have each other's keys. From here on everything is the command line's. */
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'city-office-'))
  const contractor = await openRealDesk({ home: at('contractor'), cost })
  const city = await openRealDesk({ home: at('city'), cost })
  await contractor.desk.vault.create({ organisation: hikari, administrator: mizuno })
  await city.desk.vault.create({ organisation: { ...hikari, kind: 'city', name: '青葉野市' }, administrator: { ...mizuno, name: '西園 直樹', loginId: 'nishizono', roles: ['cityManager'] } })
  const specification = { title: '特記仕様書', version: 'v1.0', fileName: 'tokki.txt', sha256: '9'.repeat(64), agreedOn: today }
  const contract = { ...taxContract(specification), periodFrom: today, periodTo: nextYear }
  ours = await contractor.desk.contracts.open(contract)
  theirs = await city.desk.contracts.open({ ...contract, contractor: hikari.name })
  const notice = async ({ desk }: typeof city, where: string) => ending((await desk.vault.saveKeyNotice({ into: at(where) })).paths, '.json')
  await city.desk.contracts.registerKey({ contractId: theirs.id, path: await notice(contractor, 'k1'), checkedBy: '電話', toldBy: mizuno.name, fingerprintHeard: (await contractor.desk.vault.publicKeys()).fingerprint })
  await contractor.desk.contracts.registerKey({ contractId: ours.id, path: await notice(city, 'k2'), checkedBy: '電話', fingerprintHeard: (await city.desk.vault.publicKeys()).fingerprint })
  await contractor.desk.people.recordTraining({ personIds: (await contractor.desk.people.list()).map(({ id }) => id), training: { on: today, title: '研修', trainer: mizuno.name, method: '集合', score: 100, textSha256: null } })
  for (const { id } of await contractor.desk.people.list()) await contractor.desk.people.signPledge({ personId: id, pledge: { on: today, textVersion: '第1版', signedBy: '自署', scanSha256: null } })
  await startWork(contractor.desk, ours, today)
  await contractor.close()
  await city.close()
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const as = (office: 'contractor' | 'city', operation: string, input: unknown) =>
  azukari([operation, '-', '--home', at(office), '--user', office === 'city' ? 'nishizono' : mizuno.loginId, '--json'], { input: JSON.stringify(input), env: { AZUKARI_PASSWORD: PASSWORD } })
async function done<T>(office: 'contractor' | 'city', operation: string, input: unknown): Promise<T> {
  const { code, out, err } = await as(office, operation, input)
  expect({ operation, code, out: code === 0 ? '' : out, err }).toEqual({ operation, code: 0, out: '', err: '' })
  return JSON.parse(out) as T
}
async function refused(office: 'contractor' | 'city', operation: string, input: unknown): Promise<string[]> {
  const { code, out } = await as(office, operation, input)
  expect(code).toBe(1)
  return (JSON.parse(out) as { refused: { code: string }[] }).refused.map(({ code: one }) => one)
}

test('a place is filed, answered under the city\'s number and taken in, from the command line alone', async () => {
  const { id } = await done<IssuedDocument>('contractor', 'forms.issue', { contractId: ours.id, form: 'F-05' })
  const { paths } = await done<{ paths: string[] }>('contractor', 'documents.submit', { id, into: at('out') })
  const [taken] = await done<{ imported: { id: string } }[]>('city', 'city.import', { paths: [ending(paths, '.pdf')], cityReceiptNo: 'R8税収1240' })
  const order = { importedId: taken?.imported.id, decision: '承認', approvalNo: null, decidedOn: today, conditions: [], reason: '' }
  expect(await refused('city', 'cityOffice.answer', order)).toEqual(['city-number-missing'])
  const answered = await done<Answered>('city', 'cityOffice.answer', { ...order, approvalNo: 'R8税承0050' })
  expect(await refused('city', 'cityOffice.answer', { ...order, approvalNo: 'R8税承0051' })).toEqual(['answered-already'])
  const saved = await done<{ paths: string[] }>('city', 'cityOffice.saveAnswer', { answeredId: answered.id, into: at('answer') })
  expect(await done('contractor', 'answers.take', { paths: saved.paths })).toMatchObject({ answers: [{ approvalNo: 'R8税承0050', decision: '承認' }] })
  expect(await done('contractor', 'places.list', { contractId: ours.id })).toMatchObject([{ state: '承認', decided: { cityRef: 'R8税承0050' } }])
  expect(await refused('contractor', 'answers.take', { paths: [ending(paths, '.json')] })).toEqual(['document-not-believed'])
  expect(await refused('contractor', 'cityOffice.settlement', { contractId: ours.id })).toEqual(['office-of-other-kind'])
})

test('a hand-over is designated, nothing is settled before a receipt comes, and a ledger proves itself', async () => {
  const designate = { contractId: theirs.id, means: '手渡し', at: Date.now(), place: '税務課窓口', deliveredBy: '森川 奏', purpose: '作成', medium: null, returnDueOn: null, items: [], paths: [] }
  expect(await refused('city', 'cityOffice.designate', designate)).toEqual(['designation-empty'])
  expect(await done('city', 'cityOffice.designate', { ...designate, items: [{ name: '宛名.csv', size: null, sha256: null, count: 12 }] })).toMatchObject({ no: expect.stringMatching(/^H-.*-001$/) as string })
  expect(await done<CitySettlement>('city', 'cityOffice.settlement', { contractId: theirs.id })).toMatchObject({ receipts: [], total: { received: 0, remaining: 0 }, contradictions: [] })
  await done('city', 'cityOffice.saveSettlement', { contractId: theirs.id, what: 'unsettled', format: 'csv-utf8', into: at('tables') })
  expect(readdirSync(at('tables'))).toHaveLength(1)

  const { paths } = await done<{ paths: string[] }>('contractor', 'answers.saveConsistency', { into: at('proof') })
  expect(await done('city', 'cityOffice.proveLedger', { contractId: theirs.id, path: paths[0] })).toMatchObject({ contradictions: [], checkpoints: expect.arrayContaining([expect.objectContaining({ proved: true })]) as unknown[] })
  expect(await refused('city', 'cityOffice.proveLedger', { contractId: theirs.id, path: ending([join(at('out'), readdirSync(at('out')).find((name) => name.endsWith('.json')) ?? '')], '.json') })).toEqual(['ledger-proof-refused'])
})
