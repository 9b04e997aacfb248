import type { Reading } from '../../ledger/shelf.ts'
import type { Card } from '../home.ts'
import { card } from './card.ts'

/** The city's desk: a document that still has no 収受番号. */
export function ofImports(reading: Reading): Card[] {
  return reading.open('imported').filter((d) => d.cityReceiptNo === '' && d.supersededBy === null).map((d) => card('todo', 'receipt-number-missing', '14', d.id, d.docNo, 'city', d.importedAt))
}
