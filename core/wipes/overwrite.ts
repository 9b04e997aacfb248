import * as z from 'zod'

/**
 * What is written over everything. `zero`, `ones`; `complement`: 0x55 and then 0xAA (two passes, NIST SP 800-88 Rev. 1 for USB flash);
 * `tile`: the stamped tile, each sector carrying its own address, regenerated from a seed of 32 bytes.
 */
export const Pattern = z.enum(['zero', 'ones', 'complement', 'tile'])
export type Pattern = z.infer<typeof Pattern>

/** How much is read back past the cache. `sample`: at least 1,000 subsections, two places in each, from a recorded seed. */
export const ReadBack = z.enum(['full', 'sample', 'none'])
export type ReadBack = z.infer<typeof ReadBack>

/** A run of sectors (of `sectorBytes` of the outcome), first one at `lba`, and what could not be done with it. */
export const BadRange = z.object({ what: z.enum(['unwritable', 'unreadable', 'differs']), lba: z.number().int().nonnegative(), sectors: z.number().int().positive() })
export type BadRange = z.infer<typeof BadRange>

/** Bytes of this phase; `rate` in bytes a second over the last seconds, `secondsLeft` of everything still to do, null while unknown. */
export const WipeProgress = z.object({
  phase: z.enum(['examining', 'writing', 'reading']), pass: z.number().int(), passes: z.number().int(),
  bytesDone: z.number(), bytesTotal: z.number(), badSectors: z.number().int(), rate: z.number().nullable(), secondsLeft: z.number().nullable(),
})
export type WipeProgress = z.infer<typeof WipeProgress>

/** Sectors of the tile that were found elsewhere: the sector at `lba` and those behind it hold what was written at `holds` and behind. */
export const Misplaced = z.object({ lba: z.number().int().nonnegative(), sectors: z.number().int().positive(), holds: z.number().int().nonnegative() })
export type Misplaced = z.infer<typeof Misplaced>

/** What was done to a medium, in numbers, and nothing that is only believed. */
export const WipeFigures = z.object({
  bytes: z.number().int(), sectorBytes: z.number().int(), pattern: Pattern, passes: z.number().int(),
  bytesWritten: z.number().int(), writeErrors: z.number().int(), resumes: z.number().int(),
  readBack: ReadBack, bytesRead: z.number().int(), coverage: z.number(), uncached: z.boolean(),
  /** SHA-256 of the tile's seed, null for other patterns; the seed itself is kept sealed. */
  seedSha256: z.string().nullable(), sampleSeed: z.string().nullable(),
  badRanges: z.array(BadRange).max(10_000), badRangesLeftOut: z.number().int(), badSectors: z.number().int(),
  /** A medium that answers with another address's data (these sectors are among the bad ones, too), and the size that its answers betray. */
  misplaced: z.array(Misplaced).max(1_000), bytesInTruth: z.number().int().nullable(),
  /** Of up to 64 places that held something else before, how many held the same afterwards; null where nothing was read before (a run gone on with). */
  samplesBefore: z.number().int(), samplesUnchanged: z.number().int().nullable(),
  bytesPerSecondWriting: z.number().nullable(), bytesPerSecondReading: z.number().nullable(),
})
export type WipeFigures = z.infer<typeof WipeFigures>

/** Where an interrupted run can go on: everything below `offset` of this pass (from 1) is written and flushed. `badRanges` is cut off at 10,000. */
export const Checkpoint = z.object({
  pass: z.number().int().positive(), offset: z.number().int().nonnegative(), badRanges: z.array(BadRange).max(10_000),
  bytesWritten: z.number().int().default(0), writeErrors: z.number().int().default(0), resumes: z.number().int().default(0),
})
export type Checkpoint = z.infer<typeof Checkpoint>

/**
 * How a run ended. `finished`: every step was taken, which says nothing of what was found. `abandoned`: called off. `device-gone`: it no
 * longer answers. `failing`: 32 chunks in a row could not be written or read at all. `not-the-same`: another drive than was named, and
 * nothing was written. `failed`: the engine itself broke off; `reason` says what the system said.
 */
export const WipeEnd = z.enum(['finished', 'abandoned', 'device-gone', 'failing', 'not-the-same', 'failed'])
export type WipeEnd = z.infer<typeof WipeEnd>

/** `reachedLba`: in the phase and pass in which the run ended, every sector below it was done with (written, read, or found bad). */
export const WipeOutcome = z.object({
  end: WipeEnd, reason: z.string().nullable(),
  phase: z.enum(['examining', 'writing', 'reading']), pass: z.number().int(), reachedLba: z.number().int().nonnegative().nullable(),
  figures: WipeFigures.nullable(), checkpoint: Checkpoint.nullable(),
})
export type WipeOutcome = z.infer<typeof WipeOutcome>

/**
 * Whether the run came to its end and the reading back, as far as it went and past the cache, found the pattern and nothing else.
 * How far it went is `coverage`.
 */
export function foundNothingWrong({ end, figures }: WipeOutcome): boolean {
  return end === 'finished' && figures !== null && figures.readBack !== 'none' && figures.uncached && figures.bytesRead > 0
    && figures.badSectors === 0 && figures.misplaced.length === 0 && (figures.samplesUnchanged ?? 0) === 0
}
