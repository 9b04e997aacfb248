import type { Late } from '../home/watch.ts'
import { draftIncident } from '../incidents/incident.ts'
import type { EntryBody } from '../ledger/entry.ts'
import type { Reading } from '../ledger/shelf.ts'
import type { Instant } from '../time.ts'
import type { World } from '../world.ts'
import type { CarryOut } from './carry-out.ts'
import { factsOfOverdue } from './incident-facts.ts'
import { isIncident, isOverdue } from './rules.ts'
import { incidentAfterHours } from './use.ts'

/** R-10 (Art. 11(2), 18①): the due time has passed; and so many hours later the draft of an incident. Each once. */
export function* watchCarryOuts(world: World, reading: Reading, now: Instant): Generator<readonly EntryBody[]> {
  for (const carryOut of reading.open('carry-out')) {
    if (carryOut.overdueSince === null && isOverdue(carryOut, now)) yield [{ type: 'carry-out-overdue', data: { carryOutId: carryOut.id, dueAt: carryOut.dueAt, at: now } }]
    const hours = incidentAfterHours(reading, carryOut.contractId)
    if (isIncident(carryOut, now, hours)) yield draftIncident(world, reading, factsOfOverdue(carryOut, now, hours))
  }
}

/** What should be back and is not. */
export const overdueCarryOuts = (reading: Reading, now: Instant): Late[] => reading.open('carry-out').filter((one) => isOverdue(one, now)).map((one) =>
  lateOf(one, draftOf(reading, one.contractId, one.id) ? 'carry-out-incident' : 'carry-out-overdue'))

/** What is out and has its time yet. */
export const carryOutsOut = (reading: Reading, now: Instant): Late[] => reading.open('carry-out').filter((one) => one.state === 'out' && !isOverdue(one, now)).map((one) => lateOf(one, 'carry-out-overdue'))

const lateOf = ({ id, no, dueAt }: CarryOut, kind: Late['kind']): Late => ({ kind, id, no, dueAt, page: `/carry-outs/${id}` })

/** The incident that was drafted because of a carry-out. */
export const draftOf = (reading: Reading, contractId: string, carryOutId: string): string | null => reading.list('incident', contractId).find(({ subjectId }) => subjectId === carryOutId)?.no ?? null
