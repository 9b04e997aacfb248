import * as z from 'zod'
import { ImportedDocument, Verification } from '../documents/document.ts'
import { CityRef, Path } from '../text.ts'
import { ask, job } from '../wire/operation.ts'
import { Counted, OfContract } from './orders.ts'

/** What the city imports (Art. 14). */
export const city = {
  city: {
    import: job(z.object({ paths: z.array(Path).min(1).max(10_000), cityReceiptNo: CityRef.nullable() }), Counted, z.array(z.object({
      verification: Verification, outcome: z.enum(['imported', 'already', 'refused']), imported: ImportedDocument.nullable(),
    }))),
    /** 収受番号, given after the import. */
    number: ask(z.object({ importedId: z.string().min(1).max(64), cityReceiptNo: CityRef }), ImportedDocument),
    imported: ask(OfContract, z.array(ImportedDocument)),
    /** Writes the signed 収受通知 of an imported document into a folder. */
    acknowledge: ask(z.object({ importedId: z.string(), into: Path }), z.object({ paths: z.array(z.string()) })),
  },
}
