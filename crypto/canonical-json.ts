import canonicalize from 'canonicalize'
import { EvidenceProblem } from './evidence-problem.ts'

const DEEPEST = 64
const LARGEST = 16 * 1024 * 1024

/**
 * The one way in which a record is written: RFC 8785 (JSON Canonicalization Scheme), UTF-8.
 * Refuses everything that JSON would drop or bend silently: undefined, functions, symbols, bigints, NaN,
 * infinities, lone surrogates, dates, maps, holes in arrays, cycles, `__proto__`, more than 64 levels.
 */
export function canonicalBytes(value: unknown): Uint8Array {
  refuseUnrepresentable(value, '$', 0)
  return new TextEncoder().encode(canonicalize(value))
}

/**
 * Reads bytes that `canonicalBytes` could have written, and nothing else. Refuses a byte order mark, bytes that are
 * not UTF-8, duplicate or `__proto__` keys, more than 64 levels, any other spelling of the same value, and more than
 * `limit` bytes (16 MiB unless told).
 */
export function parseCanonical(bytes: Uint8Array, limit: number = LARGEST): unknown {
  if (bytes.length > limit) throw new EvidenceProblem('json-too-large', { size: bytes.length, limit })
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) throw new EvidenceProblem('json-bom', {})
  const text = decode(bytes)
  refuseDepthAndDuplicates(text)
  const value = parse(text)
  const at = firstDifference(bytes, canonicalBytes(value))
  if (at !== null) throw new EvidenceProblem('json-not-canonical', { at })
  return value
}

function refuseUnrepresentable(value: unknown, path: string, depth: number): void {
  // A cycle is endlessly deep, so this stops it too.
  if (depth > DEEPEST) throw new EvidenceProblem('json-too-deep', { limit: DEEPEST })
  if (value === null || typeof value === 'boolean') return
  if (typeof value === 'number' && Number.isFinite(value)) return
  if (typeof value === 'string' && isWellFormed(value)) return
  if (Array.isArray(value)) {
    // Not forEach: it would skip the holes.
    for (let i = 0; i < value.length; i++) refuseUnrepresentable(value[i], `${path}[${i}]`, depth + 1)
    return
  }
  if (isPlain(value)) {
    for (const [key, member] of Object.entries(value)) {
      if (key === '__proto__' || !isWellFormed(key)) throw new EvidenceProblem('json-forbidden-key', { key })
      refuseUnrepresentable(member, `${path}.${key}`, depth + 1)
    }
    return
  }
  throw new EvidenceProblem('json-unrepresentable', { path, found: nameOf(value) })
}

function isWellFormed(text: string): boolean {
  return !/\p{Surrogate}/u.test(text)
}

function isPlain(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  if (prototype !== Object.prototype && prototype !== null) return false
  return typeof (value as { toJSON?: unknown }).toJSON !== 'function' && Object.getOwnPropertySymbols(value).length === 0
}

function nameOf(value: unknown): string {
  if (typeof value === 'string') return 'lone surrogate'
  if (typeof value === 'number') return String(value)
  return typeof value === 'object' ? Object.prototype.toString.call(value).slice(8, -1) : typeof value
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    throw new EvidenceProblem('json-not-utf8', {})
  }
}

/** JSON.parse keeps the last of two equal keys and says nothing, so both questions are asked of the text itself. */
function refuseDepthAndDuplicates(text: string): void {
  const keysAt: Set<string>[] = []
  let lastString = ''
  for (const token of tokensOf(text)) {
    if (token === '{' || token === '[') {
      if (keysAt.push(new Set()) > DEEPEST) throw new EvidenceProblem('json-too-deep', { limit: DEEPEST })
    } else if (token === '}' || token === ']') {
      keysAt.pop()
    } else if (token === ':') {
      const key = parse(lastString) as string
      const keys = keysAt.at(-1)
      if (key === '__proto__') throw new EvidenceProblem('json-forbidden-key', { key })
      if (keys?.has(key)) throw new EvidenceProblem('json-duplicate-key', { key })
      keys?.add(key)
    } else lastString = token
  }
}

/** Brackets, colons and whole strings. Not one pattern for all: over a string of many megabytes it would run out of stack. */
function* tokensOf(text: string): Generator<string> {
  const mark = /[{}[\]:"]/g
  for (let found = mark.exec(text); found; found = mark.exec(text)) {
    if (found[0] === '"') {
      mark.lastIndex = endOfString(text, found.index)
      yield text.slice(found.index, mark.lastIndex)
    } else yield found[0]
  }
}

/** Behind the first quotation mark that an even number of backslashes precedes. */
function endOfString(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); end >= 0; end = text.indexOf('"', end + 1)) {
    let before = end
    while (text[before - 1] === '\\') before--
    if ((end - before) % 2 === 0) return end + 1
  }
  throw new EvidenceProblem('json-malformed', {})
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new EvidenceProblem('json-malformed', {})
  }
}

function firstDifference(found: Uint8Array, expected: Uint8Array): number | null {
  const longest = Math.max(found.length, expected.length)
  for (let i = 0; i < longest; i++) if (found[i] !== expected[i]) return i
  return null
}
