import type { Audit } from '../../audits/audit.ts'
import { findingState, isLate, notPutRight, unanswered } from '../../audits/rules.ts'
import type { Reading } from '../../ledger/shelf.ts'
import { type Day, dayOf, type Instant, instantOf } from '../../time.ts'
import type { Card } from '../home.ts'
import { card } from './card.ts'

/** Art. 17: what the city asked for, every finding until somebody has confirmed it, and audits that come or wait for their end. */
export const ofAudits = (reading: Reading, now: Instant): Card[] => reading.open('audit').flatMap((audit) => ofOne(audit, now))

function ofOne(audit: Audit, now: Instant): Card[] {
  const { id, no, kind: auditKind, plannedAt, held } = audit
  const today = dayOf(now)
  const of = (kind: Card['kind'], code: string, at: Instant | null, facts: Card['facts'] = {}, doneBy: string | null = null): Card => card(kind, code, '17', id, no, 'audits', at, facts, doneBy)
  const waiting = unanswered(audit)
  const open = notPutRight(audit)
  const late = open.filter((finding) => isLate(finding, today))
  const toPutRight = open.filter((finding) => findingState(finding) === 'open' && !late.includes(finding))
  const toConfirm = open.filter((finding) => findingState(finding) === 'to be confirmed' && !late.includes(finding))
  const cards = [
    ...(late.length === 0 ? [] : [of('overdue', 'audit-findings-late', first(late.map(({ dueOn }) => dueOn)), { count: late.length, numbers: late.map((one) => one.no).join('、') })]),
    ...(waiting.length === 0 ? [] : [of(waiting.some(({ dueOn }) => dueOn !== null && dueOn < today) ? 'overdue' : 'asked', 'audit-asked', waiting[0]?.askedAt ?? null, { count: waiting.length })]),
    ...(toPutRight.length === 0 ? [] : [of('todo', 'audit-findings-open', null, { count: toPutRight.length, dueOn: toPutRight.map(({ dueOn }) => dueOn).sort()[0] ?? '' })]),
    ...toConfirm.map((finding) => of('approval', 'audit-finding-to-confirm', finding.corrections.at(-1)?.at ?? null, { finding: finding.no }, finding.corrections.at(-1)?.by ?? null)),
  ]
  if (cards.length > 0) return cards
  if (held) return [of('out', 'audit-end-awaited', held.from)]
  return [of(plannedAt < now ? 'overdue' : 'asked', plannedAt < now ? 'audit-to-record' : 'audit-announced', plannedAt, { kind: auditKind })]
}

const first = (days: readonly Day[]): Instant | null => (days.length === 0 ? null : instantOf(`${[...days].sort()[0]}T00:00:00+09:00`))
