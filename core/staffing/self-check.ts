import * as z from 'zod'
import { ContractId } from '../contracts/contract-of-work.ts'
import { PersonId } from '../people/person.ts'
import { Lines, Name, Text } from '../text.ts'
import { Day, Instant } from '../time.ts'

export const SelfCheckId = z.string().min(1).max(64).brand<'SelfCheckId'>()
export type SelfCheckId = z.infer<typeof SelfCheckId>

/** What is looked at, and on which article it rests. */
export const CheckItem = z.object({ text: Name, article: Text })
export type CheckItem = z.infer<typeof CheckItem>

/** A line of a self-check; what was found wanting is put right, and that is written down. */
export const CheckedItem = CheckItem.extend({
  result: z.enum(['適', '不適', '該当なし']),
  note: Lines,
  /** 是正: what is to be done and by when; what was done and when. */
  plan: z.object({ action: Lines, dueOn: Day }).nullable(),
  corrected: z.object({ what: Lines, on: Day, by: PersonId, at: Instant }).nullable(),
})
export type CheckedItem = z.infer<typeof CheckedItem>

/** 自己点検 (F-04, Art. 5④): by the supervisor, every month; closed by somebody else once everything is put right. */
export const SelfCheck = z.object({
  id: SelfCheckId,
  no: z.string(),
  contractId: ContractId,
  checkedOn: Day,
  checkedBy: PersonId,
  items: z.array(CheckedItem).min(1).max(100),
  remarks: Lines,
  state: z.enum(['実施', '是正中', '完了']),
  closed: z.object({ by: PersonId, at: Instant }).nullable(),
})
export type SelfCheck = z.infer<typeof SelfCheck>

export const CheckItems = z.object({ items: z.array(CheckItem).min(1).max(100) })
export const RecordSelfCheck = SelfCheck.pick({ contractId: true, checkedOn: true, remarks: true }).extend({ items: z.array(CheckedItem.omit({ corrected: true })).min(1).max(100) })
export type RecordSelfCheck = z.infer<typeof RecordSelfCheck>
/** `itemNo` counts from 1. */
export const CorrectItem = z.object({ checkId: SelfCheckId, itemNo: z.number().int().min(1).max(100), what: Lines.refine((s) => s.length > 0, { error: 'empty' }), on: Day })
export const OfCheck = z.object({ checkId: SelfCheckId })
