import { expect, test } from 'vitest'
import { MINUTE } from '../../../core/time.ts'
import { openRealDesk } from '../../../main/desk.ts'
import { cost, nine, password } from './hanako.ts'
import { offices } from './office.ts'

const { office } = offices()
const entry = { loginId: 'hanako', password }

/** The real desk in a copy of Hanako's home; only the idle clock is moved by hand. */
async function sitDown() {
  let idle = 0
  const real = await openRealDesk({ home: office().home, now: () => nine, idleClock: () => idle, cost })
  const leavings = async () => (await real.desk.ledger.entries({ from: 0, count: 1000 })).entries.filter(({ type }) => type === 'signed-out').map(({ data }) => (data as { why: string }).why)
  return { ...real, pass: (milliseconds: number) => { idle += milliseconds }, leavings }
}

test('a desk at which nobody asked anything for ten minutes is left, and the leaving is written down', async () => {
  const { desk, pass, leavings, close } = await sitDown()
  await desk.vault.unlock(entry)
  pass(10 * MINUTE)

  await expect(desk.home.today()).rejects.toThrow('vault-locked')

  expect(await desk.vault.unlock(entry)).toMatchObject({ state: 'open' })
  expect(await leavings()).toEqual(['idle'])
  await close()
})

test('every question keeps the desk open, but not the one that a screen asks by itself', async () => {
  const { desk, pass, close } = await sitDown()
  await desk.vault.unlock(entry)

  pass(6 * MINUTE)
  await desk.contracts.list()
  pass(6 * MINUTE)
  expect((await desk.vault.status()).state).toBe('open')
  pass(4 * MINUTE)

  expect((await desk.vault.status()).state).toBe('locked')
  await close()
})

test('whoever signs in while an idle desk is being left comes in after the leaving', async () => {
  const { desk, pass, leavings, close } = await sitDown()
  await desk.vault.unlock(entry)
  pass(10 * MINUTE)

  const [status, unlocked] = await Promise.all([desk.vault.status(), desk.vault.unlock(entry)])

  expect([status.state, unlocked.state]).toEqual(['locked', 'open'])
  expect(await leavings()).toEqual(['idle'])
  expect((await desk.vault.status()).session).toMatchObject({ loginId: 'hanako' })
  await close()
})

test('the desk is busy while something is under way, and closing it writes down the leaving', async () => {
  const { desk, busy, close } = await sitDown()
  await desk.vault.unlock(entry)

  const verifying = desk.ledger.verify()
  expect(busy()).toBe(true)
  await verifying
  expect(busy()).toBe(false)

  await close()
  await expect(desk.contracts.list()).rejects.toThrow('vault-locked')
})
