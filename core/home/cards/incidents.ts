import { firstReportDue, isOpenIncident } from '../../incidents/rules.ts'
import type { Incident } from '../../incidents/incident.ts'
import type { Reading } from '../../ledger/shelf.ts'
import type { Instant } from '../../time.ts'
import type { Card } from '../home.ts'
import { card } from './card.ts'

/**
 * Whether an incident tells of something that went wrong: its card is the only one then, and leads to where it is reported. `open`: only while that lasts, for
 * what is still out there when it is over.
 */
export const isTold = (reading: Reading, contractId: string, subjectId: string, open = false): boolean =>
  reading.list('incident', contractId).some((one) => one.subjectId === subjectId && (!open || isOpenIncident(one)))

/** Art. 18①: first reports with their clock, reports that lie here, and incidents that have not come to their end. */
export const ofIncidents = (reading: Reading, now: Instant): Card[] => reading.open('incident').map((one) => ofOne(reading, one, now))

function ofOne(reading: Reading, incident: Incident, now: Instant): Card {
  const { id, no, state, foundAt, reports, subject } = incident
  const of = (kind: Card['kind'], code: string, at: Instant | null, facts: Card['facts'] = {}): Card => card(kind, code, '18①', id, no, 'incidents', at, { ...facts, about: subject === '' ? '' : `（${subject}）` })
  const dueAt = firstReportDue(reading, incident)
  // Red from the first minute: it is to be reported at once, and the clock says how late it is.
  if (dueAt !== null) return of('overdue', now > dueAt ? 'first-report-late' : 'first-report-due', foundAt, { dueAt })
  const last = reports.at(-1)
  if (last && (reading.get('issued', last.documentId)?.submittedAt ?? null) === null) return of('overdue', 'incident-report-to-submit', last.reportedAt, { kind: last.kind, docNo: last.docNo })
  return state === 'final-reported' ? of('out', 'incident-acceptance-awaited', last?.reportedAt ?? null) : of('todo', 'incident-open', foundAt)
}
