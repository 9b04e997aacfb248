import { IssuedDocument } from '../../documents/document.ts'
import { LetterForm } from '../../documents/form-letter.ts'
import { seriesIn } from '../../forms/numbering.ts'
import type { Kept, Shelf } from '../shelf.ts'
import { placesHandedIn } from './workplace.ts'
import { change, changePlan, count, nothing } from './change.ts'
import type { Projectors } from './projectors.ts'

/** What was issued, and what that changes. */
export const documents = {
  'document-issued': ({ document: issued }, shelf) => {
    const document = IssuedDocument.parse(issued)
    shelf.put('issued', document.id, document, document.contractId)
    // A revision takes the place of the one before it, and no number more.
    if (document.revision > 1) return revised(shelf, document)
    count(shelf, `${document.form}:${document.contractId}`)
    if (LetterForm.safeParse(document.form).success) count(shelf, seriesIn(document.docNo))
    if (document.form === 'F-25') receipted(shelf, document)
    if (document.form === 'F-09') for (const id of document.subjects) if (shelf.get('subcontract', id)) change(shelf, 'subcontract', id, (s) => ({ ...s, docNo: document.docNo }), (s) => s.contractId)
    if (document.form === 'F-28') changePlan(shelf, document.subjectId, (p) => ({ ...p, docNo: document.docNo }))
    if (document.form === 'F-26') for (const id of document.subjects) if (shelf.get('handback', id)) change(shelf, 'handback', id, (h) => ({ ...h, docNo: document.docNo }), (h) => h.contractId)
    if (document.form === 'F-30' || document.form === 'F-31') for (const id of document.subjects) certified(shelf, id, document.docNo)
  },
  'document-saved': nothing,
  'document-submitted': ({ id, at }, shelf) => placesHandedIn(shelf, change(shelf, 'issued', id, (d) => ({ ...d, submittedAt: at }), (d) => d.contractId), at),
  'document-acknowledged': ({ id, cityReceiptNo, at }, shelf) =>
    change(shelf, 'issued', id, (d) => ({ ...d, state: 'acknowledged', cityReceiptNo, acknowledgedAt: at }), (d) => d.contractId),
} satisfies Projectors

/** The revision before stays as it was issued, and says what stands in its place. What was cancelled leaves its subject without a document. */
function revised(shelf: Shelf, { id, contractId, form, docNo, revision, revisionKind, issuedAt, subjects }: Kept['issued']): void {
  const kind = revisionKind === '取消' ? '取消' as const : '訂正' as const
  for (const before of shelf.list('issued', contractId)) {
    if (before.id === id || before.form !== form || before.docNo !== docNo || before.supersededBy !== null) continue
    shelf.put('issued', before.id, { ...before, supersededBy: { id, revision, kind, at: issuedAt } }, contractId)
  }
  if (kind === '取消') for (const subject of subjects) undocumented(shelf, form, subject, docNo)
}

function undocumented(shelf: Shelf, form: string, subject: string, docNo: string): void {
  if (form === 'F-25') {
    change(shelf, 'handover', subject, (h) => ({ ...h, state: 'checked', receiptNo: null }), (h) => h.contractId)
    for (const item of shelf.list('item', subject)) if (item.state === 'in custody') shelf.put('item', item.id, { ...item, state: 'checked' }, item.handoverId)
  }
  if (form === 'F-28') changePlan(shelf, subject, (p) => ({ ...p, docNo: null, submittedAt: null, confirmed: null, state: p.state === 'submitted' || p.state === 'confirmed' ? 'decided' : p.state }))
  if (form === 'F-30' || form === 'F-31') change(shelf, 'wipe', subject, (w) => ({ ...w, certificateNo: w.certificateNo === docNo ? null : w.certificateNo, state: w.state === 'certified' ? 'verified' : w.state }), (w) => w.contractId)
  if (form === 'F-09' && shelf.get('subcontract', subject)) change(shelf, 'subcontract', subject, (s) => ({ ...s, docNo: null }), (s) => s.contractId)
  if (form === 'F-26' && shelf.get('handback', subject)) change(shelf, 'handback', subject, (h) => ({ ...h, docNo: null }), (h) => h.contractId)
}

/** Once the receipt is out, its hand-over is receipted and the information may be used. */
function receipted(shelf: Shelf, document: Kept['issued']): void {
  change(shelf, 'handover', document.subjectId, (h) => ({ ...h, state: 'receipted', receiptNo: document.docNo }), (h) => h.contractId)
  for (const item of shelf.list('item', document.subjectId)) shelf.put('item', item.id, { ...item, state: 'in custody' }, item.handoverId)
}

/** Every erasure bears the number of its document; only one that passed is thereby certified. */
function certified(shelf: Shelf, wipeId: string, docNo: string): void {
  change(shelf, 'wipe', wipeId, (w) => ({ ...w, certificateNo: docNo, state: w.result === '合格' ? 'certified' : w.state }), (w) => w.contractId)
}
