import type { CarryOut } from '../carryouts/carry-out.ts'
import type { Reading } from '../ledger/shelf.ts'

const OPEN: readonly CarryOut['state'][] = ['applied', 'approved', 'permitted', 'out', 'back']

/** Carry-outs (Art. 11(2)) that are still being decided, are out, or whose return nobody has confirmed. What was lost is an incident. */
export const openCarryOutsOf = (reading: Reading, contractId: string): { id: string; no: string; why: string }[] =>
  reading.list('carry-out', contractId).flatMap(({ id, no, state }) => (OPEN.includes(state) ? [{ id, no, why: state }] : []))
