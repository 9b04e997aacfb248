import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Instant } from '../../../core/time.ts'
import { openRealDesk, type RealDesk } from '../../../main/desk.ts'
import { hikari, oba, PASSWORD } from '../../cast.ts'
import { codesAgainst } from '../../refused.ts'
import { cost } from './hanako.ts'
import { codeOf } from './telephone.ts'

const mizuno = { loginId: 'mizuno', password: PASSWORD }
let [shelf, home, out]: string[] = []
let real: RealDesk
let now: number
let names = 0
const desk = () => real.desk
const into = () => join(out!, `taken-${++names}`)
const keyringPath = () => join(home!, 'vault', 'keyring.json')
const keyring = () => JSON.parse(readFileSync(keyringPath(), 'utf8')) as { version: number; slots: { factor: string | null }[]; rescues?: unknown[] }
const takenOut = async () => (await desk().ledger.entries({ from: 0, count: 1000 })).entries.filter(({ type }) => type === 'ledger-taken-out').map(({ by, data }) => ({ by, data }))

beforeEach(async () => {
  shelf = mkdtempSync(join(tmpdir(), 'azukari-taken-'))
  ;[home, out] = [join(shelf, 'home'), shelf]
  now = Date.UTC(2026, 11, 7, 1)
  real = await openRealDesk({ home, now: () => now as Instant, cost })
  await desk().vault.create({ organisation: hikari, administrator: { name: '水野 灯里', kana: 'ミズノ', title: '', email: '', tel: '', ...mizuno, roles: ['supervisor'] } })
})
afterEach(async () => {
  await real.close()
  rmSync(shelf!, { recursive: true, force: true })
})

test('whoever takes the whole ledger out stands in it, with where to', async () => {
  const to = into()
  const { size } = await desk().ledger.export({ into: to })
  expect(await takenOut()).toEqual([{ by: '水野 灯里', data: { how: 'export', loginId: 'mizuno', entries: size, to, at: now } }])
})

test('a rescue at the closed door is written down by whoever comes in next, once', async () => {
  await desk().vault.lock()
  await desk().vault.rescue({ ...mizuno, into: into() })
  const rescuedAt = now
  expect(keyring()).toMatchObject({ version: 3, rescues: [{ at: rescuedAt }] })
  expect(readFileSync(keyringPath(), 'utf8')).not.toMatch(/mizuno|taken-/)

  now += 60_000
  await desk().vault.unlock(mizuno)
  expect(await takenOut()).toEqual([{ by: null, data: { how: 'rescue', loginId: 'mizuno', entries: null, to: '', at: rescuedAt } }])
  expect([keyring().version, keyring().rescues]).toEqual([2, undefined])
  await desk().vault.lock()
  await desk().vault.unlock(mizuno)
  expect(await takenOut()).toHaveLength(1)
})

test('who is not let in leaves no such trace, and with a password that an administrator gave nobody is', async () => {
  const { id } = await desk().people.register({ ...oba, roles: ['supervisor'] })
  await desk().people.giveAccount({ personId: id, loginId: 'oba', password: 'oboro-zuki-7-yo' })
  await desk().vault.lock()
  const folder = into()
  expect(await codesAgainst(desk().vault.rescue({ loginId: 'oba', password: 'oboro-zuki-7-yo', into: folder }))).toEqual(['password-given-rescues-nothing'])
  expect(await codesAgainst(desk().vault.rescue({ ...mizuno, password: 'guess', into: folder }))).toEqual(['wrong-password'])
  expect([existsSync(folder), keyring().rescues]).toEqual([false, undefined])
})

test('a second factor that was taken out of the keyring by hand opens no rescue', async () => {
  const { key } = await desk().vault.offerFactor({ password: PASSWORD })
  await desk().vault.setFactor({ code: codeOf(key, now, 0) })
  await desk().vault.lock()
  const folder = into()
  expect(await codesAgainst(desk().vault.rescue({ ...mizuno, into: folder }))).toEqual(['code-needed'])
  const { slots, ...rest } = keyring()
  writeFileSync(keyringPath(), JSON.stringify({ ...rest, slots: slots.map((slot) => ({ ...slot, factor: null })) }))

  expect(await codesAgainst(desk().vault.rescue({ ...mizuno, into: folder }))).toEqual(['vault-damaged'])
  expect([existsSync(folder), keyring().rescues]).toEqual([false, undefined])
})
