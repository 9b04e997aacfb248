import { performance } from 'node:perf_hooks'
import type { Instant } from '../../core/time.ts'
import type { Unlocked } from '../../core/world.ts'
import { type Factor, factorOf, sealFactor, spend } from './factor.ts'
import { type Keyring, type KeyringSlot, tagOf, withFailures, withLockOut, withSlot, writeKeyring } from './keyring.ts'
import { type Failures, lockedUntil, oneMore, triesLeft } from './lock-out.ts'
import { trySlot, type Whose, whoseSlot } from './slots.ts'
import type { VaultSecret } from './vault-keys.ts'

type Answer = NonNullable<Extract<Unlocked, { outcome: 'open' }>['code']>
/** `took`: milliseconds that stretching the password took. */
export type Tried = { outcome: 'right'; secret: VaultSecret; whose: Whose; code: Answer | null; took: number } | Exclude<Unlocked, { outcome: 'open' }>

/**
 * What somebody shows at the door. `how`: a code that is only looked at is not spent, and where the password alone is asked none is
 * looked at. `atDoor`: nobody is in who could write a lock-out down, so the keyring keeps it.
 */
export interface Shown { loginId: string; password: string; code?: string | undefined; how?: 'leave the code unspent' | 'password alone' | undefined; now: Instant; atDoor: boolean }

/**
 * Tries an ID, a password and a code against the keyring. The failure is written down before anything is tried and struck out
 * when all was right, so that pulling the plug in between wins no tries. IDs that nobody has are counted and answered alike.
 * The password comes first, and without it nobody learns whether there is a code; until the code was right too, the secret serves
 * only to read the factor with, and no room of the vault has been opened.
 */
export async function tryPassword(path: string, keyring: Keyring, shown: Shown): Promise<Tried> {
  const { loginId, password, now } = shown
  const tag = await tagOf(loginId, keyring.tags)
  const before = keyring.failures.find((each) => each.tag === tag)
  const until = lockedUntil(before, now)
  if (until !== null && before) {
    // The clock was set back: counted from now, and not again from every later now.
    if (until < before.lockedUntil) await writeKeyring(path, withFailures(keyring, tag, { count: before.count, lockedUntil: until }))
    return { outcome: 'locked-out', until, justNow: false, failures: before.count }
  }

  const charged = oneMore(before, now)
  await writeKeyring(path, chargedWith(keyring, tag, charged, shown))
  const begun = performance.now()
  const secret = await trySlot(keyring, tag, password)
  const took = performance.now() - begun
  if (secret === 'malformed') return { outcome: 'damaged', what: 'keyring.json' }
  if (!secret) return refused(charged, now, 'wrong')

  const tried = await tryCode(path, keyring, tag, secret, shown, { before, charged }).catch((error: unknown) => {
    secret.forget()
    throw error
  })
  if (tried.outcome !== 'right') secret.forget()
  return tried.outcome === 'right' ? { ...tried, took } : tried
}

async function tryCode(path: string, keyring: Keyring, tag: string, secret: VaultSecret, { loginId, code, how, now }: Shown, { before, charged }: { before: Failures | undefined; charged: Failures }): Promise<Tried> {
  const slot = keyring.slots.find((each) => each.tag === tag)
  const whose = slot ? whoseSlot(secret, slot) : null
  if (!slot || whose?.loginId !== loginId.normalize('NFKC')) return { outcome: 'damaged', what: 'keyring.json: a slot was exchanged' }
  const factor = factorOf(secret, slot)
  if (factor === 'altered') return { outcome: 'damaged', what: 'keyring.json: second factor' }

  if (!factor || how === 'password alone') {
    await writeKeyring(path, withFailures(keyring, tag, null))
    return { outcome: 'right', secret, whose, code: null, took: 0 }
  }
  if (code === undefined) {
    // Half a proof: it counts as no failure, and what failed before is not forgotten for it.
    await writeKeyring(path, withFailures(keyring, tag, before ? { count: before.count, lockedUntil: before.lockedUntil } : null))
    return { outcome: 'code-needed' }
  }
  const spent = spend(secret, factor, code, now)
  if (!spent) return refused(charged, now, 'wrong-code')
  const after = how === 'leave the code unspent' ? keyring : withSlot(keyring, factored(secret, slot, spent.factor))
  await writeKeyring(path, withFailures(after, tag, null))
  return { outcome: 'right', secret, whose, code: { used: spent.used, left: spent.factor.codes.length }, took: 0 }
}

/** The fifth failure locks, and is told of even if the plug is pulled before it was seen to be one. */
function chargedWith(keyring: Keyring, tag: string, charged: Failures, { now, atDoor }: Shown): Keyring {
  const counted = withFailures(keyring, tag, charged)
  return atDoor && lockedUntil(charged, now) !== null ? withLockOut(counted, { tag, failures: charged.count, at: now }) : counted
}

const factored = (secret: VaultSecret, slot: KeyringSlot, factor: Factor): KeyringSlot => ({ ...slot, factor: sealFactor(secret, slot.tag, factor) })

function refused(charged: Failures, now: Instant, outcome: 'wrong' | 'wrong-code'): Tried {
  const until = lockedUntil(charged, now)
  if (until === null) return { outcome, triesLeft: triesLeft(charged) }
  return { outcome: 'locked-out', until, justNow: true, failures: charged.count }
}
