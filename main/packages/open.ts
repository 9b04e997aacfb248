import { createHash } from 'node:crypto'
import { dirname, join } from 'node:path'
import { type Container, openContainer } from '../../crypto/zip/container.ts'
import type { Entry } from '../../crypto/zip/directory.ts'
import { type Manifest, NewManifest } from '../../crypto/zip/manifest.ts'
import { PackageProblem } from '../../crypto/zip/problem.ts'
import { asJson, Roll } from '../../crypto/zip/roll.ts'
import { codeOf, type Disk } from '../files/disk.ts'
import { draftName, sweepDrafts, syncFolder } from '../files/draft.ts'
import { ahead } from './ahead.ts'
import { onTarget } from './disk-problem.ts'
import { hireCrew } from './crew.ts'
import { decryptAhead } from './decrypt-ahead.ts'
import type { How, Opened, OpenOrder, Progress } from './order.ts'
import { Spills } from './spills.ts'
import { openPackage } from './volumes.ts'
import { compare } from './verify.ts'

const WORTH_A_THREAD = 4 << 20
const SYNCS_AT_ONCE = 16
const FOLDERS_REMEMBERED = 4096

/**
 * Opens a package into a new (or empty) folder. First every byte is authenticated, then everything is unpacked into a draft folder
 * of ours beside the target, compared with the manifest, and the folder gets its name: all of it, or nothing.
 * Nothing can be written outside, because names are checked and the draft folder holds no link that we have not made (none).
 */
export async function openOnto(disk: Disk, order: OpenOrder, how: How): Promise<Opened> {
  const file = await openPackage(order.path, 'anywhere', how.signal, disk)
  const [spills, kept] = [new Spills(order.into, disk), new Spills(order.into, disk)]
  const crew = await hireCrew(file.size > WORTH_A_THREAD ? 1 : 0)
  try {
    await refuseOccupied(order.into, disk)
    await sweepDrafts(order.into, disk)
    const progress = { phase: 'verifying', bytesDone: 0, bytesTotal: 0, filesDone: 0, filesTotal: 0 } as Progress
    const container = await openContainer(file, order.password, {
      decrypt: decryptAhead(file, crew), spill: spills.open, manifestSpill: kept.open,
      onAuthenticated: (bytes) => { progress.bytesDone += bytes; how.onProgress({ ...progress }) },
    })
    progress.bytesTotal = container.encryptedBytes
    await requireRoom(order.into, container, disk)
    await container.authenticate()
    const draft = draftName(order.into)
    try {
      await onTarget(order.into, () => disk.mkdir(draft, { mode: 0o700 }))
      const { files, folders } = await unpackInto(draft, container, { spills, kept }, how, disk)
      await order.look?.(draft)
      how.signal.throwIfAborted()
      await onTarget(order.into, () => settleFolder(draft, order.into, disk))
      return { into: order.into, files: container.files, bytes: container.bytes, manifest: { files, folders, close: () => kept.close() } }
    } catch (error) {
      await disk.rm(draft, { force: true, recursive: true })
      throw error
    }
  } catch (error) {
    await kept.close()
    throw error
  } finally {
    await spills.close()
    await crew.dismiss()
    await file.close()
  }
}

async function unpackInto(folder: string, container: Container, { spills, kept }: Record<'spills' | 'kept', Spills>, how: How, disk: Disk): Promise<Manifest> {
  const found = new NewManifest(kept.open)
  const made = new MadeFolders(folder, spills, disk)
  const progress: Progress = { phase: 'writing', bytesDone: 0, bytesTotal: container.bytes, filesDone: 0, filesTotal: container.files }
  const inside = await container.walk({
    file: async (entry, content) => {
      const path = join(folder, entry.name)
      await made.make(dirname(path), entry.name)
      const sha256 = await writeFile(path, entry, content, disk, (bytes) => { progress.bytesDone += bytes; how.onProgress({ ...progress }) })
      await found.addFile({ path: entry.name, size: entry.bytes, mtime: entry.mtime, sha256 })
      progress.filesDone++
      how.onProgress({ ...progress })
    },
    folder: async (entry) => {
      await made.make(join(folder, entry.name.slice(0, -1)), entry.name)
      await found.addFolder(entry.name)
    },
  })
  const contents = await found.putInOrder()
  await makeDurable(folder, contents, made.all, disk)
  if (!inside) return contents
  const [difference] = await compare(inside, contents, 'package')
  if (difference) throw new PackageProblem('damaged', { path: difference.path, part: 'manifest', what: difference.what })
  // The manifest knows milliseconds, the archive only seconds. As a Date: Node takes a negative number for "now".
  for await (const line of inside.files) await onTarget(line.path, () => disk.utimes(join(folder, line.path), new Date(line.mtime), new Date(line.mtime)))
  return inside
}

/** Before the folder gets its name, all that is in it is on the disk. Many at once, because the disk then does them in few turns. */
async function makeDurable(folder: string, { files }: Manifest, folders: AsyncIterable<string>, disk: Disk): Promise<void> {
  const syncs = ahead(files, SYNCS_AT_ONCE, async ({ path }) => onTarget(path, async () => {
    const file = await disk.open(join(folder, path), 'r+')
    try {
      await file.sync()
    } finally {
      await file.close()
    }
  }))
  for await (const _ of syncs);
  for await (const path of folders) await onTarget(path, () => syncFolder(path, disk))
}

/** The folders of a draft, each made once. */
class MadeFolders {
  readonly #root: string
  readonly #disk: Disk
  readonly #all: Roll<string>
  /** Those made lately, so that the disk need not be asked for each file. */
  readonly #lately = new Set<string>()

  constructor(root: string, spills: Spills, disk: Disk) {
    this.#root = root
    this.#disk = disk
    this.#all = new Roll(spills.open, asJson<string>())
  }

  async make(path: string, name: string): Promise<void> {
    if (path === this.#root || this.#lately.has(path)) return
    await this.make(dirname(path), name)
    if (await onTarget(name, () => this.#isNew(path))) await this.#all.add(path)
    if (this.#lately.size === FOLDERS_REMEMBERED) this.#lately.clear()
    this.#lately.add(path)
  }

  /** The root and all that were made in it. */
  get all(): AsyncIterable<string> {
    const [root, all] = [this.#root, this.#all]
    return (async function* () {
      yield root
      yield* all
    })()
  }

  /** The draft is ours alone, and no two names in it collide: what exists is a folder that we have made. */
  async #isNew(path: string): Promise<boolean> {
    try {
      await this.#disk.mkdir(path)
      return true
    } catch (error) {
      if (codeOf(error) === 'EEXIST') return false
      throw error
    }
  }
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

async function requireRoom(into: string, { bytes }: Container, disk: Disk): Promise<void> {
  const { bavail, bsize } = await onTarget(into, () => disk.statfs(dirname(into)))
  if (bytes > bavail * bsize) throw new PackageProblem('disk-full', { path: into, needed: bytes, free: bavail * bsize })
}

/** An empty folder may be replaced; rename(2) refuses one that has been filled meanwhile. Windows wants it gone first. */
async function settleFolder(draft: string, into: string, disk: Disk): Promise<void> {
  if (process.platform === 'win32') await disk.rmdir(into).catch(() => {})
  await disk.rename(draft, into)
  await syncFolder(dirname(into), disk)
}
