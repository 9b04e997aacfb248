import { standingCancellations, stoppedFrom } from '../../cancellation/rules.ts'
import type { ContractOfWork } from '../../contracts/contract-of-work.ts'
import type { Reading } from '../../ledger/shelf.ts'
import { balanceOf } from '../../settlement/balance.ts'
import { dayOf, type Instant, instantOf } from '../../time.ts'
import type { Card } from '../home.ts'
import { card, isContractor } from './card.ts'

/** Art. 19 and 15①: what is still to be returned or disposed of under a contract that was cancelled, and until when. */
export function ofCancellations(reading: Reading, now: Instant): Card[] {
  if (!isContractor(reading)) return []
  return reading.list('contract').filter(({ state }) => state === 'active').flatMap((contract) => ofOne(reading, contract, now))
}

function ofOne(reading: Reading, { id, contractNo }: ContractOfWork, now: Instant): Card[] {
  const standing = standingCancellations(reading, id)
  // All of it before a part of it: that is what the contract comes to.
  const one = standing.find(({ scope }) => scope.of === 'whole') ?? standing[0]
  if (!one) return []
  const inForce = stoppedFrom(one) <= now
  const dueAt = one.settleBy === null ? null : instantOf(`${one.settleBy}T00:00:00+09:00`)
  const late = one.settleBy !== null && one.settleBy < dayOf(now)
  const of = (kind: Card['kind'], code: string, count: number): Card =>
    card(kind, `${code}${one.settleBy === null ? '' : '-by'}`, '19①', id, contractNo, 'settlement', inForce ? dueAt : instantOf(`${one.effectiveOn}T00:00:00+09:00`), { count, effectiveOn: one.effectiveOn, settleBy: one.settleBy ?? '' })
  const { openCount } = balanceOf(reading, id)
  if (!inForce) return [{ ...of('asked', 'cancellation-ahead', openCount), code: 'cancellation-ahead' }]
  if (one.scope.of === 'part') return [of(late ? 'overdue' : 'asked', 'cancelled-part', openCount)]
  return openCount === 0 ? [{ ...of('todo', 'cancelled-to-close', 0), code: 'cancelled-to-close' }] : [of(late ? 'overdue' : 'asked', 'cancelled-to-settle', openCount)]
}
