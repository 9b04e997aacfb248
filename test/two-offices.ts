import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startWork } from '../cli/demo/workplace.ts'
import type { Desk } from '../core/contract.ts'
import type { ContractId } from '../core/contracts/contract-of-work.ts'
import { openDesk } from '../core/desk.ts'
import type { Day, Instant } from '../core/time.ts'
import { noScanner } from '../main/viruses/no-scanner.ts'
import { openWorld, type RealWorld } from '../main/world.ts'
import { cost } from './main/vault/hanako.ts'
import { hikari, oba, PASSWORD, pledge, taxContract, training, yoshida } from './cast.ts'
import { TEN_IN_THE_MORNING } from './world.ts'
import { giveId } from '../cli/demo/own-password.ts'

/** A contractor and a city with real vaults, real documents and one clock, sharing nothing but a folder. */
export interface TwoOffices {
  contractor: Desk
  city: Desk
  ours: ContractId
  theirs: ContractId
  /** A folder of its own, made on the way. */
  at(...names: string[]): string
  now(): Instant
  pass(milliseconds: number): void
  /** A world's own: for failing, or for a second desk on one vault. */
  worlds: { contractor: RealWorld; city: RealWorld }
  close(): Promise<void>
}

/** On the morning of the seventh: both have the contract and each other's key, work has started. Mizuno and Nishizono (cityManager) are signed in; Morikawa (cityOfficer) has an ID. */
export async function twoOffices(): Promise<TwoOffices> {
  const folder = mkdtempSync(join(tmpdir(), 'two-offices-'))
  let now = TEN_IN_THE_MORNING
  const at = (...names: string[]): string => { const path = join(folder, ...names); mkdirSync(path, { recursive: true }); return path }
  // Nobody is idle there, however slow the machine is: while one office works for long, the other would lock itself.
  const open = (name: string): Promise<RealWorld> => openWorld({ home: join(folder, name), now: () => now, viruses: noScanner, cost, idleClock: () => 0 })
  const worlds = { contractor: await open('contractor'), city: await open('city') }
  const [contractor, city] = [openDesk(worlds.contractor), openDesk(worlds.city)]
  const administrator = { kana: 'カナ', title: '', email: 'a@example.jp', tel: '', password: PASSWORD }
  await contractor.vault.create({ organisation: hikari, administrator: { ...administrator, name: '水野 灯里', loginId: 'mizuno', roles: ['supervisor'] } })
  await city.vault.create({ organisation: { ...hikari, kind: 'city', name: '青葉野市', representative: '青葉野市長' }, administrator: { ...administrator, name: '西園 直樹', title: '課長', loginId: 'nishizono', roles: ['cityManager'] } })
  const morikawa = await city.people.register({ name: '森川 奏', kana: 'モリカワ カナデ', company: null, employment: '正社員', title: '主査', email: '', tel: '', roles: ['cityOfficer'] })
  await giveId(city, { personId: morikawa.id, loginId: 'morikawa', password: PASSWORD }, { loginId: 'nishizono', password: PASSWORD })
  const { id: ours } = await contractor.contracts.open(taxContract)
  const { id: theirs } = await city.contracts.open({ ...taxContract, contractor: hikari.name })
  const json = ({ paths }: { paths: string[] }): string => paths.find((path) => path.endsWith('.json')) ?? ''
  const notices = { ours: json(await contractor.vault.saveKeyNotice({ into: at('keys') })), theirs: json(await city.vault.saveKeyNotice({ into: at('keys') })) }
  await city.contracts.registerKey({ contractId: theirs, path: notices.ours, checkedBy: '電話', toldBy: '水野 灯里', fingerprintHeard: (await contractor.vault.publicKeys()).checkWords.join(' ') })
  await contractor.contracts.registerKey({ contractId: ours, path: notices.theirs, checkedBy: '書面', toldBy: '', fingerprintHeard: (await city.vault.publicKeys()).fingerprint })
  for (const person of [oba, yoshida]) await contractor.people.register(person)
  const people = await contractor.people.list()
  await contractor.people.recordTraining({ personIds: people.map(({ id }) => id), training })
  for (const { id } of people) await contractor.people.signPledge({ personId: id, pledge })
  for (const [i, loginId] of ['oba', 'yoshida'].entries()) await giveId(contractor, { personId: people[i + 1]!.id, loginId, password: PASSWORD }, { loginId: 'mizuno', password: PASSWORD })
  const [contract] = await contractor.contracts.list()
  await startWork(contractor, contract!, '2026-12-07' as Day)
  return {
    contractor, city, ours, theirs, at, worlds, now: () => now, pass: (milliseconds) => { now = (now + milliseconds) as Instant },
    close: async () => {
      for (const world of Object.values(worlds)) await world.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** The file of this kind among those that were saved. */
export const ending = (paths: readonly string[], end: string): string => paths.find((path) => path.endsWith(end)) ?? ''
