import { join } from 'node:path'
import type { BackupFile } from '../../core/backup/backup.ts'
import { isoJst, type Instant } from '../../core/time.ts'
import { EvidenceProblem } from '../../crypto/evidence-problem.ts'
import { openStream } from '../../crypto/sealed-file.ts'
import type { Disk } from '../files/disk.ts'
import { sweepDrafts } from '../files/draft.ts'
import { readHeader } from './header.ts'
import { BackupProblem, onTarget } from './problem.ts'
import { bodyOf } from './read.ts'

export const ENDING = '.azkbackup'

/** What a backup is called: whose, which, of when (JST). Two of one minute differ by their generation. */
export function nameOf({ vault, generation, madeAt }: { vault: string; generation: number; madeAt: Instant }): string {
  const when = isoJst(madeAt).replaceAll(/[-:T]/g, '').slice(0, 12)
  return `azukari-${vault.slice(-16, -8)}-${String(generation).padStart(6, '0')}-${when}${ENDING}`
}

/** Backups in a folder, of whatever vault, the newest first. Links are none, nor is what has no header; nothing here is proved yet. */
export async function backupsIn(folder: string, disk: Disk): Promise<(BackupFile & { checkpoint: string })[]> {
  const found: (BackupFile & { checkpoint: string })[] = []
  for (const name of (await onTarget(folder, () => disk.readdir(folder))).toSorted()) {
    if (!name.endsWith(ENDING)) continue
    const path = join(folder, name)
    const stats = await disk.lstat(path).catch(() => null)
    if (!stats?.isFile()) continue
    try {
      const { header: { vault, generation, madeAt, entries, checkpoint } } = await readHeader(path, disk)
      found.push({ vault, generation, madeAt, entries, checkpoint, path, name, bytes: stats.size })
    } catch (error) {
      if (!(error instanceof BackupProblem)) throw error
    }
  }
  return found.toSorted((a, b) => b.generation - a.generation || b.madeAt - a.madeAt)
}

/**
 * Those of one vault, the newest first. What a file says of itself before its body counts only when its body opens under it: whoever may write into
 * the folder could otherwise name a generation that pushes out all others, or after which none comes.
 */
export async function ownBackupsIn(folder: string, { vault, keyOf }: Own, disk: Disk): Promise<Awaited<ReturnType<typeof backupsIn>>> {
  const own = []
  for (const one of await backupsIn(folder, disk)) if (one.vault === vault && await opens(one.path, keyOf, disk)) own.push(one)
  return own
}
export interface Own { vault: string; keyOf: (about: string) => Uint8Array }

/**
 * Removes generations beyond the newest `keep`. Only files that are ours: a header of this vault whose signed checkpoint is the beginning of the ledger that
 * was just backed up, so that whatever holds something else (a branch that a restoring left) stays. Never the one just made. Answers what went.
 */
export async function removeOld(folder: string, { keep, made, contains, ...own }: Own & { keep: number; made: string; contains(checkpoint: string): boolean }, disk: Disk): Promise<string[]> {
  const ours = await ownBackupsIn(folder, own, disk)
  const old = ours.filter(({ name }) => name !== made).slice(Math.max(keep, 1) - 1).filter(({ checkpoint }) => contains(checkpoint))
  const removed: string[] = []
  for (const { path, name } of old) {
    await onTarget(path, () => disk.rm(path))
    removed.push(name)
  }
  return removed
}

/** Whether the first piece of the body is authentic under this vault's key for just this header. */
async function opens(path: string, keyOf: Own['keyOf'], disk: Disk): Promise<boolean> {
  let key: Uint8Array | null = null
  try {
    const { about, length } = await readHeader(path, disk)
    key = keyOf(about)
    for await (const _piece of openStream(bodyOf(path, length, { signal: new AbortController().signal, onBytes: () => {} }, disk), key)) return true
    return false
  } catch (error) {
    if (error instanceof EvidenceProblem || error instanceof BackupProblem) return false
    throw error
  } finally {
    key?.fill(0)
  }
}

/** Removes the halves that a kill left in the folder: drafts of ours whose program is gone. */
export async function sweepHalves(folder: string, disk: Disk): Promise<void> {
  const halves = (await disk.readdir(folder).catch(() => [])).flatMap((name) => /^(azukari-[0-9a-f]{8}-\d{6,}-\d{12}\.azkbackup)\.[0-9a-f]{8}-\d+-[0-9a-f]{8}\.part$/.exec(name)?.[1] ?? [])
  for (const name of new Set(halves)) await sweepDrafts(join(folder, name), disk)
}
