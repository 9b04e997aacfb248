import type { Reading } from '../ledger/shelf.ts'
import type { Person, Role } from '../people/person.ts'
import type { Objection } from '../refusal.ts'

/** Without an administrator nobody can let anybody in again; without a supervisor nobody answers for the work (Art. 5①). */
export function objectionsToLast(reading: Reading, person: Person, rolesAfter: readonly Role[]): Objection[] {
  const others = reading.list('person').filter(({ id }) => id !== person.id)
  const objections: Objection[] = []
  if (loses(person, 'administrator', rolesAfter) && mayAct(person) && !others.some((other) => other.roles.includes('administrator') && mayAct(other))) {
    objections.push({ code: 'last-administrator', article: '11(10)ア', rule: null, facts: { person: person.name } })
  }
  const contractor = reading.get('office', 'office')?.organisation.kind === 'contractor'
  if (contractor && loses(person, 'supervisor', rolesAfter) && serves(person) && !others.some((other) => other.roles.includes('supervisor') && serves(other))) {
    objections.push({ code: 'last-supervisor', article: '5①', rule: null, facts: { person: person.name } })
  }
  return objections
}

/** Nobody makes themself more than they were. */
export function objectionsToElevation(actor: Person, person: Person, roles: readonly Role[]): Objection[] {
  const added = actor.id === person.id ? roles.filter((role) => !person.roles.includes(role)) : []
  return added.map((role) => ({ code: 'own-elevation', article: '11(10)ア', rule: null, facts: { person: person.name, role } }))
}

const loses = (person: Person, role: Role, after: readonly Role[]) => person.roles.includes(role) && !after.includes(role)
const serves = ({ access, duty }: Person) => access.state === 'active' && duty.state === '従事'
const mayAct = (person: Person) => person.loginId !== null && serves(person)
