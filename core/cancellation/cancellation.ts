import * as z from 'zod'
import { ContractId } from '../contracts/contract-of-work.ts'
import { HandoverId } from '../handovers/handover.ts'
import { PersonId } from '../people/person.ts'
import { CityRef, Lines, Name, Text } from '../text.ts'
import { Day, Instant } from '../time.ts'

export const CancellationId = z.string().min(1).max(64)

/** What of a contract is cancelled (全部又は一部): all of it, or what came by these hand-overs, and whether anything new may still begin. */
export const CancelledScope = z.discriminatedUnion('of', [
  z.object({ of: z.literal('whole') }),
  z.object({ of: z.literal('part'), what: Lines, handoverIds: z.array(HandoverId).max(1000), stopsNew: z.boolean() }),
])
export type CancelledScope = z.infer<typeof CancelledScope>

/** 解除の取消し, by the city's word. */
const Withdrawn = z.object({ cityRef: CityRef, on: Day, toldBy: Name, reason: Lines, by: PersonId, at: Instant })

/** 契約の解除 (Art. 19): the city's notice, as it came. Whether it may is not ours to judge, and damages (19②, 20) are no function of this desk. */
export const Cancellation = z.object({
  id: CancellationId, contractId: ContractId,
  /** The number and the day on the notice. */
  cityRef: CityRef, noticeOn: Day,
  /** When it reached us. */
  receivedAt: Instant,
  toldBy: Name, reason: Lines, scope: CancelledScope,
  effectiveOn: Day,
  /** The notice says that handling stops when it is read, before it takes effect. */
  atOnce: z.boolean(),
  /** 返却・廃棄の期限, where the city named one. */
  settleBy: Day.nullable(),
  /** How the city wants it back or disposed of (Art. 15①). */
  settleHow: Text,
  recordedBy: PersonId, recordedAt: Instant, withdrawn: Withdrawn.nullable(),
})
export type Cancellation = z.infer<typeof Cancellation>

export const RecordCancellation = Cancellation.omit({ id: true, recordedBy: true, recordedAt: true, withdrawn: true })
export type RecordCancellation = z.infer<typeof RecordCancellation>
export const WithdrawCancellation = Withdrawn.omit({ by: true, at: true }).extend({ cancellationId: CancellationId })
export type WithdrawCancellation = z.infer<typeof WithdrawCancellation>
