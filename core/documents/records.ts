import * as z from 'zod'
import { Means } from '../handovers/handover.ts'
import { ImportanceClass, ReceiptForm } from '../handovers/item.ts'
import { CityAnswer } from './city-answer.ts'
import { DestructionCertificate, DisposalNotice, ErasureCertificate } from './disposal-records.ts'
import { FormLetter } from './form-letter.ts'
import { day, header, iso, sha256, text, whole } from './header.ts'

const circumstances = z.strictObject({ means: Means, at: iso, place: text(400) })

/** F-25 預り証 (Art. 14). */
export const CustodyReceipt = z.strictObject({
  ...header,
  form: z.literal('F-25'),
  template: z.literal('F-25/1'),
  handover: z.strictObject({
    designated: circumstances,
    actual: circumstances,
    exception: z.strictObject({ cityRef: text(200), reason: text(4000) }).nullable(),
    difference: z.strictObject({ cityRef: text(200), note: text(4000), count: whole }).nullable(),
    deliveredBy: text(200),
    receivedBy: text(200),
    purpose: text(200),
    storagePlace: text(400),
    returnDueOn: day.nullable(),
    returnConditions: text(1000),
    remarks: text(4000),
  }),
  medium: z.strictObject({ no: text(40), type: text(40), serial: text(200), owner: z.enum(['甲', '乙']), ownerNo: text(200) }).nullable(),
  items: z.array(z.strictObject({
    no: whole.min(1), name: text(1000).min(1), infoKind: text(200), form: ReceiptForm, count: whole.nullable(), size: whole, sha256,
    importanceClass: ImportanceClass, personalInfo: z.boolean(), sensitive: z.boolean(), myNumber: z.boolean(),
  })).min(1).max(200_000),
  totals: z.strictObject({ items: whole.min(1), count: whole.nullable(), bytes: whole }),
})
export type CustodyReceipt = z.infer<typeof CustodyReceipt>

/** 収受通知: the city's signed answer to a document that it imported. */
export const Acknowledgement = z.strictObject({
  v: z.literal(1), form: z.literal('C-01'), template: z.literal('C-01/1'), docNo: text(60).min(1), revision: z.literal(1), issuedAt: iso,
  city: z.strictObject({ organisation: text(200), section: text(200), officer: text(200) }),
  contract: z.strictObject({ contractNo: text(200), title: text(400) }),
  of: z.strictObject({ form: text(10), docNo: text(60), revision: whole.min(1), hash: sha256 }),
  cityReceiptNo: text(100),
  verdict: z.enum(['verified', 'values-only']),
  keys: z.strictObject({ rootFingerprint: sha256, checkpointKeyId: text(64) }),
})
export type Acknowledgement = z.infer<typeof Acknowledgement>

/** 公開鍵届: the public keys of an organisation, registered once per contract (evidence §5). */
const notice = {
  v: z.literal(1), form: z.literal('K-01'), docNo: text(60).min(1), revision: z.literal(1), issuedAt: iso,
  organisation: text(200).min(1), rootPem: text(10_000), checkpointKeyPem: text(2000), fingerprint: sha256, checkWords: z.array(text(20)).length(12),
}
/** Since K-01/2 with the certificate that key letters are closed for, issued by the same root: whoever checked the root's fingerprint has checked it too. */
export const KeyNotice = z.discriminatedUnion('template', [
  z.strictObject({ ...notice, template: z.literal('K-01/1') }), z.strictObject({ ...notice, template: z.literal('K-01/2'), encryptionPem: text(10_000) }),
])
export type KeyNotice = z.infer<typeof KeyNotice>

export const DocumentRecord = z.discriminatedUnion('form', [CustodyReceipt, Acknowledgement, KeyNotice, DisposalNotice, ErasureCertificate, DestructionCertificate, FormLetter, CityAnswer])
export type DocumentRecord = z.infer<typeof DocumentRecord>
export type Form = DocumentRecord['form']
