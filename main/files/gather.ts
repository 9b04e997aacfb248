import { join, resolve } from 'node:path'
import type { Files } from '../../core/world.ts'
import { finding } from '../../core/words/findings.ts'
import { codeOf, type Disk, realDisk } from './disk.ts'

type Gathered = Awaited<ReturnType<Files['gather']>>

/** More than any office hands in at once; a wrong folder (a whole disk) must not keep anybody waiting. */
export const MOST_FILES = 10_000
export const DEEPEST = 16

/**
 * The files under the paths that may hold documents, in order of name. Links are not followed, neither given ones nor those in folders; what
 * operating systems leave in folders is passed over, and a signature whose JSON lies beside it, since it is read with it. What is not there is
 * given back like a file: whoever opens it says so. Everything else that is not looked at is named.
 */
export async function gather(paths: readonly string[], disk: Disk = realDisk, bounds = { most: MOST_FILES, depth: DEEPEST }): Promise<Gathered> {
  const gathered: Gathered = { files: [], troubles: [] }
  const full = (): boolean => gathered.files.length >= bounds.most
  for (const path of paths) {
    if (full()) break
    await lookAt(resolve(path), 0)
  }
  if (full()) gathered.troubles.push({ path: paths[0] ?? '', why: finding('too-many-files', { most: bounds.most }) })
  const all = new Set(gathered.files)
  return { ...gathered, files: [...all].filter((path) => !(/\.json\.p7s$/i.test(path) && all.has(path.slice(0, -'.p7s'.length)))) }

  async function lookAt(path: string, depth: number): Promise<void> {
    if (full()) return
    const kind = await kindOf(path)
    if (kind === 'file' || (kind === 'missing' && depth === 0)) return void gathered.files.push(path)
    if (kind === 'link') return void gathered.troubles.push({ path, why: finding('path-is-link', {}) })
    if (kind === 'other') return void gathered.troubles.push({ path, why: finding('path-not-a-file', {}) })
    if (kind === 'folder') await walk(path, depth)
  }

  async function walk(folder: string, depth: number): Promise<void> {
    if (depth >= bounds.depth) return void gathered.troubles.push({ path: folder, why: finding('folder-too-deep', { depth: bounds.depth }) })
    const names = await disk.readdir(folder).catch((error: unknown) => {
      if (codeOf(error) === undefined) throw error
      return null
    })
    if (names === null) return void gathered.troubles.push({ path: folder, why: finding('folder-unreadable', {}) })
    const documents = names.filter((name) => !LEFTOVERS.test(name)).toSorted()
    if (documents.length === 0 && depth === 0) return void gathered.troubles.push({ path: folder, why: finding('folder-empty', {}) })
    for (const name of documents) await lookAt(join(folder, name), depth + 1)
  }

  async function kindOf(path: string): Promise<'file' | 'folder' | 'link' | 'other' | 'missing'> {
    try {
      const stats = await disk.lstat(path)
      return stats.isSymbolicLink() ? 'link' : stats.isDirectory() ? 'folder' : stats.isFile() ? 'file' : 'other'
    } catch (error) {
      if (codeOf(error) === undefined) throw error
      return 'missing'
    }
  }
}

/** Hidden files, and what Explorer, the Finder and office programs leave behind. */
const LEFTOVERS = /^(\.|~\$|Thumbs\.db$|desktop\.ini$|__MACOSX$)/i
