import * as z from 'zod'
import { ContractId } from '../contracts/contract-of-work.ts'
import { PersonId } from '../people/person.ts'
import { Name, Text } from '../text.ts'
import { Instant } from '../time.ts'

/**
 * What of a row may be said better afterwards: descriptive words alone. Numbers, names of things, hashes, amounts and times are evidence;
 * where one of them is wrong, the act itself is recorded again.
 */
export const correctable = {
  contract: ['title', 'city.addressee', 'city.section', 'city.officer', 'city.officerTitle'],
  handover: ['purpose', 'deliveredBy', 'storagePlace', 'returnConditions', 'remarks'],
  item: ['infoKind'],
  medium: ['maker', 'model', 'lockType', 'keyHolder'],
  mailing: ['content'],
  plan: ['place', 'outsourcer', 'remarks'],
} as const satisfies Record<string, readonly string[]>

export const CorrectableKind = z.enum(['contract', 'handover', 'item', 'medium', 'mailing', 'plan'])
export type CorrectableKind = z.infer<typeof CorrectableKind>

/** 記録の訂正: what stood there, what stands there now, who said so and why. The old words stay readable here for ever. */
export const Correction = z.object({
  id: z.string(), kind: CorrectableKind, subjectId: z.string(), contractId: ContractId.nullable(), field: z.string().max(40), before: z.string(), after: z.string(), reason: Name, by: PersonId, at: Instant,
})
export type Correction = z.infer<typeof Correction>

export const CorrectRow = z.object({ kind: CorrectableKind, id: z.string().min(1).max(64), field: z.string().min(1).max(40), after: Text, reason: Name })
export type CorrectRow = z.infer<typeof CorrectRow>

/** A row as it may be corrected: whose it is (null: the office's), the words that stand there now, and everything that was said anew before, oldest first. */
export const CorrectableRow = z.object({ contractId: ContractId.nullable(), words: z.array(z.object({ field: z.string(), words: z.string(), needed: z.boolean() })), corrections: z.array(Correction) })
export type CorrectableRow = z.infer<typeof CorrectableRow>
