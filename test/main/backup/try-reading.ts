import { readHeader } from '../../../main/backup/header.ts'
import { BackupProblem } from '../../../main/backup/problem.ts'
import { readBackup } from '../../../main/backup/read.ts'
import { realDisk } from '../../../main/files/disk.ts'
import type { Place } from './shelf.ts'

const how = { signal: new AbortController().signal, onBytes: () => {} }

/** Reads all of a backup with the vault's own secret, and throws away what it holds; `whole`, or why not. `seen`: the parts that were handed out. */
export async function tryReading({ world }: Pick<Place, 'world'>, path: string, seen: string[] = []): Promise<string> {
  try {
    const read = await readHeader(path, realDisk)
    const taker = { take: async (part: { name: string; content: AsyncIterable<Uint8Array> }) => { seen.push(part.name); for await (const _ of part.content) { /* on its way */ } } }
    await readBackup(path, read, world.vault.inside().secret.backupKey(read.about), taker, how, realDisk)
    return 'whole'
  } catch (error) {
    if (error instanceof BackupProblem) return error.code
    throw error
  }
}
