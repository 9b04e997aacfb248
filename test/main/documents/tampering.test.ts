import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { fromBase32, toBase32 } from '../../../crypto/crockford.ts'
import { counterSign } from '../../../main/documents/pdf/counter-sign.ts'
import { sealOf } from '../../../main/documents/seal.ts'
import { readTrust, type Trusted } from '../../../main/documents/verify/trusted.ts'
import { verifyCsv } from '../../../main/documents/verify/verify-csv.ts'
import { verifyJson } from '../../../main/documents/verify/verify-json.ts'
import { verifyPdf } from '../../../main/documents/verify/verify-pdf.ts'
import { verifySeal } from '../../../main/documents/verify/verify-qr.ts'
import { open, resign } from './attacks/attacker.ts'
import { bodyOf, openDesk, trustIn } from './desk-of-documents.ts'
import { digitsOf, edited, inside, otherDigit } from './edits.ts'

// The same few hundred every time; slow-tampering.test.ts takes thousands of others.
const some = (numRuns: number) => ({ numRuns, seed: 20261207 })

let desk: Awaited<ReturnType<typeof openDesk>>
let pdf: Uint8Array
let received: Uint8Array
let json: Uint8Array
let p7s: Uint8Array
let csv: Uint8Array
let seal: string
let trusted: Trusted
beforeAll(async () => {
  const [contractor, city] = await Promise.all([openDesk(), openDesk('青葉野市')])
  desk = contractor
  const { bodies, hash } = await desk.documents.bodies(desk.receipt())
  ;[pdf, json, p7s, csv] = [bodyOf(bodies, 'application/pdf'), bodyOf(bodies, 'application/json'), bodyOf(bodies, 'application/pkcs7-signature'), bodyOf(bodies, 'text/csv')]
  received = counterSign(pdf, city.keys, new Date('2026-12-07T11:00:00+09:00')) ?? pdf
  seal = sealOf(desk.receipt(), Uint8Array.from(Buffer.from(hash, 'hex')), desk.keys)
  trusted = readTrust({ ...trustIn(desk.keys), keys: [...trustIn(desk.keys).keys.map((key) => ({ ...key, role: 'contractor' as const })), ...trustIn(city.keys).keys.map((key) => ({ ...key, role: 'city' as const }))] })
})

const pdfIs = (bytes: Uint8Array): string => verifyPdf('x', bytes, trusted).verification.verdict

describe('of a few hundred random edits, none is believed', () => {
  test('of the paper, and of the paper with the city\'s signature', () => {
    expect([pdfIs(pdf), pdfIs(received)]).toEqual(['verified', 'verified'])
    fc.assert(fc.property(edited(() => pdf), (altered) => { expect(pdfIs(altered)).toBe('refused') }), some(150))
    fc.assert(fc.property(edited(() => received), (altered) => { expect(pdfIs(altered)).toBe('refused') }), some(50))
    fc.assert(fc.property(edited(() => received.subarray(pdf.length)), (update) => { expect(Buffer.compare(update, received.subarray(pdf.length)) === 0 || pdfIs(new Uint8Array(Buffer.concat([pdf, update]))) === 'refused').toBe(true) }), some(100))
  })

  test('of the digits of both signatures', () => {
    for (const [i, at] of digitsOf(received).filter((_, n) => n % 41 === 0).entries()) expect(pdfIs(otherDigit(received, at, i)), `digit at ${at}`).toBe('refused')
  })

  test('of the record and of its signature', () => {
    const jsonIs = (record: Uint8Array, signature: Uint8Array): string => verifyJson('x', record, signature, trusted).verification.verdict
    fc.assert(fc.property(edited(() => json), (altered) => { expect(jsonIs(altered, p7s)).toBe('refused') }), some(300))
    fc.assert(fc.property(edited(() => p7s), (altered) => { expect(jsonIs(json, altered)).toBe('refused') }), some(300))
  })

  test('of the table, which never changes what it says unseen', () => {
    const honest = JSON.stringify(verifyCsv('x', csv, trusted)[0]?.record)
    fc.assert(fc.property(edited(() => csv), (altered) => {
      for (const { verification, record } of verifyCsv('x', altered, trusted)) if (verification.verdict !== 'refused') expect(JSON.stringify(record)).toBe(honest)
    }), some(300))
  })

  test('of the QR code, symbol by symbol and bit by bit', () => {
    const isGenuine = (text: string): boolean => verifySeal('x', text, trusted).verification.reasons.some(({ code }) => code === 'qr-proves-its-own')
    expect(isGenuine(seal)).toBe(true)
    const bytes = fromBase32(seal.slice(4)) ?? new Uint8Array()
    for (let bit = 0; bit < 8 * bytes.length; bit += 3) expect(isGenuine(`AZK1${toBase32(bytes.with(bit >> 3, (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7))))}`), `bit ${bit}`).toBe(false)
    fc.assert(fc.property(edited(() => Buffer.from(seal)), (altered) => { expect(isGenuine(Buffer.from(altered).toString('latin1'))).toBe(false) }), some(300))
  })
})

test('what the contractor itself changed inside and signed again is not believed either', () => {
  const objects = [...open(pdf).objects.keys()]
  fc.assert(fc.property(fc.nat(), fc.nat(), fc.nat(), fc.constantFrom('0', 'A', '#41', ' ', '<</X 1>>', '%', '(', '\\'), (which, at, kind, strange) => {
    const number = objects[which % objects.length] ?? 1
    let same = true
    const altered = resign(pdf, ({ objects: bodies }) => {
      const body = bodies.get(number) ?? ''
      const changed = inside(body, at, kind, strange)
      if (/\/(?:Contents|ByteRange) /.test(body)) return
      same = changed === body
      bodies.set(number, changed)
    }, desk.keys)
    expect(pdfIs(altered)).toBe(same ? 'verified' : 'refused')
  }), some(60))
})
