import fc from 'fast-check'
import { expect } from 'vitest'
import { nameOfCharacter } from '../../../core/words/unseen.ts'
import { onPaper } from '../../../main/documents/pdf/on-paper.ts'
import { openSheet } from '../../../main/documents/pdf/sheet.ts'
import { isBoundary, runsOf, signsOf } from '../../../main/documents/pdf/signs.ts'
import { encode } from '../../../main/documents/pdf/typeface.ts'

const pieces = [
  'か', '\u3099', '\u309a', 'が', 'ハ', 'パ', 'あ', 'ｶ', 'ﾞ', 'e', '\u0301', '\u0323', 'é', 'A', '\u030a', 'Å', '\u212b', '=', '\u0338', '≠', '\u1112', '\u1161', '\u11ab', '한',
  '葛', '辻', '侮', '福', '\ufa1b', '\ufa30', '\uf900', '豈', '\ufe00', '\ufe0e', '\ufe0f', '\u{e0100}', '\u{e0101}', '𠮷', '髙', '口', '\u2f1d', '☎', '👨', '👩', '\u200d', '\u{1f3fd}', '❤', '\u180b', '\u302a', '\u302e',
  '\u00ad', '-', ' ', '\u00a0', '\u3000', '\u202e', '\u200b', '\ufdd0', '\ufdd1', '\ufffe', '\ue000', '\t', '〔', '〕', '濁点等分離', '分離', '濁点', 'U+', '200B', 'RLO', '.csv', 'क', '\u094d', 'ש', '\u05bc',
]
/** A name as file systems have it, and as somebody makes it who wants it to look like another. */
export const anyName: fc.Arbitrary<string> = fc.array(fc.oneof({ weight: 12, arbitrary: fc.constantFrom(...pieces) }, { weight: 1, arbitrary: fc.string({ unit: 'binary', minLength: 1, maxLength: 2 }) }), { minLength: 1, maxLength: 14 })
  .map((parts) => parts.join('')).filter((name) => name.isWellFormed() && !name.includes('\n'))

/** Names that somebody might take for this one. */
export const likenesses = (name: string): string[] => [
  name, name.normalize('NFC'), name.normalize('NFD'), name.normalize('NFKC'), name.replace(/\p{M}/u, ''), name.replace(/[^ -~]/u, (one) => `〔${nameOfCharacter(one)}〕`),
  `${name.normalize('NFC')}〔濁点等分離〕`, name.normalize('NFC').replace(/(.)$/su, '$1〔分離〕'), `${name}\ufe0f`, [...name].toReversed().join(''),
]

/** Given names one after the other: fails when one cannot be drawn, or is drawn as another was. */
export function watchForLikeness(): (name: string) => void {
  const { pdf, faces } = openSheet({ title: '', author: '', subject: '', createdAt: new Date(0), seal: '', template: '' })
  const glyphs = (text: string): string => encode(pdf._font, text)
  const drawn = (name: string): string => runsOf(onPaper(name, faces)).map(({ text, isRemark }) => `${isRemark ? '_' : ' '}${glyphs(text)}`).join('')
  // The typeface draws ⼝ (U+2F1D) as 口, and papers were issued so: such a pair is told apart by record and hash alone.
  const byGlyph = (name: string): string => Array.from(name, (character) => (faces.canPrint(character) ? glyphs(character) : character)).join(' ')
  const seen = new Map<string, string>()
  return (name) => {
    expect(signsOf(onPaper(name, faces)).filter((sign) => !isBoundary(sign) && !faces.canPrint(sign))).toEqual([])
    const before = seen.get(drawn(name)) ?? name
    expect(byGlyph(name), `${JSON.stringify(name)} and ${JSON.stringify(before)}`).toBe(byGlyph(before))
    seen.set(drawn(name), name)
  }
}
