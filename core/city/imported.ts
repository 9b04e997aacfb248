import { contractNamed } from '../contracts/use.ts'
import type { ImportedDocument } from '../documents/document.ts'
import { look } from '../ledger/record.ts'
import type { Reading } from '../ledger/shelf.ts'
import { refusal } from '../refusal.ts'
import type { World } from '../world.ts'

/** What was taken in under a contract, oldest first; what was superseded stays in the list. */
export const listImported = (world: World, contractId: string): Promise<ImportedDocument[]> =>
  look(world, (reading) => reading.list('imported', contractNamed(reading, contractId).id).sort((a, b) => a.importedAt - b.importedAt))

/** A document that was taken in, or a refusal. */
export function importedNamed(reading: Reading, id: string): ImportedDocument {
  const imported = reading.get('imported', id)
  if (!imported) throw refusal('nothing-found', null, null, { what: 'imported', id })
  return imported
}

/** Everything that was taken in under one number of one contract: its revisions, and what was refused a place among them by a signature. */
export function underNumber(reading: Reading, contractId: string, docNo: string): ImportedDocument[] {
  const ids = reading.get('filed', filedUnder(contractId, docNo))?.ids ?? []
  return ids.flatMap((id) => reading.get('imported', id) ?? [])
}

/** By which the shelf finds a number without looking at every other. */
export const filedUnder = (contractId: string, docNo: string): string => `${contractId}:${docNo}`
