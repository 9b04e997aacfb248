import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Instant } from '../../../core/time.ts'
import { openRealDesk, type RealDesk } from '../../../main/desk.ts'
import { giveId } from '../../../cli/demo/own-password.ts'
import { hikari, morikawa, oba, PASSWORD, taxContract, yoshida } from '../../cast.ts'
import { codesAgainst } from '../../refused.ts'
import { cost } from './hanako.ts'
import { codeOf } from './telephone.ts'

const mizuno = { loginId: 'mizuno', password: PASSWORD }
let home: string
let real: RealDesk
let now: number
let recoveryKey: string
const desk = () => real.desk
const pass = (milliseconds: number) => { now += milliseconds }
const sitDown = () => openRealDesk({ home, now: () => now as Instant, cost })
const keyring = () => JSON.parse(readFileSync(join(home, 'vault', 'keyring.json'), 'utf8')) as { version: number; slots: { factor: string | null }[]; failures: unknown[]; lockOuts: unknown[] }
const types = async () => (await desk().ledger.entries({ from: 0, count: 1000 })).entries.map(({ type }) => type)

beforeEach(async () => {
  home = join(mkdtempSync(join(tmpdir(), 'azukari-factor-')), 'home')
  now = Date.UTC(2026, 11, 7, 1)
  real = await sitDown()
  ;({ recoveryKey } = await desk().vault.create({ organisation: hikari, administrator: { name: '水野 灯里', kana: 'ミズノ', title: '', email: '', tel: '', ...mizuno, roles: ['supervisor'] } }))
})
afterEach(async () => {
  await real.close()
  rmSync(join(home, '..'), { recursive: true, force: true })
})

/** A telephone: shows the code of a key at this minute, or some steps away. */
const telephone = (key: string) => (away = 0): string => codeOf(key, now, away)

async function setsFactor(password = PASSWORD): Promise<{ code: (away?: number) => string; recoveryCodes: string[] }> {
  const { key } = await desk().vault.offerFactor({ password })
  const code = telephone(key)
  const { recoveryCodes } = await desk().vault.setFactor({ code: code() })
  pass(30_000)
  return { code, recoveryCodes }
}

test('a second factor is set with password and first code, and asked from the next sign-in on', async () => {
  expect(await codesAgainst(desk().vault.offerFactor({ password: 'guess' }))).toEqual(['wrong-password'])
  const { key, uri, rows } = await desk().vault.offerFactor({ password: PASSWORD })
  expect([key.length, new URL(uri).searchParams.get('secret'), rows.every((row) => row.length === rows.length)]).toEqual([32, key, true])
  expect(await codesAgainst(desk().vault.setFactor({ code: '000000' }))).toEqual(['first-code-wrong'])
  const code = telephone(key)
  const { recoveryCodes } = await desk().vault.setFactor({ code: code() })
  expect(new Set(recoveryCodes).size).toBe(10)
  expect((await desk().people.accounts())[0]).toMatchObject({ loginId: 'mizuno', secondFactorAt: now })

  await desk().vault.lock()
  expect(await codesAgainst(desk().vault.unlock(mizuno))).toEqual(['code-needed'])
  expect(await codesAgainst(desk().vault.unlock({ ...mizuno, code: code() }))).toEqual(['wrong-code'])
  pass(30_000)
  expect(await codesAgainst(desk().vault.unlock({ ...mizuno, password: 'guess', code: code() }))).toEqual(['wrong-password'])
  expect(await desk().vault.unlock({ ...mizuno, code: code() })).toMatchObject({ state: 'open' })
})

test('without the right password nobody learns whether there is a second factor', async () => {
  await setsFactor()
  await giveId(desk(), { personId: (await desk().people.register(oba)).id, loginId: 'oba', password: PASSWORD }, mizuno).catch(() => {})
  await desk().vault.lock()
  const said = []
  for (const loginId of ['mizuno', 'oba', 'nobody']) for (const code of [undefined, '123456']) said.push((await desk().vault.unlock({ loginId, password: 'guess', ...(code ? { code } : {}) }).catch((error: unknown) => (error as { objections: unknown }).objections)))
  expect(said[0]).toEqual(said[2])
  expect(said[2]).toEqual(said[4])
  expect(said[1]).toEqual(said[3])
  expect(said[3]).toEqual(said[5])
})

test('wrong codes are counted with wrong passwords and lock out; half a proof forgets nothing that was counted', async () => {
  const { code } = await setsFactor()
  await desk().vault.lock()
  const wrong = () => codesAgainst(desk().vault.unlock({ ...mizuno, code: '12345' }))
  for (let n = 0; n < 2; n++) await codesAgainst(desk().vault.unlock({ ...mizuno, password: 'guess' }))
  expect(await wrong()).toEqual(['wrong-code'])
  expect(await codesAgainst(desk().vault.unlock(mizuno))).toEqual(['code-needed'])
  expect(keyring().failures).toMatchObject([{ count: 3 }])
  expect([await wrong(), await wrong()]).toEqual([['wrong-code'], ['locked-out']])
  await real.close()
  real = await sitDown()
  expect(await codesAgainst(desk().vault.unlock({ ...mizuno, code: code() }))).toEqual(['locked-out'])

  pass(15 * 60_000)
  expect(await desk().vault.unlock({ ...mizuno, code: code() })).toMatchObject({ state: 'open' })
  const { entries } = await desk().ledger.entries({ from: 0, count: 1000 })
  expect(entries.filter(({ type }) => type === 'locked-out-at-door').map(({ data }) => data)).toEqual([{ loginId: 'mizuno', failures: 5, at: now - 15 * 60_000, where: 'door' }])
  expect(keyring().lockOuts).toEqual([])
  expect((await desk().people.accounts())[0]).toMatchObject({ failures: 5, lockedOutAt: now - 15 * 60_000 })
})

test('a code opens once, a recovery code opens once, and using one up is written down', async () => {
  const { code, recoveryCodes: [first = '', second = ''] } = await setsFactor()
  const one = code()
  await desk().vault.lock()
  await desk().vault.unlock({ ...mizuno, code: one })
  await desk().vault.lock()
  expect(await codesAgainst(desk().vault.unlock({ ...mizuno, code: one }))).toEqual(['wrong-code'])
  // Whatever the clock is set to afterwards.
  pass(-30_000)
  expect(await codesAgainst(desk().vault.unlock({ ...mizuno, code: code() }))).toEqual(['wrong-code'])

  expect(await desk().vault.unlock({ ...mizuno, code: first.toLowerCase().replace('-', ' ') })).toMatchObject({ state: 'open' })
  expect((await desk().vault.access()).factor).toMatchObject({ recoveryCodesLeft: 9 })
  await desk().vault.lock()
  expect(await codesAgainst(desk().vault.unlock({ ...mizuno, code: first }))).toEqual(['wrong-code'])
  expect(await desk().vault.unlock({ ...mizuno, code: second })).toMatchObject({ state: 'open' })
  expect((await types()).filter((type) => type === 'recovery-code-used')).toHaveLength(2)
})

test('whoever takes over an open desk shows one code, and it is spent', async () => {
  const { code } = await setsFactor()
  const { id } = await desk().people.register(oba)
  await desk().people.giveAccount({ personId: id, loginId: 'oba', password: 'hajimete-no-kippu-31' })
  await desk().vault.unlock({ loginId: 'oba', password: 'hajimete-no-kippu-31' })
  const one = code()
  expect(await desk().vault.unlock({ ...mizuno, code: one })).toMatchObject({ session: { loginId: 'mizuno' } })
  await desk().vault.lock()
  expect(await codesAgainst(desk().vault.unlock({ ...mizuno, code: one }))).toEqual(['wrong-code'])
})

test('its own owner removes it with password and code; an administrator removes another’s, and it is written down', async () => {
  const { code } = await setsFactor()
  expect(await codesAgainst(desk().vault.dropFactor({ password: PASSWORD, code: '12345' }))).toEqual(['wrong-code'])
  await desk().vault.dropFactor({ password: PASSWORD, code: code() })
  await desk().vault.lock()
  await desk().vault.unlock(mizuno)
  expect(await codesAgainst(desk().vault.dropFactor({ password: PASSWORD, code: '12345' }))).toEqual(['second-factor-none'])

  const { id } = await desk().people.register({ ...yoshida, roles: ['worker', 'administrator'] })
  await giveId(desk(), { personId: id, loginId: 'yoshida', password: PASSWORD }, { loginId: 'yoshida', password: PASSWORD })
  await setsFactor()
  expect(await codesAgainst(desk().people.removeFactor({ personId: id, reason: '機種変更' }))).toEqual(['same-person'])
  await desk().vault.unlock(mizuno)
  await desk().people.removeFactor({ personId: id, reason: '電話の紛失' })
  const { entries } = await desk().ledger.entries({ from: 0, count: 1000 })
  expect(entries.at(-1)).toMatchObject({ type: 'second-factor-removed', by: '水野 灯里', data: { personId: id, how: 'administrator', reason: '電話の紛失' } })
  expect(await desk().vault.unlock({ loginId: 'yoshida', password: PASSWORD })).toMatchObject({ state: 'open' })
})

test('removed by an administrator when the power failed before the keyring knew, it is removed once more, and said once', async () => {
  const { id } = await desk().people.register(yoshida)
  await giveId(desk(), { personId: id, loginId: 'yoshida', password: PASSWORD }, { loginId: 'yoshida', password: PASSWORD })
  await setsFactor()
  await desk().vault.unlock(mizuno)
  const asBefore = readFileSync(join(home, 'vault', 'keyring.json'))
  await desk().people.removeFactor({ personId: id, reason: '電話の紛失' })
  await desk().vault.lock()
  writeFileSync(join(home, 'vault', 'keyring.json'), asBefore)
  expect(await codesAgainst(desk().vault.unlock({ loginId: 'yoshida', password: PASSWORD }))).toEqual(['code-needed'])

  await desk().vault.unlock(mizuno)
  await desk().people.removeFactor({ personId: id, reason: '電話の紛失' })

  expect((await types()).filter((type) => type === 'second-factor-removed')).toHaveLength(1)
  expect(await codesAgainst(desk().people.removeFactor({ personId: id, reason: '電話の紛失' }))).toEqual(['second-factor-none'])
  expect(await desk().vault.unlock({ loginId: 'yoshida', password: PASSWORD })).toMatchObject({ state: 'open' })
})

test('where the office asks it of everybody, nothing else is done before it is set, and it is not removed', async () => {
  await desk().vault.requireFactor({ required: true, reason: '市との取決め' })
  expect(await codesAgainst(desk().people.list())).toEqual(['second-factor-owed'])
  expect((await desk().vault.status()).owed).toEqual(['second factor'])
  const { code } = await setsFactor()
  expect(await desk().people.list()).toHaveLength(1)
  expect(await codesAgainst(desk().vault.dropFactor({ password: PASSWORD, code: code() }))).toEqual(['second-factor-required'])
  await desk().vault.requireFactor({ required: false, reason: '取決めの終了' })
  expect((await types()).filter((type) => type === 'second-factor-rule-set')).toHaveLength(2)
})

test('the recovery key opens without the telephone, and ends the second factor of that ID', async () => {
  await setsFactor()
  await desk().vault.lock()
  expect(await desk().vault.recover({ recoveryKey, loginId: 'mizuno', newPassword: 'ame-wa-yozora-9' })).toMatchObject({ state: 'open', session: { loginId: 'mizuno' } })
  expect((await types()).slice(-3)).toEqual(['recovered', 'second-factor-removed', 'signed-in'])
  await desk().vault.lock()
  expect(await desk().vault.unlock({ loginId: 'mizuno', password: 'ame-wa-yozora-9' })).toMatchObject({ state: 'open' })
})

test('a new recovery key opens, the old one no more', async () => {
  const renewed = await desk().vault.renewRecoveryKey({ password: PASSWORD })
  expect(renewed.recoveryKey).not.toBe(recoveryKey)
  expect(await codesAgainst(desk().vault.renewRecoveryKey({ password: 'guess' }))).toEqual(['wrong-password'])
  await desk().vault.lock()
  expect(await codesAgainst(desk().vault.recover({ recoveryKey, loginId: 'mizuno', newPassword: 'ame-wa-yozora-9' }))).toEqual(['wrong-recovery-key'])
  expect(await desk().vault.recover({ recoveryKey: renewed.recoveryKey, loginId: 'mizuno', newPassword: 'ame-wa-yozora-9' })).toMatchObject({ state: 'open' })
  expect(await types()).toContain('recovery-key-renewed')
})

test('the keyring shows no secret of a second factor, and one taken out or exchanged by hand is noticed', async () => {
  const { key } = await desk().vault.offerFactor({ password: PASSWORD })
  const code = telephone(key)
  await desk().vault.setFactor({ code: code() })
  await desk().vault.lock()
  const file = readFileSync(join(home, 'vault', 'keyring.json'), 'utf8')
  expect([file.includes(key), keyring().version]).toEqual([false, 2])
  pass(60_000)
  const without = JSON.parse(file) as ReturnType<typeof keyring>
  without.slots[0]!.factor = null
  writeFileSync(join(home, 'vault', 'keyring.json'), JSON.stringify(without))
  expect(await codesAgainst(desk().vault.unlock(mizuno))).toEqual(['vault-damaged'])
  expect(await codesAgainst(desk().vault.unlock({ ...mizuno, loginId: 'ｍｉｚｕｎｏ' }))).toEqual(['vault-damaged'])
  expect((await desk().vault.status()).state).toBe('locked')
  without.slots[0]!.factor = Buffer.alloc(80, 7).toString('base64')
  writeFileSync(join(home, 'vault', 'keyring.json'), JSON.stringify(without))
  expect(await codesAgainst(desk().vault.unlock({ ...mizuno, code: code() }))).toEqual(['vault-damaged'])
  writeFileSync(join(home, 'vault', 'keyring.json'), file)
  expect(await desk().vault.unlock({ ...mizuno, code: code() })).toMatchObject({ state: 'open' })
})

test('one that was taken out by hand while the desk is open lets nobody sign as the second person', async () => {
  const contract = await desk().contracts.open(taxContract)
  const { id } = await desk().people.register({ ...yoshida, roles: ['worker', 'administrator'] })
  await giveId(desk(), { personId: id, loginId: 'yoshida', password: PASSWORD }, mizuno)
  await setsFactor()
  await desk().vault.unlock({ loginId: 'yoshida', password: PASSWORD })
  const without = keyring()
  for (const slot of without.slots) slot.factor = null
  writeFileSync(join(home, 'vault', 'keyring.json'), JSON.stringify(without))

  const exception = { cityRef: '回答第1号', reason: '再委託', second: mizuno }
  expect(await codesAgainst(desk().contracts.addRecipient({ contractId: contract.id, recipient: { ...morikawa, organisation: '株式会社ほかのところ' }, exception }))).toEqual(['vault-damaged'])
})

test('one that was taken out of the keyring by hand does not spare its owner the code, whatever is changed with it', async () => {
  await setsFactor()
  const without = keyring()
  without.slots[0]!.factor = null
  writeFileSync(join(home, 'vault', 'keyring.json'), JSON.stringify(without))

  expect(await codesAgainst(desk().vault.renewRecoveryKey({ password: PASSWORD }))).toEqual(['vault-damaged'])
  expect(await codesAgainst(desk().vault.changePassword({ current: PASSWORD, next: 'ame-wa-yozora-9' }))).toEqual(['vault-damaged'])
  expect(await codesAgainst(desk().vault.dropFactor({ password: PASSWORD, code: '123456' }))).toEqual(['vault-damaged'])
})

test('a password that an administrator gave opens the door and nothing else, at the first sign-in and after a resumption', async () => {
  const { id } = await desk().people.register(oba)
  await desk().people.giveAccount({ personId: id, loginId: 'oba', password: 'hajimete-no-kippu-31' })
  const as = (password: string) => desk().vault.unlock({ loginId: 'oba', password })
  expect((await as('hajimete-no-kippu-31')).owed).toEqual(['own password'])
  expect(await codesAgainst(desk().people.list())).toEqual(['own-password-owed'])
  expect(await codesAgainst(desk().vault.changePassword({ current: 'hajimete-no-kippu-31', next: 'hajimete-no-kippu-31' }))).toEqual(['password-unchanged'])
  await desk().vault.changePassword({ current: 'hajimete-no-kippu-31', next: 'ame-wa-yozora-9' })
  expect((await desk().vault.status()).owed).toEqual([])
  expect(await desk().people.list()).toHaveLength(2)

  await desk().vault.unlock(mizuno)
  await desk().people.resumeAccount({ personId: id, password: 'hajimete-no-kippu-32' })
  await desk().vault.lock()
  expect((await as('hajimete-no-kippu-32')).owed).toEqual(['own password'])
  await real.close()
  real = await sitDown()
  await as('hajimete-no-kippu-32')
  expect(await codesAgainst(desk().people.list())).toEqual(['own-password-owed'])
})
