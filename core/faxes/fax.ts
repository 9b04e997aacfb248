import * as z from 'zod'
import { ContractId, Recipient } from '../contracts/contract-of-work.ts'
import { ItemId } from '../handovers/item.ts'
import { Exception, ExceptionOrder } from '../people/exception.ts'
import { PersonId } from '../people/person.ts'
import { Lines, Name, Path, Sha256, Text } from '../text.ts'
import { Instant } from '../time.ts'

export const FaxId = z.string().min(1).max(64).brand<'FaxId'>()
export type FaxId = z.infer<typeof FaxId>

/** FAX例外送信 (Art. 11(6), F-17): what the city instructed, and every step that keeps a page from reaching a stranger. */
export const Fax = z.object({
  id: FaxId,
  no: z.string(),
  contractId: ContractId,
  recipient: Recipient,
  /** Digits alone, as two people read them independently. */
  faxNo: z.string(),
  content: Name,
  itemIds: z.array(ItemId).max(1000),
  /** The city's instruction, the reason, and who read the number as well. */
  exception: Exception,
  requestedBy: PersonId,
  requestedAt: Instant,
  approved: z.object({ by: PersonId, at: Instant }).nullable(),
  /** A page without information went first, somebody there was told on the telephone, and then the pages went. */
  sent: z.object({ at: Instant, by: PersonId, pages: z.number().int(), testPageAt: Instant, testSeenBy: Name, calledAt: Instant, calledTo: Name, slipSha256: Sha256.nullable() }).nullable(),
  /** What the recipient said of what came out. */
  arrival: z.object({ at: Instant, to: Name, pages: z.number().int(), recordedBy: PersonId }).nullable(),
  state: z.enum(['requested', 'approved', 'sent', 'differs', 'confirmed', 'declined', 'withdrawn']),
})
export type Fax = z.infer<typeof Fax>

/** 申請. Without the city's instruction it is refused. `faxNoAgain` is typed by the second person, from the instruction and not from the screen. */
export const RequestFax = z.object({
  contractId: ContractId, recipientName: Name, faxNo: Name, faxNoAgain: Text, content: Name, itemIds: z.array(ItemId).max(1000), exception: ExceptionOrder.nullable(),
})
export type RequestFax = z.infer<typeof RequestFax>
const OfFax = z.object({ faxId: FaxId })
export const ApproveFax = OfFax
export const DeclineFax = OfFax.extend({ reason: Name })
export const WithdrawFax = OfFax.extend({ reason: Lines.refine((s) => s.length > 0) })
export const FaxSent = OfFax.extend({ at: Instant, pages: z.number().int().min(1).max(10_000), testPageAt: Instant, testSeenBy: Name, calledAt: Instant, calledTo: Name, slip: Path.nullable() })
export const FaxArrived = OfFax.extend({ at: Instant, to: Name, pages: z.number().int().min(0).max(10_000) })
