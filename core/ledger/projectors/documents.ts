import { IssuedDocument } from '../../documents/document.ts'
import type { Kept, Shelf } from '../shelf.ts'
import { change, changePlan, count, nothing } from './change.ts'
import type { Projectors } from './projectors.ts'

/** What was issued, and what that changes. */
export const documents = {
  'document-issued': ({ document }, shelf) => {
    shelf.put('issued', document.id, IssuedDocument.parse(document), document.contractId)
    count(shelf, `${document.form}:${document.contractId}`)
    if (document.form === 'F-25') receipted(shelf, document)
    if (document.form === 'F-28') changePlan(shelf, document.subjectId, (p) => ({ ...p, docNo: document.docNo }))
    if (document.form === 'F-30' || document.form === 'F-31') for (const id of document.subjects) certified(shelf, id, document.docNo)
  },
  'document-saved': nothing,
  'document-acknowledged': ({ id, cityReceiptNo, at }, shelf) =>
    change(shelf, 'issued', id, (d) => ({ ...d, state: 'acknowledged', cityReceiptNo, acknowledgedAt: at }), (d) => d.contractId),
} satisfies Projectors

/** Once the receipt is out, its hand-over is receipted and the information may be used. */
function receipted(shelf: Shelf, document: Kept['issued']): void {
  change(shelf, 'handover', document.subjectId, (h) => ({ ...h, state: 'receipted', receiptNo: document.docNo }), (h) => h.contractId)
  for (const item of shelf.list('item', document.subjectId)) shelf.put('item', item.id, { ...item, state: 'in custody' }, item.handoverId)
}

/** Every erasure bears the number of its document; only one that passed is thereby certified. */
function certified(shelf: Shelf, wipeId: string, docNo: string): void {
  change(shelf, 'wipe', wipeId, (w) => ({ ...w, certificateNo: docNo, state: w.result === '合格' ? 'certified' : w.state }), (w) => w.contractId)
}
