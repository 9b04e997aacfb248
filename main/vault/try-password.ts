import type { Instant } from '../../core/time.ts'
import type { Unlocked } from '../../core/world.ts'
import { type Keyring, tagOf, withFailures, writeKeyring } from './keyring.ts'
import { lockedUntil, oneMore, triesLeft } from './lock-out.ts'
import { trySlot, type Whose, whoseSlot } from './slots.ts'
import type { VaultSecret } from './vault-keys.ts'

export type Tried = { outcome: 'right'; secret: VaultSecret; whose: Whose } | Exclude<Unlocked, { outcome: 'open' }>

/**
 * Tries an ID and a password against the keyring. The failure is written down before the password is tried and struck out
 * when it was right, so that pulling the plug in between wins no tries. IDs that nobody has are counted and answered alike.
 */
export async function tryPassword(path: string, keyring: Keyring, { loginId, password, now }: { loginId: string; password: string; now: Instant }): Promise<Tried> {
  const tag = await tagOf(loginId, keyring.tags)
  const before = keyring.failures.find((each) => each.tag === tag)
  const until = lockedUntil(before, now)
  if (until !== null) return { outcome: 'locked-out', until, justNow: false, failures: before?.count ?? 0 }

  const charged = oneMore(before, now)
  await writeKeyring(path, withFailures(keyring, tag, charged))
  const secret = await trySlot(keyring, tag, password)
  if (secret === 'malformed') return { outcome: 'damaged', what: 'keyring.json' }
  if (!secret) return refused(charged, now)

  const slot = keyring.slots.find((each) => each.tag === tag)
  const whose = slot ? whoseSlot(secret, slot) : null
  if (whose?.loginId !== loginId.normalize('NFKC')) {
    secret.forget()
    return { outcome: 'damaged', what: 'keyring.json: a slot was exchanged' }
  }
  await writeKeyring(path, withFailures(keyring, tag, null))
  return { outcome: 'right', secret, whose }
}

function refused(charged: { count: number; lockedUntil: number }, now: Instant): Tried {
  const until = lockedUntil(charged, now)
  if (until === null) return { outcome: 'wrong', triesLeft: triesLeft(charged) }
  return { outcome: 'locked-out', until, justNow: true, failures: charged.count }
}
