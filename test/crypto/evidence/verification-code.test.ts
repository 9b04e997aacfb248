import { describe, expect, test } from 'vitest'
import fc from 'fast-check'
import { fromBase32, SYMBOLS, toBase32 } from '../../../crypto/crockford.ts'
import { sha256 } from '../../../crypto/digest.ts'
import { matchesCode, readVerificationCode, verificationCode } from '../../../crypto/verification-code.ts'
import { problemOf } from './problem-of.ts'

const hash = sha256(Buffer.from('預り証 A-R8-017-001'))
const code = verificationCode(hash)
const codes = Array.from({ length: 8 }, (_, i) => verificationCode(sha256(Uint8Array.of(i))))

describe('the 確認コード', () => {
  test('is five groups of four from an alphabet without I, L, O and U, and stays the same for ever', () => {
    expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){4}[0-9A-HJKMNP-TV-Z]{4}$/)
    expect(verificationCode(new Uint8Array(32))).toBe('0000-0000-0000-0000-0000')
    expect(verificationCode(sha256(Buffer.from('abc')))).toBe('Q9W1-DFWF-077Y-MGA1-83FR')
  })

  test('belongs to its document and to no other', () => {
    fc.assert(fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), (other) => {
      expect(matchesCode(other, verificationCode(other))).toBe(true)
      expect(matchesCode(other, code)).toBe(false)
    }))
  })

  test.each([
    ['without hyphens', code.replaceAll('-', '')],
    ['in small letters', code.toLowerCase()],
    ['in full width', code.replace(/[!-~]/g, (each) => String.fromCharCode(each.charCodeAt(0) + 0xfee0))],
    ['with Japanese dashes and spaces', `　${code.replaceAll('-', 'ー')} `],
    ['with every kind of dash', code.split('-').reduce((all, group, i) => all + '‐‑–—−'[i % 5] + group)],
    ['with half-width dashes and a line break', code.replace('-', 'ｰ\n')],
  ])('is recognised %s', (_how, typed) => {
    expect(matchesCode(hash, typed)).toBe(true)
  })

  test('is recognised with O for 0, and I or L for 1', () => {
    const both = verificationCode(Uint8Array.from({ length: 32 }, () => 0b00000_000))
    expect(matchesCode(new Uint8Array(32), both.replaceAll('0', 'O'))).toBe(true)
    for (const each of codes) {
      for (const [from, to] of [['0', 'o'], ['1', 'I'], ['1', 'l'], ['1', 'Ｌ']] as const) {
        expect(readVerificationCode(each.replaceAll(from, to))).toEqual(readVerificationCode(each))
      }
    }
  })

  test('says what is wrong with it', () => {
    expect(readVerificationCode(code.slice(0, -1))).toEqual({ problem: 'length' })
    expect(readVerificationCode(`${code}0`)).toEqual({ problem: 'length' })
    expect(readVerificationCode('')).toEqual({ problem: 'length' })
    expect(readVerificationCode(code.replace(/^./, 'U'))).toEqual({ problem: 'symbol' })
    expect(readVerificationCode(code.replace(/^./, '預'))).toEqual({ problem: 'symbol' })
    expect(readVerificationCode(code.replace(/^./, '𠮷'))).toEqual({ problem: 'symbol' })
  })

  test('is not made from anything but a SHA-256', () => {
    expect(problemOf(() => verificationCode(new Uint8Array(20)))).toBe('hash-length')
  })
})

describe('the check symbol', () => {
  const isCaught = (symbols: string[]) => 'problem' in readVerificationCode(symbols.join(''))

  test('catches every single wrong symbol', () => {
    for (const each of codes) {
      const symbols = Array.from(each.replaceAll('-', ''))
      for (let i = 0; i < 20; i++) {
        for (const wrong of SYMBOLS) if (wrong !== symbols[i]) expect(isCaught(symbols.with(i, wrong))).toBe(true)
      }
    }
  })

  test('catches any two neighbours that changed places, whatever they are', () => {
    for (let i = 0; i < 19; i++) for (const [a, b] of pairs()) expect(missesExchange(i, a, i + 1, b)).toBe(false)
  })

  test('catches two symbols that changed places from any distance', () => {
    for (let i = 0; i < 20; i++) for (let j = i + 1; j < 20; j++) expect(missesExchange(i, '0', j, 'Z')).toBe(false)
  })

  function missesExchange(i: number, a: string, j: number, b: string): boolean {
    const symbols = withCheck(i, a, j, b)
    return !isCaught(symbols.with(i, b).with(j, a))
  }

  function* pairs(): Generator<[string, string]> {
    for (const a of SYMBOLS) for (const b of SYMBOLS) if (a < b) yield [a, b]
  }

  /** A valid code with these two symbols at these two places, found by turning a third one until the check agrees. */
  function withCheck(i: number, a: string, j: number, b: string): string[] {
    const free = [17, 18, 19].find((place) => place !== i && place !== j)!
    const symbols = Array<string>(20).fill('0').with(i, a).with(j, b)
    const valid = Array.from(SYMBOLS, (symbol) => symbols.with(free, symbol)).find((candidate) => !isCaught(candidate))
    if (!valid) throw new Error('no symbol makes the check agree')
    return valid
  }
})

test('Base32 returns the bytes it was given, and takes no other spelling of them', () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
    const text = toBase32(bytes)
    expect(fromBase32(text)).toEqual(bytes)
    expect(fromBase32(`${text}0`)?.length ?? -1).not.toBe(bytes.length)
  }))
  expect(toBase32(Buffer.from('foobar'))).toBe('CSQPYRK1E8')
  expect(fromBase32('CSQPYRK1E9')).toBeNull()
  expect(fromBase32('csqpyrk1e8')).toBeNull()
})
