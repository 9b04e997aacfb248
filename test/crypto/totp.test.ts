import { spawnSync } from 'node:child_process'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { base32, hotp, matchingStep, newTotpSecret, otpauthUri, stepOf } from '../../crypto/totp.ts'

const secret = Buffer.from('12345678901234567890')

test('HOTP is what RFC 4226 appendix D says', () => {
  expect(Array.from({ length: 10 }, (_, count) => hotp(secret, count))).toEqual(['755224', '287082', '359152', '969429', '338314', '254676', '287922', '162583', '399871', '520489'])
})

// RFC 6238 appendix B (with the seeds of erratum 2866).
test.each([
  [59, '94287082', '46119246', '90693936'], [1_111_111_109, '07081804', '68084774', '25091201'], [1_111_111_111, '14050471', '67062674', '99943326'],
  [1_234_567_890, '89005924', '91819424', '93441116'], [2_000_000_000, '69279037', '90698825', '38618901'], [20_000_000_000, '65353130', '77737706', '47863826'],
])('TOTP at %i seconds is what RFC 6238 appendix B says', (seconds, sha1, sha256, sha512) => {
  const seed = (bytes: number) => Buffer.from('1234567890'.repeat(7).slice(0, bytes))
  const step = stepOf(seconds * 1000)
  expect([hotp(seed(20), step, { digits: 8 }), hotp(seed(32), step, { digits: 8, hash: 'sha256' }), hotp(seed(64), step, { digits: 8, hash: 'sha512' })]).toEqual([sha1, sha256, sha512])
})

test('another program, in another language, shows the same codes and reads the same key', () => {
  const python = `
import base64, hashlib, hmac, struct, sys
key, step = base64.b32decode(sys.argv[1]), int(sys.argv[2])
mac = hmac.new(key, struct.pack('>Q', step), hashlib.sha1).digest()
at = mac[19] & 15
print('%06d' % ((struct.unpack('>I', mac[at:at + 4])[0] & 0x7fffffff) % 1000000))`
  for (const step of [0, 1, 59_000_000, 2 ** 33]) {
    const fresh = newTotpSecret()
    const { stdout } = spawnSync('python3', ['-c', python, base32(fresh), String(step)], { encoding: 'utf8' })
    expect(hotp(fresh, step)).toBe(stdout.trim())
  }
})

test('a code is right in its step and in the ones beside it, in any width, and in no other', () => {
  const at = 1_111_111_111_000
  const around = [-2, -1, 0, 1, 2].map((away) => matchingStep(secret, hotp(secret, stepOf(at) + away), at, null))
  expect(around).toEqual([null, stepOf(at) - 1, stepOf(at), stepOf(at) + 1, null])
  const code = hotp(secret, stepOf(at))
  const wide = [...code].map((digit) => String.fromCodePoint(0xff10 + Number(digit))).join('')
  expect([wide, `${code.slice(0, 3)} ${code.slice(3)}`].map((typed) => matchingStep(secret, typed, at, null))).toEqual([stepOf(at), stepOf(at)])
})

test('a spent step, and every step before it, is worth nothing', () => {
  const at = 1_111_111_111_000
  const now = stepOf(at)
  expect(matchingStep(secret, hotp(secret, now), at, now)).toBeNull()
  expect(matchingStep(secret, hotp(secret, now - 1), at, now)).toBeNull()
  expect(matchingStep(secret, hotp(secret, now + 1), at, now)).toBe(now + 1)
})

test('whatever else is typed is no code and no crash', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (typed) => /^\d{6}$/.test(typed) || matchingStep(secret, typed, 59_000, null) === null))
})

test('base 32 is RFC 4648’s, without padding', () => {
  expect(['', 'f', 'fo', 'foo', 'foob', 'fooba', 'foobar'].map((text) => base32(Buffer.from(text)))).toEqual(['', 'MY', 'MZXQ', 'MZXW6', 'MZXW6YQ', 'MZXW6YTB', 'MZXW6YTBOI'])
})

test('the address of a key says everything that an authenticator needs', () => {
  const uri = new URL(otpauthUri({ secret, issuer: 'Azukari', account: 'mizuno' }))
  expect([uri.protocol, uri.host, uri.pathname, Object.fromEntries(uri.searchParams)]).toEqual(['otpauth:', 'totp', '/Azukari:mizuno', { secret: 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ', issuer: 'Azukari', algorithm: 'SHA1', digits: '6', period: '30' }])
})
