import type { ContractOfWork } from '../contracts/contract-of-work.ts'
import type { Objection } from '../refusal.ts'
import { type Instant, dayOf } from '../time.ts'
import type { Act } from '../words/terms.ts'
import type { Person } from './person.ts'

/** R-01 (Art. 7, 8②, 11(1)): nobody handles information before both education and pledge, both dated today or earlier. */
export function objectionsToHandling(person: Person, now: Instant): Objection[] {
  const today = dayOf(now)
  const objections: Objection[] = []
  if (!person.trainings.some(({ on }) => on <= today)) objections.push({ code: 'person-not-trained', article: '7', rule: 'R-01', facts: { person: person.name } })
  if (!person.pledge || person.pledge.on > today) objections.push({ code: 'person-not-pledged', article: '8②', rule: 'R-01', facts: { person: person.name } })
  return objections
}

/** R-02 (Art. 9②): a person of a subcontractor handles nothing without the city's approval; dispatched staff (Art. 10) work as our own. */
export function objectionsToCompany(person: Person): Objection[] {
  if (person.company === null || person.employment === '派遣') return []
  return [{ code: 'person-of-company-not-approved', article: '9②', rule: 'R-02', facts: { person: person.name, company: person.company } }]
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
