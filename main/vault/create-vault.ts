import { randomBytes } from 'node:crypto'
import { realDisk, type Disk } from '../files/disk.ts'
import { draftName, exists, settleDraft, sweepDrafts, syncFolder } from '../files/draft.ts'
import type { NewEntry } from '../../core/ledger/entry.ts'
import type { PersonId } from '../../core/people/person.ts'
import { refusal } from '../../core/refusal.ts'
import type { Instant } from '../../core/time.ts'
import type { Organisation, PublicKeys } from '../../core/vault/vault.ts'
import { recoveryKey as newRecoveryKey, type ScryptParams, wrapKeyForRecovery } from '../../crypto/key-wrap.ts'
import { generateOrganisationKeys } from '../../crypto/organisation-keys.ts'
import type { Projection } from '../ledger/book.ts'
import { newTags, tagOf, writeKeyring } from './keyring.ts'
import { furnish, publicKeysOf } from './open-vault.ts'
import { inside, type Rooms } from './rooms.ts'
import { makeSlot, type Whose } from './slots.ts'
import { VaultSecret } from './vault-keys.ts'

export interface Foundation { organisation: Organisation; loginId: string; password: string; personId: PersonId; now: Instant }
type FirstEntries = (made: { keys: PublicKeys; personId: PersonId }) => readonly NewEntry[]

/**
 * Makes a vault with its keys, its first account and its first entries: beside its place, and renamed into it when everything
 * is there and synced. Answers the recovery key, which exists nowhere else, and the secret to go in with.
 */
export async function createVault(rooms: Rooms, foundation: Foundation, open: FirstEntries, projection: Projection, cost: ScryptParams | undefined, disk: Disk = realDisk, slotCost = cost): Promise<{ recoveryKey: string; secret: VaultSecret; whose: Whose }> {
  await disk.mkdir(rooms.home, { recursive: true, mode: 0o700 })
  if (await exists(rooms.vault, disk)) throw refusal('vault-exists', null, null, {})
  await sweepDrafts(rooms.vault, disk)
  const draft = draftName(rooms.vault)
  const secret = new VaultSecret(randomBytes(32))
  try {
    await disk.mkdir(draft, { mode: 0o700 })
    await disk.mkdir(inside(draft).blobs, { mode: 0o700 })
    await writeFirstEntries(inside(draft).database, secret, foundation, open, projection)
    const { recoveryKey, whose } = await cutKeys(inside(draft).keyring, secret, foundation, cost, slotCost, disk)
    await syncFolder(inside(draft).blobs, disk)
    await syncFolder(draft, disk)
    await settleDraft(draft, rooms.vault, 'refuse', disk)
    return { recoveryKey, secret, whose }
  } catch (error) {
    secret.forget()
    await disk.rm(draft, { recursive: true, force: true })
    throw error
  }
}

async function writeFirstEntries(path: string, secret: VaultSecret, { organisation, personId, now }: Foundation, open: FirstEntries, projection: Projection): Promise<void> {
  const keys = await generateOrganisationKeys({ commonName: commonNameOf(organisation.name), notBefore: new Date(now) })
  const inhabited = furnish(path, new VaultSecret(Uint8Array.from(secret.bytes)), keys, projection)
  try {
    const entries = open({ keys: publicKeysOf(keys), personId })
    if (!(await inhabited.ledger.append(entries, inhabited.ledger.head()))) throw new Error('somebody wrote into a vault that nobody knows of')
  } finally {
    inhabited.close()
  }
}

async function cutKeys(path: string, secret: VaultSecret, { loginId, password, personId }: Foundation, cost: ScryptParams | undefined, slotCost: ScryptParams | undefined, disk: Disk): Promise<{ recoveryKey: string; whose: Whose }> {
  const whose = { personId, loginId }
  const tags = newTags(cost)
  const recoveryKey = newRecoveryKey()
  const slot = await makeSlot(secret, whose, await tagOf(loginId, tags), password, slotCost)
  const recovery = wrapKeyForRecovery({ secret: secret.bytes, recoveryKey })
  await writeKeyring(path, { version: 2, tags, slots: [slot], recovery, failures: [], lockOuts: [], lastSeen: null }, disk)
  return { recoveryKey, whose }
}

/** X.520 allows 64 characters; the full name stands in the ledger and on every document. */
function commonNameOf(name: string): string {
  return [...name.trim()].slice(0, 64).join('').trim()
}
