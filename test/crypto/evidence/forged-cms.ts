import { createHash, sign, type KeyObject } from 'node:crypto'
import { attributesToSign, RSA, SHA256, writeAttributes } from '../../../crypto/cms-structure.ts'
import { der, inSetOrder, integer, octets, oid, sequence, setOf, TAG, tagged } from '../../../crypto/der.ts'
import { sha256 } from '../../../crypto/digest.ts'
import { OID } from '../../../crypto/oids.ts'
import { readCertificate } from '../../../crypto/read-certificate.ts'

/** A message that differs from an honest one where it is told to, and is properly signed all the same. */
export interface Forgery {
  content: Uint8Array
  certificate: Uint8Array
  privateKey: KeyObject
  others?: readonly Uint8Array[]
  signingTime?: Date | null
  attributes?: readonly Uint8Array[]
  unordered?: boolean
  withoutAttributes?: boolean
  reference?: Uint8Array
  digest?: 'sha256' | 'sha1'
  unsigned?: Uint8Array
  attached?: Uint8Array
  signers?: number
  certificatesUnordered?: boolean
  signature?: Uint8Array
  algorithm?: Uint8Array
  signerId?: Uint8Array
}

export function forge(forgery: Forgery): Uint8Array {
  const { content, certificate, privateKey, others = [], digest = 'sha256' } = forgery
  const digestAlgorithm = digest === 'sha256' ? SHA256 : sequence(oid('1.3.14.3.2.26'), der(TAG.null))
  const hash = digest === 'sha256' ? sha256(content) : new Uint8Array(createHash('sha1').update(content).digest())
  const attributes = forgery.attributes ?? writeAttributes(hash, forgery.signingTime ?? null, forgery.reference ?? certificate)
  const ordered = forgery.unordered ? inSetOrder(attributes).toReversed() : inSetOrder(attributes)
  const signed = forgery.withoutAttributes ? content : forgery.unordered ? der(TAG.set, ...ordered) : attributesToSign(attributes)
  const signerInfo = sequence(
    integer(1),
    forgery.signerId ?? idOf(certificate),
    digestAlgorithm,
    ...(forgery.withoutAttributes ? [] : [tagged(0, ...ordered)]),
    forgery.algorithm ?? RSA,
    octets(forgery.signature ?? sign(digest, signed, privateKey)),
    ...(forgery.unsigned ? [tagged(1, forgery.unsigned)] : []),
  )
  return sequence(oid(OID.signedData), tagged(0, sequence(
    integer(1),
    setOf(digestAlgorithm),
    sequence(oid(OID.data), ...(forgery.attached ? [tagged(0, octets(forgery.attached))] : [])),
    tagged(0, ...(forgery.certificatesUnordered ? inSetOrder([certificate, ...others]).toReversed() : inSetOrder([certificate, ...others]))),
    der(TAG.set, ...Array<Uint8Array>(forgery.signers ?? 1).fill(signerInfo)),
  )))
}

function idOf(certificate: Uint8Array): Uint8Array {
  const { issuer, serial } = readCertificate(certificate)
  return sequence(issuer, serial)
}
