import { isAnswerable } from '../../city/answer.ts'
import { settlementOf } from '../../city/settlement.ts'
import { goneNumbers, standing, undecided, unproved } from '../../city/witnessed.ts'
import { FormLetter } from '../../documents/form-letter.ts'
import type { ImportedDocument } from '../../documents/document.ts'
import type { Reading } from '../../ledger/shelf.ts'
import { DAY, dayOf, type Instant, instantOf } from '../../time.ts'
import type { Card } from '../home.ts'
import { card } from './card.ts'

/** So long a city may think about what names no day of its own. */
const ANSWER_WITHIN = 3 * DAY
/** So long before the end of the work one begins to settle, and after a hand-over one waits for its receipt. */
const AHEAD = 14 * DAY
const RECEIPT_WITHIN = DAY

/** The city's desk: what must be answered, what has no receipt, what is not settled, and what a contractor's ledger fails to prove. */
export function ofCityOffice(reading: Reading, now: Instant): Card[] {
  if (reading.get('office', 'office')?.organisation.kind !== 'city') return []
  return [...ofApplications(reading, now), ...ofDesignations(reading, now), ...ofUnsettled(reading, now), ...ofLedgers(reading)]
}

/** Art. 6①, 9②, 11(2), 15: what a contractor asked, and nobody has answered. */
function ofApplications(reading: Reading, now: Instant): Card[] {
  return reading.list('contract').filter(({ state }) => state === 'active').flatMap(({ id }) => {
    const answered = new Set(reading.list('answered', id).map(({ of }) => of.docNo))
    return reading.list('imported', id).filter(({ form, docNo, verdict, supersededBy, record }) => isAnswerable(form) && verdict === 'verified' && supersededBy === null && !answered.has(docNo) && (record as { revisionKind?: string }).revisionKind !== '取消')
      .map((one) => {
        const due = neededBy(one)
        return card(now >= due ? 'overdue' : 'approval', 'answer-due', articleOf(one.form), one.id, one.docNo, 'answers', one.importedAt, { title: titleOf(one), needed: due })
      })
  })
}

/** By the hour at which it would go out or be erased; else within three days. */
function neededBy({ record, importedAt }: ImportedDocument): Instant {
  const said = record as { form: string; plan?: { plannedOn: string } }
  if (said.form === 'F-28' && said.plan) return instantOf(`${said.plan.plannedOn}T00:00:00+09:00`)
  const letter = FormLetter.safeParse(record)
  const from = letter.success && said.form === 'F-11' ? letter.data.parts.flatMap((part) => (part.kind === 'fields' ? part.fields : [])).find(({ as, value }) => as === 'time' && value !== '')?.value : undefined
  return Math.min(from === undefined ? Infinity : instantOf(from), importedAt + ANSWER_WITHIN) as Instant
}

/** Art. 14: handed over, and no receipt has come for it. */
function ofDesignations(reading: Reading, now: Instant): Card[] {
  return reading.open('designation').filter(({ at }) => now >= at + RECEIPT_WITHIN).flatMap(({ id, no, at, contractId, purpose }) => {
    const hasReceipt = reading.list('imported', contractId).some(({ form, record, supersededBy }) => form === 'F-25' && supersededBy === null && instantOf((record as { handover: { designated: { at: string } } }).handover.designated.at) === at)
    return hasReceipt ? [] : [card('overdue', 'receipt-not-come', '14', id, no, 'designations', at, { purpose })]
  })
}

/** Art. 15①: the work ends, or has ended, and something is still with the contractor. */
function ofUnsettled(reading: Reading, now: Instant): Card[] {
  return reading.list('contract').filter(({ state, periodTo }) => state === 'active' && periodTo <= dayOf((now + AHEAD) as Instant)).flatMap(({ id, contractNo, periodTo }) => {
    const { total, contradictions } = settlementOf(reading, id, now)
    if (total.remaining === 0 && contradictions.length === 0) return []
    return [card(periodTo < dayOf(now) ? 'overdue' : 'todo', 'city-unsettled', '15①', id, contractNo, 'citySettlement', null, { remaining: total.remaining, contradictions: contradictions.length, periodTo })]
  })
}

/** Evidence §8: a restoring that nobody decided on, a fork or a cut stay on top; a longer ledger waits for its proof. */
function ofLedgers(reading: Reading): Card[] {
  return reading.list('known-ledger').flatMap((known) => {
    const restorings = reading.list('known-restoring', known.origin)
    const [restored] = undecided(restorings)
    if (restored) return [card('overdue', 'ledger-restored', '17', known.origin, known.organisation, 'knownLedgers', restored.shownAt, goneNumbers(restored))]
    const against = standing(known, restorings).at(-1)
    if (against) return [card('overdue', against.kind === 'FORK' ? 'ledger-forked' : 'ledger-rolled-back', '17', known.origin, known.organisation, 'knownLedgers', against.at, { docNo: against.docNo, size: against.size, knownSize: against.known.size })]
    const waiting = unproved(known)
    return waiting.length === 0 ? [] : [card('todo', 'ledger-unproved', '17', known.origin, known.organisation, 'knownLedgers', waiting.at(-1)?.seenAt ?? null, { count: waiting.length })]
  })
}

const ARTICLES: Readonly<Record<string, string>> = { 'F-05': '6①', 'F-09': '9②', 'F-11': '11(2)', 'F-27': '15①', 'F-28': '15②' }
const articleOf = (form: string): string => ARTICLES[form] ?? '14'
const titleOf = ({ record }: ImportedDocument): string => (record as { title?: string }).title ?? '消去・廃棄届出書'

