import { createHash } from 'node:crypto'
import { canonicalBytes } from '../../../crypto/canonical-json.ts'
import { renderPdf } from '../../../main/documents/pdf/render.ts'
import type { DocumentRecord } from '../../../core/documents/records.ts'
import { oddDisposals } from './odd-disposals.ts'
import { oddLetters } from './odd-letters.ts'
import { oddReceipts } from './odd-receipts.ts'

/** The SHA-256 of each odd document's print, unsigned. Run by itself, it says them as JSON: so that another runtime can be asked. */
export const prints = () => ({ receipts: printsOf(oddReceipts), disposals: printsOf(oddDisposals), letters: printsOf(oddLetters) })

function printsOf(records: Record<string, DocumentRecord>): Record<string, string> {
  return Object.fromEntries(Object.entries(records).map(([name, record]) => {
    const pdf = renderPdf({ record, canonical: canonicalBytes(record), code: 'ABCD-EFGH-JKMN-PQRS-TVWX', seal: `AZK1${'0123456789ABCDEFGHJKMNPQRSTVWXYZ'.repeat(7)}` })
    return [name, createHash('sha256').update(pdf ?? '').digest('hex')]
  }))
}

if (process.argv[1] === import.meta.filename) process.stdout.write(JSON.stringify(prints()))
