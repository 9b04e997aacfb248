import { sign, type KeyObject } from 'node:crypto'
import { attributesToSign, writeAttributes, writeSignedData } from './cms-structure.ts'
import { sha256 } from './digest.ts'
import { readCertificate } from './read-certificate.ts'

export { verifyDetached, type CmsReason, type CmsSigner, type CmsVerdict } from './verify-cms.ts'

export interface DetachedOrder {
  /** What is signed, in pieces that are hashed one after the other: a PDF has a hole in the middle. */
  readonly content: readonly Uint8Array[]
  /** Null inside a PDF: the time stands in its signature dictionary (/M), and PAdES forbids a second one. */
  readonly signingTime: Date | null
  /** The signer's certificate and its root, each as DER. */
  readonly certificate: Uint8Array
  readonly chain: readonly Uint8Array[]
  readonly privateKey: KeyObject
  readonly profile: 'cades'
}

/**
 * Signs content that stays where it is: CMS SignedData (RFC 5652) in DER, in the form CAdES-B-B (EN 319 122-1), with RSA
 * PKCS#1 v1.5 and SHA-256, the signer's certificate bound by ESS signing-certificate-v2 (RFC 5035).
 */
export function signDetached({ content, signingTime, certificate, chain, privateKey }: DetachedOrder): Uint8Array {
  const attributes = writeAttributes(sha256(...content), signingTime, certificate)
  const signature = sign('sha256', attributesToSign(attributes), privateKey)
  return writeSignedData({ signer: readCertificate(certificate), others: chain, attributes, signature })
}
