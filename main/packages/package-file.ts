import { constants } from 'node:fs'
import type { FileHandle } from 'node:fs/promises'
import { type Bytes, requireInside } from '../../crypto/zip/bytes.ts'
import { codeOf, type Disk } from '../files/disk.ts'
import { openFile } from '../files/open-file.ts'
import { alignedBuffer } from './aligned.ts'
import { onPackage } from './disk-problem.ts'

/** A package on a disk, read past the system's cache where that can be had. */
export interface PackageFile extends Bytes {
  readBack: 'uncached' | 'cached'
  /** As `read`, but into the caller's memory, which begins at a page and has two pages more than asked for. Answers the view of the bytes in it. */
  readInto(memory: Uint8Array, at: number, length: number): Promise<Uint8Array>
  close(): Promise<void>
}

const PAGE_BYTES = 4096
const WINDOW_BYTES = 256 * 1024
// FILE_FLAG_NO_BUFFERING, as libuv passes it on; Node does not name it.
const UNBUFFERED = process.platform === 'win32' ? 0x0200_0000 : (constants.O_DIRECT ?? 0)

/**
 * Opens a package for reading. `readBack` says whether bytes come from the medium itself: after writing, the cache would
 * only repeat what was meant to be written. tmpfs and some network file systems know no such reading.
 */
export async function openPackageFile(path: string, from: 'medium' | 'anywhere', signal: AbortSignal, disk: Disk): Promise<PackageFile> {
  const { file, readBack } = await onPackage(path, () => openFrom(path, from, disk))
  try {
    const { size } = await onPackage(path, () => file.stat())
    return { ...windowed(file, path, size, signal), readBack, close: () => file.close() }
  } catch (error) {
    await file.close()
    throw error
  }
}

async function openFrom(path: string, from: 'medium' | 'anywhere', disk: Disk): Promise<{ file: FileHandle; readBack: 'uncached' | 'cached' }> {
  if (from === 'medium' && UNBUFFERED !== 0) {
    const file = await openFile(path, disk, UNBUFFERED).catch((error: unknown) => {
      if (codeOf(error) === 'EINVAL' || codeOf(error) === 'ENOTSUP') return undefined
      throw error
    })
    if (file && await canRead(file)) return { file, readBack: 'uncached' }
    await file?.close()
  }
  return { file: await openFile(path, disk), readBack: 'cached' }
}

/** Some file systems let one open uncached and refuse the reading. */
async function canRead(file: FileHandle): Promise<boolean> {
  try {
    await file.read(alignedBuffer(PAGE_BYTES), 0, PAGE_BYTES, 0)
    return true
  } catch (error) {
    if (codeOf(error) === 'EINVAL') return false
    await file.close()
    throw error
  }
}

/** Small reads come, copied, out of a window that reads ahead; large ones go straight into a buffer that is handed out. */
function windowed(file: FileHandle, path: string, size: number, signal: AbortSignal): Pick<PackageFile, 'size' | 'read' | 'readInto'> {
  const window = { bytes: alignedBuffer(WINDOW_BYTES), at: 0, length: 0 }
  let large = alignedBuffer(PAGE_BYTES)
  const readInto = async (memory: Uint8Array, at: number, length: number): Promise<Uint8Array> => {
    requireInside(at, length, size)
    signal.throwIfAborted()
    const start = at - (at % PAGE_BYTES)
    await fill(file, path, memory, start, at + length)
    return memory.subarray(at - start, at - start + length)
  }
  return {
    size,
    readInto,
    read: async (at, length) => {
      requireInside(at, length, size)
      signal.throwIfAborted()
      if (length > WINDOW_BYTES / 2) {
        if (large.length < length + 2 * PAGE_BYTES) large = alignedBuffer(length + 2 * PAGE_BYTES)
        return readInto(large, at, length)
      }
      if (at < window.at || at + length > window.at + window.length) {
        window.at = at - (at % PAGE_BYTES)
        window.length = 0
        window.length = await fill(file, path, window.bytes, window.at, Math.min(window.at + WINDOW_BYTES, size))
      }
      return Buffer.from(window.bytes.subarray(at - window.at, at - window.at + length))
    },
  }
}

/** Reads whole pages from `start` until `end` is covered; the end of the file may cut the last page short. */
async function fill(file: FileHandle, path: string, buffer: Uint8Array, start: number, end: number): Promise<number> {
  const wanted = Math.ceil((end - start) / PAGE_BYTES) * PAGE_BYTES
  let done = 0
  while (start + done < end) {
    const { bytesRead } = await onPackage(path, () => file.read(buffer, done, wanted - done, start + done))
    if (bytesRead === 0) throw Object.assign(new Error('the package became shorter'), { code: 'EIO' })
    done += bytesRead
    // An uncached read must begin at a page; after a short one inside the file, the rest of the page is read again.
    if (start + done < end) done -= done % PAGE_BYTES
  }
  return Math.min(done, wanted)
}
