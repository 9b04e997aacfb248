import { basename, join } from 'node:path'
import type { Files } from '../../core/world.ts'
import { objectionsToName } from '../../crypto/zip/entry-name.ts'
import { codeOf, type Disk, realDisk } from './disk.ts'
import { exists } from './draft.ts'
import { isFull } from './take.ts'
import { writeWhole } from './write-whole.ts'

type Saving = Awaited<ReturnType<Files['save']>>
interface ToSave { name: string; content: AsyncIterable<Uint8Array> }

/** Writes files into a folder, whole, none over another; when one cannot be written, those before it go again. */
export async function save(files: readonly ToSave[], folder: string, disk: Disk = realDisk): Promise<Saving> {
  if (!(await isFolder(folder, disk))) return { outcome: 'folder-missing', path: folder }
  const paths: string[] = []
  for (const { name } of files) {
    if (basename(name) !== name || objectionsToName(name).length > 0) throw new RangeError('not the name of a file')
    if (await exists(join(folder, name), disk)) return { outcome: 'target-exists', path: join(folder, name) }
  }
  for (const { name, content } of files) {
    const path = join(folder, name)
    try {
      await writeWhole(path, content, new AbortController().signal, { existing: 'refuse', disk })
      paths.push(path)
    } catch (error) {
      for (const written of paths) await disk.rm(written, { force: true })
      if (codeOf(error) === 'EEXIST') return { outcome: 'target-exists', path }
      if (isFull(error)) return { outcome: 'disk-full', path }
      throw error
    }
  }
  return { outcome: 'saved', paths }
}

export async function isFolder(path: string, disk: Disk = realDisk): Promise<boolean> {
  try {
    return (await disk.stat(path)).isDirectory()
  } catch (error) {
    if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR') return false
    throw error
  }
}
