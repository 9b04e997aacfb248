import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { hikari, mizuno, PASSWORD, taxContract } from '../../cli/demo/people.ts'
import { attestedOn, emergencyPlan, pc021, workshop } from '../../cli/demo/workplace.ts'
import type { ContractOfWork } from '../../core/contracts/contract-of-work.ts'
import type { DeviceCheck } from '../../core/devices/check.ts'
import type { Device } from '../../core/devices/device.ts'
import type { Place } from '../../core/places/place.ts'
import type { Day } from '../../core/time.ts'
import { openRealDesk } from '../../main/desk.ts'
import { cost } from '../main/vault/hanako.ts'
import { azukari, type Ran } from './run.ts'

const today = new Date(Date.now() + 9 * 3_600_000).toISOString().slice(0, 10) as Day
let folder = ''
let contract: ContractOfWork

/** Mizuno, educated and pledged and in charge, with a contract of today and nothing else. From here on everything is the command line's. */
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'workplace-'))
  const { desk, close } = await openRealDesk({ home: join(folder, 'home'), cost })
  await desk.vault.create({ organisation: hikari, administrator: mizuno })
  const specification = { title: '特記仕様書', version: 'v1.0', fileName: 'tokki.txt', sha256: '9'.repeat(64), agreedOn: today }
  contract = await desk.contracts.open({ ...taxContract(specification), periodFrom: today, periodTo: `${Number(today.slice(0, 4)) + 1}${today.slice(4, 8)}01` as Day })
  const [first] = await desk.people.list()
  await desk.people.recordTraining({ personIds: [first!.id], training: { on: today, title: '研修', trainer: mizuno.name, method: '集合', score: 100, textSha256: null } })
  await desk.people.signPledge({ personId: first!.id, pledge: { on: today, textVersion: '第1版', signedBy: '自署', scanSha256: null } })
  await desk.contracts.appoint({ contractId: contract.id, duty: '作業責任者', personId: first!.id, validFrom: today, validTo: null, contactOrder: 1, telDay: '0000-00-0001', telNight: '' })
  await desk.contracts.acknowledgeSpecification({ contractId: contract.id, version: 'v1.0' })
  await close()
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const ask = (operation: string, input: unknown): Promise<Ran> =>
  azukari([operation, '-', '--home', join(folder, 'home'), '--user', 'mizuno', '--json'], { input: JSON.stringify(input), env: { AZUKARI_PASSWORD: PASSWORD } })
async function done<T>(operation: string, input: unknown): Promise<T> {
  const { code, out, err } = await ask(operation, input)
  expect({ operation, code, out: code === 0 ? '' : out, err }).toEqual({ operation, code: 0, out: '', err: '' })
  return JSON.parse(out) as T
}
async function refusedFor(operation: string, input: unknown): Promise<[string, string | null][]> {
  const { code, out } = await ask(operation, input)
  expect({ operation, code }).toEqual({ operation, code: 1 })
  return (JSON.parse(out) as { refused: { rule: string | null; code: string }[] }).refused.map(({ rule, code: why }) => [why, rule])
}

test('R-25, R-40 the command line starts work by the same checklist, and handles nothing before or outside of it', async () => {
  const start = { contractId: contract.id }
  expect(await refusedFor('workplace.start', start)).toEqual([['no-place-in-force', 'R-40'], ['device-missing', 'R-25'], ['emergency-plan-missing', null]])
  expect(await refusedFor('handovers.look', { paths: [folder] })).toEqual([['work-not-started', 'R-25'], ['machine-not-registered', 'R-25']])

  const place = await done<Place>('places.register', workshop(contract.id, today))
  const device = await done<Device>('devices.register', { ...pc021([place.id]), thisMachine: false })
  await done('workplace.registerEmergencyPlan', emergencyPlan(contract.id, today))
  expect(await refusedFor('workplace.start', start)).toEqual([['device-not-checked', 'R-25']])
  const check = { deviceId: device.id, attested: { ...attestedOn(today), applications: ['Winny'] }, measures: ['保管庫の暗号化'], notPrivate: true, corrective: '', exception: null }
  expect(await done<DeviceCheck>('devices.check', check)).toMatchObject({ result: '不適合', findings: [{ code: 'leak-prone-found', about: 'Winny' }] })
  expect(await refusedFor('workplace.start', start)).toEqual([['device-check-failed', 'R-25']])
  expect(await done<DeviceCheck>('devices.check', { ...check, attested: attestedOn(today) })).toMatchObject({ result: '適合' })
  expect(await done<ContractOfWork>('workplace.start', start)).toMatchObject({ startedAt: expect.any(Number) as number })

  expect(await refusedFor('handovers.look', { paths: [folder] })).toEqual([['machine-not-registered', 'R-25']])
  await done('devices.recognise', { deviceId: device.id })
  await done('handovers.look', { paths: [folder] })
  await done('places.retire', { placeId: place.id, from: today, reason: '移転' })
  expect(await refusedFor('handovers.look', { paths: [folder] })).toEqual([['place-not-in-force', 'R-40']])
})
