import * as z from 'zod'
import { ContractId } from '../contracts/contract-of-work.ts'
import { ItemId } from '../handovers/item.ts'
import { Exception, ExceptionOrder } from '../people/exception.ts'
import { PersonId } from '../people/person.ts'
import { Lines, Name, Text } from '../text.ts'
import { Day, Instant } from '../time.ts'

export const ProvisionId = z.string().min(1).max(64).brand<'ProvisionId'>()
export type ProvisionId = z.infer<typeof ProvisionId>

/** 第三者提供 (Art. 13, F-24): to whom, what for, what and how many, by whose consent, and when it went. */
export const Provision = z.object({
  id: ProvisionId,
  no: z.string(),
  contractId: ContractId,
  organisation: Name,
  recipient: Text,
  address: Text,
  purpose: Lines,
  information: Name,
  itemIds: z.array(ItemId).max(100_000),
  count: z.number().int().nonnegative(),
  appliedBy: PersonId,
  appliedAt: Instant,
  /** 甲の承諾: its day; its number, the reason and the second person stand in the exception. */
  consent: z.object({ on: Day, exception: Exception }).nullable(),
  provided: z.object({ on: Day, means: Name, by: PersonId, at: Instant, /** The parcel or mail that it went with, by its number. */ sentBy: z.object({ id: z.string(), no: z.string() }).nullable() }).nullable(),
  state: z.enum(['applied', 'consented', 'provided', 'refused', 'withdrawn']),
})
export type Provision = z.infer<typeof Provision>

export const ApplyProvision = z.object({
  contractId: ContractId, organisation: Name, recipient: Text, address: Text, purpose: Lines.refine((s) => s.length > 0), information: Name, itemIds: z.array(ItemId).max(100_000), count: z.number().int().nonnegative().max(1e12),
})
export type ApplyProvision = z.infer<typeof ApplyProvision>
const OfProvision = z.object({ provisionId: ProvisionId })
/** Without the city's number it is refused. */
export const ConsentProvision = OfProvision.extend({ on: Day, exception: ExceptionOrder.nullable() })
export const RefuseProvision = OfProvision.extend({ cityRef: Name })
export const Provide = OfProvision.extend({ on: Day, means: Name, sentBy: z.string().min(1).max(64).nullable() })
export const WithdrawProvision = OfProvision.extend({ reason: Name })
