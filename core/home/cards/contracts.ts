import type { Reading } from '../../ledger/shelf.ts'
import type { Card } from '../home.ts'
import { card } from './card.ts'

/** The first steps of an office that has only just opened. */
export function hereFor(reading: Reading): Card[] {
  return reading.list('contract').length === 0 ? [card('todo', 'no-contract', '1', 'contracts', '', 'contracts')] : []
}

export function ofKeys(reading: Reading): Card[] {
  return reading.list('contract').filter((c) => c.counterpartKey === null && c.state === 'active').map((c) => card('todo', 'key-unregistered', '14', c.id, c.contractNo, 'contracts', c.openedAt))
}
