import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { hikari, mizuno, oba, PASSWORD, taxContract } from '../../cli/demo/people.ts'
import { startWork } from '../../cli/demo/workplace.ts'
import type { CarryOut } from '../../core/carryouts/carry-out.ts'
import type { ContractOfWork } from '../../core/contracts/contract-of-work.ts'
import type { IncidentDraft } from '../../core/incidents/incident.ts'
import type { Person } from '../../core/people/person.ts'
import { HOUR, type Day, type Instant } from '../../core/time.ts'
import { openDesk } from '../../core/desk.ts'
import { openRealDesk } from '../../main/desk.ts'
import { openWorld } from '../../main/world.ts'
import { cost } from '../main/vault/hanako.ts'
import { azukari, type Ran } from './run.ts'
import { giveId } from '../../cli/demo/own-password.ts'

const now = Date.now() as Instant
const today = new Date(now + 9 * HOUR).toISOString().slice(0, 10) as Day
let folder = ''
const home = (): string => join(folder, 'home')
let contract: ContractOfWork
let [first, keeper]: Person[] = []

/** An office of two: Mizuno, the supervisor, and Oba, who keeps the media. From here on everything is the command line's. */
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'carry-outs-'))
  const { desk, close } = await openRealDesk({ home: home(), cost })
  await desk.vault.create({ organisation: hikari, administrator: mizuno })
  const specification = { title: '特記仕様書', version: 'v1.0', fileName: 'tokki.txt', sha256: '9'.repeat(64), agreedOn: today }
  contract = await desk.contracts.open({ ...taxContract(specification), periodFrom: today, periodTo: `${Number(today.slice(0, 4)) + 1}${today.slice(4, 8)}01` as Day })
  await desk.people.register(oba)
  ;[first, keeper] = await desk.people.list()
  const both = [first?.id, keeper?.id].filter((id) => id !== undefined)
  await desk.people.recordTraining({ personIds: both, training: { on: today, title: '研修', trainer: mizuno.name, method: '集合', score: 100, textSha256: null } })
  for (const personId of both) await desk.people.signPledge({ personId, pledge: { on: today, textVersion: '第1版', signedBy: '自署', scanSha256: null } })
  await startWork(desk, contract, today)
  await giveId(desk, { personId: keeper!.id, loginId: 'oba', password: PASSWORD }, { loginId: 'mizuno', password: PASSWORD })
  await desk.vault.unlock({ loginId: 'oba', password: PASSWORD })
  await desk.contracts.acknowledgeSpecification({ contractId: contract.id, version: contract.specification.version })
  await close()
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const as = (loginId: string, operation: string, input: unknown): Promise<Ran> =>
  azukari([operation, '-', '--home', home(), '--user', loginId, '--json'], { input: JSON.stringify(input), env: { AZUKARI_PASSWORD: PASSWORD, SECOND: PASSWORD } })
async function done<T>(loginId: string, operation: string, input: unknown): Promise<T> {
  const { code, out, err } = await as(loginId, operation, input)
  expect({ operation, code, out: code === 0 ? '' : out, err }).toEqual({ operation, code: 0, out: '', err: '' })
  return JSON.parse(out) as T
}
async function refusedBy(loginId: string, operation: string, input: unknown): Promise<string[]> {
  const { code, out } = await as(loginId, operation, input)
  expect({ operation, code }).toEqual({ operation, code: 1 })
  return (JSON.parse(out) as { refused: { rule: string | null; code: string }[] }).refused.map(({ rule, code: why }) => rule ?? why)
}

const application = (more: object = {}) => ({
  contractId: contract.id, kind: 'document', content: '校正紙', quantity: 3, medium: null, packages: [], protection: '施錠できるかばん', personalInfo: true, myNumber: false, records: 3, purpose: '校正の確認', destination: '青葉野市役所 税務課', route: '社用車',
  persons: [keeper?.id], outFrom: now, dueAt: now + 4 * HOUR, eraseAfterUse: false, eraseNote: '持ち帰る', ...more,
})
const city = { ref: 'R8税承0061', on: today, toldBy: '森川 奏', conditions: '' }

test('R-07, R-08 and R-09 refuse on the command line what they refuse at the window, and papers go out and come back', async () => {
  expect(await refusedBy('oba', 'carryOuts.apply', application({ kind: 'medium', medium: 'PRIV-9999' }))).toEqual(['R-17', 'R-09'])
  expect(await refusedBy('oba', 'carryOuts.apply', application({ protection: '' }))).toEqual(['R-09'])

  const own = await done<CarryOut>('mizuno', 'carryOuts.apply', application())
  expect(await refusedBy('mizuno', 'carryOuts.approve', { carryOutId: own.id, conditions: '' })).toEqual(['R-08'])

  const { id, no } = await done<CarryOut>('oba', 'carryOuts.apply', application())
  const going = { carryOutId: id, persons: [keeper?.id], folder: null, typed: null }
  expect(no).toBe('T-R8-017-002')
  expect(await refusedBy('oba', 'carryOuts.goOut', going)).toEqual(['R-07', 'R-07'])
  await done('mizuno', 'carryOuts.approve', { carryOutId: id, conditions: '' })
  expect(await refusedBy('oba', 'carryOuts.goOut', going)).toEqual(['R-07'])
  await done('oba', 'carryOuts.permit', { carryOutId: id, ...city })
  expect(await done('oba', 'carryOuts.goOut', going)).toMatchObject({ state: 'out' })

  const back = { carryOutId: id, at: Date.now(), by: keeper?.id, quantity: 3, storagePlace: 'C-2', note: '', checker: { loginId: 'oba', password: { $env: 'SECOND' } } }
  expect(await refusedBy('oba', 'carryOuts.confirmReturn', back)).toEqual(['same-person'])
  expect(await done('oba', 'carryOuts.confirmReturn', { ...back, checker: { ...back.checker, loginId: 'mizuno' } })).toMatchObject({ state: 'completed', returned: { confirmedBy: first?.id } })
})

test('R-10 whoever signs in, by whatever way, sets the machine noticing what has become late', async () => {
  // Two days ago somebody carried papers out, due in the evening.
  let then = (now - 48 * HOUR) as Instant
  const world = await openWorld({ home: home(), now: () => then })
  const desk = openDesk(world)
  await desk.vault.unlock({ loginId: 'oba', password: PASSWORD })
  const contractId = contract.id
  await world.ledger.append([{ type: 'carry-out-applied', at: then, by: keeper!.id, data: { carryOut: { ...(await desk.carryOuts.list({ contractId }))[0]!, id: 'left' as never, no: 'T-R8-017-003', dueAt: (then + 4 * HOUR) as Instant, outFrom: then } } }], (await world.ledger.read()).head)
  await world.ledger.append([{ type: 'carried-out', at: then, by: keeper!.id, data: { carryOutId: 'left' as never, out: { at: then, persons: [keeper!.id], by: keeper!.id, serial: null, identified: null, coSignedBy: null, filesSeen: 0 } } }], (await world.ledger.read()).head)
  then = (then + HOUR) as Instant
  await desk.vault.lock()
  await world.close()

  const incidents = await done<IncidentDraft[]>('oba', 'incidents.list', { contractId })
  expect(incidents).toMatchObject([{ kind: 'carry-out-overdue', subjectId: 'left', foundBy: null }])
  expect((await done<CarryOut[]>('oba', 'carryOuts.list', { contractId })).find(({ no }) => no === 'T-R8-017-003')).toMatchObject({ state: 'out', overdueSince: expect.any(Number) as number })
})
