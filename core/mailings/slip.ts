import * as z from 'zod'
import { Sha256 } from '../text.ts'
import { Instant } from '../time.ts'

/** 引受証: the carrier's acceptance slip. 受領票: the lower half of our own slip, sent back by the city. */
export const SlipKind = z.enum(['引受証', '受領票', 'その他'])
export type SlipKind = z.infer<typeof SlipKind>

export const SlipType = z.enum(['image/jpeg', 'image/png', 'application/pdf'])
export type SlipType = z.infer<typeof SlipType>

/** A scan, kept in the vault; the ledger keeps its hash. */
export const Slip = z.object({ kind: SlipKind, name: z.string(), type: SlipType, blob: z.string(), size: z.number().int(), sha256: Sha256, at: Instant })
export type Slip = z.infer<typeof Slip>

/** A scan of a slip is a page, not a film. */
export const LARGEST_SLIP = 20 * 1024 * 1024

/** What a file is by its first bytes, whatever it is called; null for all that is no scan. PDF 32000-1 7.5.2, PNG 5.2, JPEG (ITU T.81 B.1.1.3). */
export function slipTypeOf(bytes: Uint8Array): SlipType | null {
  const begins = (...first: number[]): boolean => first.every((byte, i) => bytes[i] === byte)
  if (begins(0x25, 0x50, 0x44, 0x46, 0x2d)) return 'application/pdf'
  if (begins(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'image/png'
  return begins(0xff, 0xd8, 0xff) ? 'image/jpeg' : null
}
