import * as z from 'zod'
import type { ArticleRef } from '../articles.ts'
import { ContractId } from '../contracts/contract-of-work.ts'
import { AnswerCondition, Decision } from '../documents/city-answer.ts'
import { PersonId, type Role } from '../people/person.ts'
import { CityRef, Lines, Name, Sha256, Text } from '../text.ts'
import { Day, Instant } from '../time.ts'

/** What a city answers, and not only receives: each with its article, what can be said to it, and who may. */
export interface Answerable { readonly article: ArticleRef; readonly decisions: readonly [Decision, ...Decision[]]; readonly role: Role | null; readonly title: Readonly<Partial<Record<Decision, string>>> }

export const AnsweredForm = z.enum(['F-05', 'F-09', 'F-11', 'F-27', 'F-28'])
export type AnsweredForm = z.infer<typeof AnsweredForm>

/** A subcontract is approved by the manager (Art. 9②); everything else by whoever is in charge. */
export const answerable: Readonly<Record<AnsweredForm, Answerable>> = {
  'F-05': { article: '6①', decisions: ['承認', '不承認'], role: null, title: { 承認: '作業場所承認通知書', 不承認: '作業場所不承認通知書' } },
  'F-09': { article: '9②', decisions: ['承認', '条件付承認', '不承認'], role: 'cityManager', title: { 承認: '再委託承認通知書', 条件付承認: '再委託条件付承認通知書', 不承認: '再委託不承認通知書' } },
  'F-11': { article: '11(2)', decisions: ['承認', '条件付承認', '不承認'], role: null, title: { 承認: '持出承認通知書', 条件付承認: '持出条件付承認通知書', 不承認: '持出不承認通知書' } },
  'F-27': { article: '15①', decisions: ['確認'], role: null, title: { 確認: '業務終了時残存情報確認通知書' } },
  'F-28': { article: '15②', decisions: ['確認'], role: null, title: { 確認: '消去・廃棄届出確認通知書' } },
}

export const isAnswerable = (form: string): form is AnsweredForm => AnsweredForm.safeParse(form).success

const conditions = z.array(z.object({ kind: AnswerCondition.shape.kind, text: Text })).max(100)
const Attendance = z.object({ organisation: Name, name: Name })

/** 回答. `approvalNo` null: the next of the office's own numbers. `revisionReason`: why an answer that was given is given anew; '' for the first. */
export const AnswerApplication = z.object({
  importedId: z.string().min(1).max(64), decision: Decision, approvalNo: CityRef.nullable(), decidedOn: Day, conditions, reason: Lines,
  attendance: Attendance.nullable().default(null), revisionReason: Text.default(''),
})
export type AnswerApplication = z.infer<typeof AnswerApplication>

/** An answer as the city gave it. */
export const Answered = z.object({
  /** The id of the issued C-02. */
  id: z.string(), contractId: ContractId, importedId: z.string(), form: AnsweredForm,
  of: z.object({ docNo: z.string(), revision: z.number().int(), hash: Sha256 }),
  docNo: z.string(), revision: z.number().int(), decision: Decision, approvalNo: z.string(), decidedOn: Day, conditions, reason: z.string(), attendance: Attendance.nullable(),
  answeredBy: PersonId, answeredAt: Instant, supersededBy: z.string().nullable(),
})
export type Answered = z.infer<typeof Answered>

/** An answer as the contractor took it in: believed, fitting, and what it did. */
export const AnswerTaken = z.object({
  id: z.string(), contractId: ContractId, documentId: z.string(), form: z.string(),
  docNo: z.string(), revision: z.number().int(), hash: Sha256, of: z.object({ docNo: z.string(), revision: z.number().int() }),
  decision: Decision, approvalNo: z.string(), decidedOn: Day, decidedBy: z.string(), conditions, reason: z.string(),
  takenBy: PersonId, takenAt: Instant, supersededBy: z.string().nullable(),
})
export type AnswerTaken = z.infer<typeof AnswerTaken>
