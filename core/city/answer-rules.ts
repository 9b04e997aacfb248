import type { ImportedDocument } from '../documents/document.ts'
import type { Reading } from '../ledger/shelf.ts'
import type { Person } from '../people/person.ts'
import type { Objection } from '../refusal.ts'
import { type Day, dayOf, type Instant, instantOf } from '../time.ts'
import { answerable, type AnswerApplication, type Answered, isAnswerable } from './answer.ts'
import { takenBy } from './numbers.ts'

/** What was said in answer to a document already, and still holds. */
export const answerTo = (reading: Reading, { contractId, docNo }: Pick<ImportedDocument, 'contractId' | 'docNo'>): Answered | null =>
  reading.list('answered', contractId).find((answered) => answered.of.docNo === docNo && answered.supersededBy === null) ?? null

/**
 * What stands against this answer: to values that nobody signed, to what was superseded or taken back, with what cannot be said to it, without a
 * reason or a condition that belongs to it, by whoever may not; and a second one that does not say why there is one.
 */
export function objectionsToAnswer(reading: Reading, imported: ImportedDocument, order: AnswerApplication, clerk: Person, now: Instant): Objection[] {
  const { form, docNo } = imported
  if (!isAnswerable(form)) return [{ code: 'not-answerable', article: null, rule: null, facts: { form, docNo } }]
  const { article, decisions, role } = answerable[form]
  const earlier = answerTo(reading, imported)
  return [
    ...objectionsToDocument(imported),
    ...(decisions.includes(order.decision) ? [] : [{ code: 'decision-not-for-form', article, rule: null, facts: { form, decision: order.decision } } as const]),
    ...(role !== null && !clerk.roles.includes(role) ? [{ code: 'not-your-office', article, rule: null, facts: { needs: role } } as const] : []),
    ...objectionsToWords(order, form),
    ...objectionsToDay(imported, order.decidedOn, now),
    ...(earlier && order.revisionReason === '' ? [{ code: 'answered-already', article, rule: 'R-37', facts: { docNo, approvalNo: earlier.approvalNo } } as const] : []),
  ]
}

/** A number of the office names one answer; another document's is not given again. */
export function objectionsToApprovalNo(reading: Reading, no: string | null, docNo: string): Objection[] {
  if (no === null) return [{ code: 'city-number-missing', article: null, rule: null, facts: { kind: '承認' } }]
  const taken = takenBy(reading, '承認', no, docNo)
  return taken ? [{ code: 'city-number-taken', article: null, rule: null, facts: { no, of: taken.of } }] : []
}

function objectionsToDocument({ verdict, docNo, revision, supersededBy, record }: ImportedDocument): Objection[] {
  const kind = (record as { revisionKind?: string }).revisionKind
  return [
    ...(verdict === 'verified' ? [] : [{ code: 'answer-to-unsigned', article: null, rule: null, facts: { docNo } } as const]),
    ...(supersededBy === null && kind !== '取消' ? [] : [{ code: 'answer-to-superseded', article: null, rule: 'R-37', facts: { docNo, revision } } as const]),
  ]
}

function objectionsToWords({ decision, conditions, reason, attendance }: AnswerApplication, form: string): Objection[] {
  const unsaid = conditions.some(({ kind, text }) => kind === 'その他' && text === '')
  return [
    ...((decision === '条件付承認') === (conditions.length > 0) && !unsaid ? [] : [{ code: 'conditions-missing', article: null, rule: null, facts: {} } as const]),
    ...(decision === '不承認' && reason === '' ? [{ code: 'answer-without-reason', article: null, rule: null, facts: {} } as const] : []),
    ...(attendance !== null && form !== 'F-28' ? [{ code: 'attendance-only-for-notice', article: '15③', rule: null, facts: {} } as const] : []),
  ]
}

/** Nobody decides tomorrow, nor before it was asked. */
function objectionsToDay({ record }: ImportedDocument, on: Day, now: Instant): Objection[] {
  const issuedOn = dayOf(instantOf((record as { issuedAt: string }).issuedAt))
  return [
    ...(on > dayOf(now) ? [{ code: 'time-in-future', article: null, rule: null, facts: { what: 'decided' } } as const] : []),
    ...(on < issuedOn ? [{ code: 'before-its-time', article: null, rule: null, facts: { what: 'decided', earlier: 'submitted' } } as const] : []),
  ]
}
