/** What a property list can hold. Dates, data and reals are kept as their text: nothing here needs their value. */
export type Plist = string | number | boolean | readonly Plist[] | { readonly [key: string]: Plist }

const MOST_CHARACTERS = 32 << 20
const DEEPEST = 200

/**
 * An XML property list (PropertyList-1.0.dtd) as the tools of macOS write it, or null for anything that is not one from its first
 * character to its last: cut off, nested too deep, a key said twice. No entities but the five of XML and characters by number;
 * a document type that brings its own declarations is refused.
 */
export function readPlist(text: string): Plist | null {
  if (text.length > MOST_CHARACTERS) return null
  const reader: Reader = { text, at: 0 }
  skip(reader, /(?:\uFEFF)?\s*(?:<\?xml[^<>]*\?>)?\s*(?:<!DOCTYPE[^<>[\]]*>)?\s*<plist(?:\s[^<>]*)?>/y)
  const value = reader.at === 0 ? null : valueAt(reader, 0)
  if (value === null || skip(reader, /\s*<\/plist>\s*/y) === null) return null
  return reader.at === text.length ? value : null
}

interface Reader { readonly text: string; at: number }

function valueAt(reader: Reader, depth: number): Plist | null {
  const tag = skip(reader, /\s*<(dict|array|string|integer|real|date|data|true|false)\s*(\/?)>/y)
  if (!tag || depth > DEEPEST) return null
  const [, name = '', empty] = tag
  if (name === 'true' || name === 'false') return empty || skip(reader, new RegExp(`</${name}>`, 'y')) ? name === 'true' : null
  if (name === 'dict') return empty ? {} : dictAt(reader, depth)
  if (name === 'array') return empty ? [] : arrayAt(reader, depth)
  const words = empty ? '' : textAt(reader, name)
  if (words === null || name !== 'integer') return words
  // A whole number that JavaScript cannot hold exactly stays text: it is an identifier then, and not a size.
  if (!/^\s*[+-]?\d+\s*$/.test(words)) return null
  return Number.isSafeInteger(Number(words)) ? Number(words) : words.trim()
}

function dictAt(reader: Reader, depth: number): Plist | null {
  const entries = new Map<string, Plist>()
  while (!skip(reader, /\s*<\/dict>/y)) {
    const key = skip(reader, /\s*<key>/y) ? textAt(reader, 'key') : skip(reader, /\s*<key\s*\/>/y) ? '' : null
    const value = key === null ? null : valueAt(reader, depth + 1)
    if (key === null || value === null || entries.has(key)) return null
    entries.set(key, value)
  }
  return Object.assign(Object.create(null) as { [key: string]: Plist }, Object.fromEntries(entries))
}

function arrayAt(reader: Reader, depth: number): Plist | null {
  const items: Plist[] = []
  while (!skip(reader, /\s*<\/array>/y)) {
    const value = valueAt(reader, depth + 1)
    if (value === null) return null
    items.push(value)
  }
  return items
}

function textAt(reader: Reader, name: string): string | null {
  const found = skip(reader, /([^<]*)<\/([a-z]+)\s*>/y)
  return found && found[2] === name ? plain(found[1] ?? '') : null
}

function plain(text: string): string | null {
  let known = true
  const words = text.replace(/&([^;&]{0,10});?/g, (whole, name: string) => {
    const code = /^#x([0-9a-f]{1,6})$/i.exec(name)?.[1] ?? null
    const point = code !== null ? parseInt(code, 16) : /^#\d{1,7}$/.test(name) ? Number(name.slice(1)) : null
    const character = point !== null ? (point <= 0x10ffff ? String.fromCodePoint(point) : undefined) : { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }[name]
    if (character === undefined || !whole.endsWith(';')) known = false
    return character ?? ''
  })
  return known ? words : null
}

function skip(reader: Reader, what: RegExp): RegExpExecArray | null {
  what.lastIndex = reader.at
  const found = what.exec(reader.text)
  if (found) reader.at = what.lastIndex
  return found
}
