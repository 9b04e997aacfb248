import { verify } from 'node:crypto'
import { readSignedData, type SignedData } from './read-signed-data.ts'
import { attributesToSign, writeCertificateReference, writeSignedData } from './cms-structure.ts'
import { constantTimeEqual, sha256 } from './digest.ts'
import { OID } from './oids.ts'
import { fingerprint, isIssuedBy, isStrong, readCertificate, type Certificate } from './read-certificate.ts'

/** Why a signature is not believed. */
export type CmsReason =
  | 'not-strict-der' | 'not-signed-data' | 'content-attached' | 'no-signer' | 'several-signers'
  | 'digest-not-sha-256' | 'signature-not-rsa'
  | 'no-signed-attributes' | 'unsigned-attributes' | 'attribute-missing' | 'attribute-unknown' | 'attribute-twice'
  | 'attributes-unordered' | 'attribute-malformed' | 'ess-missing' | 'ess-of-another-certificate'
  | 'content-differs' | 'signature-wrong'
  | 'certificate-not-understood' | 'signer-certificate-missing' | 'other-certificates'
  | 'signer-key-weak' | 'signer-key-usage' | 'signer-is-authority'
  | 'issuer-missing' | 'issuer-is-no-authority' | 'issuer-signature-wrong' | 'issuer-key-weak'
  | 'root-not-registered' | 'root-of-the-same-name'
  | 'signed-in-the-future' | 'before-validity' | 'after-validity'
  | 'not-as-we-write'

export type CmsVerdict =
  | { readonly ok: true; readonly signer: CmsSigner; readonly signingTime: Date | null }
  | { readonly ok: false; readonly reasons: readonly CmsReason[] }

export interface CmsSigner {
  readonly commonName: string
  readonly fingerprint: string
  readonly rootFingerprint: string
}

export interface DetachedClaim {
  readonly cms: Uint8Array
  readonly content: readonly Uint8Array[]
  /** The registered roots of this role (contractor or city), DER. A root is known by its bytes, never by its name. */
  readonly trustedRoots: readonly Uint8Array[]
  /** When it was signed, if the signature itself does not say; if it does, the latest moment that is believed. */
  readonly at: Date
}

/**
 * Judges a detached signature as a whitelist: it is believed only if it is byte for byte what `signDetached` would have
 * written, by a certificate that a registered root issued for signing, valid when it signed. A bad message
 * never makes it throw; only a registered root that cannot be read does.
 */
export function verifyDetached({ cms, content, trustedRoots, at }: DetachedClaim): CmsVerdict {
  const read = readSignedData(cms)
  if ('reasons' in read) return { ok: false, reasons: read.reasons }
  const { signed } = read
  const chain = findChain(signed)
  if ('reasons' in chain) return { ok: false, reasons: chain.reasons }

  const reasons = [
    ...againstContent(signed, chain.signer, content),
    ...againstSigner(chain.signer),
    ...againstRoot(chain, trustedRoots),
    ...againstTime(signed.signingTime, at, chain),
    ...againstForm(cms, signed, chain),
  ]
  if (reasons.length > 0) return { ok: false, reasons }
  const { commonName, fingerprint: own } = chain.signer
  return { ok: true, signer: { commonName, fingerprint: own, rootFingerprint: chain.root.fingerprint }, signingTime: signed.signingTime }
}

interface Chain {
  readonly signer: Certificate
  readonly root: Certificate
}

/** The signer's certificate by issuer and serial number, and the one beside it. */
function findChain({ certificates, signerId }: SignedData): Chain | { reasons: CmsReason[] } {
  let read: Certificate[]
  try {
    read = certificates.map(readCertificate)
  } catch {
    return { reasons: ['certificate-not-understood'] }
  }
  const isSigner = ({ issuer, serial }: Certificate) => constantTimeEqual(signerId, Buffer.concat([issuer, serial]))
  const [signer, ...doubles] = read.filter(isSigner)
  if (!signer || doubles.length > 0) return { reasons: ['signer-certificate-missing'] }
  const others = read.filter((certificate) => certificate !== signer)
  const root = others.find((other) => isIssuedBy(signer, other).byName)
  if (!root) return { reasons: ['issuer-missing', ...(others.length > 1 ? ['other-certificates' as const] : [])] }
  return others.length > 1 ? { reasons: ['other-certificates', ...againstIssuer({ signer, root })] } : { signer, root }
}

function againstContent({ attributes, digest, reference, signature }: SignedData, signer: Certificate, content: readonly Uint8Array[]): CmsReason[] {
  const isGenuine = isStrong(signer.publicKey) && verify('sha256', attributesToSign(attributes), signer.publicKey, signature)
  return [
    ...reasonIf(!constantTimeEqual(digest, sha256(...content)), 'content-differs'),
    ...reasonIf(!constantTimeEqual(reference, writeCertificateReference(signer.der)), 'ess-of-another-certificate'),
    ...reasonIf(!isGenuine, 'signature-wrong'),
  ]
}

function againstSigner(signer: Certificate): CmsReason[] {
  const maySign = signer.usages.join() === 'digitalSignature,nonRepudiation' && signer.purposes.includes(OID.documentSigning)
  return [
    ...reasonIf(!isStrong(signer.publicKey), 'signer-key-weak'),
    ...reasonIf(!maySign, 'signer-key-usage'),
    ...reasonIf(signer.isAuthority, 'signer-is-authority'),
  ]
}

function againstRoot(chain: Chain, trustedRoots: readonly Uint8Array[]): CmsReason[] {
  const { root } = chain
  const isRegistered = trustedRoots.some((trusted) => fingerprint(trusted) === root.fingerprint)
  const sharesName = !isRegistered && trustedRoots.some((trusted) => readCertificate(trusted).commonName === root.commonName)
  return [
    ...reasonIf(!isRegistered, 'root-not-registered'),
    ...reasonIf(sharesName, 'root-of-the-same-name'),
    ...againstIssuer(chain),
  ]
}

function againstIssuer({ signer, root }: Chain): CmsReason[] {
  const isAuthority = root.isAuthority && root.usages.includes('keyCertSign') && isIssuedBy(root, root).byName
  return [
    ...reasonIf(!isAuthority, 'issuer-is-no-authority'),
    ...reasonIf(!isStrong(root.publicKey), 'issuer-key-weak'),
    ...reasonIf(!isIssuedBy(signer, root).bySignature, 'issuer-signature-wrong'),
  ]
}

function againstTime(signingTime: Date | null, at: Date, { signer, root }: Chain): CmsReason[] {
  const signedAt = signingTime ?? at
  return [
    ...reasonIf(signedAt > at, 'signed-in-the-future'),
    ...reasonIf(signedAt < signer.notBefore || signedAt < root.notBefore, 'before-validity'),
    ...reasonIf(signedAt > signer.notAfter || signedAt > root.notAfter, 'after-validity'),
  ]
}

/** The last question after all others: is there a byte in it that we would not have written? */
function againstForm(cms: Uint8Array, { attributes, signature }: SignedData, { signer, root }: Chain): CmsReason[] {
  const expected = writeSignedData({ signer, others: [root.der], attributes, signature })
  return reasonIf(!constantTimeEqual(cms, expected), 'not-as-we-write')
}

function reasonIf(condition: boolean, reason: CmsReason): CmsReason[] {
  return condition ? [reason] : []
}
