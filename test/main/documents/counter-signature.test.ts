import { beforeAll, describe, expect, test } from 'vitest'
import { writePem } from '../../../crypto/pem.ts'
import type { Day } from '../../../core/time.ts'
import type { Trust } from '../../../core/world.ts'
import { counterSign } from '../../../main/documents/pdf/counter-sign.ts'
import { readTrust } from '../../../main/documents/verify/trusted.ts'
import { verifyPdf } from '../../../main/documents/verify/verify-pdf.ts'
import { addObject, append, bytesOf, found, latin1, resign } from './attacks/attacker.ts'
import { bodyOf, openDesk, trustIn } from './desk-of-documents.ts'
import { ask, askBoth } from './tools.ts'

const RECEIVED = new Date('2026-12-07T11:00:00+09:00')

let desk: Awaited<ReturnType<typeof openDesk>>
let city: Awaited<ReturnType<typeof openDesk>>
let stranger: Awaited<ReturnType<typeof openDesk>>
let pdf: Uint8Array
let received: Uint8Array
let trust: Trust
beforeAll(async () => {
  ;[desk, city, stranger] = await Promise.all([openDesk(), openDesk('青葉野市'), openDesk('通りすがり株式会社')])
  pdf = bodyOf((await desk.documents.bodies(desk.receipt())).bodies, 'application/pdf')
  received = countersigned(pdf)
  trust = parties()
})

/** The contractor's key and the city's, each in its place. */
function parties(contractor = desk, municipality = city): Trust {
  const [contractors, cities] = [trustIn(contractor.keys), trustIn(municipality.keys)]
  return { at: contractors.at, keys: [...contractors.keys.map((key) => ({ ...key, role: 'contractor' as const })), ...cities.keys.map((key) => ({ ...key, role: 'city' as const }))] }
}

function countersigned(document: Uint8Array, signer = city, at = RECEIVED): Uint8Array {
  const signed = counterSign(document, signer.keys, at)
  if (!signed) throw new Error('not ours')
  return signed
}

describe('収受: the city signs into the contractor\'s PDF', () => {
  test('both signatures are believed, and who received it when', () => {
    const { verification, record } = verifyPdf('received.pdf', received, readTrust(trust))
    expect(verification).toMatchObject({ verdict: 'verified', reasons: [], counterSigned: { at: '2026-12-07T11:00:00+09:00', signer: '青葉野市', rootFingerprint: city.named.rootFingerprint }, document: { signer: '株式会社ひかりの丘データサービス' } })
    expect(record).toEqual(desk.receipt())
  })

  test('every byte of the contractor stays as it was, behind it two objects and no more', () => {
    expect(Buffer.compare(received.subarray(0, pdf.length), pdf)).toBe(0)
    expect(latin1(received.subarray(pdf.length)).match(/^\d+ 0 obj$/gm)).toHaveLength(2)
  })

  test('poppler believes both, the second over the whole file', async () => {
    const says = ask('pdfsig', await desk.put('received.pdf', received))
    expect(says.match(/Signature is Valid\./g)).toHaveLength(2)
    expect(says).toMatch(new RegExp(`Signed Ranges: \\[0 - \\d+\\], \\[\\d+ - ${pdf.length}\\]\n  - Not total`))
    expect(says).toMatch(/Field Name: city[\s\S]*青葉野市[\s\S]*Total document signed/)
  })

  test('qpdf finds nothing wrong with it', async () => {
    expect(ask('qpdf', '--check', await desk.put('received.pdf', received))).toContain('No syntax or stream encoding errors found')
  })

  test('openssl believes both', async () => {
    const ranges = [...latin1(received).matchAll(/\/ByteRange \[0 (\d+) (\d+) (\d+) *\]/g)].map(([, ...numbers]) => numbers.map(Number))
    expect(ranges).toHaveLength(2)
    for (const [i, [from = 0, to = 0, length = 0]] of ranges.entries()) {
      const hex = latin1(received).slice(from + 1, to - 1)
      const cms = await desk.put('signature.der', Buffer.from(hex.slice(0, 8 + 2 * Number.parseInt(hex.slice(4, 8), 16)), 'hex'))
      const content = await desk.put('signed.bin', Buffer.concat([received.subarray(0, from), received.subarray(to, to + length)]))
      const root = await desk.put('root.pem', writePem('CERTIFICATE', (i === 0 ? desk : city).keys.root.certificate))
      expect(askBoth('openssl', 'cms', '-verify', '-cades', '-binary', '-inform', 'DER', '-in', cms, '-content', content, '-CAfile', root, '-no_check_time', '-out', '/dev/null')).toContain('CAdES Verification successful')
    }
  })

  test.each([['更新', '2026-12-08', []], ['更新', '2026-12-07', ['key-ended']], ['失効', '2027-01-01', ['key-ended']]] as const)('a key of the city that ended (%s) on %s', (why, from, codes) => {
    const now = parties()
    const ended = { ...now, keys: now.keys.map((key) => (key.role === 'city' ? { ...key, ended: { why, from: from as Day } } : key)) }
    expect(verifyPdf('received.pdf', received, readTrust(ended)).verification.reasons.map(({ code }) => code)).toEqual(codes)
  })

  test('a document is received once, and a file of somebody else never', () => {
    expect(counterSign(received, city.keys, RECEIVED)).toBeNull()
    expect(counterSign(bytesOf('%PDF-1.7\n'), city.keys, RECEIVED)).toBeNull()
  })
})

describe('a signature in the city\'s place is refused', () => {
  test.each<[string, string[], () => Uint8Array, (() => Trust)?]>([
    ['by somebody whom nobody registered', ['counter-signature-refused'], () => countersigned(pdf, stranger)],
    ['by another contractor', ['counter-signed-by-outsider'], () => countersigned(pdf, stranger), () => ({ ...trust, keys: [...trust.keys, ...trustIn(stranger.keys).keys.map((key) => ({ ...key, role: 'contractor' as const }))] })],
    ['by the city of another contract', ['counter-signed-by-outsider'], () => countersigned(pdf), () => ({ ...trust, keys: trust.keys.map((key) => (key.role === 'city' ? { ...key, contractNo: 'R8-税-018' } : key)) })],
    ['by the contractor itself', ['counter-signed-by-issuer', 'counter-signed-by-outsider'], () => countersigned(pdf, desk)],
    ['by the city when the contractor is nobody we know', ['root-not-registered'], () => received, () => ({ ...trust, keys: trust.keys.filter(({ role }) => role === 'city') })],
    ['before the document was issued', ['counter-signed-at-impossible-time'], () => countersigned(pdf, city, new Date('2026-12-07T10:00:00+09:00'))],
    ['in the future', ['counter-signed-at-impossible-time'], () => countersigned(pdf, city, new Date('2026-12-08T11:00:00+09:00'))],
    ['before the city\'s key was valid', ['counter-signature-refused'], () => countersigned(pdf, city, new Date('2026-11-01T00:00:00+09:00'))],
  ])('%s', (_who, expected, attack, by = () => trust) => {
    const codes = found(attack(), by())
    for (const code of expected) expect(codes).toContain(code)
  })

  test('the city in the contractor\'s own place', () => {
    expect(found(resign(pdf, () => undefined, city.keys), trust)).toContain('signer-in-other-place')
  })

  test('something appended behind it, by the city too', () => {
    expect(found(append(received, { 900: '<<\n/Type /Annot\n>>' }), trust)).toEqual(['pdf-updated-later'])
    expect(found(bytesOf(`${latin1(received)}\n`), trust)).not.toEqual([])
    expect(found(bytesOf(`${latin1(received)}900 0 obj\n<<\n>>\nendobj\n`), trust)).not.toEqual([])
  })

  test('something put between the two signatures, and covered by the second', () => {
    const between = append(pdf, { 900: '<<\n/Type /Annot\n>>' })
    expect(counterSign(between, city.keys, RECEIVED)).toBeNull()
    const shifted = latin1(received.subarray(pdf.length))
    expect(found(bytesOf(latin1(between) + shifted), trust)).toEqual(['pdf-updated-later'])
    expect(found(countersigned(resign(pdf, (opened) => { addObject(opened, '<<\n/Type /Evil\n>>') }, desk.keys)), trust)).toContain('pdf-unreachable-object')
  })

  test('any byte of it changed', () => {
    for (let at = pdf.length; at < received.length; at += 31) {
      expect(found(received.with(at, (received[at] ?? 0) ^ 1), trust), `byte ${at}`).not.toEqual([])
    }
  })
})

test('taken away again, it leaves the document as it was issued: that it was received, only the ledger can tell', () => {
  const { verification } = verifyPdf('stripped.pdf', received.subarray(0, pdf.length), readTrust(trust))
  expect(verification.verdict).toBe('verified')
  expect(verification).not.toHaveProperty('counterSigned')
})
