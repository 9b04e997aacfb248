import type { Reading } from '../../ledger/shelf.ts'
import { DAY, type Instant } from '../../time.ts'
import type { Card } from '../home.ts'
import { card } from './card.ts'

export function ofHandovers(reading: Reading, now: Instant): Card[] {
  return reading.list('handover').flatMap((h) => {
    if (reading.get('contract', h.contractId)?.state === 'closed') return []
    switch (h.state) {
      case 'designated': return [card(h.designated.at < now - DAY ? 'overdue' : 'todo', h.designated.at < now - DAY ? 'handover-late' : 'handover-due', '14', h.id, h.purpose, 'handovers', h.designated.at)]
      case 'differs': return [card('overdue', 'handover-differs', '14', h.id, h.purpose, 'handovers', h.actual?.at ?? null, { count: h.differences.length })]
      case 'checked': return [card('overdue', 'receipt-due', '14', h.id, h.purpose, 'handovers', h.actual?.at ?? null)]
      case 'receipted': return receiptOf(reading, h.id, h.contractId)
    }
  })
}

function receiptOf(reading: Reading, handoverId: string, contractId: string): Card[] {
  return reading.list('issued', contractId).filter((d) => d.subjectId === handoverId && d.state !== 'acknowledged')
    .map((d) => card('out', 'acknowledgement-awaited', '14', d.id, d.docNo, 'documents', d.issuedAt))
}
