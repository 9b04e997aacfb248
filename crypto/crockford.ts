/** Crockford's Base32: no I, L, O or U, so that what is read aloud or typed off paper comes back as it was. */
export const SYMBOLS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** Bytes as symbols of five bits, the last one filled up with zero bits. */
export function toBase32(bytes: Uint8Array): string {
  let text = ''
  let held = 0
  let count = 0
  for (const byte of bytes) {
    held = (held << 8) | byte
    for (count += 8; count >= 5; count -= 5) text += SYMBOLS[(held >> (count - 5)) & 31]
    held &= (1 << count) - 1
  }
  return count > 0 ? text + SYMBOLS[(held << (5 - count)) & 31] : text
}

/** The bytes that `toBase32` wrote so, or null: a foreign symbol, a symbol too many, or filling that is not zero. */
export function fromBase32(text: string): Uint8Array | null {
  const bytes: number[] = []
  let held = 0
  let count = 0
  for (const symbol of text) {
    const value = SYMBOLS.indexOf(symbol)
    if (value < 0) return null
    held = (held << 5) | value
    count += 5
    if (count >= 8) {
      count -= 8
      bytes.push((held >> count) & 0xff)
    }
    held &= (1 << count) - 1
  }
  return held === 0 && count < 5 ? Uint8Array.from(bytes) : null
}

/**
 * What somebody meant who typed a code: full width or half, capitals or not, O for 0, I or L for 1, with whatever spaces
 * and dashes (ー and − too). Other characters stay, to be refused.
 */
export function tidyTyped(typed: string): string {
  return typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}\p{Cf}\u2212\u30fc\u2043]/gu, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1')
}

/** Symbols in groups of four. */
export function inGroups(symbols: string): string {
  return (symbols.match(/.{1,4}/g) ?? []).join('-')
}
