import { basename, join } from 'node:path'
import type { Files } from '../../core/world.ts'
import { objectionsToName } from '../../crypto/zip/entry-name.ts'
import { codeOf, type Disk, realDisk } from './disk.ts'
import { isFull } from './take.ts'
import { writeWhole } from './write-whole.ts'

type Saving = Awaited<ReturnType<Files['save']>>
interface ToSave { name: string; content: AsyncIterable<Uint8Array> }

/**
 * Writes files into a folder, whole, none over another; when one cannot be written, those before it go again. A file that lies there with these very bytes is saved
 * already: what is written down of a saving comes after the files, and when that fails, whoever asks again must find a way.
 */
export async function save(files: readonly ToSave[], folder: string, disk: Disk = realDisk): Promise<Saving> {
  if (!(await isFolder(folder, disk))) return { outcome: 'folder-missing', path: folder }
  for (const { name } of files) if (basename(name) !== name || objectionsToName(name).length > 0) throw new RangeError('not the name of a file')
  const written: string[] = []
  for (const { name, content } of files) {
    const path = join(folder, name)
    try {
      if (await writeWhole(path, content, new AbortController().signal, { existing: 'recognise', disk }) === 'written') written.push(path)
    } catch (error) {
      for (const ours of written) await disk.rm(ours, { force: true })
      if (codeOf(error) === 'EEXIST') return { outcome: 'target-exists', path }
      if (isFull(error)) return { outcome: 'disk-full', path }
      throw error
    }
  }
  return { outcome: 'saved', paths: files.map(({ name }) => join(folder, name)) }
}

export async function isFolder(path: string, disk: Disk = realDisk): Promise<boolean> {
  try {
    return (await disk.stat(path)).isDirectory()
  } catch (error) {
    if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR') return false
    throw error
  }
}
