import type { Finding } from '../../../core/documents/document.ts'
import { dayOf, type Instant } from '../../../core/time.ts'
import { finding } from '../../../core/words/findings.ts'
import { toHex } from '../../../crypto/digest.ts'
import { EvidenceProblem } from '../../../crypto/evidence-problem.ts'
import { readQrPayload, verifyQrPayload, type QrPayload } from '../../../crypto/qr-payload.ts'
import { readCertificate } from '../../../crypto/read-certificate.ts'
import { verificationCode } from '../../../crypto/verification-code.ts'
import { measure } from '../qr/measure.ts'
import { readQr } from '../qr/read-qr.ts'
import { CLOCKS_APART } from './record-checks.ts'
import { againstEnded, type Trusted, type TrustedKey } from './trusted.ts'
import { verdictOn, type Verified } from './verdict.ts'

/** Every QR code of a record begins so; others on the same paper (of an address, of a parcel) are none of ours. */
export const isSeal = (text: string): boolean => text.startsWith('AZK1')

/**
 * Verifies a photograph or scan (PNG, JPEG) of a paper by its QR codes: a verdict for each. Null for what is no picture.
 * Nothing is unpacked before it is known how large it will be.
 */
export async function verifyPicture(file: string, bytes: Uint8Array, trusted: Trusted): Promise<Verified[] | null> {
  const size = measure(bytes)
  if (size === null) return null
  if ('why' in size) return [refused(file, [finding('picture-unreadable', { why: size.why })])]
  const seals = (await readQr(bytes)).filter(isSeal)
  return seals.length > 0 ? seals.map((seal) => verifySeal(file, seal, trusted)) : [refused(file, [finding('qr-not-found', {})])]
}

/**
 * What a QR code proves by itself: that this organisation issued a document of this number, on this day, with this hash. What
 * is printed around it, it does not: a true code is easily copied onto another paper. So it is worth its values and no more.
 */
export function verifySeal(file: string, text: string, trusted: Trusted, before: readonly Finding[] = []): Verified {
  const seal = read(text)
  if ('code' in seal) return refused(file, [...before, seal])
  const keys = trusted.keys.filter(({ checkpointKeyId }) => checkpointKeyId === seal.keyId)
  const genuine = keys.filter(({ checkpointKey }) => checkpointKey !== null && verifyQrPayload(seal, checkpointKey))
  const signer = genuine[0] ?? null
  const isCitys = seal.type.startsWith('c-')
  const against = [
    ...(keys.length > 0 && !signer ? [finding('seal-signature-wrong', { keyId: seal.keyId }, 'QR')] : []),
    ...(signer?.role && signer.role !== (isCitys ? 'city' : 'contractor') && seal.type !== 'k-01' ? [finding('signer-in-other-place', { organisation: nameOf(signer), form: seal.type.toUpperCase() })] : []),
    ...againstEnded(genuine, seal.issuedOn),
    ...(seal.issuedOn > dayOf((trusted.at.getTime() + CLOCKS_APART) as Instant) ? [finding('issued-in-the-future', { issuedAt: seal.issuedOn }, 'QR')] : []),
  ]
  if (against.length > 0) return refused(file, [...before, ...against], seal)
  const worth = signer ? finding('qr-proves-its-own', { docNo: seal.docNo, organisation: nameOf(signer), issuedOn: seal.issuedOn }) : finding('qr-not-checkable', { docNo: seal.docNo, keyId: seal.keyId }, '鍵ID')
  return answer(file, 'values-only', [...before, worth, ...trusted.findings], seal, signer)
}

function read(text: string): QrPayload | Finding {
  try {
    return readQrPayload(text)
  } catch (problem) {
    if (!(problem instanceof EvidenceProblem)) throw problem
    return finding('seal-malformed', { why: problem.code }, 'QR')
  }
}

function nameOf({ root, rootFingerprint }: TrustedKey): string {
  return root ? readCertificate(root).commonName : rootFingerprint
}

function refused(file: string, reasons: readonly Finding[], seal: QrPayload | null = null): Verified {
  return answer(file, 'refused', reasons, seal, null)
}

/** A code says neither the revision (0) nor the hour (midnight) nor, but for its key, the contract. */
function answer(file: string, verdict: 'values-only' | 'refused', reasons: readonly Finding[], seal: QrPayload | null, signer: TrustedKey | null): Verified {
  const { record, signer: none, verification } = verdictOn({ file, body: 'qr', verdict, reasons, record: null })
  return { record, signer: none, verification: { ...verification, document: seal && {
    form: seal.type.toUpperCase(), docNo: seal.docNo, revision: 0, contractNo: signer?.contractNo ?? '', issuedAt: `${seal.issuedOn}T00:00:00+09:00`, hash: toHex(seal.hash), code: verificationCode(seal.hash),
    signer: signer && nameOf(signer), rootFingerprint: signer && signer.rootFingerprint,
  } } }
}
