import type { ContractOfWork } from '../contracts/contract-of-work.ts'
import type { ImportedDocument } from '../documents/document.ts'
import type { Reading } from '../ledger/shelf.ts'
import type { Objection } from '../refusal.ts'
import { settlementOf } from './settlement.ts'

/** F-27 is confirmed when the city's own sums leave nothing over, and no two papers contradict each other (Art. 15①). */
export function objectionsToRemainder(reading: Reading, { id, contractNo }: ContractOfWork, { importedAt }: ImportedDocument): Objection[] {
  const { total, contradictions } = settlementOf(reading, id, importedAt)
  return [
    ...(total.remaining > 0 ? [{ code: 'remainder-left', article: '15①', rule: 'R-33', facts: { contractNo, count: total.remaining } } as const] : []),
    ...(contradictions.length > 0 ? [{ code: 'contradictions-left', article: '15①', rule: null, facts: { count: contradictions.length } } as const] : []),
  ]
}
