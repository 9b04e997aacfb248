import type { BackupFile, BackupHeader, BackupProgress, BackupTrouble, LedgerHead, MadeBackup, Restored, RestoreOrder } from '../backup/backup.ts'
import type { NewEntry } from '../ledger/entry.ts'
import type { Reading } from '../ledger/shelf.ts'
import type { PersonId } from '../people/person.ts'
import type { Instant } from '../time.ts'
import type { How } from './how.ts'

/** Copies of the whole vault in one sealed file each (crypto/FORMAT.md). */
export interface Backups {
  /** Writes one of the open vault into a folder, reads it back and puts it together for trial; only then it has its name, and only then old generations beyond `keep` go, which is asked at that moment. `expectsOthers`: a folder without any of ours is not the one that was chosen. */
  make(order: { folder: string; generation: number; keep: () => Promise<number | null>; expectsOthers: boolean; at: Instant }, how: How<BackupProgress>): Promise<{ outcome: 'made'; made: MadeBackup; removed: string[]; removalFailed: boolean } | BackupUnfinished>
  /** Puts one of the open vault together for trial. */
  verify(path: string, how: How<BackupProgress>): Promise<{ outcome: 'sound'; header: BackupHeader; head: LedgerHead; bytes: number; sha256: string; readBack: 'uncached' | 'cached' } | BackupUnfinished>
  /** What the files of a folder say of themselves. */
  list(folder: string): Promise<{ outcome: 'listed'; files: BackupFile[] } | BackupUnfinished>
  read(path: string): Promise<{ outcome: 'read'; file: BackupFile } | BackupUnfinished>
  /** Removes halves that a kill left in the folder. */
  sweep(folder: string): Promise<void>
  /**
   * Puts a vault together from a backup and into its place; one that lies there is moved aside. `decide` sees what was found as soon as the ledger stands, and
   * says what it says first; what it throws comes out, and nothing is restored.
   */
  restore(order: RestoreOrder & { at: Instant }, decide: (found: FoundBackup, reading: Reading) => readonly NewEntry[], how: How<BackupProgress>): Promise<{ outcome: 'restored'; movedAside: string | null } | { outcome: 'wrong-key' | 'in-use' } | BackupUnfinished>
}
export type BackupUnfinished = { outcome: 'abandoned' } | { outcome: 'trouble'; what: BackupTrouble; path: string }
/** A backup that was opened: by whom, and all that is known of how long its ledger once was. */
export interface FoundBackup extends Pick<Restored, 'from' | 'how' | 'known' | 'movedAside'> { personId: PersonId; present: 'none' | 'same' | 'another' | 'unreadable' }
