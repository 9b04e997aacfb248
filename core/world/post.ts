import type { MailStage, ServerCertificate, TriedServer } from '../mails/mail-server.ts'
import type { SendingProgress } from '../mails/mail.ts'
import type { How } from './how.ts'

export interface Post {
  /** Over the office's own server, TLS always and its certificate verified; to this host and nowhere else. Called off, it stops as long as nothing has left. */
  send(order: Letter & { server: ServerAccess; replyTo: string | null; messageId: string }, how: How<SendingProgress>): Promise<SendOutcome>
  /** Connects, verifies, logs in, and leaves. */
  tryServer(server: ServerAccess): Promise<TriedServer>
  /** An `.eml` with `X-Unsent: 1`, the note as text and the package as its only attachment (with its key letter beside it, which only the recipient opens), written whole into `folder`. */
  writeDraft(order: Letter & { folder: string; fileName: string }):
    Promise<{ outcome: 'written'; path: string; sha256: string } | { outcome: 'target-exists' | 'disk-full' | 'attachment-changed' | 'folder-missing'; path: string }>
}

/** The office's own server, and the password that the vault keeps for it. */
export interface ServerAccess { host: string; port: number; security: 'tls' | 'starttls'; user: string; password: string | null; caPem: string | null; fingerprint: string | null }
export interface Letter { from: { name: string; address: string }; to: readonly string[]; subject: string; note: string; attachment: Attachment; letter: Attachment | null }
export interface Attachment { path: string; name: string; sha256: string }
/** Up to `unknown` it is certain that nothing of the mail has been taken; `unknown` is certain of nothing. */
export type SendOutcome =
  | { outcome: 'sent'; accepted: string[]; rejected: { address: string; answer: string }[]; answer: string; certificate: ServerCertificate | null }
  | { outcome: 'refused'; stage: MailStage; answer: string }
  | { outcome: 'attachment-changed'; path: string }
  | { outcome: 'abandoned' }
  | { outcome: 'unknown'; answer: string }
