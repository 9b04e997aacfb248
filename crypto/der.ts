import { EvidenceProblem, type DerFault } from './evidence-problem.ts'

/** One value of DER: its tag, its whole bytes, its contents, and (for constructed ones) what is inside. */
export interface Der {
  readonly tag: number
  readonly bytes: Uint8Array
  readonly content: Uint8Array
  readonly children: readonly Der[]
}

export const TAG = {
  boolean: 0x01, integer: 0x02, bits: 0x03, octets: 0x04, null: 0x05, oid: 0x06, utf8: 0x0c,
  utcTime: 0x17, generalizedTime: 0x18, sequence: 0x30, set: 0x31,
} as const

/** Writes one value: tag, minimal length, contents (X.690 §10.1). */
export function der(tag: number, ...contents: readonly Uint8Array[]): Uint8Array {
  const content = Buffer.concat(contents)
  return Uint8Array.from(Buffer.concat([Uint8Array.of(tag), lengthOf(content.length), content]))
}

export const sequence = (...members: readonly Uint8Array[]): Uint8Array => der(TAG.sequence, ...members)
export const octets = (bytes: Uint8Array): Uint8Array => der(TAG.octets, bytes)
export const utf8 = (text: string): Uint8Array => der(TAG.utf8, Buffer.from(text))
export const nothing = (): Uint8Array => der(TAG.null)
export const yes = (): Uint8Array => der(TAG.boolean, Uint8Array.of(0xff))
/** A whole number of bytes as a BIT STRING. */
export const bits = (bytes: Uint8Array, unused = 0): Uint8Array => der(TAG.bits, Uint8Array.of(unused), bytes)
/** [n], constructed: an EXPLICIT tag around one value, or an IMPLICIT one around the members of a set or sequence. */
export const tagged = (n: number, ...members: readonly Uint8Array[]): Uint8Array => der(0xa0 + n, ...members)
/** [n], primitive: an IMPLICIT tag in place of a primitive value's own. */
export const taggedBytes = (n: number, bytes: Uint8Array): Uint8Array => der(0x80 + n, bytes)

/** SET OF: members in ascending order of their encodings (X.690 §11.6). */
export function setOf(...members: readonly Uint8Array[]): Uint8Array {
  return der(TAG.set, ...inSetOrder(members))
}

export function inSetOrder(members: readonly Uint8Array[]): Uint8Array[] {
  return members.toSorted((a, b) => Buffer.compare(a, b))
}

/** A non-negative INTEGER from its big-endian bytes or a small number. */
export function integer(value: Uint8Array | number): Uint8Array {
  const bytes = typeof value === 'number' ? bigEndian(value) : value
  const first = bytes.findIndex((byte) => byte !== 0)
  const minimal = first < 0 ? Uint8Array.of(0) : bytes.subarray(first)
  return der(TAG.integer, ...(minimal[0]! >= 0x80 ? [Uint8Array.of(0)] : []), minimal)
}

/** OBJECT IDENTIFIER from dotted numbers. */
export function oid(dotted: string): Uint8Array {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number)
  return der(TAG.oid, Uint8Array.from([first * 40 + second, ...rest].flatMap(base128)))
}

/** UTCTime until 2049, GeneralizedTime after (RFC 5280 §4.1.2.5, RFC 5652 §11.3), to the second. */
export function time(at: Date): Uint8Array {
  const digits = at.toISOString().replace(/[-:T]|\.\d+/g, '')
  const year = at.getUTCFullYear()
  return year >= 1950 && year < 2050 ? der(TAG.utcTime, Buffer.from(digits.slice(2))) : der(TAG.generalizedTime, Buffer.from(digits))
}

/**
 * Reads exactly one DER value. Refuses what only BER allows: indefinite or longer lengths than needed, padded integers,
 * untidy booleans and bit strings; and bytes after the end, multi-byte tags and more than 32 levels.
 */
export function readDer(bytes: Uint8Array): Der {
  const value = readAt(bytes, 0, bytes.length, 0)
  if (value.bytes.length !== bytes.length) fault(value.bytes.length, 'trailing')
  return value
}

function lengthOf(length: number): Uint8Array {
  if (length < 0x80) return Uint8Array.of(length)
  const digits = bigEndian(length)
  return Uint8Array.of(0x80 + digits.length, ...digits)
}

function bigEndian(value: number): Uint8Array {
  const digits: number[] = []
  for (let rest = value; rest > 0; rest = Math.floor(rest / 256)) digits.unshift(rest % 256)
  return Uint8Array.from(digits.length === 0 ? [0] : digits)
}

function base128(value: number): number[] {
  const digits = [value % 128]
  for (let rest = Math.floor(value / 128); rest > 0; rest = Math.floor(rest / 128)) digits.unshift(128 + (rest % 128))
  return digits
}

function readAt(all: Uint8Array, start: number, end: number, depth: number): Der {
  if (depth > 32) fault(start, 'too-deep')
  const tag = byteAt(all, start, end)
  if ((tag & 0x1f) === 0x1f) fault(start, 'high-tag')
  const { length, from } = readLength(all, start + 1, end)
  if (length > end - from) fault(start, 'truncated')
  const stop = from + length
  const content = all.subarray(from, stop)
  const children: Der[] = []
  if (tag & 0x20) {
    for (let at = from; at < stop; at += children.at(-1)!.bytes.length) children.push(readAt(all, at, stop, depth + 1))
  } else refuseUntidy(tag, content, start)
  return { tag, bytes: all.subarray(start, stop), content, children }
}

function readLength(all: Uint8Array, start: number, end: number): { length: number; from: number } {
  const first = byteAt(all, start, end)
  if (first < 0x80) return { length: first, from: start + 1 }
  if (first === 0x80) fault(start, 'indefinite-length')
  const count = first - 0x80
  // Four bytes of length are four gigabytes: more than anything we read.
  if (count > 4) fault(start, 'long-length')
  let length = 0
  for (let i = 1; i <= count; i++) length = length * 256 + byteAt(all, start + i, end)
  if (length < 0x80 || length < 256 ** (count - 1)) fault(start, 'long-length')
  return { length, from: start + 1 + count }
}

function byteAt(all: Uint8Array, at: number, end: number): number {
  const byte = at < end ? all[at] : undefined
  return byte ?? fault(at, 'truncated')
}

function refuseUntidy(tag: number, content: Uint8Array, at: number): void {
  const [first, second] = content
  if (tag === TAG.integer) {
    if (first === undefined) fault(at, 'integer')
    if ((first === 0 && second !== undefined && second < 0x80) || (first === 0xff && second !== undefined && second >= 0x80)) fault(at, 'integer')
  }
  if (tag === TAG.boolean && !(content.length === 1 && (first === 0 || first === 0xff))) fault(at, 'boolean')
  if (tag === TAG.null && content.length > 0) fault(at, 'null')
  if (tag === TAG.bits) {
    const last = content.at(-1)
    if (first === undefined || first > 7 || (content.length === 1 && first > 0)) fault(at, 'bit-string')
    if (content.length > 1 && last !== undefined && last & ((1 << first) - 1)) fault(at, 'bit-string')
  }
  if (tag === TAG.oid && !isTidyOid(content)) fault(at, 'object-identifier')
}

function isTidyOid(content: Uint8Array): boolean {
  const last = content.at(-1)
  if (last === undefined || last >= 0x80) return false
  // An arc never starts with a digit of nothing but zero.
  return content.every((byte, i) => byte !== 0x80 || (i > 0 && content[i - 1]! >= 0x80))
}

function fault(at: number, why: DerFault): never {
  throw new EvidenceProblem('der-malformed', { at, why })
}
