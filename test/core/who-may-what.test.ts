import { readFileSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import * as z from 'zod'
import { contract, type OperationName } from '../../core/contract.ts'
import { openDesk } from '../../core/desk.ts'
import { entryTypes, type EntryBody, type EntryType, type NewEntry } from '../../core/ledger/entry.ts'
import { record } from '../../core/ledger/record.ts'
import type { Reading } from '../../core/ledger/shelf.ts'
import { type Person, Role } from '../../core/people/person.ts'
import { Refusal } from '../../core/refusal.ts'
import { WRITTEN_BY_AUDITORS } from '../../core/vault/read-only.ts'
import type { OrganisationKind } from '../../core/vault/vault.ts'
import type { World } from '../../core/world.ts'
import { staffedOffice, type StaffedOffice } from '../cast.ts'

const TABLE = new URL('who-may-what.txt', import.meta.url)
const names = Object.entries(contract).flatMap(([group, operations]) => Object.keys(operations).map((name) => `${group}.${name}`)) as OperationName[]
const SHUT_OUT: readonly string[] = ['vault-locked', 'office-of-other-kind', 'not-your-office', 'account-suspended']
type AnyDesk = Record<string, Record<string, (input: unknown) => Promise<unknown>>>
type Sitting = Role | 'no role' | 'signed out'
const everybody: readonly Sitting[] = [...Role.options, 'no role', 'signed out']

test('who may ask for what, in whose office, is as it was last read over (who-may-what.txt)', async () => {
  const office = await staffedOffice()
  const [ours, citys] = [await desksOf(office, 'contractor'), await desksOf(office, 'city')]
  const lines = await inTurn(names, async (name) => `${name.padEnd(36)}${(await whoMay(ours, name)).padEnd(46)}${await whoMay(citys, name)}`.trimEnd())

  lines.unshift(`${'operation'.padEnd(36)}${'in a contractor’s office (受託者)'.padEnd(44)}${'in a city’s office (市)'}`)
  // Whoever changes a right writes the table anew (WRITE_TABLE=1) and reads its difference.
  if (process.env['WRITE_TABLE']) writeFileSync(TABLE, `${lines.join('\n')}\n`)
  expect(lines).toEqual(readFileSync(TABLE, 'utf8').trimEnd().split('\n'))
})

test('a suspended ID may ask for nothing but the door, whatever its role', async () => {
  const desks = await desksOf(await staffedOffice(), 'contractor', { state: 'suspended', since: null, reason: '調査' })
  const open = await inTurn(names, async (name) => (await passes(desks.get('signed out')!, name) ? name : null))
  const passed = await inTurn(names, async (name) => ((await inTurn(Role.options, (role) => passes(desks.get(role)!, name))).some(Boolean) ? name : null))
  expect(passed.filter((name) => name !== null)).toEqual(open.filter((name) => name !== null))
})

test('whatever an auditor asks for, nothing of the work is written down; only their coming, their own keys and what they took out', async () => {
  const office = await staffedOffice()
  await signInAuditor(office)
  const heard = new Set<EntryType>()
  const world: World = { ...office.world, ledger: { ...office.world.ledger, append: async (entries, after) => { heardOf(entries, heard); return office.world.ledger.append(entries, after) } } }
  const desk = openDesk(world) as unknown as AnyDesk
  let answered = 0
  for (const name of names.filter((each) => each !== 'vault.lock' && each !== 'vault.unlock')) {
    const [group = '', operation = ''] = name.split('.')
    await desk[group]![operation]!(plausible(name, office)).then(() => { answered++ }, () => {})
    expect([name, [...heard].filter((type) => !WRITTEN_BY_AUDITORS.has(type))]).toEqual([name, []])
  }
  // Questions were really answered, and were not all turned away for being badly put.
  expect(answered).toBeGreaterThan(40)
})

test('even where a way led past the door, the pen does not write for an auditor', async () => {
  const office = await staffedOffice()
  await signInAuditor(office)
  for (const type of Object.keys(entryTypes) as EntryType[]) {
    const wrote: EntryType[] = []
    const world: World = { ...office.world, ledger: { ...office.world.ledger, append: async (entries, after) => { wrote.push(...entries.map((entry) => entry.type)); return after } } }
    await record(world, () => ({ entries: [{ type, data: {} } as unknown as EntryBody], answer: () => null })).catch((error: unknown) => expect(error).toBeInstanceOf(Refusal))
    expect([type, wrote]).toEqual([type, WRITTEN_BY_AUDITORS.has(type) ? [type] : []])
  }
})

test('an auditor who also works here works', async () => {
  const office = await staffedOffice()
  await office.desk.people.changeRoles({ personId: office.oba.id, roles: ['mediaAdmin', 'auditor'], reason: '兼務' })
  office.world.signInAs('oba')

  expect(await office.desk.media.reportLost({ no: office.ourStick.no, foundAt: office.world.now(), place: '作業室', circumstances: '見当たらない' })).toMatchObject({ circumstances: '見当たらない' })
})

async function whoMay(desks: ReadonlyMap<Sitting, AnyDesk>, name: OperationName): Promise<string> {
  const who = (await inTurn(everybody, async (sitting) => (await passes(desks.get(sitting)!, name) ? sitting : null))).filter((sitting) => sitting !== null)
  if (who.length === everybody.length) return 'anyone'
  if (who.length === everybody.length - 1 && !who.includes('signed out')) return 'everyone signed in'
  return who.join(' ') || '–'
}

/** Whether the desk lets somebody through to the work. What the work meets behind the door is no business of this. */
async function passes(desk: AnyDesk, name: OperationName): Promise<boolean> {
  const [group = '', operation = ''] = name.split('.')
  try {
    await desk[group]![operation]!({})
    return true
  } catch (error) {
    return !(error instanceof Refusal) || !error.objections.some(({ code }) => SHUT_OUT.includes(code))
  }
}

async function desksOf(office: StaffedOffice, kind: OrganisationKind, access?: Person['access']): Promise<ReadonlyMap<Sitting, AnyDesk>> {
  return new Map(await inTurn(everybody, async (sitting) => [sitting, await bareDesk(office, sitting, kind, access)] as const))
}

/** A desk with one person at it, and nothing behind its door. */
async function bareDesk({ world, mizuno }: StaffedOffice, sitting: Sitting, kind: OrganisationKind, access: Person['access'] = mizuno.access): Promise<AnyDesk> {
  const person: Person = { ...mizuno, roles: Role.options.filter((role) => role === sitting), access }
  const { head, reading } = await world.ledger.read()
  const office = reading.get('office', 'office')!
  const get = ((what: never, id: string) => (what === 'person' ? person : what === 'office' ? { ...office, organisation: { ...office.organisation, kind } } : reading.get(what, id))) as Reading['get']
  const nothing = new Proxy({}, { get: () => () => { throw new Error('nothing is behind this door') } })
  const session = sitting === 'signed out' ? null : { personId: person.id, name: person.name, loginId: 'mizuno', roles: person.roles, since: world.now() }
  return openDesk({
    ...(Object.fromEntries(Object.keys(world).map((room) => [room, nothing])) as unknown as World),
    now: world.now, newId: world.newId, workstation: world.workstation,
    vault: { session: () => session } as unknown as World['vault'],
    ledger: { read: async () => ({ head, reading: { ...reading, list: () => [], open: () => [], get } }) } as unknown as World['ledger'],
  }) as unknown as AnyDesk
}

async function signInAuditor({ desk, world }: StaffedOffice): Promise<void> {
  const auditor = await desk.people.register({ name: '監査 人', kana: 'カンサ', company: null, employment: '正社員', title: '', email: '', tel: '', roles: ['auditor'] })
  await desk.people.giveAccount({ personId: auditor.id, loginId: 'kansa', password: 'kumo-wa-shiroi-7' })
  world.signInAs('kansa')
}

function heardOf(entries: readonly NewEntry[], heard: Set<EntryType>): void {
  for (const { type } of entries) heard.add(type)
}

/** An order as the contract would have it, filled with what this office has. */
function plausible(name: OperationName, { contract: { id }, mizuno, ourStick }: StaffedOffice): unknown {
  const [group = '', operation = ''] = name.split('.')
  const { input } = (contract as unknown as Record<string, Record<string, { input: z.ZodType }>>)[group]![operation]!
  const known: Record<string, unknown> = { contractId: id, personId: mizuno.id, no: ourStick.no, medium: ourStick.no, into: '/out', ledger: 'people', from: 0, count: 10, offset: 0, limit: 10, current: 'kumo-wa-shiroi-7', next: 'ame-wa-yozora-9' }
  return fill(z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' }) as Shape, '', known)
}

interface Shape { type?: string; properties?: Record<string, Shape>; items?: Shape; enum?: unknown[]; const?: unknown; anyOf?: Shape[]; minimum?: number }
function fill(shape: Shape, key: string, known: Record<string, unknown>): unknown {
  if (key in known) return known[key]
  if (shape.const !== undefined) return shape.const
  if (shape.enum) return shape.enum[0]
  if (shape.anyOf) return fill(shape.anyOf.find(({ type }) => type === 'null') ?? shape.anyOf[0] ?? {}, '', known)
  switch (shape.type) {
    case 'object': return Object.fromEntries(Object.entries(shape.properties ?? {}).map(([each, inner]) => [each, fill(inner, each, known)]))
    case 'array': return []
    case 'number': case 'integer': return Math.max(shape.minimum ?? 0, 0)
    case 'boolean': return false
    case 'null': return null
    default: return 'x'
  }
}

async function inTurn<T, R>(of: readonly T[], each: (one: T) => Promise<R>): Promise<R[]> {
  const answers: R[] = []
  for (const one of of) answers.push(await each(one))
  return answers
}
