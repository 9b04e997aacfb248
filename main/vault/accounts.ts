import type { PersonId } from '../../core/people/person.ts'
import { refusal } from '../../core/refusal.ts'
import type { Instant } from '../../core/time.ts'
import type { LockOut } from '../../core/vault/lock-outs.ts'
import { recoveryKey as newRecoveryKey, wrapKeyForRecovery } from '../../crypto/key-wrap.ts'
import type { Cost } from './cost.ts'
import { type Factor, factorOf, sealFactor } from './factor.ts'
import { type Keyring, type KeyringSlot, readKeyring, tagOf, withFailures, withoutSlot, withSlot, writeKeyring } from './keyring.ts'
import { makeSlot, type Whose, whoseSlot } from './slots.ts'
import type { VaultSecret } from './vault-keys.ts'

/** Who may open the vault by which password. Each change is one rewriting of the keyring. */
export function accountsIn(path: string, cost: Cost): Accounts {
  async function give(secret: VaultSecret, personId: PersonId, loginId: string, password: string): Promise<'given' | 'taken'> {
    const keyring = await keyringAt(path)
    const found = await slotOf(keyring, loginId)
    // Given to the same person before, when the power failed before the ledger knew: then it is given again.
    if (found.slot && whoseSlot(secret, found.slot)?.personId !== personId) return 'taken'
    await cut(secret, keyring, { personId, loginId, given: true }, password, null)
    return 'given'
  }

  async function renew(secret: VaultSecret, loginId: string, password: string, how: Renewal): Promise<Whose | 'unknown' | 'exchanged'> {
    const keyring = await keyringAt(path)
    const { slot } = await slotOf(keyring, loginId)
    if (!slot) return 'unknown'
    const whose = whoseSlot(secret, slot)
    if (!whose) return 'exchanged'
    const next: Whose = { personId: whose.personId, loginId: whose.loginId, ...(how === 'given' ? { given: true } : {}) }
    await cut(secret, keyring, next, password, how === 'recovered' ? null : slot.factor)
    return next
  }

  /** A new slot in place of the old one; what this ID failed before is forgotten. */
  async function cut(secret: VaultSecret, keyring: Keyring, whose: Whose, password: string, factor: string | null): Promise<void> {
    const { tag } = await slotOf(keyring, whose.loginId)
    const slot = await makeSlot(secret, whose, tag, password, await cost.forNew(), factor)
    await writeKeyring(path, withFailures(withSlot(keyring, slot), tag, null))
  }

  async function strengthen(secret: VaultSecret, loginId: string, password: string, took: number): Promise<void> {
    const keyring = await keyringAt(path)
    const { tag, slot } = await slotOf(keyring, loginId)
    const whose = slot && whoseSlot(secret, slot)
    const stronger = slot ? cost.after(slot.key.kdf, took) : null
    if (slot && whose && stronger) await writeKeyring(path, withSlot(keyring, await makeSlot(secret, whose, tag, password, stronger, slot.factor)))
  }

  async function revoke(secret: VaultSecret, loginId: string): Promise<void> {
    const keyring = await keyringAt(path)
    const { tag, slot } = await slotOf(keyring, loginId)
    if (slot && whoseSlot(secret, slot)?.loginId === loginId) await writeKeyring(path, withFailures(withoutSlot(keyring, tag), tag, null))
  }

  /** Puts a second factor on an ID, or takes it off. */
  async function factor(secret: VaultSecret, loginId: string, factor: Factor | null): Promise<void> {
    const keyring = await keyringAt(path)
    const { tag, slot } = await slotOf(keyring, loginId)
    if (!slot || whoseSlot(secret, slot)?.loginId !== loginId) throw damaged()
    await writeKeyring(path, withSlot(keyring, { ...slot, factor: factor && sealFactor(secret, tag, factor) }))
  }

  async function look(secret: VaultSecret, loginId: string): Promise<{ slot: KeyringSlot; whose: Whose; factor: Factor | null }> {
    const { slot } = await slotOf(await keyringAt(path), loginId)
    const whose = slot && whoseSlot(secret, slot)
    const found = slot && factorOf(secret, slot)
    if (!slot || !whose || found === 'altered') throw damaged()
    return { slot, whose, factor: found ?? null }
  }

  async function renewRecovery(secret: VaultSecret): Promise<string> {
    const recoveryKey = newRecoveryKey()
    await writeKeyring(path, { ...(await keyringAt(path)), recovery: wrapKeyForRecovery({ secret: secret.bytes, recoveryKey }) })
    return recoveryKey
  }

  async function lockOuts(secret: VaultSecret): Promise<LockOut[]> {
    const keyring = await keyringAt(path)
    const names = new Map(keyring.slots.map((slot) => [slot.tag, whoseSlot(secret, slot)?.loginId ?? null]))
    return keyring.lockOuts.map(({ tag, failures, at }) => ({ loginId: names.get(tag) ?? null, failures, at: at as Instant, where: 'door' }))
  }

  async function forgetLockOuts(first: number): Promise<void> {
    const keyring = await keyringAt(path)
    await writeKeyring(path, { ...keyring, lockOuts: keyring.lockOuts.slice(first) })
  }

  async function rescues(secret: VaultSecret): Promise<{ loginId: string | null; at: Instant }[]> {
    const { slots, rescues: noted = [] } = await keyringAt(path)
    const idOf = (tag: string): string | null => {
      const slot = slots.find((each) => each.tag === tag)
      return slot ? whoseSlot(secret, slot)?.loginId ?? null : null
    }
    return noted.map(({ tag, at }) => ({ loginId: idOf(tag), at: at as Instant }))
  }

  async function forgetRescues(first: number): Promise<void> {
    const keyring = await keyringAt(path)
    await writeKeyring(path, { ...keyring, rescues: keyring.rescues?.slice(first) })
  }

  return { give, renew, strengthen, revoke, factor, look, renewRecovery, lockOuts, forgetLockOuts, rescues, forgetRescues }
}

/** Who chose the new password: whoever has the ID; an administrator, so that it must be changed; or the holder of the recovery key, for whom the second factor ends. */
export type Renewal = 'own' | 'given' | 'recovered'

export interface Accounts {
  give(secret: VaultSecret, personId: PersonId, loginId: string, password: string): Promise<'given' | 'taken'>
  /** A new password for an ID that exists. */
  renew(secret: VaultSecret, loginId: string, password: string, how: Renewal): Promise<Whose | 'unknown' | 'exchanged'>
  /** Wraps the secret again where this machine bears more than the slot costs; the password was right just now. */
  strengthen(secret: VaultSecret, loginId: string, password: string, took: number): Promise<void>
  /** The ID loses its key; quiet when there is none. */
  revoke(secret: VaultSecret, loginId: string): Promise<void>
  factor(secret: VaultSecret, loginId: string, factor: Factor | null): Promise<void>
  /** How an ID's way in is kept; refuses where the slot is not whole. */
  look(secret: VaultSecret, loginId: string): Promise<{ slot: KeyringSlot; whose: Whose; factor: Factor | null }>
  /** Another recovery key in place of the one there was. */
  renewRecovery(secret: VaultSecret): Promise<string>
  lockOuts(secret: VaultSecret): Promise<LockOut[]>
  forgetLockOuts(first: number): Promise<void>
  rescues(secret: VaultSecret): Promise<{ loginId: string | null; at: Instant }[]>
  forgetRescues(first: number): Promise<void>
}

const damaged = () => refusal('vault-damaged', null, null, { what: 'keyring.json' })

async function keyringAt(path: string): Promise<Keyring> {
  const keyring = await readKeyring(path)
  if (!keyring) throw damaged()
  return keyring
}

async function slotOf(keyring: Keyring, loginId: string): Promise<{ tag: string; slot: KeyringSlot | undefined }> {
  const tag = await tagOf(loginId, keyring.tags)
  return { tag, slot: keyring.slots.find((each) => each.tag === tag) }
}
