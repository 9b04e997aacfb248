import type { Finding } from '../../../core/documents/document.ts'
import type { DocumentRecord } from '../../../core/documents/records.ts'
import { instantOf } from '../../../core/time.ts'
import { finding } from '../../../core/words/findings.ts'
import { sha256 } from '../../../crypto/digest.ts'
import { EvidenceProblem } from '../../../crypto/evidence-problem.ts'
import { readQrPayload, verifyQrPayload } from '../../../crypto/qr-payload.ts'
import { verificationCode } from '../../../crypto/verification-code.ts'
import { makeSignable } from '../pdf/signed-pdf.ts'
import { drawAgain } from '../pdf/render.ts'
import { differenceFrom } from '../seal.ts'
import { againstCounterSignature, messageIn, partCounterSigned, type CounterSigned } from './counter-signature.ts'
import { readPdf, type PdfFile } from './pdf-structure.ts'
import { acceptParts, type PdfParts } from './pdf-whitelist.ts'
import { againstRecord, againstSigner, readRecord } from './record-checks.ts'
import { judgeSignature, keysFor, type Signer, type Trusted } from './trusted.ts'
import { verdictOn, type Verified } from './verdict.ts'

/**
 * Verifies a PDF as a whitelist (evidence §4): it is believed only if it is, byte for byte, the file that its embedded
 * record would be rendered to today, under a signature over all of it by a registered key; and behind that nothing, or a
 * registered city's signature.
 */
export function verifyPdf(file: string, bytes: Uint8Array, trusted: Trusted): Verified {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  const structure = readPdf(text)
  if (!('code' in structure)) return verifyRevision(file, bytes, structure, null, trusted)
  const parted = structure.code === 'pdf-updated-later' ? partCounterSigned(bytes, text) : structure
  if ('code' in parted) return verdictOn({ file, body: 'pdf', verdict: 'refused', reasons: [parted], record: null })
  return verifyRevision(file, parted.first, parted.structure, parted, trusted)
}

/** What the contractor signed; then the city's signature over it, if there is one; and last what costs most, the print. */
function verifyRevision(file: string, bytes: Uint8Array, structure: PdfFile, city: CounterSigned | null, trusted: Trusted): Verified {
  const refused = (reasons: readonly Finding[], record: DocumentRecord | null = null): Verified => verdictOn({ file, body: 'pdf', verdict: 'refused', reasons, record })
  const accepted = acceptParts(structure, bytes.length)
  if ('findings' in accepted) return refused(accepted.findings)
  const { parts } = accepted

  const canonical = bytes.subarray(parts.attachment.from, parts.attachment.to)
  const read = readRecord(canonical)
  const record = 'record' in read ? read.record : null
  const signedAt = record ? new Date(instantOf(record.issuedAt)) : trusted.at
  const judged = judgeSignature(messageIn(parts.contents.hex), [bytes.subarray(0, parts.contents.from), bytes.subarray(parts.contents.to)], signedAt, trusted)
  const soFar = [...('findings' in judged ? judged.findings : []), ...('findings' in read ? read.findings : [])]
  if ('findings' in judged || !record || soFar.length > 0) return refused(soFar, record)
  const { signer } = judged

  const counter = city && againstCounterSignature(city, record, signer, trusted)
  const reasons = [
    // The time stands in the signature dictionary; PAdES forbids saying it twice, and we never do.
    ...(judged.signingTime === null ? [] : [finding('signature-refused', { why: 'attribute-unknown' })]),
    ...againstRecord(record, trusted), ...againstSigner(record, signer, trusted), ...againstSeal(record, canonical, parts.seal, signer, trusted),
    ...(counter && 'findings' in counter ? counter.findings : []),
  ]
  if (reasons.length > 0) return refused(reasons, record)
  const difference = againstPrint(bytes, structure, record, canonical, parts)
  if (difference) return refused([difference], record)
  return verdictOn({ file, body: 'pdf', verdict: 'verified', reasons: [], record, signer, counterSigned: counter && 'signer' in counter ? counter : null })
}

/** The QR code says the same as the record, and where the key for it is registered, that key made it. */
function againstSeal(record: DocumentRecord, canonical: Uint8Array, text: string, { rootFingerprint }: Signer, trusted: Trusted): Finding[] {
  try {
    const seal = readQrPayload(text)
    const field = differenceFrom(record, sha256(canonical), seal)
    if (field !== null) return [finding('seal-of-other-document', { field }, 'QR')]
    const keys = keysFor(null, rootFingerprint, trusted).flatMap(({ checkpointKey }) => checkpointKey ?? [])
    return keys.length === 0 || keys.some((key) => verifyQrPayload(seal, key)) ? [] : [finding('seal-signature-wrong', { keyId: seal.keyId }, 'QR')]
  } catch (problem) {
    if (!(problem instanceof EvidenceProblem)) throw problem
    return [finding('seal-malformed', { why: problem.code }, 'QR')]
  }
}

/** Renders the form again from the record and compares every byte but the signature's own. */
function againstPrint(bytes: Uint8Array, { objects }: PdfFile, record: DocumentRecord, canonical: Uint8Array, { seal, contents }: PdfParts): Finding | null {
  const drawn = drawAgain({ record, canonical, code: verificationCode(sha256(canonical)), seal })
  if (!drawn) return finding('pdf-print-differs', { at: 0, object: record.template })
  if (drawn.unprintable.length > 0) return finding('pdf-unprintable', { characters: drawn.unprintable.slice(0, 20).map(spelt).join('、') })
  const expected = makeSignable(drawn.bytes)
  const at = firstDifference(bytes, expected.bytes, contents)
  if (at === null) return null
  const object = [...objects.values()].find(({ from, to }) => from <= at && at < to)
  return finding('pdf-print-differs', { at, object: object ? `object ${object.number}` : 'the file' })
}

/** By its number: most of these are not seen, or turn what is. */
function spelt(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
}

function firstDifference(found: Uint8Array, expected: Uint8Array, { from, to }: { from: number; to: number }): number | null {
  const longest = Math.max(found.length, expected.length)
  for (let at = 0; at < longest; at++) {
    // The signature's digits, inside their brackets, are all that a record does not determine.
    if (at === from + 1) at = to - 1
    if (found[at] !== expected[at]) return at
  }
  return null
}
