import type { Finding } from '../../../core/documents/document.ts'
import type { DocumentRecord } from '../../../core/documents/records.ts'
import { instantOf, isoJst, type Instant } from '../../../core/time.ts'
import { finding } from '../../../core/words/findings.ts'
import { makeCounterSignable } from '../pdf/counter-sign.ts'
import { signedPieces } from '../pdf/signed-pdf.ts'
import { CLOCKS_APART, contractOf } from './record-checks.ts'
import { readPdf, type PdfFile } from './pdf-structure.ts'
import { isTidy } from './pdf-whitelist.ts'
import { againstEnded, judgeSignature, keysFor, type Signer, type Trusted } from './trusted.ts'

/** A PDF in two revisions: the contractor's own, and the city's signature over both. */
export interface CounterSigned {
  readonly first: Uint8Array
  readonly structure: PdfFile
  readonly at: Date
  /** The message, DER, and what it covers. */
  readonly cms: Uint8Array
  readonly content: readonly Uint8Array[]
}

/**
 * Parts a PDF that goes on behind its first end of file into what the contractor signed and the city's signature. What follows
 * must be, byte for byte but the signature's own digits, what `counterSign` would have appended.
 */
export function partCounterSigned(bytes: Uint8Array, text: string): CounterSigned | Finding {
  const end = text.lastIndexOf(END, text.length - END.length - 1)
  const second = end + END.length
  const first = bytes.subarray(0, second)
  const appended = text.slice(second)
  const [, digits = ''] = /\n\/M \(D:(\d{14})Z\)\n/.exec(appended) ?? []
  const at = new Date(digits.replace(/^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/, '$1-$2-$3T$4:$5:$6Z'))
  const expected = Number.isNaN(at.getTime()) ? null : makeCounterSignable(first, at)
  if (!expected || expected.bytes.length !== bytes.length) return finding('pdf-updated-later', {})
  const { from, to } = expected.gap
  const isAsWritten = Buffer.compare(bytes.subarray(0, from + 1), expected.bytes.subarray(0, from + 1)) === 0 && Buffer.compare(bytes.subarray(to - 1), expected.bytes.subarray(to - 1)) === 0
  if (!isAsWritten) return finding('pdf-updated-later', {})
  const hex = text.slice(from + 1, to - 1)
  if (!isTidy(hex)) return finding('pdf-contents-malformed', {})
  const structure = readPdf(text.slice(0, second))
  return 'code' in structure ? structure : { first, structure, at, cms: messageIn(hex), content: signedPieces({ bytes, gap: expected.gap }) }
}

const END = '\n%%EOF\n'

/** What speaks against the city's signature: another key than a registered city's, or a time before the document's own. */
export function againstCounterSignature({ at, cms, content }: CounterSigned, record: DocumentRecord, issuer: Signer, trusted: Trusted): { findings: Finding[] } | { signer: Signer; at: Date } {
  const judged = judgeSignature(cms, content, at, trusted)
  if ('findings' in judged) return { findings: judged.findings.map((found) => (found.code === 'signature-refused' ? { ...found, code: 'counter-signature-refused' } : found)) }
  const { signer } = judged
  const isPossible = at.getTime() >= instantOf(record.issuedAt) - CLOCKS_APART && at.getTime() <= trusted.at.getTime() + CLOCKS_APART
  const keys = keysFor(contractOf(record), signer.rootFingerprint, trusted, 'city')
  const findings = [
    ...(signer.rootFingerprint === issuer.rootFingerprint ? [finding('counter-signed-by-issuer', { organisation: signer.commonName })] : []),
    ...againstEnded(keys, isoJst(at.getTime() as Instant).slice(0, 10)),
    ...(keys.length > 0 ? [] : [finding('counter-signed-by-outsider', { organisation: signer.commonName })]),
    ...(judged.signingTime === null ? [] : [finding('counter-signature-refused', { why: 'attribute-unknown' })]),
    ...(isPossible ? [] : [finding('counter-signed-at-impossible-time', { signedAt: isoJst(at.getTime() as Instant), issuedAt: record.issuedAt })]),
  ]
  return findings.length > 0 ? { findings } : { signer, at }
}

/** The message's own length says where the padding begins. */
export function messageIn(hex: string): Uint8Array {
  const length = 4 + Number.parseInt(hex.slice(4, 8), 16)
  return Uint8Array.from(Buffer.from(hex.slice(0, 2 * length), 'hex'))
}
