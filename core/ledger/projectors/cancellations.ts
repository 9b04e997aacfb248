import { change } from './change.ts'
import type { Projectors } from './projectors.ts'

/** Contracts that the city cancelled, and notices that it took back (Art. 19). */
export const cancellations = {
  'contract-cancelled': ({ cancellation }, shelf) => shelf.put('cancellation', cancellation.id, cancellation, cancellation.contractId),
  'cancellation-withdrawn': ({ cancellationId, withdrawn }, shelf) => void change(shelf, 'cancellation', cancellationId, (c) => ({ ...c, withdrawn }), (c) => c.contractId),
} satisfies Projectors
