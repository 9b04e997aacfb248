import { keysToTell } from '../../mailings/use.ts'
import type { Mailing } from '../../mailings/mailing.ts'
import type { Reading } from '../../ledger/shelf.ts'
import { DAY, type Instant } from '../../time.ts'
import type { Card } from '../home.ts'
import { card } from './card.ts'
import { isTold } from './incidents.ts'

/** How long a parcel of an older desk may be under way before someone asks. */
const ONCE_EXPECTED = 2 * DAY
/** From here on a returned parcel is in the hands of `media.bringBack`, and one that arrived of the city. */
const AWAY: readonly Mailing['state'][] = ['returned', 'received']

/** What waits on the way of a parcel: whoever confirms, dispatches, watches, tells the key, asks the city, or has the medium back. */
export function ofMailings(reading: Reading, now: Instant): Card[] {
  return reading.open('mailing').flatMap((m) => [...ofWay(reading, m, now), ...ofKey(reading, m), ...ofMedium(reading, m)])
}

function ofWay(reading: Reading, m: Mailing, now: Instant): Card[] {
  const way = { carrier: m.carrier, trackingNo: m.trackingNo }
  switch (m.state) {
    case 'drafted': return [card('approval', 'shinten-awaited', '11(4)', m.id, m.no, 'mailings', m.packedAt, {}, m.packedBy)]
    case 'checked': return [card('todo', 'dispatch-awaited', '11(4)', m.id, m.no, 'mailings', m.packedAt)]
    case 'dispatched': return [isOverdue(m, now) ? card('overdue', 'parcel-not-arrived', '11(4)', m.id, m.no, 'mailings', m.expectedBy ?? m.dispatchedAt, way) : card('out', 'parcel-under-way', '11(4)', m.id, m.no, 'mailings', m.dispatchedAt, way)]
    case 'inquired': return [card('overdue', 'parcel-inquired', '11(4)', m.id, m.no, 'mailings', m.inquiries.at(-1)?.at ?? m.dispatchedAt, { asked: m.inquiries.at(-1)?.asked ?? '' })]
    case 'missing': return isTold(reading, m.contractId, m.id) ? [] : [card('overdue', 'parcel-missing', '18①', m.id, m.no, 'mailings', m.missing?.at ?? null, way)]
    case 'arrived': return [card('todo', 'city-receipt-awaited', '11(4)', m.id, m.no, 'mailings', m.arrivedAt, { to: m.arrivedTo })]
    case 'received': case 'returned': case 'withdrawn': return []
  }
}

/** the key is told when the parcel has left, and not before it arrived if one can wait. */
function ofKey(reading: Reading, m: Mailing): Card[] {
  const open = m.keyTold === null && (m.state === 'arrived' || m.state === 'received') && keysToTell(reading, m.packages) > 0
  return open ? [card('todo', 'key-to-tell', '11(3)', m.id, m.no, 'mailings', m.arrivedAt)] : []
}

/** Art. 11(5): a medium that came back undelivered is locked away; one of ours that the city has is expected back. */
function ofMedium(reading: Reading, m: Mailing): Card[] {
  const medium = m.medium === null ? undefined : reading.get('medium', m.medium)
  if (!medium || medium.state !== '送付中' || m.mediumBack !== null || !AWAY.includes(m.state)) return []
  if (m.state === 'returned') return [card('todo', 'returned-medium-to-store', '11(5)', m.id, m.no, 'mailings', m.returnedAt, { medium: medium.no })]
  return medium.owner === '乙' ? [card('out', 'medium-with-city', '11(5)', m.id, m.no, 'mailings', m.cityReceipt?.at ?? null, { medium: medium.no })] : []
}

/** 未着: it should be there and nobody has said so. */
export const isOverdue = (m: Mailing, now: Instant): boolean => m.state === 'dispatched' && now >= (m.expectedBy ?? (m.dispatchedAt ?? now) + ONCE_EXPECTED)
