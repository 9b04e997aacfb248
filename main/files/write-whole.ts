import { draftName, settleDraft, sweepDrafts } from './draft.ts'
import { type Disk, realDisk } from './disk.ts'
import { untilAborted } from './until-aborted.ts'

/** What to do with a file that already has the name. `refuse` throws the system's EEXIST and leaves it as it was. */
export interface Whole { existing?: 'refuse' | 'replace'; mode?: number; disk?: Disk }

/**
 * Leaves the whole file under its name, or nothing at all: not an empty file, not half of one.
 * The draft grows beside the target, is synced, renamed, and the folder is synced; on any error it is removed.
 * Replaces an existing file unless told to refuse. Throws the signal's reason when cancelled, also while the source is silent.
 */
export async function writeWhole(
  path: string,
  source: AsyncIterable<Uint8Array | string> | Iterable<Uint8Array | string>,
  signal: AbortSignal,
  { existing = 'replace', mode = 0o600, disk = realDisk }: Whole = {},
): Promise<void> {
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
    await settleDraft(draft, path, existing, disk)
  } catch (error) {
    await disk.rm(draft, { force: true })
    throw error
  }
}
