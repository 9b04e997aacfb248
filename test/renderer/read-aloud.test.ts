import { expect, test } from 'vitest'
import { readAloud } from '../../renderer/pack/read-aloud.ts'

const alphabet = '23456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz'

test('a passphrase is read letter by letter, and capitals are told from small letters', () => {
  expect(readAloud('Kd7', 'ja')).toEqual([
    { letter: 'K', kind: 'capital', name: 'ケイ' }, { letter: 'd', kind: 'small', name: 'ディー' }, { letter: '7', kind: 'digit', name: 'なな' },
  ])
})

test('every letter that a passphrase may hold has a name of its own in both languages', () => {
  for (const language of ['ja', 'en'] as const) {
    const said = readAloud(alphabet, language).map(({ kind, name }) => `${kind} ${name}`)
    expect(new Set(said).size).toBe(alphabet.length)
    expect(said.every((one) => !/ .$/.test(one) || language === 'ja')).toBe(true)
  }
})
