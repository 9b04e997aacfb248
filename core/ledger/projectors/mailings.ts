import { Mailing } from '../../mailings/mailing.ts'
import { serviceKey } from '../../mailings/service.ts'
import type { Shelf } from '../shelf.ts'
import { change, count, left } from './change.ts'
import type { Projectors } from './projectors.ts'

/** What is on its way by post (Art. 11(4)). */
export const mailings = {
  'mailing-drafted': ({ mailing }, shelf) => {
    // Read as it is read today: older entries do not know of slips and inquiries.
    shelf.put('mailing', mailing.id, Mailing.parse(mailing), mailing.contractId)
    count(shelf, `mailing:${mailing.contractId}`)
  },
  'shinten-confirmed': ({ mailingId, checkedBy, at, sealNo = '', contentsCompared = false }, shelf) => mailed(shelf, mailingId, () => ({ shinten: { checkedBy, at, sealNo, contentsCompared }, state: 'checked' })),
  'mailing-dispatched': ({ mailingId, trackingNo, warnings, slipSha256, at, slip = null, expectedBy = null }, shelf) => {
    const mailing = mailed(shelf, mailingId, () => ({ trackingNo, trackingWarnings: warnings, slipSha256, slips: slip ? [slip] : [], expectedBy, dispatchedAt: at, state: 'dispatched' }))
    for (const id of mailing.packages) left(shelf, id)
    if (mailing.medium) change(shelf, 'medium', mailing.medium, (m) => ({ ...m, state: '送付中' }))
  },
  'slip-attached': ({ mailingId, slip }, shelf) => mailed(shelf, mailingId, ({ slips }) => ({ slips: [...slips, slip] })),
  'mailing-overdue': ({ mailingId, at }, shelf) => mailed(shelf, mailingId, () => ({ overdueSince: at })),
  'mailing-inquired': ({ mailingId, inquiry }, shelf) => mailed(shelf, mailingId, ({ inquiries, state }) => ({ inquiries: [...inquiries, inquiry], state: state === 'missing' ? state : 'inquired' })),
  'mailing-missing': ({ mailingId, at, circumstances }, shelf) => mailed(shelf, mailingId, () => ({ missing: { at, circumstances }, state: 'missing' })),
  'mailing-arrived': ({ mailingId, at, to }, shelf) => mailed(shelf, mailingId, () => ({ arrivedAt: at, arrivedTo: to, state: 'arrived' })),
  'mailing-received': ({ mailingId, receipt }, shelf) => mailed(shelf, mailingId, () => ({ cityReceipt: receipt, state: 'received' })),
  'mailing-returned': ({ mailingId, at }, shelf) => mailed(shelf, mailingId, () => ({ returnedAt: at, state: 'returned' })),
  'mailing-withdrawn': ({ mailingId }, shelf) => mailed(shelf, mailingId, () => ({ state: 'withdrawn' })),
  'service-laid-down': ({ service }, shelf) => shelf.put('service', serviceKey(service.contractId, service.carrier, service.service), service, service.contractId),
  'key-told': ({ id, keyTold }, shelf) => {
    if (shelf.get('mailing', id)) mailed(shelf, id, () => ({ keyTold }))
    else change(shelf, 'mail', id, (m) => ({ ...m, keyTold }), (m) => m.contractId)
  },
} satisfies Projectors

const mailed = (shelf: Shelf, id: string, by: (mailing: Mailing) => Partial<Mailing>): Mailing => change(shelf, 'mailing', id, (m) => ({ ...m, ...by(m) }), (m) => m.contractId)

/** The medium is back and locked away: the parcel that it went with has come to its end. */
export function mediumCameBack(shelf: Shelf, no: string, back: NonNullable<Mailing['mediumBack']>): void {
  for (const { id } of shelf.open('mailing').filter((m) => m.medium === no && m.dispatchedAt !== null && m.mediumBack === null)) mailed(shelf, id, () => ({ mediumBack: back }))
}
