import { lstat, readdir, rmdir, unlink } from 'node:fs/promises'
import { join } from 'node:path'
import { identityOf } from './held-folder.ts'
import type { openElsewhere } from './open-elsewhere.ts'

/** What the folder of a fill begins with; twelve hexadecimal digits follow. */
export const FILL_FOLDER = '.azukari-free-space-'
/** The file in it that whoever fills holds open. */
export const HELD = 'held'

/**
 * Removes what an interrupted wipe of free space left in these folders, knowing it by its names; nothing else is touched, and nothing of a fill
 * that somebody is still at. Returns the folders removed.
 */
export async function removeLeftFills(folders: readonly string[], isOpenElsewhere: ReturnType<typeof openElsewhere>): Promise<string[]> {
  const removed: string[] = []
  for (const folder of folders) {
    for (const name of await readdir(folder).catch(() => [])) {
      const fill = join(folder, name)
      if (/^\.azukari-free-space-[0-9a-f]{12}$/.test(name) && !await isHeld(fill, isOpenElsewhere) && await isRemoved(fill)) removed.push(fill)
    }
  }
  return removed
}

async function isHeld(fill: string, isOpenElsewhere: ReturnType<typeof openElsewhere>): Promise<boolean> {
  const held = await lstat(join(fill, HELD), { bigint: true }).catch(() => null)
  return held !== null && isOpenElsewhere(identityOf(held))
}

async function isRemoved(fill: string): Promise<boolean> {
  // On a shared volume another account's fill is that account's to give back.
  const uid = process.getuid?.()
  if (!await lstat(fill).then((found) => found.isDirectory() && (uid === undefined || found.uid === uid), () => false)) return false
  for (const name of await readdir(fill).catch(() => [])) {
    const path = join(fill, name)
    const isOurs = /^(held|(fill|small)-\d+)$/.test(name) && await lstat(path).then((found) => found.isFile(), () => false)
    if (isOurs) await unlink(path).catch(() => {})
  }
  return rmdir(fill).then(() => true, () => false)
}
