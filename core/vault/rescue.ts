import * as z from 'zod'
import { Path, Secret } from '../text.ts'
import { Code } from './vault.ts'

/** Taking out of a damaged ledger what can still be read. `into`: a new folder. */
export const RescueLedger = z.object({ loginId: z.string().min(1).max(64), password: Secret, code: Code.optional(), into: Path })
export type RescueLedger = z.infer<typeof RescueLedger>

/** `total`: how many entries there were, as far as anything still says; `missing`: numbers that were not found, both ends counted; `proved`: entries from the first on that a signed checkpoint was made over; `damagedPages` is null where no page can be told from a damaged one. */
export const LedgerRescued = z.object({
  folder: z.string(), entries: z.number().int(), total: z.number().int(), missing: z.array(z.object({ from: z.number().int(), to: z.number().int() })), contradicting: z.array(z.number().int()),
  proved: z.number().int(), pages: z.number().int(), damagedPages: z.number().int().nullable(), blobs: z.number().int(), blobsMissing: z.number().int(),
})
export type LedgerRescued = z.infer<typeof LedgerRescued>
