import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { SYMBOLS, toBase32 } from './crockford.ts'

/** RFC 6238 §4 with X = 30 s, SHA-1 and six digits: what every authenticator application understands. */
export const STEP_SECONDS = 30
const DIGITS = 6
/** One step to either side: a clock may differ, and somebody types (RFC 6238 §5.2). */
const TOLERANCE = 1
/** 160 bits, as long as the hash (RFC 4226 §4 R6). */
const SECRET_BYTES = 20

export const newTotpSecret = (): Buffer => randomBytes(SECRET_BYTES)

/** HOTP (RFC 4226 §5.3): `digits` decimal digits for a secret and a moving factor. */
export function hotp(secret: Uint8Array, counter: number, { digits = DIGITS, hash = 'sha1' }: { digits?: number; hash?: 'sha1' | 'sha256' | 'sha512' } = {}): string {
  const moving = Buffer.alloc(8)
  moving.writeBigUInt64BE(BigInt(counter))
  const mac = createHmac(hash, secret).update(moving).digest()
  const offset = mac[mac.length - 1]! & 0xf
  const truncated = mac.readUInt32BE(offset) & 0x7fff_ffff
  mac.fill(0)
  return String(truncated % 10 ** digits).padStart(digits, '0')
}

/** In which step of time a moment lies. Milliseconds since 1970 in, whole steps out. */
export const stepOf = (at: number): number => Math.floor(at / 1000 / STEP_SECONDS)

/**
 * The step for which a typed code is right, or null. Steps up to `spent` are never accepted (again): a code that somebody
 * read over a shoulder is worth nothing once it was used (RFC 6238 §5.2). All steps are tried, each in constant time.
 */
export function matchingStep(secret: Uint8Array, typed: string, at: number, spent: number | null): number | null {
  const code = Buffer.from(digitsOf(typed))
  const now = stepOf(at)
  let found: number | null = null
  for (let step = Math.max(0, now - TOLERANCE); step <= now + TOLERANCE; step++) {
    const right = Buffer.from(hotp(secret, step))
    const same = right.length === code.length && timingSafeEqual(right, code)
    if (same && found === null && (spent === null || step > spent)) found = step
  }
  return found
}

/** What an authenticator reads from a QR code (the Key Uri Format of Google Authenticator, which all of them follow). */
export function otpauthUri({ secret, issuer, account }: { secret: Uint8Array; issuer: string; account: string }): string {
  const [from, of] = [encodeURIComponent(issuer), encodeURIComponent(account)]
  return `otpauth://totp/${from}:${of}?secret=${base32(secret)}&issuer=${from}&algorithm=SHA1&digits=${DIGITS}&period=${STEP_SECONDS}`
}

/** Base 32 (RFC 4648 §6) without padding, as authenticators want it typed: the bits of Crockford's in another alphabet. */
export function base32(bytes: Uint8Array): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
  return [...toBase32(bytes)].map((symbol) => alphabet[SYMBOLS.indexOf(symbol)]).join('')
}

/** Whatever width and spaces the digits were typed with. */
const digitsOf = (typed: string): string => typed.normalize('NFKC').replace(/[\s-]/g, '')
