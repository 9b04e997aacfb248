import type { Audit } from '../../audits/audit.ts'
import { auditState } from '../../audits/rules.ts'
import type { Shelf } from '../shelf.ts'
import { change, count } from './change.ts'
import type { Projectors } from './projectors.ts'

/** What the city looked into (Art. 17). */
export const audits = {
  'audit-begun': ({ audit }, shelf) => {
    shelf.put('audit', audit.id, audit, audit.contractId)
    count(shelf, `audit:${audit.contractId}`)
  },
  'audit-held': ({ auditId, held }, shelf) => changed(shelf, auditId, (a) => ({ ...a, held })),
  'audit-asked': ({ auditId, request }, shelf) => changed(shelf, auditId, (a) => ({ ...a, requests: [...a.requests, request] })),
  'audit-answered': ({ auditId, requestNo, answer }, shelf) => changed(shelf, auditId, (a) => ({ ...a, requests: a.requests.map((one) => (one.no === requestNo ? { ...one, answers: [...one.answers, answer] } : one)) })),
  'audit-finding-made': ({ auditId, finding }, shelf) => changed(shelf, auditId, (a) => ({ ...a, findings: [...a.findings, finding] })),
  'audit-finding-corrected': ({ auditId, findingNo, correction }, shelf) => ofFinding(shelf, auditId, findingNo, (f) => ({ ...f, corrections: [...f.corrections, correction] })),
  'audit-finding-confirmed': ({ auditId, findingNo, confirmed }, shelf) => ofFinding(shelf, auditId, findingNo, (f) => ({ ...f, corrections: f.corrections.map((one, i) => (i === f.corrections.length - 1 ? { ...one, confirmed } : one)) })),
  'audit-closed': ({ auditId, closed }, shelf) => changed(shelf, auditId, (a) => ({ ...a, closed })),
} satisfies Projectors

function changed(shelf: Shelf, id: string, by: (audit: Audit) => Audit): void {
  const restated = (audit: Audit): Audit => ({ ...audit, state: auditState(audit) })
  change(shelf, 'audit', id, (audit) => restated(by(audit)), ({ contractId }) => contractId)
}

const ofFinding = (shelf: Shelf, id: string, no: number, by: (finding: Audit['findings'][number]) => Audit['findings'][number]): void =>
  changed(shelf, id, (audit) => ({ ...audit, findings: audit.findings.map((one) => (one.no === no ? by(one) : one)) }))
