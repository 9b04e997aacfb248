import { createHmac, type Hmac, randomBytes, timingSafeEqual } from 'node:crypto'
import type { CounterBench } from './counter-bench.ts'
import { pbkdf2Sha1 } from './derive-keys.ts'
import { Keystream } from './keystream.ts'

// WinZip, "AES Encryption Information: Encryption Specification AE-1 and AE-2", version 1.04 (2009).
const ROUNDS = 1_000
export const VERIFIER_BYTES = 2
export const MAC_BYTES = 10

/** AES-128, 192 and 256 by the number the format gives them. */
export type Strength = 1 | 2 | 3
export const keyBytes = (strength: Strength): number => 8 + 8 * strength
export const saltBytes = (strength: Strength): number => keyBytes(strength) / 2
/** What encryption adds to an entry: salt, verifier, code. */
export const aesOverhead = (strength: Strength): number => saltBytes(strength) + VERIFIER_BYTES + MAC_BYTES

export interface EntryKeys { encryption: Uint8Array; authentication: Uint8Array; verifier: Uint8Array }

/** Keys of one entry. The password is bytes, not text: whoever calls decides the encoding. */
export function deriveKeys(password: Uint8Array, salt: Uint8Array, strength: Strength): EntryKeys {
  const key = keyBytes(strength)
  const all = pbkdf2Sha1(password, salt, ROUNDS, key * 2 + VERIFIER_BYTES)
  return { encryption: all.subarray(0, key), authentication: all.subarray(key, key * 2), verifier: all.subarray(key * 2) }
}

/** Says no to all but one of 65,536 wrong passwords. Only the authentication code says yes. */
export function verifierFits(keys: EntryKeys, verifier: Uint8Array): boolean {
  return verifier.length === VERIFIER_BYTES && timingSafeEqual(keys.verifier, verifier)
}

/** Encrypts an entry piece by piece, in place, and authenticates what it has encrypted. */
export class EntryEncryption {
  readonly #keystream: Keystream
  readonly #mac: Hmac

  constructor(keys: EntryKeys, bench?: CounterBench) {
    this.#keystream = new Keystream(keys.encryption, bench)
    this.#mac = createHmac('sha1', keys.authentication)
  }

  encrypt(bytes: Uint8Array): void {
    this.#keystream.apply(bytes)
    this.#mac.update(bytes)
  }

  /** The ten bytes that end the entry. */
  code(): Uint8Array {
    return this.#mac.digest().subarray(0, MAC_BYTES)
  }
}

/** A whole small entry as it stands in the archive: salt, verifier, encrypted bytes, code. Encrypts `packed` in place. AES-256. */
export function encryptWhole(password: Uint8Array, packed: Uint8Array): Uint8Array {
  // A fresh salt for every entry and every attempt: the same salt twice would be the same keystream twice.
  const salt = randomBytes(saltBytes(3))
  const keys = deriveKeys(password, salt, 3)
  const encryption = new EntryEncryption(keys)
  encryption.encrypt(packed)
  return Buffer.concat([salt, keys.verifier, packed, encryption.code()])
}

/** Authenticates an entry's encrypted bytes, and decrypts them in place where asked to. */
export class EntryDecryption {
  readonly #keystream: Keystream
  readonly #mac: Hmac

  constructor(keys: EntryKeys, bench?: CounterBench) {
    this.#keystream = new Keystream(keys.encryption, bench)
    this.#mac = createHmac('sha1', keys.authentication)
  }

  authenticate(bytes: Uint8Array): void {
    this.#mac.update(bytes)
  }

  decrypt(bytes: Uint8Array): void {
    this.#mac.update(bytes)
    this.#keystream.apply(bytes)
  }

  /** The code that the bytes seen should have: to be compared by `codesAgree`. */
  code(): Uint8Array {
    return this.#mac.digest().subarray(0, MAC_BYTES)
  }
}

/** Whether every byte is what the holder of the password wrote. In constant time. */
export function codesAgree(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === MAC_BYTES && b.length === MAC_BYTES && timingSafeEqual(a, b)
}
