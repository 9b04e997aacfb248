// Files are wiped where they are listed, one by one, and every one is answered for: a tree of which a part remains is never called wiped.
import { randomBytes } from 'node:crypto'
import type { FileWipe, FileWipeOrder, FileWipeProgress, WipedFile, WipeLimit } from '../../../core/wipes/files.ts'
import type { How } from '../../../core/world.ts'
import { around, type Around } from './list-files.ts'
import { OpenRoots } from './open-roots.ts'
import { leftAs, wipeOne } from './wipe-one.ts'

/**
 * Wipes what the list names and nothing else. Whatever has changed since the list, is open elsewhere, or is not what it was, is left and
 * named; the others are still wiped. A cancel is an outcome: what had been done by then is exactly in the answer.
 */
export async function wipeFiles(order: FileWipeOrder, how: How<FileWipeProgress>, looking: Around = around(), seed: Uint8Array = randomBytes(32)): Promise<FileWipe> {
  const { list } = order
  const files: WipedFile[] = []
  const run = { order, looking, seed, alreadyOverwritten: new Map<string, WipedFile>() }
  const roots = new OpenRoots(list.roots, list.files)
  let bytesDone = 0
  try {
    for (const file of list.files) {
      const wiped = how.signal.aborted ? leftAs(file, 'not-reached', null) : await wipeOne(file, roots, run, {
        signal: how.signal,
        onBytes: (bytes) => {
          bytesDone += bytes
          how.onProgress({ phase: 'wiping', filesDone: files.length, filesTotal: list.files.length, bytesDone, bytesTotal: list.bytes })
        },
      })
      files.push(wiped)
      how.onProgress({ phase: 'wiping', filesDone: files.length, filesTotal: list.files.length, bytesDone, bytesTotal: list.bytes })
    }
  } finally {
    await roots.close()
  }
  return { outcome: outcomeOf(files, order), files, bytesOverwritten: files.reduce((sum, { bytesOverwritten }) => sum + bytesOverwritten, 0), limits: limitsOf(order, files) }
}

function outcomeOf(files: readonly WipedFile[], { list }: FileWipeOrder): FileWipe['outcome'] {
  if (files.some(({ outcome, trouble }) => outcome === 'not-reached' || trouble === 'cancelled')) return 'abandoned'
  const isWhole = list.leftOut.length === 0 && files.every(({ outcome, kind }) => outcome === 'overwritten' || (outcome === 'removed-only' && kind !== 'file'))
  return isWhole ? 'whole' : 'with-exceptions'
}

function limitsOf({ list }: FileWipeOrder, files: readonly WipedFile[]): WipeLimit[] {
  return [...new Set([...list.limits, ...files.flatMap(({ limits }) => limits)])].toSorted()
}
