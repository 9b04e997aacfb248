import * as z from 'zod'
import { ContractId } from '../contracts/contract-of-work.ts'
import { CoSigner, Exception, ExceptionOrder } from '../people/exception.ts'
import { KeyTold } from '../mailings/mailing.ts'
import { PackageId } from '../packages/package.ts'
import { PersonId } from '../people/person.ts'
import { Email, Lines, Name, Path, Sha256, Text } from '../text.ts'
import { Instant } from '../time.ts'
import { MailStage, ServerCertificate } from './mail-server.ts'

export const MailId = z.string().min(1).max(64).brand<'MailId'>()
export type MailId = z.infer<typeof MailId>

/** What our server said of a mail that it took: for whom it takes it, and for whom not. */
export const MailTaken = z.object({ at: Instant, server: z.string(), messageId: z.string(), accepted: z.array(z.string()), rejected: z.array(z.object({ address: z.string(), answer: z.string() })), answer: z.string(), certificate: ServerCertificate.nullable() })
export type MailTaken = z.infer<typeof MailTaken>

/** An attempt that came to nothing, or of which nobody knows what it came to. */
export const MailAttempt = z.object({ at: Instant, server: z.string(), messageId: z.string(), outcome: z.enum(['refused', 'abandoned', 'unknown', 'settled-not-sent']), stage: MailStage.nullable(), answer: z.string() })
export type MailAttempt = z.infer<typeof MailAttempt>

/** 電子メール: a draft with one sealed attachment, and what became of it. */
export const Mail = z.object({
  id: MailId,
  no: z.string(),
  contractId: ContractId,
  to: z.array(Email),
  subject: Name,
  package: PackageId,
  /** The covering note as it was checked; null for drafts of older desks, which have it in their file alone. */
  note: Lines.nullable().default(null),
  attachmentName: z.string(),
  attachmentSha256: Sha256,
  /** '' when no draft was written: it goes over the office's own server. */
  draftPath: z.string(),
  exception: Exception.nullable(),
  draftedBy: PersonId,
  draftedAt: Instant,
  recipientsChecked: z.object({ by: PersonId, at: Instant }).nullable(),
  /** Begun and not ended: nobody knows yet whether it left. */
  sending: z.object({ at: Instant, server: z.string(), messageId: z.string() }).nullable().default(null),
  attempts: z.array(MailAttempt).default([]),
  taken: MailTaken.nullable().default(null),
  sentAt: Instant.nullable(),
  keyTold: KeyTold.nullable(),
  receivedAt: Instant.nullable(),
  receivedBy: Text.default(''),
  misdirected: z.object({ addresses: z.array(z.string()), foundAt: Instant, circumstances: Lines }).nullable().default(null),
  state: z.enum(['drafted', 'checked', 'sending', 'sent', 'received', 'withdrawn']),
})
export type Mail = z.infer<typeof Mail>

/** The covering note may greet; what it may not do is carry the information. `into` is null where the office's own server will send it. */
export const DraftMail = z.object({
  contractId: ContractId, to: z.array(Email).min(1).max(50), subject: Name, note: Lines, package: PackageId, into: Path.nullable(), exception: ExceptionOrder.nullable(),
})
export type DraftMail = z.infer<typeof DraftMail>
export const WithdrawMail = z.object({ mailId: MailId, reason: Lines.refine((s) => s.length > 0) })
export const ConfirmRecipients = z.object({ mailId: MailId, checker: CoSigner })
export const MailSent = z.object({ mailId: MailId, at: Instant })
/** 受領確認: who of the recipients said that they have it. */
export const MailReceived = z.object({ mailId: MailId, at: Instant, by: Name })
export const SendMail = z.object({ mailId: MailId })
export const SendingProgress = z.object({ phase: z.enum(['connecting', 'sending']) })
export type SendingProgress = z.infer<typeof SendingProgress>
/** `unknown`: the connection broke after the mail had begun to leave. It is never sent again by itself. */
export const SentMail = z.object({ outcome: z.enum(['sent', 'unknown', 'abandoned']), mail: Mail })
/** The answer to `unknown`: what the recipient or the server's log says. */
export const SettleSending = z.object({ mailId: MailId, left: z.boolean(), at: Instant, evidence: Lines.refine((s) => s.length > 0) })
/** 誤送信: it went to whom it should not have gone to. */
export const Misdirected = z.object({ mailId: MailId, addresses: z.array(Email).min(1).max(50), foundAt: Instant, circumstances: Lines.refine((s) => s.length > 0) })
