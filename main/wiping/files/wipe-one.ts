import { constants } from 'node:fs'
import { type FileHandle, lstat, open } from 'node:fs/promises'
import type { FileFinding, FileTrouble, FileWipeOrder, Identity, ListedFile, WipedFile, WipeLimit } from '../../../core/wipes/files.ts'
import { codeOf } from '../../files/disk.ts'
import { attributesIn } from './attributes.ts'
import { extentsOf } from './extents.ts'
import { isSparse, whereItLies } from './findings.ts'
import { FolderExchanged, type HeldFolder, identityOf, isSame, mountIdOf } from './held-folder.ts'
import type { Around } from './list-files.ts'
import type { OpenRoots } from './open-roots.ts'
import { overwriteFile } from './overwrite-file.ts'
import { FolderNotEmpty, NameExchanged, removeName } from './remove-name.ts'
import { type VolumeFacts, volumeAt } from './volume.ts'

export interface Run { order: FileWipeOrder; looking: Around; seed: Uint8Array; /** What had several names, by inode: overwritten once, its other names only go. */ alreadyOverwritten: Map<string, WipedFile> }
interface Watch { signal: AbortSignal; onBytes(bytes: number): void }

/** Wipes one listed name and says what became of it. Throws nothing that a disk or a file can cause. */
export async function wipeOne(file: ListedFile, roots: OpenRoots, run: Run, watch: Watch): Promise<WipedFile> {
  const forbidden = file.findings.find((finding) => finding === 'mount-point' || finding === 'protected' || finding === 'cloud-placeholder' || finding === 'not-a-file')
  if (forbidden !== undefined) return leftAs(file, 'failed', forbidden)
  try {
    const reached = await roots.reach(file)
    if (reached.outcome !== 'reached') return leftAs(file, 'failed', reached.outcome)
    return await wipeAt(reached.folder, reached.name, file, run, watch)
  } catch (error) {
    return failedBy(error, file)
  }
}

async function wipeAt(folder: HeldFolder, name: Buffer, file: ListedFile, run: Run, watch: Watch): Promise<WipedFile> {
  const found = await lstat(await folder.at(name), { bigint: true })
  if (!isSame(identityOf(found), file.identity)) return leftAs(file, 'failed', 'changed')
  if (file.kind !== 'file') {
    await removeName(folder, name, file.identity, file.kind)
    return leftAs(file, 'removed-only', null)
  }
  const before = run.alreadyOverwritten.get(keyOf(file.identity))
  if (before !== undefined) {
    await removeName(folder, name, file.identity, 'file')
    return { ...before, way: file.way, wayBytes: file.wayBytes, root: file.root, bytesOverwritten: 0 }
  }
  const trouble = await reasonToLeave(file, run)
  if (trouble !== null) return leftAs(file, 'failed', trouble)
  const opened = await openToWrite(folder, name, file, run)
  if ('trouble' in opened) return leftAs(file, 'failed', opened.trouble)
  try {
    return await wipeOpen(opened.handle, folder, name, file, run, watch)
  } finally {
    await opened.handle.close()
  }
}

/** What is somebody else's to decide, or somebody else's file. */
async function reasonToLeave(file: ListedFile, { order, looking }: Run): Promise<FileTrouble | null> {
  if (file.findings.includes('hard-link') && order.hardLinks === 'leave') return 'hard-link'
  if (file.findings.includes('read-only') && order.readOnly === 'leave') return 'read-only'
  return await looking.isOpenElsewhere(file.identity) ? 'open-elsewhere' : null
}

async function openToWrite(folder: HeldFolder, name: Buffer, file: ListedFile, { order }: Run): Promise<{ handle: FileHandle } | { trouble: FileTrouble }> {
  const flags = constants.O_RDWR | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0)
  if (file.findings.includes('read-only') && order.readOnly === 'make-writable') await makeWritable(folder, name, file)
  const handle = await open(await folder.at(name), flags)
  const found = await handle.stat({ bigint: true })
  const mountId = await mountIdOf(handle)
  // Asked of what is open: a name may lead elsewhere between two looks at it.
  const isIt = found.isFile() && isSame(identityOf(found), file.identity) && mountId === folder.mountId
  if (isIt && Number(found.size) === file.size && Number(found.mtimeMs) === file.modifiedMs && Number(found.nlink) === file.links) return { handle }
  await handle.close()
  return { trouble: mountId === folder.mountId ? 'changed' : 'mount-point' }
}

async function makeWritable(folder: HeldFolder, name: Buffer, file: ListedFile): Promise<void> {
  const handle = await open(await folder.at(name), constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0))
  try {
    const found = await handle.stat({ bigint: true })
    if (found.isFile() && isSame(identityOf(found), file.identity)) await handle.chmod(Number(found.mode & 0o777n) | 0o200)
  } finally {
    await handle.close()
  }
}

async function wipeOpen(handle: FileHandle, folder: HeldFolder, name: Buffer, file: ListedFile, run: Run, watch: Watch): Promise<WipedFile> {
  const { order, looking, seed } = run
  const volume = await volumeOfFolder(folder, run)
  const attributes = (await attributesIn(folder, [name], looking.ask)).get(name.toString('latin1')) ?? null
  const lies = (await whereItLies(folder, name, attributes, volume, looking)).filter((finding) => finding !== 'encrypted')
  // A stream can hold a whole document, and nothing of it was overwritten.
  if (file.findings.includes('alternate-streams')) lies.push('alternate-streams')
  const hasHoles = isSparse(await handle.stat({ bigint: true }))
  const extents = hasHoles ? await extentsOf(handle.fd, looking.ask) : null
  let bytesOverwritten = 0
  const wiped: WipedFile = { ...leftAs(file, lies.length === 0 ? 'overwritten' : 'removed-only', null), limits: limitsOf([...lies, ...file.findings.filter((finding) => finding === 'extended-attributes')]) }
  try {
    const done = await overwriteFile(handle, file.size, { pattern: order.pattern, seed, readBack: order.readBack, cluster: volume.cluster, extents, isSparse: hasHoles }, {
      signal: watch.signal,
      onBytes: (bytes) => {
        bytesOverwritten += bytes
        watch.onBytes(bytes)
      },
    })
    if (done.outcome !== 'overwritten') return { ...wiped, outcome: 'failed', trouble: done.outcome, bytesOverwritten: done.bytes }
    Object.assign(wiped, { bytesOverwritten: done.bytes, readBack: done.readBack })
  } catch (error) {
    // Copying file systems need room to overwrite; what would not have been called overwritten anyway can still be removed.
    if (lies.length === 0 || !['ENOSPC', 'EDQUOT'].includes(codeOf(error) ?? '')) return { ...failedBy(error, file), bytesOverwritten }
  }
  return emptied(handle, folder, name, file, wiped, run)
}

async function emptied(handle: FileHandle, folder: HeldFolder, name: Buffer, file: ListedFile, wiped: WipedFile, run: Run): Promise<WipedFile> {
  try {
    await handle.truncate(0)
    await handle.utimes(0, 0)
    await handle.sync()
    if (file.links > 1) run.alreadyOverwritten.set(keyOf(file.identity), wiped)
    await removeName(folder, name, file.identity, 'file')
    return wiped
  } catch (error) {
    return { ...failedBy(error, file), trouble: 'name-left', bytesOverwritten: wiped.bytesOverwritten, readBack: wiped.readBack, limits: wiped.limits }
  }
}

/** A line of the answer for what was not touched, or not overwritten. */
export function leftAs({ root, way, wayBytes, kind, size, sha256, links }: ListedFile, outcome: WipedFile['outcome'], trouble: WipedFile['trouble'], system: string | null = null): WipedFile {
  return { root, way, wayBytes, kind, outcome, trouble, system, size, sha256, links, bytesOverwritten: 0, readBack: 'none', limits: [] }
}

const keyOf = ({ device, inode }: Identity): string => `${device}:${inode}`

const volumes = new WeakMap<Run, Map<number | null, VolumeFacts>>()

async function volumeOfFolder(folder: HeldFolder, run: Run): Promise<VolumeFacts> {
  const known = volumes.get(run) ?? new Map<number | null, VolumeFacts>()
  volumes.set(run, known)
  const volume = known.get(folder.mountId) ?? await volumeAt(folder.here, folder.mountId)
  known.set(folder.mountId, volume)
  return volume
}

function limitsOf(findings: readonly FileFinding[]): WipeLimit[] {
  const limits: Partial<Record<FileFinding, WipeLimit>> = { 'copy-on-write': 'copy-on-write', compressed: 'compressed', 'shared-blocks': 'shared-blocks', 'extents-unknown': 'extents-unknown', journal: 'journal', 'extended-attributes': 'extended-attributes', 'alternate-streams': 'extended-attributes', network: 'network', 'unknown-file-system': 'unknown-file-system' }
  return findings.flatMap((finding) => limits[finding] ?? [])
}

const TROUBLES: Readonly<Record<string, FileTrouble>> = {
  EPERM: 'not-permitted', EACCES: 'not-permitted', EROFS: 'read-only-volume', ETXTBSY: 'running', EIO: 'damaged', EUCLEAN: 'damaged', ENOENT: 'gone', ELOOP: 'changed', ENOTDIR: 'changed',
  EBUSY: 'open-elsewhere', ENOSPC: 'disk-full', EDQUOT: 'disk-full', ENOTEMPTY: 'folder-not-empty', EEXIST: 'folder-not-empty',
}

function failedBy(error: unknown, file: ListedFile): WipedFile {
  if (error instanceof FolderExchanged || error instanceof NameExchanged) return leftAs(file, 'failed', 'changed')
  if (error instanceof FolderNotEmpty) return leftAs(file, 'failed', 'folder-not-empty')
  const code = codeOf(error)
  if (code === undefined || !/^E[A-Z0-9]+$/.test(code)) throw error
  const isImmutable = code === 'EPERM' && (file.findings.includes('immutable') || file.findings.includes('append-only'))
  return leftAs(file, 'failed', isImmutable ? 'immutable' : TROUBLES[code] ?? 'other', code)
}
