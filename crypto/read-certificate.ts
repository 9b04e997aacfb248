import { createPublicKey, verify, type KeyObject } from 'node:crypto'
import { oid, readDer, TAG, time, type Der } from './der.ts'
import { constantTimeEqual, sha256Hex, toHex } from './digest.ts'
import { EvidenceProblem } from './evidence-problem.ts'
import { OID } from './oids.ts'

export interface Certificate {
  readonly der: Uint8Array
  /** SHA-256 of the whole certificate, lower-case hex. */
  readonly fingerprint: string
  readonly commonName: string
  /** Names and serial number as they are written, for whoever points at this certificate. */
  readonly issuer: Uint8Array
  readonly subject: Uint8Array
  readonly serial: Uint8Array
  readonly notBefore: Date
  readonly notAfter: Date
  readonly publicKey: KeyObject
  /** Whether the issuer signed with RSA and SHA-256. */
  readonly signedWithSha256: boolean
  readonly isAuthority: boolean
  readonly usages: readonly KeyUsage[]
  readonly purposes: readonly string[]
  /** The part that the issuer signed, and the signature. */
  readonly statement: Uint8Array
  readonly signature: Uint8Array
}

export type KeyUsage = (typeof USAGES)[number]

/** SHA-256 of a certificate's DER, lower-case hex: what the 公開鍵届 registers, and `openssl x509 -fingerprint -sha256` shows. */
export function fingerprint(certificate: Uint8Array): string {
  return sha256Hex(certificate)
}

/**
 * Reads a certificate, strictly: DER only, version 3, both algorithm fields alike, only extensions that we know and none
 * of them twice. It judges nothing else: what the certificate may be used for is the reader's question.
 */
export function readCertificate(bytes: Uint8Array): Certificate {
  const [statement, algorithm, signature] = sequenceOf(readDer(bytes), 3, 'certificate')
  const [version, serial, inner, issuer, validity, subject, spki, wrapper] = sequenceOf(statement, 8, 'statement')
  if (toHex(version!.bytes) !== 'a003020102') refuse('version')
  if (serial!.tag !== TAG.integer || serial!.content[0]! >= 0x80) refuse('serial')
  if (!constantTimeEqual(inner!.bytes, algorithm!.bytes)) refuse('algorithm')
  if (signature!.tag !== TAG.bits || signature!.content[0] !== 0) refuse('signature')
  const [notBefore, notAfter] = sequenceOf(validity, 2, 'validity').map(readTime)
  return {
    der: bytes, fingerprint: fingerprint(bytes), commonName: readCommonName(subject!),
    issuer: issuer!.bytes, subject: subject!.bytes, serial: serial!.bytes, notBefore: notBefore!, notAfter: notAfter!,
    publicKey: readKey(spki!), signedWithSha256: toHex(inner!.bytes) === SHA256_WITH_RSA, ...readExtensions(wrapper!),
    statement: statement!.bytes, signature: signature!.content.subarray(1),
  }
}

/** Whether `root` issued `leaf`: by the names, and by the signature. */
export function isIssuedBy(leaf: Certificate, root: Certificate): { byName: boolean; bySignature: boolean } {
  return {
    byName: constantTimeEqual(leaf.issuer, root.subject),
    bySignature: leaf.signedWithSha256 && isRsa(root.publicKey) && verify('sha256', leaf.statement, root.publicKey, leaf.signature),
  }
}

/** Whether the key is RSA of 3072 bits or more, with the usual exponent. */
export function isStrong(key: KeyObject): boolean {
  const { modulusLength = 0, publicExponent } = key.asymmetricKeyDetails ?? {}
  return isRsa(key) && modulusLength >= 3072 && modulusLength <= 8192 && publicExponent === 65537n
}

/** The date in a UTCTime or GeneralizedTime, written as `time` writes it: no offsets, no fractions, no 31 February. */
export function readTime(value: Der): Date {
  const text = new TextDecoder('latin1').decode(value.content)
  const digits = value.tag === TAG.utcTime ? `${Number(text.slice(0, 2)) < 50 ? '20' : '19'}${text}` : text
  const at = new Date(digits.replace(/^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'))
  if (Number.isNaN(at.getTime()) || !constantTimeEqual(time(at), value.bytes)) refuse('time')
  return at
}

/** A SEQUENCE's members, so many of them. */
export function sequenceOf(value: Der | undefined, count: number, part: string): readonly Der[] {
  if (value?.tag !== TAG.sequence || value.children.length !== count) refuse(part)
  return value.children
}

const SHA256_WITH_RSA = '300d06092a864886f70d01010b0500'
const USAGES = [
  'digitalSignature', 'nonRepudiation', 'keyEncipherment', 'dataEncipherment', 'keyAgreement', 'keyCertSign', 'cRLSign',
  'encipherOnly',
] as const

function isRsa(key: KeyObject): boolean {
  return key.asymmetricKeyType === 'rsa'
}

function readKey(spki: Der): KeyObject {
  try {
    return createPublicKey({ key: Buffer.from(spki.bytes), format: 'der', type: 'spki' })
  } catch {
    return refuse('public key')
  }
}

/** The one common name, in UTF-8. */
function readCommonName(subject: Der): string {
  const wanted = toHex(oid(OID.commonName))
  const found = subject.children.flatMap((set) => set.children).filter(({ children: [type] }) => type && toHex(type.bytes) === wanted)
  const value = found[0]?.children[1]
  if (found.length !== 1 || value?.tag !== TAG.utf8) return refuse('common name')
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(value.content)
  } catch {
    return refuse('common name')
  }
}

function readExtensions(wrapper: Der): Pick<Certificate, 'isAuthority' | 'usages' | 'purposes'> {
  const [list] = wrapper.children
  if (wrapper.tag !== 0xa3 || wrapper.children.length !== 1 || list?.tag !== TAG.sequence) return refuse('extensions')
  const found = new Map<string, Uint8Array>()
  for (const { children } of list.children) {
    const [type, value] = [children[0], children.at(-1)]
    if (!type || value?.tag !== TAG.octets || (children.length === 3 && toHex(children[1]!.bytes) !== '0101ff')) return refuse('extensions')
    const name = KNOWN.get(toHex(type.bytes))
    if (name === undefined || found.has(name) || children.length > 3) return refuse('extensions')
    found.set(name, value.content)
  }
  return {
    isAuthority: readIsAuthority(found.get('basicConstraints')),
    usages: readUsages(found.get('keyUsage')),
    purposes: readPurposes(found.get('extendedKeyUsage')),
  }
}

const KNOWN = new Map(
  (['basicConstraints', 'keyUsage', 'extendedKeyUsage', 'subjectKeyId', 'authorityKeyId'] as const).map((name) => [toHex(oid(OID[name])), name]),
)

function readIsAuthority(value: Uint8Array | undefined): boolean {
  if (!value) return refuse('basic constraints')
  const constraints = readDer(value)
  if (constraints.tag !== TAG.sequence) return refuse('basic constraints')
  return constraints.children[0]?.tag === TAG.boolean
}

function readUsages(value: Uint8Array | undefined): KeyUsage[] {
  if (!value) return refuse('key usage')
  const usage = readDer(value)
  const [, first = 0, ...more] = usage.content
  if (usage.tag !== TAG.bits || more.length > 0) return refuse('key usage')
  return USAGES.filter((_, i) => first & (0x80 >> i))
}

function readPurposes(value: Uint8Array | undefined): string[] {
  if (!value) return []
  const names = new Map([OID.documentSigning, OID.emailProtection].map((dotted) => [toHex(oid(dotted)), dotted as string]))
  return readDer(value).children.map(({ bytes }) => names.get(toHex(bytes)) ?? 'other')
}

function refuse(part: string): never {
  throw new EvidenceProblem('certificate-not-understood', { part })
}
