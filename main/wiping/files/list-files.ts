import { createHash } from 'node:crypto'
import { constants } from 'node:fs'
import { lstat, open, realpath } from 'node:fs/promises'
import { basename, dirname, isAbsolute } from 'node:path'
import type { How } from '../../../core/world.ts'
import type { FileFinding, FileList, FileWipeProgress, ListedFile, ListRoot, WipeLimit } from '../../../core/wipes/files.ts'
import { codeOf } from '../../files/disk.ts'
import { type Ask, asker } from '../commands/ask.ts'
import { attributesIn } from './attributes.ts'
import { withExtraAttributes } from './extra-attributes.ts'
import { findingsOf, isPlaceholder } from './findings.ts'
import { type HeldFolder, holdFolder, identityOf } from './held-folder.ts'
import { openElsewhere } from './open-elsewhere.ts'
import { isProtected } from './protected.ts'
import { type VolumeFacts, volumeAt } from './volume.ts'
import { below, shown } from './way.ts'

/** What listing and wiping look at beside the files themselves; tests hand in others. */
export interface Around { ask: Ask; isOpenElsewhere: ReturnType<typeof openElsewhere>; /** Resolved folders that are never wiped: the vault. */ keepOut: readonly string[] }
export const around = (keepOut: readonly string[] = []): Around => ({ ask: asker(), isOpenElsewhere: openElsewhere(), keepOut })

/**
 * The list before: everything at and below these absolute paths, with its SHA-256 and every reason that could stop or spoil its wiping.
 * Links are listed and not followed; other mounts, pipes and devices are listed and not entered. Nothing is changed.
 */
export async function planFiles(paths: readonly (string | Buffer)[], how: How<FileWipeProgress>, looking: Around = around()): Promise<FileList | 'abandoned'> {
  const listing = new Listing(how, looking)
  for (const path of paths) {
    if (how.signal.aborted) return 'abandoned'
    await listing.take(typeof path === 'string' ? Buffer.from(path) : path)
  }
  return how.signal.aborted ? 'abandoned' : listing.list()
}

class Listing {
  readonly roots: ListRoot[] = []
  readonly files: ListedFile[] = []
  readonly leftOut: FileList['leftOut'] = []
  readonly limits = new Set<WipeLimit>()
  readonly taken = new Set<string>()
  readonly volumes = new Map<number | null, VolumeFacts>()
  readonly how: How<FileWipeProgress>
  readonly looking: Around
  bytes = 0

  constructor(how: How<FileWipeProgress>, looking: Around) {
    this.how = how
    this.looking = looking
  }

  async take(asked: Buffer): Promise<void> {
    const found = await rootAt(asked)
    if (found === null) return void this.leftOut.push({ path: shown(asked).text, finding: 'missing' })
    const resolved = Buffer.concat([found.folder, Buffer.from('/'), found.name])
    if (isProtected(shown(resolved).text.replace(/^\/\//, '/'), this.looking.keepOut)) return void this.leftOut.push({ path: shown(asked).text, finding: 'protected' })
    const held = await holdFolder(found.folder)
    try {
      const volume = await this.volumeOf(held, found.folder)
      const [folder, name] = [shown(found.folder), shown(found.name)]
      this.roots.push({ asked: shown(asked).text, folder: folder.text, folderBytes: folder.bytes, folderIdentity: held.identity, name: name.text, nameBytes: name.bytes, fileSystem: volume.fileSystem })
      await this.walk(held, [found.name], Buffer.alloc(0), found.folder, volume, true)
    } finally {
      await held.close()
    }
  }

  /** The names of one folder, contents before the folder that holds them. */
  async walk(folder: HeldFolder, names: readonly Buffer[], way: Buffer, path: Buffer, volume: VolumeFacts, isRoot = false): Promise<void> {
    const attributes = await attributesIn(folder, names, this.looking.ask)
    const extra = await withExtraAttributes(folder, names, this.looking.ask)
    for (const name of names) {
      if (this.how.signal.aborted) return
      await this.one({ folder, name, way: isRoot ? way : below(way, name), path: Buffer.concat([path, Buffer.from('/'), name]), attributes: attributes.get(name.toString('latin1')) ?? null, hasExtra: extra.has(name.toString('latin1')), volume })
      this.how.onProgress({ phase: 'listing', filesDone: this.files.length, filesTotal: this.files.length, bytesDone: this.bytes, bytesTotal: this.bytes })
    }
  }

  async one({ folder, name, way, path, attributes, hasExtra, volume }: { folder: HeldFolder; name: Buffer; way: Buffer; path: Buffer; attributes: string | null; hasExtra: boolean; volume: VolumeFacts }): Promise<void> {
    const at = await folder.at(name)
    const found = await lstat(at, { bigint: true }).catch(() => null)
    if (found === null) return
    const identity = identityOf(found)
    // Two given paths may hold the same name; it is wiped once.
    const key = `${folder.identity.device}:${folder.identity.inode}/${name.toString('latin1')}`
    if (this.taken.has(key)) return
    this.taken.add(key)
    const kind = found.isFile() ? 'file' : found.isDirectory() ? 'folder' : found.isSymbolicLink() ? 'link' : 'other'
    const findings: FileFinding[] = []
    const extra = { sha256: null as string | null, allocated: Number(found.blocks ?? 0n) * 512 }
    if (kind === 'folder') findings.push(...await this.enter(folder, name, way, path, volume))
    if (kind === 'file') {
      findings.push(...await findingsOf({ folder, name, found, attributes, volume, path, looking: this.looking }))
      if (!isPlaceholder(found)) {
        extra.sha256 = await sha256Of(at, this.how.signal)
        if (extra.sha256 === null) findings.push('unreadable')
      }
      this.bytes += Number(found.size)
    }
    if (hasExtra) findings.push(/^(fuseblk|ntfs)/.test(volume.fileSystem) ? 'alternate-streams' : 'extended-attributes')
    if (kind === 'link') findings.push('symbolic-link')
    if (kind === 'other') findings.push('not-a-file')
    if (kind !== 'file' && attributes?.includes('i') === true) findings.push('immutable')
    if (this.how.signal.aborted) return
    const { text, bytes } = shown(way)
    this.files.push({ root: this.roots.length - 1, way: text, wayBytes: bytes, kind, identity, size: kind === 'file' ? Number(found.size) : 0, ...extra, modifiedMs: Number(found.mtimeMs), links: Number(found.nlink), otherNames: [], attributes: attributes ?? '', findings })
  }

  async enter(folder: HeldFolder, name: Buffer, way: Buffer, path: Buffer, volume: VolumeFacts): Promise<FileFinding[]> {
    const entered = await holdFolder(await folder.at(name)).catch(() => null)
    if (entered === null) return ['unreadable']
    try {
      if (entered.mountId !== folder.mountId || (entered.mountId === null && entered.identity.device !== folder.identity.device)) return ['mount-point']
      await this.walk(entered, await entered.names(), way, path, volume)
      return []
    } finally {
      await entered.close()
    }
  }

  async volumeOf(folder: HeldFolder, path: Buffer): Promise<VolumeFacts> {
    const known = this.volumes.get(folder.mountId)
    const volume = known ?? await volumeAt(path, folder.mountId)
    this.volumes.set(folder.mountId, volume)
    for (const limit of volume.limits) this.limits.add(limit)
    return volume
  }

  list(): FileList {
    nameOtherNames(this.files)
    const hash = createHash('sha256')
    for (const file of this.files) hash.update(`${JSON.stringify([file.root, file.way, file.wayBytes, file.kind, file.size, file.sha256, file.identity.device, file.identity.inode, file.links])}\n`)
    return { roots: this.roots, files: this.files, bytes: this.bytes, sha256: hash.digest('hex'), limits: [...this.limits].toSorted(), leftOut: this.leftOut }
  }
}

/** The folder with every link resolved, and the name in it as given: a link given by name stays that link. */
async function rootAt(asked: Buffer): Promise<{ folder: Buffer; name: Buffer } | null> {
  // Paths are cut as latin1, where every byte is a character of its own.
  const text = asked.toString(process.platform === 'win32' ? 'utf8' : 'latin1')
  const encoding = process.platform === 'win32' ? 'utf8' : 'latin1'
  if (!isAbsolute(text) || basename(text) === '' || basename(text) === '..' || basename(text) === '.') return null
  const folder = await realpath(Buffer.from(dirname(text), encoding), { encoding: 'buffer' }).catch(() => null)
  const name = Buffer.from(basename(text), encoding)
  if (folder === null || await lstat(Buffer.concat([folder, Buffer.from('/'), name])).catch(() => null) === null) return null
  return { folder, name }
}

/** Which of a file's names are in the list; a file whose names are all there has none elsewhere. */
function nameOtherNames(files: ListedFile[]): void {
  const byInode = new Map<string, ListedFile[]>()
  for (const file of files) {
    if (file.kind !== 'file' || file.links < 2) continue
    const key = `${file.identity.device}:${file.identity.inode}`
    byInode.set(key, [...byInode.get(key) ?? [], file])
  }
  for (const same of byInode.values()) {
    for (const file of same) {
      file.otherNames = same.filter((other) => other !== file).map(({ way }) => way).slice(0, 100)
      if (same.length < file.links) file.findings.push('hard-link')
    }
  }
}

async function sha256Of(at: Buffer, signal: AbortSignal): Promise<string | null> {
  const file = await open(at, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0)).catch(() => null)
  if (file === null) return null
  try {
    const hash = createHash('sha256')
    const block = Buffer.allocUnsafeSlow(1 << 20)
    while (!signal.aborted) {
      const { bytesRead } = await file.read(block, 0, block.length, null)
      if (bytesRead === 0) return hash.digest('hex')
      hash.update(block.subarray(0, bytesRead))
    }
    return null
  } catch (error) {
    if (codeOf(error) === undefined) throw error
    return null
  } finally {
    await file.close()
  }
}
