import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { readTrust, type Trusted } from '../../../main/documents/verify/trusted.ts'
import { verifyCsv } from '../../../main/documents/verify/verify-csv.ts'
import { verifyJson } from '../../../main/documents/verify/verify-json.ts'
import { verifyPdf } from '../../../main/documents/verify/verify-pdf.ts'
import { sized } from '../../campaign.ts'
import { bodyOf, openDesk, trustIn } from './desk-of-documents.ts'

let pdf: Uint8Array
let json: Uint8Array
let p7s: Uint8Array
let csv: Uint8Array
let trusted: Trusted
beforeAll(async () => {
  const desk = await openDesk()
  const { bodies } = await desk.documents.bodies(desk.receipt())
  pdf = bodyOf(bodies, 'application/pdf')
  json = bodyOf(bodies, 'application/json')
  p7s = bodyOf(bodies, 'application/pkcs7-signature')
  csv = bodyOf(bodies, 'text/csv')
  trusted = readTrust(trustIn(desk.keys))
})

const pdfIs = (bytes: Uint8Array): string => verifyPdf('x', bytes, trusted).verification.verdict
const jsonIs = (bytes: Uint8Array, signature: Uint8Array): string => verifyJson('x', bytes, signature, trusted).verification.verdict
const csvIs = (bytes: Uint8Array): string => verifyCsv('x', bytes, trusted).map(({ verification }) => verification.verdict).join()

describe('one byte changed, wherever it is', () => {
  test.each([0, 1, 2, 3, 4, 5, 6, 7].slice(0, sized(1, 8)))('of the paper, every eighth from the %ith', (first) => {
    for (let at = first; at < pdf.length; at += 8) expect(pdfIs(pdf.with(at, (pdf[at] ?? 0) ^ 1)), `byte ${at}`).toBe('refused')
  })

  test('of the record or of its signature', () => {
    for (let at = 0; at < json.length; at++) expect(jsonIs(json.with(at, (json[at] ?? 0) ^ 1), p7s), `byte ${at}`).toBe('refused')
    for (let at = 0; at < p7s.length; at++) expect(jsonIs(json, p7s.with(at, (p7s[at] ?? 0) ^ 1)), `byte ${at}`).toBe('refused')
  })

  test('of the table, by any of its bits', () => {
    for (let at = 0; at < csv.length; at++) for (let bit = 0; bit < 8; bit++) {
      const changed = csv.with(at, (csv[at] ?? 0) ^ (1 << bit))
      // A changed number makes two documents out of one; neither may be believed.
      expect(csvIs(changed), `byte ${at} bit ${bit}`).toMatch(/^refused(,refused)*$/)
    }
  })
})

describe('pieces cut, doubled, moved or replaced, thousands of times', () => {
  const edits = (bytes: () => Uint8Array) => fc.array(fc.tuple(fc.nat(), fc.nat(), fc.nat(), fc.uint8Array({ maxLength: 12 }), fc.boolean()), { minLength: 1, maxLength: 3 }).map((list) => {
    let altered = Buffer.from(bytes())
    for (const [a, length, b, strange, moves] of list) {
      const from = a % altered.length
      const piece = altered.subarray(from, from + (length % 200))
      const rest = Buffer.concat([altered.subarray(0, from), strange, altered.subarray(from + piece.length)])
      const to = b % (rest.length + 1)
      altered = moves ? Buffer.concat([rest.subarray(0, to), piece, rest.subarray(to)]) : rest
      if (altered.length === 0) altered = Buffer.from(' ')
    }
    return new Uint8Array(altered)
  }).filter((altered) => Buffer.compare(altered, bytes()) !== 0)

  test('the paper', () => {
    fc.assert(fc.property(edits(() => pdf), (altered) => { expect(pdfIs(altered)).toBe('refused') }), { numRuns: sized(4_000, 10_000) })
  })

  test('the record', () => {
    fc.assert(fc.property(edits(() => json), (altered) => { expect(jsonIs(altered, p7s)).toBe('refused') }), { numRuns: sized(4_000, 10_000) })
  })

  test('the table, which never changes what it says unseen', () => {
    const honest = JSON.stringify(verifyCsv('x', csv, trusted).map(({ record }) => record))
    fc.assert(fc.property(edits(() => csv), (altered) => {
      const verdicts = verifyCsv('x', altered, trusted)
      if (verdicts.some(({ verification }) => verification.verdict !== 'refused')) {
        for (const { verification, record } of verdicts) if (verification.verdict !== 'refused') expect(JSON.stringify([record])).toBe(honest)
      }
    }), { numRuns: sized(4_000, 10_000) })
  })
})
