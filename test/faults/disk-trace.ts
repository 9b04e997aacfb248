import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** A call of a disk that went well, as moments.c wrote it down. `said`: words of the program itself, at this very moment. */
type Call =
  | { what: 'write'; inode: bigint; at: number; bytes: Buffer }
  | { what: 'cut'; inode: bigint; at: number }
  | { what: 'sync'; inode: bigint }
  | { what: 'create' | 'folder'; inode: bigint; path: string }
  | { what: 'rename' | 'link'; path: string; to: string }
  | { what: 'remove'; path: string }
  | { what: 'said'; words: string }

/** One file's content: what a sync made lasting, and what has been asked for since. */
interface Content { lasting: Buffer; since: ({ at: number; bytes: Buffer } | { cut: number })[] }
type Naming = { path: string; folder: number } & ({ do: 'name'; file: number } | { do: 'folder'; id: number } | { do: 'rename' | 'link'; to: string } | { do: 'remove' })
interface Names { files: Map<string, number>; folders: Map<string, number> }

/** What lay under a folder before the first call. */
export interface Before { root: string; files: { path: string; inode: bigint; bytes: Buffer }[]; folders: { path: string; inode: bigint }[] }

export function lookBefore(root: string): Before {
  const before: Before = { root, files: [], folders: [{ path: root, inode: statSync(root, { bigint: true }).ino }] }
  for (const name of readdirSync(root, { recursive: true, encoding: 'utf8' })) {
    const path = join(root, name)
    const { ino: inode } = statSync(path, { bigint: true })
    if (statSync(path).isDirectory()) before.folders.push({ path, inode })
    else before.files.push({ path, inode, bytes: readFileSync(path) })
  }
  return before
}

export function readTrace(path: string): Call[] {
  const bytes = readFileSync(path)
  const calls: Call[] = []
  for (let at = 0; at + 25 <= bytes.length;) {
    const what = String.fromCharCode(bytes[at] ?? 0)
    const inode = bytes.readBigUInt64LE(at + 1)
    const offset = Number(bytes.readBigInt64LE(at + 9))
    const [one, two] = [bytes.readUInt32LE(at + 17), bytes.readUInt32LE(at + 21)]
    const first = bytes.subarray(at + 25, at + 25 + one)
    const second = bytes.subarray(at + 25 + one, at + 25 + one + two).toString('utf8')
    at += 25 + one + two
    const path = first.toString('utf8')
    if (what === 'w') calls.push({ what: 'write', inode, at: offset, bytes: first })
    else if (what === 't') calls.push({ what: 'cut', inode, at: offset })
    else if (what === 's') calls.push({ what: 'sync', inode })
    else if (what === 'c' || what === 'm') calls.push({ what: what === 'c' ? 'create' : 'folder', inode, path })
    else if (what === 'r' || what === 'l') calls.push({ what: what === 'r' ? 'rename' : 'link', path, to: second })
    else if (what === 'u') calls.push({ what: 'remove', path })
    else if (what === 'a') calls.push({ what: 'said', words: path })
    else throw new Error(`a trace with ${what} in it`)
  }
  return calls
}

/**
 * The folder as the current may leave it when it fails after `count` calls, written under `into`. What was synced stands. Of what was written to a
 * file since, any part may be there, cut at sectors of 512 bytes; names of files change in their order and come as far as
 * a synced folder makes certain, or further: a file system with a journal keeps no later name without the earlier ones.
 */
export function afterPowerLoss(before: Before, calls: readonly Call[], count: number, random: () => number, into: string): void {
  const contents: Content[] = []
  const namings: Naming[] = []
  const fileOf = new Map<bigint, number>()
  const folderOf = new Map<bigint, number>()
  const now: Names = { files: new Map(), folders: new Map() }
  const newFile = (bytes: Buffer): number => contents.push({ lasting: bytes, since: [] }) - 1
  for (const { path, inode } of before.folders) { folderOf.set(inode, folderOf.size); now.folders.set(path, folderOf.get(inode) as number) }
  for (const { path, inode, bytes } of before.files) { fileOf.set(inode, newFile(bytes)); now.files.set(path, fileOf.get(inode) as number) }
  const then: Names = { files: new Map(now.files), folders: new Map(now.folders) }
  const inside = (path: string): boolean => path.startsWith(`${before.root}/`)
  const change = (naming: Naming): void => { namings.push(naming); rename(now, naming) }
  let certain = 0
  let folders = folderOf.size

  for (const call of calls.slice(0, count)) {
    if ('path' in call && !inside(call.path)) continue
    const folder = 'path' in call ? now.folders.get(dirname('to' in call ? call.to : call.path)) ?? -1 : -1
    const content = 'inode' in call ? contents[fileOf.get(call.inode) ?? -1] : undefined
    switch (call.what) {
      case 'write': content?.since.push({ at: call.at, bytes: call.bytes }); break
      case 'cut': content?.since.push({ cut: call.at }); break
      case 'sync': {
        if (content) { content.lasting = content.since.reduce(apply, content.lasting); content.since = [] }
        const synced = folderOf.get(call.inode)
        if (synced !== undefined && !content) certain = Math.max(certain, 1 + namings.findLastIndex((naming) => naming.folder === synced))
        break
      }
      case 'create': fileOf.set(call.inode, newFile(Buffer.alloc(0))); folderOf.delete(call.inode); change({ do: 'name', path: call.path, folder, file: contents.length - 1 }); break
      case 'folder': folderOf.set(call.inode, folders); fileOf.delete(call.inode); change({ do: 'folder', path: call.path, folder, id: folders++ }); break
      case 'rename': case 'link': change({ do: call.what, path: call.path, to: call.to, folder }); break
      case 'remove': change({ do: 'remove', path: call.path, folder }); break
      case 'said': break
    }
  }
  const reached = certain + Math.floor(random() * (namings.length - certain + 1))
  for (const naming of namings.slice(0, reached)) rename(then, naming)
  write(before.root, then, contents, random, into)
}

function rename({ files, folders }: Names, naming: Naming): void {
  const { path } = naming
  if (naming.do === 'name') files.set(path, naming.file)
  else if (naming.do === 'folder') folders.set(path, naming.id)
  else if (naming.do === 'link') { if (files.has(path)) files.set(naming.to, files.get(path) as number) }
  else if (naming.do === 'remove') { files.delete(path); folders.delete(path) }
  else {
    for (const all of [files, folders]) {
      const before = [...all]
      for (const [name, id] of before) {
        if (name !== path && !name.startsWith(`${path}/`)) continue
        all.delete(name)
        all.set(`${naming.to}${name.slice(path.length)}`, id)
      }
    }
  }
}

function apply(content: Buffer, step: Content['since'][number]): Buffer {
  if ('cut' in step) return step.cut <= content.length ? content.subarray(0, step.cut) : Buffer.concat([content, Buffer.alloc(step.cut - content.length)])
  const grown = Buffer.alloc(Math.max(content.length, step.at + step.bytes.length))
  content.copy(grown)
  step.bytes.copy(grown, step.at)
  return grown
}

function write(root: string, { files, folders }: Names, contents: readonly Content[], random: () => number, into: string): void {
  const moved = (path: string): string => `${into}${path.slice(root.length)}`
  for (const path of [...folders.keys()].toSorted()) mkdirSync(moved(path), { recursive: true })
  const luck = random()
  for (const [path, id] of files) {
    const { lasting, since } = contents[id] as Content
    const kept = since.flatMap((step) => (luck < 0.25 ? [] : luck > 0.75 ? [step] : random() < 0.5 ? [] : [torn(step, random)]))
    mkdirSync(dirname(moved(path)), { recursive: true })
    writeFileSync(moved(path), kept.reduce(apply, lasting))
  }
}

/** A write that reached the disk as far as some sector. */
function torn(step: Content['since'][number], random: () => number): Content['since'][number] {
  if ('cut' in step || random() < 0.5) return step
  return { at: step.at, bytes: step.bytes.subarray(0, 512 * Math.floor(random() * (step.bytes.length / 512 + 1))) }
}
