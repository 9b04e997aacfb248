import { templateOf, templates } from '../../forms/templates.ts'
import type { Reading } from '../../ledger/shelf.ts'
import { dayOf, type Instant } from '../../time.ts'
import type { Card } from '../home.ts'
import { card } from './card.ts'

/** 求めあり (Art. 5, 6, 16②): what the city asked for and has not got yet; overdue from the day after its deadline. */
export function ofRequests(reading: Reading, now: Instant): Card[] {
  return reading.list('request').filter(({ submitted, withdrawn }) => submitted === null && withdrawn === null).map(({ id, contractId, form, dueOn, requestedAt, requestedBy }) => {
    const template = templates.has(form) ? templateOf(form) : null
    // how information is handled is answered at once, whatever day was named.
    if (form === 'F-33') return card('overdue', 'status-asked', '16②', id, reading.get('contract', contractId)?.contractNo ?? '', 'requests', requestedAt, { dueOn, requestedBy })
    return card(dueOn !== null && dueOn < dayOf(now) ? 'overdue' : 'asked', 'filing-asked', template?.article ?? '11', id, template?.title ?? form, 'requests', requestedAt, { dueOn, requestedBy })
  })
}
