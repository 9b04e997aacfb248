import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openRealDesk, type RealDesk } from '../../../main/desk.ts'
import { hikari, oba, PASSWORD } from '../../cast.ts'
import { codesAgainst } from '../../refused.ts'
import { cost } from './hanako.ts'

let home: string
let real: RealDesk
beforeEach(async () => {
  home = join(mkdtempSync(join(tmpdir(), 'azukari-revoked-')), 'home')
  real = await openRealDesk({ home, cost })
})
afterEach(async () => {
  await real.close()
  rmSync(join(home, '..'), { recursive: true, force: true })
})
const slots = () => (JSON.parse(readFileSync(join(home, 'vault', 'keyring.json'), 'utf8')) as { slots: unknown[] }).slots.length

test('a revoked ID loses its key in the keyring; nobody else can be given it, and the others come in as before', async () => {
  const { desk } = real
  await desk.vault.create({ organisation: hikari, administrator: { name: '水野 灯里', kana: 'ミズノ', title: '', email: '', tel: '', loginId: 'mizuno', password: PASSWORD, roles: ['supervisor'] } })
  const keeper = await desk.people.register(oba)
  await desk.people.giveAccount({ personId: keeper.id, loginId: 'oba', password: PASSWORD })
  expect(slots()).toBe(2)

  await desk.people.revokeAccount({ personId: keeper.id, reason: '退職' })
  expect(slots()).toBe(1)
  expect(await codesAgainst(desk.vault.unlock({ loginId: 'oba', password: PASSWORD }))).toEqual(['wrong-password'])
  expect(await codesAgainst(desk.people.giveAccount({ personId: keeper.id, loginId: 'oba', password: PASSWORD }))).toEqual(['login-taken'])
  await desk.vault.lock()
  expect(await desk.vault.unlock({ loginId: 'mizuno', password: PASSWORD })).toMatchObject({ state: 'open' })
})

test('a suspended ID keeps its key and is shown out at the door', async () => {
  const { desk } = real
  await desk.vault.create({ organisation: hikari, administrator: { name: '水野 灯里', kana: 'ミズノ', title: '', email: '', tel: '', loginId: 'mizuno', password: PASSWORD, roles: ['supervisor'] } })
  const keeper = await desk.people.register(oba)
  await desk.people.giveAccount({ personId: keeper.id, loginId: 'oba', password: PASSWORD })
  await desk.people.suspendAccount({ personId: keeper.id, reason: '調査' })
  await desk.vault.lock()
  expect(await codesAgainst(desk.vault.unlock({ loginId: 'oba', password: PASSWORD }))).toEqual(['account-suspended'])
  expect([(await desk.vault.status()).state, slots()]).toEqual(['locked', 2])
})
