import type { Objection } from '../refusal.ts'
import type { Day } from '../time.ts'
import type { Audit, AuditState, Finding } from './audit.ts'

/** 指摘 → 是正 → 確認. Whoever looked and found it not put right sends it back to the beginning. */
export type FindingState = 'open' | 'to be confirmed' | 'put right'
export function findingState({ corrections }: Pick<Finding, 'corrections'>): FindingState {
  const last = corrections.at(-1)
  if (!last || last.confirmed?.found === 'not yet') return 'open'
  return last.confirmed === null ? 'to be confirmed' : 'put right'
}

/** Where an audit stands, from what was written down of it. */
export function auditState({ held, findings, closed }: Pick<Audit, 'held' | 'findings' | 'closed'>): AuditState {
  if (closed) return 'closed'
  if (!held) return 'noticed'
  if (findings.length === 0) return 'held'
  return findings.every((finding) => findingState(finding) === 'put right') ? 'corrected' : 'correcting'
}

export const unanswered = ({ requests }: Pick<Audit, 'requests'>): Audit['requests'] => requests.filter(({ answers }) => answers.length === 0)
export const notPutRight = ({ findings }: Pick<Audit, 'findings'>): Finding[] => findings.filter((finding) => findingState(finding) !== 'put right')
/** Past its due day, and nobody has confirmed it. */
export const isLate = (finding: Finding, today: Day): boolean => findingState(finding) !== 'put right' && finding.dueOn < today

/** 完了 (Art. 17): everything that was asked is answered, and everything that was found is put right and confirmed. */
export function objectionsToEnd(audit: Audit): Objection[] {
  const { no } = audit
  const open = notPutRight(audit)
  const waiting = unanswered(audit)
  return [
    ...(open.length === 0 ? [] : [{ code: 'audit-findings-open', article: '17', rule: null, facts: { no, findings: open.map((one) => one.no).join(',') } } as const]),
    ...(waiting.length === 0 ? [] : [{ code: 'audit-requests-open', article: '17②', rule: null, facts: { no, requests: waiting.map((one) => one.no).join(',') } } as const]),
  ]
}
