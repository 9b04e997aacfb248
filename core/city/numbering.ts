import type { ContractOfWork } from '../contracts/contract-of-work.ts'
import { contractNamed } from '../contracts/use.ts'
import type { ImportedDocument } from '../documents/document.ts'
import { record } from '../ledger/record.ts'
import type { Reading } from '../ledger/shelf.ts'
import { refusal } from '../refusal.ts'
import type { World } from '../world.ts'
import { importedNamed } from './imported.ts'
import { nextNumber, takenBy } from './numbers.ts'

/** 収受番号, given after the import (文書管理): typed, or '' for the next of the office's own pattern. No number twice, and none that is given is changed. */
export function numberImported(world: World, { importedId, cityReceiptNo }: { importedId: string; cityReceiptNo: string }): Promise<ImportedDocument> {
  return record(world, (reading) => {
    const imported = importedNamed(reading, importedId)
    const number = cityReceiptNo === '' ? nextNumber(reading, '収受', contractNamed(reading, imported.contractId), world.now()) : cityReceiptNo
    if (number === null) throw refusal('receipt-number-missing', '14', null, { docNo: imported.docNo })
    if (imported.cityReceiptNo === number || (cityReceiptNo === '' && imported.cityReceiptNo !== '')) return { entries: [], answer: () => imported }
    if (imported.cityReceiptNo !== '') throw refusal('receipt-number-given', '14', null, { docNo: imported.docNo, cityReceiptNo: imported.cityReceiptNo })
    refuseTaken(reading, number, imported.docNo)
    return { entries: [{ type: 'import-numbered', data: { id: importedId, cityReceiptNo: number } }], answer: (after) => importedNamed(after, importedId) }
  })
}

/**
 * The number of a document about to be taken in. One that was typed for an import stands on everything that came with it (`withIt`: their
 * numbers), and on nothing that came another time; without one, the office's pattern gives each the next, or there is none yet.
 */
export function receiptNumberFor(world: World, reading: Reading, { typed, withIt }: { typed: string | null; withIt: ReadonlySet<string> }, contract: ContractOfWork, docNo: string): string {
  if (typed === null) return nextNumber(reading, '収受', contract, world.now()) ?? ''
  if (!withIt.has(takenBy(reading, '収受', typed, docNo)?.of ?? '')) refuseTaken(reading, typed, docNo)
  return typed
}

function refuseTaken(reading: Reading, cityReceiptNo: string, docNo: string): void {
  const taken = takenBy(reading, '収受', cityReceiptNo, docNo)
  if (taken) throw refusal('receipt-number-taken', '14', null, { cityReceiptNo, docNo: taken.of })
}
