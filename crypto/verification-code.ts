import { inGroups, SYMBOLS, tidyTyped, toBase32 } from './crockford.ts'
import { constantTimeEqual } from './digest.ts'
import { EvidenceProblem } from './evidence-problem.ts'

const LENGTH = 20

/**
 * The 確認コード of a document: the first 95 bits of its hash in 19 symbols of Crockford's Base32, one check symbol, in
 * groups 4-4-4-4-4. To find another document with the same code is work in the order of 2^95.
 */
export function verificationCode(hash: Uint8Array): string {
  if (hash.length !== 32) throw new EvidenceProblem('hash-length', { length: hash.length })
  const symbols = toBase32(hash).slice(0, LENGTH - 1)
  return inGroups(symbols + checkSymbol(symbols))
}

/** Reads a code as people type it. `truncated` holds the 95 bits in twelve bytes, the last bit zero. */
export function readVerificationCode(typed: string): { truncated: Uint8Array } | { problem: 'length' | 'symbol' | 'check' } {
  const symbols = tidyTyped(typed)
  if (Array.from(symbols).some((symbol) => !SYMBOLS.includes(symbol))) return { problem: 'symbol' }
  if (symbols.length !== LENGTH) return { problem: 'length' }
  const own = symbols.slice(0, -1)
  if (checkSymbol(own) !== symbols.at(-1)) return { problem: 'check' }
  return { truncated: pack(own) }
}

/** Whether the typed code is that of the document with this hash. */
export function matchesCode(hash: Uint8Array, code: string): boolean {
  const read = readVerificationCode(code)
  if ('problem' in read || hash.length !== 32) return false
  const expected = hash.slice(0, 12)
  expected[11]! &= 0xfe
  return constantTimeEqual(read.truncated, expected)
}

/**
 * The sum of all symbols in the field of 32 elements (x⁵ + x² + 1), each weighted with its own power of x. The weights
 * differ and none is zero: so every wrong symbol is noticed, and every pair of symbols that changed places.
 */
function checkSymbol(symbols: string): string {
  let sum = 0
  for (const symbol of symbols) sum = timesX(sum ^ SYMBOLS.indexOf(symbol))
  return SYMBOLS[sum]!
}

function timesX(element: number): number {
  return element & 16 ? ((element << 1) ^ 0b100101) & 31 : element << 1
}

function pack(symbols: string): Uint8Array {
  let value = 0n
  for (const symbol of symbols) value = (value << 5n) | BigInt(SYMBOLS.indexOf(symbol))
  return Uint8Array.from(Buffer.from((value << 1n).toString(16).padStart(24, '0'), 'hex'))
}
