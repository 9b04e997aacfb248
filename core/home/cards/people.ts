import { standing } from '../../people/person.ts'
import type { Reading } from '../../ledger/shelf.ts'
import type { Card } from '../home.ts'
import { card, isContractor } from './card.ts'

export function ofPeople(reading: Reading, me: string): Card[] {
  if (!isContractor(reading)) return []
  return reading.list('person').filter((p) => standing(p) !== '従事可' && (p.loginId !== null || p.id === me))
    .map((p) => card('todo', 'person-not-ready', p.trainings.length === 0 ? '7' : '8②', p.id, p.name, 'people', p.registeredAt, { standing: standing(p) }))
}
