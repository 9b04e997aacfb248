import type * as z from 'zod'
import { look, record } from '../ledger/record.ts'
import type { Reading } from '../ledger/shelf.ts'
import { refusal, refuseIfAny, type Objection } from '../refusal.ts'
import { dayOf, type Instant } from '../time.ts'
import type { World } from '../world.ts'
import type { Moment } from '../words/terms.ts'
import type { Person, PersonId, RecordTraining, RegisterPerson, Role, SignPledge } from './person.ts'

/** 従事者名簿 (Art. 5②): a new line. Whoever is new can do nothing until educated and pledged. */
export async function registerPerson(world: World, order: z.output<typeof RegisterPerson>): Promise<Person> {
  const person: Person = { ...order, id: world.newId() as PersonId, loginId: null, trainings: [], pledge: null, registeredAt: world.now() }
  return record(world, (reading) => {
    refuseIfAny(objectionsToRoles(reading, order.roles))
    return { entries: [{ type: 'person-registered', data: { person } }], answer: () => person }
  })
}

/** 教育・研修 (Art. 7): one session for several people. It has to have taken place. */
export async function recordTraining(world: World, { personIds, training }: z.output<typeof RecordTraining>): Promise<Person[]> {
  refuseIfAny(objectionsToFuture('training', training.on, world.now(), '7'))
  return record(world, (reading) => {
    for (const id of personIds) personNamed(reading, id)
    return { entries: [{ type: 'training-recorded', data: { personIds, training } }], answer: (after) => personIds.map((id) => personNamed(after, id)) }
  })
}

/** 誓約書 (Art. 8②). */
export async function signPledge(world: World, { personId, pledge }: z.output<typeof SignPledge>): Promise<Person> {
  refuseIfAny(objectionsToFuture('pledge', pledge.on, world.now(), '8②'))
  return record(world, (reading) => {
    personNamed(reading, personId)
    return { entries: [{ type: 'pledge-signed', data: { personId, pledge } }], answer: (after) => personNamed(after, personId) }
  })
}

export const listPeople = (world: World): Promise<Person[]> => look(world, (reading) => reading.list('person'))

/** The person, or a refusal. */
export function personNamed(reading: Reading, id: string): Person {
  const person = reading.get('person', id)
  if (!person) throw refusal('nothing-found', null, null, { what: 'person', id })
  return person
}

/** A contractor's vault has no officers of the city, and a city's no workers. */
function objectionsToRoles(reading: Reading, roles: readonly Role[]): Objection[] {
  const ofTheOther: readonly Role[] = reading.get('office', 'office')?.organisation.kind === 'city' ? ['supervisor', 'worker', 'mediaAdmin'] : ['cityOfficer', 'cityManager']
  return roles.filter((role) => ofTheOther.includes(role)).map((role) => ({ code: 'role-of-other-office', article: '5②', rule: null, facts: { role } }))
}

function objectionsToFuture(what: Moment, on: string, now: Instant, article: Objection['article']): Objection[] {
  return on > dayOf(now) ? [{ code: 'time-in-future', article, rule: null, facts: { what } }] : []
}
