import { randomBytes, randomInt } from 'node:crypto'

/** No 0/O, no 1/l/I: it will be read aloud over a telephone. */
const LETTERS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz'
const GROUPS = 5
const GROUP_LETTERS = 5

/**
 * A passphrase for a package: 25 letters of an alphabet of 57 in groups of five (`Kd7mW-…`), 29 bytes of printable ASCII.
 * 25 · log2(57) = 145.8 bits, drawn without bias (`randomInt` rejects the remainder) from the system's generator.
 * The strength must lie here: WinZip's key derivation is PBKDF2-SHA1 with 1,000 rounds.
 */
export function generatePassphrase(): string {
  return Array.from({ length: GROUPS }, group).join('-')
}

function group(): string {
  return Array.from({ length: GROUP_LETTERS }, () => LETTERS[randomInt(LETTERS.length)]).join('')
}

/** Of `generateKeyText`. */
export const KEY_TEXT_BITS = 256

/**
 * A package's password that nobody will ever read aloud: 32 random bytes as 43 characters of base64url (RFC 4648 §5). All of
 * them printable ASCII and fewer than 99, as 7-Zip demands.
 */
export function generateKeyText(): string {
  return randomBytes(32).toString('base64url')
}
