/** How a letter is said over the telephone: its Japanese name, and the word that English speakers use for it. */
const NAMES: Readonly<Record<string, readonly [ja: string, en: string]>> = {
  a: ['エー', 'Alfa'], b: ['ビー', 'Bravo'], c: ['シー', 'Charlie'], d: ['ディー', 'Delta'], e: ['イー', 'Echo'], f: ['エフ', 'Foxtrot'], g: ['ジー', 'Golf'], h: ['エイチ', 'Hotel'], i: ['アイ', 'India'],
  j: ['ジェイ', 'Juliett'], k: ['ケイ', 'Kilo'], l: ['エル', 'Lima'], m: ['エム', 'Mike'], n: ['エヌ', 'November'], o: ['オー', 'Oscar'], p: ['ピー', 'Papa'], q: ['キュー', 'Quebec'], r: ['アール', 'Romeo'],
  s: ['エス', 'Sierra'], t: ['ティー', 'Tango'], u: ['ユー', 'Uniform'], v: ['ブイ', 'Victor'], w: ['ダブリュー', 'Whiskey'], x: ['エックス', 'X-ray'], y: ['ワイ', 'Yankee'], z: ['ゼット', 'Zulu'],
  0: ['ゼロ', 'zero'], 1: ['いち', 'one'], 2: ['に', 'two'], 3: ['さん', 'three'], 4: ['よん', 'four'], 5: ['ご', 'five'], 6: ['ろく', 'six'], 7: ['なな', 'seven'], 8: ['はち', 'eight'], 9: ['きゅう', 'nine'],
}

export type LetterKind = 'capital' | 'small' | 'digit'
export interface SpokenLetter { letter: string; kind: LetterKind; name: string }

/** `Kd7` → capital ケイ, small ディー, digit なな. Letters that have no name (there are none in our passphrases) are said as they are. */
export function readAloud(group: string, language: 'ja' | 'en'): SpokenLetter[] {
  return [...group].map((letter) => ({ letter, kind: kindOf(letter), name: NAMES[letter.toLowerCase()]?.[language === 'ja' ? 0 : 1] ?? letter }))
}

function kindOf(letter: string): LetterKind {
  if (/\d/.test(letter)) return 'digit'
  return letter === letter.toLowerCase() ? 'small' : 'capital'
}
