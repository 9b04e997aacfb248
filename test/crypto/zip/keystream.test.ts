import { createCipheriv } from 'node:crypto'
import { expect, test } from 'vitest'
import { Keystream } from '../../../crypto/zip/keystream.ts'

const key = Buffer.from('000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f', 'hex')

/** The definition, block by block, without any of our haste. */
function slowly(from: number, length: number): Buffer {
  const out = Buffer.alloc(length)
  for (let i = 0; i < length; i++) {
    const counter = Buffer.alloc(16)
    counter.writeBigUInt64LE(BigInt(Math.floor((from + i) / 16)) + 1n)
    const block = createCipheriv('aes-256-ecb', key, null).setAutoPadding(false).update(counter)
    out[i] = block[(from + i) % 16]!
  }
  return out
}

test('the counter is little-endian and begins at one', () => {
  const zeros = Buffer.alloc(100)
  new Keystream(key).apply(zeros)
  expect(zeros.equals(slowly(0, 100))).toBe(true)
})

test('the same bytes come out whole, in uneven pieces and byte by byte', () => {
  const whole = Buffer.alloc(200_001, 7)
  new Keystream(key).apply(whole)
  for (const step of [1, 3, 16, 4096, 65_535, 65_537]) {
    const pieces = Buffer.alloc(200_001, 7)
    const keystream = new Keystream(key)
    for (let at = 0; at < pieces.length; at += step) keystream.apply(pieces.subarray(at, at + step))
    expect(pieces.equals(whole)).toBe(true)
  }
})

test('any place can be reached, also beyond 64 GiB, where the counter carries into its second word', () => {
  for (const at of [0, 1, 65_535, 65_536, 1_000_003, 2 ** 36 - 40, 2 ** 36 - 16, 2 ** 36, 2 ** 36 + 12_345, 2 ** 40 + 1]) {
    const zeros = Buffer.alloc(64)
    const keystream = new Keystream(key)
    keystream.seek(at)
    keystream.apply(zeros)
    expect(zeros.equals(slowly(at, 64))).toBe(true)
  }
})
