import type { Reading } from '../../ledger/shelf.ts'
import { sentToThirdParties } from '../../provisions/sent.ts'
import type { Card } from '../home.ts'
import { card } from './card.ts'

/** Art. 13: what was consented to and has not gone, and what went to a third party without its record (F-24). */
export function ofProvisions(reading: Reading): Card[] {
  return [
    ...reading.list('provision').flatMap((p): Card[] => {
      if (p.state === 'applied') return [card('out', 'consent-awaited', '13', p.id, `${p.no} ${p.organisation}`, 'provisions', p.appliedAt)]
      return p.state === 'consented' ? [card('todo', 'provision-to-record', '13', p.id, `${p.no} ${p.organisation}`, 'provisions', p.appliedAt)] : []
    }),
    ...reading.list('contract').flatMap(({ id }) => sentToThirdParties(reading, id)).map(({ no, organisation, at, contractId }) => card('overdue', 'provision-unrecorded', '13', contractId, `${no} ${organisation}`, 'provisions', at)),
  ]
}
