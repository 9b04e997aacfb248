import { PackageProblem } from './problem.ts'

/** Bytes that can be read from anywhere: a file, a buffer, the decrypted inside of another container. */
export interface Bytes {
  readonly size: number
  /** Exactly `length` bytes, never fewer. What is returned belongs to the caller until the next read. */
  read(at: number, length: number): Promise<Uint8Array>
}

export function bytesOf(buffer: Uint8Array): Bytes {
  return {
    size: buffer.length,
    read: async (at, length) => {
      requireInside(at, length, buffer.length)
      return Buffer.from(buffer.subarray(at, at + length))
    },
  }
}

/** A container that speaks of bytes beyond its end is damaged; nothing is read there. */
export function requireInside(at: number, length: number, size: number): void {
  if (!Number.isSafeInteger(at) || !Number.isSafeInteger(length) || at < 0 || length < 0 || at + length > size) throw new PackageProblem('damaged', { part: 'offsets' })
}
