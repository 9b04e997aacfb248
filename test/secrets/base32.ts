const SYMBOLS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** The bytes of a key as authenticators write it (RFC 4648 §6, without padding). */
export function fromBase32(key: string): Buffer {
  const bits = [...key].map((symbol) => SYMBOLS.indexOf(symbol).toString(2).padStart(5, '0')).join('')
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => parseInt(byte, 2)))
}

/** The other way; whole groups of five bytes alone. */
export function toBase32(key: Uint8Array): string {
  const bits = [...key].map((byte) => byte.toString(2).padStart(8, '0')).join('')
  return (bits.match(/.{5}/g) ?? []).map((five) => SYMBOLS[parseInt(five, 2)]).join('')
}
