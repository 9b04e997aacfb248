import { join } from 'node:path'
import { codeOf } from './disk.ts'
import { exists } from './draft.ts'
import { isFolder } from './save.ts'
import { isFull } from './take.ts'
import { writeWhole } from './write-whole.ts'

/** What keeps the vault from locking meanwhile; its signal calls the work off when it is locked all the same. */
export type Begin = () => { signal: AbortSignal; end(): void }
export type Anew = { outcome: 'written'; path: string } | { outcome: 'folder-missing' | 'target-exists' | 'disk-full'; path: string } | { outcome: 'abandoned' }

/** A file for a clerk: whole under its name in a folder or not at all, never over another. Called off is an outcome. */
export async function writeAnew({ into, name, signal, begin }: { into: string; name: string; signal: AbortSignal; begin: Begin }, bytes: (signal: AbortSignal) => AsyncIterable<Uint8Array>): Promise<Anew> {
  const work = begin()
  const both = AbortSignal.any([signal, work.signal])
  const path = join(into, name)
  try {
    if (!(await isFolder(into))) return { outcome: 'folder-missing', path: into }
    if (await exists(path)) return { outcome: 'target-exists', path }
    await writeWhole(path, bytes(both), both, { existing: 'refuse' })
    return { outcome: 'written', path }
  } catch (error) {
    if (both.aborted) return { outcome: 'abandoned' }
    if (codeOf(error) === 'EEXIST') return { outcome: 'target-exists', path }
    if (isFull(error)) return { outcome: 'disk-full', path }
    throw error
  } finally {
    work.end()
  }
}
