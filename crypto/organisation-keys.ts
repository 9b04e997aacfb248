import { createPrivateKey, createPublicKey, generateKeyPair, type KeyObject } from 'node:crypto'
import { promisify } from 'node:util'
import { writeCertificate, writeExtensions, writeName, type CertificateRole } from './certificate.ts'
import { sha256Hex } from './digest.ts'
import { EvidenceProblem } from './evidence-problem.ts'
import { readPem, writePem } from './pem.ts'
import { readCertificate } from './read-certificate.ts'

export { fingerprint } from './read-certificate.ts'

/** A private key, and the certificate (DER) that says whose it is. */
export interface CertifiedKey {
  readonly certificate: Uint8Array
  readonly privateKey: KeyObject
}

/** All that an organisation signs and reads with. */
export interface OrganisationKeys {
  /** Issues the other two; its fingerprint is what the 公開鍵届 registers. */
  readonly root: CertifiedKey
  readonly signing: CertifiedKey
  readonly encryption: CertifiedKey
  /** Ed25519, for checkpoints and QR codes. */
  readonly checkpoint: { readonly privateKey: KeyObject; readonly publicKey: KeyObject }
}

/** The same as PEM texts. Secret: they belong inside the encrypted vault and nowhere else. */
export interface StoredKeys {
  readonly version: 1
  readonly root: StoredPair
  readonly signing: StoredPair
  readonly encryption: StoredPair
  readonly checkpoint: { readonly privateKey: string }
}

interface StoredPair {
  readonly certificate: string
  readonly privateKey: string
}

/**
 * Makes an organisation's keys: an RSA-3072 root for ten years, from it a signing and an encryption certificate for two,
 * and an Ed25519 key. Refuses names that are empty, longer than X.520's 64 characters, or hold characters that are not seen.
 */
export async function generateOrganisationKeys({ commonName, notBefore }: { commonName: string; notBefore: Date }): Promise<OrganisationKeys> {
  refuseUnusableName(commonName)
  const [pair, checkpoint] = await Promise.all([newRsaPair(), newEd25519Pair()])
  const certificate = writeCertificate({
    issuer: writeName('root', commonName), subject: writeName('root', commonName),
    notBefore, notAfter: yearsAfter(notBefore, 10),
    publicKey: pair.publicKey, extensions: writeExtensions('root', pair.publicKey, pair.publicKey), signWith: pair.privateKey,
  })
  const root = { certificate, privateKey: pair.privateKey }
  const [signing, encryption] = await Promise.all([issue(root, 'signing', notBefore), issue(root, 'encryption', notBefore)])
  return { root, signing, encryption, checkpoint }
}

/** The same organisation with a new signing and a new encryption key for two more years, within the root's ten. */
export async function renewKeys(keys: OrganisationKeys, notBefore: Date): Promise<OrganisationKeys> {
  const [signing, encryption] = await Promise.all([issue(keys.root, 'signing', notBefore), issue(keys.root, 'encryption', notBefore)])
  return { ...keys, signing, encryption }
}

/** Keys as PEM texts, to be kept inside the vault. They are not encrypted here. */
export function exportOrganisationKeys({ root, signing, encryption, checkpoint }: OrganisationKeys): StoredKeys {
  return {
    version: 1, root: storePair(root), signing: storePair(signing), encryption: storePair(encryption),
    checkpoint: { privateKey: storeKey(checkpoint.privateKey) },
  }
}

/** Keys from the vault's texts. Refuses what does not fit together: a private key that is not its certificate's. */
export function importOrganisationKeys(stored: StoredKeys): OrganisationKeys {
  const privateKey = readKey(stored.checkpoint.privateKey)
  if (stored.version !== 1 || privateKey.asymmetricKeyType !== 'ed25519') throw new EvidenceProblem('key-not-readable', {})
  return {
    root: readPair('root', stored.root), signing: readPair('signing', stored.signing), encryption: readPair('encryption', stored.encryption),
    checkpoint: { privateKey, publicKey: createPublicKey(privateKey) },
  }
}

/** SHA-256 over a public key's SubjectPublicKeyInfo: `openssl pkey -pubin -outform DER | sha256sum` gives the same. */
export function fingerprintOfPublicKey(publicKey: KeyObject): string {
  return sha256Hex(publicKey.export({ type: 'spki', format: 'der' }))
}

function refuseUnusableName(name: string): void {
  // Format characters (Cf) turn the direction of writing, or are not seen at all: one name could pass for another.
  const usable = name.trim() === name && name.length > 0 && Array.from(name).length <= 64 && !/[\p{Cc}\p{Cf}\p{Surrogate}\p{Zl}\p{Zp}]/u.test(name)
  if (!usable) throw new EvidenceProblem('name-unusable', { name })
}

async function issue(root: CertifiedKey, role: Exclude<CertificateRole, 'root'>, notBefore: Date): Promise<CertifiedKey> {
  const authority = readCertificate(root.certificate)
  const pair = await newRsaPair()
  const wanted = yearsAfter(notBefore, 2)
  const certificate = writeCertificate({
    issuer: authority.subject, subject: writeName(role, authority.commonName),
    notBefore, notAfter: wanted < authority.notAfter ? wanted : authority.notAfter,
    publicKey: pair.publicKey, extensions: writeExtensions(role, pair.publicKey, authority.publicKey), signWith: root.privateKey,
  })
  return { certificate, privateKey: pair.privateKey }
}

function newRsaPair(): Promise<{ publicKey: KeyObject; privateKey: KeyObject }> {
  return promisify(generateKeyPair)('rsa', { modulusLength: 3072, publicExponent: 65537 })
}

function newEd25519Pair(): Promise<{ publicKey: KeyObject; privateKey: KeyObject }> {
  return promisify(generateKeyPair)('ed25519')
}

function yearsAfter(date: Date, years: number): Date {
  const later = new Date(date)
  later.setUTCFullYear(date.getUTCFullYear() + years)
  return later
}

function storePair({ certificate, privateKey }: CertifiedKey): StoredPair {
  return { certificate: writePem('CERTIFICATE', certificate), privateKey: storeKey(privateKey) }
}

function storeKey(key: KeyObject): string {
  return key.export({ type: 'pkcs8', format: 'pem' }).toString()
}

function readPair(role: CertificateRole, stored: StoredPair): CertifiedKey {
  const certificate = readPem('CERTIFICATE', stored.certificate)
  const privateKey = readKey(stored.privateKey)
  if (fingerprintOfPublicKey(createPublicKey(privateKey)) !== fingerprintOfPublicKey(readCertificate(certificate).publicKey)) {
    throw new EvidenceProblem('key-and-certificate-differ', { role })
  }
  return { certificate, privateKey }
}

function readKey(pem: string): KeyObject {
  try {
    return createPrivateKey(pem)
  } catch {
    throw new EvidenceProblem('key-not-readable', {})
  }
}
