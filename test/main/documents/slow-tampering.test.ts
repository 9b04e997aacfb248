import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { readTrust, type Trusted } from '../../../main/documents/verify/trusted.ts'
import { verifyCsv } from '../../../main/documents/verify/verify-csv.ts'
import { verifyJson } from '../../../main/documents/verify/verify-json.ts'
import { verifyPdf } from '../../../main/documents/verify/verify-pdf.ts'
import { counterSign } from '../../../main/documents/pdf/counter-sign.ts'
import { readQr } from '../../../main/documents/qr/read-qr.ts'
import { sealOf } from '../../../main/documents/seal.ts'
import { verifyPicture } from '../../../main/documents/verify/verify-qr.ts'
import { sized } from '../../campaign.ts'
import { open, resign } from './attacks/attacker.ts'
import { bodyOf, openDesk, trustIn } from './desk-of-documents.ts'
import { digitsOf, edited, inside, otherDigit } from './edits.ts'
import { qrPicture } from './pictures.ts'

let pdf: Uint8Array
let json: Uint8Array
let p7s: Uint8Array
let csv: Uint8Array
let received: Uint8Array
let picture: Uint8Array
let desk: Awaited<ReturnType<typeof openDesk>>
let trusted: Trusted
beforeAll(async () => {
  const [contractor, city] = await Promise.all([openDesk(), openDesk('青葉野市')])
  desk = contractor
  const { bodies, hash } = await desk.documents.bodies(desk.receipt())
  pdf = bodyOf(bodies, 'application/pdf')
  json = bodyOf(bodies, 'application/json')
  p7s = bodyOf(bodies, 'application/pkcs7-signature')
  csv = bodyOf(bodies, 'text/csv')
  received = counterSign(pdf, city.keys, new Date('2026-12-07T11:00:00+09:00')) ?? pdf
  picture = qrPicture(sealOf(desk.receipt(), Uint8Array.from(Buffer.from(hash, 'hex')), desk.keys), { scale: 3 })
  trusted = readTrust({ ...trustIn(desk.keys), keys: [...trustIn(desk.keys).keys.map((key) => ({ ...key, role: 'contractor' as const })), ...trustIn(city.keys).keys.map((key) => ({ ...key, role: 'city' as const }))] })
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

describe('every hex digit of the signatures in the paper, the contractor\'s and the city\'s', () => {
  test.each(Array.from({ length: sized(1, 15) }, (_, i) => i))('is another one (%i further)', (by) => {
    for (const at of digitsOf(received)) expect(pdfIs(otherDigit(received, at, by + at)), `digit at ${at}`).toBe('refused')
  })
})

describe('pieces cut, doubled, moved or replaced, thousands of times', () => {
  test('the paper', () => {
    fc.assert(fc.property(edited(() => pdf), (altered) => { expect(pdfIs(altered)).toBe('refused') }), { numRuns: sized(4_000, 10_000) })
  })

  test('the record', () => {
    fc.assert(fc.property(edited(() => json), (altered) => { expect(jsonIs(altered, p7s)).toBe('refused') }), { numRuns: sized(4_000, 10_000) })
  })

  test('the table, which never changes what it says unseen', () => {
    const honest = JSON.stringify(verifyCsv('x', csv, trusted).map(({ record }) => record))
    fc.assert(fc.property(edited(() => csv), (altered) => {
      const verdicts = verifyCsv('x', altered, trusted)
      if (verdicts.some(({ verification }) => verification.verdict !== 'refused')) {
        for (const { verification, record } of verdicts) if (verification.verdict !== 'refused') expect(JSON.stringify([record])).toBe(honest)
      }
    }), { numRuns: sized(4_000, 10_000) })
  })

  test('the paper with the city\'s signature, and that signature by itself', () => {
    fc.assert(fc.property(edited(() => received), (altered) => { expect(pdfIs(altered)).toBe('refused') }), { numRuns: sized(1_000, 5_000) })
    fc.assert(fc.property(edited(() => received.subarray(pdf.length)), (update) => { expect(pdfIs(new Uint8Array(Buffer.concat([pdf, update])))).toBe('refused') }), { numRuns: sized(2_000, 10_000) })
  })

  test('the paper inside, signed again by the contractor itself', () => {
    const objects = [...open(pdf).objects.keys()]
    fc.assert(fc.property(fc.nat(), fc.nat(), fc.nat(), fc.constantFrom('0', 'A', '#41', ' ', '<</X 1>>', '%', '(', '\\', '/', '[', '>>'), (which, at, kind, strange) => {
      const number = objects[which % objects.length] ?? 1
      let same = true
      const altered = resign(pdf, ({ objects: bodies }) => {
        const body = bodies.get(number) ?? ''
        if (/\/(?:Contents|ByteRange) /.test(body)) return
        const changed = inside(body, at, kind, strange)
        same = changed === body
        bodies.set(number, changed)
      }, desk.keys)
      expect(pdfIs(altered)).toBe(same ? 'verified' : 'refused')
    }), { numRuns: sized(1_000, 10_000) })
  })

  test('a picture of the QR code, which says what it said or nothing', async () => {
    const honest = (await readQr(picture))[0]
    await fc.assert(fc.asyncProperty(edited(() => picture), async (altered) => {
      for (const { verification } of (await verifyPicture('x', altered, trusted)) ?? []) {
        if (verification.verdict !== 'refused') expect(await readQr(altered)).toEqual([honest])
      }
    }), { numRuns: sized(2_000, 20_000) })
  })
})
