import { change } from './change.ts'
import type { Projectors } from './projectors.ts'

/** What the city asked to be handed in (Art. 5, 6, 15②, 16②). */
export const requests = {
  'reporting-procedure-decided': ({ procedure }, shelf) => shelf.put('reporting-procedure', procedure.contractId, procedure, procedure.contractId),
  'request-received': ({ request }, shelf) => shelf.put('request', request.id, request, request.contractId),
  'request-answered': ({ requestId, docNo, at }, shelf) => void change(shelf, 'request', requestId, (r) => ({ ...r, submitted: { docNo, at } }), (r) => r.contractId),
  'request-accepted': ({ requestId, cityRef, at }, shelf) => void change(shelf, 'request', requestId, (r) => ({ ...r, accepted: { cityRef, at } }), (r) => r.contractId),
  'request-withdrawn': ({ requestId, reason, at }, shelf) => void change(shelf, 'request', requestId, (r) => ({ ...r, withdrawn: { reason, at } }), (r) => r.contractId),
} satisfies Projectors
