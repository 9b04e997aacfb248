import type { OperationName } from '../contract.ts'
import type { Reading } from '../ledger/shelf.ts'
import type { Objection } from '../refusal.ts'
import { factorRequired, factorSince } from './second-factor.ts'
import type { Owed, Session } from './vault.ts'

/** What somebody may do before the office is open to them: see to their own keys. */
const OWN_KEYS: ReadonlySet<OperationName> = new Set<OperationName>(['vault.changePassword', 'vault.access', 'vault.offerFactor', 'vault.setFactor'])

/**
 * What whoever just came in has to do first (Art. 11(10)ア): a password that somebody else chose is known to two people, and stands for
 * nobody; a second factor, where the office asks one of everybody.
 */
export function owedBy(reading: Reading, session: Session): Owed[] {
  return [
    ...(session.passwordGiven ? ['own password' as const] : []),
    ...(factorRequired(reading) && factorSince(reading, session.loginId) === null ? ['second factor' as const] : []),
  ]
}

/** Nothing else is done before. The door itself is open to anybody and not asked here. */
export function objectionsToOwing(name: OperationName, reading: Reading, session: Session): Objection[] {
  if (OWN_KEYS.has(name)) return []
  return owedBy(reading, session).map((owed) => (owed === 'own password'
    ? { code: 'own-password-owed', article: '11(10)ア', rule: null, facts: {} }
    : { code: 'second-factor-owed', article: '11(10)ア', rule: null, facts: {} }))
}
