import { pbkdf2Sync, randomBytes } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { FIRST_KEYS, pbkdf2Sha1 } from '../../../crypto/zip/derive-keys.ts'
import { sha1Lanes } from '../../../crypto/zip/sha1-lanes.ts'

// The first keys do not come from the lanes.
beforeAll(() => { for (let i = 0; i < FIRST_KEYS; i++) pbkdf2Sha1(Buffer.from('p'), Buffer.from('s'), 1, 20) })

test('the lanes can be had here, so that what follows tests them and not the fallback', () => {
  expect(sha1Lanes().compress).toBeTypeOf('function')
})

test('known answers of RFC 6070', () => {
  const hex = (rounds: number): string => Buffer.from(pbkdf2Sha1(Buffer.from('password'), Buffer.from('salt'), rounds, 20)).toString('hex')
  expect(hex(1)).toBe('0c60c80f961f0e71f3a9b524af6012062fe037a6')
  expect(hex(2)).toBe('ea6c014dc72d6f8ccd1ed92ace1d41f0d8de8957')
  expect(hex(4096)).toBe('4b007901b765489abead49d926f721d065a429c1')
})

test('every length of password, salt and key gives what node:crypto gives', () => {
  for (let length = 0; length <= 130; length += 13) for (const salt of [8, 12, 16]) for (const bytes of [34, 50, 66, 80, 100]) {
    const [password, grain] = [randomBytes(length), randomBytes(salt)]
    const ours = Buffer.from(pbkdf2Sha1(password, grain, 17, bytes))
    expect(ours.equals(pbkdf2Sync(password, grain, 17, bytes, 'sha1'))).toBe(true)
  }
})
