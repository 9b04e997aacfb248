import type * as z from 'zod'
import { look, record } from '../ledger/record.ts'
import type { Reading } from '../ledger/shelf.ts'
import { refusal, refuseIfAny, type Objection } from '../refusal.ts'
import { dayOf, type Instant } from '../time.ts'
import type { World } from '../world.ts'
import type { Person, PersonId, RecordTraining, RegisterPerson, SignPledge } from './person.ts'

/** 従事者名簿 (Art. 5②): a new line. Whoever is new can do nothing until educated and pledged. */
export async function registerPerson(world: World, order: z.output<typeof RegisterPerson>): Promise<Person> {
  const person: Person = { ...order, id: world.newId() as PersonId, loginId: null, trainings: [], pledge: null, registeredAt: world.now() }
  return record(world, () => ({ entries: [{ type: 'person-registered', data: { person } }], answer: () => person }))
}

/** 教育・研修 (Art. 7): one session for several people. It has to have taken place. */
export async function recordTraining(world: World, { personIds, training }: z.output<typeof RecordTraining>): Promise<Person[]> {
  refuseIfAny(objectionsToFuture('教育の実施日', training.on, world.now(), '7'))
  return record(world, (reading) => {
    for (const id of personIds) personNamed(reading, id)
    return { entries: [{ type: 'training-recorded', data: { personIds, training } }], answer: (after) => personIds.map((id) => personNamed(after, id)) }
  })
}

/** 誓約書 (Art. 8②). */
export async function signPledge(world: World, { personId, pledge }: z.output<typeof SignPledge>): Promise<Person> {
  refuseIfAny(objectionsToFuture('誓約の日', pledge.on, world.now(), '8②'))
  return record(world, (reading) => {
    personNamed(reading, personId)
    return { entries: [{ type: 'pledge-signed', data: { personId, pledge } }], answer: (after) => personNamed(after, personId) }
  })
}

export const listPeople = (world: World): Promise<Person[]> => look(world, (reading) => reading.list('person'))

/** The person, or a refusal. */
export function personNamed(reading: Reading, id: string): Person {
  const person = reading.get('person', id)
  if (!person) throw refusal('nothing-found', null, null, { what: '人', id })
  return person
}

function objectionsToFuture(what: string, on: string, now: Instant, article: Objection['article']): Objection[] {
  return on > dayOf(now) ? [{ code: 'time-in-future', article, rule: null, facts: { what } }] : []
}
