import { keysToTell } from '../../mailings/use.ts'
import type { Reading } from '../../ledger/shelf.ts'
import type { Card } from '../home.ts'
import { card } from './card.ts'

export function ofMails(reading: Reading): Card[] {
  return reading.list('mail').flatMap((m) => {
    switch (m.state) {
      case 'drafted': return [card('approval', 'recipients-to-check', '11(7)', m.id, m.no, 'mailings', m.draftedAt)]
      case 'checked': return [card('todo', 'mail-to-send', '11(7)', m.id, m.no, 'mailings', m.draftedAt)]
      case 'sent': return [m.keyTold || keysToTell(reading, [m.package]) === 0 ? card('out', 'mail-to-be-received', '11(7)', m.id, m.no, 'mailings', m.sentAt) : card('todo', 'key-to-tell', '11(7)', m.id, m.no, 'mailings', m.sentAt)]
      case 'received': case 'withdrawn': return []
    }
  })
}
