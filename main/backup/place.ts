import { readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import * as z from 'zod'
import { codeOf, type Disk, realDisk } from '../files/disk.ts'
import { exists, settleDraft, sweepDrafts, syncFolder } from '../files/draft.ts'
import { writeWhole } from '../files/write-whole.ts'
import { shutDoor } from '../vault/door.ts'
import { type Rooms, roomsOf } from '../vault/rooms.ts'

/** What is about to be done, written down first: two renames cannot be one. Names within the home. */
const Note = z.strictObject({ draft: z.string().regex(/^vault\.[0-9a-f]{8}-\d+-[0-9a-f]{8}\.part$/), aside: z.string().regex(/^vault-before-[0-9-]+$/) })
const noteIn = (home: string): string => join(home, 'restoring.json')
/** Held by whoever restores into this home; null when somebody does already. */
export const shutRestoring = (home: string): (() => void) | null => shutDoor(join(home, 'restoring.door'))

/**
 * Puts a vault that was put together into its place. One that lies there is moved aside under a name of its own, and nothing of it is changed.
 * Killed in between, the next start goes on from the note, and finds either vault whole.
 */
export async function putInPlace(draft: string, { home, vault }: Rooms, aside: string | null, disk: Disk): Promise<void> {
  if (aside === null) return settleDraft(draft, vault, 'refuse', disk)
  await writeWhole(noteIn(home), [JSON.stringify({ draft: basename(draft), aside })], new AbortController().signal, { disk })
  await disk.rename(vault, join(home, aside)).catch(async (error: unknown) => {
    await disk.rm(noteIn(home), { force: true })
    throw error
  })
  try {
    await disk.rename(draft, vault)
    await syncFolder(home, disk)
  } catch (error) {
    if (!(await exists(vault, disk))) await disk.rename(join(home, aside), vault)
    await disk.rm(noteIn(home), { force: true })
    throw error
  }
  await disk.rm(noteIn(home), { force: true })
}

/** What a kill left of a restoring: finished where both vaults lie beside their place, otherwise put away. Quiet when there is nothing, or another program is at it. */
export async function finishRestoring(home: string, disk: Disk = realDisk): Promise<void> {
  const rooms = roomsOf(home)
  if (await exists(noteIn(home), disk)) {
    const openDoor = shutRestoring(home)
    if (!openDoor) return
    try {
      await goOn(rooms, await readNote(home), disk)
    } finally {
      openDoor()
    }
  }
  for (const path of [noteIn(home), rooms.vault, join(home, 'rehearsal')]) await sweepDrafts(path, disk)
}

async function goOn({ home, vault }: Rooms, note: z.infer<typeof Note> | null, disk: Disk): Promise<void> {
  if (note) {
    const [draft, aside] = [join(home, note.draft), join(home, note.aside)]
    // The note is written when the draft is whole.
    if (await exists(vault, disk)) await disk.rm(draft, { recursive: true, force: true })
    else if (await exists(draft, disk)) await disk.rename(draft, vault)
    else if (await exists(aside, disk)) await disk.rename(aside, vault)
    await syncFolder(home, disk)
  }
  await disk.rm(noteIn(home), { force: true })
}

async function readNote(home: string): Promise<z.infer<typeof Note> | null> {
  try {
    return Note.safeParse(JSON.parse(await readFile(noteIn(home), 'utf8'))).data ?? null
  } catch (error) {
    if (error instanceof SyntaxError || codeOf(error) === 'ENOENT') return null
    throw error
  }
}
