import { randomBytes, sign, type KeyObject } from 'node:crypto'
import { bits, integer, nothing, octets, oid, sequence, setOf, tagged, taggedBytes, time, utf8, yes } from './der.ts'
import { sha256 } from './digest.ts'
import { OID } from './oids.ts'

/** What a certificate is for. It stands in the subject for people, and in the key usage for machines. */
export type CertificateRole = 'root' | 'signing' | 'encryption'

export interface CertificateOrder {
  readonly issuer: Uint8Array
  readonly subject: Uint8Array
  readonly notBefore: Date
  readonly notAfter: Date
  readonly publicKey: KeyObject
  readonly extensions: readonly Uint8Array[]
  /** The issuer's private key. */
  readonly signWith: KeyObject
}

/** Writes an X.509 v3 certificate (RFC 5280) as DER, signed with RSA PKCS#1 v1.5 and SHA-256, its serial number random. */
export function writeCertificate(order: CertificateOrder): Uint8Array {
  const algorithm = sequence(oid(OID.sha256WithRsa), nothing())
  const statement = sequence(
    tagged(0, integer(2)),
    integer(serialNumber()),
    algorithm,
    order.issuer,
    sequence(time(order.notBefore), time(order.notAfter)),
    order.subject,
    new Uint8Array(order.publicKey.export({ type: 'spki', format: 'der' })),
    tagged(3, sequence(...order.extensions)),
  )
  return sequence(statement, algorithm, bits(sign('sha256', statement, order.signWith)))
}

/** Whose certificate it is, and which of theirs. UTF8String only, so that 𠮷 arrives as 𠮷. */
export function writeName(role: CertificateRole, commonName: string): Uint8Array {
  return sequence(
    setOf(sequence(oid(OID.organizationalUnit), utf8(UNIT[role]))),
    setOf(sequence(oid(OID.commonName), utf8(commonName))),
  )
}

/** What each role may do and no more; and whose key it is, by whose key. */
export function writeExtensions(role: CertificateRole, publicKey: KeyObject, issuerKey: KeyObject): Uint8Array[] {
  const { constraints, usage, purposes } = PROFILE[role]
  return [
    sequence(oid(OID.basicConstraints), yes(), octets(constraints)),
    sequence(oid(OID.keyUsage), yes(), octets(usage)),
    ...(purposes.length > 0 ? [sequence(oid(OID.extendedKeyUsage), octets(sequence(...purposes.map(oid))))] : []),
    sequence(oid(OID.subjectKeyId), octets(octets(keyIdOf(publicKey)))),
    sequence(oid(OID.authorityKeyId), octets(sequence(taggedBytes(0, keyIdOf(issuerKey))))),
  ]
}

const UNIT: Record<CertificateRole, string> = { root: 'ルート証明書', signing: '署名用証明書', encryption: '暗号用証明書' }

/** KeyUsage counts its bits from the left: digitalSignature 0, nonRepudiation 1, keyEncipherment 2, keyCertSign 5, cRLSign 6. */
const PROFILE: Record<CertificateRole, { constraints: Uint8Array; usage: Uint8Array; purposes: string[] }> = {
  root: { constraints: sequence(yes(), integer(0)), usage: bits(Uint8Array.of(0b0000_0110), 1), purposes: [] },
  // OpenSSL checks signatures for the purpose of e-mail unless told otherwise; without it a plain `cms -verify` refuses.
  signing: { constraints: sequence(), usage: bits(Uint8Array.of(0b1100_0000), 6), purposes: [OID.documentSigning, OID.emailProtection] },
  encryption: { constraints: sequence(), usage: bits(Uint8Array.of(0b0010_0000), 5), purposes: [OID.emailProtection] },
}

/** The first 160 bits of SHA-256 over the key (RFC 7093 §2, method 1): SHA-1 appears nowhere in what we write. */
function keyIdOf(publicKey: KeyObject): Uint8Array {
  return sha256(publicKey.export({ type: 'pkcs1', format: 'der' })).subarray(0, 20)
}

/** 126 random bits under a leading 01: positive, never short, within RFC 5280's 20 octets. */
function serialNumber(): Uint8Array {
  const serial = randomBytes(16)
  serial[0] = (serial[0]! & 0x3f) | 0x40
  return serial
}
