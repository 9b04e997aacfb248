import { randomBytes } from 'node:crypto'
import { fromBase32, inGroups, SYMBOLS, tidyTyped, toBase32 } from './crockford.ts'
import { constantTimeEqual, sha256 } from './digest.ts'

/** A new recovery key to be printed and locked away: 256 random bits and 24 bits of checksum, fourteen groups of four. */
export function recoveryKey(): string {
  const key = randomBytes(32)
  const text = inGroups(toBase32(Buffer.concat([key, checksum(key)])))
  key.fill(0)
  return text
}

/** The 32 bytes of a recovery key as people type it, or what is wrong with it. */
export function readRecoveryKey(typed: string): { key: Uint8Array } | { problem: 'length' | 'symbol' | 'check' } {
  const symbols = tidyTyped(typed)
  if (Array.from(symbols).some((symbol) => !SYMBOLS.includes(symbol))) return { problem: 'symbol' }
  const bytes = fromBase32(symbols)
  if (bytes?.length !== 35) return { problem: 'length' }
  const key = bytes.slice(0, 32)
  return constantTimeEqual(bytes.subarray(32), checksum(key)) ? { key } : { problem: 'check' }
}

function checksum(key: Uint8Array): Uint8Array {
  return sha256(Buffer.from('azukari recovery key 1\0'), key).subarray(0, 3)
}
