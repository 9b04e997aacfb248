import { constants, createCipheriv, createDecipheriv, privateDecrypt, publicEncrypt, randomBytes, type KeyObject } from 'node:crypto'
import { integer, octets, oid, readDer, sequence, setOf, tagged, taggedBytes, type Der } from './der.ts'
import { constantTimeEqual } from './digest.ts'
import { EvidenceProblem } from './evidence-problem.ts'
import { OID } from './oids.ts'
import { isStrong, readCertificate } from './read-certificate.ts'

/**
 * Closes bytes for the holder of one encryption certificate (DER): CMS AuthEnvelopedData (RFC 5083) with AES-256-GCM
 * (RFC 5084) and RSA-OAEP with SHA-256 (RFC 8017), which `openssl cms -decrypt` opens.
 */
export function sealEnvelope(content: Uint8Array, recipient: Uint8Array): Uint8Array {
  const { publicKey, issuer, serial, usages } = readCertificate(recipient)
  if (!isStrong(publicKey) || !usages.includes('keyEncipherment')) throw new EvidenceProblem('envelope-malformed', { part: 'recipient' })
  const key = randomBytes(32)
  const nonce = randomBytes(12)
  const wrapped = publicEncrypt({ key: publicKey, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha256' }, key)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  const sealed = Buffer.concat([cipher.update(content), cipher.final()])
  key.fill(0)
  return writeEnvelope({ recipient: sequence(issuer, serial), wrapped, nonce, sealed, tag: cipher.getAuthTag() })
}

/** Opens an envelope that `sealEnvelope` closed for this certificate. */
export function openEnvelope(envelope: Uint8Array, { certificate, privateKey }: { certificate: Uint8Array; privateKey: KeyObject }): Uint8Array {
  const parts = readEnvelope(envelope)
  const { issuer, serial } = readCertificate(certificate)
  if (!constantTimeEqual(parts.recipient, sequence(issuer, serial))) throw new EvidenceProblem('envelope-not-for-us', {})
  const key = unwrap(parts.wrapped, privateKey)
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, parts.nonce, { authTagLength: 16 })
    decipher.setAuthTag(parts.tag)
    return new Uint8Array(Buffer.concat([decipher.update(parts.sealed), decipher.final()]))
  } catch {
    throw new EvidenceProblem('envelope-damaged', {})
  } finally {
    key.fill(0)
  }
}

interface EnvelopeParts {
  /** Issuer and serial number of the certificate it is for. */
  readonly recipient: Uint8Array
  readonly wrapped: Uint8Array
  readonly nonce: Uint8Array
  readonly sealed: Uint8Array
  readonly tag: Uint8Array
}

function writeEnvelope({ recipient, wrapped, nonce, sealed, tag }: EnvelopeParts): Uint8Array {
  const sha256 = sequence(oid(OID.sha256))
  const oaep = sequence(oid(OID.rsaesOaep), sequence(tagged(0, sha256), tagged(1, sequence(oid(OID.mgf1), sha256))))
  const gcm = sequence(oid(OID.aes256Gcm), sequence(octets(nonce), integer(16)))
  return sequence(oid(OID.authEnvelopedData), tagged(0, sequence(
    integer(0),
    setOf(sequence(integer(0), recipient, oaep, octets(wrapped))),
    sequence(oid(OID.data), gcm, taggedBytes(0, sealed)),
    octets(tag),
  )))
}

/** Takes an envelope apart; written anew, the parts must give the same bytes, so nothing stands in it that we do not read. */
function readEnvelope(bytes: Uint8Array): EnvelopeParts {
  const [, recipients, encrypted, tag] = readDer(bytes).children[1]?.children[0]?.children ?? []
  const [, recipient, , wrapped] = recipients?.children[0]?.children ?? []
  const [, gcm, sealed] = encrypted?.children ?? []
  const nonce = gcm?.children[1]?.children[0]
  const parts = {
    recipient: whole(recipient, 'recipient'), wrapped: content(wrapped, 'key'), nonce: content(nonce, 'nonce'),
    sealed: content(sealed, 'content'), tag: content(tag, 'tag'),
  }
  if (parts.nonce.length !== 12 || parts.tag.length !== 16) throw new EvidenceProblem('envelope-malformed', { part: 'tag' })
  if (!constantTimeEqual(writeEnvelope(parts), bytes)) throw new EvidenceProblem('envelope-malformed', { part: 'form' })
  return parts
}

function whole(value: Der | undefined, part: string): Uint8Array {
  if (!value) throw new EvidenceProblem('envelope-malformed', { part })
  return value.bytes
}

function content(value: Der | undefined, part: string): Uint8Array {
  if (!value) throw new EvidenceProblem('envelope-malformed', { part })
  return value.content
}

/** A key that does not open gives a random one, so that nobody learns from the refusal which step refused. */
function unwrap(wrapped: Uint8Array, privateKey: KeyObject): Buffer {
  try {
    const key = privateDecrypt({ key: privateKey, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha256' }, wrapped)
    return key.length === 32 ? key : randomBytes(32)
  } catch {
    return randomBytes(32)
  }
}
