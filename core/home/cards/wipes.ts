import { freezesOn } from '../../incidents/freeze.ts'
import type { Reading } from '../../ledger/shelf.ts'
import { dayOf, type Instant } from '../../time.ts'
import type { Wipe } from '../../wipes/wipe.ts'
import type { Card } from '../home.ts'
import { card } from './card.ts'

/** Art. 15②: a plan whose notice was asked for, and one whose day has come. */
export function ofPlans(reading: Reading, now: Instant): Card[] {
  return reading.open('plan').flatMap((plan) => {
    if (plan.state === 'done' || plan.state === 'withdrawn') return []
    const due = plan.noticeRequested?.dueOn
    if (plan.noticeRequested && plan.submittedAt === null) return [card(due && due < dayOf(now) ? 'overdue' : 'todo', 'notice-to-submit', '15②', plan.id, plan.no, 'disposals', plan.noticeRequested.at, { dueOn: due ?? null })]
    return plan.targets.some(({ state }) => state === 'planned' || state === 'failed')
      ? [card(plan.plannedOn < dayOf(now) ? 'overdue' : 'todo', 'disposal-due', '15②', plan.id, plan.no, 'disposals', plan.decidedAt, { plannedOn: plan.plannedOn })] : []
  })
}

/** one that runs while evidence of its contract is kept is for somebody to weigh and stop; the way there is its incident. */
function ofRunning(reading: Reading, { id, contractId, begunAt }: Wipe, subject: string): Card {
  const [freeze] = freezesOn(reading, contractId)
  if (!freeze) return card('out', 'wipe-under-way', '15⑤', id, subject, 'disposals', begunAt)
  return card('overdue', 'wipe-runs-on', '18①', freeze.id, subject, freeze.what === 'incident' ? 'incidents' : 'freezes', begunAt, { no: freeze.no })
}

/** Art. 15⑤: an erasure that waits for the other person, and one that passed and has no certificate yet. */
export function ofWipes(reading: Reading, ours: ReadonlySet<string>): Card[] {
  return reading.open('wipe').flatMap((wipe) => {
    const subject = wipe.medium ?? reading.get('plan', wipe.planId)?.no ?? ''
    if (wipe.state === 'under way') return ours.has(wipe.id) ? [ofRunning(reading, wipe, subject)] : []
    if (wipe.state === 'to be verified') return [card('approval', 'wipe-to-verify', '15⑤', wipe.id, subject, 'disposals', wipe.endedAt, { result: wipe.result }, wipe.operator)]
    return wipe.state === 'verified' && wipe.result === '合格' ? [card('todo', 'certificate-due', '15⑤', wipe.id, subject, 'disposals', wipe.endedAt)] : []
  })
}
