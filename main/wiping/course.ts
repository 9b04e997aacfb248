import type { BadRange } from '../../core/wipes/overwrite.ts'
import type { Pass } from '../../crypto/wipe/pattern.ts'
import { TILE } from '../../crypto/wipe/tile.ts'
import { alignedBuffer } from '../packages/aligned.ts'
import { LANES, type Standing } from './in-flight.ts'
import type { Pace } from './pace.ts'
import { SectorRuns } from './sector-runs.ts'
import { Stop } from './stop.ts'
import type { Target } from './target.ts'
import { Watch } from './watch.ts'

/** What was found: sectors with something wrong, and sectors that hold another one's content, by how many sectors it is off. */
export interface Findings { bad: SectorRuns<BadRange['what']>; misplaced: SectorRuns<number> }

export const nothingFound = (sectorBytes: number): Findings => ({ bad: new SectorRuns(sectorBytes), misplaced: new SectorRuns(sectorBytes) })

/** What the phases of one run share. */
export interface Course {
  target: Target
  passes: readonly Pass[]
  pass: number
  phase: 'examining' | 'writing' | 'reading'
  found: Findings
  tally: { bytesWritten: number; writeErrors: number; bytesRead: number; resumes: number }
  standing: Standing
  watch: Watch
  pace: Pace
  signal: AbortSignal
  now: () => number
  /** A MiB of memory for each of four that work at once, beginning at a page. */
  lanes: readonly Uint8Array[]
}

export function lanesOfMemory(): Uint8Array[] {
  const memory = alignedBuffer(TILE * LANES)
  return Array.from({ length: LANES }, (_, n) => memory.subarray(n * TILE, (n + 1) * TILE))
}

export function stopIfCalledOff({ signal }: Course): void {
  if (signal.aborted) throw new Stop('abandoned')
}

/** Cuts a stretch at multiples of 1 MiB. */
export function* inChunks(from: number, end: number): Generator<{ offset: number; length: number }, void> {
  for (let offset = from; offset < end;) {
    const length = Math.min(end, (Math.floor(offset / TILE) + 1) * TILE) - offset
    yield { offset, length }
    offset += length
  }
}

/**
 * Makes a request, and where it fails makes it in halves, down to single sectors; of those that fail again, `bad` is told. Answers whether
 * any of it went.
 */
export async function inHalves(course: Course, offset: number, length: number, request: (offset: number, length: number) => Promise<void>, bad: (offset: number) => void): Promise<boolean> {
  const { target: { sectorBytes }, watch } = course
  const went = async () => {
    try {
      await request(offset, length)
      watch.went(offset)
      return true
    } catch (error) {
      await watch.failed(error)
      return false
    }
  }
  stopIfCalledOff(course)
  if (await went()) return true
  if (length <= sectorBytes) {
    if (watch.isHopeful && await went()) return true
    bad(offset)
    return false
  }
  const half = Math.ceil(length / 2 / sectorBytes) * sectorBytes
  const first = await inHalves(course, offset, half, request, bad)
  return await inHalves(course, offset + half, length - half, request, bad) || first
}
