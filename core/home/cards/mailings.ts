import { keysToTell } from '../../mailings/use.ts'
import type { Reading } from '../../ledger/shelf.ts'
import { DAY, type Instant } from '../../time.ts'
import type { Card } from '../home.ts'
import { card } from './card.ts'

/** How long a parcel may be under way before someone asks. */
const EXPECTED_ON_THE_WAY = 2 * DAY

export function ofMailings(reading: Reading, now: Instant): Card[] {
  return reading.list('mailing').flatMap((m) => {
    switch (m.state) {
      case 'drafted': return [card('approval', 'shinten-awaited', '11(4)', m.id, m.no, 'mailings', m.packedAt)]
      case 'checked': return [card('todo', 'dispatch-awaited', '11(4)', m.id, m.no, 'mailings', m.packedAt)]
      case 'dispatched': return [overTheWay(m.dispatchedAt ?? now, now)
        ? card('overdue', 'parcel-not-arrived', '11(4)', m.id, m.no, 'mailings', m.dispatchedAt, { carrier: m.carrier, trackingNo: m.trackingNo })
        : card('out', 'parcel-under-way', '11(4)', m.id, m.no, 'mailings', m.dispatchedAt, { carrier: m.carrier, trackingNo: m.trackingNo })]
      case 'arrived': return m.keyTold === null && keysToTell(reading, m.packages) > 0 ? [card('todo', 'key-to-tell', '11(3)', m.id, m.no, 'mailings', m.arrivedAt)] : []
      case 'returned': case 'withdrawn': return []
    }
  })
}

const overTheWay = (since: Instant, now: Instant) => now - since > EXPECTED_ON_THE_WAY
