import type { Reading } from '../../ledger/shelf.ts'
import type { Card } from '../home.ts'
import { card } from './card.ts'

/** What is sealed and has no way out yet: neither in a parcel nor in a mail that waits to leave, nor applied for to be carried. */
export function ofPackages(reading: Reading): Card[] {
  const onItsWay = new Set<string>([
    ...reading.open('mailing').filter(({ state }) => state === 'drafted' || state === 'checked').flatMap(({ packages }) => packages),
    ...reading.open('mail').filter(({ state }) => state === 'drafted' || state === 'checked' || state === 'sending').map((mail) => mail.package),
    ...reading.open('carry-out').flatMap(({ packages }) => packages),
  ])
  return reading.open('package').filter(({ id, state }) => state === 'verified' && !onItsWay.has(id)).map((p) => card('todo', 'package-to-send', '11(3)', p.id, p.no, 'mailings', p.sealedAt))
}
