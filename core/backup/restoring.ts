import type * as z from 'zod'
import { CLOCK_TOLERANCE } from '../ledger/record.ts'
import type { NewEntry } from '../ledger/entry.ts'
import type { Reading } from '../ledger/shelf.ts'
import { objectionsToAccess } from '../people/rules.ts'
import { refusal, refuseIfAny } from '../refusal.ts'
import type { Instant } from '../time.ts'
import { objectionsToPassword } from '../vault/password.ts'
import { factorSince } from '../vault/second-factor.ts'
import type { VaultStatus } from '../vault/vault.ts'
import type { JobOptions } from '../wire/operation.ts'
import type { FoundBackup, World } from '../world.ts'
import type { BackupProgress, Restored, RestoreOrder } from './backup.ts'
import { isForked, missingFrom, objectionsToRestoring } from './rules.ts'

const NEVER = new AbortController().signal

export type RestoredVault = { outcome: 'restored'; restored: Restored; status: z.output<typeof VaultStatus> } | { outcome: 'abandoned' }

/**
 * 復元: a vault from a backup, where there is none, or in place of one that is moved aside. Its ledger says first that it was restored, from what,
 * by whom, and how many entries are known to be missing; so nobody works in a restored vault that does not say so.
 * Refuses a backup that is older than what is known of the ledger, until the confirmation is typed that the refusal names.
 */
export async function restoreVault(world: World, order: z.output<typeof RestoreOrder>, { signal = NEVER, onProgress = () => {} }: JobOptions<z.output<typeof BackupProgress>> = {}): Promise<RestoredVault> {
  if ((await world.vault.status()).state === 'open') throw refusal('restore-while-open', null, null, {})
  if (order.opening.kind === 'recovery-key') refuseIfAny(objectionsToPassword(order.opening.newPassword, order.opening.loginId))
  const at = world.now()
  const said: Restored[] = []
  const done = await world.backups.restore({ ...order, at }, (found, reading) => {
    refuseIfAny([...objectionsToRestorer(found, reading), ...objectionsToRestoring(found, order.confirmation)])
    const { personId, from, how, known, movedAside } = found
    const missing = missingFrom(found)
    const restored: Restored = {
      id: world.newId(), from, by: personId, at, how, missing, forked: isForked(found), known, movedAside, told: null,
      confirmation: missing > 0 || isForked(found) ? order.confirmation : null,
    }
    said.push(restored)
    return withClock(reading, [{ type: 'vault-restored', data: { restored }, at, by: personId }, ...factorEnded(found, reading, at)])
  }, { signal, onProgress })
  if (done.outcome === 'abandoned') return done
  if (done.outcome === 'wrong-key') throw refusal('backup-key-wrong', null, null, {})
  if (done.outcome === 'in-use') throw refusal('vault-in-use', null, null, {})
  if (done.outcome === 'trouble') throw refusal('backup-trouble', null, null, { what: done.what, path: done.path })
  const [restored] = said
  if (!restored) throw new Error('a vault that was restored and says nothing of it')
  return { outcome: 'restored', restored, status: await world.vault.status() }
}

/** Whoever holds the printed key may; whoever comes with a password must be in charge of the vault. */
function objectionsToRestorer({ personId, how }: FoundBackup, reading: Reading): ReturnType<typeof objectionsToAccess> {
  const person = reading.get('person', personId)
  if (!person) throw refusal('vault-damaged', null, null, { what: 'keyring.json' })
  const isInCharge = how === 'recovery-key' || person.roles.includes('administrator') || person.roles.includes('cityManager')
  return isInCharge ? objectionsToAccess(person) : [{ code: 'not-your-office', article: '11(1)', rule: null, facts: { needs: 'administrator,cityManager' } }]
}

/** As at the door: whoever comes with the printed key comes without the telephone, and the new key of theirs asks for none. */
function factorEnded({ personId, how }: FoundBackup, reading: Reading, at: Instant): NewEntry[] {
  const loginId = reading.get('person', personId)?.loginId ?? null
  const hasFactor = loginId !== null && factorSince(reading, loginId) !== null
  return how === 'recovery-key' && hasFactor ? [{ type: 'second-factor-removed', data: { personId, how: 'recovery', reason: '' }, at, by: personId }] : []
}

/** A clock behind the last entry is itself an entry. */
function withClock(reading: Reading, entries: [NewEntry, ...NewEntry[]]): NewEntry[] {
  const last = reading.get('clock', 'clock')?.at
  const [{ at }] = entries
  return last === undefined || at >= last - CLOCK_TOLERANCE ? entries : [{ type: 'clock-went-back', data: { last, seen: at }, at, by: null }, ...entries]
}
