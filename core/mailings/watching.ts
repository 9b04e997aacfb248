import type { Late } from '../home/watch.ts'
import type { EntryBody } from '../ledger/entry.ts'
import type { Reading } from '../ledger/shelf.ts'
import type { Instant } from '../time.ts'
import type { World } from '../world.ts'
import type { Mailing } from './mailing.ts'

/**
 * 未着 (Art. 11(4)): the time at which a parcel should have arrived has passed. Noticed once; whom to ask is for people to decide.
 * Looked at every minute, so only at what is not over (core/ledger/open.ts): an office of years would else be read through each time.
 */
export function* watchParcels(_world: World, reading: Reading, now: Instant): Generator<readonly EntryBody[]> {
  for (const { id, expectedBy, overdueSince } of reading.open('mailing').filter((m) => isLate(m, now))) {
    if (overdueSince === null && expectedBy !== null) yield [{ type: 'mailing-overdue', data: { mailingId: id, expectedBy, at: now } }]
  }
}

/** What should have arrived and has not, inquired after or not; and what was given up for lost. */
export const lateParcels = (reading: Reading, now: Instant): Late[] => reading.open('mailing').filter((m) => isLate(m, now) || m.state === 'missing').map((m) => lateOf(m, m.state === 'missing' ? 'parcel-incident' : 'parcel-not-arrived'))

/** What is on its way and has its time yet. */
export const parcelsOut = (reading: Reading, now: Instant): Late[] => reading.open('mailing').filter((m) => m.state === 'dispatched' && m.expectedBy !== null && now < m.expectedBy).map((m) => lateOf(m, 'parcel-not-arrived'))

const isLate = (m: Mailing, now: Instant): boolean => (m.state === 'dispatched' || m.state === 'inquired') && m.expectedBy !== null && now >= m.expectedBy

const lateOf = ({ id, no, expectedBy, dispatchedAt }: Mailing, kind: Late['kind']): Late => ({ kind, id, no, dueAt: (expectedBy ?? dispatchedAt ?? 0) as Instant, page: `/send/${id}` })
