import type { ReportKind } from './incident.ts'

/** What a report is called among a contract's letters: its incident, its place in the row, its kind. */
export const reportId = (incidentId: string, no: number, kind: ReportKind): string => `${incidentId}/${no}/${kind}`
