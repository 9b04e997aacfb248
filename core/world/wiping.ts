import type { Drive } from '../media/drive.ts'
import type { DriveAbilities, DriveCommandProgress, DriveCommandResult, DriveMethod, WipeLog } from '../wipes/drive-commands.ts'
import type { FileList, FileWipe, FileWipeOrder, FileWipeProgress, FreeSpaceProgress, FreeSpaceWipe } from '../wipes/files.ts'
import type { Checkpoint, Pattern, ReadBack, WipeOutcome, WipeProgress } from '../wipes/overwrite.ts'
import type { How } from './how.ts'

/** Erases in a process of its own. The drive is read again, and must be the same, immediately before the first byte. */
export interface Wiping {
  overwrite(order: { drive: Drive; pattern: Pattern; readBack: ReadBack; seed: Uint8Array | null; resume: Checkpoint | null }, how: How<WipeProgress> & { onCheckpoint(checkpoint: Checkpoint): Promise<void> }): Promise<WipeOutcome>
  /** Reads back alone, by whoever and whenever. */
  check(order: { drive: Drive; pattern: Pattern; readBack: ReadBack; seed: Uint8Array | null }, how: How<WipeProgress>): Promise<WipeOutcome>
  /** 32 bytes for a stamped tile. */
  freshSeed(): Uint8Array
  /** Everything at and below these paths, hashed, with whatever could stop or spoil its wiping; the vault and the program are left out of it. Changes nothing. */
  listFiles(paths: readonly string[], how: How<FileWipeProgress>): Promise<FileList | 'abandoned'>
  /** Wipes what the list names and nothing else; whatever has changed since is left and named. */
  wipeFiles(order: FileWipeOrder, how: How<FileWipeProgress>): Promise<FileWipe>
  /** The same of sealed files in the vault, by their blobs; and of nothing else. A blob that is not there is left out as `missing`. */
  listSealed(blobs: readonly string[], how: How<FileWipeProgress>): Promise<FileList | 'abandoned'>
  /** Wipes sealed files of the vault that were listed just so. */
  wipeSealed(order: FileWipeOrder, how: How<FileWipeProgress>): Promise<FileWipe>
  /** Fills a volume's free space and gives it back. */
  wipeFreeSpace(order: { folder: string; readBack: boolean }, how: How<FreeSpaceProgress>): Promise<FreeSpaceWipe>
  /** What a drive can be told to do to itself. */
  abilities(drive: Drive): Promise<DriveAbilities>
  /** Gives the drive one command and follows it; the drive is read again, and must be the same, immediately before. */
  command(order: { drive: Drive; method: DriveMethod }, how: How<DriveCommandProgress>): Promise<DriveCommandResult>
  /** The log of another wiping program, one answer for each drive in it; null when it is none, or is cut short. */
  readLog(bytes: Uint8Array): WipeLog[] | null
}
