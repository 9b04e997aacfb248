import * as z from 'zod'

/**
 * What a document says, before it has a body. Canonical JSON of a record is what is hashed, signed, embedded and compared,
 * so everything here is strict: no unknown keys, no optional ones, dates as ISO strings with Japan's offset, integers only.
 */
export const text = (max = 1000) => z.string().max(max)
export const iso = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+09:00$/)
export const day = z.string().regex(/^\d{4}-\d\d-\d\d$/)
export const sha256 = z.string().regex(/^[0-9a-f]{64}$/)
export const whole = z.number().int().min(0).max(Number.MAX_SAFE_INTEGER)

/** An outside witness of the ledger: its newest signed checkpoint, and the proof that one of its entries lies below it (RFC 6962). */
export const Witness = z.strictObject({ checkpoint: text(2000), seq: whole, leafHash: sha256, proof: z.array(sha256).max(64) })
export type Witness = z.infer<typeof Witness>

/** The header that every issued document shares (product §1D). */
export const header = {
  v: z.literal(1),
  docNo: text(60).min(1),
  revision: whole.min(1).max(999),
  revisionKind: z.enum(['新規', '訂正', '取消']),
  revisionReason: text(),
  issuedAt: iso,
  addressee: z.strictObject({ organisation: text(200), name: text(200), section: text(200) }),
  sender: z.strictObject({ organisation: text(200), address: text(400), representative: text(200) }),
  contact: z.strictObject({ name: text(200), tel: text(60), email: text(200) }),
  contract: z.strictObject({ contractNo: text(200), title: text(400) }),
  articleRef: text(40),
  keys: z.strictObject({ rootFingerprint: sha256, checkpointKeyId: text(64) }),
  witness: Witness.nullable(),
}

/** What every letter of a contractor to its city begins and ends with. */
export const Header = z.strictObject(header)
export type Header = z.infer<typeof Header>
