import type { Reading } from '../../ledger/shelf.ts'
import type { Card } from '../home.ts'
import { card } from './card.ts'

/** Art. 11(6): a fax is watched until somebody there has counted its pages. */
export function ofFaxes(reading: Reading): Card[] {
  return reading.list('fax').flatMap((f): Card[] => {
    const subject = `${f.no} ${f.recipient.organisation}`
    switch (f.state) {
      case 'requested': return [card('approval', 'fax-to-approve', '11(6)', f.id, subject, 'faxes', f.requestedAt, {}, f.requestedBy)]
      case 'approved': return [card('todo', 'fax-to-send', '11(6)', f.id, subject, 'faxes', f.approved?.at ?? null)]
      case 'sent': return [card('todo', 'fax-to-confirm', '11(6)', f.id, subject, 'faxes', f.sent?.at ?? null)]
      case 'differs': return [card('overdue', 'fax-pages-differ', '11(6)', f.id, subject, 'faxes', f.sent?.at ?? null, { sent: f.sent?.pages ?? 0, arrived: f.arrival?.pages ?? 0 })]
      case 'confirmed': case 'declined': case 'withdrawn': return []
    }
  })
}
