import { createCipheriv, createDecipheriv, hkdfSync, randomBytes, scrypt } from 'node:crypto'
import { canonicalBytes } from './canonical-json.ts'
import { EvidenceProblem } from './evidence-problem.ts'
import { readRecoveryKey } from './recovery-key.ts'

export { readRecoveryKey, recoveryKey } from './recovery-key.ts'

/** Cost of scrypt (RFC 7914): N is a power of two; memory is 128·N·r bytes. */
export interface ScryptParams {
  readonly N: number
  readonly r: number
  readonly p: number
}

export type OfPassword = { readonly name: 'scrypt' } & ScryptParams
export interface OfRecovery { readonly name: 'recovery' }

/** A 32-byte secret wrapped for one way of opening it, as plain JSON. Bytes are base64. */
export interface Slot<K extends OfPassword | OfRecovery = OfPassword | OfRecovery> {
  readonly version: 1
  readonly kdf: K
  readonly salt: string
  readonly nonce: string
  readonly wrapped: string
}

/** 128 MiB and about half a second (a second in Electron): the least that a password is stretched by. */
export const DEFAULT_COST: ScryptParams = { N: 2 ** 17, r: 8, p: 1 }

/** Wraps a 32-byte secret under a password: scrypt over its NFKC form, then AES-256-GCM that also binds the parameters. */
export async function wrapKey({ secret, password, params = DEFAULT_COST }: { secret: Uint8Array; password: string; params?: ScryptParams }): Promise<Slot<OfPassword>> {
  const { N, r, p } = params
  const salt = randomBytes(16)
  return wrap(secret, await stretch(password, salt, params), { name: 'scrypt', N, r, p }, salt)
}

/** The secret, or null when the password is wrong or the slot was altered. Refuses parameters that would exhaust the machine. */
export async function unwrapKey(slot: Slot, password: string): Promise<Uint8Array | null> {
  const { kdf } = slot
  if (kdf.name !== 'scrypt') throw new EvidenceProblem('slot-malformed', { part: 'kdf' })
  return unwrap(slot, await stretch(password, bytesOf(slot.salt, 16, 'salt'), kdf))
}

/** Wraps a secret under a printed recovery key, which has 256 random bits and so needs no stretching: HKDF-SHA256. */
export function wrapKeyForRecovery({ secret, recoveryKey }: { secret: Uint8Array; recoveryKey: string }): Slot<OfRecovery> {
  const salt = randomBytes(16)
  const key = expand(recoveryKey, salt)
  if (!key) throw new EvidenceProblem('slot-malformed', { part: 'recovery key' })
  return wrap(secret, key, { name: 'recovery' }, salt)
}

/** The secret, or null when the recovery key is mistyped, another one, or the slot was altered. */
export function unwrapKeyByRecovery(slot: Slot, recoveryKey: string): Uint8Array | null {
  if (slot.kdf.name !== 'recovery') throw new EvidenceProblem('slot-malformed', { part: 'kdf' })
  const key = expand(recoveryKey, bytesOf(slot.salt, 16, 'salt'))
  return key && unwrap(slot, key)
}

/** Whether these are parameters of scrypt that do not exhaust the machine: at most 1 GiB, four times over. What comes from a file is asked this first. */
export function isBearable({ N, r, p }: ScryptParams): boolean {
  const isPowerOfTwo = Number.isInteger(N) && N >= 2 ** 10 && N <= 2 ** 20 && (N & (N - 1)) === 0
  return isPowerOfTwo && isBetween(r, 1, 16) && isBetween(p, 1, 4) && 128 * N * r <= 2 ** 30
}

function stretch(password: string, salt: Uint8Array, { N, r, p }: ScryptParams): Promise<Buffer> {
  if (!isBearable({ N, r, p })) throw new EvidenceProblem('slot-malformed', { part: 'kdf' })
  const typed = Buffer.from(password.normalize('NFKC'))
  return new Promise((resolve, reject) => {
    scrypt(typed, salt, 32, { N, r, p, maxmem: 128 * N * r + 128 * r * p + 2 ** 20 }, (error, key) => {
      typed.fill(0)
      if (error) reject(error)
      else resolve(key)
    })
  })
}

function isBetween(n: number, least: number, most: number): boolean {
  return Number.isInteger(n) && n >= least && n <= most
}

function expand(typed: string, salt: Uint8Array): Uint8Array | null {
  const read = readRecoveryKey(typed)
  if ('problem' in read) return null
  try {
    return new Uint8Array(hkdfSync('sha256', read.key, salt, Buffer.from('azukari recovery key 1'), 32))
  } finally {
    read.key.fill(0)
  }
}

/** Seals the secret and forgets the key. */
function wrap<K extends OfPassword | OfRecovery>(secret: Uint8Array, key: Uint8Array, kdf: K, salt: Uint8Array): Slot<K> {
  if (secret.length !== 32) throw new RangeError('a wrapped secret has 32 bytes')
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(boundTo(kdf))
  const wrapped = Buffer.concat([cipher.update(secret), cipher.final(), cipher.getAuthTag()])
  key.fill(0)
  return { version: 1, kdf, salt: base64(salt), nonce: base64(nonce), wrapped: base64(wrapped) }
}

function unwrap({ version, kdf, nonce, wrapped }: Slot, key: Uint8Array): Uint8Array | null {
  if (version !== 1) throw new EvidenceProblem('slot-malformed', { part: 'version' })
  const sealed = bytesOf(wrapped, 48, 'wrapped')
  const decipher = createDecipheriv('aes-256-gcm', key, bytesOf(nonce, 12, 'nonce'), { authTagLength: 16 }).setAAD(boundTo(kdf))
  decipher.setAuthTag(sealed.subarray(32))
  const secret = decipher.update(sealed.subarray(0, 32))
  try {
    decipher.final()
    return new Uint8Array(secret)
  } catch {
    return null
  } finally {
    secret.fill(0)
    key.fill(0)
  }
}

/** What is authenticated beside the secret, so that a slot's parameters cannot be exchanged for others. */
function boundTo(kdf: Slot['kdf']): Uint8Array {
  return canonicalBytes({ purpose: 'azukari key slot', version: 1, kdf })
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64')
}

function bytesOf(text: string, length: number, part: string): Buffer {
  const bytes = Buffer.from(text, 'base64')
  if (bytes.length !== length || bytes.toString('base64') !== text) throw new EvidenceProblem('slot-malformed', { part })
  return bytes
}
