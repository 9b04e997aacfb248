import { createHash, timingSafeEqual } from 'node:crypto'

/** SHA-256 (FIPS 180-4) of the pieces, taken one after the other: 32 bytes. */
export function sha256(...pieces: readonly Uint8Array[]): Uint8Array {
  const hash = createHash('sha256')
  for (const piece of pieces) hash.update(piece)
  return new Uint8Array(hash.digest())
}

/** The same as 64 lower-case hex digits. */
export function sha256Hex(...pieces: readonly Uint8Array[]): string {
  return toHex(sha256(...pieces))
}

/** Compares without telling by its duration where the two differ. The length is not secret. */
export function constantTimeEqual(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && timingSafeEqual(a, b)
}

/** Lower-case hex. */
export function toHex(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('hex')
}
