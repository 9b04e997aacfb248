import { contractNamed } from '../contracts/use.ts'
import { issueDocument } from '../documents/issuing.ts'
import { composeLetter, refuseMissing } from '../forms/use.ts'
import { latest } from '../home/watch.ts'
import { look } from '../ledger/record.ts'
import { refuseIfAny } from '../refusal.ts'
import { signedIn } from '../vault/signed-in.ts'
import type { World } from '../world.ts'
import { unknownTo } from './facts.ts'
import type { Incident, IncidentReport, ReportIncident } from './incident.ts'
import { reportId } from './report-id.ts'
import { minutesSince, objectionsToReport } from './rules.ts'
import { incidentNamed } from './use.ts'

/**
 * 第一報・続報・最終報 (Art. 18①, F-35): issued like any letter, from what is known now, and written down with its minutes since discovery,
 * all or nothing. It may be issued after the contract was closed: incidents come to light later. Refuses a report out of turn, and facts that nobody knows.
 */
export async function reportIncident(world: World, { incidentId, kind, leaveOpen }: ReportIncident): Promise<Incident> {
  const { personId } = signedIn(world)
  await issueDocument(world, '18①', async (reading) => {
    const incident = incidentNamed(reading, incidentId)
    refuseIfAny(objectionsToReport(incident, kind, leaveOpen))
    const contract = contractNamed(reading, incident.contractId)
    const no = incident.reports.length + 1
    const { record, missing, facts } = await composeLetter(world, reading, { contract, form: 'F-35', subjectId: reportId(incident.id, no, kind), edition: { revision: 1, revisionKind: '新規', reason: '', changesDocNo: '' }, docNo: null })
    refuseMissing('F-35', missing)
    const report = (documentId: string, docNo: string): IncidentReport => ({
      no, kind, documentId, docNo, reportedAt: world.now(), elapsedMinutes: minutesSince(incident.foundAt, latest(world, reading)), checking: unknownTo(incident, kind), by: personId,
    })
    return {
      record, contractId: contract.id, subjects: facts.subjects as [string, ...string[]],
      also: (document) => [{ type: 'incident-reported', data: { incidentId, report: report(document.id, document.docNo) } }],
    }
  })
  return look(world, (reading) => incidentNamed(reading, incidentId))
}
