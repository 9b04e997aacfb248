import type { Kept, Shelf } from '../shelf.ts'
import { change, count } from './change.ts'
import type { Projectors } from './projectors.ts'

/** Faxes that the city instructed (Art. 11(6)). */
export const faxes = {
  'fax-requested': ({ fax }, shelf) => {
    shelf.put('fax', fax.id, fax, fax.contractId)
    count(shelf, `fax:${fax.contractId}`)
  },
  'fax-approved': ({ faxId, approved }, shelf) => changed(shelf, faxId, (f) => ({ ...f, approved, state: 'approved' })),
  'fax-declined': ({ faxId }, shelf) => changed(shelf, faxId, (f) => ({ ...f, state: 'declined' })),
  'fax-withdrawn': ({ faxId }, shelf) => changed(shelf, faxId, (f) => ({ ...f, state: 'withdrawn' })),
  'fax-sent': ({ faxId, sent }, shelf) => changed(shelf, faxId, (f) => ({ ...f, sent, state: 'sent' })),
  // Pages that did not come out are somewhere: nothing is settled until as many came as went.
  'fax-arrived': ({ faxId, arrival }, shelf) => changed(shelf, faxId, (f) => ({ ...f, arrival, state: arrival.pages === f.sent?.pages ? 'confirmed' : 'differs' })),
} satisfies Projectors

function changed(shelf: Shelf, id: string, by: (fax: Kept['fax']) => Kept['fax']): void {
  change(shelf, 'fax', id, by, ({ contractId }) => contractId)
}
