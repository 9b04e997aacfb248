import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { demoWorkstation } from '../../cli/demo/workplace.ts'
import { contract, type Desk } from '../../core/contract.ts'
import { openDesk } from '../../core/desk.ts'
import { project, PROJECTION_VERSION } from '../../core/ledger/project.ts'
import { Refusal } from '../../core/refusal.ts'
import { importOrganisationKeys, type StoredKeys } from '../../crypto/organisation-keys.ts'
import { openLedger } from '../../main/ledger/ledger.ts'
import { noScanner } from '../../main/viruses/no-scanner.ts'
import { openWorld } from '../../main/world.ts'
import { keepFigures } from '../figures.ts'
import { cost } from '../main/vault/hanako.ts'
import { AFTERWARDS, checkpointsIn, entriesIn, type Landed, landedHomes, layOut, lookInto } from './landed.ts'

const shelf = mkdtempSync(join(tmpdir(), 'azukari-landed-'))
afterAll(() => rmSync(shelf, { recursive: true, force: true }))
const homes = landedHomes()
const counted = { homes: 0, entries: 0, checkpoints: 0, rows: 0 }

test.each(homes)('the home that $name left at the $office opens, and nothing in it has changed', async (landed) => {
  const home = layOut(landed, join(shelf, `${landed.name}-${landed.office}`))
  const before = await lookInto(home, landed.recoveryKey, (db) => ({ entries: entriesIn(db), checkpoints: checkpointsIn(db) }))
  expect(before.entries.length).toBe(landed.size)

  const { desk, leave } = await enter(home, landed)
  const pages = await everyPage(desk)
  const lists = await everyList(desk)
  const newcomer = await desk.people.register({ name: '髙橋 𠮷江', kana: 'タカハシ ヨシエ', company: null, employment: '正社員', title: '', email: '', tel: '', roles: [landed.office === 'city' ? 'cityOfficer' : 'worker'] })
  await leave()
  const recovered = await enter(home, { ...landed, recover: true })
  const people = await recovered.desk.people.list()
  await recovered.leave()

  expect(pages).toBeGreaterThan(landed.office === 'city' ? 0 : 5)
  expect(lists).toBeGreaterThan(landed.office === 'city' ? 2 : 20)
  expect(people.map(({ id }) => id)).toContain(newcomer.id)
  const after = await lookInto(home, landed.recoveryKey, (db) => ({ entries: entriesIn(db, landed.size), checkpoints: checkpointsIn(db) }))
  expect(after.entries).toEqual(before.entries)
  expect(after.entries.at(-1)?.leaf.toString()).toBe(Buffer.from(landed.head, 'hex').toString())
  expect(after.checkpoints.slice(0, before.checkpoints.length)).toEqual(before.checkpoints)
  expect(await doubted(home, landed.recoveryKey)).toEqual([])
  counted.homes++
  counted.entries += before.entries.length
  counted.checkpoints += before.checkpoints.length
  counted.rows += pages
})

test('every version that landed is among them, also the oldest form of the tables', () => {
  expect(homes.map(({ name }) => Number.parseInt(name)).filter((_, i) => i % 2 === 0)).toEqual(Array.from({ length: homes.length / 2 }, (_, i) => i + 8))
  expect(Math.min(...homes.map(({ projection }) => projection))).toBe(1)
  expect(Math.max(...homes.map(({ projection }) => projection))).toBeLessThanOrEqual(PROJECTION_VERSION)
})

afterAll(() => keepFigures('migrations', { 'homes of landed versions opened': counted.homes, 'entries compared byte by byte': counted.entries, 'checkpoints compared': counted.checkpoints, 'rows of ledgers read': counted.rows }))

interface Inside { desk: Desk; leave(): Promise<void> }

/** With the password, or with the recovery key, which then sets it anew. */
async function enter(home: string, { loginId, password, recoveryKey, recover = false }: Pick<Landed, 'loginId' | 'password' | 'recoveryKey'> & { recover?: boolean }): Promise<Inside> {
  const world = await openWorld({ home, now: () => AFTERWARDS, idleClock: () => 0, cost, viruses: noScanner, workstation: demoWorkstation })
  const desk = openDesk(world)
  if (recover) await desk.vault.recover({ recoveryKey, loginId, newPassword: 'yoake-no-hashi-1' })
  else await desk.vault.unlock({ loginId, password })
  return { desk, leave: () => world.close() }
}

/** What a full check of the ledger finds, that of the tables which screens read included. */
function doubted(home: string, recoveryKey: string): Promise<{ seq: number; what: string }[]> {
  return lookInto(home, recoveryKey, async (db) => {
    const key = importOrganisationKeys(JSON.parse(db.prepare<[string], string>('SELECT value FROM secrets WHERE name = ?').pluck().get('keys') as string) as StoredKeys).checkpoint.privateKey
    return (await openLedger(db, { key, projection: { version: PROJECTION_VERSION, project } }).verify({ signal: new AbortController().signal, onProgress: () => {} })).problems
  })
}

/** How many rows all ledgers have together, each read and its first one's history too. */
async function everyPage(desk: Desk): Promise<number> {
  let rows = 0
  for (const { name } of await desk.ledgers.list({ contractId: null })) {
    const { total, rows: read } = await desk.ledgers.page({ ledger: name, contractId: null, search: '', filters: [], sort: null, from: 0, count: 500 })
    expect([name, read.length]).toEqual([name, total])
    const [first] = read
    if (first) expect((await desk.ledgers.history({ ledger: name, id: first.id })).lines.length).toBeGreaterThan(0)
    rows += total
  }
  return rows
}

/** Every list that this office may ask for, of all and of each contract, has the form that today's screens expect. Answers how many there were. */
async function everyList(desk: Desk): Promise<number> {
  const contracts = await desk.contracts.list()
  let answered = 0
  for (const [group, operations] of Object.entries(contract)) {
    if (!('list' in operations) || ['ledgers', 'corrections'].includes(group)) continue
    const { list } = operations
    const ask = (desk as unknown as Record<string, { list(input: unknown): Promise<unknown> }>)[group]!
    // Those of a folder outside the home (backups) are asked elsewhere.
    const inputs = [undefined, ...contracts.map(({ id }) => ({ contractId: id }))].filter((input) => list.input.safeParse(input).success)
    for (const input of inputs) {
      const answer = await ask.list(input).catch(ofTheOtherOffice)
      if (answer === OTHER) continue
      const parsed = list.output.parse(answer)
      // What had to be filled in by the schema was not filled in by the projection, and use-cases would stumble over it.
      expect({ group, answer }).toMatchObject({ group, answer: parsed })
      answered++
    }
  }
  expect(contract.home.today.output.safeParse(await desk.home.today()).success).toBe(true)
  return answered
}

const OTHER = Symbol('a question of the other office')
function ofTheOtherOffice(error: unknown): typeof OTHER {
  if (error instanceof Refusal && error.objections.every(({ code }) => code === 'office-of-other-kind')) return OTHER
  throw error
}
