import * as z from 'zod'
import { ContractId } from '../contracts/contract-of-work.ts'
import { PersonId } from '../people/person.ts'
import { CityRef, Lines, Name, Text } from '../text.ts'
import { Day, Instant } from '../time.ts'

export const AuditId = z.string().min(1).max(64)

/** 監査・検査, asking for information, and instructing (Art. 17①②). */
export const AuditKind = z.enum(['監査', '立入検査', '書面検査', '資料の求め', '指示'])
export type AuditKind = z.infer<typeof AuditKind>

/** A document as it was shown: by its number, from the ledger. */
export const ShownDocument = z.object({ id: z.string(), docNo: z.string(), revision: z.number().int(), title: z.string() })
export type ShownDocument = z.infer<typeof ShownDocument>

/** 要求事項 (Art. 17②): what the city asked to see, to hear, or to be done, and every answer it got. */
export const AuditRequest = z.object({
  no: z.number().int().positive(), kind: z.enum(['資料', '説明', '指示']), what: Lines, askedBy: Name, askedAt: Instant, dueOn: Day.nullable(), recordedBy: PersonId,
  answers: z.array(z.object({ what: Lines, documents: z.array(ShownDocument), at: Instant, by: PersonId })),
})
export type AuditRequest = z.infer<typeof AuditRequest>

/** 指摘: until when it is put right, and by whom; what was done, and what somebody else found when they looked. */
export const Finding = z.object({
  no: z.number().int().positive(), what: Lines, dueOn: Day, responsible: PersonId, recordedBy: PersonId, recordedAt: Instant,
  corrections: z.array(z.object({
    action: Lines, on: Day, by: PersonId, at: Instant,
    confirmed: z.object({ found: z.enum(['put right', 'not yet']), note: Lines, by: PersonId, at: Instant }).nullable(),
  })),
})
export type Finding = z.infer<typeof Finding>

/** How it went: when, where, with whom. */
const Held = z.object({ from: Instant, to: Instant.nullable(), auditors: Name, place: Text, attendees: Text, remarks: Lines, by: PersonId, at: Instant })
/** 甲の了承: its number, its day, and who told it. */
const Closed = z.object({ cityRef: CityRef, on: Day, toldBy: Name, by: PersonId, at: Instant })

/** 通知 → 実施 → 指摘 → 是正 → 完了. `correcting`: something that was found is not put right, or nobody else has looked yet. */
export const AuditState = z.enum(['noticed', 'held', 'correcting', 'corrected', 'closed'])
export type AuditState = z.infer<typeof AuditState>

/** 監査対応 (F-34, Art. 17): one audit or inspection by the city, from its notice to its end. */
export const Audit = z.object({
  id: AuditId,
  /** `KS-R8-017-001`, counted within the contract. */
  no: z.string(),
  contractId: ContractId, kind: AuditKind,
  /** The city's number, where it gave one. */
  cityRef: Text,
  auditors: Name,
  /** null: without notice. */
  announcedOn: Day.nullable(),
  plannedAt: Instant, place: Text,
  /** 要求事項: what it is about. */
  subject: Lines,
  begunBy: PersonId, begunAt: Instant,
  held: Held.nullable(), requests: z.array(AuditRequest), findings: z.array(Finding), closed: Closed.nullable(), state: AuditState,
})
export type Audit = z.infer<typeof Audit>

const OfAudit = z.object({ auditId: AuditId })
export const BeginAudit = Audit.pick({ contractId: true, kind: true, cityRef: true, auditors: true, announcedOn: true, plannedAt: true, place: true, subject: true })
export type BeginAudit = z.infer<typeof BeginAudit>
export const HoldAudit = OfAudit.extend(Held.omit({ by: true, at: true }).shape)
export type HoldAudit = z.infer<typeof HoldAudit>
export const AskInAudit = OfAudit.extend(AuditRequest.pick({ kind: true, what: true, askedBy: true, askedAt: true, dueOn: true }).shape)
export type AskInAudit = z.infer<typeof AskInAudit>
/** `requestNo` and `findingNo` count from 1. `documentIds`: documents that were issued under this contract. */
export const AnswerInAudit = OfAudit.extend({ requestNo: z.number().int().positive(), what: Lines, documentIds: z.array(z.string().min(1).max(64)).max(500), at: Instant })
export type AnswerInAudit = z.infer<typeof AnswerInAudit>
export const FindInAudit = OfAudit.extend(Finding.pick({ what: true, dueOn: true, responsible: true }).shape)
export type FindInAudit = z.infer<typeof FindInAudit>
export const CorrectFinding = OfAudit.extend({ findingNo: z.number().int().positive(), action: Lines, on: Day })
export type CorrectFinding = z.infer<typeof CorrectFinding>
export const ConfirmFinding = OfAudit.extend({ findingNo: z.number().int().positive(), found: z.enum(['put right', 'not yet']), note: Lines })
export type ConfirmFinding = z.infer<typeof ConfirmFinding>
export const CloseAudit = OfAudit.extend(Closed.omit({ by: true, at: true }).shape)
export type CloseAudit = z.infer<typeof CloseAudit>
