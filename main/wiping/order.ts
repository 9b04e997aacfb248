import type { DriveHindrance, DriveIdentity } from '../../core/media/drive.ts'
import type { BadRange, Checkpoint, Pattern, ReadBack, WipeProgress } from '../../core/wipes/overwrite.ts'
import type { Target } from './target.ts'

/** By what a drive is known again, and what stood against wiping it when it was chosen. */
export type KnownDrive = DriveIdentity & { hindrances: readonly DriveHindrance[] }

/**
 * What is to be written over. `identity`: the drive that is meant, or null for a file or an image. `seed`: 32 bytes for the tile, null
 * for other patterns. `sampleSeed`: 32 bytes that say where a sample is read. `from`: where an interrupted run goes on; it is then read back in full.
 */
export interface OverwriteOrder {
  path: string
  identity: KnownDrive | null
  pattern: Pattern
  seed: Uint8Array | null
  readBack: ReadBack
  sampleSeed: Uint8Array
  from: Checkpoint | null
}

/** What is to be read back and compared with a pattern, by whomever. `also`: sectors that a sample must not leave out. */
export interface CheckOrder {
  path: string
  identity: KnownDrive | null
  pattern: Pattern
  seed: Uint8Array | null
  readBack: 'full' | 'sample'
  sampleSeed: Uint8Array
  also: readonly BadRange[]
}

export interface How {
  signal: AbortSignal
  /** May be dropped without changing the outcome. */
  onProgress(progress: WipeProgress): void
  /** Called when everything below the checkpoint is on the medium. */
  onCheckpoint(checkpoint: Checkpoint): void
  /** Milliseconds that only go forward. */
  now(): number
  /** What is at this path now; asked after the drive is held and before the first byte. */
  reread(path: string): Promise<KnownDrive | null>
  open(path: string, what: 'write' | 'read'): Promise<Target>
}
