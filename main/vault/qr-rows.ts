import { create } from 'qrcode'

/** A QR code (ISO/IEC 18004, error correction M) as its rows of modules, `1` dark and `0` light; whoever draws it adds the quiet zone. */
export function qrRows(text: string): string[] {
  const { modules } = create(text, { errorCorrectionLevel: 'M' })
  return Array.from({ length: modules.size }, (_, top) => Array.from({ length: modules.size }, (_, left) => (modules.get(top, left) === 1 ? '1' : '0')).join(''))
}
