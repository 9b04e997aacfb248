import { describe, expect, test } from 'vitest'
import fc from 'fast-check'
import { canonicalBytes, parseCanonical } from '../../../crypto/canonical-json.ts'
import { problemOf } from './problem-of.ts'

const text = (value: unknown) => new TextDecoder().decode(canonicalBytes(value))
const bytes = (json: string) => new TextEncoder().encode(json)
const reading = (json: string | Uint8Array, limit?: number) => problemOf(() => parseCanonical(typeof json === 'string' ? bytes(json) : json, limit))
const writing = (value: unknown) => problemOf(() => canonicalBytes(value))

describe('a record is written in one way only', () => {
  test('as the example of RFC 8785 §3.2.2 prescribes', () => {
    const record: unknown = JSON.parse(String.raw`{
      "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
      "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
      "literals": [null, true, false]
    }`)

    expect(Buffer.from(canonicalBytes(record)).toString('hex')).toBe(
      Buffer.from(
        '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
      ).toString('hex'),
    )
  })

  test('with keys in the order of their UTF-16 units, as RFC 8785 §3.2.3 prescribes', () => {
    const record: unknown = JSON.parse(String.raw`{"\u20ac":"Euro Sign","\r":"Carriage Return","\ufb33":"Hebrew Letter Dalet With Dagesh",
      "1":"One","\ud83d\ude00":"Emoji: Grinning Face","\u0080":"Control","\u00f6":"Latin Small Letter O With Diaeresis"}`)

    expect(Object.values(JSON.parse(text(record)) as object).slice(1)).toEqual([
      'Carriage Return', 'Control', 'Latin Small Letter O With Diaeresis', 'Euro Sign', 'Emoji: Grinning Face', 'Hebrew Letter Dalet With Dagesh',
    ])
  })

  test.each([
    ['0000000000000000', '0'], ['8000000000000000', '0'], ['0000000000000001', '5e-324'], ['7fefffffffffffff', '1.7976931348623157e+308'],
    ['4340000000000000', '9007199254740992'], ['4430000000000000', '295147905179352830000'], ['44b52d02c7e14af5', '9.999999999999997e+22'],
    ['44b52d02c7e14af6', '1e+23'], ['44b52d02c7e14af7', '1.0000000000000001e+23'], ['444b1ae4d6e2ef4e', '999999999999999700000'],
    ['444b1ae4d6e2ef50', '1e+21'], ['3eb0c6f7a0b5ed8c', '9.999999999999997e-7'], ['3eb0c6f7a0b5ed8d', '0.000001'],
    ['41b3de4355555553', '333333333.3333332'], ['41b3de4355555555', '333333333.3333333'], ['becbf647612f3696', '-0.0000033333333333333333'],
    ['43143ff3c1cb0959', '1424953923781206.2'],
  ])('the number %s of RFC 8785 appendix B is written %s', (ieee, written) => {
    expect(text(Buffer.from(ieee, 'hex').readDoubleBE())).toBe(written)
  })

  test('what is written is read back the same, whatever it is', () => {
    fc.assert(fc.property(fc.jsonValue({ stringUnit: 'grapheme' }), (value) => {
      fc.pre(!JSON.stringify(value).includes('__proto__'))
      const written = canonicalBytes(value)
      expect(canonicalBytes(parseCanonical(written))).toEqual(written)
    }))
  })
})

describe('a value that JSON would bend silently is refused', () => {
  const cycle: Record<string, unknown> = {}
  cycle.self = cycle
  test.each([
    ['NaN', { n: NaN }, 'json-unrepresentable'],
    ['infinity', [1, -Infinity], 'json-unrepresentable'],
    ['undefined', { n: undefined }, 'json-unrepresentable'],
    ['undefined in an array', [undefined], 'json-unrepresentable'],
    ['a hole', Array(1), 'json-unrepresentable'],
    ['a function', { f: () => 1 }, 'json-unrepresentable'],
    ['a bigint', 1n, 'json-unrepresentable'],
    ['a symbol', { s: Symbol('s') }, 'json-unrepresentable'],
    ['a symbol as key', { [Symbol('s')]: 1 }, 'json-unrepresentable'],
    ['a date', { d: new Date(0) }, 'json-unrepresentable'],
    ['bytes', Uint8Array.of(1), 'json-unrepresentable'],
    ['a map', new Map(), 'json-unrepresentable'],
    ['something with toJSON', { toJSON: () => 1 }, 'json-unrepresentable'],
    ['a lone surrogate', ['\ud842'], 'json-unrepresentable'],
    ['a key that is a lone surrogate', { '\udfb7': 1 }, 'json-forbidden-key'],
    ['a key __proto__', JSON.parse('{"__proto__":1}'), 'json-forbidden-key'],
    ['a cycle', cycle, 'json-too-deep'],
  ])('%s', (_name, value: unknown, code) => {
    expect(writing(value)).toBe(code)
  })

  test('a character outside the basic plane is none of these', () => {
    expect(text('𠮷野')).toBe('"𠮷野"')
  })
})

describe('bytes that we could not have written are refused', () => {
  test.each([
    ['a byte order mark', '\ufeff{}', 'json-bom'],
    ['a duplicate key', '{"a":1,"a":1}', 'json-duplicate-key'],
    ['a duplicate key in disguise', String.raw`{"a":1,"\u0061":2}`, 'json-duplicate-key'],
    ['a duplicate key deep inside', '[{"b":{"a":1,"c":[{"a":1}],"a":2}}]', 'json-duplicate-key'],
    ['a key __proto__', '{"__proto__":{"admin":true}}', 'json-forbidden-key'],
    ['white space', '{"a": 1}', 'json-not-canonical'],
    ['a newline at the end', '{}\n', 'json-not-canonical'],
    ['keys out of order', '{"b":1,"a":2}', 'json-not-canonical'],
    ['a needless escape', String.raw`["\u0061"]`, 'json-not-canonical'],
    ['another spelling of a number', '[1.0]', 'json-not-canonical'],
    ['minus zero', '[-0]', 'json-not-canonical'],
    ['a number that rounds', '[12345678901234567890]', 'json-not-canonical'],
    ['an infinite number', '[1e999]', 'json-unrepresentable'],
    ['an escaped lone surrogate', String.raw`["\ud800"]`, 'json-unrepresentable'],
    ['half a value', '{"a":', 'json-malformed'],
    ['nothing', '', 'json-malformed'],
    ['two values', '{}{}', 'json-malformed'],
    ['a comment', '{}//', 'json-malformed'],
    ['a colon without a key', ':', 'json-malformed'],
    ['65 levels', '['.repeat(65) + ']'.repeat(65), 'json-too-deep'],
    ['a nesting bomb', '['.repeat(1_000_000), 'json-too-deep'],
  ])('%s', (_name, json, code) => {
    expect(reading(json)).toBe(code)
  })

  test('bytes that are not UTF-8, and more bytes than are allowed', () => {
    expect(reading(Uint8Array.of(0x22, 0xff, 0x22))).toBe('json-not-utf8')
    expect(reading(Uint8Array.of(0x22, 0xed, 0xa0, 0x80, 0x22))).toBe('json-not-utf8')
    expect(reading('[1,2,3]', 6)).toBe('json-too-large')
    expect(reading('[1,2,3]', 7)).toBe('accepted')
  })

  test('64 levels and equal keys in different objects are fine', () => {
    expect(reading('['.repeat(64) + ']'.repeat(64))).toBe('accepted')
    expect(reading('[{"a":1},{"a":{"a":1}}]')).toBe('accepted')
    expect(reading(String.raw`{"a:{\"a\":":1,"b":"\\"}`)).toBe('accepted')
  })

  test('a byte changed never reads as the same record', () => {
    const record = canonicalBytes({ docNo: 'ひ-R8-001', items: [{ count: 12, name: '𠮷野' }] })
    for (let i = 0; i < record.length; i++) {
      for (const bit of [1, 2, 4, 8, 16, 32, 64, 128]) {
        const altered = record.with(i, record[i]! ^ bit)
        if (reading(altered) === 'accepted') expect(parseCanonical(altered)).not.toEqual(parseCanonical(record))
      }
    }
  })
})
