import type * as z from 'zod'
import { activeContract, contractNamed } from '../contracts/use.ts'
import { look, record } from '../ledger/record.ts'
import type { EntryBody } from '../ledger/entry.ts'
import type { Reading } from '../ledger/shelf.ts'
import { personNamed } from '../people/use.ts'
import { refusal, refuseIfAny, type Objection } from '../refusal.ts'
import { dayOf } from '../time.ts'
import { signedIn } from '../vault/signed-in.ts'
import type { World } from '../world.ts'
import type { Medium } from '../media/medium.ts'
import { mediumNamed } from '../media/use.ts'
import type { ConfirmNotice, DisposalPlan, Method, PlanDisposal, PlanId, PlanTarget, RequestNotice, RequestWitness, WithdrawPlan } from './plan.ts'
import { objectionsToFacts, objectionsToMethod, objectionsToVerifier } from './rules.ts'
import { objectionsToItems } from './planned-items.ts'

/**
 * 計画 (Art. 15②): what will be erased or disposed of, on what, how many, how and when. Refuses a missing fact (R-27), a method below
 * the class (R-30), one person in both parts (R-32), media that are not in the register (R-17), and what another plan holds already.
 */
export async function planDisposal(world: World, order: z.output<typeof PlanDisposal>): Promise<DisposalPlan> {
  const id = world.newId() as PlanId
  const { personId } = signedIn(world)
  return record(world, (reading) => {
    const contract = activeContract(reading, order.contractId)
    const { plannedOn } = order
    refuseIfAny(objectionsToFacts(order))
    const targets = order.targets.map((target, i): PlanTarget => ({ ...target, no: i + 1, medium: target.kind === 'medium' ? target.medium : null, mediumWas: target.kind === 'medium' && target.medium !== null ? reading.get('medium', target.medium)?.state ?? null : null, itemIds: [...new Set(target.itemIds)], method: target.method as Method, state: 'planned' }))
    const verifier = personNamed(reading, order.verifier)
    refuseIfAny([...targets.flatMap((target) => [...objectionsToTarget(reading, target, targets), ...objectionsToItems(reading, order.contractId, target)]), ...objectionsToVerifier(personNamed(reading, order.operator).id, verifier.id, verifier.name)])
    if (plannedOn === null || plannedOn < dayOf(world.now())) throw refusal('plan-in-the-past', '15②', 'R-28', { day: plannedOn ?? '' })

    const plan: DisposalPlan = {
      ...order, id, targets, plannedOn, no: `D-${contract.shortNo}-${String((reading.get('series', `disposal:${contract.id}`)?.last ?? 0) + 1).padStart(3, '0')}`,
      decidedAt: world.now(), decidedBy: personId, docNo: null, submittedAt: null, confirmed: null, state: 'decided',
    }
    return { entries: [{ type: 'disposal-planned', data: { plan } }], answer: (after) => planNamed(after, id) }
  })
}

/** 届出の求め (Art. 15②): from now on nothing of this plan is erased before the notice is in (R-28). */
export const requestNotice = (world: World, { planId, ...noticeRequested }: z.output<typeof RequestNotice>): Promise<DisposalPlan> =>
  change(world, planId, () => ({ type: 'notice-requested', data: { planId, noticeRequested } }))

/** 立会いの求め (Art. 15③): from now on nothing of this plan is erased without a witness (R-29). */
export const requestWitness = (world: World, { planId, organisation, name }: z.output<typeof RequestWitness>): Promise<DisposalPlan> =>
  change(world, planId, () => ({ type: 'witness-requested', data: { planId, witness: { organisation, name } } }))

/** 提出: the issued notice (F-28) was handed in. */
export const submitNotice = (world: World, { planId }: { planId: PlanId }): Promise<DisposalPlan> => change(world, planId, (plan) => {
  if (plan.docNo === null) throw refusal('notice-not-issued', '15②', 'R-28', { no: plan.no })
  return { type: 'notice-submitted', data: { planId, at: world.now() } }
}, ['decided'])

/** 甲確認: the city has seen the notice; its number goes on the certificate. */
export const confirmNotice = (world: World, { planId, cityRef }: z.output<typeof ConfirmNotice>): Promise<DisposalPlan> =>
  change(world, planId, () => ({ type: 'notice-confirmed', data: { planId, cityRef, at: world.now() } }), ['submitted'])

/** 取りやめ: nothing of it has begun; what is wanted instead is planned anew. */
export const withdrawPlan = (world: World, { planId, reason }: z.output<typeof WithdrawPlan>): Promise<DisposalPlan> => change(world, planId, (plan) => {
  if (plan.targets.some(({ state }) => state !== 'planned')) throw refusal('state-does-not-allow', '15②', null, { is: 'under-way', act: 'withdraw' })
  return { type: 'disposal-withdrawn', data: { planId, reason } }
})

export const listPlans = (world: World, contractId: string): Promise<DisposalPlan[]> =>
  look(world, (reading) => reading.list('plan', contractNamed(reading, contractId).id).sort((a, b) => a.decidedAt - b.decidedAt))

export function planNamed(reading: Reading, id: string): DisposalPlan {
  const plan = reading.get('plan', id)
  if (!plan) throw refusal('nothing-found', null, null, { what: 'plan', id })
  return plan
}

export function targetOf(plan: DisposalPlan, no: number): PlanTarget {
  const target = plan.targets.find((one) => one.no === no)
  if (!target) throw refusal('nothing-found', null, null, { what: 'plan', id: `${plan.no}-${no}` })
  return target
}

function change(world: World, planId: PlanId, entry: (plan: DisposalPlan) => EntryBody, states: readonly DisposalPlan['state'][] = ['decided', 'submitted', 'confirmed']): Promise<DisposalPlan> {
  return record(world, (reading) => {
    const plan = planNamed(reading, planId)
    if (!states.includes(plan.state)) throw refusal('state-does-not-allow', '15②', null, { is: plan.state, act: 'change-plan' })
    return { entries: [entry(plan)], answer: (after) => planNamed(after, planId) }
  })
}

/** A plan changes what the register says of a medium, and must not say of one that is lost or out of the house that it is here. */
const AWAY: readonly Medium['state'][] = ['送付中', '持出中', '返却済', '廃棄済', '紛失']

function objectionsToTarget(reading: Reading, target: PlanTarget, all: readonly PlanTarget[]): Objection[] {
  if ((target.kind === 'files') !== (target.method === 'files') || (target.kind === 'vault') !== (target.method === 'vault') || (target.kind === 'paper' && target.method !== 'physical')) return [{ code: 'method-not-for-kind', article: '15②', rule: 'R-27', facts: { method: target.method, kind: target.kind } }]
  if (target.kind !== 'medium') return target.kind === 'files' && target.paths.length === 0 ? [{ code: 'plan-without-files', article: '15②', rule: 'R-27', facts: { information: target.information } }] : []
  if (target.medium === null) return [{ code: 'medium-not-chosen', article: '15②', rule: 'R-27', facts: { information: target.information } }]
  const medium = mediumNamed(reading, target.medium)
  const elsewhere = reading.list('plan').find((plan) => plan.state !== 'withdrawn' && plan.targets.some((other) => other.medium === medium.no && (other.state === 'planned' || other.state === 'under way')))
  const twice = all.filter((other) => other.medium === medium.no).length > 1
  return [
    ...(AWAY.includes(medium.state) ? [{ code: 'medium-not-in-store' as const, article: '11(5)' as const, rule: 'R-17' as const, facts: { no: medium.no, state: medium.state } }] : []),
    ...(elsewhere || twice ? [{ code: 'medium-planned-already' as const, article: '15②' as const, rule: null, facts: { no: medium.no, plan: elsewhere?.no ?? '' } }] : []),
    ...objectionsToMethod(target, medium),
  ]
}
