import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dayOf, MINUTE } from '../../core/time.ts'
import { PASSWORD } from '../cast.ts'
import { keepFigures } from '../figures.ts'
import { codeOf } from '../main/vault/telephone.ts'
import { type TwoOffices, twoOffices } from '../two-offices.ts'
import { figuresOf } from './figures-of.ts'
import { type Walk, walking } from './real-walk.ts'
import { leftOut } from './walked.ts'
import { counting } from './world-calls.ts'

/** Keys, codes, backups and what goes out of the ledger, at a real vault: every call of them fails in its turn. */
const NEXT_PASSWORD = 'ame-wa-yozora-9'
const counted = counting()
let offices: TwoOffices
let ask: Walk
/** The key of the authenticator that was set last; null: there is none. */
let key: string | null = null

beforeAll(async () => {
  offices = await twoOffices()
  const { worlds: { contractor: world }, at } = offices
  const folder = join(at('contractor'), '..')
  ask = walking({ world, home: at('contractor'), folder, others: ['city'], enter }, counted)
})
afterAll(async () => {
  await offices.close()
  if (counted.contradictions.size === 0) keepFigures('world-calls-at-the-door', figuresOf(counted))
})

/** With whichever password and factor the operation left, a new code each time. */
async function enter(): Promise<void> {
  const { vault } = offices.worlds.contractor
  for (const password of [PASSWORD, NEXT_PASSWORD]) {
    const came = await vault.unlock('mizuno', password)
    if (came.outcome === 'open' || (came.outcome === 'code-needed' && key !== null && (await vault.unlock('mizuno', password, nextCode(key))).outcome === 'open')) return
  }
  throw new Error('nobody comes in')
}

function nextCode(of: string): string {
  offices.pass(MINUTE)
  return codeOf(of, offices.now())
}

const nothingFound = (): void => expect([...counted.contradictions]).toEqual([])

test('keys and codes change whole or not at all, whatever fails meanwhile', async () => {
  const { contractor } = offices
  const { recoveryKey } = await ask('vault', 'renewRecoveryKey', { input: { password: PASSWORD } })
  await ask('vault', 'offerFactor', { input: { password: PASSWORD } })
  let offered = ''
  await ask('vault', 'setFactor', {
    // What was offered before is forgotten with the vault that is put back.
    input: async () => {
      key = null
      offered = (await contractor.vault.offerFactor({ password: PASSWORD })).key
      key = offered
      return { code: nextCode(offered) }
    },
  })
  await ask('vault', 'requireFactor', { input: { required: true, reason: '本市の求め' } })
  await contractor.vault.requireFactor({ required: false, reason: '求めがなくなった' })
  const withCode = async () => ({ password: PASSWORD, code: nextCode(offered) })
  await ask('vault', 'dropFactor', { input: withCode, again: withCode })
  key = null
  await ask('vault', 'recover', { signedIn: false, input: { recoveryKey, loginId: 'mizuno', newPassword: NEXT_PASSWORD } })
  nothingFound()
})

test('backups are planned, made and looked at, whatever fails meanwhile', async () => {
  const { at } = offices
  const folder = at('backups')
  await ask('backup', 'setPlan', { input: { plan: { folder, at: '18:30', keep: 3 } } })
  const made = await ask('backup', 'make', { input: { folder: null } })
  const path = made.outcome === 'made' ? made.backup.made?.path ?? '' : ''
  await ask('backup', 'state')
  await ask('backup', 'list', { input: { folder } })
  await ask('backup', 'read', { input: { path } })
  await ask('backup', 'verify', { input: { path } })
  nothingFound()
})

test('the ledger and its evidence go out, and a key ends, whatever fails meanwhile', async () => {
  const { at, contractor, ours, now } = offices
  await ask('ledger', 'entries', { input: { from: 0, count: 10 } })
  await ask('ledger', 'verify')
  await ask('ledger', 'export', { input: { into: join(at('ledgers'), 'first') } })
  await ask('evidence', 'pack', { input: { contractId: ours, into: at('packs') } })
  const { counterpartKey } = (await contractor.contracts.list()).find(({ id }) => id === ours)!
  await ask('contracts', 'revokeKey', { input: { contractId: ours, fingerprint: counterpartKey?.fingerprint ?? '', from: dayOf(now()), reason: '紛失' } })
  nothingFound()
})

test('nothing is left out for which this walk answers', () => {
  expect(leftOut('at the door', counted)).toEqual([])
})
