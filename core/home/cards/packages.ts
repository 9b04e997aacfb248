import type { Reading } from '../../ledger/shelf.ts'
import type { Card } from '../home.ts'
import { card } from './card.ts'

export function ofPackages(reading: Reading): Card[] {
  return reading.open('package').filter(({ state }) => state === 'verified').map((p) => card('todo', 'package-to-send', '11(3)', p.id, p.no, 'mailings', p.sealedAt))
}
