import * as z from 'zod'
import { PersonId } from '../people/person.ts'
import { Email, Name, Secret, Sha256 } from '../text.ts'
import { Instant } from '../time.ts'

/** A host name or an address; nothing that could be read as more than one. */
const Host = z.string().trim().min(1).max(253).regex(/^[A-Za-z0-9]([A-Za-z0-9.:-]*[A-Za-z0-9])?$/, { error: 'no-host' })

/**
 * The office's own server of outgoing mail (SMTP submission, RFC 6409). `tls`: encrypted from the first byte (RFC 8314); `starttls`: required, never
 * optional. The certificate is always verified: by the system's authorities, or by `caPem` alone; `fingerprint` must match besides, where it is given.
 * The password lies in the vault under `secretName`, and nowhere else.
 */
export const MailServer = z.object({
  host: Host,
  port: z.number().int().min(1).max(65_535),
  security: z.enum(['tls', 'starttls']),
  /** '' where the server asks nobody who they are. */
  user: z.string().max(320),
  from: z.object({ name: Name, address: Email }),
  caPem: z.string().max(100_000).nullable(),
  fingerprint: Sha256.nullable(),
  secretName: z.string().nullable(),
  setBy: PersonId,
  setAt: Instant,
})
export type MailServer = z.infer<typeof MailServer>

/** `password` null keeps the one that is there, for the same user at the same host. */
export const SetMailServer = MailServer.omit({ secretName: true, setBy: true, setAt: true }).extend({ password: Secret.nullable() })
export type SetMailServer = z.infer<typeof SetMailServer>

/** What was seen of a server's certificate. */
export const ServerCertificate = z.object({ subject: z.string(), issuer: z.string(), validTo: z.string(), fingerprint: z.string() })
export type ServerCertificate = z.infer<typeof ServerCertificate>

/** How far one came. Before `message` nothing of a mail has left. */
export const MailStage = z.enum(['connect', 'tls', 'certificate', 'greeting', 'login', 'sender', 'recipients', 'message', 'too-large'])
export type MailStage = z.infer<typeof MailStage>

export const TriedServer = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('ready'), certificate: ServerCertificate.nullable() }),
  z.object({ outcome: z.literal('refused'), stage: MailStage, answer: z.string() }),
])
export type TriedServer = z.infer<typeof TriedServer>
