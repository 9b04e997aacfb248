import iconv from 'iconv-lite'

export interface Needle { what: string; bytes: Buffer }

/** What a key looks like that is no word: as it is, and in the ways in which bytes are written down. */
export function bytesEveryWay(key: Uint8Array): Needle[] {
  const bytes = Buffer.from(key)
  return [
    { what: 'bytes', bytes }, { what: 'hex', bytes: Buffer.from(bytes.toString('hex')) }, { what: 'HEX', bytes: Buffer.from(bytes.toString('hex').toUpperCase()) },
    ...[0, 1, 2].map((before) => ({ what: `base64 +${before}`, bytes: inBase64(bytes, before) })),
  ]
}

/** What a word looks like in every way that something on this machine might write it, alone or in the middle of something else. */
export function writtenEveryWay(word: string): Needle[] {
  const utf8 = Buffer.from(word)
  const utf16 = Buffer.from(word, 'utf16le')
  const ways: Needle[] = [
    { what: 'UTF-8', bytes: utf8 },
    { what: 'UTF-8 (NFD)', bytes: Buffer.from(word.normalize('NFD')) },
    { what: 'UTF-16LE', bytes: utf16 },
    { what: 'UTF-16BE', bytes: Buffer.from(word, 'utf16le').swap16() },
    // CP932 lacks 𠮷; then the longest piece that it has is looked for.
    { what: 'Shift_JIS', bytes: iconv.encode(longestIn(word, (piece) => iconv.decode(iconv.encode(piece, 'cp932'), 'cp932') === piece), 'cp932') },
    { what: 'hex', bytes: Buffer.from(utf8.toString('hex')) },
    { what: 'HEX', bytes: Buffer.from(utf8.toString('hex').toUpperCase()) },
    { what: 'URL', bytes: Buffer.from(encodeURIComponent(word)) },
    { what: 'JSON', bytes: Buffer.from(JSON.stringify(word).slice(1, -1).replaceAll(/[^ -~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)) },
    ...[0, 1, 2].flatMap((before) => [{ what: `base64 +${before}`, bytes: inBase64(utf8, before) }, { what: `base64 of UTF-16 +${before}`, bytes: inBase64(utf16, before) }]),
  ]
  const seen = new Set<string>()
  // In megabytes of what is encrypted four given bytes stand by chance once in some hundred runs; six do not.
  return ways.filter(({ bytes }) => bytes.length > 5 && !seen.has(bytes.toString('hex')) && seen.add(bytes.toString('hex')))
}

/** The letters of base64 that stand for these bytes alone, when so many others (modulo 3) come before. */
function inBase64(bytes: Buffer, before: number): Buffer {
  const text = Buffer.concat([Buffer.alloc(before), bytes]).toString('base64')
  return Buffer.from(text.slice(Math.ceil((before * 4) / 3), Math.floor(((before + bytes.length) * 4) / 3)))
}

function longestIn(word: string, fits: (piece: string) => boolean): string {
  const letters = [...word]
  for (let length = letters.length; length > 0; length--) {
    for (let from = 0; from + length <= letters.length; from++) {
      const piece = letters.slice(from, from + length).join('')
      if (fits(piece)) return piece
    }
  }
  return ''
}
