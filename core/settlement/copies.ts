import type { Reading } from '../ledger/shelf.ts'

/** A copy of items (Art. 11(8)), as far as the balance asks. */
export interface CopyOf { id: string; no: string; itemIds: readonly string[] }

/** Every copy that was ever made under a contract. */
export const copiesOf = (_reading: Reading, _contractId: string): CopyOf[] => []

/** Those that have not been disposed of. */
export const openCopiesOf = (_reading: Reading, _contractId: string): CopyOf[] => []
