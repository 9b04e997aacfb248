import type { PersonId } from '../../core/people/person.ts'
import { refusal } from '../../core/refusal.ts'
import type { ScryptParams } from '../../crypto/key-wrap.ts'
import { type Keyring, type KeyringSlot, readKeyring, tagOf, withFailures, withoutSlot, withSlot, writeKeyring } from './keyring.ts'
import { makeSlot, type Whose, whoseSlot } from './slots.ts'
import type { VaultSecret } from './vault-keys.ts'

/** Who may open the vault by which password. Each change is one rewriting of the keyring. */
export function accountsIn(path: string, cost: ScryptParams | undefined): Accounts {
  async function give(secret: VaultSecret, personId: PersonId, loginId: string, password: string): Promise<'given' | 'taken'> {
    const keyring = await keyringAt(path)
    const found = await slotOf(keyring, loginId)
    // Given to the same person before, when the power failed before the ledger knew: then it is given again.
    if (found.slot && whoseSlot(secret, found.slot)?.personId !== personId) return 'taken'
    await cut(secret, keyring, { personId, loginId }, password)
    return 'given'
  }

  async function renew(secret: VaultSecret, loginId: string, password: string): Promise<Whose | 'unknown' | 'exchanged'> {
    const keyring = await keyringAt(path)
    const { slot } = await slotOf(keyring, loginId)
    if (!slot) return 'unknown'
    const whose = whoseSlot(secret, slot)
    if (!whose) return 'exchanged'
    await cut(secret, keyring, whose, password)
    return whose
  }

  /** A new slot in place of the old one; what this ID failed before is forgotten. */
  async function cut(secret: VaultSecret, keyring: Keyring, whose: Whose, password: string): Promise<void> {
    const { tag } = await slotOf(keyring, whose.loginId)
    const slot = await makeSlot(secret, whose, tag, password, cost)
    await writeKeyring(path, withFailures(withSlot(keyring, slot), tag, null))
  }

  async function revoke(secret: VaultSecret, loginId: string): Promise<void> {
    const keyring = await keyringAt(path)
    const { tag, slot } = await slotOf(keyring, loginId)
    if (slot && whoseSlot(secret, slot)?.loginId === loginId) await writeKeyring(path, withFailures(withoutSlot(keyring, tag), tag, null))
  }

  return { give, renew, revoke }
}

export interface Accounts {
  give(secret: VaultSecret, personId: PersonId, loginId: string, password: string): Promise<'given' | 'taken'>
  /** A new password for an ID that exists. */
  renew(secret: VaultSecret, loginId: string, password: string): Promise<Whose | 'unknown' | 'exchanged'>
  /** The ID loses its key; quiet when there is none. */
  revoke(secret: VaultSecret, loginId: string): Promise<void>
}

async function keyringAt(path: string): Promise<Keyring> {
  const keyring = await readKeyring(path)
  if (!keyring) throw refusal('vault-damaged', null, null, { what: 'keyring.json' })
  return keyring
}

async function slotOf(keyring: Keyring, loginId: string): Promise<{ tag: string; slot: KeyringSlot | undefined }> {
  const tag = await tagOf(loginId, keyring.tags)
  return { tag, slot: keyring.slots.find((each) => each.tag === tag) }
}
