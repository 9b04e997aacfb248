import type { Reading } from '../../ledger/shelf.ts'
import { DAY, dayOf, type Instant } from '../../time.ts'
import type { Card } from '../home.ts'
import { card, isContractor } from './card.ts'

/** So long before its end one begins to settle a contract. */
const AHEAD = 14 * DAY

/** Art. 15①: a contract whose work is about to end, or has ended, and that is not closed. */
export function ofSettlements(reading: Reading, now: Instant): Card[] {
  if (!isContractor(reading)) return []
  return reading.list('contract').filter(({ state, periodTo }) => state === 'active' && periodTo <= dayOf((now + AHEAD) as Instant))
    .map(({ id, contractNo, periodTo }) => card(periodTo < dayOf(now) ? 'overdue' : 'todo', 'settlement-due', '15①', id, contractNo, 'settlement', null, { periodTo }))
}
