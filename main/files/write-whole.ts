import { constants } from 'node:fs'
import { draftName, settleDraft, sweepDrafts } from './draft.ts'
import { codeOf, type Disk, realDisk } from './disk.ts'
import { untilAborted } from './until-aborted.ts'

/**
 * What to do with a file that already has the name. `refuse` throws the system's EEXIST and leaves it as it was; `recognise` does the same, unless it holds these very
 * bytes: then it is the file that was to be written, left by a time before when something else failed after it.
 */
export interface Whole { existing?: 'refuse' | 'recognise' | 'replace'; mode?: number; disk?: Disk }

/**
 * Leaves the whole file under its name, or nothing at all: not an empty file, not half of one.
 * The draft grows beside the target, is synced, renamed, and the folder is synced; on any error it is removed.
 * Replaces an existing file unless told otherwise, and answers whether it wrote anything. Throws the signal's reason when cancelled, also while the source is silent.
 */
export async function writeWhole(
  path: string,
  source: AsyncIterable<Uint8Array | string> | Iterable<Uint8Array | string>,
  signal: AbortSignal,
  { existing = 'replace', mode = 0o600, disk = realDisk }: Whole = {},
): Promise<'written' | 'lay-there'> {
  signal.throwIfAborted()
  await sweepDrafts(path, disk)
  const draft = draftName(path)
  try {
    const file = await disk.open(draft, 'wx', mode)
    try {
      for await (const chunk of untilAborted(source, signal)) await file.writeFile(chunk)
      await file.sync()
    } finally {
      await file.close()
    }
    signal.throwIfAborted()
    await settleDraft(draft, path, existing === 'replace' ? 'replace' : 'refuse', disk)
    return 'written'
  } catch (error) {
    const isThere = existing === 'recognise' && codeOf(error) === 'EEXIST' && await holdSame(draft, path, disk).catch(() => false)
    await disk.rm(draft, { force: true })
    if (isThere) return 'lay-there'
    throw error
  }
}

const READ = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0)
const BLOCK_BYTES = 1 << 20

/** Whether two files hold the same bytes, piece by piece. Anything but a plain file of the same length does not: a link or a pipe in the file's place is nobody's file. */
async function holdSame(ours: string, theirs: string, disk: Disk): Promise<boolean> {
  const [a, b] = [await disk.open(ours, READ), await disk.open(theirs, READ).catch(() => null)]
  try {
    if (!b) return false
    const [{ size }, other] = [await a.stat(), await b.stat()]
    if (!other.isFile() || other.size !== size) return false
    const [one, two] = [Buffer.allocUnsafe(BLOCK_BYTES), Buffer.allocUnsafe(BLOCK_BYTES)]
    for (let at = 0; at < size;) {
      const { bytesRead } = await a.read(one, 0, BLOCK_BYTES, at)
      if (bytesRead === 0) return false
      for (let got = 0; got < bytesRead;) {
        const read = await b.read(two, got, bytesRead - got, at + got)
        if (read.bytesRead === 0) return false
        got += read.bytesRead
      }
      if (!one.subarray(0, bytesRead).equals(two.subarray(0, bytesRead))) return false
      at += bytesRead
    }
    return true
  } finally {
    await a.close()
    await b?.close()
  }
}
