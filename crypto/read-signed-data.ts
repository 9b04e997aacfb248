import { RSA, SHA256 } from './cms-structure.ts'
import { oid, readDer, TAG, type Der } from './der.ts'
import { constantTimeEqual, toHex } from './digest.ts'
import { OID } from './oids.ts'
import { readTime } from './read-certificate.ts'
import type { CmsReason } from './verify-cms.ts'

/** What one signer's SignedData says, before anyone believes it. */
export interface SignedData {
  readonly certificates: readonly Uint8Array[]
  /** Issuer name and serial number, one after the other. */
  readonly signerId: Uint8Array
  readonly attributes: readonly Uint8Array[]
  readonly digest: Uint8Array
  readonly reference: Uint8Array
  readonly signingTime: Date | null
  readonly signature: Uint8Array
}

/** Takes a CMS message apart. Where the form already forbids belief, it says why; the first hindrance ends the reading. */
export function readSignedData(bytes: Uint8Array): { signed: SignedData } | { reasons: CmsReason[] } {
  try {
    return { signed: read(bytes) }
  } catch (problem) {
    if (problem instanceof Hindrance) return { reasons: [problem.reason] }
    throw problem
  }
}

class Hindrance extends Error {
  readonly reason: CmsReason

  constructor(reason: CmsReason) {
    super(reason)
    this.reason = reason
  }
}

function read(bytes: Uint8Array): SignedData {
  const { digests, encapsulated, certificates, signers } = readOuter(readStrictly(bytes))
  if (encapsulated.children.length !== 1) stop('content-attached')
  if (!isExactly(encapsulated.children[0], oid(OID.data))) stop('not-signed-data')
  if (signers.children.length !== 1) stop(signers.children.length === 0 ? 'no-signer' : 'several-signers')
  if (digests.children.length !== 1 || !isExactly(digests.children[0], SHA256)) stop('digest-not-sha-256')
  const { id, attributes, signature } = readSigner(signers.children[0]!)
  return { certificates: certificates.children.map((each) => each.bytes), signerId: id.content, signature: signature.content, ...readAttributes(attributes) }
}

function readStrictly(bytes: Uint8Array): Der {
  try {
    return readDer(bytes)
  } catch {
    return stop('not-strict-der')
  }
}

function readOuter(message: Der): { digests: Der; encapsulated: Der; certificates: Der; signers: Der } {
  const [type, wrapper] = message.children
  const [version, digests, encapsulated, certificates, signers, ...more] = wrapper?.children[0]?.children ?? []
  const isSignedData = message.tag === TAG.sequence && message.children.length === 2 && isExactly(type, oid(OID.signedData))
    && wrapper?.tag === 0xa0 && wrapper.children.length === 1 && more.length === 0 && isOne(version)
    && digests?.tag === TAG.set && encapsulated?.tag === TAG.sequence && signers?.tag === TAG.set
  if (!isSignedData || certificates?.tag !== 0xa0) return stop('not-signed-data')
  return { digests, encapsulated, certificates, signers }
}

function readSigner({ tag, children }: Der): { id: Der; attributes: Der; signature: Der } {
  const [version, id, digestAlgorithm, attributes, algorithm, signature, ...more] = children
  if (tag !== TAG.sequence || !isOne(version) || id?.tag !== TAG.sequence) stop('not-signed-data')
  if (!isExactly(digestAlgorithm, SHA256)) stop('digest-not-sha-256')
  if (attributes?.tag !== 0xa0) stop('no-signed-attributes')
  if (!isExactly(algorithm, RSA)) stop('signature-not-rsa')
  if (more.some((each) => each.tag === 0xa1)) stop('unsigned-attributes')
  if (signature?.tag !== TAG.octets || more.length > 0) return stop('not-signed-data')
  return { id, attributes, signature }
}

const ATTRIBUTES = new Map(
  (['contentType', 'messageDigest', 'signingTime', 'signingCertificateV2'] as const).map((name) => [toHex(oid(OID[name])), name]),
)

function readAttributes({ children }: Der): Pick<SignedData, 'attributes' | 'digest' | 'reference' | 'signingTime'> {
  const found = new Map<string, Der>()
  for (const { tag, children: [type, values, ...more] } of children) {
    const isAttribute = tag === TAG.sequence && values?.tag === TAG.set && more.length === 0
    const [value, ...doubles] = isAttribute ? values.children : []
    if (!type || !value || doubles.length > 0) return stop('attribute-malformed')
    const name = ATTRIBUTES.get(toHex(type.bytes)) ?? stop('attribute-unknown')
    if (found.has(name)) stop('attribute-twice')
    found.set(name, value)
  }
  const attributes = children.map((each) => each.bytes)
  if (!attributes.every((each, i) => i === 0 || Buffer.compare(attributes[i - 1]!, each) < 0)) stop('attributes-unordered')
  const digest = found.get('messageDigest') ?? stop('attribute-missing')
  const reference = found.get('signingCertificateV2') ?? stop('ess-missing')
  const contentType = found.get('contentType') ?? stop('attribute-missing')
  if (digest.tag !== TAG.octets || !isExactly(contentType, oid(OID.data))) stop('attribute-malformed')
  return { attributes, digest: digest.content, reference: reference.bytes, signingTime: readSigningTime(found.get('signingTime')) }
}

function readSigningTime(value: Der | undefined): Date | null {
  if (!value) return null
  try {
    return readTime(value)
  } catch {
    return stop('attribute-malformed')
  }
}

function isOne(value: Der | undefined): boolean {
  return value?.tag === TAG.integer && value.content.length === 1 && value.content[0] === 1
}

function isExactly(value: Der | undefined, expected: Uint8Array): boolean {
  return value !== undefined && constantTimeEqual(value.bytes, expected)
}

function stop(reason: CmsReason): never {
  throw new Hindrance(reason)
}
