import { isBoundary, REMARK, signsOf } from './signs.ts'

/**
 * Breaks text into lines no wider than `width` (points), by the Japanese rules of kinsoku (JIS X 4051): no line begins
 * with a closing mark or a small kana, none ends with an opening bracket, and words and numbers stay whole where they
 * fit. Nothing is ever cut: what has no good place to break is broken anywhere. Line feeds break always.
 */
export function breakLines(text: string, width: number, widthOf: (text: string) => number): string[] {
  return text.split('\n').flatMap((paragraph) => breakParagraph(signsOf(paragraph), width, widthOf))
}

function breakParagraph(characters: readonly string[], width: number, widthOf: (text: string) => number): string[] {
  const lines: string[] = []
  let start = 0
  while (start < characters.length) {
    const full = fill(characters, start, width, widthOf)
    const end = full === characters.length ? full : start + goodBreak(characters.slice(start, full + 1))
    lines.push(characters.slice(start, end).join('').replace(/ +$/, ''))
    start = end
    // The space at which a line broke is not carried to the next one.
    while (lines.length > 0 && characters[start] === ' ') start++
  }
  return lines.length === 0 ? [''] : lines
}

/** The end of the longest run from `start` that fits; at least one character. */
function fill(characters: readonly string[], start: number, width: number, widthOf: (text: string) => number): number {
  let used = 0
  let end = start
  while (end < characters.length) {
    used += widthOf(characters[end] ?? '')
    // A hundredth of a point forgives the rounding of what was laid out to fit exactly.
    if (used > width + 0.01 && end > start) break
    end++
  }
  return end
}

/** How many of the characters (of which the last is already too much) to keep on this line. */
function goodBreak(characters: readonly string[]): number {
  const most = characters.length - 1
  for (let count = most; count > most / 2; count--) {
    if (mayBreakBetween(characters[count - 1] ?? '', characters[count] ?? '') && !isInRemark(characters.slice(0, count))) return count
  }
  return Math.max(1, most)
}

function mayBreakBetween(before: string, after: string): boolean {
  if (NOT_AT_START.has(after) || NOT_AT_END.has(before)) return false
  if (after === ' ') return true
  if (BREAKS_AFTER.has(before)) return true
  return !(isWord(before) && isWord(after))
}

/** Whether the line would end within what paper says of itself, which stays whole where it fits. */
function isInRemark(line: readonly string[]): boolean {
  return line.findLast(isBoundary) === REMARK.open
}

function isWord(character: string): boolean {
  return /[!-~\u00a1-\u024f]/.test(character)
}

const BREAKS_AFTER = new Set(' -_/\\.,;:')
const NOT_AT_START = new Set(
  '、。，．・：；？！゛゜ヽヾゝゞ々〻ー～〜）］｝〕〉》」』】〙〗｠»”’)]}ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿ｡､･ｰ｣ｧｨｩｪｫｬｭｮｯ%％‰℃…‥',
)
const NOT_AT_END = new Set('（［｛〔〈《「『【〘〖｟«“‘([{｢￥＄£№＃')
