import * as z from 'zod'
import { ContractId } from '../contracts/contract-of-work.ts'
import { ItemEnd } from '../handovers/item.ts'
import { Figures } from '../settlement/settlement.ts'
import { Instant } from '../time.ts'
import { Mismatch } from './designation.ts'

/** One item of a receipt, as the city's own papers show it. It has its end only when a document says so, and no notice waits for its certificate. */
export const SettledItem = z.object({
  no: z.number().int(), name: z.string(), infoKind: z.string(), importanceClass: z.string(), count: z.number().int().nullable(),
  end: ItemEnd.nullable(), documents: z.array(z.string()),
  /** Why it still remains: nothing says that it ended; copies were left; or notices whose certificate has not come. */
  waits: z.array(z.object({ why: z.enum(['no-document', 'copies-left', 'notice-open', 'not-passed']), docNo: z.string() })),
})
export type SettledItem = z.infer<typeof SettledItem>

export const SettledReceipt = z.object({
  importedId: z.string(), receiptNo: z.string(), revision: z.number().int(), purpose: z.string(), receivedAt: Instant, items: z.array(SettledItem), figures: Figures,
  /** What was handed over by the city's own list, and in what the receipt is not that; null: nothing was designated for it. */
  designation: z.object({ id: z.string(), no: z.string(), mismatches: z.array(Mismatch) }).nullable(),
})
export type SettledReceipt = z.infer<typeof SettledReceipt>

/** What two papers say that cannot both be so: the numbers of the documents, and the facts of the sentence (core/words/contradictions.ts). */
export const Contradiction = z.object({
  code: z.enum([
    'receipt-unknown', 'item-unknown', 'items-not-named', 'notice-unknown', 'executed-before-notice', 'operator-is-verifier', 'serial-differs-from-drive', 'serial-differs-from-notice', 'serial-differs-from-receipt',
    'returned-twice', 'ended-before-receipt', 'attendance-not-kept', 'figures-differ', 'receipt-not-confirmed', 'not-as-designated', 'not-counted', 'cancelled-but-used',
  ]),
  article: z.string().nullable(), documents: z.array(z.string()), facts: z.record(z.string(), z.string()),
})
export type Contradiction = z.infer<typeof Contradiction>

/** 精算 on the city's side (Art. 15①): Σ受領 = Σ返却 + Σ消去 + Σ廃棄 + Σ納品 + 残, from what was imported and from nothing else. */
export const CitySettlement = z.object({
  contractId: ContractId, at: Instant, receipts: z.array(SettledReceipt), total: Figures, contradictions: z.array(Contradiction),
  /** F-27 that came, and its confirmation where it was given. */
  confirmation: z.object({ importedId: z.string(), docNo: z.string(), confirmedBy: z.string().nullable() }).nullable(),
})
export type CitySettlement = z.infer<typeof CitySettlement>
