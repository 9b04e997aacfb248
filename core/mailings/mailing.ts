import * as z from 'zod'
import { ContractId, Recipient } from '../contracts/contract-of-work.ts'
import { CoSigner, Exception, ExceptionOrder } from '../people/exception.ts'
import { MediumNo } from '../media/medium.ts'
import { PackageId } from '../packages/package.ts'
import { PersonId } from '../people/person.ts'
import { Lines, Name, Path, Sha256, Text } from '../text.ts'
import { Instant } from '../time.ts'

export const MailingId = z.string().min(1).max(64).brand<'MailingId'>()
export type MailingId = z.infer<typeof MailingId>

/** How a passphrase was passed on (PPAP, R-21). Who told whom and when; never the secret. */
export const KeyChannel = z.enum(['事前取決め', '対面', '電話', 'SMS', '郵送別送', '別のメール', '同じメール'])
export type KeyChannel = z.infer<typeof KeyChannel>
export const KeyTold = z.object({ channel: KeyChannel, at: Instant, by: PersonId, to: Name, exception: Exception.nullable() })
export type KeyTold = z.infer<typeof KeyTold>

/** 送付: one parcel, and what is known of its way. */
export const Mailing = z.object({
  id: MailingId,
  no: z.string(),
  contractId: ContractId,
  recipient: Recipient,
  contentKind: z.enum(['medium', 'document']),
  isShinsho: z.boolean(),
  content: Name,
  quantity: z.number().int().positive(),
  medium: MediumNo.nullable(),
  mediumFolder: z.string().nullable(),
  packages: z.array(PackageId),
  documentNos: z.array(Name),
  carrier: Name,
  service: Name,
  sealNo: Text,
  exception: Exception.nullable(),
  packedBy: PersonId,
  packedAt: Instant,
  shinten: z.object({ checkedBy: PersonId, at: Instant }).nullable(),
  trackingNo: z.string().nullable(),
  trackingWarnings: z.array(z.string()),
  dispatchedAt: Instant.nullable(),
  slipSha256: Sha256.nullable(),
  keyTold: KeyTold.nullable(),
  arrivedAt: Instant.nullable(),
  arrivedTo: Text,
  /** Packages of which no record says that they were written to this medium and read back there. */
  contentWarnings: z.array(z.string()).default([]),
  state: z.enum(['drafted', 'checked', 'dispatched', 'arrived', 'returned', 'withdrawn']),
})
export type Mailing = z.infer<typeof Mailing>

/** 起票: what goes, by whom it is carried. `mediumFolder` is the medium's own folder: the packages must lie there as verified, and nothing plain beside them. */
export const DraftMailing = z.object({
  contractId: ContractId,
  recipientName: Name,
  contentKind: z.enum(['medium', 'document']),
  isShinsho: z.boolean(),
  content: Name,
  quantity: z.number().int().positive().max(10_000),
  medium: MediumNo.nullable(),
  mediumFolder: Path.nullable(),
  packages: z.array(PackageId).max(1000),
  documentNos: z.array(Name).max(1000),
  carrier: Name,
  service: Name,
  sealNo: Text,
  exception: ExceptionOrder.nullable(),
})
export type DraftMailing = z.infer<typeof DraftMailing>

/** 親展: by another person, who signs in at the same desk. */
export const ConfirmShinten = z.object({ mailingId: MailingId, checker: CoSigner })
export const Dispatch = z.object({ mailingId: MailingId, trackingNo: z.string().min(1).max(100), slip: Path.nullable() })
export type Dispatch = z.infer<typeof Dispatch>
/** 返送: it came back undelivered. */
export const Returned = z.object({ mailingId: MailingId, at: Instant })
/** 取りやめ: before it left. */
export const WithdrawMailing = z.object({ mailingId: MailingId, reason: Lines.refine((s) => s.length > 0) })
export const Arrive = z.object({ mailingId: MailingId, at: Instant, to: Name })
export const TellKey = z.object({ id: z.string().min(1).max(64), channel: KeyChannel, at: Instant, to: Name, exception: ExceptionOrder.nullable() })
export type TellKey = z.infer<typeof TellKey>
export const CheckedTracking = z.object({ digits: z.string(), printed: z.string(), valid: z.boolean(), warnings: z.array(z.string()) })
export const Fax = z.object({ contractId: ContractId, to: Name, reason: Lines })
