import fc from 'fast-check'
import { expect, test } from 'vitest'
import { CONTROL } from '../../../core/text.ts'
import { asSeen, escapedInJson, unseenIn } from '../../../core/words/unseen.ts'

test.each([
  ['送付\u202efdp.exe', '送付〔RLO〕fdp.exe', ['RLO']],
  ['a\u200bb\u200bc', 'a〔ZWSP〕b〔ZWSP〕c', ['ZWSP']],
  ['\u2067name\u2069', '〔RLI〕name〔PDI〕', ['RLI', 'PDI']],
  ['a\0b\u0007', 'a〔NUL〕b〔U+0007〕', ['NUL', 'U+0007']],
  ['half \ud800 here', 'half 〔U+D800〕 here', ['U+D800']],
  ['tag\u{e0041}', 'tag〔U+E0041〕', ['U+E0041']],
  ['a\u200db', 'a〔ZWJ〕b', ['ZWJ']],
  ['か\u3099き', 'がき〔濁点等分離〕', ['濁点等分離']],
  ['が か\u3099\u200b', 'が が〔分離〕〔ZWSP〕', ['分離', 'ZWSP']],
  ['blank\u3164name', 'blank〔U+3164〕name', ['U+3164']],
  [`e${'\u0301'.repeat(50)}`, `e${'\u0301'.repeat(4)}〔×46〕`, ['×46']],
  ['x\ufe00\ufe01\ufe02', 'x\ufe00〔×2〕', ['×2']],
])('what nobody sees in %j is written out', (text, seen, names) => {
  expect(asSeen(text)).toBe(seen)
  expect(unseenIn(text)).toEqual(names)
})

test.each(['𠮷田 美咲', '葛\u{e0100}城市', '辻\ufe00', 'が', '👩‍👩‍👧', '❤️‍🔥', '👩🏽‍💻', 'دمشق', 'Zoë', 'tab\tline\nend', 'ﾃﾞｰﾀ', '①㈱'])('%j is shown as it is', (text) => {
  expect(asSeen(text)).toBe(text)
  expect(unseenIn(text)).toEqual([])
})

test('JSON with them escaped says the same, and shows nothing that is not seen', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => {
    const json = escapedInJson(JSON.stringify({ [text]: [text] }, undefined, 2))
    expect(JSON.parse(json)).toEqual({ [text]: [text] })
    expect(unseenIn(json)).toEqual([])
  }), { numRuns: 25 })
  expect(escapedInJson(JSON.stringify(['送付\u202efdp.exe', '\u009b31m', '\u{e0041}']))).toBe(String.raw`["送付\u202efdp.exe","\u009b31m","\udb40\udc41"]`)
})

test('whatever a typed text may not hold is shown where it comes in all the same, and nothing is shown twice', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => {
    const seen = asSeen(text)
    expect(asSeen(seen)).toBe(seen)
    expect(CONTROL.test(seen.replace(/[\t\n\r]/g, ''))).toBe(false)
    expect(seen.isWellFormed()).toBe(true)
  }))
})
