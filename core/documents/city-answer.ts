import * as z from 'zod'
import { day, header, iso, sha256, text, whole } from './header.ts'

export const Decision = z.enum(['承認', '条件付承認', '不承認', '確認'])
export type Decision = z.infer<typeof Decision>

/** A condition of an approval. 持出禁止 and 再々委託禁止 are watched by the contractor's desk (core/subcontracts); others are for people to keep. */
export const AnswerCondition = z.strictObject({ kind: z.enum(['持出禁止', '再々委託禁止', 'その他']), text: text() })
export type AnswerCondition = z.infer<typeof AnswerCondition>

/**
 * C-02 回答書: a city's signed answer to what a contractor applied for, filed or confirmed. It names the document it answers by number, revision and
 * hash, so that it answers no other; under its own number (承認番号) it can be asked for again.
 */
export const CityAnswer = z.strictObject({
  ...header,
  form: z.literal('C-02'),
  template: z.literal('C-02/1'),
  /** 持出承認通知書, 再委託不承認通知書: what the paper is headed with. */
  title: text(100).min(1),
  of: z.strictObject({ form: text(10).min(1), title: text(100), docNo: text(60).min(1), revision: whole.min(1).max(999), issuedAt: iso, hash: sha256 }),
  cityReceiptNo: text(100),
  decision: Decision,
  approvalNo: text(200).min(1),
  decidedOn: day,
  decidedBy: z.strictObject({ title: text(200), name: text(200).min(1) }),
  conditions: z.array(AnswerCondition).max(100),
  reason: text(4000),
  /** 立会いの求め (Art. 15③), in the answer to a notice of disposal. */
  attendance: z.strictObject({ organisation: text(200).min(1), name: text(200).min(1) }).nullable(),
})
export type CityAnswer = z.infer<typeof CityAnswer>
