import { afterReport, isResponse } from '../../incidents/rules.ts'
import type { Incident } from '../../incidents/incident.ts'
import type { Shelf } from '../shelf.ts'
import { change, count } from './change.ts'
import type { Projectors } from './projectors.ts'

/** What went wrong (Art. 18), and what holds its evidence. */
export const incidents = {
  'incident-drafted': ({ incident }, shelf) => begin(shelf, { ...blank, ...incident, packages: incident.packages ?? [], itemIds: incident.itemIds ?? [] }),
  'incident-begun': ({ incident }, shelf) => begin(shelf, { ...blank, ...incident }),
  'incident-facts-completed': ({ incidentId, facts }, shelf) => changed(shelf, incidentId, (i) => ({ ...i, facts: [...i.facts, ...facts] })),
  'incident-deed-noted': ({ incidentId, deed }, shelf) => changed(shelf, incidentId, (i) => ({ ...i, timeline: [...i.timeline, deed], state: i.state === 'first-reported' && isResponse(deed.kind) ? 'responding' : i.state })),
  'incident-reported': ({ incidentId, report }, shelf) => changed(shelf, incidentId, (i) => ({ ...i, reports: [...i.reports, report], state: afterReport(i, report.kind) })),
  'incident-published': ({ incidentId, published }, shelf) => changed(shelf, incidentId, (i) => ({ ...i, published })),
  'incident-freeze-lifted': ({ incidentId, lifted }, shelf) => changed(shelf, incidentId, (i) => ({ ...i, freezeLifted: lifted })),
  'incident-closed': ({ incidentId, closed }, shelf) => changed(shelf, incidentId, (i) => ({ ...i, closed, state: 'closed' })),
  'incident-dismissed': ({ incidentId, dismissed }, shelf) => changed(shelf, incidentId, (i) => ({ ...i, dismissed, state: 'not-an-incident' })),
  'first-report-limit-set': ({ limit }, shelf) => shelf.put('first-report-limit', limit.contractId, limit, limit.contractId),
  'audit-freeze-begun': ({ freeze }, shelf) => {
    shelf.put('audit-freeze', freeze.id, freeze, freeze.contractId)
    count(shelf, `audit-freeze:${freeze.contractId}`)
  },
  'audit-freeze-lifted': ({ freezeId, lifted }, shelf) => void change(shelf, 'audit-freeze', freezeId, (f) => ({ ...f, lifted }), (f) => f.contractId),
} satisfies Projectors

const blank = {
  nature: null, occurredAt: null, importanceClass: null, packages: [], itemIds: [], state: 'found', facts: [], timeline: [], reports: [], closed: null, dismissed: null, published: null, freezeLifted: null,
} as const satisfies Partial<Incident>

function begin(shelf: Shelf, incident: Incident): void {
  shelf.put('incident', incident.id, incident, incident.contractId)
  count(shelf, `incident:${incident.contractId}`)
}

const changed = (shelf: Shelf, id: string, by: (incident: Incident) => Incident): void => void change(shelf, 'incident', id, by, ({ contractId }) => contractId)
