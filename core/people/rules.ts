import type { ContractOfWork } from '../contracts/contract-of-work.ts'
import type { Reading } from '../ledger/shelf.ts'
import type { Objection } from '../refusal.ts'
import { type Instant, dayOf } from '../time.ts'
import type { Act, Moment } from '../words/terms.ts'
import type { Person, Role } from './person.ts'

/**
 * R-01 (Art. 5②, 7, 8②, 11(1)): nobody handles information before both education and pledge, both dated today or earlier, nor while
 * stopped, after their release, or outside the days they were assigned for.
 */
export function objectionsToHandling(person: Person, now: Instant): Objection[] {
  const today = dayOf(now)
  if (person.duty.state === '解除') return [{ code: 'person-released', article: '5②', rule: 'R-01', facts: { person: person.name } }]
  const objections: Objection[] = []
  if (person.duty.state === '従事停止') objections.push({ code: 'person-stopped', article: '5②', rule: 'R-01', facts: { person: person.name } })
  if ((person.from !== null && today < person.from) || (person.to !== null && person.to < today)) objections.push({ code: 'person-not-assigned', article: '5②', rule: 'R-01', facts: { person: person.name, from: person.from ?? '', to: person.to ?? '' } })
  if (!person.trainings.some(({ on }) => on <= today)) objections.push({ code: 'person-not-trained', article: '7', rule: 'R-01', facts: { person: person.name } })
  if (!person.pledge || person.pledge.on > today) objections.push({ code: 'person-not-pledged', article: '8②', rule: 'R-01', facts: { person: person.name } })
  return objections
}

/** Art. 11(10)ア: a suspended ID opens nothing, not even for a second person at the same desk. */
export function objectionsToAccess(person: Person): Objection[] {
  return person.access.state === 'suspended' ? [{ code: 'account-suspended', article: '11(10)ア', rule: null, facts: { person: person.name } }] : []
}

/** whoever did it does not confirm it. */
export function objectionsToSamePerson(act: Act, article: Objection['article'], rule: Objection['rule'], actor: Person, second: Person): Objection[] {
  return actor.id === second.id ? [{ code: 'same-person', article, rule, facts: { person: second.name, act } }] : []
}

/** R-03 (Art. 4): 最重要情報 in a system-operation contract needs a certification valid on the day. */
export function objectionsToCertification(contract: ContractOfWork, importanceClasses: readonly string[], now: Instant): Objection[] {
  const today = dayOf(now)
  const needed = contract.isSystemOpsContract && importanceClasses.includes('最重要情報')
  const held = contract.certifications.some(({ validFrom, validTo }) => validFrom <= today && today <= validTo)
  return needed && !held ? [{ code: 'certification-missing', article: '4', rule: 'R-03', facts: { day: today } }] : []
}

/** A contractor's vault has no officers of the city, and a city's no workers. */
export function objectionsToRoles(reading: Reading, roles: readonly Role[]): Objection[] {
  const ofTheOther: readonly Role[] = reading.get('office', 'office')?.organisation.kind === 'city' ? ['supervisor', 'worker', 'mediaAdmin'] : ['cityOfficer', 'cityManager']
  return roles.filter((role) => ofTheOther.includes(role)).map((role) => ({ code: 'role-of-other-office', article: '5②', rule: null, facts: { role } }))
}

/** What is recorded as having happened has happened. */
export function objectionsToFuture(what: Moment, on: string, now: Instant, article: Objection['article']): Objection[] {
  return on > dayOf(now) ? [{ code: 'time-in-future', article, rule: null, facts: { what } }] : []
}
