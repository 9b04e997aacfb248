import { open } from 'node:fs/promises'
import { join } from 'node:path'
import { codeOf } from '../../files/disk.ts'
import type { Filled } from './fill.ts'

/** More than this no volume that is otherwise full has been seen to take in reasonable time. */
export const MOST_SMALL_FILES = 50_000

const SIZES = [4000, 2000, 900, 600, 300, 100, 1]

/** Fills what only small files reach: ends of records, and the file tables of volumes that keep small files in them (NTFS, ext4, btrfs). Returns how many. */
export async function fillSmall(folder: string, filled: Filled, signal: AbortSignal): Promise<number> {
  const content = filled.seed
  let count = 0
  for (const size of SIZES) {
    const bytes = Buffer.alloc(size, content)
    // Twice in a row, because a name may find room where its content does not.
    for (let refused = 0; refused < 2 && count < MOST_SMALL_FILES && !signal.aborted;) {
      const name = `small-${count}`
      if (await written(join(folder, name), bytes, () => filled.names.push(name))) {
        count++
        filled.bytes += size
        refused = 0
      } else refused++
    }
  }
  return count
}

async function written(path: string, bytes: Buffer, named: () => void): Promise<boolean> {
  try {
    const file = await open(path, 'w', 0o600)
    named()
    try {
      await file.write(bytes)
      // Room that is only promised would let this go on for ever.
      await file.datasync()
    } finally {
      await file.close()
    }
    return true
  } catch (error) {
    if (['ENOSPC', 'EDQUOT', 'EMFILE'].includes(codeOf(error) ?? '')) return false
    throw error
  }
}
