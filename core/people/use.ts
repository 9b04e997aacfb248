import type * as z from 'zod'
import { look, record } from '../ledger/record.ts'
import type { Reading } from '../ledger/shelf.ts'
import { refusal, refuseIfAny } from '../refusal.ts'
import type { World } from '../world.ts'
import { NEWCOMER, Pledge, type Person, type PersonId, type RecordTraining, type RegisterPerson, type SignPledge } from './person.ts'
import { objectionsToFuture, objectionsToRoles } from './rules.ts'

/** 従事者名簿 (Art. 5②): a new line. Whoever is new can do nothing until educated and pledged. */
export async function registerPerson(world: World, order: z.output<typeof RegisterPerson>): Promise<Person> {
  const { tasks = '', from = null, to = null, ...words } = order
  const person: Person = { ...NEWCOMER, ...words, tasks, from, to, id: world.newId() as PersonId, loginId: null, registeredAt: world.now() }
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
    return { entries: [{ type: 'training-recorded', data: { personIds, training: { ...training, sessionId: null } } }], answer: (after) => personIds.map((id) => personNamed(after, id)) }
  })
}

/** 誓約書 (Art. 8②). */
export async function signPledge(world: World, { personId, pledge }: z.output<typeof SignPledge>): Promise<Person> {
  refuseIfAny(objectionsToFuture('pledge', pledge.on, world.now(), '8②'))
  return record(world, (reading) => {
    personNamed(reading, personId)
    return { entries: [{ type: 'pledge-signed', data: { personId, pledge: Pledge.parse(pledge) } }], answer: (after) => personNamed(after, personId) }
  })
}

export const listPeople = (world: World): Promise<Person[]> => look(world, (reading) => reading.list('person'))

/** The person, or a refusal. */
export function personNamed(reading: Reading, id: string): Person {
  const person = reading.get('person', id)
  if (!person) throw refusal('nothing-found', null, null, { what: 'person', id })
  return person
}
