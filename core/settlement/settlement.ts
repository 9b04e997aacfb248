import * as z from 'zod'
import { ContractId } from '../contracts/contract-of-work.ts'
import { HandoverId, Means } from '../handovers/handover.ts'
import { ImportanceClass, ItemEnd, ItemId, ReceiptForm } from '../handovers/item.ts'
import { MailId } from '../mails/mail.ts'
import { MailingId } from '../mailings/mailing.ts'
import { MediumNo } from '../media/medium.ts'
import { PersonId } from '../people/person.ts'
import { Lines, Name, Text } from '../text.ts'
import { Instant } from '../time.ts'

export const HandBackId = z.string().min(1).max(64).brand<'HandBackId'>()
export type HandBackId = z.infer<typeof HandBackId>

/**
 * 返却・納品 (Art. 15①): items that went back to the city, or to it as the work that was done, and who took them there. A medium goes
 * with them where they lie on one of the city's, or where one of ours stays with the city.
 */
export const HandBack = z.object({
  id: HandBackId,
  /** 返却番号, `B-R8-017-001`. */
  no: z.string(),
  contractId: ContractId,
  how: ItemEnd.extract(['returned', 'delivered']),
  itemIds: z.array(ItemId),
  medium: MediumNo.nullable(),
  /** The parcel or the mail that carried what was delivered; null: handed over in person. */
  mailingId: MailingId.nullable(),
  mailId: MailId.nullable(),
  means: Means,
  at: Instant,
  place: Name,
  handedBy: PersonId,
  /** Who took it at the city. */
  receivedBy: Name,
  /** 状態: as it was when it was taken. */
  condition: Text,
  remarks: Lines,
  by: PersonId,
  recordedAt: Instant,
  /** The 返却書・受領書 (F-26) that says so. */
  docNo: z.string().nullable(),
})
export type HandBack = z.infer<typeof HandBack>

/** 返却: to the city, by whatever means it designates. At least one item, or one of the city's media. */
export const ReturnItems = HandBack.pick({ contractId: true, medium: true, means: true, at: true, place: true, receivedBy: true, condition: true, remarks: true }).extend({ itemIds: z.array(ItemId).max(100_000) })
export type ReturnItems = z.infer<typeof ReturnItems>

/** 納品: by a parcel that arrived, a mail that was received, or over the counter. `mediumStays`: the medium it went on is the city's from now on. */
export const DeliverItems = HandBack.pick({ contractId: true, mailingId: true, mailId: true, means: true, at: true, place: true, receivedBy: true, condition: true, remarks: true })
  .extend({ itemIds: z.array(ItemId).min(1).max(100_000), mediumStays: z.boolean().default(false) })
export type DeliverItems = z.infer<typeof DeliverItems>

/** One item in the balance. It counts under its end only when nothing of it is left: neither in the vault nor as a copy. */
export const ItemBalance = z.object({
  id: ItemId, no: z.number().int(), name: z.string(), size: z.number().int(), count: z.number().int().nullable(), form: ReceiptForm, importanceClass: ImportanceClass,
  replaced: z.boolean(),
  end: z.object({ how: ItemEnd, at: Instant, ref: Text }).nullable(),
  /** Why it is not settled, in the order in which it is to be done; none: it is. */
  left: z.array(z.enum(['not-ended', 'in-vault', 'copies', 'not-verified'])),
  copies: z.number().int(),
})
export type ItemBalance = z.infer<typeof ItemBalance>

/** 受領 = 返却 + 納品 + 消去 + 廃棄 + 残 (Art. 15①), counted in items. */
export const Figures = z.object({ received: z.number().int(), returned: z.number().int(), delivered: z.number().int(), erased: z.number().int(), disposed: z.number().int(), remaining: z.number().int() })
export type Figures = z.infer<typeof Figures>

/** `replaced`: what had come first and differed from the list; it stands by itself, since no receipt counts it. */
export const ReceiptBalance = z.object({ handoverId: HandoverId, receiptNo: z.string().nullable(), replaced: z.boolean(), purpose: z.string(), receivedAt: Instant.nullable(), items: z.array(ItemBalance), figures: Figures })
export type ReceiptBalance = z.infer<typeof ReceiptBalance>

/** What keeps a contract open: how many, of what, why, and where one goes to settle it. */
export const Open = z.object({
  kind: z.enum(['item', 'copy', 'medium', 'carry-out', 'mailing', 'mail', 'package', 'plan', 'wipe', 'subcontract']),
  id: z.string(), subject: z.string(), why: z.string(), count: z.number().int().positive(), leadsTo: z.string(),
})
export type Open = z.infer<typeof Open>

export const MediumBalance = z.object({ no: MediumNo, type: z.string(), serial: z.string(), owner: z.enum(['甲', '乙']), state: z.string(), open: z.boolean() })

export const Balance = z.object({
  contractId: ContractId, receipts: z.array(ReceiptBalance), total: Figures, copies: z.object({ made: z.number().int(), open: z.number().int() }),
  media: z.array(MediumBalance), open: z.array(Open), openCount: z.number().int(),
})
export type Balance = z.infer<typeof Balance>

/** 業務の終了: the number of the contract, typed. */
export const CloseContract = z.object({ contractId: ContractId, typedContractNo: Text })
export type CloseContract = z.infer<typeof CloseContract>
