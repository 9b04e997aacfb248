import { createHash } from 'node:crypto'
import type { FileHandle } from 'node:fs/promises'
import { join } from 'node:path'
import type { Files } from '../../core/world.ts'
import { codeOf, type Disk, realDisk } from './disk.ts'
import { openFile } from './open-file.ts'
import { isFolder } from './save.ts'

const BLOCK_BYTES = 1 << 20

/** Size and SHA-256 of a file, or null when there is none that can be read. */
export async function sha256Of(path: string, disk: Disk = realDisk): ReturnType<Files['sha256']> {
  return withFile(path, disk, async (file) => {
    const hash = createHash('sha256')
    let size = 0
    const block = Buffer.allocUnsafeSlow(BLOCK_BYTES)
    for (;;) {
      const { bytesRead } = await file.read(block, 0, BLOCK_BYTES, size)
      if (bytesRead === 0) return { size, sha256: hash.digest('hex') }
      hash.update(block.subarray(0, bytesRead))
      size += bytesRead
    }
  }, () => null)
}

/** A file of at most `limit` bytes. */
export async function readSmall(path: string, limit: number, disk: Disk = realDisk): ReturnType<Files['readSmall']> {
  return withFile<Awaited<ReturnType<Files['readSmall']>>>(path, disk, async (file) => {
    const { size } = await file.stat()
    if (size > limit) return { outcome: 'too-large' }
    // One byte more than allowed: what the system says of a size is not binding, least of all on what is growing.
    const bytes = Buffer.alloc(Math.min(limit, size) + 1)
    let length = 0
    for (;;) {
      const { bytesRead } = await file.read(bytes, length, bytes.length - length, length)
      length += bytesRead
      if (length > limit) return { outcome: 'too-large' }
      if (bytesRead === 0) return { outcome: 'read', bytes: new Uint8Array(bytes.subarray(0, length)) }
      // It grows while we read: whatever we answered would be half of something.
      if (length === bytes.length) return { outcome: 'unreadable' }
    }
  }, (why) => ({ outcome: why }))
}

/** Every name below a folder, its way from there with `/`, whatever it is; a folder that may not be opened by its own name and `/`; null when there is no such folder. */
export async function listFolder(folder: string, disk: Disk = realDisk): Promise<string[] | null> {
  if (!(await isFolder(folder, disk))) return null
  const names: string[] = []
  async function walk(path: string, way: string): Promise<void> {
    const inside = await disk.readdir(path).catch((error: unknown) => {
      if (way !== '' && ['EACCES', 'EPERM'].includes(codeOf(error) ?? '')) return null
      throw error
    })
    // Nobody can say what lies in there, so it is named instead.
    if (!inside) { names.push(way); return }
    for (const name of inside.toSorted()) {
      if ((await disk.lstat(join(path, name))).isDirectory()) await walk(join(path, name), `${way}${name}/`)
      else names.push(`${way}${name}`)
    }
  }
  await walk(folder, '')
  return names
}

async function withFile<T>(path: string, disk: Disk, use: (file: FileHandle) => Promise<T>, otherwise: (why: 'missing' | 'unreadable') => T): Promise<T> {
  let file: FileHandle | null = null
  try {
    file = await openFile(path, disk)
    return await use(file)
  } catch (error) {
    const code = codeOf(error)
    if (code === undefined || !/^E[A-Z0-9]+$/.test(code)) throw error
    return otherwise(code === 'ENOENT' || code === 'ENOTDIR' ? 'missing' : 'unreadable')
  } finally {
    await file?.close()
  }
}
