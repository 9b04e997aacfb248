import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { azukari, type Ran } from './run.ts'
import { startWork } from '../../cli/demo/workplace.ts'
import { openRealDesk } from '../../main/desk.ts'
import { cost } from '../main/vault/hanako.ts'
import { hikari, oba, PASSWORD, pledge, taxContract, training } from '../cast.ts'
import type { ContractOfWork } from '../../core/contracts/contract-of-work.ts'
import { dayOf, type Day, type Instant } from '../../core/time.ts'
import { giveId } from '../../cli/demo/own-password.ts'

let home = ''
let contract: ContractOfWork
const today = dayOf(Date.now() as Instant)
const as = (loginId: string, ...words: string[]): Promise<Ran> => azukari([...words, '--home', home, '--user', loginId, '--json'], { env: { AZUKARI_PASSWORD: PASSWORD } })
const told = ({ out }: Ran) => JSON.parse(out) as { refused?: { code: string; rule: string | null }[] }

beforeAll(async () => {
  home = join(mkdtempSync(join(tmpdir(), 'cli-people-')), 'home')
  const { desk, close } = await openRealDesk({ home, cost })
  const administrator = { name: '水野 灯里', kana: 'ミズノ アカリ', title: '', email: 'mizuno@hikari.example', tel: '', loginId: 'mizuno', password: PASSWORD, roles: ['supervisor' as const] }
  await desk.vault.create({ organisation: hikari, administrator })
  contract = await desk.contracts.open({ ...taxContract, specification: { ...taxContract.specification, agreedOn: today } })
  const keeper = await desk.people.register(oba)
  await giveId(desk, { personId: keeper.id, loginId: 'oba', password: PASSWORD }, { loginId: 'mizuno', password: PASSWORD })
  const people = await desk.people.list()
  await desk.people.recordTraining({ personIds: people.map(({ id }) => id), training: { ...training, on: today } })
  for (const { id } of people) await desk.people.signPledge({ personId: id, pledge: { ...pledge, on: today } })
  await startWork(desk, contract, today)
  await close()
})
afterAll(() => rmSync(join(home, '..'), { recursive: true, force: true }))

test('R-39 nobody handles anything before they have read the specification, and then they do', async () => {
  const brought = join(home, '..', '宛名.csv')
  writeFileSync(brought, '𠮷田')
  const look = () => as('oba', 'handovers', 'look', JSON.stringify({ paths: [brought] }))
  const before = await look()
  expect([before.code, told(before).refused]).toEqual([1, [expect.objectContaining({ code: 'specification-not-read', rule: 'R-39', article: '21' })]])
  expect((await as('oba', 'contracts', 'acknowledgeSpecification', JSON.stringify({ contractId: contract.id, version: 'v1.0' }))).code).toBe(0)
  expect((await look()).code).toBe(0)
})

test('a session is held and an absentee is noted; 𠮷 stays whole', async () => {
  const people = JSON.parse((await as('mizuno', 'people', 'list')).out) as { id: string }[]
  writeFileSync(join(home, '..', 'slides.pdf'), '%PDF-1.7')
  const order = { on: today, title: '𠮷研修', method: '集合', trainer: '髙橋', content: '', test: '紙', passMark: 80, followUpOf: null, materialPath: join(home, '..', 'slides.pdf'), attendees: [{ personId: people[0]!.id, score: 90 }], absentees: [{ personId: people[1]!.id, reason: '発熱' }] }
  const held = await as('mizuno', 'staffing', 'holdTraining', JSON.stringify(order))
  expect([held.code, JSON.parse(held.out)]).toEqual([0, expect.objectContaining({ title: '𠮷研修', trainer: '髙橋', material: expect.objectContaining({ name: 'slides.pdf' }) as unknown })])
})

test('a contract without its supervisor is not changed to one who may not be; a suspended ID is refused at the door', async () => {
  const people = JSON.parse((await as('mizuno', 'people', 'list')).out) as { id: string; name: string }[]
  const keeper = people.find(({ name }) => name === '大庭 健吾')!.id
  const change = { contractId: contract.id, to: keeper, effectiveOn: '2099-01-01' as Day, submittedOn: null, docNo: '', reason: '異動', contactOrder: 1, telDay: '', telNight: '' }
  expect(told(await as('mizuno', 'contracts', 'changeSupervisor', JSON.stringify(change))).refused?.map(({ code }) => code)).toEqual(['person-lacks-role'])
  expect((await as('mizuno', 'people', 'suspendAccount', JSON.stringify({ personId: keeper, reason: '調査' }))).code).toBe(0)
  const shut = await as('oba', 'people', 'list')
  expect([shut.code, shut.out + shut.err]).toEqual([1, expect.stringContaining('account-suspended')])
})
