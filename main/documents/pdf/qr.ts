import { create } from 'qrcode'
import type { ModulesMark } from './marks.ts'

/**
 * A QR code (ISO/IEC 18004) with error correction Q, a quarter of which may be lost to stamps, folds and faxes of faxes;
 * drawn as vectors, its quiet zone of four modules inside `side` points.
 */
export function qrModules(text: string, x: number, y: number, side: number): ModulesMark {
  const { modules } = create([{ data: text, mode: 'alphanumeric' }], { errorCorrectionLevel: 'Q' })
  const rows = Array.from({ length: modules.size }, (_, top) => Array.from({ length: modules.size }, (_, left) => modules.get(top, left) === 1))
  const quiet = (side * 4) / (modules.size + 8)
  return { kind: 'modules', x: x + quiet, y: y + quiet, side: side - 2 * quiet, rows }
}
