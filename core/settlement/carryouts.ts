import type { Reading } from '../ledger/shelf.ts'

/** Carry-outs (Art. 11(2)) that have not come back, and those that are still being decided. */
export const openCarryOutsOf = (_reading: Reading, _contractId: string): { id: string; no: string; why: string }[] => []
