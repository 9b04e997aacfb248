import { keysToTell } from '../../mailings/use.ts'
import type { Reading } from '../../ledger/shelf.ts'
import type { Mail } from '../../mails/mail.ts'
import type { Card } from '../home.ts'
import { isTold } from './incidents.ts'
import { card } from './card.ts'

/** What waits on the way of an e-mail. `ours`: what this desk is sending just now is no question. */
export function ofMails(reading: Reading, ours: ReadonlySet<string> = new Set()): Card[] {
  return reading.open('mail').flatMap((m) => [...ofMisdirected(reading, m), ...ofWay(reading, m, ours)])
}

/** Art. 18①: whom it should not have gone to, while no incident tells of it. */
const ofMisdirected = (reading: Reading, m: Mail): Card[] => (m.misdirected && !isTold(reading, m.contractId, m.id) ? [card('overdue', 'mail-misdirected', '18①', m.id, m.no, 'mailings', m.misdirected.foundAt)] : [])

function ofWay(reading: Reading, m: Mail, ours: ReadonlySet<string>): Card[] {
  switch (m.state) {
    case 'drafted': return [card('approval', 'recipients-to-check', '11(7)', m.id, m.no, 'mailings', m.draftedAt, {}, m.draftedBy)]
    case 'checked': return [card('todo', 'mail-to-send', '11(7)', m.id, m.no, 'mailings', m.draftedAt)]
    case 'sending': return ours.has(m.id) ? [card('out', 'mail-being-sent', '11(7)', m.id, m.no, 'mailings', m.sending?.at ?? null)] : [card('overdue', 'mail-sending-unknown', '11(7)', m.id, m.no, 'mailings', m.sending?.at ?? null, { server: m.sending?.server ?? '' })]
    case 'sent': return [m.keyTold || keysToTell(reading, [m.package]) === 0 ? card('out', 'mail-to-be-received', '11(7)', m.id, m.no, 'mailings', m.sentAt) : card('todo', 'key-to-tell', '11(7)', m.id, m.no, 'mailings', m.sentAt)]
    case 'received': case 'withdrawn': return []
  }
}
