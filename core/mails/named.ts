import type { Reading } from '../ledger/shelf.ts'
import { refusal } from '../refusal.ts'
import type { Act } from '../words/terms.ts'
import type { Mail } from './mail.ts'

/** The mail, or a refusal: an id that a screen kept too long is no bug. */
export function mailNamed(reading: Reading, id: string): Mail {
  const mail = reading.get('mail', id)
  if (!mail) throw refusal('nothing-found', null, null, { what: 'mail', id })
  return mail
}

/** The mail, as long as it is in one of these states. */
export function inState(reading: Reading, id: string, states: readonly Mail['state'][], act: Act): Mail {
  const mail = mailNamed(reading, id)
  if (!states.includes(mail.state)) throw refusal('state-does-not-allow', '11(7)', null, { is: mail.state, act })
  return mail
}
