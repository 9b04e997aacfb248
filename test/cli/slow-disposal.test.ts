import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hikari, mizuno, oba, PASSWORD, taxContract } from '../../cli/demo/people.ts'
import { startWork } from '../../cli/demo/workplace.ts'
import type { ContractOfWork } from '../../core/contracts/contract-of-work.ts'
import type { IssuedDocument } from '../../core/documents/document.ts'
import type { MediumNo } from '../../core/media/medium.ts'
import type { Person } from '../../core/people/person.ts'
import type { Day } from '../../core/time.ts'
import type { DisposalPlan, PlanDisposal } from '../../core/wipes/plan.ts'
import type { Wipe } from '../../core/wipes/wipe.ts'
import { openRealDesk } from '../../main/desk.ts'
import { type Image, loopDevice, MARKER, noLoopDevices } from '../main/wiping/loop-device.ts'
import { cost } from '../main/vault/hanako.ts'
import { azukari, run, type Ran } from './run.ts'
import { giveId } from '../../cli/demo/own-password.ts'

const MiB = 2 ** 20
const today = new Date(Date.now() + 9 * 3_600_000).toISOString().slice(0, 10) as Day
let folder = ''
const at = (...names: string[]): string => join(folder, ...names)
let contract: ContractOfWork
let [first, keeper]: Person[] = []
let image: Image | undefined

/** An office whose people are educated and pledged, with Oba to keep the media. From here on everything is the command line's. */
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'disposal-'))
  const { desk, close } = await openRealDesk({ home: at('home'), cost })
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
  await desk.vault.saveKeyNotice({ into: folder })
  await desk.vault.unlock({ loginId: 'oba', password: PASSWORD })
  await desk.contracts.acknowledgeSpecification({ contractId: contract.id, version: specification.version })
  await close()
  await writeKeyPath()
})
afterAll(() => {
  image?.remove()
  rmSync(folder, { recursive: true, force: true })
})

let keyNotice = ''
const writeKeyPath = async (): Promise<void> => { keyNotice = (await run('sh', ['-c', `ls ${folder}/K-*.json`])).out.trim() }
const as = (loginId: string, operation: string, input: unknown): Promise<Ran> =>
  azukari([operation, ...(input === undefined ? [] : ['-']), '--home', at('home'), '--user', loginId, '--json'], { input: JSON.stringify(input) ?? '', env: { AZUKARI_PASSWORD: PASSWORD, SECOND: PASSWORD } })
const second = { loginId: 'mizuno', password: { $env: 'SECOND' } }

async function done<T>(loginId: string, operation: string, input: unknown): Promise<T> {
  const { code, out, err } = await as(loginId, operation, input)
  expect({ operation, code, out: code === 0 ? '' : out, err }).toEqual({ operation, code: 0, out: '', err: '' })
  return JSON.parse(out) as T
}

const planning = (no: string, more: Partial<PlanDisposal['targets'][number]>, asked: Partial<PlanDisposal> = {}): PlanDisposal => ({
  contractId: contract.id, plannedOn: today, place: '本社3階', operator: keeper!.id, verifier: first!.id, outsourcer: '', remarks: '', noticeRequested: null, witnessRequested: null,
  targets: [{
    kind: 'medium', medium: no as MediumNo, paths: [], itemIds: [], information: '納税通知書データ一式', mediaName: 'USBメモリ', quantity: 1, unit: '個', method: 'overwrite-tile', end: '再利用',
    importanceClass: '重要情報', myNumber: false, consentRef: 'R8税承0061', ...more,
  }], ...asked,
})
const registering = (no: string, serial: string) => ({ no, type: 'USBメモリ', maker: '', model: '', serial, capacityBytes: null, owner: '乙', ownerNo: '', storagePlace: 'C-2', lockType: '鍵', keyHolder: oba.name })

describe.skipIf(noLoopDevices !== null)('a medium, from the register to its certificate', () => {
  test('is refused before the notice, wiped, verified by another person, certified, and believed without a vault', async () => {
    image = loopDevice(16 * MiB)
    const serial = `image:${statSync(image.file).ino}:${image.file}`
    await done('oba', 'media.register', registering('MED-2026-0003', serial))
    const drives = await done<{ path: string; mediumNo: string | null }[]>('oba', 'media.drives', undefined)
    expect(drives.find(({ path }) => path === image?.path)?.mediumNo).toBe('MED-2026-0003')

    const plan = await done<DisposalPlan>('oba', 'disposals.plan', planning('MED-2026-0003', {}, { noticeRequested: { by: '森川 奏', at: Date.now() as never, dueOn: null }, witnessRequested: { organisation: '青葉野市', name: '森川 奏' } }))
    const order = { planId: plan.id, targetNo: 1, drivePath: image.path, typedSerial: serial, readBack: 'full', witness: { organisation: '青葉野市', name: '森川 奏' }, second, resume: null }
    const early = await as('oba', 'disposals.wipe', order)
    expect({ code: early.code, said: JSON.parse(early.out) as unknown }).toMatchObject({ code: 1, said: { refused: [{ rule: 'R-28', article: '15②', message: expect.stringContaining('届出書') as string }] } })
    expect(readFileSync(image.file).includes(MARKER)).toBe(true)

    expect(await done<IssuedDocument>('oba', 'disposals.issueNotice', { planId: plan.id })).toMatchObject({ form: 'F-28', docNo: 'N-R8-017-001' })
    await done('oba', 'disposals.submitNotice', { planId: plan.id })
    const { outcome, wipe } = await done<{ outcome: string; wipe: Wipe }>('oba', 'disposals.wipe', order)
    expect({ outcome, result: wipe.result, state: wipe.state }).toEqual({ outcome: 'ended', result: '合格', state: 'to be verified' })
    expect(readFileSync(image.file).includes(MARKER)).toBe(false)

    const verified = { wipeId: wipe.id, drivePath: image.path, second: null, witnessConfirmed: true }
    expect(JSON.parse((await as('oba', 'disposals.verify', verified)).out)).toMatchObject({ refused: [{ rule: 'R-32' }] })
    expect(await done('mizuno', 'disposals.verify', verified)).toMatchObject({ outcome: 'verified', wipe: { result: '合格', verified: { again: { end: 'finished' } } } })
    const certificate = await done<IssuedDocument>('oba', 'disposals.certify', { wipeIds: [wipe.id], sealNo: 'K-0031', thirdPartyNo: '' })
    const { paths } = await done<{ paths: string[] }>('oba', 'receipts.save', { id: certificate.id, into: folder })
    for (const path of paths.filter((one) => !one.endsWith('.p7s'))) expect(await azukari(['document', 'verify', path, '--trust', keyNotice])).toMatchObject({ code: 0, out: expect.stringContaining('✔ E-R8-017-001') as string })
  })
})

describe('what cannot be wiped is destroyed', () => {
  test('and recorded with its photograph, verified by another person and certified (F-31)', async () => {
    await done('oba', 'media.register', registering('MED-2026-0009', 'AZ0009B4X2'))
    const plan = await done<DisposalPlan>('oba', 'disposals.plan', planning('MED-2026-0009', { method: 'physical', end: '廃棄', myNumber: true }))
    writeFileSync(at('before.jpg'), 'a stick')
    writeFileSync(at('after.jpg'), 'shreds')
    const wipe = await done<Wipe>('oba', 'disposals.recordDestruction', {
      planId: plan.id, targetNo: 1, how: '破砕', at: Date.now(), place: '処理場', performedBy: oba.name, outsourcer: '', manifestNo: '', photos: [{ path: at('before.jpg'), when: '前' }, { path: at('after.jpg'), when: '後' }], witness: null, remarks: '',
    })
    await done('mizuno', 'disposals.verify', { wipeId: wipe.id, drivePath: null, second: null, witnessConfirmed: false })
    const certificate = await done<IssuedDocument>('oba', 'disposals.certify', { wipeIds: [wipe.id], sealNo: '', thirdPartyNo: '' })
    expect(certificate.form).toBe('F-31')
    const { paths } = await done<{ paths: string[] }>('oba', 'receipts.save', { id: certificate.id, into: folder })
    expect(execFileSync('pdftotext', [paths.find((path) => path.endsWith('.pdf')) ?? '', '-'], { encoding: 'utf8' })).toContain('物理破壊証明書')
  })
})
