import type { Kept, Shelf } from '../shelf.ts'
import { change, count } from './change.ts'
import type { Projectors } from './projectors.ts'

/** Subcontracting (Art. 9). */
export const subcontracts = {
  'subcontract-drafted': ({ subcontract }, shelf) => {
    shelf.put('subcontract', subcontract.id, subcontract, subcontract.contractId)
    count(shelf, `subcontract:${subcontract.contractId}`)
  },
  'subcontract-revised': ({ subcontractId, facts }, shelf) => changed(shelf, subcontractId, (s) => ({ ...s, ...facts })),
  'subcontract-applied': ({ subcontractId, on }, shelf) => changed(shelf, subcontractId, (s) => ({ ...s, appliedOn: on, state: 'applied' })),
  'subcontract-decided': ({ subcontractId, decision }, shelf) => changed(shelf, subcontractId, (s) => ({ ...s, decision, state: decision.outcome === '不承認' ? 'refused' : 'approved' })),
  'subcontract-agreed': ({ subcontractId, agreement }, shelf) => changed(shelf, subcontractId, (s) => ({ ...s, agreement, state: s.state === 'approved' ? 'contracted' : s.state })),
  'subcontract-started': ({ subcontractId, on }, shelf) => changed(shelf, subcontractId, (s) => ({ ...s, startedOn: on, state: 'working' })),
  'subcontractor-inspected': ({ subcontractId, inspection }, shelf) => changed(shelf, subcontractId, (s) => ({ ...s, inspections: [...s.inspections, inspection] })),
  'subcontract-ended': ({ subcontractId, ended }, shelf) => changed(shelf, subcontractId, (s) => ({ ...s, ended, state: 'ended' })),
  'subcontract-withdrawn': ({ subcontractId }, shelf) => changed(shelf, subcontractId, (s) => ({ ...s, state: 'withdrawn' })),
} satisfies Projectors

function changed(shelf: Shelf, id: string, by: (subcontract: Kept['subcontract']) => Kept['subcontract']): void {
  change(shelf, 'subcontract', id, by, ({ contractId }) => contractId)
}
