import { basename, join } from 'node:path'
import { objectionsToName } from '../../crypto/zip/entry-name.ts'
import { refuseBadNames } from '../../crypto/zip/names.ts'
import { PackageProblem } from '../../crypto/zip/problem.ts'
import type { Disk } from '../files/disk.ts'
import { ahead } from './ahead.ts'
import { onSource } from './disk-problem.ts'
import type { How, Source, StreamSource } from './order.ts'

/** Something that will be packed, as it was when it was listed. */
export interface Listed { name: string; kind: 'file' | 'folder'; size: number; mtime: number; from: OnDisk | StreamSource | undefined; /** Decided by the plan. */ stored?: boolean }
/** Who the file is, so that one exchanged between listing and reading is noticed. */
export interface OnDisk { path: string; device: number; inode: number }

const AT_A_TIME = 32

/**
 * Everything the sources hold, in order of name: files, and those folders that are empty. Names are NFC with `/`.
 * Refuses links (they lead elsewhere), pipes, sockets and devices (reading one may block for ever), names that some
 * system cannot hold, and two sources of one name. Nothing is skipped silently.
 */
export async function listSources(sources: readonly Source[], how: How, disk: Disk): Promise<Listed[]> {
  const listed: Listed[] = []
  for (const source of sources) {
    how.signal.throwIfAborted()
    if ('path' in source) for await (const one of listPath(source.path, inPackage(source.as ?? basename(source.path)), how, disk)) listed.push(one)
    else listed.push({ name: inPackage(source.name), kind: 'file', size: source.size, mtime: source.mtime, from: source })
    how.onProgress({ phase: 'reading', bytesDone: 0, bytesTotal: 0, filesDone: listed.length, filesTotal: listed.length })
  }
  if (listed.length === 0) throw new PackageProblem('nothing-to-seal')
  refuseUnportable(listed)
  listed.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
  refuseBadNames(listed)
  return listed
}

/** macOS hands out decomposed names; Windows would show them as letters followed by loose marks. */
const inPackage = (name: string): string => name.normalize('NFC')

async function* listPath(path: string, name: string, how: How, disk: Disk): AsyncGenerator<Listed> {
  const found = await onSource(path, () => disk.lstat(path))
  if (found.isFile()) yield { name, kind: 'file', size: found.size, mtime: Math.floor(found.mtimeMs), from: { path, device: found.dev, inode: found.ino } }
  else if (found.isDirectory()) yield* listFolder(path, name, found.mtimeMs, how, disk)
  else throw new PackageProblem('source-not-a-file', { path, kind: kindOf(found) })
}

async function* listFolder(path: string, name: string, mtimeMs: number, how: How, disk: Disk): AsyncGenerator<Listed> {
  how.signal.throwIfAborted()
  const names = await onSource(path, () => disk.readdir(path))
  if (names.length === 0) yield { name: `${name}/`, kind: 'folder', size: 0, mtime: Math.floor(mtimeMs), from: undefined }
  const inOrder = ahead(names, AT_A_TIME, async (child) => {
    const childPath = join(path, child)
    if (child.includes('\ufffd')) throw new PackageProblem('name-not-portable', { path: childPath, objections: ['not-unicode'] })
    return { child, found: await onSource(childPath, () => disk.lstat(childPath)) }
  })
  for await (const { child, found } of inOrder) {
    const childPath = join(path, child)
    const childName = `${name}/${inPackage(child)}`
    if (found.isFile()) yield { name: childName, kind: 'file', size: found.size, mtime: Math.floor(found.mtimeMs), from: { path: childPath, device: found.dev, inode: found.ino } }
    else if (found.isDirectory()) yield* listFolder(childPath, childName, found.mtimeMs, how, disk)
    else throw new PackageProblem('source-not-a-file', { path: childPath, kind: kindOf(found) })
  }
}

/** All of them at once: nobody likes to be refused three times for three names. */
function refuseUnportable(listed: readonly Listed[]): void {
  const bad = listed.filter(({ name }) => objectionsToName(name).length > 0)
  if (bad.length === 0) return
  const objections = [...new Set(bad.flatMap(({ name }) => objectionsToName(name)))]
  throw new PackageProblem('name-not-portable', { path: bad[0]!.name, paths: bad.slice(0, 100).map(({ name }) => name), count: bad.length, objections })
}

function kindOf(found: { isSymbolicLink(): boolean; isFIFO(): boolean; isSocket(): boolean }): string {
  return found.isSymbolicLink() ? 'link' : found.isFIFO() ? 'pipe' : found.isSocket() ? 'socket' : 'device'
}
