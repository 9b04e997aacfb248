import { contractNamed } from '../contracts/use.ts'
import { look, record } from '../ledger/record.ts'
import { underWay, whileUnderWay } from '../ledger/under-way.ts'
import type { Reading } from '../ledger/shelf.ts'
import type { Drive } from '../media/drive.ts'
import type { Medium } from '../media/medium.ts'
import { mediumNamed, noteUnregistered } from '../media/use.ts'
import type { Person } from '../people/person.ts'
import { personNamed } from '../people/use.ts'
import { refusal, refuseIfAny, type Objection } from '../refusal.ts'
import { SOFTWARE } from '../software.ts'
import { coSign } from '../vault/co-sign.ts'
import { signedIn } from '../vault/signed-in.ts'
import type { JobOptions } from '../wire/operation.ts'
import type { How, World } from '../world.ts'
import type { Pattern, WipeOutcome, WipeProgress } from './overwrite.ts'
import type { DisposalPlan, Method, PlanTarget } from './plan.ts'
import { planNamed, targetOf } from './planning.ts'
import { objectionsToDrive, objectionsToMethod, objectionsToNotice, objectionsToWitness, resultOf } from './rules.ts'
import type { RunWipe, Wipe, Wiped, WipeId } from './wipe.ts'

const NEVER = new AbortController().signal

/** What lies before whoever erases: the line of the plan, the medium of the register, and who sits there. */
interface Job { plan: DisposalPlan; target: PlanTarget; medium: Medium; operator: Person; pattern: Pattern; earlier: Wipe | null }

/**
 * 実施 (Art. 15): erases one medium of a plan and has it read back. Everything is looked at before the first byte — plan and notice
 * witness, method, register and serial, the second person where the class asks for one — and begun is
 * in the ledger before it. The figures decide about the result; called off, it is an outcome and its record says how far it came.
 */
export async function runWipe(world: World, order: RunWipe, { signal = NEVER, onProgress = () => {} }: JobOptions<WipeProgress> = {}): Promise<Wiped> {
  const job = await look(world, (reading) => jobOf(world, reading, order))
  const drive = await driveAt(world, order.drivePath)
  const objections = [...await objectionsToRun(world, job, order), ...objectionsToDrive(drive, job.medium, order.typedSerial)]
  await noteUnregistered(world, objections, '消去')
  refuseIfAny(objections)
  await secondPerson(world, job, order)
  const wipe = await begin(world, job, order, drive as Drive)
  return whileUnderWay(world, wipe.id, () => perform(world, wipe, { signal, onProgress }))
}

async function perform(world: World, wipe: Wipe, how: How<WipeProgress>): Promise<Wiped> {
  const seed = wipe.seedBlob === null ? null : await world.files.fetch(wipe.seedBlob)
  const run = await world.wiping.overwrite({ drive: wipe.drive as Drive, pattern: wipe.pattern as Pattern, readBack: wipe.readBack, seed, resume: wipe.checkpoint }, {
    ...how, onCheckpoint: (checkpoint) => record(world, () => ({ entries: [{ type: 'wipe-checkpoint', data: { wipeId: wipe.id, checkpoint } }], answer: () => undefined })),
  }).catch(brokeOff)
  return { outcome: run.end === 'abandoned' ? 'abandoned' : 'ended', wipe: await end(world, wipe, run) }
}

export const listWipes = (world: World, contractId: string): Promise<Wipe[]> =>
  look(world, (reading) => reading.list('wipe', contractNamed(reading, contractId).id).sort((a, b) => a.begunAt - b.begunAt))

export function wipeNamed(reading: Reading, id: string): Wipe {
  const wipe = reading.get('wipe', id)
  if (!wipe) throw refusal('nothing-found', null, null, { what: 'wipe', id })
  return wipe
}

/** The drive as it is now, or null: a path alone is never believed. */
export async function driveAt(world: World, path: string): Promise<Drive | null> {
  return (await world.drives.list()).find((drive) => drive.path === path) ?? null
}

function jobOf(world: World, reading: Reading, { planId, targetNo, resume }: RunWipe): Job {
  const plan = planNamed(reading, planId)
  const target = targetOf(plan, targetNo)
  const pattern = patterns[target.method]
  if (target.kind !== 'medium' || target.medium === null || !pattern) throw refusal('not-by-overwriting', '15②', null, { method: target.method })
  const earlier = resume === null ? null : wipeNamed(reading, resume)
  if (earlier ? earlier.state !== 'under way' || earlier.planId !== plan.id || earlier.targetNo !== target.no || underWay(world).has(earlier.id) : target.state !== 'planned' && target.state !== 'failed') {
    throw refusal('state-does-not-allow', '15②', null, { is: earlier?.state ?? target.state, act: 'wipe' })
  }
  return { plan, target, medium: mediumNamed(reading, target.medium), operator: personNamed(reading, signedIn(world).personId), pattern, earlier }
}

const patterns: Partial<Record<Method, Pattern>> = { 'overwrite-tile': 'tile', 'overwrite-zero': 'zero', 'overwrite-complement': 'complement' }

async function objectionsToRun(world: World, { plan, target, medium, earlier }: Job, { witness, drivePath }: RunWipe): Promise<Objection[]> {
  const busy = await look(world, (reading) => reading.list('wipe').some((wipe) => wipe.state === 'under way' && wipe.drive?.path === drivePath && underWay(world).has(wipe.id)))
  return [
    ...objectionsToNotice(plan, world.now()), ...objectionsToWitness(plan, witness), ...objectionsToMethod(target, medium),
    ...(busy ? [{ code: 'drive-not-wipeable' as const, article: '15①' as const, rule: null, facts: { path: drivePath, hindrance: 'held' as const } }] : []),
    ...(medium.state === '送付中' || medium.state === '返却済' || medium.state === '廃棄済' || medium.state === '紛失' ? [{ code: 'medium-not-in-store' as const, article: '11(5)' as const, rule: 'R-17' as const, facts: { no: medium.no, state: medium.state } }] : []),
    ...(earlier && earlier.medium !== medium.no ? [{ code: 'drive-of-other-serial' as const, article: '11(5)' as const, rule: 'R-17' as const, facts: { no: medium.no, serial: medium.serial, found: '' } }] : []),
  ]
}

/** For 最重要情報 and 重要情報 nobody destroys alone. */
async function secondPerson(world: World, { target, operator }: Job, { second }: RunWipe): Promise<void> {
  if (target.importanceClass === 'その他') return
  if (!second) throw refusal('second-person-missing', '15⑤', 'R-32', { act: 'wipe', importanceClass: target.importanceClass })
  await coSign(world, second, { operation: 'disposals.wipe', act: 'wipe', article: '15⑤', rule: 'R-32', actor: operator })
}

async function begin(world: World, { plan, target, medium, operator, pattern, earlier }: Job, order: RunWipe, drive: Drive): Promise<Wipe> {
  if (earlier) return record(world, () => ({ entries: [{ type: 'wipe-resumed', data: { wipeId: earlier.id, drive, at: world.now() } }], answer: (after) => wipeNamed(after, earlier.id) }))
  const seed = pattern === 'tile' ? (await world.files.keep('seed', world.wiping.freshSeed())).blob : null
  const wipe: Wipe = {
    id: world.newId() as WipeId, contractId: plan.contractId, planId: plan.id, targetNo: target.no, medium: medium.no, drive, method: target.method, pattern, readBack: order.readBack,
    operator: operator.id, witness: order.witness, seedBlob: seed, begunAt: world.now(), endedAt: null, checkpoint: null, run: null, destruction: null, remarks: '', result: null,
    verified: null, certificateNo: null, state: 'under way', software: SOFTWARE,
  }
  return record(world, (reading) => {
    jobOf(world, reading, order)
    return { entries: [{ type: 'wipe-begun', data: { wipe } }], answer: () => wipe }
  })
}

async function end(world: World, wipe: Wipe, run: WipeOutcome): Promise<Wipe> {
  return record(world, (reading) => {
    const ended: Wipe = { ...wipeNamed(reading, wipe.id), endedAt: world.now(), run, result: resultOf(run), state: 'to be verified' }
    return { entries: [{ type: 'wipe-ended', data: { wipe: ended } }], answer: (after) => wipeNamed(after, wipe.id) }
  })
}

/** Whatever the engine died of: what it had done stands in the last checkpoint, and nobody calls it finished. */
export function brokeOff(error: unknown): WipeOutcome {
  return { end: 'failed', reason: error instanceof Error ? error.message.slice(0, 200) : 'unknown', phase: 'writing', pass: 1, reachedLba: null, figures: null, checkpoint: null }
}
