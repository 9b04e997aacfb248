import { change, count, left, nothing } from './change.ts'
import type { Projectors } from './projectors.ts'

/** What goes by e-mail (Art. 11(7)). */
export const mails = {
  'mail-begun': ({ contractId }, shelf) => count(shelf, `mail:${contractId}`),
  'mail-abandoned': nothing,
  'mail-withdrawn': ({ mailId }, shelf) => change(shelf, 'mail', mailId, (m) => ({ ...m, state: 'withdrawn' }), (m) => m.contractId),
  'mail-drafted': ({ mail }, shelf) => shelf.put('mail', mail.id, mail, mail.contractId),
  'recipients-confirmed': ({ mailId, by, at }, shelf) =>
    change(shelf, 'mail', mailId, (m) => ({ ...m, recipientsChecked: { by, at }, state: 'checked' }), (m) => m.contractId),
  'mail-sent': ({ mailId, at }, shelf) => {
    const mail = change(shelf, 'mail', mailId, (m) => ({ ...m, sentAt: at, state: 'sent' }), (m) => m.contractId)
    left(shelf, mail.package)
  },
  'mail-received': ({ mailId, at }, shelf) => change(shelf, 'mail', mailId, (m) => ({ ...m, receivedAt: at, state: 'received' }), (m) => m.contractId),
} satisfies Projectors
