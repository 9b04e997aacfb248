import * as z from 'zod'
import { AgreeService, Certification, ContractId, ContractOfWork, PartyKey, Recipient } from '../contracts/contract-of-work.ts'
import { ImportedDocument, IssuedDocument } from '../documents/document.ts'
import { Handover, HandoverId } from '../handovers/handover.ts'
import { Item } from '../handovers/item.ts'
import { Mail, MailId } from '../mails/mail.ts'
import { KeyTold, Mailing, MailingId } from '../mailings/mailing.ts'
import { IncidentDraft } from '../incidents/incident.ts'
import { Loss, Medium, MediumNo } from '../media/medium.ts'
import { StockTake } from '../media/stock-take.ts'
import { Package, PackageId } from '../packages/package.ts'
import { MediumWriting, WritingId } from '../packages/writing.ts'
import { Person, PersonId, Pledge, Training } from '../people/person.ts'
import { CityRequest, RequestId } from '../requests/request.ts'
import { DisposalPlan, PlanId } from '../wipes/plan.ts'
import { Result, Wipe, WipeId, Witness } from '../wipes/wipe.ts'
import { Checkpoint } from '../wipes/overwrite.ts'
import { Drive } from '../media/drive.ts'
import { Organisation, PublicKeys } from '../vault/vault.ts'
import { Instant } from '../time.ts'
import { VirusScan } from '../viruses/scan.ts'

/**
 * Everything that can happen here, and what the ledger keeps of it. A type that has landed is never changed or removed:
 * a ledger is read for as long as contracts oblige.
 */
export const entryTypes = {
  'office-opened': z.object({ organisation: Organisation, keys: PublicKeys, administrator: Person }),
  'signed-in': z.object({ personId: PersonId }),
  'signed-out': z.object({ personId: PersonId, why: z.enum(['asked', 'idle', 'closed']) }),
  'sign-in-locked': z.object({ loginId: z.string(), failures: z.number().int() }),
  'account-given': z.object({ personId: PersonId, loginId: z.string() }),
  'account-resumed': z.object({ personId: PersonId }),
  'password-changed': z.object({ personId: PersonId }),
  'recovered': z.object({ loginId: z.string() }),
  'clock-went-back': z.object({ last: Instant, seen: Instant }),
  'contract-opened': z.object({ contract: ContractOfWork }),
  'recipient-added': z.object({ contractId: ContractId, recipient: Recipient }),
  'certification-added': z.object({ contractId: ContractId, certification: Certification }),
  'service-agreed': AgreeService,
  'key-registered': z.object({ contractId: ContractId, key: PartyKey, checkedBy: z.string() }),
  'person-registered': z.object({ person: Person }),
  'training-recorded': z.object({ personIds: z.array(PersonId), training: Training }),
  'pledge-signed': z.object({ personId: PersonId, pledge: Pledge }),
  'medium-registered': z.object({ medium: Medium }),
  'medium-back': z.object({ no: MediumNo, storagePlace: z.string(), at: Instant }),
  'unregistered-medium-refused': z.object({ serial: z.string(), where: z.string() }),
  'virus-scan-recorded': z.object({ scan: VirusScan }),
  'handover-designated': z.object({ handover: Handover }),
  'receiving-begun': z.object({ handoverId: HandoverId, files: z.number().int() }),
  'receiving-ended': z.object({ handover: Handover, items: z.array(Item) }),
  'receiving-abandoned': z.object({ handoverId: HandoverId, why: z.string() }),
  'difference-noted': z.object({ handoverId: HandoverId, note: z.object({ note: z.string(), cityRef: z.string(), by: PersonId, at: Instant }) }),
  'document-issued': z.object({ document: IssuedDocument, record: z.unknown() }),
  'document-saved': z.object({ id: z.string(), to: z.string() }),
  'document-acknowledged': z.object({ id: z.string(), cityReceiptNo: z.string(), verdict: z.string(), at: Instant, hash: z.string() }),
  'sealing-begun': z.object({ package: Package }),
  'sealing-ended': z.object({ package: Package }),
  'sealing-abandoned': z.object({ packageId: PackageId, why: z.string() }),
  'medium-writing-begun': z.object({ writing: MediumWriting }),
  'medium-writing-ended': z.object({ writing: MediumWriting }),
  'medium-writing-abandoned': z.object({ writingId: WritingId, why: z.string() }),
  'package-verified': z.object({
    packageId: PackageId.nullable(), contractId: ContractId.nullable(), file: z.string(), outcome: z.enum(['whole', 'differs', 'refused']), why: z.string().nullable(),
    sha256: z.string().nullable(), readBack: z.enum(['uncached', 'cached']).nullable(), opened: z.boolean(), differences: z.number().int(),
  }),
  'package-opened': z.object({ contractId: ContractId.nullable(), file: z.string(), into: z.string(), files: z.number().int(), bytes: z.number().int(), key: z.enum(['passphrase', 'letter']), sender: z.string().nullable() }),
  'package-opening-refused': z.object({ contractId: ContractId.nullable(), file: z.string(), why: z.string() }),
  'mailing-drafted': z.object({ mailing: Mailing }),
  'shinten-confirmed': z.object({ mailingId: MailingId, checkedBy: PersonId, at: Instant }),
  'mailing-dispatched': z.object({ mailingId: MailingId, trackingNo: z.string(), warnings: z.array(z.string()), slipSha256: z.string().nullable(), at: Instant }),
  'mailing-returned': z.object({ mailingId: MailingId, at: Instant }),
  'mailing-withdrawn': z.object({ mailingId: MailingId, reason: z.string() }),
  'mailing-arrived': z.object({ mailingId: MailingId, at: Instant, to: z.string() }),
  'key-told': z.object({ id: z.string(), keyTold: KeyTold }),
  'mail-begun': z.object({ mailId: MailId, contractId: ContractId, no: z.string() }),
  'mail-abandoned': z.object({ mailId: MailId, why: z.string() }),
  'mail-withdrawn': z.object({ mailId: MailId, reason: z.string() }),
  'mail-drafted': z.object({ mail: Mail }),
  'recipients-confirmed': z.object({ mailId: MailId, by: PersonId, at: Instant }),
  'mail-sent': z.object({ mailId: MailId, at: Instant }),
  'mail-received': z.object({ mailId: MailId, at: Instant }),
  'document-imported': z.object({ document: ImportedDocument }),
  'import-numbered': z.object({ id: z.string(), cityReceiptNo: z.string() }),
  'import-refused': z.object({ file: z.string(), reasons: z.array(z.string()) }),
  'stock-taken': z.object({ stockTake: StockTake }),
  'medium-lost': z.object({ loss: Loss }),
  'medium-broken': z.object({ no: MediumNo, note: z.string(), at: Instant }),
  'medium-returned': z.object({ no: MediumNo, receivedBy: z.string(), place: z.string(), at: Instant }),
  'disposal-planned': z.object({ plan: DisposalPlan }),
  'notice-requested': z.object({ planId: PlanId, noticeRequested: DisposalPlan.shape.noticeRequested.unwrap() }),
  'witness-requested': z.object({ planId: PlanId, witness: Witness }),
  'notice-submitted': z.object({ planId: PlanId, at: Instant }),
  'notice-confirmed': z.object({ planId: PlanId, cityRef: z.string(), at: Instant }),
  'disposal-withdrawn': z.object({ planId: PlanId, reason: z.string() }),
  'wipe-begun': z.object({ wipe: Wipe }),
  'wipe-checkpoint': z.object({ wipeId: WipeId, checkpoint: Checkpoint }),
  'wipe-resumed': z.object({ wipeId: WipeId, drive: Drive, at: Instant }),
  'wipe-ended': z.object({ wipe: Wipe }),
  'wipe-abandoned': z.object({ wipeId: WipeId, at: Instant, why: z.string() }),
  'seed-handed-out': z.object({ wipeId: WipeId, handedTo: z.string(), at: Instant }),
  'wipe-not-begun': z.object({ wipeId: WipeId, at: Instant, reason: z.string() }),
  'wipe-verified': z.object({ wipeId: WipeId, result: Result, verified: Wipe.shape.verified.unwrap() }),
  'destruction-recorded': z.object({ wipe: Wipe }),
  'external-wipe-recorded': z.object({ wipe: Wipe }),
  'incident-drafted': z.object({ incident: IncidentDraft }),
  'request-received': z.object({ request: CityRequest }),
  'request-answered': z.object({ requestId: RequestId, docNo: z.string(), at: Instant }),
  'request-accepted': z.object({ requestId: RequestId, cityRef: z.string(), at: Instant }),
} as const satisfies Record<string, z.ZodType>

export type EntryType = keyof typeof entryTypes
export type EntryBody<T extends EntryType = EntryType> = { [K in T]: { type: K; data: z.output<(typeof entryTypes)[K]> } }[T]

/** Who did it: a person of the roster, or null for what the machine noticed by itself. */
export type NewEntry = EntryBody & { at: Instant; by: PersonId | null }

/** An entry as the ledger keeps it. `hash` is the leaf hash (RFC 6962) of its canonical bytes, lower-case hex. */
export type Entry = NewEntry & { seq: number; hash: string }
