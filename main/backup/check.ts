import type { Head } from '../../core/world.ts'
import { PackageProblem } from '../../crypto/zip/problem.ts'
import type { Disk } from '../files/disk.ts'
import type { Projection } from '../ledger/book.ts'
import { hashFile } from '../packages/hash-parts.ts'
import { enterVault } from '../vault/open-vault.ts'
import { inside } from '../vault/rooms.ts'
import { VaultSecret } from '../vault/vault-keys.ts'
import { assemble } from './assembly.ts'
import { type Header, readHeader } from './header.ts'
import { BackupProblem, onBackup } from './problem.ts'
import { readBackup } from './read.ts'

/** `folder`: an empty one for the trial, whose content nobody needs afterwards. `expected`: what was written, where that is known. */
export interface ToCheck { path: string; secret: VaultSecret; folder: string; expected: { sha256: string; head: Head } | null }
export interface Checked { header: Header; head: Head; bytes: number; sha256: string; readBack: 'uncached' | 'cached' }
export interface CheckHow { signal: AbortSignal; onProgress(progress: { done: number; total: number }): void }

/**
 * Restores a backup for trial: its bytes are read back from the medium, opened and held against the manifest; the ledger is put together,
 * encrypted, in the folder, and opened as a sign-in opens it. Sealed files are hashed and not written.
 */
export async function checkBackup({ path, secret, folder, expected }: ToCheck, { signal, onProgress }: CheckHow, projection: Projection, disk: Disk): Promise<Checked> {
  const total = 2 * (await onBackup(path, () => disk.stat(path))).size
  let done = 0
  const onBytes = (bytes: number): void => { done += bytes; onProgress({ done, total }) }
  const lying = await hashFile(path, signal, disk, (piece) => onBytes(piece.length)).catch((error: unknown) => { throw asRead(error, path) })
  if (expected && lying.sha256 !== expected.sha256) throw new BackupProblem('not-as-written', path)

  const read = await readHeader(path, disk)
  const key = secret.backupKey(read.about)
  const assembly = assemble({ backup: path, header: read.header, secret, folder, files: false, disk })
  try {
    const head = await readBackup(path, read, key, assembly, { signal, onBytes }, disk)
    const { head: assembled } = await assembly.end()
    if (head.hash !== assembled.hash) throw new BackupProblem('backup-damaged', path)
  } finally {
    key.fill(0)
    assembly.close()
  }
  const head = enter(path, folder, secret, projection)
  if (expected && (head.size !== expected.head.size || head.hash !== expected.head.hash)) throw new BackupProblem('not-as-written', path)
  return { header: read.header, head, ...lying }
}

/** As a sign-in does: tables are made from the entries, and the ledger must continue what it signed. */
function enter(path: string, folder: string, secret: VaultSecret, projection: Projection): Head {
  const entered = enterVault(inside(folder).database, new VaultSecret(Uint8Array.from(secret.bytes)), projection, null)
  if (entered === 'in-use') throw new BackupProblem('backup-damaged', path)
  if ('damaged' in entered) throw new BackupProblem(entered.isNewer ? 'backup-newer' : 'backup-damaged', path)
  try {
    return entered.ledger.head()
  } finally {
    entered.close()
  }
}

/** A package's words for a file that cannot be read, in ours. */
function asRead(error: unknown, path: string): unknown {
  if (!(error instanceof PackageProblem)) return error
  return new BackupProblem(error.code === 'package-missing' ? 'backup-missing' : 'backup-unreadable', path, { cause: error })
}
