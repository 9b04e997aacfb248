import type { Reading } from '../ledger/shelf.ts'
import type { Subcontract } from '../subcontracts/subcontract.ts'

/** From the day that a contract with the subcontractor could be made: information may be there. */
const OPEN: readonly Subcontract['state'][] = ['drafted', 'applied', 'approved', 'contracted', 'working']

/** Subcontracts (Art. 9) that have not ended: what lies there is not settled here. */
export const openSubcontractsOf = (reading: Reading, contractId: string): { id: string; name: string; why: string }[] =>
  reading.list('subcontract', contractId).flatMap(({ id, company, state }) => (OPEN.includes(state) ? [{ id, name: company, why: state }] : []))

/** For F-27: each subcontractor that worked, and its erasure. */
export const subcontractRowsOf = (reading: Reading, contractId: string): Record<string, string>[] => reading.list('subcontract', contractId).filter(({ startedOn }) => startedOn !== null)
  .map(({ company, ended }) => ({ name: company, state: ended ? `${ended.erasedHow}（確認 ${ended.confirmedBy}）` : '', confirmedOn: ended?.erasedOn ?? '' }))
