import { spawnSync } from 'node:child_process'
import { generateKeyPairSync } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import QRCode from 'qrcode'
import { describe, expect, test } from 'vitest'
import fc from 'fast-check'
import { sha256 } from '../../../crypto/digest.ts'
import { fingerprintOfPublicKey } from '../../../crypto/organisation-keys.ts'
import { readQrPayload, verifyQrPayload, writeQrPayload, type QrFacts } from '../../../crypto/qr-payload.ts'
import { problemOf } from './problem-of.ts'

const { privateKey, publicKey } = generateKeyPairSync('ed25519')
const stranger = generateKeyPairSync('ed25519')
const keyId = fingerprintOfPublicKey(publicKey).slice(0, 16)
const facts: QrFacts = { docNo: 'ひ-R8-001', type: 'receipt', issuedOn: '2026-12-07', hash: sha256(Buffer.from('record')), keyId }
const text = writeQrPayload(facts, privateKey)

describe('what the QR code says', () => {
  test('is read back as it was written, Japanese number and all', () => {
    const { signature, ...read } = readQrPayload(text)
    expect(read).toEqual(facts)
    expect(signature).toHaveLength(64)
    expect(verifyQrPayload(readQrPayload(text), publicKey)).toBe(true)
  })

  test('is short, of capitals and digits only, and never over 305 characters', () => {
    expect(text).toMatch(/^AZK1[0-9A-Z]+$/)
    expect(text.length).toBeLessThanOrEqual(220)
    const longest = writeQrPayload({ ...facts, docNo: '預'.repeat(16), type: 'a'.repeat(24) }, privateKey)
    expect(longest.length).toBeLessThanOrEqual(305)
  })

  test('is read from the printed code by a scanner that is not ours', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'azukari-qr-'))
    try {
      await QRCode.toFile(join(folder, 'qr.png'), text, { errorCorrectionLevel: 'Q', scale: 6 })
      const { stdout } = spawnSync('zbarimg', ['--quiet', '--raw', join(folder, 'qr.png')])
      expect(stdout.toString().trimEnd()).toBe(text)
    } finally {
      rmSync(folder, { recursive: true })
    }
  })

  test('holds for any number, type and day', () => {
    const day = fc.date({ min: new Date('2000-01-01'), max: new Date('2179-06-06'), noInvalidDate: true }).map((each) => each.toISOString().slice(0, 10))
    const docNo = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }).filter((each) => Buffer.byteLength(each) <= 48 && !/[\p{Cc}\p{Cf}\p{Surrogate}]/u.test(each))
    fc.assert(fc.property(docNo, fc.stringMatching(/^[a-z0-9-]{1,24}$/), day, fc.uint8Array({ minLength: 32, maxLength: 32 }), (number, type, issuedOn, hash) => {
      const own = { docNo: number, type, issuedOn, hash, keyId }
      const read = readQrPayload(writeQrPayload(own, privateKey))
      expect(read).toMatchObject(own)
      expect(verifyQrPayload(read, publicKey)).toBe(true)
    }), { numRuns: 60 })
  })
})

describe('a QR code that was altered', () => {
  test('in any one character is refused or not believed', () => {
    for (let i = 0; i < text.length; i++) {
      for (const other of '0123456789ABCDEFGHJKMNPQRSTVWXYZOa ') {
        if (other === text[i]) continue
        expect(isBelieved(text.slice(0, i) + other + text.slice(i + 1)), `character ${i}`).toBe(false)
      }
    }
  })

  test('in one of its facts, under the old signature, is not believed', () => {
    const read = readQrPayload(text)
    for (const change of [{ docNo: 'ひ-R8-002' }, { type: 'erasure' }, { issuedOn: '2026-12-08' }, { hash: sha256(Buffer.from('other')) }, { keyId: '0'.repeat(16) }]) {
      expect(verifyQrPayload({ ...read, ...change }, publicKey)).toBe(false)
    }
  })

  test('or signed by somebody else is not believed', () => {
    expect(verifyQrPayload(readQrPayload(writeQrPayload(facts, stranger.privateKey)), publicKey)).toBe(false)
    expect(verifyQrPayload(readQrPayload(text), generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey)).toBe(false)
  })

  test.each([['', 'prefix'], ['https://example.jp/', 'prefix'], ['AZK1', 'length'], ['AZK2' + text.slice(4), 'prefix'], [text.toLowerCase(), 'prefix'], [text + '00', 'length'], [text + ' ', 'alphabet'], [`AZK1${'0'.repeat(1000)}`, 'length']])(
    '%j is refused', (altered) => {
      expect(problemOf(() => readQrPayload(altered))).toBe('qr-malformed')
    })
})

test.each<[string, Partial<QrFacts>]>([
  ['no number', { docNo: '' }], ['a number that is too long', { docNo: '預'.repeat(17) }], ['a number with a newline', { docNo: 'A\n1' }], ['half a character', { docNo: '\ud842' }],
  ['a type in capitals', { type: 'Receipt' }], ['a day that does not exist', { issuedOn: '2026-02-30' }], ['a day in another form', { issuedOn: '令和8年12月7日' }],
  ['a day before the century', { issuedOn: '1999-12-31' }], ['a short hash', { hash: new Uint8Array(20) }], ['a key id in capitals', { keyId: 'ABCDEF0123456789' }],
])('%s is not written', (_name, change) => {
  expect(problemOf(() => writeQrPayload({ ...facts, ...change }, privateKey))).toBe('qr-unwritable')
})

function isBelieved(altered: string): boolean {
  let believed = false
  const problem = problemOf(() => {
    believed = verifyQrPayload(readQrPayload(altered), publicKey)
  })
  return problem === 'accepted' && believed
}
