import { Mail } from '../../mails/mail.ts'
import type { Shelf } from '../shelf.ts'
import { change, count, left, nothing } from './change.ts'
import type { Projectors } from './projectors.ts'

/** What goes by e-mail (Art. 11(7)). */
export const mails = {
  'mail-begun': ({ contractId }, shelf) => count(shelf, `mail:${contractId}`),
  'mail-abandoned': nothing,
  'mail-withdrawn': ({ mailId }, shelf) => mailed(shelf, mailId, () => ({ state: 'withdrawn' })),
  // Read as it is read today: older entries do not know of servers.
  'mail-drafted': ({ mail }, shelf) => shelf.put('mail', mail.id, Mail.parse(mail), mail.contractId),
  'recipients-confirmed': ({ mailId, by, at }, shelf) => mailed(shelf, mailId, () => ({ recipientsChecked: { by, at }, state: 'checked' })),
  'mail-sent': ({ mailId, at }, shelf) => void left(shelf, mailed(shelf, mailId, () => ({ sentAt: at, state: 'sent' })).package),
  'mail-sending-begun': ({ mailId, sending }, shelf) => mailed(shelf, mailId, () => ({ sending, state: 'sending' })),
  'mail-sending-ended': ({ mailId, taken }, shelf) => void left(shelf, mailed(shelf, mailId, () => ({ sending: null, taken, sentAt: taken.at, state: 'sent' })).package),
  // What may have left is no mail to be sent again: only an answer from outside makes it one.
  'mail-sending-failed': ({ mailId, attempt }, shelf) => mailed(shelf, mailId, ({ attempts, sending }) => ({ attempts: [...attempts, attempt], ...(attempt.outcome === 'unknown' ? { sending } : { sending: null, state: 'checked' as const }) })),
  'mail-sending-settled': ({ mailId, left: hasLeft, at, evidence }, shelf) => {
    const settled = mailed(shelf, mailId, ({ attempts, sending }) => ({
      sending: null, ...(hasLeft ? { sentAt: at, state: 'sent' as const } : { state: 'checked' as const }),
      attempts: hasLeft ? attempts : [...attempts, { at, server: sending?.server ?? '', messageId: sending?.messageId ?? '', outcome: 'settled-not-sent' as const, stage: null, answer: evidence }],
    }))
    if (hasLeft) left(shelf, settled.package)
  },
  'mail-received': ({ mailId, at, by = '' }, shelf) => mailed(shelf, mailId, () => ({ receivedAt: at, receivedBy: by, state: 'received' })),
  'mail-misdirected': ({ mailId, addresses, foundAt, circumstances }, shelf) => mailed(shelf, mailId, () => ({ misdirected: { addresses, foundAt, circumstances } })),
  'mail-server-set': ({ server }, shelf) => shelf.put('mail-server', 'mail-server', server),
  'mail-server-dropped': (_server, shelf) => shelf.drop('mail-server', 'mail-server'),
} satisfies Projectors

const mailed = (shelf: Shelf, id: string, by: (mail: Mail) => Partial<Mail>): Mail => change(shelf, 'mail', id, (m) => ({ ...m, ...by(m) }), (m) => m.contractId)
