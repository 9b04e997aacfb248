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

/** What was done to a medium, in numbers, and nothing that is only believed. */
export const WipeFigures = z.object({
  bytes: z.number().int(), sectorBytes: z.number().int(), pattern: Pattern, passes: z.number().int(),
  bytesWritten: z.number().int(), writeErrors: z.number().int(), resumes: z.number().int(),
  readBack: ReadBack, bytesRead: z.number().int(), coverage: z.number(), uncached: z.boolean(),
  /** SHA-256 of the tile's seed, null for other patterns; the seed itself is kept sealed. */
  seedSha256: z.string().nullable(), sampleSeed: z.string().nullable(),
  badRanges: z.array(BadRange).max(10_000), badRangesLeftOut: z.number().int(), badSectors: z.number().int(),
  /** Of 64 places read before, how many held the same afterwards; null where nothing was read before. */
  samplesBefore: z.number().int(), samplesUnchanged: z.number().int().nullable(),
  bytesPerSecondWriting: z.number().nullable(), bytesPerSecondReading: z.number().nullable(),
})
export type WipeFigures = z.infer<typeof WipeFigures>

/** Where an interrupted run can go on: everything below `offset` of this pass is written and flushed. */
export const Checkpoint = z.object({ pass: z.number().int(), offset: z.number().int(), badRanges: z.array(BadRange) })
export type Checkpoint = z.infer<typeof Checkpoint>
