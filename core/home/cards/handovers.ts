import type { Reading } from '../../ledger/shelf.ts'
import { DAY, type Instant } from '../../time.ts'
import type { Card } from '../home.ts'
import { card } from './card.ts'

export function ofHandovers(reading: Reading, now: Instant): Card[] {
  return [...reading.open('handover').flatMap((h) => {
    if (isClosed(reading, h.contractId)) return []
    switch (h.state) {
      case 'designated': return [card(h.designated.at < now - DAY ? 'overdue' : 'todo', h.designated.at < now - DAY ? 'handover-late' : 'handover-due', '14', h.id, h.purpose, 'handovers', h.designated.at)]
      case 'differs': return [card('overdue', 'handover-differs', '14', h.id, h.purpose, 'handovers', h.actual?.at ?? null, { count: h.differences.length })]
      case 'checked': return [card('overdue', 'receipt-due', '14', h.id, h.purpose, 'handovers', h.actual?.at ?? null)]
      case 'receipted': return []
    }
  }), ...receipts(reading)]
}

/** 預り証 that the city has not answered yet. */
function receipts(reading: Reading): Card[] {
  return reading.open('issued').filter(({ subjectId, contractId, state }) => state !== 'acknowledged' && reading.get('handover', subjectId)?.state === 'receipted' && !isClosed(reading, contractId))
    .map((d) => card('out', 'acknowledgement-awaited', '14', d.id, d.docNo, 'documents', d.issuedAt))
}

const isClosed = (reading: Reading, contractId: string): boolean => reading.get('contract', contractId)?.state === 'closed'
