import type { LateOnes, Late } from '../home/watch.ts'
import type { Reading } from '../ledger/shelf.ts'
import type { Incident } from './incident.ts'
import { firstReportDue } from './rules.ts'

/** R-35 (Art. 18①): first reports that should have left, and those whose time runs. */
export const lateFirstReports: LateOnes = (reading, now) => waiting(reading).filter(({ dueAt }) => now > dueAt)
export const firstReportsDue: LateOnes = (reading, now) => waiting(reading).filter(({ dueAt }) => now <= dueAt)

const waiting = (reading: Reading): Late[] => reading.open('incident').flatMap((incident) => lateOf(reading, incident))

function lateOf(reading: Reading, incident: Incident): Late[] {
  const dueAt = firstReportDue(reading, incident)
  return dueAt === null ? [] : [{ kind: 'first-report-late', id: incident.id, no: incident.no, dueAt, page: `/incidents/${incident.id}` }]
}
