import { sameDrive } from '../../core/media/same-drive.ts'
import type { Checkpoint, WipeOutcome } from '../../core/wipes/overwrite.ts'
import { type Pass, passesOf } from '../../crypto/wipe/pattern.ts'
import { type Place, samplePlaces } from '../../crypto/wipe/sampling.ts'
import { takeSamples } from './before-samples.ts'
import { type Course, lanesOfMemory, nothingFound } from './course.ts'
import type { CheckOrder, How, KnownDrive, OverwriteOrder } from './order.ts'
import { checkpointOf, figuresOf, rangesOf } from './outcome.ts'
import { Pace } from './pace.ts'
import { readBack } from './read-back.ts'
import { Stop } from './stop.ts'
import type { Target } from './target.ts'
import { Watch } from './watch.ts'
import { writePass } from './write-pass.ts'

/** How much before a checkpoint is looked at again before a run that was interrupted goes on from it. */
const LOOKED_AT_AGAIN = 2 ** 30

/**
 * Writes a pattern over the whole of a medium and reads it back. Bad sectors are listed, and everything else is written. What it answers says what was
 * done and found, and judges nothing. Throws a `WipeProblem` if the medium cannot be opened; then nothing has been written.
 */
export async function overwrite(order: OverwriteOrder, how: How): Promise<WipeOutcome> {
  const patternPasses = passesOf(order.pattern, order.seed)
  const target = await how.open(order.path, 'write')
  const course = courseOf(target, patternPasses, how, order.from)
  const readBackHow = order.from ? 'full' : order.readBack
  const { pace, passes, found } = course
  const last = passes[passes.length - 1] ?? unreachable()
  let checkpoint: Checkpoint | null = order.from
  let samples: Awaited<ReturnType<typeof takeSamples>> | null = null
  let unchanged: number | null = null
  let places: Place[] = []

  const ending = await closing(course, async () => {
    const begin = order.from ? await trusted(course, order.from) : { pass: 1, offset: 0 }
    if (!order.from) samples = await takeSamples(target, last)
    await mustBeTheSame(order, target, how)
    for (const [n, pass] of passes.entries()) {
      course.pass = n + 1
      if (course.pass < begin.pass) continue
      const from = course.pass === begin.pass ? begin.offset : 0
      course.phase = 'writing'
      const laterPasses = (passes.length - course.pass) * target.bytes
      pace.begin('writing', { pass: course.pass, done: from, total: target.bytes, later: laterPasses + expectedReading(readBackHow, target) })
      await writePass(course, pass, from, ({ pass: number, offset }) => {
        checkpoint = checkpointOf(course, { pass: number, offset })
        how.onCheckpoint(checkpoint)
      })
    }
    if (readBackHow !== 'none') {
      places = placesOf(readBackHow, target, order.sampleSeed, rangesOf(found, target))
      await reading(course, places)
    }
    unchanged = samples ? await samples.unchanged() : null
  })

  if (ending.end === 'abandoned' && course.phase === 'writing') {
    const reached = { pass: course.pass, offset: course.standing.reached }
    if (await target.flush().then(() => true, () => false)) checkpoint = checkpointOf(course, reached)
  }
  await target.close().catch(() => {})
  const figures = figuresOf(course, { order, readBack: readBackHow, samplesBefore: (samples as { taken: number } | null)?.taken ?? 0, samplesUnchanged: unchanged })
  if (ending.end === 'not-the-same') return { ...ending, figures: null, checkpoint: null }
  return { ...ending, figures, checkpoint: ending.end === 'finished' ? null : checkpoint }
}

/** Reads back and compares with a pattern; writes nothing. Throws a `WipeProblem` if the medium cannot be opened. */
export async function check(order: CheckOrder, how: How): Promise<WipeOutcome> {
  const patternPasses = passesOf(order.pattern, order.seed)
  const target = await how.open(order.path, 'read')
  const course = courseOf(target, patternPasses, how, null)
  course.pass = course.passes.length
  const ending = await closing(course, async () => {
    await mustBeTheSame(order, target, how)
    await reading(course, placesOf(order.readBack, target, order.sampleSeed, order.also.map(({ lba, sectors }) => ({ offset: lba * target.sectorBytes, length: sectors * target.sectorBytes }))))
  })
  await target.close().catch(() => {})
  const figures = figuresOf(course, { order, readBack: order.readBack, samplesBefore: 0, samplesUnchanged: null })
  return { ...ending, figures: ending.end === 'not-the-same' ? null : figures, checkpoint: null }
}

function courseOf(target: Target, passes: readonly Pass[], how: How, from: Checkpoint | null): Course {
  const found = nothingFound(target.sectorBytes)
  for (const { what, lba, sectors } of from?.badRanges ?? []) found.bad.add(what, lba, sectors)
  return {
    target, passes, pass: 1, phase: 'examining', found,
    tally: { bytesWritten: from?.bytesWritten ?? 0, writeErrors: from?.writeErrors ?? 0, bytesRead: 0, resumes: from ? from.resumes + 1 : 0 },
    standing: { reached: 0 }, watch: new Watch(target), signal: how.signal, now: how.now, lanes: lanesOfMemory(),
    pace: new Pace({ tell: how.onProgress, now: how.now, passes: passes.length, badSectors: () => found.bad.sectors }),
  }
}

/** Runs to the end or to whatever stops it, and says which. */
async function closing(course: Course, run: () => Promise<void>): Promise<Pick<WipeOutcome, 'end' | 'reason' | 'phase' | 'pass' | 'reachedLba'>> {
  const where = () => ({ phase: course.phase, pass: course.pass, reachedLba: Math.floor(course.standing.reached / course.target.sectorBytes) })
  try {
    await run()
    course.pace.end()
    return { end: 'finished', reason: null, ...where() }
  } catch (error) {
    course.pace.end()
    if (error instanceof Stop) return { end: error.end, reason: error.reason, ...where() }
    return { end: 'failed', reason: error instanceof Error ? `${error.name}: ${error.message}` : 'unknown', ...where() }
  }
}

/**
 * Devices are renumbered when plugs move: what is held open must be what was meant, and is asked about while it is held. A drive that was
 * never known by a serial number, or that anything stands against, then or now, is not touched, whoever asks.
 */
async function mustBeTheSame({ path, identity }: { path: string; identity: KnownDrive | null }, target: Target, how: How): Promise<void> {
  if (identity === null) return
  if (target.bytes !== identity.bytes) throw new Stop('not-the-same', 'other-size')
  if (target.sectorBytes !== identity.logicalSector) throw new Stop('not-the-same', 'other-sector')
  // Of what is open the kernel says which insertion it is; the list knows it only by its path.
  if (target.insertion && identity.insertion !== null && target.insertion !== identity.insertion) throw new Stop('not-the-same', 'other-insertion')
  const now = await how.reread(path)
  const same = sameDrive(identity, now)
  if (same !== 'same') throw new Stop('not-the-same', same)
  const [hindrance] = [...identity.hindrances, ...now?.hindrances ?? []]
  if (hindrance !== undefined) throw new Stop('not-the-same', hindrance)
}

/** Where to go on: at the checkpoint, if what was written before it is really there, and otherwise where the pass began. */
async function trusted(course: Course, { pass: number, offset }: Checkpoint): Promise<{ pass: number; offset: number }> {
  const { target, passes, found, tally, pace } = course
  const pass = passes[number - 1]
  if (!pass || offset > target.bytes) return { pass: 1, offset: 0 }
  const start = Math.floor(Math.max(0, offset - LOOKED_AT_AGAIN) / target.sectorBytes) * target.sectorBytes
  course.pass = number
  pace.begin('examining', { pass: number, done: 0, total: offset - start, later: target.bytes - offset + target.bytes })
  const again = nothingFound(target.sectorBytes)
  await readBack(course, pass, [{ offset: start, length: offset - start }], again)
  tally.bytesRead = 0
  const news = again.bad.list().some(({ lba, sectors }) => Array.from({ length: sectors }, (_, n) => lba + n).some((sector) => !found.bad.has(sector)))
  return { pass: number, offset: news ? 0 : offset }
}

async function reading(course: Course, places: readonly Place[]): Promise<void> {
  course.phase = 'reading'
  const last = course.passes[course.passes.length - 1] ?? unreachable()
  course.pace.begin('reading', { pass: course.pass, done: 0, total: places.reduce((sum, { length }) => sum + length, 0), later: 0 })
  await readBack(course, last, places, course.found)
}

const placesOf = (readBackHow: 'full' | 'sample', { bytes, sectorBytes }: Target, seed: Uint8Array, also: readonly Place[]): Place[] =>
  readBackHow === 'full' ? [{ offset: 0, length: bytes }] : samplePlaces({ bytes, sectorBytes, seed, also })

const expectedReading = (readBackHow: 'full' | 'sample' | 'none', { bytes }: Target): number => ({ full: bytes, sample: bytes / 10, none: 0 })[readBackHow]

function unreachable(): never {
  throw new RangeError('a pattern has at least one pass')
}
