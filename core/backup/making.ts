import type * as z from 'zod'
import type { EntryBody } from '../ledger/entry.ts'
import { look, record } from '../ledger/record.ts'
import { underWay, whileUnderWay } from '../ledger/under-way.ts'
import { freezesOn } from '../incidents/freeze.ts'
import { refusal } from '../refusal.ts'
import { HOUR } from '../time.ts'
import type { JobOptions } from '../wire/operation.ts'
import type { BackupUnfinished, World } from '../world.ts'
import type { Backup, BackupId, BackupProgress, Backups, BackupTrouble } from './backup.ts'
import { backupsOf } from './backups-of.ts'
import { isDue, plannedBefore } from './rules.ts'

const NEVER = new AbortController().signal
/** After a failure that may pass by itself (a full disk, a network that is gone) one tries again. */
const AGAIN_AFTER = HOUR

export type MadeOne = { outcome: 'made'; backup: Backup } | { outcome: 'abandoned' }

/** 今すぐ作る: into the folder of the plan, or another. Begun before the first byte, ended when it was put together again; old generations go only in the plan's folder, and not while evidence is kept. */
export async function makeBackup(world: World, { folder }: { folder: string | null }, { signal = NEVER, onProgress = () => {} }: JobOptions<z.output<typeof BackupProgress>> = {}): Promise<MadeOne> {
  await closeInterrupted(world)
  const { plan } = await look(world, backupsOf)
  const into = folder ?? plan?.folder
  if (into === undefined) throw refusal('backup-not-planned', '11', null, {})
  const done = await make(world, { folder: into, asked: 'by-hand', keep: plan && plan.folder === into ? plan.keep : null }, { signal, onProgress })
  if ('what' in done) throw refusal('backup-trouble', '11', null, { what: done.what, path: done.path })
  return done
}

/**
 * Makes the backup that the plan asks for by now, if it does; the machine does it by itself. A folder that is not there (a stick that is not plugged
 * in) is written down once for each time of the plan, and looked for again at every call; after other failures an hour passes.
 */
export async function makeDueBackup(world: World, signal: AbortSignal): Promise<'made' | 'not-due' | 'failed'> {
  if (!world.vault.session()) return 'not-due'
  await closeInterrupted(world)
  const backups = await look(world, backupsOf)
  const now = world.now()
  if (backups.plan === null || !isDue(backups, now) || isUnderWay(world, backups)) return 'not-due'
  const { plan, lastTried } = backups
  const failedFor = lastTried?.failed && lastTried.begunAt >= plannedBefore(plan, now) ? lastTried.failed : null
  const waits = failedFor !== null && !isOfFolder(failedFor.why)
  if (waits && failedFor !== null && now < failedFor.at + AGAIN_AFTER && failedFor.why !== 'interrupted' && failedFor.why !== 'called-off') return 'not-due'
  if (failedFor !== null && isOfFolder(failedFor.why) && !(await hasFolder(world, backups))) return 'not-due'
  const done = await make(world, { folder: plan.folder, asked: 'by-plan', keep: plan.keep }, { signal, onProgress: () => {} })
  return 'outcome' in done && done.outcome === 'made' ? 'made' : 'failed'
}

/** What was begun and is not under way was cut off by a kill: nothing of it has a name, and its half is put away. */
export async function closeInterrupted(world: World): Promise<void> {
  const { lastTried } = await look(world, backupsOf)
  if (lastTried?.state !== 'begun' || underWay(world).has(lastTried.id)) return
  await world.backups.sweep(lastTried.folder)
  await record(world, (reading) => {
    const still = backupsOf(reading).lastTried
    const entries: EntryBody[] = still?.id === lastTried.id && still.state === 'begun' ? [failed(world, still, 'interrupted', still.folder)] : []
    return { entries, byMachine: true, answer: () => undefined }
  })
}

type Unmade = Extract<BackupUnfinished, { outcome: 'trouble' }>

async function make(world: World, order: { folder: string; asked: Backup['asked']; keep: number | null }, how: Required<JobOptions<z.output<typeof BackupProgress>>>): Promise<MadeOne | Unmade> {
  const id = world.newId() as BackupId
  return whileUnderWay(world, id, async () => {
    const { backup, expectsOthers } = await begin(world, id, order)
    let keptFor: string[] = []
    // Asked when the old ones would go and not before: an incident may begin while a backup is being made.
    const keep = async (): Promise<number | null> => {
      if (order.keep !== null) keptFor = await look(world, (reading) => freezesOn(reading).map(({ no }) => no))
      return keptFor.length > 0 ? null : order.keep
    }
    const done = await world.backups.make({ folder: order.folder, generation: backup.generation, keep, expectsOthers, at: backup.begunAt }, how).catch(async (error: unknown) => {
      await fail(world, backup, 'failed', order.folder)
      throw error
    })
    if (done.outcome === 'abandoned') return fail(world, backup, 'called-off', order.folder, { outcome: 'abandoned' })
    if (done.outcome === 'trouble') return fail(world, backup, done.what, done.path, done)
    const removed: EntryBody[] = done.removed.length > 0 ? [{ type: 'backups-removed', data: { names: done.removed, at: world.now() } }] : []
    return record(world, () => ({
      entries: [{ type: 'backup-ended', data: { backupId: id, made: done.made, removalFailed: done.removalFailed, ...(keptFor.length > 0 ? { keptFor } : {}) } }, ...removed],
      ...byMachine(order.asked), answer: (after) => ({ outcome: 'made', backup: after.get('backup', id) ?? backup }),
    }))
  })
}

function begin(world: World, id: BackupId, { folder, asked }: { folder: string; asked: Backup['asked'] }): Promise<{ backup: Backup; expectsOthers: boolean }> {
  return record(world, (reading) => {
    const backups = backupsOf(reading)
    if (backups.lastTried?.state === 'begun') throw refusal('backup-under-way', '11', null, {})
    const backup: Backup = { id, generation: backups.generation + 1, asked, folder, begunAt: world.now(), state: 'begun', made: null, failed: null, removedAt: null }
    // By hand somebody stands there who knows that the folder is a new one.
    const expectsOthers = asked === 'by-plan' && reading.list('backup').some((one) => one.folder === folder && one.made !== null && one.removedAt === null)
    return { entries: [{ type: 'backup-begun', data: { backup } }], ...byMachine(asked), answer: () => ({ backup, expectsOthers }) }
  })
}

function fail(world: World, backup: Backup, why: BackupTrouble, path: string): Promise<void>
function fail<T>(world: World, backup: Backup, why: BackupTrouble, path: string, answer: T): Promise<T>
function fail<T>(world: World, backup: Backup, why: BackupTrouble, path: string, answer?: T): Promise<T | undefined> {
  return record(world, () => ({ entries: [failed(world, backup, why, path)], byMachine: true, answer: () => answer }))
}

const failed = (world: World, { id }: Backup, why: BackupTrouble, path: string): EntryBody => ({ type: 'backup-failed', data: { backupId: id, why, path, at: world.now() } })
const isUnderWay = (world: World, { lastTried }: Backups): boolean => lastTried?.state === 'begun' && underWay(world).has(lastTried.id)
const isOfFolder = (why: BackupTrouble): boolean => why === 'folder-missing' || why === 'generations-missing'

async function hasFolder(world: World, { plan, lastTried }: Backups): Promise<boolean> {
  const listed = await world.backups.list(plan?.folder ?? '')
  return listed.outcome === 'listed' && (listed.files.length > 0 || lastTried?.failed?.why === 'folder-missing')
}
const byMachine = (asked: Backup['asked']): { byMachine?: true } => (asked === 'by-plan' ? { byMachine: true } : {})
