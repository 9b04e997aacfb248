import { createHash, randomBytes } from 'node:crypto'
import { hostname } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { codeOf, type Disk, realDisk } from './disk.ts'

/**
 * A name beside `path` under which a file may grow until it is whole.
 * It carries machine and process, so that a later run can tell an abandoned draft from a living one.
 */
export function draftName(path: string): string {
  return `${path}.${thisMachine()}-${process.pid}-${randomBytes(4).toString('hex')}.part`
}

/**
 * Gives a finished, synced draft its final name and makes that name durable.
 * With `existing: 'refuse'` nothing is ever replaced: the system's EEXIST is thrown.
 */
export async function settleDraft(draft: string, path: string, existing: 'refuse' | 'replace', disk: Disk = realDisk): Promise<void> {
  if (existing === 'replace') {
    await renameWithPatience(draft, path, disk)
    return syncFolder(dirname(path), disk)
  }
  await moveToFreeName(draft, path, disk)
  try {
    await syncFolder(dirname(path), disk)
  } catch (error) {
    // The name was free before; whoever is told that it failed must find it free again.
    await disk.rm(path, { force: true, recursive: true })
    throw error
  }
}

/** Removes drafts of `path` whose process on this machine is gone (power cut, kill). Living ones and other machines' stay. */
export function sweepDrafts(path: string, disk: Disk = realDisk): Promise<void> {
  return sweepDraftsIn(dirname(path), disk, `${basename(path)}.`)
}

/** The same of every draft in a folder, whatever it was to become: what was begun under a number that is not given twice would lie there for ever. */
export async function sweepDraftsIn(folder: string, disk: Disk = realDisk, beginning = ''): Promise<void> {
  const names = await disk.readdir(folder).catch(() => [])
  for (const name of names) {
    if (!name.startsWith(beginning)) continue
    const owner = /\.([0-9a-f]{8})-(\d+)-[0-9a-f]{8}\.part$/.exec(name)
    if (owner?.[1] === thisMachine() && !isRunning(Number(owner[2]))) await disk.rm(join(folder, name), { force: true, recursive: true })
  }
}

/** A rename is only as durable as the folder that remembers it. Windows does not open folders. */
export async function syncFolder(path: string, disk: Disk = realDisk): Promise<void> {
  if (process.platform === 'win32') return
  const folder = await disk.open(path, 'r')
  try {
    await folder.sync()
  } catch (error) {
    // Some network and FUSE file systems cannot sync a folder; there is no better promise to be had from them.
    if (!['EINVAL', 'ENOTSUP', 'EOPNOTSUPP'].includes(codeOf(error) ?? '')) throw error
  } finally {
    await folder.close()
  }
}

/** rename(2) replaces silently; link(2) refuses. Where there are no hard links (FAT), look first, then rename. */
async function moveToFreeName(draft: string, path: string, disk: Disk): Promise<void> {
  try {
    await disk.link(draft, path)
  } catch (error) {
    if (!['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK', 'EACCES', 'EINVAL', 'EXDEV', 'EISDIR'].includes(codeOf(error) ?? '')) throw error
    if (await exists(path, disk)) throw Object.assign(new Error('the target exists'), { code: 'EEXIST' })
    return renameWithPatience(draft, path, disk)
  }
  await disk.rm(draft, { force: true })
}

/** Virus scanners hold a fresh file open for a moment, and Windows then refuses to rename it. */
async function renameWithPatience(from: string, to: string, disk: Disk): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await disk.rename(from, to)
    } catch (error) {
      const maybeHeld = ['EPERM', 'EACCES', 'EBUSY'].includes(codeOf(error) ?? '')
      if (!maybeHeld || attempt === 6) throw error
      await disk.pause(50 * 2 ** attempt)
    }
  }
}

export async function exists(path: string, disk: Disk = realDisk): Promise<boolean> {
  try {
    await disk.lstat(path)
    return true
  } catch (error) {
    if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR') return false
    throw error
  }
}

const thisMachine = (): string => createHash('sha256').update(hostname()).digest('hex').slice(0, 8)

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return codeOf(error) !== 'ESRCH'
  }
}
