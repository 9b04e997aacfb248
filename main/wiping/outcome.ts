import { createHash } from 'node:crypto'
import type { BadRange, Checkpoint, Misplaced, ReadBack, WipeFigures } from '../../core/wipes/overwrite.ts'
import type { Place } from '../../crypto/wipe/sampling.ts'
import type { Course, Findings } from './course.ts'
import type { CheckOrder, OverwriteOrder } from './order.ts'
import type { Target } from './target.ts'

const RANGES = 10_000
const RANGES_MISPLACED = 1_000
/** Of a checkpoint: it stands in the ledger every ten seconds, and what it leaves out the reading back finds again. */
const RANGES_OF_CHECKPOINT = 1_000

interface Besides { order: OverwriteOrder | CheckOrder; readBack: ReadBack; samplesBefore: number; samplesUnchanged: number | null }

/** What was done and found, in numbers. */
export function figuresOf(course: Course, { order, readBack, samplesBefore, samplesUnchanged }: Besides): WipeFigures {
  const { target, tally, found, passes, pace } = course
  const bad = badRanges(found)
  const coverage = Math.min(1, tally.bytesRead / target.bytes)
  return {
    bytes: target.bytes, sectorBytes: target.sectorBytes, pattern: order.pattern, passes: passes.length,
    bytesWritten: tally.bytesWritten, writeErrors: tally.writeErrors, resumes: tally.resumes,
    readBack, bytesRead: tally.bytesRead, coverage, uncached: target.uncached,
    seedSha256: order.seed && order.pattern === 'tile' ? createHash('sha256').update(order.seed).digest('hex') : null,
    sampleSeed: readBack === 'sample' ? Buffer.from(order.sampleSeed).toString('hex') : null,
    badRanges: bad.slice(0, RANGES), badRangesLeftOut: Math.max(0, bad.length - RANGES) + found.bad.notKept, badSectors: found.bad.sectors,
    misplaced: found.misplaced.list().slice(0, RANGES_MISPLACED).map(({ kind, lba, sectors }): Misplaced => ({ lba, sectors, holds: lba + kind })),
    bytesInTruth: bytesInTruth(course, coverage),
    samplesBefore, samplesUnchanged,
    bytesPerSecondWriting: pace.over('writing'), bytesPerSecondReading: pace.over('reading'),
  }
}

export function checkpointOf({ found, tally }: Course, { pass, offset }: { pass: number; offset: number }): Checkpoint {
  const { bytesWritten, writeErrors, resumes } = tally
  return { pass, offset, badRanges: badRanges(found).slice(0, RANGES_OF_CHECKPOINT), bytesWritten, writeErrors, resumes }
}

/** Where something was wrong, in bytes. */
export const rangesOf = (found: Findings, { sectorBytes }: Target): Place[] =>
  found.bad.list().map(({ lba, sectors }) => ({ offset: lba * sectorBytes, length: sectors * sectorBytes }))

const badRanges = (found: Findings): BadRange[] => found.bad.list().map(({ kind, lba, sectors }) => ({ what: kind, lba, sectors }))

/**
 * A medium that has less than it says counts its addresses again from the start: each sector holds what was last written to an address a multiple of
 * its true size further on. So the size is the greatest common divisor of how far they are off, if that accounts for (nearly) all of them.
 */
function bytesInTruth({ found, target }: Course, coverage: number): number | null {
  const runs = found.misplaced.list()
  const size = runs.reduce((divisor, { kind }) => gcd(divisor, Math.abs(kind)), 0)
  const expected = (target.bytes / target.sectorBytes - size) * coverage
  return size > 0 && expected > 0 && found.misplaced.sectors >= 0.9 * expected ? size * target.sectorBytes : null
}

const gcd = (a: number, b: number): number => (b === 0 ? a : gcd(b, a % b))
