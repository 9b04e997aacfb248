// What was deleted lies where nothing is written until something is. So we write until the volume takes no more, and give everything back.
import { randomBytes } from 'node:crypto'
import { mkdir, realpath, rmdir, statfs, unlink } from 'node:fs/promises'
import { join } from 'node:path'
import type { FileTrouble, FreeSpaceProgress, FreeSpaceWipe } from '../../../core/wipes/files.ts'
import type { How } from '../../../core/world.ts'
import { codeOf } from '../../files/disk.ts'
import { fillUp, type Filled, readFill } from './fill.ts'
import { FILL_FOLDER, HELD } from './left-fills.ts'
import { holdFolder } from './held-folder.ts'
import { fillSmall, MOST_SMALL_FILES } from './small-files.ts'
import { type VolumeFacts, volumeAt } from './volume.ts'

/** `folder`: any folder of the volume that this account may write into. */
export interface FreeSpace { folder: string; readBack: boolean }

/**
 * Fills a volume's free space with the stamped tile (incompressible, so that a compressing volume fills too), then its small gaps with small
 * files, flushes, reads back, and frees everything again whatever happens. The volume is full only from the last byte to the reading's end.
 * Refuses memory and what lies with others. What stays unreached (blocks kept for the system) is in the answer, in bytes.
 */
export async function wipeFreeSpace({ folder, readBack }: FreeSpace, how: How<FreeSpaceProgress>, seed: Uint8Array = randomBytes(32)): Promise<FreeSpaceWipe> {
  const place = await realpath(folder)
  const held = await holdFolder(Buffer.from(place))
  await held.close()
  const volume = await volumeAt(place, held.mountId)
  const before = await statfs(place)
  const wipe: FreeSpaceWipe = {
    outcome: 'failed', trouble: null, system: null, freeBefore: before.bavail * before.bsize, bytesWritten: 0, smallFiles: 0, readBack: 'none', bytesRead: 0, bytesDiffering: 0,
    notReached: before.bfree * before.bsize, reserved: (before.bfree - before.bavail) * before.bsize, fileSystem: volume.fileSystem, limits: [...volume.limits], leftBehind: [],
  }
  if (isUnsuitable(volume)) return { ...wipe, trouble: 'unsuitable' }
  const fill = join(place, `${FILL_FOLDER}${randomBytes(6).toString('hex')}`)
  const filled: Filled = { files: [], bytes: 0, names: [], seed }
  try {
    await mkdir(fill, { mode: 0o700 })
  } catch (error) {
    return { ...wipe, ...troubleOf(error) }
  }
  try {
    await fillAll(fill, filled, wipe, readBack, how)
  } catch (error) {
    Object.assign(wipe, troubleOf(error))
  } finally {
    how.onProgress({ phase: 'removing', bytesDone: filled.bytes, bytesTotal: filled.bytes })
    wipe.leftBehind = await emptied(fill, filled)
  }
  wipe.bytesWritten = filled.bytes
  return wipe
}

async function fillAll(fill: string, filled: Filled, wipe: FreeSpaceWipe, readBack: boolean, how: How<FreeSpaceProgress>): Promise<void> {
  const before = await statfs(fill)
  const total = (process.getuid?.() === 0 ? before.bfree : before.bavail) * before.bsize
  // Held open for the whole run: this is how another start knows that somebody is still filling.
  filled.names.push(HELD)
  await fillUp(fill, filled, { signal: how.signal, onBytes: () => how.onProgress({ phase: 'filling', bytesDone: filled.bytes, bytesTotal: Math.max(total, filled.bytes) }) })
  wipe.smallFiles = await fillSmall(fill, filled, how.signal)
  how.onProgress({ phase: 'small-files', bytesDone: filled.bytes, bytesTotal: filled.bytes })
  if (wipe.smallFiles >= MOST_SMALL_FILES) wipe.limits.push('small-files-cut-short')
  if (how.signal.aborted) return void (wipe.outcome = 'abandoned')
  for (const { handle } of filled.files) await handle.sync()
  const full = await statfs(fill)
  Object.assign(wipe, { notReached: full.bfree * full.bsize, reserved: Math.max(0, full.bfree - full.bavail) * full.bsize })
  if (wipe.notReached > 0 || KEEPS_UNTOLD.includes(wipe.fileSystem)) wipe.limits.push('reserved-blocks')
  if (readBack) Object.assign(wipe, await readFill(filled, { signal: how.signal, onBytes: (bytes) => how.onProgress({ phase: 'reading', bytesDone: bytes, bytesTotal: filled.bytes }) }))
  if (how.signal.aborted) wipe.outcome = 'abandoned'
  else if (wipe.bytesDiffering > 0) wipe.trouble = 'differs'
  else wipe.outcome = 'filled'
}

/** These keep blocks for their own trees and do not count them as free, so that nobody can say how many were not reached. */
const KEEPS_UNTOLD = ['xfs', 'btrfs']

function isUnsuitable({ limits, fileSystem }: VolumeFacts): boolean {
  return limits.some((limit) => limit === 'memory' || limit === 'network') || (limits.includes('unknown-file-system') && process.platform === 'linux') || fileSystem === 'overlay'
}

/** Closing what has no name frees it; then the names go. */
async function emptied(fill: string, { files, names }: Filled): Promise<string[]> {
  const left: string[] = []
  for (const { handle } of files) {
    // Some file systems need room to remove a file; a shorter one they can always make.
    await handle.truncate(0).catch(() => {})
    await handle.close().catch(() => {})
  }
  for (const name of names) await unlink(join(fill, name)).catch((error: unknown) => { if (codeOf(error) !== 'ENOENT') left.push(join(fill, name)) })
  await rmdir(fill).catch((error: unknown) => { if (codeOf(error) !== 'ENOENT') left.push(fill) })
  return left
}

function troubleOf(error: unknown): { outcome: 'failed'; trouble: FileTrouble; system: string } {
  const code = codeOf(error)
  if (code === undefined || !/^E[A-Z0-9]+$/.test(code)) throw error
  const troubles: Readonly<Record<string, FileTrouble>> = { EROFS: 'read-only-volume', EACCES: 'not-permitted', EPERM: 'not-permitted', EIO: 'damaged', EUCLEAN: 'damaged', ENOSPC: 'disk-full', ENOENT: 'gone' }
  return { outcome: 'failed', trouble: troubles[code] ?? 'other', system: code }
}
