import { describe, expect, test } from 'vitest'
import fc from 'fast-check'
import { checkWords, matchesCheckWords, readCheckWords } from '../../../crypto/check-words.ts'
import { sha256Hex } from '../../../crypto/digest.ts'
import { problemOf } from './problem-of.ts'

const fingerprint = sha256Hex(Buffer.from('公開鍵届'))
const words = checkWords(fingerprint)
const reading = (typed: string) => problemOf(() => readCheckWords(typed))

describe('the check words of a key', () => {
  test('are twelve Japanese words, those of the BIP-39 test vectors', () => {
    expect(checkWords('0'.repeat(64)).join('　')).toBe(`${'あいこくしん　'.repeat(11)}あおぞら`)
    expect(checkWords('7f'.repeat(32)).join('　')).toBe('そつう　れきだい　ほんやく　わかす　りくつ　ばいか　ろせん　やちん　そつう　れきだい　ほんやく　わかめ')
    expect(words.every((word) => word === word.normalize('NFKC') && /^[\u3041-\u3096]+$/u.test(word))).toBe(true)
  })

  test('lead back to the first 128 bits of the fingerprint', () => {
    fc.assert(fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), (bytes) => {
      const hex = Buffer.from(bytes).toString('hex')
      expect(readCheckWords(checkWords(hex).join(' '))).toBe(hex.slice(0, 32))
    }))
  })

  test.each([
    ['with wide spaces', words.join('　')],
    ['with commas', words.join('、')],
    ['over several lines', ` ${words.join('\n')}\n`],
    ['in katakana', words.join(' ').replace(/[\u3041-\u3096]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) + 0x60))],
    ['with the marks apart from their letters', words.join(' ').normalize('NFD')],
  ])('are understood %s', (_how, typed) => {
    expect(matchesCheckWords(fingerprint, typed)).toBe(true)
  })

  test('say what is wrong with them', () => {
    expect(reading(words.with(3, 'あずかり').join(' '))).toBe('words-unknown')
    expect(reading(words.slice(1).join(' '))).toBe('words-count')
    expect(reading('')).toBe('words-count')
    expect(reading(words.toReversed().join(' '))).toBe('words-checksum')
    expect(problemOf(() => checkWords('abc'))).toBe('hash-length')
  })

  test('of another key do not match', () => {
    expect(matchesCheckWords(sha256Hex(Buffer.from('another')), words.join(' '))).toBe(false)
  })
})
