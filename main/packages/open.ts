import { createHash } from 'node:crypto'
import { dirname, join } from 'node:path'
import { type Container, openContainer } from '../../crypto/zip/container.ts'
import type { Entry } from '../../crypto/zip/directory.ts'
import type { Manifest, ManifestLine } from '../../crypto/zip/manifest.ts'
import { PackageProblem } from '../../crypto/zip/problem.ts'
import { codeOf, type Disk } from '../files/disk.ts'
import { draftName, sweepDrafts, syncFolder } from '../files/draft.ts'
import { ahead } from './ahead.ts'
import { onTarget } from './disk-problem.ts'
import { alone } from './crew.ts'
import { decryptAhead } from './decrypt-ahead.ts'
import type { How, Opened, OpenOrder, Progress } from './order.ts'
import { openPackage } from './volumes.ts'
import { compare } from './verify.ts'

const SYNCS_AT_ONCE = 16

/**
 * Opens a package into a new (or empty) folder. First every byte is authenticated, then everything is unpacked into a draft folder
 * of ours beside the target, compared with the manifest, and the folder gets its name: all of it, or nothing.
 * Nothing can be written outside, because names are checked and the draft folder holds no link that we have not made (none).
 */
export async function openOnto(disk: Disk, order: OpenOrder, how: How): Promise<Opened> {
  const file = await openPackage(order.path, 'anywhere', how.signal, disk)
  try {
    const progress = { phase: 'verifying', bytesDone: 0, bytesTotal: 0, filesDone: 0, filesTotal: 0 } as Progress
    const container = await openContainer(file, order.password, { decrypt: decryptAhead(file, alone), onAuthenticated: (bytes) => { progress.bytesDone += bytes; how.onProgress({ ...progress }) } })
    progress.bytesTotal = container.encryptedBytes
    await refuseOccupied(order.into, disk)
    await requireRoom(order.into, container, disk)
    await container.authenticate()
    await sweepDrafts(order.into, disk)
    const draft = draftName(order.into)
    try {
      await onTarget(order.into, () => disk.mkdir(draft, { mode: 0o700 }))
      const manifest = await unpackInto(draft, container, how, disk)
      how.signal.throwIfAborted()
      await onTarget(order.into, () => settleFolder(draft, order.into, disk))
      return { into: order.into, files: manifest.files.length, bytes: manifest.files.reduce((sum, line) => sum + line.size, 0), manifest }
    } catch (error) {
      await disk.rm(draft, { force: true, recursive: true })
      throw error
    }
  } finally {
    await file.close()
  }
}

async function unpackInto(folder: string, container: Container, how: How, disk: Disk): Promise<Manifest> {
  const files: ManifestLine[] = []
  const folders: string[] = []
  const made = new Set<string>([folder])
  const progress: Progress = { phase: 'writing', bytesDone: 0, bytesTotal: 0, filesDone: 0, filesTotal: 0 }
  for (const entry of container.entries) if (entry.kind === 'file') [progress.bytesTotal, progress.filesTotal] = [progress.bytesTotal + entry.bytes, progress.filesTotal + 1]
  const inside = await container.walk({
    file: async (entry, content) => {
      const path = join(folder, entry.name)
      await makeFolders(dirname(path), made, entry.name, disk)
      const sha256 = await writeFile(path, entry, content, disk, (bytes) => { progress.bytesDone += bytes; how.onProgress({ ...progress }) })
      files.push({ path: entry.name, size: entry.bytes, mtime: entry.mtime, sha256 })
      progress.filesDone++
      how.onProgress({ ...progress })
    },
    folder: async (entry) => {
      await makeFolders(join(folder, entry.name.slice(0, -1)), made, entry.name, disk)
      folders.push(entry.name)
    },
  })
  await makeDurable(folder, files, made, disk)
  const found = { files, folders }
  if (!inside) return found
  const [difference] = compare(inside, found, 'package')
  if (difference) throw new PackageProblem('damaged', { path: difference.path, part: 'manifest', what: difference.what })
  // The manifest knows milliseconds, the archive only seconds. As a Date: Node takes a negative number for "now".
  for (const line of inside.files) await onTarget(line.path, () => disk.utimes(join(folder, line.path), new Date(line.mtime), new Date(line.mtime)))
  return inside
}

/** Before the folder gets its name, all that is in it is on the disk. Many at once, because the disk then does them in few turns. */
async function makeDurable(folder: string, files: readonly ManifestLine[], folders: Iterable<string>, disk: Disk): Promise<void> {
  const syncs = ahead(files, SYNCS_AT_ONCE, async ({ path }) => onTarget(path, async () => {
    const file = await disk.open(join(folder, path), 'r+')
    try {
      await file.sync()
    } finally {
      await file.close()
    }
  }))
  for await (const _ of syncs);
  for (const path of folders) await onTarget(path, () => syncFolder(path, disk))
}

async function makeFolders(path: string, made: Set<string>, name: string, disk: Disk): Promise<void> {
  if (made.has(path)) return
  await makeFolders(dirname(path), made, name, disk)
  await onTarget(name, () => disk.mkdir(path))
  made.add(path)
}

async function writeFile(path: string, entry: Entry, content: AsyncIterable<Uint8Array>, disk: Disk, onBytes: (bytes: number) => void): Promise<string> {
  const hash = createHash('sha256')
  const file = await onTarget(entry.name, () => disk.open(path, 'wx', 0o600))
  try {
    for await (const piece of content) {
      hash.update(piece)
      for (let done = 0; done < piece.length;) done += (await onTarget(entry.name, () => file.write(piece, done, piece.length - done))).bytesWritten
      onBytes(piece.length)
    }
    await onTarget(entry.name, () => file.utimes(new Date(entry.mtime), new Date(entry.mtime)))
  } finally {
    await file.close()
  }
  return hash.digest('hex')
}

async function refuseOccupied(into: string, disk: Disk): Promise<void> {
  const inside = await onTarget(into, () => disk.readdir(into).catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return []
    if (codeOf(error) === 'ENOTDIR') throw new PackageProblem('target-exists', { path: into })
    throw error
  }))
  if (inside.length > 0) throw new PackageProblem('target-exists', { path: into })
}

async function requireRoom(into: string, container: Container, disk: Disk): Promise<void> {
  const needed = container.entries.reduce((sum, entry) => sum + entry.bytes, 0)
  const { bavail, bsize } = await onTarget(into, () => disk.statfs(dirname(into)))
  if (needed > bavail * bsize) throw new PackageProblem('disk-full', { path: into, needed, free: bavail * bsize })
}

/** An empty folder may be replaced; rename(2) refuses one that has been filled meanwhile. Windows wants it gone first. */
async function settleFolder(draft: string, into: string, disk: Disk): Promise<void> {
  if (process.platform === 'win32') await disk.rmdir(into).catch(() => {})
  await disk.rename(draft, into)
  await syncFolder(dirname(into), disk)
}
