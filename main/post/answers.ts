import type { MailStage } from '../../core/mails/mail-server.ts'
import type { ServerAccess } from '../../core/world.ts'

/** As nodemailer reports: its own code, the system's below it, the server's words, and the command that they answer. */
interface Problem { code?: string; originalCode?: string; responseCode?: number; response?: string; command?: string; message: string }

/** What certificates are refused for, by Node's codes (OpenSSL's X509_V_ERR names) and by its own. */
const CERTIFICATE = /^(ERR_TLS_CERT_ALTNAME_INVALID|CERT_|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_|HOSTNAME_MISMATCH|INVALID_CA|CRL_|ERROR_IN_CERT)/
const LARGE = /^(552|EMESSAGE)/

/** How far one came, told from the error; `doing` where it tells nothing. */
export function stageOf(error: unknown, doing: MailStage): MailStage {
  const { code = '', originalCode = '', response = '', command = '', message } = problemOf(error)
  if (CERTIFICATE.test(originalCode) || CERTIFICATE.test(code)) return 'certificate'
  if (code === 'ETLS' || command === 'STARTTLS' || /ERR_SSL|EPROTO|wrong version number/i.test(`${originalCode} ${message}`)) return 'tls'
  if (/STARTTLS/.test(message)) return 'tls'
  if (code === 'EPROTOCOL') return 'greeting'
  if (code === 'EAUTH' || command.startsWith('AUTH')) return 'login'
  if (LARGE.test(response) || (code === 'EMESSAGE' && /larger than allowed/.test(message))) return 'too-large'
  if (command === 'MAIL FROM') return 'sender'
  if (command === 'RCPT TO') return 'recipients'
  return command === 'DATA' ? 'message' : doing
}

/** Whether the server itself said no, in so many words. */
export const isAnswered = (error: unknown): boolean => (problemOf(error).responseCode ?? 0) >= 400

/** The server's words, or the system's: one line, short, and without the password even where a server repeats it. */
export function answerOf(error: unknown, { password }: Pick<ServerAccess, 'password'>): string {
  const { response, message } = problemOf(error)
  return oneLine(response ?? message, password)
}

export function oneLine(words: string, password: string | null): string {
  const secrets = password === null || password === '' ? [] : [password, Buffer.from(password).toString('base64')]
  // eslint-disable-next-line no-control-regex
  return secrets.reduce((said, secret) => said.replaceAll(secret, '•••'), words).replace(/[\u0000-\u001f\u007f]+/g, ' ').trim().slice(0, 300)
}

const problemOf = (error: unknown): Problem => (error instanceof Error ? (error as Problem) : { message: String(error) })
