import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { taxContract } from '../cast.ts'
import { azukari } from './run.ts'

/** A contractor and a city on two command lines, with nothing between them but a folder. */
const PASSWORD = 'asagiri-to-tetsudou-7'
let folder = ''
const at = (...names: string[]) => { const path = join(folder, ...names); mkdirSync(path, { recursive: true }); return path }

async function desk<T>(home: string, operation: string, input?: unknown): Promise<T> {
  const { code, out, err } = await azukari([operation, ...(input === undefined ? [] : [JSON.stringify(input)]), '--home', join(folder, home), '--user', 'kakari', '--json'], { env: { AZUKARI_PASSWORD: PASSWORD } })
  expect({ operation, code, err: code === 0 ? '' : err + out }).toEqual({ operation, code: 0, err: '' })
  return JSON.parse(out) as T
}
const take = async (...words: string[]) => {
  const { code, out, err } = await azukari(['city', 'import', ...words, '--home', join(folder, 'city'), '--user', 'kakari', '--json'], { env: { AZUKARI_PASSWORD: PASSWORD } })
  return { code, err, lines: out.split('\n').filter((line) => line !== '').map((line) => JSON.parse(line) as { outcome: string; verdict: string; docNo: string | null; cityReceiptNo: string | null; reasons: { code: string; message: string }[] }) }
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'city-import-'))
  const organisation = { name: '株式会社ひかりの丘データサービス', address: '', representative: '', tel: '', email: '', docPrefix: 'ひ' }
  const administrator = { name: '係', kana: 'カカリ', title: '', email: 'k@hikari.example', tel: '', loginId: 'kakari', password: { $env: 'NEW_PASSWORD' } }
  for (const [home, kind, role] of [['contractor', 'contractor', 'supervisor'], ['city', 'city', 'cityOfficer']]) {
    const order = { organisation: { ...organisation, kind, ...(kind === 'city' && { name: '青葉野市' }) }, administrator: { ...administrator, roles: [role] } }
    expect(await azukari(['vault', 'create', JSON.stringify(order), '--home', join(folder, home ?? ''), '--json'], { env: { NEW_PASSWORD: PASSWORD } })).toMatchObject({ code: 0 })
  }
  const ours = await desk<{ id: string }>('contractor', 'contracts.open', taxContract)
  const theirs = await desk<{ id: string }>('city', 'contracts.open', { ...taxContract, contractor: organisation.name })
  const notice = await desk<{ paths: string[] }>('contractor', 'vault.saveKeyNotice', { into: at('keys') })
  const { fingerprint } = await desk<{ fingerprint: string }>('contractor', 'vault.publicKeys')
  await desk('city', 'contracts.registerKey', { contractId: theirs.id, path: notice.paths.find((path) => path.endsWith('.json')), checkedBy: '電話', toldBy: '水野 灯里', fingerprintHeard: fingerprint })
  const letter = await desk<{ id: string }>('contractor', 'forms.issue', { contractId: ours.id, form: 'F-00' })
  await desk('contractor', 'documents.submit', { id: letter.id, into: at('in', 'letter') })
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('a folder is taken in from the command line, one object a document, once', async () => {
  const first = await take(at('in'), '--contract', taxContract.contractNo, '--number', 'R8税収1234')
  expect(first).toMatchObject({ code: 0, err: '' })
  expect(first.lines.map(({ outcome, verdict }) => [outcome, verdict]).sort()).toEqual([['already', 'verified'], ['already', 'verified'], ['imported', 'verified']])
  expect(first.lines.find(({ outcome }) => outcome === 'imported')).toMatchObject({ docNo: expect.stringMatching(/^ひ-/) as string, cityReceiptNo: 'R8税収1234' })
  expect((await take(at('in'))).lines.map(({ outcome }) => outcome)).toEqual(['already', 'already', 'already'])
})

test('what is refused says why in Japanese, and the exit code says that something was', async () => {
  writeFileSync(join(at('bad'), 'a.txt'), 'x')
  const json = await take(join(folder, 'bad'), '/no/such/file')
  expect(json).toMatchObject({ code: 1, lines: [{ outcome: 'refused', reasons: [{ code: 'file-not-recognised', message: expect.stringContaining('ありません') as string }] }, { reasons: [{ code: 'file-missing' }] }] })
  expect(await azukari(['city', 'import', '--home', join(folder, 'city')])).toMatchObject({ code: 2 })
  const words = await azukari(['city', 'import', at('in'), '--home', join(folder, 'city'), '--user', 'kakari'], { env: { AZUKARI_PASSWORD: PASSWORD } })
  expect(words).toMatchObject({ code: 0, out: expect.stringMatching(/^✔ 取込済 ひ-/) as string })
})

test('everything else of the city stays by the contract: the list of an import, and the evidence', async () => {
  const [{ id: runId }] = await desk<[{ id: string }]>('city', 'city.runs')
  expect(await desk('city', 'city.saveRun', { runId, format: 'csv-utf8', into: at('lists') })).toMatchObject({ outcome: 'exported' })
  const [{ id: contractId }] = await desk<[{ id: string }]>('city', 'contracts.list')
  const packed = await desk<{ path: string }>('city', 'evidence.pack', { contractId, into: at('pack') })
  expect(readFileSync(packed.path).subarray(0, 2).toString()).toBe('PK')
})
