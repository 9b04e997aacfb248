import { constants } from 'node:fs'
import type { FileHandle } from 'node:fs/promises'
import { type Disk, realDisk } from './disk.ts'

/** Not waiting for a pipe that nobody writes into: four of them would keep every file of the program waiting. */
const READ = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0)

/**
 * Opens a file for reading, and asks of what was opened, not of its name, whether it is one: what a name led to a moment ago says nothing of
 * what it leads to now. A pipe, a device or a folder throws EINVAL. `more` are further flags of open(2).
 */
export async function openFile(path: string, disk: Disk = realDisk, more = 0): Promise<FileHandle> {
  const file = await disk.open(path, READ | more)
  if (await file.stat().then((found) => found.isFile(), () => false)) return file
  await file.close()
  throw Object.assign(new Error('not a file'), { code: 'EINVAL' })
}
