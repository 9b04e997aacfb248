import { createCipheriv, createDecipheriv, createPrivateKey, pbkdf2, randomBytes, type KeyObject } from 'node:crypto'
import { promisify } from 'node:util'
import { integer, nothing, octets, oid, readDer, sequence, TAG } from './der.ts'
import { constantTimeEqual } from './digest.ts'
import { EvidenceProblem } from './evidence-problem.ts'
import { OID } from './oids.ts'
import { readPem, writePem } from './pem.ts'

// Node's own encrypted export stops at 2,048 rounds, hence this file.
const ROUNDS = 600_000

/**
 * A private key as encrypted PKCS#8 (RFC 5958) in PEM, for files outside the vault: PBES2 (RFC 8018) with
 * PBKDF2-HMAC-SHA256, 600,000 rounds, and AES-256-CBC. `openssl pkey` opens it. The passphrase counts in NFKC.
 */
export async function encryptPrivateKey(key: KeyObject, passphrase: string): Promise<string> {
  const salt = randomBytes(16)
  const iv = randomBytes(16)
  const derived = await derive(passphrase, salt)
  const plain = key.export({ type: 'pkcs8', format: 'der' })
  try {
    const cipher = createCipheriv('aes-256-cbc', derived, iv)
    const sealed = Buffer.concat([cipher.update(plain), cipher.final()])
    return writePem('ENCRYPTED PRIVATE KEY', sequence(algorithm(salt, iv), octets(sealed)))
  } finally {
    derived.fill(0)
    plain.fill(0)
  }
}

/** Opens what `encryptPrivateKey` wrote, and only that: no other algorithm, no other number of rounds. */
export async function decryptPrivateKey(pem: string, passphrase: string): Promise<KeyObject> {
  const { salt, iv, sealed } = read(readPem('ENCRYPTED PRIVATE KEY', pem))
  const derived = await derive(passphrase, salt)
  try {
    const decipher = createDecipheriv('aes-256-cbc', derived, iv)
    const plain = Buffer.concat([decipher.update(sealed), decipher.final()])
    const key = createPrivateKey({ key: plain, format: 'der', type: 'pkcs8' })
    plain.fill(0)
    return key
  } catch {
    // A wrong passphrase shows as padding or as a key that is none; there is nothing else to tell them apart.
    throw new EvidenceProblem('passphrase-wrong', {})
  } finally {
    derived.fill(0)
  }
}

function derive(passphrase: string, salt: Uint8Array): Promise<Buffer> {
  return promisify(pbkdf2)(passphrase.normalize('NFKC'), salt, ROUNDS, 32, 'sha256')
}

function algorithm(salt: Uint8Array, iv: Uint8Array): Uint8Array {
  const derivation = sequence(oid(OID.pbkdf2), sequence(octets(salt), integer(ROUNDS), sequence(oid(OID.hmacWithSha256), nothing())))
  return sequence(oid(OID.pbes2), sequence(derivation, sequence(oid(OID.aes256Cbc), octets(iv))))
}

function read(bytes: Uint8Array): { salt: Uint8Array; iv: Uint8Array; sealed: Uint8Array } {
  const [scheme, sealed] = readDer(bytes).children
  const [derivation, encryption] = scheme?.children[1]?.children ?? []
  const salt = derivation?.children[1]?.children[0]
  const iv = encryption?.children[1]
  const found = salt?.tag === TAG.octets && iv?.content.length === 16 && sealed?.tag === TAG.octets
  if (!found || !constantTimeEqual(scheme!.bytes, algorithm(salt.content, iv.content))) throw new EvidenceProblem('key-not-readable', {})
  return { salt: salt.content, iv: iv.content, sealed: sealed.content }
}
