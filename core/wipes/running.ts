import { contractNamed } from '../contracts/use.ts'
import { objectionsToFreeze } from '../incidents/freeze.ts'
import { whileCallable } from '../ledger/calling-off.ts'
import { look, record } from '../ledger/record.ts'
import { underWay, whileUnderWay } from '../ledger/under-way.ts'
import type { Reading } from '../ledger/shelf.ts'
import type { Drive } from '../media/drive.ts'
import type { Medium } from '../media/medium.ts'
import { mediumNamed, noteUnregistered } from '../media/use.ts'
import { personNamed } from '../people/use.ts'
import { refusal, refuseIfAny, type Objection } from '../refusal.ts'
import type { JobOptions } from '../wire/operation.ts'
import type { How, World } from '../world.ts'
import { askLast } from './asking-last.ts'
import { beginWipe, endWipe, lineOf, type Line, objectionsToLine, refuseIfBegun, secondPerson, wipeNamed, wipeOf } from './carrying-out.ts'
import type { Pattern, WipeOutcome, WipeProgress } from './overwrite.ts'
import type { Method } from './plan.ts'
import { objectionsToDrive, objectionsToOtherDrive, objectionsToTyped, resultOfRun } from './rules.ts'
import type { RunWipe, Wipe, Wiped } from './wipe.ts'

const NEVER = new AbortController().signal

/** What lies before whoever erases: the line of the plan, the medium of the register, and what an earlier run left. */
interface Job extends Line { medium: Medium; pattern: Pattern; earlier: Wipe | null }

/**
 * 実施 (Art. 15): erases one medium of a plan and has it read back. Everything is looked at before the first byte — plan and notice
 * witness, method, register and serial, the second person where the class asks for one; whoever sits
 * there is asked last, and types what stands on the label — and begun is
 * in the ledger before it. The figures decide about the result; called off, it is an outcome and its record says how far it came.
 */
export async function runWipe(world: World, order: RunWipe, { signal = NEVER, onProgress = () => {} }: JobOptions<WipeProgress> = {}): Promise<Wiped> {
  const job = await look(world, (reading) => jobOf(world, reading, order))
  if (job.earlier) refuseIfUnderWay(world, job.earlier)
  const drive = await driveAt(world, order.drivePath)
  const objections = [...await objectionsToRun(world, job, order), ...objectionsToDrive(drive, job.medium), ...objectionsToTyped(order.typedSerial, job.medium), ...job.earlier ? objectionsToOtherDrive(job.earlier.drive, drive, job.medium.no) : []]
  await noteUnregistered(world, objections, '消去')
  refuseIfAny(objections)
  const run = async (): Promise<Wiped> => {
    const asked = await askLast(world, { act: 'wipe', medium: job.medium, drive: drive as Drive, typed: order.typedSerial }, signal)
    if (!asked) return { outcome: 'not confirmed', wipe: null }
    if (job.earlier) refuseIfAny(objectionsToOtherDrive(job.earlier.drive, asked, job.medium.no))
    await secondPerson(world, job, order.second, 'disposals.wipe')
    const wipe = await begin(world, job, order, asked)
    return whileCallable(world, wipe.id, signal, (either) => perform(world, wipe, { signal: either, onProgress }))
  }
  if (!job.earlier) return run()
  // Claimed before anything is waited for, or the same wipe would be gone on with twice.
  refuseIfUnderWay(world, job.earlier)
  return whileUnderWay(world, job.earlier.id, run)
}

function refuseIfUnderWay(world: World, { id }: Wipe): void {
  if (underWay(world).has(id)) throw refusal('state-does-not-allow', '15②', null, { is: 'under-way', act: 'wipe' })
}

async function perform(world: World, wipe: Wipe, how: How<WipeProgress>): Promise<Wiped> {
  const seed = wipe.seedBlob === null ? null : await world.files.fetch(wipe.seedBlob)
  const run = await world.wiping.overwrite({ drive: wipe.drive as Drive, pattern: wipe.pattern as Pattern, readBack: wipe.readBack, seed, resume: wipe.checkpoint }, {
    ...how, onCheckpoint: (checkpoint) => record(world, () => ({ entries: [{ type: 'wipe-checkpoint', data: { wipeId: wipe.id, checkpoint } }], answer: () => undefined })),
  }).catch(brokeOff)
  if (hasNotBegun(wipe, run)) return neverBegun(world, wipe, run)
  return { outcome: run.end === 'abandoned' ? 'abandoned' : 'ended', wipe: await endWipe(world, wipe, { run, result: resultOfRun(wipe, run) }) }
}

/** The engine came as far as opening the drive, and no further: there is nothing to verify, and the line of the plan waits as before. */
const hasNotBegun = ({ checkpoint }: Wipe, { end, reason, figures }: WipeOutcome): boolean =>
  checkpoint === null && figures === null && (end === 'not-the-same' || (end === 'failed' && reason !== null && /^(target-|not-on-this-platform)/.test(reason)))

async function neverBegun(world: World, wipe: Wipe, { end, reason }: WipeOutcome): Promise<never> {
  const why = end === 'not-the-same' ? end : reason ?? end
  await record(world, () => ({ entries: [{ type: 'wipe-not-begun', data: { wipeId: wipe.id, at: world.now(), reason: why } }], answer: () => undefined }))
  throw refusal('wipe-not-begun', '15①', null, { no: wipe.medium ?? '', reason: why })
}

export const listWipes = (world: World, contractId: string): Promise<Wipe[]> =>
  look(world, (reading) => reading.list('wipe', contractNamed(reading, contractId).id).sort((a, b) => a.begunAt - b.begunAt))

/** The drive as it is now, or null: a path alone is never believed. */
export async function driveAt(world: World, path: string): Promise<Drive | null> {
  return (await world.drives.list()).find((drive) => drive.path === path) ?? null
}

function jobOf(world: World, reading: Reading, order: RunWipe): Job {
  const line = lineOf(world, reading, order)
  const { plan, target } = line
  const pattern = patterns[target.method]
  if (target.kind !== 'medium' || target.medium === null || !pattern) throw refusal('not-by-overwriting', '15②', null, { method: target.method })
  const earlier = order.resume === null ? null : wipeNamed(reading, order.resume)
  if (!earlier) refuseIfBegun(line)
  else if (earlier.state !== 'under way' || earlier.planId !== plan.id || earlier.targetNo !== target.no) {
    throw refusal('state-does-not-allow', '15②', null, { is: earlier.state, act: 'wipe' })
  }
  // The record names one operator, and whoever carried on could otherwise verify what they did themselves.
  else if (earlier.operator !== line.operator.id) throw refusal('begun-by-another', '15⑤', 'R-32', { operator: personNamed(reading, earlier.operator).name })
  return { ...line, medium: mediumNamed(reading, target.medium), pattern, earlier }
}

const patterns: Partial<Record<Method, Pattern>> = { 'overwrite-tile': 'tile', 'overwrite-zero': 'zero', 'overwrite-complement': 'complement' }

async function objectionsToRun(world: World, job: Job, { witness, drivePath }: RunWipe): Promise<Objection[]> {
  const { medium, earlier } = job
  return [
    ...objectionsToLine(job, medium, witness, world.now()), ...await objectionsToBusy(world, drivePath),
    ...(earlier && earlier.medium !== medium.no ? [{ code: 'drive-of-other-serial' as const, article: '11(5)' as const, rule: 'R-17' as const, facts: { no: medium.no, serial: medium.serial, found: '' } }] : []),
  ]
}

/** One drive, one run at a time. */
export async function objectionsToBusy(world: World, drivePath: string): Promise<Objection[]> {
  const busy = await look(world, (reading) => reading.list('wipe').some((wipe) => wipe.state === 'under way' && wipe.drive?.path === drivePath && underWay(world).has(wipe.id)))
  return busy ? [{ code: 'drive-not-wipeable', article: '15①', rule: null, facts: { path: drivePath, hindrance: 'held' } }] : []
}

async function begin(world: World, job: Job, order: RunWipe, drive: Drive): Promise<Wipe> {
  const { earlier, pattern, medium } = job
  // What was asked for meanwhile (a notice, a witness) counts from the first byte.
  const lookAgain = (reading: Reading): void => {
    const now = jobOf(world, reading, order)
    refuseIfAny(objectionsToLine(now, now.medium, order.witness, world.now()))
  }
  if (earlier) {
    return record(world, (reading) => {
      lookAgain(reading)
      refuseIfAny(objectionsToFreeze('disposals.wipe', { planId: earlier.planId }, reading))
      return { entries: [{ type: 'wipe-resumed', data: { wipeId: earlier.id, drive, at: world.now() } }], answer: (after) => wipeNamed(after, earlier.id) }
    })
  }
  const seedBlob = pattern === 'tile' ? (await world.files.keep('seed', world.wiping.freshSeed())).blob : null
  return beginWipe(world, wipeOf(world, job, { medium: medium.no, drive, pattern, readBack: order.readBack, witness: order.witness, seedBlob }), lookAgain)
}

/** Whatever the engine died of: what it had done stands in the last checkpoint, and nobody calls it finished. */
export function brokeOff(error: unknown): WipeOutcome {
  return { end: 'failed', reason: error instanceof Error ? error.message.slice(0, 200) : 'unknown', phase: 'writing', pass: 1, reachedLba: null, figures: null, checkpoint: null }
}
