import * as z from 'zod'
import { ContractId } from '../contracts/contract-of-work.ts'
import { ListedFile, Means } from '../handovers/handover.ts'
import { PersonId } from '../people/person.ts'
import { Name, Path, Text } from '../text.ts'
import { Day, Instant } from '../time.ts'

/** 受渡しの指定 (Art. 14): by what means, when and where, what, and on which medium — as the city laid it down. */
export const Designation = z.object({
  id: z.string(),
  /** 指定番号, `H-R8-017-001`. */
  no: z.string(),
  contractId: ContractId,
  means: Means, at: Instant, place: Name, deliveredBy: Name, purpose: Name,
  medium: z.object({ type: Name, serial: Name, ownerNo: Text }).nullable(),
  items: z.array(ListedFile).min(1).max(100_000),
  returnDueOn: Day.nullable(),
  designatedBy: PersonId,
  recordedAt: Instant,
  withdrawn: z.object({ reason: Name, by: PersonId, at: Instant }).nullable(),
})
export type Designation = z.infer<typeof Designation>

/** `paths`: files of this machine that are handed over, hashed here; beside what is listed by hand. */
export const DesignateHandover = Designation.pick({ contractId: true, means: true, at: true, place: true, deliveredBy: true, purpose: true, medium: true, returnDueOn: true })
  .extend({ items: z.array(ListedFile).max(100_000), paths: z.array(Path).max(10_000) })
export type DesignateHandover = z.infer<typeof DesignateHandover>
export const WithdrawDesignation = z.object({ designationId: z.string().min(1).max(64), reason: Name })

/** One way in which a receipt is not what was designated: which thing, what it was to be, what it is. '' where there is none. */
export const Mismatch = z.object({
  what: z.enum(['means', 'time', 'place', 'medium', 'item-missing', 'item-not-designated', 'count', 'size', 'sha256']), item: z.string(), designated: z.string(), received: z.string(),
  /** The city's own consent stands on the receipt. */
  consent: z.string(),
})
export type Mismatch = z.infer<typeof Mismatch>
