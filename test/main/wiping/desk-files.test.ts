import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chownSync, existsSync, linkSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Day } from '../../../core/time.ts'
import type { DisposalPlan } from '../../../core/wipes/plan.ts'
import type { WipeFiles } from '../../../core/wipes/wipe.ts'
import { openRealDesk, type RealDesk } from '../../../main/desk.ts'
import { noScanner } from '../../../main/viruses/no-scanner.ts'
import { PASSWORD, staffedOffice, type StaffedOffice } from '../../cast.ts'
import { codesAgainst } from '../../refused.ts'
import { type Office, TEN_IN_THE_MORNING } from '../../world.ts'
import { cost } from '../vault/hanako.ts'
import { imageOf } from './files/image.ts'

const MARKER = '宛名：青葉野　太郎'
/** A disk of its own, where the system lets us have one: then what is left of the files can be counted from outside. */
const image = imageOf('ext4')
let shelf: string
let home: string
let work: string
let real: RealDesk
let office: StaffedOffice

const open = () => openRealDesk({ home, now: () => TEN_IN_THE_MORNING, cost, viruses: noScanner })
const signIn = (loginId: string) => real.desk.vault.unlock({ loginId, password: PASSWORD })

beforeAll(async () => {
  shelf = mkdtempSync(join(tmpdir(), 'azukari-desk-files-'))
  home = join(shelf, 'home')
  work = image?.folder ?? join(shelf, 'work')
  mkdirSync(work, { recursive: true })
  real = await open()
  office = await staffedOffice({ desk: real.desk } as Office)
  await real.desk.vault.lock()
  await signIn('oba')
})
afterAll(async () => {
  await real.close()
  image?.discard()
  rmSync(shelf, { recursive: true, force: true })
})

/** A folder with names that are no pleasure, a file in many blocks, an empty one, and a link to what must stay. */
function filled(name: string): string {
  const folder = join(work, name)
  mkdirSync(join(folder, '内訳', '空のフォルダ'), { recursive: true })
  writeFileSync(join(folder, '宛名 一覧（9月）.csv'), `${MARKER}\n`.repeat(40_000))
  writeFileSync(join(folder, '内訳', 'small.txt'), MARKER)
  writeFileSync(join(folder, '内訳', 'empty'), '')
  writeFileSync(join(work, 'must-stay.txt'), 'not of the plan')
  symlinkSync(join(work, 'must-stay.txt'), join(folder, 'link'))
  return folder
}

const planned = (paths: string[]): Promise<DisposalPlan> => real.desk.disposals.plan({
  contractId: office.contract.id, plannedOn: '2026-12-07' as Day, place: '本社3階 第2作業室', operator: office.oba.id, verifier: office.mizuno.id, outsourcer: '', remarks: '', noticeRequested: null, witnessRequested: null,
  targets: [{ kind: 'files', medium: null, paths, itemIds: [], information: '作業用複製', mediaName: 'PC-021', quantity: 1, unit: '式', method: 'files', end: '廃棄', importanceClass: 'その他', myNumber: false, consentRef: '' }],
})
const order = ({ id }: DisposalPlan, more: Partial<WipeFiles> = {}): WipeFiles =>
  ({ planId: id, targetNo: 1, listSha256: null, pattern: 'tile', readBack: true, hardLinks: 'leave', readOnly: 'leave', freeSpace: false, witness: null, second: null, ...more })

test('files of a plan are gone from the disk, and the ledger says which they were before and that they are whole', async () => {
  const folder = filled('r9')
  image?.unmount()
  expect(await image?.count(MARKER) ?? 40_001).toBeGreaterThanOrEqual(40_001)
  image?.mount()
  const plan = await planned([folder])
  const seen = await real.desk.disposals.lookAtFiles({ planId: plan.id, targetNo: 1 })
  if (seen.outcome !== 'seen') throw new Error(seen.outcome)
  expect([seen.files, seen.names]).toEqual([3, 7])

  const { outcome, wipe } = await real.desk.disposals.wipeFiles(order(plan, { listSha256: seen.sha256 }))
  expect(outcome).toBe('ended')
  expect(wipe?.files).toMatchObject({ end: 'whole', overwritten: 3, removedOnly: 4, failed: 0, exceptions: [], list: { sha256: seen.sha256, names: 7, files: 3, leftOut: [] } })
  // What is read back from a disk of its own comes from that disk; elsewhere a system may have only its memory to offer.
  expect(wipe?.result).toBe(image || wipe?.files?.readFromCache === 0 ? '合格' : '例外')
  expect([existsSync(folder), readFileSync(join(work, 'must-stay.txt'), 'utf8')]).toEqual([false, 'not of the plan'])
  image?.unmount()
  expect(await image?.count(MARKER) ?? 0).toBe(0)
  image?.mount()

  const { entries } = await real.desk.ledger.entries({ from: 0, count: 500 })
  const types = entries.map(({ type }) => type)
  expect(types.indexOf('wipe-begun')).toBeLessThan(types.indexOf('wipe-ended'))
  expect(entries.find(({ type }) => type === 'wipe-begun')?.data).toMatchObject({ wipe: { files: { list: { sha256: seen.sha256 }, end: null } } })
  expect((await real.desk.ledger.verify()).problems).toEqual([])
})

test('a file with a name elsewhere is left, and the line does not pass', async () => {
  const folder = filled('r8')
  linkSync(join(folder, '内訳', 'small.txt'), join(work, 'other-name.txt'))
  const { wipe } = await real.desk.disposals.wipeFiles(order(await planned([folder])))
  expect(wipe).toMatchObject({ result: '例外', files: { end: 'with-exceptions' } })
  expect(wipe?.files?.exceptions).toContainEqual({ path: join(folder, '内訳', 'small.txt'), outcome: 'failed', trouble: 'hard-link', system: null })
  expect(readFileSync(join(work, 'other-name.txt'), 'utf8')).toBe(MARKER)
})

test('a file that changed since the list was looked at stops everything', async () => {
  const folder = filled('r7')
  const plan = await planned([folder])
  const seen = await real.desk.disposals.lookAtFiles({ planId: plan.id, targetNo: 1 })
  writeFileSync(join(folder, '内訳', 'small.txt'), 'written meanwhile')
  expect(await codesAgainst(real.desk.disposals.wipeFiles(order(plan, { listSha256: seen.outcome === 'seen' ? seen.sha256 : null })))).toEqual(['files-changed-since'])
  expect(readFileSync(join(folder, '内訳', 'small.txt'), 'utf8')).toBe('written meanwhile')
})

test.each([['the vault itself', () => home], ['a file within it', () => join(home, readdirSync(home)[0] ?? '')], ['a link that leads there', () => {
  symlinkSync(shelf, join(work, 'shortcut'))
  return join(work, 'shortcut', 'home')
}]])('%s is not even planned to be erased', async (_what, path) => {
  const before = readdirSync(home)
  expect(await codesAgainst(planned([path()]))).toEqual(['inside-the-vault'])
  expect(readdirSync(home)).toEqual(before)
})

test.each([['a folder that holds the vault', () => shelf], ['the program', () => process.execPath]])('%s is kept out', async (_what, path) => {
  const before = readdirSync(home)
  expect(await codesAgainst(real.desk.disposals.wipeFiles(order(await planned([path()]))))).toEqual(['path-kept-out'])
  expect(readdirSync(home)).toEqual(before)
})

test.skipIf(!image)('a power cut while the free space is full leaves a question, and the next start gives the space back', async () => {
  const plan = await planned([filled('r6')])
  await real.close()
  const cut = spawn(process.execPath, ['--import', 'tsx', new URL('programs/wipe-files.ts', import.meta.url).pathname, home, plan.id], { stdio: ['ignore', 'ignore', 'inherit'] })
  expect(await once(cut, 'close')).toEqual([null, 'SIGKILL'])
  const fills = () => readdirSync(work).filter((name) => name.startsWith('.azukari-free-space-'))
  const [left] = fills()
  expect(left).toBeDefined()
  const strangers = join(work, '.azukari-free-space-0123456789ab')
  mkdirSync(strangers)
  chownSync(strangers, 12_345, 12_345)

  real = await open()
  await signIn('oba')
  expect(fills()).toEqual(['.azukari-free-space-0123456789ab'])
  const wipe = (await real.desk.disposals.wipes({ contractId: office.contract.id })).find(({ planId }) => planId === plan.id)
  expect(wipe).toMatchObject({ state: 'under way', result: null, files: { end: null, freeSpaceIn: [work] } })
  expect((await real.desk.home.today()).cards.some(({ code, subjectId }) => code === 'wiping-unfinished' && subjectId === wipe?.id)).toBe(true)
  expect((await real.desk.ledger.verify()).problems).toEqual([])
})
