import type { DocumentRecord } from '../../core/documents/records.ts'
import { dayOf, instantOf } from '../../core/time.ts'
import { constantTimeEqual } from '../../crypto/digest.ts'
import { fingerprintOfPublicKey, type OrganisationKeys } from '../../crypto/organisation-keys.ts'
import { writeQrPayload, type QrFacts, type QrPayload } from '../../crypto/qr-payload.ts'
import type { KeyObject } from 'node:crypto'

/**
 * The seal of a record: the text of its QR code, and of the CSV's 署名 column. It binds the record's hash to its number and day, signed with Ed25519.
 */
export function sealOf(record: DocumentRecord, hash: Uint8Array, { checkpoint }: OrganisationKeys): string {
  return writeQrPayload({ ...factsOf(record, hash), keyId: keyIdOf(checkpoint.publicKey) }, checkpoint.privateKey)
}

/** The first 16 hex digits of an Ed25519 key's fingerprint: its 鍵ID. */
export function keyIdOf(publicKey: KeyObject): string {
  return fingerprintOfPublicKey(publicKey).slice(0, 16)
}

/** The first fact in which a seal is not that of this record; null if it is. */
export function differenceFrom(record: DocumentRecord, hash: Uint8Array, seal: QrPayload): keyof QrFacts | null {
  const expected = factsOf(record, hash)
  if (seal.docNo !== expected.docNo) return 'docNo'
  if (seal.type !== expected.type) return 'type'
  if (seal.issuedOn !== expected.issuedOn) return 'issuedOn'
  if ('keys' in record && record.keys.checkpointKeyId !== seal.keyId) return 'keyId'
  return constantTimeEqual(seal.hash, hash) ? null : 'hash'
}

function factsOf(record: DocumentRecord, hash: Uint8Array): Omit<QrFacts, 'keyId'> {
  return { docNo: record.docNo, type: record.form.toLowerCase(), issuedOn: dayOf(instantOf(record.issuedAt)), hash }
}
