import { constants, readFileSync, type Stats } from 'node:fs'
import { type FileHandle, lstat, open } from 'node:fs/promises'
import { alignedBuffer } from '../packages/aligned.ts'
import { codeOf } from '../files/disk.ts'
import { WipeProblem, type WipeProblemCode } from './problem.ts'
import type { Target } from './target.ts'

// Not on every platform: what Node does not name, it cannot do.
const { O_RDWR, O_RDONLY, O_EXCL, O_DIRECT = 0, O_NOFOLLOW = 0 } = constants as typeof constants & { O_DIRECT?: number }

/**
 * Opens a drive, an image or a file for overwriting (`write`) or only for reading back. A block device is opened exclusively: the kernel refuses while it or a part
 * of it is mounted, and nobody mounts it meanwhile. Past the cache (O_DIRECT) where that can be had. `mayBe`: what else is asked of the very thing that is then opened. Throws a `WipeProblem`.
 */
export async function openTarget(path: string, what: 'write' | 'read', mayBe: (about: Stats) => Promise<boolean> = async () => true): Promise<Target> {
  const mode = (what === 'write' ? O_RDWR : O_RDONLY) | O_NOFOLLOW
  const about = await statOf(path, mode)
  if (!await mayBe(about)) throw new WipeProblem('not-an-image', { path })
  if (!about.isFile() && !about.isBlockDevice()) throw new WipeProblem('target-not-a-medium', { path })
  if (about.isBlockDevice() && process.platform !== 'linux') throw new WipeProblem('not-on-this-platform', { path })
  const held = about.isBlockDevice() ? mode | O_EXCL : mode
  const direct = O_DIRECT === 0 ? null : await opened(path, held | O_DIRECT).catch(onlyWithCache)
  const handle = direct ?? await opened(path, held)
  try {
    const found = await handle.stat()
    if (!isSame(found, about)) throw new WipeProblem('target-missing', { path })
    if (what === 'write' && about.isBlockDevice() && isReadOnly(about)) throw new WipeProblem('target-read-only', { path })
    const target = about.isBlockDevice() ? deviceOf(handle, found, direct !== null) : await fileOf(path, mode, handle, found, direct !== null)
    if (target.bytes === 0) throw new WipeProblem('target-empty', { path })
    return target
  } catch (error) {
    await handle.close()
    throw error
  }
}

/** Whether it is the thing that was looked at: a path, or a folder on the way to it, may have come to lead elsewhere. */
const isSame = (a: Stats, b: Stats): boolean => a.dev === b.dev && a.ino === b.ino && a.rdev === b.rdev

/** A file system that keeps everything in its cache refuses O_DIRECT. */
function onlyWithCache(error: unknown): null {
  if (error instanceof WipeProblem && codeOf(error.cause) === 'EINVAL') return null
  throw error
}

function deviceOf(handle: FileHandle, { rdev }: Stats, uncached: boolean): Target {
  const folder = sysfsOf(rdev)
  const told = (name: string) => readFileSync(`${folder}/${name}`, 'utf8').trim()
  const insertion = toldOrNull(() => told('diskseq'))
  const size = () => Number(told('size')) * 512
  return {
    bytes: size(), sectorBytes: Number(toldOrNull(() => told('queue/logical_block_size')) ?? toldOrNull(() => told('../queue/logical_block_size')) ?? 512), uncached, insertion,
    ...plain(handle),
    isKnown: async () => toldOrNull(() => told('diskseq')) === insertion && (toldOrNull(size) ?? 0) > 0,
    close: () => handle.close(),
  }
}

/** The kernel opens a read-only device for writing, and then refuses every sector. */
const isReadOnly = ({ rdev }: Stats): boolean => toldOrNull(() => readFileSync(`${sysfsOf(rdev)}/ro`, 'utf8').trim()) === '1'

async function fileOf(path: string, mode: number, handle: FileHandle, about: Stats, direct: boolean): Promise<Target> {
  const { size } = about
  const sectorBytes = direct ? await finestRead(handle, size) : 512
  const { read, write, flush } = plain(handle)
  const tail = size % sectorBytes
  const base = { bytes: size, sectorBytes, uncached: direct, isKnown: async () => true }
  if (!direct || tail === 0) return { ...base, read, write, flush, close: () => handle.close() }
  // A file's end inside a sector can be read past the cache, not written.
  const byTheCache = await opened(path, mode)
  if (!isSame(await byTheCache.stat(), about)) { await byTheCache.close(); throw new WipeProblem('target-missing', { path }) }
  const body = size - tail
  return {
    ...base,
    // The system wants whole sectors asked for, and then tells how much there was. The memory behind `into` is ours.
    read: (into, offset) => read(new Uint8Array(into.buffer, into.byteOffset, Math.ceil(into.length / sectorBytes) * sectorBytes), offset),
    write: (piece, offset) => (offset >= body ? plain(byTheCache).write(piece, offset) : write(piece.subarray(0, Math.min(piece.length, body - offset)), offset)),
    flush: async () => { await byTheCache.datasync(); await flush() },
    close: async () => { await byTheCache.close(); await handle.close() },
  }
}

const plain = (handle: FileHandle): Pick<Target, 'read' | 'write' | 'flush'> => ({
  read: async (into, offset) => (await handle.read(into, 0, into.length, offset)).bytesRead,
  write: async (piece, offset) => (await handle.write(piece, 0, piece.length, offset)).bytesWritten,
  flush: () => handle.datasync(),
})

/** File systems on drives with sectors of 4,096 bytes refuse less. */
async function finestRead(handle: FileHandle, size: number): Promise<number> {
  if (size === 0) return 512
  try {
    await handle.read(alignedBuffer(4096), 0, 512, 0)
    return 512
  } catch (error) {
    if (codeOf(error) === 'EINVAL') return 4096
    // A first sector that cannot be read is for the run to find.
    return 512
  }
}

/** The kernel's page about a device: its number is split as Linux does it. */
export function sysfsOf(rdev: number): string {
  const major = (rdev >>> 8) & 0xfff
  const minor = (rdev & 0xff) | ((rdev >>> 12) & 0xfff00)
  return `/sys/dev/block/${major}:${minor}`
}

function toldOrNull<T>(ask: () => T): T | null {
  try {
    return ask()
  } catch {
    return null
  }
}

async function statOf(path: string, mode: number): Promise<Stats> {
  try {
    return await lstat(path)
  } catch (error) {
    throw problemOf(error, path, mode)
  }
}

async function opened(path: string, mode: number): Promise<FileHandle> {
  try {
    return await open(path, mode)
  } catch (error) {
    throw problemOf(error, path, mode)
  }
}

const WORDS: Readonly<Record<string, WipeProblemCode>> = {
  ENOENT: 'target-missing', ENOTDIR: 'target-missing', ENXIO: 'target-missing', ENODEV: 'target-missing', ENOMEDIUM: 'target-missing',
  EBUSY: 'target-busy', ETXTBSY: 'target-busy', EROFS: 'target-read-only', EACCES: 'target-forbidden', EPERM: 'target-forbidden', EISDIR: 'target-not-a-medium', ELOOP: 'target-not-a-medium',
}

function problemOf(error: unknown, path: string, mode: number): unknown {
  const code = codeOf(error) ?? ''
  if (!/^E[A-Z0-9]+$/.test(code)) return error
  return new WipeProblem(WORDS[code] ?? 'target-unreadable', { path, system: code, asked: mode & O_RDWR ? 'write' : 'read' }, { cause: error })
}
