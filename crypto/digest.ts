import { createHash, hash, timingSafeEqual } from 'node:crypto'

/** Below this many bytes a copy is cheaper than a hash object: a ledger's tree takes two million hashes of 65 bytes. */
const SHORT = 4096

/** SHA-256 (FIPS 180-4) of the pieces, taken one after the other: 32 bytes. */
export function sha256(...pieces: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.from(sha256Hex(...pieces), 'hex'))
}

/** The same as 64 lower-case hex digits. */
export function sha256Hex(...pieces: readonly Uint8Array[]): string {
  const size = pieces.reduce((sum, piece) => sum + piece.length, 0)
  if (size <= SHORT) return hash('sha256', Buffer.concat(pieces, size), 'hex')
  const long = createHash('sha256')
  for (const piece of pieces) long.update(piece)
  return long.digest('hex')
}

/** Compares without telling by its duration where the two differ. The length is not secret. */
export function constantTimeEqual(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && timingSafeEqual(a, b)
}

/** Lower-case hex. */
export function toHex(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('hex')
}
