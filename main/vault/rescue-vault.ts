import { readdir } from 'node:fs/promises'
import type { LedgerRescued, RescueLedger } from '../../core/vault/rescue.ts'
import { objectionsToRescue } from '../../core/vault/rescuing.ts'
import type { How, Unlocked } from '../../core/world.ts'
import { refusal, refuseIfAny } from '../../core/refusal.ts'
import type { Instant } from '../../core/time.ts'
import { entryOf, type KeptEntry } from '../ledger/entry-bytes.ts'
import { PaperShelf } from '../ledger/paper-shelf.ts'
import type { Projection } from '../ledger/book.ts'
import { rescueLedger } from '../ledger/rescue.ts'
import { shutDoor } from './door.ts'
import { newerKeyring, readKeyring, tagOf, withRescue, writeKeyring } from './keyring.ts'
import { readLastSeen } from './last-seen.ts'
import type { Rooms } from './rooms.ts'
import { tryPassword } from './try-password.ts'

/**
 * Takes out of a locked vault what can still be read, for whoever has the password (and code) of somebody who may take the ledger out.
 * Tries are counted as at the door, and who was let in is noted beside them, for the ledger to hear of later. But for that nothing in the vault is written.
 */
export async function rescueVault(rooms: Rooms, { loginId, password, code, into }: RescueLedger, now: Instant, { project }: Projection, how: How<{ done: number; total: number }>): Promise<{ outcome: 'rescued'; rescued: LedgerRescued } | Exclude<Unlocked, { outcome: 'open' }>> {
  const openDoor = shutDoor(rooms.door)
  if (!openDoor) return { outcome: 'in-use' }
  try {
    const newer = await newerKeyring(rooms.keyring)
    if (newer !== null) return { outcome: 'newer', what: `keyring.json ${newer}` }
    const keyring = await readKeyring(rooms.keyring)
    if (!keyring || keyring.slots.length === 0) return { outcome: 'damaged', what: 'keyring.json' }
    const tried = await tryPassword(rooms.keyring, keyring, { loginId, password, code, now, atDoor: true })
    if (tried.outcome !== 'right') return tried
    const { secret, whose, code: shown } = tried
    // Two people know this password; whoever typed it may be either. They who gave it have one of their own.
    if (whose.given) { secret.forget(); throw refusal('password-given-rescues-nothing', '11(10)ア', null, { loginId: whose.loginId }) }
    const seen = readLastSeen(secret, keyring)
    const key = secret.databaseKey()
    secret.forget()
    const rescued = await rescueLedger({
      database: rooms.database, key, into, expected: seen === 'altered' ? null : seen?.size ?? null, sealed: await namesIn(rooms.blobs),
      async allow(entries) {
        const people = peopleIn(entries, project)
        refuseIfAny(objectionsToRescue(people.get('person', whose.personId) ?? null))
        // The keyring lies on the disk for anybody to change; what is left of the ledger does not.
        if (!shown && (people.get('account', whose.loginId)?.secondFactorAt ?? null) !== null) throw refusal('vault-damaged', null, null, { what: 'keyring.json: second factor' })
        await noteRescue(rooms.keyring, loginId, now)
      },
    }, how)
    return { outcome: 'rescued', rescued }
  } finally {
    openDoor()
  }
}

/** Into the keyring, which counted the try: the ledger cannot be written into, and hears of it from whoever comes in next. */
async function noteRescue(path: string, loginId: string, at: Instant): Promise<void> {
  const keyring = await readKeyring(path)
  if (!keyring) throw refusal('vault-damaged', null, null, { what: 'keyring.json' })
  await writeKeyring(path, withRescue(keyring, { tag: await tagOf(loginId, keyring.tags), at }))
}

const OF_PEOPLE: ReadonlySet<string> = new Set(['second-factor-set', 'second-factor-removed', 'office-opened', 'person-registered', 'person-revised', 'person-released', 'account-given', 'account-resumed', 'account-suspended', 'account-revoked', 'roles-changed'])

/** Who is who, as far as what is left says it: an entry whose beginning is lost says nothing. */
function peopleIn(entries: Iterable<KeptEntry>, project: Projection['project']): PaperShelf {
  const shelf = new PaperShelf()
  for (const kept of entries) {
    if (!OF_PEOPLE.has(kept.type)) continue
    try {
      project(entryOf(kept, new Uint8Array(32)), shelf)
    } catch {
      // It speaks of somebody whose registration was lost.
    }
  }
  return shelf
}

async function namesIn(folder: string): Promise<ReadonlySet<string> | null> {
  return readdir(folder).then((names) => new Set(names), () => null)
}
