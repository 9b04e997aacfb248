import { describe, expect, test } from 'vitest'
import fc from 'fast-check'
import { bits, der, integer, octets, oid, readDer, sequence, setOf, TAG, time, utf8 } from '../../../crypto/der.ts'
import { EvidenceProblem, type DerFault } from '../../../crypto/evidence-problem.ts'
import { readTime } from '../../../crypto/read-certificate.ts'
import { openssl } from './openssl.ts'

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')
const reading = (text: string): DerFault | 'accepted' => {
  try {
    readDer(Buffer.from(text.replaceAll(' ', ''), 'hex'))
    return 'accepted'
  } catch (problem) {
    if (problem instanceof EvidenceProblem && 'why' in problem.facts) return problem.facts.why
    throw problem
  }
}

describe('DER is written', () => {
  test.each([
    [oid('1.2.840.113549.1.7.2'), '06092a864886f70d010702'],
    [oid('2.5.4.3'), '0603550403'],
    [integer(0), '020100'],
    [integer(127), '02017f'],
    [integer(128), '02020080'],
    [integer(600_000), '02030927c0'],
    [integer(Uint8Array.of(0, 0, 0x80)), '02020080'],
    [bits(Uint8Array.of(0x06), 1), '03020106'],
    [utf8('𠮷'), '0c04f0a0aeb7'],
    [time(new Date('2026-12-07T01:02:03.999Z')), '170d3236313230373031303230335a'],
    [time(new Date('2050-01-01T00:00:00Z')), '180f32303530303130313030303030305a'],
    [setOf(integer(2), integer(1), octets(new Uint8Array(1))), '3109 020101 020102 040100'.replaceAll(' ', '')],
    [octets(new Uint8Array(127)).subarray(0, 3), '047f00'],
    [octets(new Uint8Array(128)).subarray(0, 4), '04818000'],
    [octets(new Uint8Array(256)).subarray(0, 5), '0482010000'],
    [octets(new Uint8Array(65_536)).subarray(0, 6), '048301000000'],
  ])('case %#', (written, expected) => {
    expect(hex(written)).toBe(expected)
  })

  test('so that OpenSSL and our own reader find in it what was put in', () => {
    const tree = fc.letrec<{ node: Uint8Array }>((tie) => ({
      node: fc.oneof({ maxDepth: 5 },
        fc.nat().map(integer), fc.uint8Array({ maxLength: 300 }).map(octets), fc.string({ unit: 'grapheme' }).map(utf8),
        fc.array(tie('node'), { maxLength: 4 }).map((members) => sequence(...members)), fc.array(tie('node'), { maxLength: 4 }).map((members) => setOf(...members))),
    })).node
    fc.assert(fc.property(tree, (written) => {
      const read = readDer(written)
      expect(hex(rewrite(read))).toBe(hex(written))
    }))
    fc.assert(fc.property(tree, (written) => openssl(['asn1parse', '-inform', 'DER', '-in', '{der}'], { der: written }).accepts), { numRuns: 10 })
  })

  test('with times that are read back to the second', () => {
    fc.assert(fc.property(fc.date({ min: new Date('1950-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }), (at) => {
      expect(readTime(readDer(time(at))).getTime()).toBe(Math.floor(at.getTime() / 1000) * 1000)
    }))
  })
})

describe('what is not DER is refused', () => {
  test.each<[string, string, DerFault]>([
    ['nothing', '', 'truncated'],
    ['a tag alone', '30', 'truncated'],
    ['fewer bytes than announced', '0402 00', 'truncated'],
    ['a member longer than what holds it', '3003 0402 00', 'truncated'],
    ['a length that announces half of itself', '0482 01', 'truncated'],
    ['more bytes than announced', '0500 00', 'trailing'],
    ['an indefinite length', '3080 0500 0000', 'indefinite-length'],
    ['a long length for a short value', '0481 01 00', 'long-length'],
    ['a length with a nought in front', '0482 0080' + '00'.repeat(128), 'long-length'],
    ['a length of five bytes', '0485 0100000000', 'long-length'],
    ['a tag of several bytes', '1f8101 00', 'high-tag'],
    ['33 levels', nested(33), 'too-deep'],
    ['an integer without bytes', '0200', 'integer'],
    ['a padded integer', '0202 007f', 'integer'],
    ['a padded negative integer', '0202 ff80', 'integer'],
    ['a boolean that is nearly true', '0101 01', 'boolean'],
    ['a null that holds something', '0501 00', 'null'],
    ['bits without a count', '0300', 'bit-string'],
    ['bits with eight unused', '0302 0800', 'bit-string'],
    ['unused bits that are not zero', '0302 0101', 'bit-string'],
    ['an empty object identifier', '0600', 'object-identifier'],
    ['an object identifier that breaks off', '0602 2a86', 'object-identifier'],
    ['a padded object identifier', '0603 2a8001', 'object-identifier'],
  ])('%s', (_name, bytes, why) => {
    expect(reading(bytes)).toBe(why)
  })

  test('but 32 levels are not too deep', () => {
    expect(reading(nested(32))).toBe('accepted')
  })

  test('and no bytes whatever crash the reader', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      const verdict = reading(hex(bytes))
      if (verdict === 'accepted') expect(hex(rewrite(readDer(bytes)))).toBe(hex(bytes))
    }), { numRuns: 2000 })
  })
})

function rewrite(value: ReturnType<typeof readDer>): Uint8Array {
  return value.tag & 0x20 ? der(value.tag, ...value.children.map(rewrite)) : der(value.tag, value.content)
}

function nested(levels: number): string {
  let value = der(TAG.sequence)
  for (let i = 0; i < levels; i++) value = sequence(value)
  return hex(value)
}
