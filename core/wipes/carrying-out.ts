import type { OperationName } from '../contract.ts'
import { objectionsToFreeze } from '../incidents/freeze.ts'
import { calledOffBecause } from '../ledger/calling-off.ts'
import { record } from '../ledger/record.ts'
import type { Reading } from '../ledger/shelf.ts'
import type { Medium } from '../media/medium.ts'
import type { CoSigner } from '../people/exception.ts'
import type { Person } from '../people/person.ts'
import { personNamed } from '../people/use.ts'
import { refusal, refuseIfAny, type Objection } from '../refusal.ts'
import { SOFTWARE } from '../software.ts'
import { coSign } from '../vault/co-sign.ts'
import { signedIn } from '../vault/signed-in.ts'
import type { Instant } from '../time.ts'
import type { World } from '../world.ts'
import type { DisposalPlan, PlanId, PlanTarget } from './plan.ts'
import { planNamed, targetOf } from './planning.ts'
import { objectionsToMethod, objectionsToNotice, objectionsToWitness } from './rules.ts'
import type { Wipe, WipeId, Witness } from './wipe.ts'

/** The line of a plan that is to be carried out, and who sits there. */
export interface Line { plan: DisposalPlan; target: PlanTarget; operator: Person }

export function lineOf(world: World, reading: Reading, { planId, targetNo }: { planId: PlanId; targetNo: number }): Line {
  const plan = planNamed(reading, planId)
  return { plan, target: targetOf(plan, targetNo), operator: personNamed(reading, signedIn(world).personId) }
}

/** A line is carried out once; one that did not pass may be carried out again. */
export function refuseIfBegun({ target }: Line): void {
  if (target.state !== 'planned' && target.state !== 'failed') throw refusal('state-does-not-allow', '15②', null, { is: target.state, act: 'wipe' })
}

/** Before the first byte, whatever the method: plan and notice, witness, method, and a medium that is here. */
export function objectionsToLine({ plan, target }: Line, medium: Medium | null, witness: Witness | null, at: Instant): Objection[] {
  return [
    ...objectionsToNotice(plan, at), ...objectionsToWitness(plan, witness), ...objectionsToMethod(target, medium),
    ...(medium && (medium.state === '送付中' || medium.state === '返却済' || medium.state === '廃棄済' || medium.state === '紛失') ? [{ code: 'medium-not-in-store' as const, article: '11(5)' as const, rule: 'R-17' as const, facts: { no: medium.no, state: medium.state } }] : []),
  ]
}

/** for 最重要情報 and 重要情報 nobody destroys alone. */
export async function secondPerson(world: World, { plan, target, operator }: Line, second: CoSigner | null, operation: OperationName): Promise<void> {
  if (target.importanceClass === 'その他') return
  if (!second) throw refusal('second-person-missing', '15⑤', 'R-32', { act: 'wipe', importanceClass: target.importanceClass })
  await coSign(world, second, { operation, contractId: plan.contractId, act: 'wipe', article: '15⑤', rule: 'R-32', actor: operator })
}

/** The record of a wipe as it stands the moment it begins. */
export function wipeOf(world: World, { plan, target, operator }: Line, more: Partial<Wipe>): Wipe {
  return {
    id: world.newId() as WipeId, contractId: plan.contractId, planId: plan.id, targetNo: target.no, medium: target.medium, drive: null, method: target.method, pattern: null, readBack: 'none',
    operator: operator.id, witness: null, seedBlob: null, begunAt: world.now(), endedAt: null, checkpoint: null, run: null, destruction: null, remarks: '', result: null,
    verified: null, certificateNo: null, state: 'under way', software: SOFTWARE, files: null, command: null, external: null, itemsLeft: null, ...more,
  }
}

/** Begun is in the ledger before the first byte; `check` looks again at what may have changed since the rules were asked, and so does R-36: an incident may have begun while somebody typed. */
export function beginWipe(world: World, wipe: Wipe, check: (reading: Reading) => void, stands: () => void = () => {}): Promise<Wipe> {
  return record(world, (reading) => {
    check(reading)
    refuseIfAny(objectionsToFreeze('disposals.wipe', { planId: wipe.planId }, reading))
    return { entries: [{ type: 'wipe-begun', data: { wipe } }], stands, answer: () => wipe }
  })
}

/** What came of it, on top of what the ledger knows of this wipe by now. */
export function endWipe(world: World, { id }: Wipe, by: Pick<Wipe, 'result'> & Partial<Wipe>): Promise<Wipe> {
  return record(world, (reading) => {
    const begun = wipeNamed(reading, id)
    const because = by.result === '中止' ? calledOffBecause(world, id) : null
    const remarks = [begun.remarks, because].filter(Boolean).join('\n')
    return { entries: [{ type: 'wipe-ended', data: { wipe: { ...begun, endedAt: world.now(), state: 'to be verified', remarks, ...by } } }], answer: (after) => wipeNamed(after, id) }
  })
}

export function wipeNamed(reading: Reading, id: string): Wipe {
  const wipe = reading.get('wipe', id)
  if (!wipe) throw refusal('nothing-found', null, null, { what: 'wipe', id })
  return wipe
}
