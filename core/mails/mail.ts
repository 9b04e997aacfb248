import * as z from 'zod'
import { ContractId } from '../contracts/contract-of-work.ts'
import { CoSigner, Exception, ExceptionOrder } from '../people/exception.ts'
import { KeyTold } from '../mailings/mailing.ts'
import { PackageId } from '../packages/package.ts'
import { PersonId } from '../people/person.ts'
import { Email, Lines, Name, Path, Sha256 } from '../text.ts'
import { Instant } from '../time.ts'

export const MailId = z.string().min(1).max(64).brand<'MailId'>()
export type MailId = z.infer<typeof MailId>

/** 電子メール: a draft with one sealed attachment, and what became of it. */
export const Mail = z.object({
  id: MailId,
  no: z.string(),
  contractId: ContractId,
  to: z.array(Email),
  subject: Name,
  package: PackageId,
  attachmentName: z.string(),
  attachmentSha256: Sha256,
  draftPath: z.string(),
  exception: Exception.nullable(),
  draftedBy: PersonId,
  draftedAt: Instant,
  recipientsChecked: z.object({ by: PersonId, at: Instant }).nullable(),
  sentAt: Instant.nullable(),
  keyTold: KeyTold.nullable(),
  receivedAt: Instant.nullable(),
  state: z.enum(['drafted', 'checked', 'sent', 'received', 'withdrawn']),
})
export type Mail = z.infer<typeof Mail>

/** The covering note may greet; what it may not do is carry the information. */
export const DraftMail = z.object({
  contractId: ContractId, to: z.array(Email).min(1).max(50), subject: Name, note: Lines, package: PackageId, into: Path, exception: ExceptionOrder.nullable(),
})
export type DraftMail = z.infer<typeof DraftMail>
export const WithdrawMail = z.object({ mailId: MailId, reason: Lines.refine((s) => s.length > 0) })
export const ConfirmRecipients = z.object({ mailId: MailId, checker: CoSigner })
export const MailSent = z.object({ mailId: MailId, at: Instant })
export const MailReceived = z.object({ mailId: MailId, at: Instant })
