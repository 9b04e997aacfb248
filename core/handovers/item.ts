import * as z from 'zod'
import { Name, Sha256, Text } from '../text.ts'
import { Instant } from '../time.ts'

/** Art. 2: 最重要情報 / 重要情報 / その他. */
export const ImportanceClass = z.enum(['最重要情報', '重要情報', 'その他'])
export type ImportanceClass = z.infer<typeof ImportanceClass>

/** Art. 14: 受領形式. */
export const ReceiptForm = z.enum(['電磁的記録媒体', '電子ファイル', '紙'])
export type ReceiptForm = z.infer<typeof ReceiptForm>

export const ItemId = z.string().min(1).max(64).brand<'ItemId'>()
export type ItemId = z.infer<typeof ItemId>

/** How an item ends (Art. 15①). */
export const ItemEnd = z.enum(['returned', 'delivered', 'erased', 'disposed'])
export type ItemEnd = z.infer<typeof ItemEnd>

/** One file (or bundle of paper) that the city entrusted, and where its bytes lie in the vault. */
export const Item = z.object({
  id: ItemId,
  contractId: z.string(),
  handoverId: z.string(),
  no: z.number().int().positive(),
  /** Path as received, `/` between folders. */
  name: z.string().min(1).max(1000),
  size: z.number().int().nonnegative(),
  sha256: Sha256,
  modifiedAt: z.number().int().nullable(),
  infoKind: Name,
  form: ReceiptForm,
  /** 件数, where the clerk knows it: records or sheets. */
  count: z.number().int().nonnegative().nullable(),
  importanceClass: ImportanceClass,
  personalInfo: z.boolean(),
  sensitive: z.boolean(),
  myNumber: z.boolean(),
  blob: z.string().nullable(),
  /** 照合済 → 預り証発行済; nothing is used before the receipt. `replaced`: it differed, and the right one came. `settled`: it has its end and is used no more. */
  state: z.enum(['checked', 'in custody', 'replaced', 'settled']),
  /** 返却・納品・消去・廃棄 (Art. 15①): its end, and the number of what shows it. The vault's own copy may still be there: then `blob` names it. */
  end: z.object({ how: ItemEnd, at: Instant, ref: Text }).nullable().default(null),
})
export type Item = z.infer<typeof Item>

/** What the clerk says of an item; the machine adds size and hash. */
export const ItemWords = z.object({
  name: z.string().min(1).max(1000), infoKind: Name, form: ReceiptForm, count: z.number().int().nonnegative().max(1e12).nullable(),
  importanceClass: ImportanceClass, personalInfo: z.boolean(), sensitive: z.boolean(), myNumber: z.boolean(),
})
export type ItemWords = z.infer<typeof ItemWords>
