import * as z from 'zod'
import { ContractId } from '../contracts/contract-of-work.ts'
import { Body, Difference, Finding, ImportedDocument, Verdict, Verification } from '../documents/document.ts'
import { CityRef, Path } from '../text.ts'
import { Instant } from '../time.ts'

/** Files and folders to be taken in. With a contract in hand, documents of any other contract are refused. */
export const ImportOrder = z.object({ paths: z.array(Path).min(1).max(10_000), cityReceiptNo: CityRef.nullable(), contractId: ContractId.nullable().optional() })
export type ImportOrder = z.infer<typeof ImportOrder>

/** What became of one document of one file. `differences`: against what was taken in earlier under the same number, value by value. */
export const Imported = z.object({
  verification: Verification, outcome: z.enum(['imported', 'already', 'refused']), imported: ImportedDocument.nullable(), differences: z.array(Difference),
  /** The import that it belongs to, for its 取込結果一覧. */
  run: z.string(),
})
export type Imported = z.infer<typeof Imported>

/** The same as the ledger keeps it: a line of the 取込結果一覧. The file by its own name only, since a folder may be a person's. */
export const ImportLine = z.object({
  file: z.string(), body: Body.nullable(), verdict: Verdict, outcome: Imported.shape.outcome,
  document: z.object({ form: z.string(), docNo: z.string(), revision: z.number().int(), contractNo: z.string(), code: z.string() }).nullable(),
  signer: z.string().nullable(), importedId: z.string().nullable(), cityReceiptNo: z.string(), reasons: z.array(Finding), differences: z.array(Difference),
})
export type ImportLine = z.infer<typeof ImportLine>

/** One import, from the first file to the last, or to where it was called off (`abandoned`; `files` says how many there would have been). */
export const ImportRun = z.object({ id: z.string(), at: Instant, endedAt: Instant, by: z.string(), outcome: z.enum(['ended', 'abandoned']), files: z.number().int(), contractId: ContractId.nullable(), lines: z.array(ImportLine) })
export type ImportRun = z.infer<typeof ImportRun>

/** An import without its lines. */
export const ImportSummary = ImportRun.omit({ lines: true }).extend({ imported: z.number().int(), already: z.number().int(), partly: z.number().int(), refused: z.number().int() })
export type ImportSummary = z.infer<typeof ImportSummary>
