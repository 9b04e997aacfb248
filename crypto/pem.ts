import { EvidenceProblem } from './evidence-problem.ts'

/** Writes bytes as PEM (RFC 7468): a label, base64 in lines of 64, newline at the end. */
export function writePem(label: string, bytes: Uint8Array): string {
  const lines = Buffer.from(bytes).toString('base64').match(/.{1,64}/g) ?? []
  return `-----BEGIN ${label}-----\n${lines.join('\n')}\n-----END ${label}-----\n`
}

/** Reads the one PEM block of this label; text around it is refused. */
export function readPem(label: string, text: string): Uint8Array {
  const [, base64 = ''] = new RegExp(`^\\s*-----BEGIN ${label}-----\\s+([A-Za-z0-9+/=\\s]+?)\\s*-----END ${label}-----\\s*$`).exec(text) ?? []
  const compact = base64.replace(/\s+/g, '')
  const bytes = Buffer.from(compact, 'base64')
  if (bytes.length === 0 || bytes.toString('base64') !== compact) throw new EvidenceProblem('key-not-readable', {})
  return new Uint8Array(bytes)
}
