import * as z from 'zod'
import { ComparePaper, PaperCompared } from '../city/comparing-paper.ts'
import { Imported, ImportOrder, ImportRun, ImportSummary } from '../city/import-run.ts'
import { RunId, SaveRun } from '../city/results.ts'
import { ImportedDocument } from '../documents/document.ts'
import { LedgerExported } from '../ledgers/page.ts'
import { CityRef, Path } from '../text.ts'
import { ask, job } from '../wire/operation.ts'
import { Counted, Nothing, OfContract } from './orders.ts'

/** What the city imports (Art. 14). */
export const city = {
  city: {
    /** Files and folders; a verdict for every document in them. */
    import: job(ImportOrder, Counted, z.array(Imported)),
    /** 収受番号, given after the import; '' for the next of the office's pattern. */
    number: ask(z.object({ importedId: z.string().min(1).max(64), cityReceiptNo: z.union([z.literal(''), CityRef]) }), ImportedDocument),
    /** A printed 確認コード against what was taken in. */
    comparePaper: ask(ComparePaper, PaperCompared),
    /** The imports of this office, and 取込結果一覧 of one. */
    runs: ask(Nothing, z.array(ImportSummary)),
    run: ask(z.object({ runId: RunId }), ImportRun),
    checkRun: ask(z.object({ runId: RunId }), z.object({ characters: z.array(z.string()) })),
    saveRun: job(SaveRun, Counted, LedgerExported),
    imported: ask(OfContract, z.array(ImportedDocument)),
    /** Writes the signed 収受通知 of an imported document into a folder. */
    acknowledge: ask(z.object({ importedId: z.string(), into: Path }), z.object({ paths: z.array(z.string()) })),
  },
}
