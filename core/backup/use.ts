import * as z from 'zod'
import { record } from '../ledger/record.ts'
import type { Reading } from '../ledger/shelf.ts'
import { refusal } from '../refusal.ts'
import { CityRef } from '../text.ts'
import { Instant } from '../time.ts'
import type { JobOptions } from '../wire/operation.ts'
import type { World } from '../world.ts'
import { Backup, BackupFile, BackupHeader, BackupPlan, type BackupProgress, BackupTrouble, LedgerHead, Restored } from './backup.ts'
import { backupsOf } from './backups-of.ts'
import { owesNumbers } from './continuing-numbers.ts'
import { lastNumbers } from './numbers-given.ts'
import { plannedBefore } from './rules.ts'

const isContractor = (reading: Reading): boolean => reading.get('office', 'office')?.organisation.kind === 'contractor'
const NEVER = new AbortController().signal
/** As many makings as a page shows. */
const SHOWN = 30

/** The plan, what came of it, and what was restored. `dueSince`: since when the plan waits for a backup that is not there. */
export const BackupState = z.object({ plan: BackupPlan.nullable(), lastMade: Backup.nullable(), dueSince: Instant.nullable(), backups: z.array(Backup), restored: Restored.nullable(), entries: z.number().int(),
  /** `owed`: nobody has said yet which numbers were given on what was lost. `last`: the highest of each series by this ledger. */
  numbers: z.object({ owed: z.boolean(), last: z.array(z.string()) }) })
export type BackupState = z.infer<typeof BackupState>
export const SetBackupPlan = z.object({ plan: BackupPlan.nullable() })
export const BackupVerdict = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('sound'), header: BackupHeader, head: LedgerHead, bytes: z.number(), sha256: z.string(), readBack: z.enum(['uncached', 'cached']) }),
  z.object({ outcome: z.literal('unsound'), why: BackupTrouble }),
  z.object({ outcome: z.literal('abandoned') }),
])
export type BackupVerdict = z.infer<typeof BackupVerdict>
/** `lost`: what the city knows to be lost, where that is more than was known when the vault was restored. */
export const TellCity = z.object({ id: z.string(), cityRef: CityRef, lost: z.number().int().nonnegative().max(Number.MAX_SAFE_INTEGER).nullable().default(null) })

export async function stateOf(world: World): Promise<BackupState> {
  const { head, reading } = await world.ledger.read()
  return stateIn(reading, head.size, world.now())
}

/** 設定: from the next time of the plan on; null stops it. Refuses a folder that is not there now. */
export async function setPlan(world: World, { plan }: z.output<typeof SetBackupPlan>): Promise<BackupState> {
  if (plan) {
    const there = await world.backups.list(plan.folder)
    if (there.outcome === 'trouble') throw refusal('backup-trouble', '11', null, { what: there.what, path: there.path })
  }
  await record(world, () => ({ entries: [{ type: 'backup-plan-set', data: { plan } }], answer: () => undefined }))
  return stateOf(world)
}

/** Puts a backup together for trial, and writes down what came of it. */
export async function verifyBackup(world: World, { path }: { path: string }, { signal = NEVER, onProgress = () => {} }: JobOptions<z.output<typeof BackupProgress>> = {}): Promise<BackupVerdict> {
  const done = await world.backups.verify(path, { signal, onProgress })
  if (done.outcome === 'abandoned') return done
  if (done.outcome === 'trouble' && UNREAD.has(done.what)) throw refusal('backup-trouble', '11', null, { what: done.what, path: done.path })
  const verdict: BackupVerdict = done.outcome === 'sound' ? done : { outcome: 'unsound', why: done.what }
  return record<BackupVerdict>(world, () => ({
    entries: [{ type: 'backup-checked', data: { path, at: world.now(), verdict: verdict.outcome === 'sound' ? 'sound' : verdict.why, head: verdict.outcome === 'sound' ? verdict.head : null } }],
    answer: () => verdict,
  }))
}

/** Nothing of the backup was looked at: nothing is said of it. */
const UNREAD = new Set<BackupTrouble>(['backup-missing', 'backup-unreadable', 'disk-full', 'read-only', 'disk-failed', 'folder-missing'])

export async function listBackups(world: World, { folder }: { folder: string }): Promise<BackupFile[]> {
  const listed = await world.backups.list(folder)
  if (listed.outcome === 'listed') return listed.files
  throw refusal('backup-trouble', null, null, listed.outcome === 'trouble' ? { what: listed.what, path: listed.path } : { what: 'called-off', path: folder })
}

/** What a file says of itself, for whoever is about to restore it. */
export async function readBackup(world: World, { path }: { path: string }): Promise<BackupFile> {
  const read = await world.backups.read(path)
  if (read.outcome === 'read') return read.file
  throw refusal('backup-trouble', null, null, read.outcome === 'trouble' ? { what: read.what, path: read.path } : { what: 'called-off', path })
}

/**
 * The city was told that the ledger was set back: what it finds from now on is no surprise to it (Art. 17①). Told again when the city knows of more that is
 * lost: what is admitted counts there, and less than was admitted before is refused.
 */
export async function tellCity(world: World, { id, cityRef, lost }: z.output<typeof TellCity>): Promise<BackupState> {
  await record(world, (reading) => {
    const { restored } = backupsOf(reading)
    if (restored?.id !== id) throw refusal('restoring-unknown', null, null, {})
    const admitted = Math.max(restored.missing, restored.told?.lost ?? 0)
    if (lost !== null && lost < admitted) throw refusal('restoring-admits-less', '17①', null, { lost, admitted })
    const isNews = restored.told === null || (lost ?? 0) > admitted
    return { entries: isNews ? [{ type: 'restoring-told', data: { id, told: { cityRef, at: world.now(), lost } } }] : [], answer: () => undefined }
  })
  return stateOf(world)
}

function stateIn(reading: Reading, entries: number, now: Instant): BackupState {
  const { plan, lastMade, restored } = backupsOf(reading)
  const dueSince = plan && (lastMade === null || lastMade.begunAt < plannedBefore(plan, now)) ? plannedBefore(plan, now) : null
  const numbers = { owed: isContractor(reading) && owesNumbers(reading) !== null, last: restored && isContractor(reading) ? lastNumbers(reading) : [] }
  return { plan, lastMade, dueSince, backups: reading.list('backup').toReversed().slice(0, SHOWN), restored, entries, numbers }
}
