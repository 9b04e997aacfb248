import * as z from 'zod'
import { KeptFile } from '../kept-file.ts'
import { Sha256 } from '../text.ts'
import { Instant } from '../time.ts'

/** The verdict on one file: ✔ signature and values · △ values agree, no signature · ✘ refused. */
export const Verdict = z.enum(['verified', 'values-only', 'refused'])
export type Verdict = z.infer<typeof Verdict>

/** Why a document was not (fully) believed: a code, the field where there is one, and the facts of its sentence. */
export const Finding = z.object({ code: z.string().max(60), field: z.string().max(200).nullable(), facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])) })
export type Finding = z.infer<typeof Finding>

export const Body = z.enum(['pdf', 'json', 'csv', 'code', 'qr'])
export type Body = z.infer<typeof Body>

/** What verification says of one document in one file. `document` is null when nothing could be read. */
export const Verification = z.object({
  file: z.string(),
  body: Body.nullable(),
  verdict: Verdict,
  reasons: z.array(Finding),
  document: z.object({
    form: z.string(), docNo: z.string(), revision: z.number(), contractNo: z.string(), issuedAt: z.string(), hash: Sha256, code: z.string(),
    signer: z.string().nullable(), rootFingerprint: z.string().nullable(),
  }).nullable(),
  /** 収受 by the city's own signature in the contractor's PDF, where there is one and it is believed. */
  counterSigned: z.object({ at: z.string(), signer: z.string(), rootFingerprint: Sha256 }).optional(),
})
export type Verification = z.infer<typeof Verification>

/** A document that this desk issued: its bodies lie in the vault under `blobs`. */
export const IssuedDocument = z.object({
  id: z.string(), form: z.string(), docNo: z.string(), revision: z.number().int(), contractId: z.string(), subjectId: z.string(),
  /** Everything that it speaks of, where that is more than one thing: the erasures of a certificate. */
  subjects: z.array(z.string()).default([]),
  hash: Sha256, code: z.string(), issuedAt: Instant, issuedBy: z.string(),
  bodies: z.array(z.object({ name: z.string(), type: z.string(), blob: z.string(), size: z.number(), sha256: Sha256 })),
  state: z.enum(['issued', 'acknowledged']),
  cityReceiptNo: z.string().nullable(),
  acknowledgedAt: Instant.nullable(),
  /** What the paper is headed with, where its form alone does not tell. */
  title: z.string().default(''),
  revisionKind: z.enum(['新規', '変更', '訂正', '取消']).default('新規'),
  revisionReason: z.string().default(''),
  /** The document that stands in its place since: its next revision, or its cancellation. It stays as it was issued. */
  supersededBy: z.object({ id: z.string(), revision: z.number().int(), kind: z.enum(['訂正', '取消']), at: Instant }).nullable().default(null),
  /** When it was handed in to the city, as far as this desk was told. */
  submittedAt: Instant.nullable().default(null),
})
export type IssuedDocument = z.infer<typeof IssuedDocument>

/** One value of two records that should be the same: the column (or the way through the record), which of its rows, and what stands in each. */
export const Difference = z.object({ field: z.string().max(300), row: z.number().int().nullable(), expected: z.string(), found: z.string() })
export type Difference = z.infer<typeof Difference>

/** A document that a city took in (取込). */
export const ImportedDocument = z.object({
  id: z.string(), contractId: z.string(), form: z.string(), docNo: z.string(), revision: z.number().int(), hash: Sha256, code: z.string(), verdict: Verdict,
  body: Body, reasons: z.array(Finding), record: z.unknown(), cityReceiptNo: z.string(), importedAt: Instant, importedBy: z.string(), supersededBy: z.string().nullable(),
  /** The files that it came in, as they came: evidence that needs no program of ours. Older entries kept none. */
  files: z.array(KeptFile).default([]),
  /** When someone compared the printed 確認コード of a paper with this record, and who. */
  papers: z.array(z.object({ at: Instant, by: z.string() })).default([]),
})
export type ImportedDocument = z.infer<typeof ImportedDocument>
