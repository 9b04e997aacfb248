import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, watch, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ContractId } from '../../core/contracts/contract-of-work.ts'
import { MINUTE } from '../../core/time.ts'
import { openRealDesk } from '../../main/desk.ts'
import { noScanner } from '../../main/viruses/no-scanner.ts'
import { sized } from '../campaign.ts'
import { designation, PASSWORD, receiving, staffedOffice } from '../cast.ts'
import { keepFigures } from '../figures.ts'
import { cost } from '../main/vault/hanako.ts'
import { type Office, TEN_IN_THE_MORNING } from '../world.ts'

const shelf = mkdtempSync(join(tmpdir(), 'two-instances-'))
const home = join(shelf, 'home')
const mizuno = { loginId: 'mizuno', password: PASSWORD }
const children: ChildProcess[] = []
const figures = { 'entered by a second desk while a first was in': 0, 'second desks refused': 0, 'times stopped and woken': 0, 'appends acknowledged': 0, 'appends lost': 0, 'problems of the ledger': 0 }
let contractId: ContractId
let stickNo = ''
let itemIds: string[] = []

beforeAll(async () => {
  const { desk, close } = await openRealDesk({ home, now: () => TEN_IN_THE_MORNING, cost, viruses: noScanner })
  const office = await staffedOffice({ desk } as Office)
  contractId = office.contract.id
  stickNo = office.ourStick.no
  writeFileSync(join(shelf, 'large.bin'), randomBytes(60_000_000))
  const handover = await desk.handovers.designate(designation(office))
  const received = await desk.handovers.receive(receiving(handover, office, [join(shelf, 'large.bin')]))
  await desk.receipts.issue({ handoverId: handover.id })
  if (received.outcome === 'received') itemIds = received.items.map(({ id }) => id)
  await close()
})
afterAll(() => {
  for (const child of children) child.kill('SIGKILL')
  rmSync(shelf, { recursive: true, force: true })
})

interface Answer { answer?: unknown; refused?: string }
interface Desk { child: ChildProcess; ask(name: string, input?: unknown): Promise<Answer>; leave(): Promise<void> }

async function desk(at: string, ahead = ''): Promise<Desk> {
  const child = spawn(process.execPath, ['--import', 'tsx', join(import.meta.dirname, 'programs/desk.ts'), at, ahead], { stdio: ['pipe', 'pipe', 'inherit'] })
  children.push(child)
  const waiting = new Map<number, (answer: Answer) => void>()
  let asked = 0
  const ready = new Promise<void>((resolve) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      const said = JSON.parse(line) as Answer & { n?: number }
      if (said.n === undefined) return resolve()
      waiting.get(said.n)?.(said)
    })
  })
  await ready
  return {
    child,
    ask: (name, input) => new Promise((resolve) => {
      waiting.set(++asked, resolve)
      child.stdin.write(`${JSON.stringify([name, input])}\n`)
    }),
    leave: () => new Promise((resolve) => {
      child.on('close', () => resolve())
      child.stdin.end()
    }),
  }
}

/** Resolves at the n-th write into a folder from now on, which is somewhere in the middle of whatever writes there; false when `work` ends before. */
async function inTheMiddleOf(work: Promise<unknown>, folder: string, nth: number): Promise<boolean> {
  let seen = 0
  let watcher: ReturnType<typeof watch> | undefined
  const written = new Promise<boolean>((resolve) => { watcher = watch(folder, () => { if (++seen === nth) resolve(true) }) })
  const came = await Promise.race([written, work.then(() => false)])
  watcher?.close()
  return came
}

const stock = (n: number) => ({ sightings: [{ said: stickNo, place: 'C-2' }], attendedBy: '大庭 健吾', remarks: `${n}` })
const sizeOf = async (one: Desk) => ((await one.ask('ledger.entries', { from: 0, count: 1 })).answer as { size: number }).size
async function sound(one: Desk): Promise<void> {
  const { problems } = (await one.ask('ledger.verify')).answer as { problems: unknown[] }
  figures['problems of the ledger'] += problems.length
  expect(problems).toEqual([])
}

test('two desks on one home: the second is told that the first is in, by whatever path it comes, and what the first writes stands', async () => {
  symlinkSync(home, join(shelf, 'link'))
  const [first, second, linked] = await Promise.all([desk(home), desk(home), desk(join(shelf, 'link'))])
  const both = await Promise.all([first.ask('vault.unlock', mizuno), second.ask('vault.unlock', mizuno), linked.ask('vault.unlock', mizuno)])
  const inside = [first, second, linked].filter((_, i) => both[i]!.refused === undefined)
  expect(inside).toHaveLength(1)
  expect(both.filter(({ refused }) => refused === 'vault-in-use')).toHaveLength(2)
  figures['second desks refused'] += 2

  const one = inside[0]!
  const before = await sizeOf(one)
  const others = [first, second, linked].filter((other) => other !== one)
  for (let n = 0; n < sized(20, 200); n++) {
    const [wrote, ...refusals] = await Promise.all([one.ask('media.takeStock', stock(n)), ...others.map((other) => other.ask(n % 2 ? 'vault.unlock' : 'media.takeStock', n % 2 ? mizuno : stock(n)))])
    expect(wrote.refused).toBeUndefined()
    figures['appends acknowledged']++
    for (const { refused } of refusals) expect(refused).toMatch(/vault-in-use|vault-locked/)
    figures['second desks refused'] += refusals.length
  }
  expect(await sizeOf(one)).toBe(before + sized(20, 200))
  await sound(one)

  // When the first leaves, the next comes in and finds all of it.
  await one.leave()
  expect((await others[0]!.ask('vault.unlock', mizuno)).refused).toBeUndefined()
  expect(await sizeOf(others[0]!)).toBe(before + sized(20, 200) + 2)
  await Promise.all(others.map((other) => other.leave()))
})

test('a copy of a home that is open is another home: it hinders nobody, and the first stays sound', async () => {
  const first = await desk(home)
  await first.ask('vault.unlock', mizuno)
  cpSync(home, join(shelf, 'copy'), { recursive: true })
  const copy = await desk(join(shelf, 'copy'))
  expect((await copy.ask('vault.unlock', mizuno)).refused).toBeUndefined()
  await Promise.all([first.ask('media.takeStock', stock(1)), copy.ask('media.takeStock', stock(2))])
  await sound(first)
  await sound(copy)
  await Promise.all([first.leave(), copy.leave()])
})

test('a desk that is stopped in the middle of writing and woken again has lost nothing, and nobody came in meanwhile', async () => {
  const [first, second] = await Promise.all([desk(home), desk(home)])
  await first.ask('vault.unlock', mizuno)
  const before = await sizeOf(first)
  let acknowledged = 0
  const writing = (async () => {
    for (let n = 0; n < sized(120, 1000); n++) if ((await first.ask('media.takeStock', stock(n))).refused === undefined) acknowledged++
  })()
  let stopped = 0
  for (let n = 0; n < sized(8, 60) && await inTheMiddleOf(writing, join(home, 'vault'), 1 + (n * 7) % 5); n++) {
    first.child.kill('SIGSTOP')
    stopped++
    const answer = await second.ask('vault.unlock', mizuno)
    first.child.kill('SIGCONT')
    figures['times stopped and woken']++
    if (answer.refused === undefined) figures['entered by a second desk while a first was in']++
    else figures['second desks refused']++
    expect(answer.refused).toBe('vault-in-use')
  }
  await writing
  expect(stopped).toBe(sized(8, 60))
  figures['appends acknowledged'] += acknowledged
  figures['appends lost'] += acknowledged - ((await sizeOf(first)) - before)
  expect((await sizeOf(first)) - before).toBe(acknowledged)
  await sound(first)
  await Promise.all([first.leave(), second.leave()])
})

test('a sealing that is stopped and woken ends as one package, whole', async () => {
  const [first, second] = await Promise.all([desk(home), desk(home)])
  await first.ask('vault.unlock', mizuno)
  const into = join(shelf, 'sealed')
  mkdirSync(into)
  const sealing = first.ask('packages.seal', { contractId, itemIds, paths: [], into, namesHidden: true, level: 0 })
  for (let n = 0; n < 4; n++) {
    expect(await inTheMiddleOf(sealing, into, 1 + n * 3)).toBe(true)
    first.child.kill('SIGSTOP')
    expect((await second.ask('vault.unlock', mizuno)).refused).toBe('vault-in-use')
    first.child.kill('SIGCONT')
    figures['times stopped and woken']++
  }
  expect((await sealing).refused).toBeUndefined()
  expect(readdirSync(into).filter((name) => name.endsWith('.part'))).toEqual([])
  const [{ id }] = (await first.ask('packages.list', { contractId })).answer as [{ id: string }]
  expect((await first.ask('packages.verify', { packageId: id, path: null, key: null, contractId })).answer).toMatchObject({ outcome: 'whole' })
  await Promise.all([first.leave(), second.leave()])
})

test('a desk that slept longer than it may be idle answers nothing when it wakes but that it is locked, and its door is open to the next', async () => {
  const ahead = join(shelf, 'ahead')
  writeFileSync(ahead, '0')
  const [first, second] = await Promise.all([desk(home, ahead), desk(home)])
  expect((await first.ask('vault.unlock', mizuno)).refused).toBeUndefined()
  first.child.kill('SIGSTOP')
  // Asked while it sleeps, so that the question lies before it when it wakes.
  const question = first.ask('people.list')
  writeFileSync(ahead, String(11 * MINUTE))
  expect((await second.ask('vault.unlock', mizuno)).refused).toBe('vault-in-use')
  first.child.kill('SIGCONT')
  figures['times stopped and woken']++

  expect((await question).refused).toBe('vault-locked')
  expect((await first.ask('vault.status')).answer).toMatchObject({ state: 'locked', session: null })
  await expect.poll(async () => (await second.ask('vault.unlock', mizuno)).refused).toBeUndefined()
  await sound(second)
  await Promise.all([first.leave(), second.leave()])
  keepFigures('two desks and a sleeping one', figures)
})
