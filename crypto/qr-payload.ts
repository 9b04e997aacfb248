import { sign, verify, type KeyObject } from 'node:crypto'
import { fromBase32, toBase32 } from './crockford.ts'
import { EvidenceProblem } from './evidence-problem.ts'

/** What the QR code on paper says of its document. */
export interface QrFacts {
  /** The document's number, in any script, at most 48 bytes of UTF-8: `ひ-R8-001`. */
  readonly docNo: string
  /** The kind of document: at most 24 of a-z, 0-9 and hyphen. */
  readonly type: string
  /** The day of issue, `YYYY-MM-DD`, from 2000 to 2179. */
  readonly issuedOn: string
  /** SHA-256 of the record. */
  readonly hash: Uint8Array
  /** The first 16 hex digits of the Ed25519 key's fingerprint. */
  readonly keyId: string
}

export interface QrPayload extends QrFacts {
  readonly signature: Uint8Array
}

const PREFIX = 'AZK1'
const FIRST_DAY = Date.UTC(2000, 0, 1)
const DAY = 86_400_000

/**
 * Writes the facts and their Ed25519 signature as `AZK1` and Crockford's Base32: capitals and digits only, which a QR
 * code holds most densely (alphanumeric mode) and no scanner mistakes for an address. At most 305 characters.
 */
export function writeQrPayload(facts: QrFacts, privateKey: KeyObject): string {
  const body = writeBody(facts)
  return PREFIX + toBase32(Buffer.concat([body, sign(null, statement(body), privateKey)]))
}

/** Reads a scanned text; it must be exactly what `writeQrPayload` would write. The signature is not yet checked. */
export function readQrPayload(text: string): QrPayload {
  if (!text.startsWith(PREFIX)) malformed('prefix')
  if (text.length > 320) malformed('length')
  const bytes = fromBase32(text.slice(PREFIX.length)) ?? malformed('alphabet')
  const docNoEnd = 1 + (bytes[0] ?? 0)
  const typeEnd = docNoEnd + 1 + (bytes[docNoEnd] ?? 0)
  if (bytes.length !== typeEnd + 2 + 32 + 8 + 64) malformed('length')
  const view = Buffer.from(bytes)
  const facts = {
    docNo: view.toString('utf8', 1, docNoEnd),
    type: view.toString('latin1', docNoEnd + 1, typeEnd),
    issuedOn: dayOf(view.readUInt16BE(typeEnd)),
    hash: bytes.slice(typeEnd + 2, typeEnd + 34),
    keyId: view.toString('hex', typeEnd + 34, typeEnd + 42),
  }
  if (unusableField(facts) !== null) malformed('fields')
  if (!writeBody(facts).equals(view.subarray(0, typeEnd + 42))) malformed('not-as-written')
  return { ...facts, signature: bytes.slice(-64) }
}

/** Whether the key signed these facts. That it is the key of this `keyId`, and registered, is the caller's question. */
export function verifyQrPayload({ signature, ...facts }: QrPayload, publicKey: KeyObject): boolean {
  return publicKey.asymmetricKeyType === 'ed25519' && verify(null, statement(writeBody(facts)), publicKey, signature)
}

function writeBody(facts: QrFacts): Buffer {
  const field = unusableField(facts)
  if (field !== null) throw new EvidenceProblem('qr-unwritable', { field })
  const docNo = Buffer.from(facts.docNo)
  const day = Buffer.alloc(2)
  day.writeUInt16BE((Date.parse(facts.issuedOn) - FIRST_DAY) / DAY)
  return Buffer.concat([
    Uint8Array.of(docNo.length), docNo, Uint8Array.of(facts.type.length), Buffer.from(facts.type),
    day, facts.hash, Buffer.from(facts.keyId, 'hex'),
  ])
}

function unusableField({ docNo, type, issuedOn, hash, keyId }: QrFacts): keyof QrFacts | null {
  if (docNo === '' || Buffer.byteLength(docNo) > 48 || /[\p{Cc}\p{Cf}\p{Surrogate}]/u.test(docNo)) return 'docNo'
  if (!/^[a-z0-9-]{1,24}$/.test(type)) return 'type'
  if (!isDay(issuedOn)) return 'issuedOn'
  if (hash.length !== 32) return 'hash'
  return /^[0-9a-f]{16}$/.test(keyId) ? null : 'keyId'
}

function isDay(text: string): boolean {
  const at = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(text) : NaN
  const days = (at - FIRST_DAY) / DAY
  // Written back, since Date.parse takes the 30th of February for the 2nd of March.
  return days >= 0 && days <= 0xffff && dayOf(days) === text
}

function dayOf(days: number): string {
  return new Date(FIRST_DAY + days * DAY).toISOString().slice(0, 10)
}

/** The key signs other things too; what is signed here cannot be taken for any of them. */
function statement(body: Uint8Array): Buffer {
  return Buffer.concat([Buffer.from(`${PREFIX}\0`), body])
}

function malformed(part: 'prefix' | 'alphabet' | 'length' | 'fields' | 'not-as-written'): never {
  throw new EvidenceProblem('qr-malformed', { part })
}
