import { der, inSetOrder, integer, nothing, octets, oid, sequence, setOf, TAG, tagged, time } from './der.ts'
import { sha256 } from './digest.ts'
import { OID } from './oids.ts'
import type { Certificate } from './read-certificate.ts'

export interface SignedParts {
  /** The signer's certificate, and the others that travel with it as DER. */
  readonly signer: Pick<Certificate, 'der' | 'issuer' | 'serial'>
  readonly others: readonly Uint8Array[]
  /** Each signed attribute as DER. */
  readonly attributes: readonly Uint8Array[]
  readonly signature: Uint8Array
}

/** ContentInfo with SignedData for one signer and no content (RFC 5652 §5), all sets in DER order. */
export function writeSignedData({ signer, others, attributes, signature }: SignedParts): Uint8Array {
  const signerInfo = sequence(
    integer(1),
    sequence(signer.issuer, signer.serial),
    SHA256,
    tagged(0, ...inSetOrder(attributes)),
    RSA,
    octets(signature),
  )
  return sequence(oid(OID.signedData), tagged(0, sequence(
    integer(1),
    setOf(SHA256),
    sequence(oid(OID.data)),
    tagged(0, ...inSetOrder([signer.der, ...others])),
    setOf(signerInfo),
  )))
}

/** The attributes that a signature covers: what kind of content, its digest, when (unless null), and by which certificate. */
export function writeAttributes(digest: Uint8Array, signingTime: Date | null, certificate: Uint8Array): Uint8Array[] {
  return [
    attribute(OID.contentType, oid(OID.data)),
    attribute(OID.messageDigest, octets(digest)),
    ...(signingTime ? [attribute(OID.signingTime, time(signingTime))] : []),
    attribute(OID.signingCertificateV2, writeCertificateReference(certificate)),
  ]
}

/** The SET OF attributes as it is signed; in the message it carries [0] in place of its tag (RFC 5652 §5.4). */
export function attributesToSign(attributes: readonly Uint8Array[]): Uint8Array {
  return setOf(...attributes)
}

/** SigningCertificateV2 for one certificate (RFC 5035 §3). SHA-256 is its default, which DER leaves out. */
export function writeCertificateReference(certificate: Uint8Array): Uint8Array {
  return sequence(sequence(sequence(octets(sha256(certificate)))))
}

/** Without parameters, as RFC 5754 §2 requires for SHA-256. */
export const SHA256 = sequence(oid(OID.sha256))
export const RSA = sequence(oid(OID.rsaEncryption), nothing())

function attribute(type: string, value: Uint8Array): Uint8Array {
  return sequence(oid(type), der(TAG.set, value))
}
