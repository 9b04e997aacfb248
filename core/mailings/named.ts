import type { Reading } from '../ledger/shelf.ts'
import { refusal } from '../refusal.ts'
import type { Act } from '../words/terms.ts'
import type { Mailing } from './mailing.ts'

/** The parcel, or a refusal: an id that a screen kept too long is no bug. */
export function mailingNamed(reading: Reading, id: string): Mailing {
  const mailing = reading.get('mailing', id)
  if (!mailing) throw refusal('nothing-found', null, null, { what: 'mailing', id })
  return mailing
}

/** The parcel, as long as it is in one of these states. */
export function inState(reading: Reading, id: string, states: readonly Mailing['state'][], act: Act): Mailing {
  const mailing = mailingNamed(reading, id)
  if (!states.includes(mailing.state)) throw refusal('state-does-not-allow', '11(4)', null, { is: mailing.state, act })
  return mailing
}
