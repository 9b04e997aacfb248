import * as z from 'zod'
import { Item } from '../handovers/item.ts'
import { Sha256 } from '../text.ts'
import { Instant } from '../time.ts'

/** What a hop is: how the information, or a copy of it, came from one custodian to the next (Art. 11(9)). */
export const HopKind = z.enum(['受領', '保管', '複製', '梱包', '書込み', '持出', '戻り', '送付', 'メール', 'FAX', '第三者提供', '返却', '納品', '消去'])
export type HopKind = z.infer<typeof HopKind>

/** What a hop lacks. A chain says its gaps; it never hides them. */
export const HopGap = z.enum([
  'no-receipt', 'not-acknowledged', 'hash-not-listed', 'hash-differs', 'not-written-by-desk', 'read-from-cache', 'under-way', 'came-back-undelivered', 'out', 'lost', 'pages-differ', 'being-made', 'not-verified', 'did-not-pass', 'custodian-unknown',
])
export type HopGap = z.infer<typeof HopGap>

export const Hop = z.object({
  no: z.number().int(),
  kind: HopKind,
  at: Instant,
  from: z.string(),
  to: z.string(),
  means: z.string(),
  /** When the next custodian took it, where taking is a thing of its own. */
  acceptedAt: Instant.nullable(),
  /** SHA-256 of what left the one and of what reached the other; null where nobody could compute it. */
  before: Sha256.nullable(),
  after: Sha256.nullable(),
  /** Numbers of documents and records, and `#seq` of the ledger. */
  evidence: z.array(z.string()),
  gaps: z.array(HopGap),
})
export type Hop = z.infer<typeof Hop>

/** 来歴書 (F-20): one item's way from the city and back. */
export const Chain = z.object({ item: Item, hops: z.array(Hop), gaps: z.number().int() })
export type Chain = z.infer<typeof Chain>
