import type { Reading } from '../ledger/shelf.ts'
import type { Objection } from '../refusal.ts'
import type { IssuedDocument } from './document.ts'

/** What was done on the ground of a document: then it can be corrected, and no more be taken back. */
export function objectionsToCancelling(reading: Reading, document: IssuedDocument): Objection[] {
  const { form, docNo } = document
  const against = (what: string): Objection[] => [{ code: 'document-relied-on', article: form === 'F-25' ? '14' : '15②', rule: 'R-37', facts: { docNo, what } }]
  if (form === 'F-25') return isUsed(reading, document) ? against('預かった情報の利用') : []
  if (form === 'F-28') return reading.list('wipe', document.contractId).some(({ planId }) => planId === document.subjectId) ? against('消去・廃棄の実施') : []
  return []
}

/** Whether anything of a receipt went into a package, a plan or a copy, or has come to its end. */
function isUsed(reading: Reading, { subjectId, contractId }: IssuedDocument): boolean {
  const items = reading.list('item', subjectId)
  const ids = new Set<string>(items.map(({ id }) => id))
  return items.some(({ state, end }) => state === 'settled' || end !== null)
    || reading.list('package', contractId).some(({ itemIds }) => itemIds.some((id) => ids.has(id)))
    || reading.list('copy', contractId).some(({ itemId }) => itemId !== null && ids.has(itemId))
    || reading.list('plan', contractId).some(({ targets, state }) => state !== 'withdrawn' && targets.some(({ itemIds }) => itemIds.some((id) => ids.has(id))))
}
