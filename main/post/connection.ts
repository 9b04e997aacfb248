import { createHash } from 'node:crypto'
import { checkServerIdentity, type PeerCertificate } from 'node:tls'
import SMTPConnection from 'nodemailer/lib/smtp-connection'
import type { MailStage, ServerCertificate } from '../../core/mails/mail-server.ts'
import type { ServerAccess } from '../../core/world.ts'
import { answerOf, stageOf } from './answers.ts'

/** How long one waits for a server, in milliseconds: for a connection, a greeting, and any answer. */
export interface Patience { connect: number; greeting: number; answer: number }
export const PATIENCE: Patience = { connect: 20_000, greeting: 20_000, answer: 120_000 }

export type Opened = { connection: SMTPConnection; certificate: () => ServerCertificate | null } | { stage: MailStage; answer: string }

/**
 * A connection to the office's own server, encrypted and logged in: TLS from the first byte (RFC 8314) or STARTTLS that is required (RFC 3207), 1.2 at least. The
 * certificate is verified by the system's authorities, or by the given PEM alone; its name must be the host's, and its SHA-256 the given one.
 * Nothing of a mail is said here.
 */
export async function openConnection(server: ServerAccess, signal: AbortSignal, patience: Patience): Promise<Opened> {
  const seen: { certificate: PeerCertificate | null; refused: boolean } = { certificate: null, refused: false }
  const connection = new SMTPConnection({
    host: server.host, port: server.port, secure: server.security === 'tls', requireTLS: server.security === 'starttls', name: 'localhost', logger: false,
    connectionTimeout: patience.connect, greetingTimeout: patience.greeting, socketTimeout: patience.answer, socketCloseTimeout: 0,
    tls: {
      minVersion: 'TLSv1.2', rejectUnauthorized: true, ...(server.caPem === null ? {} : { ca: server.caPem }),
      checkServerIdentity: (host: string, certificate: PeerCertificate) => {
        seen.certificate = certificate
        const problem = checkServerIdentity(host, certificate) ?? objectionToPin(certificate, server.fingerprint)
        seen.refused = problem !== undefined
        return problem
      },
    },
  })
  const failed = (error: unknown, doing: MailStage): Opened => {
    connection.close()
    return { stage: seen.refused ? 'certificate' : stageOf(error, doing), answer: answerOf(error, server) }
  }
  const off = (): void => connection.close()
  signal.addEventListener('abort', off)
  try {
    await done((then) => connection.connect(then), connection, signal)
  } catch (error) {
    return failed(error, 'connect')
  } finally {
    signal.removeEventListener('abort', off)
  }
  // Required above; said once more before a password is.
  if (!connection.secure) return failed(new Error('not encrypted'), 'tls')
  if (server.user === '') return { connection, certificate: () => told(seen.certificate) }
  try {
    await done((then) => connection.login({ user: server.user, pass: server.password ?? '' }, then), connection, signal)
    return { connection, certificate: () => told(seen.certificate) }
  } catch (error) {
    return failed(error, 'login')
  }
}

/** One step of the connection; what it emits as an error between two answers fails the step as well. */
export function done(step: (then: (error?: Error | null) => void) => void, connection: SMTPConnection, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const end = (error?: Error | null): void => {
      signal.removeEventListener('abort', calledOff)
      if (error) reject(error)
      else resolve()
    }
    const calledOff = (): void => end(new Error('called off'))
    signal.addEventListener('abort', calledOff)
    // Never taken off again: an error that comes late is one that nobody waits for any more.
    connection.on('error', end)
    if (signal.aborted) calledOff()
    else step(end)
  })
}

function objectionToPin({ raw }: PeerCertificate, fingerprint: string | null): Error | undefined {
  return fingerprint === null || sha256(raw) === fingerprint ? undefined : new Error(`certificate fingerprint is ${sha256(raw)}`)
}

function told(certificate: PeerCertificate | null): ServerCertificate | null {
  if (!certificate) return null
  const name = (of: PeerCertificate['subject'] | undefined): string => [of?.CN, of?.O].flat().filter(Boolean).join(', ')
  return { subject: name(certificate.subject), issuer: name(certificate.issuer), validTo: certificate.valid_to, fingerprint: sha256(certificate.raw) }
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
