import { join } from 'node:path'
import type { BackupProgress, MadeBackup } from '../../core/backup/backup.ts'
import type { Instant } from '../../core/time.ts'
import { refusal } from '../../core/refusal.ts'
import type { How } from '../../core/world.ts'
import { codeOf, type Disk } from '../files/disk.ts'
import { draftName, settleDraft } from '../files/draft.ts'
import { isFolder } from '../files/save.ts'
import { checkpointKeyId } from '../ledger/book.ts'
import { readKeyring } from '../vault/keyring.ts'
import type { OpenVault } from '../vault/open-vault.ts'
import type { Rooms } from '../vault/rooms.ts'
import { nameOf, type Own, ownBackupsIn, removeOld, sweepHalves } from './generations.ts'
import type { LedgerTaken, Part } from './ledger-parts.ts'
import { BackupProblem, onTarget } from './problem.ts'
import type { Trial } from './trial.ts'
import { writeBackup } from './write.ts'

export interface ToMake { inside: OpenVault; rooms: Rooms; folder: string; generation: number; keep(): Promise<number | null>; expectsOthers: boolean; at: Instant }

const FAT_MOST_BYTES = 2 ** 32 - 1
const FAT_MAGIC = 0x4d44
const READ_BYTES = 1 << 20
/** For header, manifest and the seals of the pieces. */
const BESIDES = 1 << 20

/**
 * Makes a backup of an open vault: drafted beside its name, synced, read back, put together for trial, and only then named; whatever fails before,
 * nothing of it stays. After that old generations go. `removalFailed`: the new one stands, but an old one could not be removed.
 */
export async function makeBackup(order: ToMake, check: Trial, { signal, onProgress }: How<BackupProgress>, disk: Disk): Promise<{ made: MadeBackup; removed: string[]; removalFailed: boolean }> {
  const { inside, rooms, folder, at } = order
  if (!(await onTarget(folder, () => isFolder(folder, disk)))) throw new BackupProblem('folder-missing', folder)
  await sweepHalves(folder, disk)
  const vault = `azukari/${checkpointKeyId(inside.keys.checkpoint.publicKey)}`
  const keyOf = (about: string): Uint8Array => inside.secret.backupKey(about)
  const there = await ownBackupsIn(folder, { vault, keyOf }, disk)
  // A mount point without its disk is an empty folder: nothing must lie there that is believed to lie elsewhere.
  if (order.expectsOthers && there.length === 0) throw new BackupProblem('generations-missing', folder)
  const generation = Math.max(order.generation, ...there.map((one) => one.generation + 1))

  // In this order: what entries speak of was in the keyring and among the files before them.
  const ledger = inside.ledger.forBackup()
  const keyring = await readKeyring(rooms.keyring)
  if (!keyring) throw refusal('vault-damaged', null, null, { what: 'keyring.json' })
  const blobs = await blobsIn(rooms.blobs, disk)
  const bytesTotal = 3 * (ledger.bytes + blobs.reduce((sum, { size }) => sum + size, 0))
  await requireRoom(folder, bytesTotal / 3 + BESIDES, disk)

  const path = join(folder, nameOf({ vault, generation, madeAt: at }))
  const draft = draftName(path)
  let bytesDone = 0
  const tell = (phase: BackupProgress['phase']) => (bytes: number): void => { bytesDone += bytes; onProgress({ phase, bytesDone, bytesTotal: Math.max(bytesTotal, bytesDone) }) }
  try {
    const parts = partsOf(ledger, rooms, blobs, signal, disk)
    const written = await writeBackup(draft, { header: { generation, madeAt: at, checkpoint: ledger.checkpoint, keyring }, head: ledger.head, parts, keyOf }, { signal, onBytes: tell('writing') }, disk)
    const checking = tell('checking')
    let checked = 0
    const { readBack } = await check({ path: draft, secret: inside.secret, expected: { sha256: written.sha256, head: ledger.head } }, {
      signal, onProgress: ({ done }) => { checking(done - checked); checked = done },
    })
    signal.throwIfAborted()
    await onTarget(path, () => settleDraft(draft, path, 'refuse', disk))
    const made: MadeBackup = { path, name: nameOf({ vault, generation, madeAt: at }), bytes: written.bytes, sha256: written.sha256, head: ledger.head, checkpoint: ledger.checkpoint, files: written.files, readBack, at }
    return { made, ...await removing(order, made, { vault, keyOf }, ledger, disk) }
  } catch (error) {
    await disk.rm(draft, { force: true }).catch(() => {})
    throw error
  }
}

/** An old file that does not go makes the new one no worse. */
async function removing(order: ToMake, made: MadeBackup, own: Own, ledger: LedgerTaken, disk: Disk): Promise<{ removed: string[]; removalFailed: boolean }> {
  const keep = await order.keep()
  if (keep === null) return { removed: [], removalFailed: false }
  try {
    return { removed: await removeOld(order.folder, { ...own, keep, made: made.name, contains: (text) => ledger.contains(text) }, disk), removalFailed: false }
  } catch (error) {
    if (!(error instanceof BackupProblem)) throw error
    return { removed: [], removalFailed: true }
  }
}

async function* partsOf(ledger: LedgerTaken, rooms: Rooms, blobs: readonly Blob[], signal: AbortSignal, disk: Disk): AsyncGenerator<Part> {
  yield* ledger.parts(signal)
  const secrets = await fileAt(rooms.secrets, disk)
  if (secrets) yield { name: 'secrets.json', size: secrets.size, content: bytesOf(rooms.secrets, secrets.size, disk) }
  for (const { name, path } of blobs) {
    signal.throwIfAborted()
    // Wiped or withdrawn since it was listed: the vault has it no more, and so has its backup not.
    const now = await fileAt(path, disk)
    if (now) yield { name: `blobs/${name}`, size: now.size, content: bytesOf(path, now.size, disk) }
  }
}

interface Blob { name: string; path: string; size: number }

async function blobsIn(folder: string, disk: Disk): Promise<Blob[]> {
  const names = (await disk.readdir(folder)).filter((name) => /^blob-[0-9a-f]{32}$/.test(name)).toSorted()
  const blobs: Blob[] = []
  for (const name of names) {
    const file = await fileAt(join(folder, name), disk)
    if (file) blobs.push({ name, path: join(folder, name), size: file.size })
  }
  return blobs
}

async function fileAt(path: string, disk: Disk): Promise<{ size: number } | null> {
  try {
    const stats = await disk.lstat(path)
    return stats.isFile() ? { size: stats.size } : null
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null
    throw error
  }
}

/** Exactly so many bytes: a file that became another meanwhile is not half a file of the backup. */
async function* bytesOf(path: string, size: number, disk: Disk): AsyncGenerator<Uint8Array> {
  const file = await disk.open(path, 'r')
  try {
    const buffer = Buffer.allocUnsafeSlow(Math.min(READ_BYTES, size + 1))
    let at = 0
    for (;;) {
      const { bytesRead } = await file.read(buffer, 0, buffer.length, at)
      if (bytesRead === 0) break
      at += bytesRead
      if (at > size) throw new BackupProblem('source-changed', path)
      yield buffer.subarray(0, bytesRead)
    }
    if (at !== size) throw new BackupProblem('source-changed', path)
  } finally {
    await file.close()
  }
}

async function requireRoom(folder: string, needed: number, disk: Disk): Promise<void> {
  const { bavail, bsize, type } = await onTarget(folder, () => disk.statfs(folder))
  if (type === FAT_MAGIC && needed > FAT_MOST_BYTES) throw new BackupProblem('file-too-large-for-disk', folder)
  if (needed > bavail * bsize) throw new BackupProblem('disk-full', folder)
}
