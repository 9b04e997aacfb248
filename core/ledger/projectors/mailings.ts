import { change, count, left } from './change.ts'
import type { Projectors } from './projectors.ts'

/** What is on its way by post (Art. 11(4)). */
export const mailings = {
  'mailing-drafted': ({ mailing }, shelf) => {
    shelf.put('mailing', mailing.id, mailing, mailing.contractId)
    count(shelf, `mailing:${mailing.contractId}`)
  },
  'shinten-confirmed': ({ mailingId, checkedBy, at }, shelf) =>
    change(shelf, 'mailing', mailingId, (m) => ({ ...m, shinten: { checkedBy, at }, state: 'checked' }), (m) => m.contractId),
  'mailing-dispatched': ({ mailingId, trackingNo, warnings, slipSha256, at }, shelf) => {
    const mailing = change(shelf, 'mailing', mailingId,
      (m) => ({ ...m, trackingNo, trackingWarnings: warnings, slipSha256, dispatchedAt: at, state: 'dispatched' }), (m) => m.contractId)
    for (const id of mailing.packages) left(shelf, id)
    if (mailing.medium) change(shelf, 'medium', mailing.medium, (m) => ({ ...m, state: '送付中' }))
  },
  'mailing-arrived': ({ mailingId, at, to }, shelf) =>
    change(shelf, 'mailing', mailingId, (m) => ({ ...m, arrivedAt: at, arrivedTo: to, state: 'arrived' }), (m) => m.contractId),
  'mailing-returned': ({ mailingId }, shelf) => change(shelf, 'mailing', mailingId, (m) => ({ ...m, state: 'returned' }), (m) => m.contractId),
  'mailing-withdrawn': ({ mailingId }, shelf) => change(shelf, 'mailing', mailingId, (m) => ({ ...m, state: 'withdrawn' }), (m) => m.contractId),
  'key-told': ({ id, keyTold }, shelf) => {
    if (shelf.get('mailing', id)) change(shelf, 'mailing', id, (m) => ({ ...m, keyTold }), (m) => m.contractId)
    else change(shelf, 'mail', id, (m) => ({ ...m, keyTold }), (m) => m.contractId)
  },
} satisfies Projectors
