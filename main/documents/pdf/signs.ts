/** The characters of a text as they are drawn: a selector of variants (U+FE00 to U+FE0F, U+E0100 to U+E01EF) is one with what it selects. */
export function signsOf(text: string): string[] {
  // Nearly every text has none, and is parted by characters much faster than by a pattern.
  return SELECTOR.test(text) ? text.match(SIGN) ?? [] : [...text]
}

/**
 * Around what paper writes out of itself and no text says (`〔RLO〕`): drawn as a line below, or a file that is called `〔RLO〕` would look the same. Two code
 * points that are no characters and for ever have no glyph; in a text that comes from elsewhere they are written out themselves.
 */
export const REMARK = { open: '\ufdd0', close: '\ufdd1' } as const
export const remark = (text: string): string => `${REMARK.open}${text}${REMARK.close}`
export const isBoundary = (sign: string): boolean => sign === REMARK.open || sign === REMARK.close

/** A line of text in runs, remarks and others. A remark may have begun on the line before, or end on the next. */
export function runsOf(line: string): { text: string; isRemark: boolean }[] {
  if (!BOUNDARY.test(line)) return [{ text: line, isRemark: false }]
  let isRemark = BOUNDARY.exec(line)?.[0] === REMARK.close
  return line.split(BOUNDARY).flatMap((text) => {
    if (!isBoundary(text)) return text === '' ? [] : [{ text, isRemark }]
    isRemark = text === REMARK.open
    return []
  })
}

const BOUNDARY = /([\ufdd0\ufdd1])/
const SELECTOR = /[\ufe00-\ufe0f\u{e0100}-\u{e01ef}]/u
const SIGN = /[^][\ufe00-\ufe0f\u{e0100}-\u{e01ef}]?/gu
