import type { EntryType } from '../ledger/entry.ts'
import type { Reading } from '../ledger/shelf.ts'
import type { Person } from '../people/person.ts'
import type { Objection } from '../refusal.ts'
import type { Session } from './vault.ts'

/**
 * What the ledger may hear from somebody who only looks: that they came and went, their own password and second factor, and
 * what they took out of the vault, because taking out is what has to be remembered of them.
 */
export const WRITTEN_BY_AUDITORS: ReadonlySet<EntryType> = new Set<EntryType>([
  'signed-in', 'signed-out', 'sign-in-locked', 'password-changed', 'recovered', 'second-factor-set', 'second-factor-removed', 'recovery-code-used', 'ledger-exported', 'ledger-taken-out', 'evidence-packed',
])

/** 監査者 and nothing besides. Whoever also works here acts in that other role. */
export const onlyLooks = ({ roles }: Pick<Person, 'roles'>): boolean => roles.length > 0 && roles.every((role) => role === 'auditor')

/** The second wall behind `who-may.ts`, at the pen itself: whatever way led here, somebody who only looks writes nothing of the work. */
export function objectionsToPen(reading: Reading, session: Pick<Session, 'personId'> | null, types: readonly EntryType[]): Objection[] {
  const person = session ? reading.get('person', session.personId) : undefined
  if (!person || !onlyLooks(person) || types.every((type) => WRITTEN_BY_AUDITORS.has(type))) return []
  return [{ code: 'auditor-only-looks', article: '11(1)', rule: null, facts: { person: person.name } }]
}
