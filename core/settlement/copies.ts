import type { Copy } from '../copies/copy.ts'
import { openCopies } from '../copies/rules.ts'
import type { Reading } from '../ledger/shelf.ts'
import { dayOf } from '../time.ts'

/** A copy of an item (Art. 11(8)), as far as the balance asks. */
export interface CopyOf { id: string; no: string; itemIds: readonly string[] }

/** Every copy that was ever made under a contract. */
export const copiesOf = (reading: Reading, contractId: string): CopyOf[] => madeCopies(reading, contractId).map(asCopy)

/** Those that have not been disposed of. */
export const openCopiesOf = (reading: Reading, contractId: string): CopyOf[] => openCopies(reading, contractId).map(asCopy)

/** For F-27: each copy that was made, and how it ended. */
export const copyRowsOf = (reading: Reading, contractId: string): Record<string, string>[] => madeCopies(reading, contractId)
  .map(({ no, itemName, kind, ended }) => ({ no, parent: itemName, kind, disposedOn: ended ? dayOf(ended.at) : '', method: ended?.how ?? '' }))

const madeCopies = (reading: Reading, contractId: string): Copy[] => reading.list('copy', contractId).filter(({ made, state }) => made !== null || state === 'making').sort((a, b) => a.no.localeCompare(b.no))
const asCopy = ({ id, no, itemId }: Copy): CopyOf => ({ id, no, itemIds: [itemId] })
