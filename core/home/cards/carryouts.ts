import type { CarryOut } from '../../carryouts/carry-out.ts'
import { isOverdue } from '../../carryouts/rules.ts'
import type { Reading } from '../../ledger/shelf.ts'
import type { PersonId } from '../../people/person.ts'
import type { Instant } from '../../time.ts'
import type { Card } from '../home.ts'
import { card } from './card.ts'
import { isTold } from './incidents.ts'

/** Art. 11(2): what is late, what waits for whom, and what is out with its clock. */
export function ofCarryOuts(reading: Reading, now: Instant, me: PersonId): Card[] {
  return reading.open('carry-out').flatMap((one) => {
    switch (one.state) {
      case 'applied': return mayApprove(reading, one, me) ? [of('approval', 'carry-out-to-approve', one, one.appliedAt)] : []
      case 'approved': return [of('todo', 'city-approval-awaited', one, one.appliedAt)]
      case 'permitted': return [now >= one.dueAt ? of('todo', 'carry-out-lapsed', one, one.dueAt) : of('todo', 'carry-out-ready', one, one.outFrom)]
      case 'out': return isOverdue(one, now) ? late(reading, one) : [of('out', 'carried-out', one, one.dueAt)]
      case 'back': return [of('todo', 'erasure-awaited', one, one.returned?.at ?? null)]
      case 'lost': return one.medium === null && !isTold(reading, one.contractId, one.id) ? [of('overdue', 'papers-lost', one, one.lost?.foundAt ?? null)] : []
      case 'completed': case 'rejected': case 'withdrawn': return []
    }
  })
}

const of = (kind: Card['kind'], code: string, { id, no, content, destination, dueAt, reminders }: CarryOut, at: Instant | null, facts: Card['facts'] = {}): Card =>
  card(kind, code, '11(2)', id, no, 'carryOuts', at, { content, destination, dueAt, reminders: reminders.length, ...facts })

/** While its incident is open that one is reported; over or not, what is still out is asked for. */
const late = (reading: Reading, one: CarryOut): Card[] => (isTold(reading, one.contractId, one.id, true) ? [] : [of('overdue', 'carry-out-overdue', one, one.dueAt)])

/** Those who may: a supervisor who neither applied for it nor carries it. */
function mayApprove(reading: Reading, { appliedBy, persons }: CarryOut, me: PersonId): boolean {
  return reading.get('person', me)?.roles.includes('supervisor') === true && appliedBy !== me && !persons.includes(me)
}
