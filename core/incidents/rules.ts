import type { Reading } from '../ledger/shelf.ts'
import type { Objection } from '../refusal.ts'
import { type Instant, MINUTE } from '../time.ts'
import { unknownTo } from './facts.ts'
import { FIRST_REPORT_MINUTES, type Incident, type IncidentState, type ReportKind } from './incident.ts'

/** Which reports may go out from which state. 続報 comes again after 最終報 when the city asks for more. */
const REPORTS: Readonly<Record<IncidentState, readonly ReportKind[]>> = {
  found: ['第一報'], 'first-reported': ['続報'], responding: ['続報', '最終報'], 'followed-up': ['続報', '最終報'], 'final-reported': ['続報'], closed: [], 'not-an-incident': [],
}
export const reportsFrom = ({ state }: Pick<Incident, 'state'>): readonly ReportKind[] => REPORTS[state]

/** Not over, and not judged to be none. */
export const isOpenIncident = ({ state }: Pick<Incident, 'state'>): boolean => state !== 'closed' && state !== 'not-an-incident'

/** The state that follows a report: deeds written down before the first report count as the response. */
export function afterReport({ timeline }: Pick<Incident, 'timeline'>, kind: ReportKind): IncidentState {
  if (kind === '最終報') return 'final-reported'
  if (kind === '続報') return 'followed-up'
  return timeline.some(({ kind: deed }) => isResponse(deed)) ? 'responding' : 'first-reported'
}

/** 初動: what is done about it, and not only what happened. */
export const isResponse = (kind: Incident['timeline'][number]['kind']): boolean => kind !== '発生状況' && kind !== 'その他'

/** Art. 18①: what stands against issuing a report. Whatever is unknown may be left as 確認中, but not in the last one. */
export function objectionsToReport(incident: Incident, kind: ReportKind, leaveOpen: boolean): Objection[] {
  if (!reportsFrom(incident).includes(kind)) return [{ code: 'report-out-of-turn', article: '18①', rule: null, facts: { no: incident.no, kind, state: incident.state } }]
  const unknown = unknownTo(incident, kind)
  if (unknown.length === 0) return []
  if (kind === '最終報') return [{ code: 'final-report-incomplete', article: '18①', rule: null, facts: { no: incident.no, missing: unknown.join(',') } }]
  return leaveOpen ? [] : [{ code: 'report-facts-unknown', article: '18①', rule: null, facts: { no: incident.no, kind, missing: unknown.join(',') } }]
}

export const firstReportMinutes = (reading: Reading, contractId: string): number => reading.get('first-report-limit', contractId)?.minutes ?? FIRST_REPORT_MINUTES

/** when the first report is due; null once it is out, or none is owed. */
export function firstReportDue(reading: Reading, { state, foundAt, contractId }: Incident): Instant | null {
  return state === 'found' ? (foundAt + firstReportMinutes(reading, contractId) * MINUTE) as Instant : null
}

/** Whole minutes from discovery; a clock that was set back takes none away. */
export const minutesSince = (foundAt: Instant, at: Instant): number => Math.max(0, Math.floor((at - foundAt) / MINUTE))
