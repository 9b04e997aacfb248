import { constants } from 'node:fs'
import { type FileHandle, open, readFile, stat } from 'node:fs/promises'
import type { DriveIdentity } from '../../../core/media/drive.ts'
import { sysfsOf } from '../open-target.ts'

/** A drive that is held open: while it is, the kernel gives its number, and with it its name, to no other. */
export interface HeldDrive { isStill(): Promise<boolean>; close(): Promise<void> }

/** Where the kernel tells of a device by its number; tests have pages of their own. */
export interface Kernel { folderOf(rdev: number): string }
const kernel: Kernel = { folderOf: sysfsOf }

/**
 * Opens a drive and knows it again by what was opened: its number's own page of the kernel must tell the size and insertion that were chosen.
 * A command is given by name; held open from the last look until the command has ended, the name cannot come to mean another drive
 * in between. null when it is not the drive that was meant, or cannot be opened.
 */
export async function holdDrive(drive: DriveIdentity, { folderOf }: Kernel = kernel): Promise<HeldDrive | null> {
  // Not exclusively: the programs that give commands open it themselves, and some of them exclusively.
  const handle = await open(drive.path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOFOLLOW ?? 0)).catch(() => null)
  if (handle === null) return null
  const isStill = async (): Promise<boolean> => {
    const [held, named] = [await handle.stat(), await stat(drive.path).catch(() => null)]
    if (named === null || named.rdev !== held.rdev || named.dev !== held.dev || named.ino !== held.ino) return false
    const told = (name: string): Promise<string | null> => readFile(`${folderOf(held.rdev)}/${name}`, 'utf8').then((text) => text.trim(), () => null)
    return Number(await told('size')) * 512 === drive.bytes && (drive.insertion === null || await told('diskseq') === drive.insertion)
  }
  return await isStill() ? { isStill, close: () => handle.close() } : letGo(handle)
}

async function letGo(handle: FileHandle): Promise<null> {
  await handle.close()
  return null
}
