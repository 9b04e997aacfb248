import * as z from 'zod'
import { ContractId, Recipient } from '../contracts/contract-of-work.ts'
import { CoSigner, Exception, ExceptionOrder } from '../people/exception.ts'
import { MediumNo } from '../media/medium.ts'
import { PackageId } from '../packages/package.ts'
import { PersonId } from '../people/person.ts'
import { Lines, Name, Path, Sha256, Text } from '../text.ts'
import { Instant } from '../time.ts'
import { Slip, SlipKind } from './slip.ts'

export const MailingId = z.string().min(1).max(64).brand<'MailingId'>()
export type MailingId = z.infer<typeof MailingId>

/** How a passphrase was passed on (PPAP, R-21). Who told whom and when; never the secret. */
export const KeyChannel = z.enum(['事前取決め', '対面', '電話', 'SMS', '郵送別送', '別のメール', '同じメール'])
export type KeyChannel = z.infer<typeof KeyChannel>
export const KeyTold = z.object({ channel: KeyChannel, at: Instant, by: PersonId, to: Name, exception: Exception.nullable() })
export type KeyTold = z.infer<typeof KeyTold>

/** 調査: who was asked about a parcel that has not come, what, and what they said. */
export const Inquiry = z.object({ at: Instant, asked: Name, question: Lines, answer: Lines, by: PersonId })
export type Inquiry = z.infer<typeof Inquiry>

/** 甲受領確認: who of the city says so, when it was said, and how. */
export const CityReceipt = z.object({ by: Name, at: Instant, how: z.enum(['受領票', '電話', '電子メール', '対面', '収受通知']), cityRef: Text })
export type CityReceipt = z.infer<typeof CityReceipt>

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
  /** 梱包・親展確認: who saw it, the seal number that they read, and whether they compared the contents with the slip. */
  shinten: z.object({ checkedBy: PersonId, at: Instant, sealNo: Text.default(''), contentsCompared: z.boolean().default(false) }).nullable(),
  /** Not written by the desk onto this medium, but copied: two people read its serial number off the label. */
  copied: z.object({ serial: Name, coSignedBy: PersonId }).nullable().default(null),
  trackingNo: z.string().nullable(),
  trackingWarnings: z.array(z.string()),
  dispatchedAt: Instant.nullable(),
  /** When it should have arrived, by its service; nothing for parcels of older desks. */
  expectedBy: Instant.nullable().default(null),
  /** When it was noticed that it had not arrived. */
  overdueSince: Instant.nullable().default(null),
  slipSha256: Sha256.nullable(),
  slips: z.array(Slip).default([]),
  inquiries: z.array(Inquiry).default([]),
  keyTold: KeyTold.nullable(),
  arrivedAt: Instant.nullable(),
  arrivedTo: Text,
  cityReceipt: CityReceipt.nullable().default(null),
  returnedAt: Instant.nullable().default(null),
  missing: z.object({ at: Instant, circumstances: Lines }).nullable().default(null),
  /** The medium is back and locked away: the end of its way. */
  mediumBack: z.object({ at: Instant, storagePlace: z.string() }).nullable().default(null),
  /** Packages of which no record says that they were written to this medium and read back there. */
  contentWarnings: z.array(z.string()).default([]),
  state: z.enum(['drafted', 'checked', 'dispatched', 'inquired', 'arrived', 'received', 'returned', 'missing', 'withdrawn']),
})
export type Mailing = z.infer<typeof Mailing>

/**
 * 起票: what goes, by whom it is carried. `mediumFolder` is the medium's own folder: the packages must lie there as verified, and nothing plain
 * beside them. `copied`: for what the desk did not write there itself; what the label says, with a second person.
 */
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
  copied: z.object({ serial: Name, second: CoSigner }).nullable().default(null),
  exception: ExceptionOrder.nullable(),
})
export type DraftMailing = z.infer<typeof DraftMailing>

/** 梱包・親展確認: by another person, who signs in at the same desk. `sealNo` is what they read on the seal, '' where there is none. */
export const ConfirmShinten = z.object({ mailingId: MailingId, checker: CoSigner, sealNo: Text, contentsCompared: z.boolean() })
export const Dispatch = z.object({ mailingId: MailingId, trackingNo: z.string().min(1).max(100), slip: Path.nullable() })
export type Dispatch = z.infer<typeof Dispatch>
/** 返送: it came back undelivered. */
export const Returned = z.object({ mailingId: MailingId, at: Instant })
/** 取りやめ: before it left. */
export const WithdrawMailing = z.object({ mailingId: MailingId, reason: Lines.refine((s) => s.length > 0) })
export const Arrive = z.object({ mailingId: MailingId, at: Instant, to: Name })
/** 甲受領確認. */
export const ConfirmReceipt = z.object({ mailingId: MailingId, receipt: CityReceipt })
/** 調査 of a parcel that has not come. */
export const Inquire = z.object({ mailingId: MailingId, at: Instant, asked: Name, question: Lines.refine((s) => s.length > 0), answer: Lines })
/** 所在不明: it cannot be found; an incident is drafted with it. */
export const ReportMissing = z.object({ mailingId: MailingId, at: Instant, circumstances: Lines.refine((s) => s.length > 0) })
export const AttachSlip = z.object({ mailingId: MailingId, kind: SlipKind, path: Path })
export const ShowSlip = z.object({ mailingId: MailingId, sha256: Sha256 })
export const SaveSlip = ShowSlip.extend({ into: Path })
/** The address label with 親展, or the slip to be enclosed (F-13), as a PDF. */
export const PrintMailing = z.object({ mailingId: MailingId, paper: z.enum(['宛名A4', '宛名ラベル', '送付票']), into: Path })
export const TellKey = z.object({ id: z.string().min(1).max(64), channel: KeyChannel, at: Instant, to: Name, exception: ExceptionOrder.nullable() })
export type TellKey = z.infer<typeof TellKey>
export const CheckTracking = z.object({ contractId: ContractId, carrier: z.string().max(200), service: z.string().max(200), raw: z.string().max(100) })
export const CheckedTracking = z.object({ digits: z.string(), printed: z.string(), valid: z.boolean(), warnings: z.array(z.string()) })
