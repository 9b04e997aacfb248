import { hotp, stepOf } from '../../../crypto/totp.ts'

/** What an authenticator shows at a moment for a key that was typed into it (RFC 4648 §6), or some steps away. */
export function codeOf(key: string, at: number, away = 0): string {
  const bits = [...key].map((symbol) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(symbol).toString(2).padStart(5, '0')).join('')
  return hotp(Buffer.from(bits.match(/.{8}/g)!.map((byte) => parseInt(byte, 2))), stepOf(at) + away)
}
