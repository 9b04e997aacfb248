import type { Reading } from '../ledger/shelf.ts'

/** Subcontracts (Art. 9) that have not ended: what lies there is not settled here. */
export const openSubcontractsOf = (_reading: Reading, _contractId: string): { id: string; name: string }[] => []
