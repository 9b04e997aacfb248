import { expect, test } from 'vitest'
import { generatePassphrase } from '../../crypto/passphrase.ts'

test('a passphrase is five groups of five letters that nobody confuses on the telephone', () => {
  for (let i = 0; i < 200; i++) expect(generatePassphrase()).toMatch(/^([2-9A-HJ-NP-Za-km-z]{5}-){4}[2-9A-HJ-NP-Za-km-z]{5}$/)
})

test('a passphrase carries at least 128 bits and fits every reader of the format', () => {
  expect(25 * Math.log2(57)).toBeGreaterThan(128)
  expect(generatePassphrase().length).toBeLessThanOrEqual(99)
})

test('every letter is as likely as every other', () => {
  const seen = new Map<string, number>()
  for (let i = 0; i < 4000; i++) for (const letter of generatePassphrase().replaceAll('-', '')) seen.set(letter, (seen.get(letter) ?? 0) + 1)

  // 100,000 letters over 57: 1,754 each, standard deviation 41. Eight deviations never happen by chance.
  expect(seen.size).toBe(57)
  for (const count of seen.values()) expect(Math.abs(count - 100_000 / 57)).toBeLessThan(8 * 41.5)
})

test('no two passphrases are alike', () => {
  expect(new Set(Array.from({ length: 1000 }, generatePassphrase)).size).toBe(1000)
})
