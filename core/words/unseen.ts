import { joinMarks } from './joined.ts'

/** What the characters are called by which a name shows itself as another: turned round, or with parts that nobody sees. */
const NAMES: Readonly<Record<string, string>> = {
  '\u00ad': 'SHY', '\u034f': 'CGJ', '\u061c': 'ALM', '\u200b': 'ZWSP', '\u200c': 'ZWNJ', '\u200d': 'ZWJ', '\u200e': 'LRM', '\u200f': 'RLM', '\u202a': 'LRE', '\u202b': 'RLE', '\u202c': 'PDF', '\u202d': 'LRO', '\u202e': 'RLO',
  '\u2060': 'WJ', '\u2066': 'LRI', '\u2067': 'RLI', '\u2068': 'FSI', '\u2069': 'PDI', '\ufeff': 'BOM', '\0': 'NUL', '\u001b': 'ESC', '\u007f': 'DEL',
}

/**
 * Controls (but not tab and line end), directions, blanks without width, tags, halves of characters; a joiner outside an emoji; a selector of
 * variants upon another (one is how 葛 tells its forms apart); more marks on a letter than any language writes.
 */
// eslint-disable-next-line no-control-regex, no-misleading-character-class -- single characters, and meant
const UNSEEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b\u200c\u200e\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb\u{e0000}-\u{e007f}\p{Cs}]|(?<![\p{Extended_Pictographic}\ufe0f\u{1f3fb}-\u{1f3ff}])\u200d|(?<=[\ufe00-\ufe0f\u{e0100}-\u{e01ef}])[\ufe00-\ufe0f\u{e0100}-\u{e01ef}]+|(?<=\p{M}{4})\p{M}{4,}/gu

/** Which unseen characters a text has, each once, by name (`RLO`, `U+E0041`); and whether marks stand apart from their letters, which is not seen either. */
export function unseenIn(text: string): string[] {
  return [...new Set([...apartIn(text), ...(text.match(UNSEEN) ?? []).map(nameOf)])]
}

/**
 * The text with each unseen character written out in brackets, so that what is read is what is there: `送付〔RLO〕fdp.exe`. Letters and marks that stand
 * apart are joined, and that is said.
 */
export function asSeen(text: string): string {
  return joined(text).replace(UNSEEN, (found) => `〔${nameOf(found)}〕`)
}

/** What one character is called where it is written out: `RLO`, `濁点`, `異体字E0101`, else by its number (`U+1F4C4`). */
export function nameOfCharacter(character: string): string {
  const code = character.codePointAt(0) ?? 0
  if ((code >= 0xfe00 && code <= 0xfe0d) || (code >= 0xe0100 && code <= 0xe01ef)) return `異体字${hex(code)}`
  return MORE_NAMES[character] ?? NAMES[character] ?? `U+${hex(code)}`
}

/** Those that a page shows as they are, and only paper has to write out. */
const MORE_NAMES: Readonly<Record<string, string>> = { '\t': 'TAB', '\n': 'LF', '\r': 'CR', '\u3099': '濁点', '\u309a': '半濁点', '\ufe0e': 'VS15', '\ufe0f': 'VS16' }

/** JSON in which each of them is escaped (RFC 8259 §7): the same value, with nothing in it that moves what a terminal shows. */
export function escapedInJson(json: string): string {
  return json.replace(UNSEEN, (found) => Array.from({ length: found.length }, (_, i) => `\\u${found.charCodeAt(i).toString(16).padStart(4, '0')}`).join(''))
}

function joined(text: string, remark?: (said: string) => string): string {
  return /\p{M}/u.test(text) ? text.split('\n').map((line) => joinMarks(line, { ...(remark && { remark }) })).join('\n') : text
}

function apartIn(text: string): string[] {
  const said: string[] = []
  joined(text, (remark) => `${said.push(remark.slice(1, -1))}`)
  return said
}

function nameOf(found: string): string {
  const [first = ''] = found
  if (/\p{M}/u.test(first) && NAMES[first] === undefined) return `×${[...found].length}`
  return NAMES[first] ?? `U+${hex(first.codePointAt(0) ?? 0)}`
}

const hex = (code: number): string => code.toString(16).toUpperCase().padStart(4, '0')
