import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Name } from '../../../core/text.ts'
import { composed, joinMarks } from '../../../core/words/joined.ts'

test.each([
  ['テ\u3099ータ消去.csv', 'データ消去.csv〔濁点等分離〕'],
  ['は\u309aん', 'ぱん〔濁点等分離〕'],
  ['Zoe\u0308 か\u3099', 'Zoë が〔濁点等分離〕'],
  ['が か\u3099', 'が が〔分離〕'],
  ['A\u030a\u212b', 'Å〔分離〕\u212b'],
  ['か\u3099≠', 'が≠〔濁点等分離〕'],
  ['か\u3099 が', 'が〔分離〕 が'],
  ['か\u309a', 'か\u309a'],
  ['\u3099か', '\u3099か'],
  ['か\u3099\u0301', 'か\u3099\u0301'],
  ['o\u0323\u0302', 'ộ〔濁点等分離〕'],
  ['=\u0338', '=\u0338'],
  ['神 \uf900 が', '神 \uf900 が'],
])('%j is seen as %j', (line, seen) => {
  expect(joinMarks(line)).toBe(seen)
})

const anyLine = fc.string({ unit: fc.oneof({ weight: 6, arbitrary: fc.constantFrom('か', '\u3099', '\u309a', 'が', 'は', 'ハ', 'e', '\u0301', 'é', '\u0323', 'ệ', '神', '葛', '\u{e0100}', ' ', '/') }, { weight: 1, arbitrary: fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }) }), maxLength: 12 })

test('no two lines are seen alike', () => {
  const seenAs = new Map<string, string>()
  fc.assert(fc.property(anyLine, (line) => {
    for (const one of [line, line.normalize('NFC'), line.normalize('NFD')]) {
      const seen = joinMarks(one, { remark: (said) => `\0${said}` })
      expect(seenAs.get(seen) ?? one).toBe(one)
      seenAs.set(seen, one)
    }
  }), { numRuns: 2000 })
})

test.each([
  ['か\u3099き', 'がき'], ['Zoe\u0308', 'Zoë'], ['\u1112\u1161\u11ab\u1100', '한\u1100'], ['福\ufa1b', '福\ufa1b'], ['神\u{e0100}', '神\u{e0100}'], ['\ufa19\u{e0100}', '\ufa19\u{e0100}'], ['か\u309a', 'か\u309a'],
])('%j is typed and packed as %j: letters with their marks, and no character as another', (typed, kept) => {
  expect(composed(typed)).toBe(kept)
  expect(Name.parse(typed)).toBe(kept)
})
