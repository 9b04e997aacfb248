import type { Kept, Shelf } from '../shelf.ts'
import { change, count } from './change.ts'
import type { Projectors } from './projectors.ts'

/** What third parties were given (Art. 13). */
export const provisions = {
  'provision-applied': ({ provision }, shelf) => {
    shelf.put('provision', provision.id, provision, provision.contractId)
    count(shelf, `provision:${provision.contractId}`)
  },
  'provision-consented': ({ provisionId, consent }, shelf) => changed(shelf, provisionId, (p) => ({ ...p, consent, state: 'consented' })),
  'provision-refused': ({ provisionId }, shelf) => changed(shelf, provisionId, (p) => ({ ...p, state: 'refused' })),
  'provision-made': ({ provisionId, provided }, shelf) => changed(shelf, provisionId, (p) => ({ ...p, provided, state: 'provided' })),
  'provision-withdrawn': ({ provisionId }, shelf) => changed(shelf, provisionId, (p) => ({ ...p, state: 'withdrawn' })),
} satisfies Projectors

function changed(shelf: Shelf, id: string, by: (provision: Kept['provision']) => Kept['provision']): void {
  change(shelf, 'provision', id, by, ({ contractId }) => contractId)
}
