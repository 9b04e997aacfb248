import { Wipe } from '../../wipes/wipe.ts'
import { DisposalPlan } from '../../wipes/plan.ts'
import type { Kept, Shelf } from '../shelf.ts'
import { endItem, leftVault } from './settlement.ts'
import { change, changePlan, count, nothing } from './change.ts'
import type { Projectors } from './projectors.ts'

/** What is erased and destroyed (Art. 15). */
export const wipes = {
  'disposal-planned': ({ plan }, shelf) => {
    shelf.put('plan', plan.id, DisposalPlan.parse(plan), plan.contractId)
    count(shelf, `disposal:${plan.contractId}`)
    for (const { medium, end } of plan.targets) if (medium) change(shelf, 'medium', medium, (m) => ({ ...m, state: end === '廃棄' ? '廃棄予定' : '消去予定' }))
  },
  'notice-requested': ({ planId, noticeRequested }, shelf) => void changePlan(shelf, planId, (p) => ({ ...p, noticeRequested })),
  'witness-requested': ({ planId, witness }, shelf) => void changePlan(shelf, planId, (p) => ({ ...p, witnessRequested: witness })),
  'notice-submitted': ({ planId, at }, shelf) => void changePlan(shelf, planId, (p) => ({ ...p, submittedAt: at, state: 'submitted' })),
  'notice-confirmed': ({ planId, cityRef, at }, shelf) => void changePlan(shelf, planId, (p) => ({ ...p, confirmed: { cityRef, at }, state: 'confirmed' })),
  'disposal-withdrawn': ({ planId }, shelf) => {
    const plan = changePlan(shelf, planId, (p) => ({ ...p, state: 'withdrawn' }))
    for (const { medium, mediumWas } of plan.targets) if (medium) change(shelf, 'medium', medium, (m) => (m.state === '消去予定' || m.state === '廃棄予定' ? { ...m, state: mediumWas ?? '保管' } : m))
  },
  'wipe-begun': ({ wipe }, shelf, { at }) => {
    putWipe(shelf, wipe, 'under way')
    shelf.put('question', wipe.id, { id: wipe.id, kind: 'wiping', subject: wipe.medium ?? shelf.get('plan', wipe.planId)?.no ?? '', at })
  },
  'wipe-checkpoint': ({ wipeId, checkpoint }, shelf) => void change(shelf, 'wipe', wipeId, (w) => ({ ...w, checkpoint }), (w) => w.contractId),
  'wipe-resumed': ({ wipeId, drive }, shelf) => void change(shelf, 'wipe', wipeId, (w) => ({ ...w, drive }), (w) => w.contractId),
  'wipe-ended': ({ wipe }, shelf) => {
    shelf.drop('question', wipe.id)
    putWipe(shelf, wipe, 'to be verified')
    for (const id of outOfVault(shelf, wipe)) leftVault(shelf, id)
  },
  'wipe-abandoned': ({ wipeId, at }, shelf) => {
    shelf.drop('question', wipeId)
    const wipe = shelf.get('wipe', wipeId)
    if (wipe) putWipe(shelf, { ...wipe, endedAt: at, result: '中止', state: 'to be verified' }, 'to be verified')
  },
  'seed-handed-out': nothing,
  'wipe-not-begun': ({ wipeId }, shelf) => {
    shelf.drop('question', wipeId)
    const wipe = shelf.get('wipe', wipeId)
    if (!wipe) return
    putWipe(shelf, wipe, 'planned')
    shelf.drop('wipe', wipeId)
  },
  'wipe-verified': ({ wipeId, result, verified }, shelf) => {
    const wipe = shelf.get('wipe', wipeId)
    if (!wipe) throw new Error(`the ledger speaks of a wipe that is not there: ${wipeId}`)
    putWipe(shelf, { ...wipe, result, verified, state: 'verified' }, isDone(wipe, result) ? 'done' : 'failed')
    endItems(shelf, wipe, result, verified.at)
    if ((result === '合格' || (wipe.destruction && result === '例外')) && wipe.medium) change(shelf, 'medium', wipe.medium, (m) => (isGone(m) ? m : { ...m, state: wipe.destruction ? '廃棄済' : '消去済' }))
  },
  'destruction-recorded': ({ wipe }, shelf) => putWipe(shelf, wipe, 'to be verified'),
  'external-wipe-recorded': ({ wipe }, shelf) => putWipe(shelf, wipe, 'to be verified'),
} satisfies Projectors

/** Lost, or back with the city: whatever is verified afterwards, it is not here. */
const isGone = ({ state }: Kept['medium']): boolean => state === '紛失' || state === '返却済'

/** Passed; or there is nothing left to be done again: the vault holds nothing of it, or the medium is no more and only its photographs are missing. */
const isDone = ({ itemsLeft, destruction }: Kept['wipe'], result: Kept['wipe']['result']): boolean => result === '合格' || itemsLeft?.length === 0 || (destruction !== null && result === '例外')

/** What a wipe of the vault took out of it. */
function outOfVault(shelf: Shelf, { planId, targetNo, itemsLeft }: Kept['wipe']): string[] {
  if (!itemsLeft) return []
  const left = new Set<string>(itemsLeft)
  return (shelf.get('plan', planId)?.targets.find(({ no }) => no === targetNo)?.itemIds ?? []).filter((id) => !left.has(id))
}

/** Art. 15①: an erasure in the vault ends its items; a destruction those that were on paper, or that had come on just this medium. */
function endItems(shelf: Shelf, wipe: Kept['wipe'], result: NonNullable<Kept['wipe']['result']>, at: Kept['wipe']['begunAt']): void {
  for (const id of outOfVault(shelf, wipe)) endItem(shelf, id, { how: 'erased', at, ref: wipe.id })
  if (!wipe.destruction || (result !== '合格' && result !== '例外')) return
  const target = shelf.get('plan', wipe.planId)?.targets.find(({ no }) => no === wipe.targetNo)
  for (const id of target?.itemIds ?? []) {
    const item = shelf.get('item', id)
    const wasIt = target?.kind === 'paper' ? item?.form === '紙' : item?.form === '電磁的記録媒体' && shelf.get('handover', item.handoverId)?.medium === target?.medium
    if (wasIt) endItem(shelf, id, { how: 'disposed', at, ref: wipe.id })
  }
}

/** A wipe, and with it the line of the plan that it carries out; a plan all of whose lines are done is done. */
function putWipe(shelf: Shelf, written: Kept['wipe'], state: Kept['plan']['targets'][number]['state']): void {
  // Read as it is read today: older entries do not know of files, commands and other programs.
  const wipe = Wipe.parse(written)
  shelf.put('wipe', wipe.id, wipe, wipe.contractId)
  changePlan(shelf, wipe.planId, (plan) => {
    const targets = plan.targets.map((target) => (target.no === wipe.targetNo ? { ...target, state } : target))
    return { ...plan, targets, state: targets.every((target) => target.state === 'done') ? 'done' : plan.state }
  })
}
