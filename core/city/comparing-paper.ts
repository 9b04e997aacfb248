import * as z from 'zod'
import { ContractId } from '../contracts/contract-of-work.ts'
import { contractNamed } from '../contracts/use.ts'
import { ImportedDocument } from '../documents/document.ts'
import { record } from '../ledger/record.ts'
import type { World } from '../world.ts'

/** A code as someone read it off the paper, and, where they typed it too, the number printed there. */
export const ComparePaper = z.object({ contractId: ContractId, code: z.string().min(1).max(60), docNo: z.string().max(60).optional() })
export type ComparePaper = z.infer<typeof ComparePaper>

/**
 * `matches`: the paper bears the code of this record. `differs`: a document of that number was taken in, and its code is another one.
 * `unknown`: a well-formed code of nothing that was taken in. `not-a-code`: mistyped, as its check character says.
 */
export const PaperCompared = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('matches'), imported: ImportedDocument }),
  z.object({ outcome: z.literal('differs'), imported: ImportedDocument }),
  z.object({ outcome: z.literal('unknown') }),
  z.object({ outcome: z.literal('not-a-code') }),
])
export type PaperCompared = z.infer<typeof PaperCompared>

/**
 * 紙の確認コードの照合 (product §5.2): compares what is printed on a paper with what was taken in under the contract. A match says that the paper
 * was issued for this very record; it says nothing of who printed it (anybody can compute a code), nor that what else is printed there was left
 * alone. A match is written down.
 */
export function comparePaper(world: World, { contractId, code, docNo = '' }: ComparePaper): Promise<PaperCompared> {
  return record<PaperCompared>(world, (reading) => {
    const all = reading.list('imported', contractNamed(reading, contractId).id).sort((a, b) => b.importedAt - a.importedAt)
    const said = all.map((imported) => ({ imported, answer: world.documents.matchesCode(code, imported.hash) }))
    if (world.documents.matchesCode(code, '0'.repeat(64)) === 'not-a-code') return { entries: [], answer: () => ({ outcome: 'not-a-code' }) }
    const named = docNo.trim() === '' ? undefined : all.find((imported) => imported.docNo === docNo.trim() && imported.supersededBy === null)
    const match = said.find(({ imported, answer }) => answer === 'matches' && (named === undefined || imported.docNo === named.docNo))?.imported
    if (!match) return { entries: [], answer: () => (named ? { outcome: 'differs', imported: named } : { outcome: 'unknown' }) }
    return {
      entries: [{ type: 'paper-compared', data: { importedId: match.id, code: match.code, at: world.now() } }],
      answer: (after) => ({ outcome: 'matches', imported: after.get('imported', match.id) ?? match }),
    }
  })
}
