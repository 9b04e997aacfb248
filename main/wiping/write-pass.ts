import type { Checkpoint } from '../../core/wipes/overwrite.ts'
import type { Pass } from '../../crypto/wipe/pattern.ts'
import { type Course, inChunks, inHalves, stopIfCalledOff } from './course.ts'
import { fourAtOnce } from './in-flight.ts'
import { Stop } from './stop.ts'
import { writeFully } from './target.ts'

const CHECKPOINT_BYTES = 2 ** 30
const CHECKPOINT_MILLISECONDS = 10_000
/** So many stretches in a row that could not be flushed even when written again. */
const UNFLUSHED = 2

/** Writes one pass from an offset to the end. At every checkpoint all of it is on the medium, but for the sectors found bad. */
export async function writePass(course: Course, pass: Pass, from: number, onCheckpoint: (checkpoint: Pick<Checkpoint, 'pass' | 'offset'>) => void): Promise<void> {
  const { target, standing } = course
  for (const chunk of course.lanes) pass.prime(chunk)
  standing.reached = from
  let unflushed = 0
  for (let since = from; since < target.bytes; since = standing.reached) {
    const writtenBefore = course.tally.bytesWritten
    await fourAtOnce(stretch(course, since), standing, (step, lane) => writeChunk(course, pass, step, lane))
    const end = standing.reached
    if (await flushed(course)) unflushed = 0
    else if (target.uncached && await writtenAgain(course, pass, since, end)) unflushed = 0
    else {
      const lba = since / target.sectorBytes
      course.found.bad.add('unwritable', lba, Math.ceil(end / target.sectorBytes) - lba)
      course.tally.bytesWritten = writtenBefore
      if (++unflushed === UNFLUSHED) throw new Stop('failing', 'fdatasync')
    }
    standing.reached = end
    onCheckpoint({ pass: course.pass, offset: end })
  }
}

/**
 * What the system says once of a flush that failed it does not say again: asked again it would answer "done" for bytes that are lost. So
 * everything since the last checkpoint is written again, and counts as not reached until it is.
 */
async function writtenAgain(course: Course, pass: Pass, since: number, end: number): Promise<boolean> {
  course.standing.reached = since
  await fourAtOnce(inChunks(since, end), course.standing, (step, lane) => writeChunk(course, pass, step, lane, 'again'))
  return flushed(course)
}

/** The chunks up to the next checkpoint: a GiB, or what ten seconds allow. */
function* stretch(course: Course, since: number): Generator<{ offset: number; length: number }, void> {
  const begun = course.now()
  for (const chunk of inChunks(since, Math.min(course.target.bytes, since + CHECKPOINT_BYTES))) {
    yield chunk
    if (course.now() - begun >= CHECKPOINT_MILLISECONDS) return
  }
}

async function writeChunk(course: Course, pass: Pass, { offset, length }: { offset: number; length: number }, lane: number, again?: 'again'): Promise<void> {
  stopIfCalledOff(course)
  const { target, tally, found } = course
  const chunk = laneOf(course, lane)
  pass.turn(chunk, offset)
  let lost = 0
  const went = await inHalves(course, offset, length, (at, bytes) => writeFully(target, chunk.subarray(at - offset, at - offset + bytes), at), (at) => {
    found.bad.add('unwritable', at / target.sectorBytes, 1)
    tally.writeErrors++
    lost += Math.min(target.sectorBytes, target.bytes - at)
  })
  if (again === undefined) {
    tally.bytesWritten += length - lost
    course.pace.did(length)
  }
  if (!went) await course.watch.deadChunk()
}

async function flushed(course: Course): Promise<boolean> {
  try {
    await course.target.flush()
    return true
  } catch (error) {
    course.tally.writeErrors++
    await course.watch.flushFailed(error)
    return false
  }
}

function laneOf({ lanes }: Course, lane: number): Uint8Array {
  const chunk = lanes[lane]
  if (!chunk) throw new RangeError('there are four lanes')
  return chunk
}
