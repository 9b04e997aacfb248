import { basename, join } from 'node:path'
import { composed } from '../../core/words/joined.ts'
import { objectionsToName } from '../../crypto/zip/entry-name.ts'
import { Names } from '../../crypto/zip/names.ts'
import type { OpenSpill } from '../../crypto/zip/pages.ts'
import { PackageProblem } from '../../crypto/zip/problem.ts'
import type { Form } from '../../crypto/zip/roll.ts'
import { Sorter } from '../../crypto/zip/sorter.ts'
import type { Disk } from '../files/disk.ts'
import { ahead } from './ahead.ts'
import { onSource } from './disk-problem.ts'
import type { How, Source, StreamSource } from './order.ts'

/** Something that will be packed, as it was when it was listed. */
export interface Listed { name: string; kind: 'file' | 'folder'; size: number; mtime: number; from: OnDisk | StreamSource | undefined; /** Decided by the plan. */ stored?: boolean }
/** Who the file is, so that one exchanged between listing and reading is noticed. */
export interface OnDisk { path: string; device: number; inode: number }

const AT_A_TIME = 32
const MOST_NAMED = 100

/**
 * Everything the sources hold, in order of name: files, and those folders that are empty. Names are composed (が is one character), with `/`.
 * Refuses links (they lead elsewhere), pipes, sockets and devices (reading one may block for ever), names that some
 * system cannot hold, and two sources of one name. Nothing is skipped silently.
 */
export async function* listSources(sources: readonly Source[], how: How, disk: Disk, spill: OpenSpill): AsyncGenerator<Listed> {
  const sorter = new Sorter(spill, listedForm(sources), (a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
  const unportable = new Unportable()
  let count = 0
  for (const source of sources) {
    how.signal.throwIfAborted()
    for await (const one of entriesOf(source, how, disk)) {
      unportable.look(one)
      await sorter.add(one)
      count++
    }
    how.onProgress({ phase: 'reading', bytesDone: 0, bytesTotal: 0, filesDone: count, filesTotal: count })
  }
  if (count === 0) throw new PackageProblem('nothing-to-seal')
  unportable.refuse()
  const names = new Names()
  for await (const one of sorter.inOrder()) {
    names.add(one)
    yield one
  }
}

/** How a listed source is written down. A stream cannot be: its place among the sources stands for it. */
export function listedForm(sources: readonly Source[]): Form<Listed> {
  const places = new Map(sources.flatMap((source, place) => ('path' in source ? [] : [[source, place] as const])))
  return {
    write: ({ name, kind, size, mtime, stored, from }) => JSON.stringify([name, kind, size, mtime, stored, ...(from === undefined ? [] : 'path' in from ? [from.path, from.device, from.inode] : [places.get(from)])]),
    read: (text) => {
      const [name, kind, size, mtime, stored, from, device, inode] = JSON.parse(text) as [string, Listed['kind'], number, number, boolean | null, (string | number)?, number?, number?]
      const source = typeof from === 'string' ? { path: from, device: device!, inode: inode! } : from === undefined ? undefined : sources[from] as StreamSource
      return { name, kind, size, mtime, from: source, ...(stored === null ? {} : { stored }) }
    },
  }
}

async function* entriesOf(source: Source, how: How, disk: Disk): AsyncGenerator<Listed> {
  if ('path' in source) yield* listPath(source.path, inPackage(source.as ?? basename(source.path)), how, disk)
  else yield { name: inPackage(source.name), kind: 'file', size: source.size, mtime: source.mtime, from: source }
}

/** macOS hands out decomposed names; Windows would show them as letters followed by loose marks. Nothing else about a name is changed. */
const inPackage = composed

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
class Unportable {
  readonly #paths: string[] = []
  readonly #objections = new Set<string>()
  #count = 0

  look({ name }: Listed): void {
    const objections = objectionsToName(name)
    if (objections.length === 0) return
    this.#count++
    if (this.#paths.length < MOST_NAMED) this.#paths.push(name)
    for (const objection of objections) this.#objections.add(objection)
  }

  refuse(): void {
    if (this.#count > 0) throw new PackageProblem('name-not-portable', { path: this.#paths[0]!, paths: this.#paths, count: this.#count, objections: [...this.#objections] })
  }
}

function kindOf(found: { isSymbolicLink(): boolean; isFIFO(): boolean; isSocket(): boolean }): string {
  return found.isSymbolicLink() ? 'link' : found.isFIFO() ? 'pipe' : found.isSocket() ? 'socket' : 'device'
}
