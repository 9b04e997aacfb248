import type { CarryOut } from '../../carryouts/carry-out.ts'
import type { Shelf } from '../shelf.ts'
import { change, count } from './change.ts'
import type { Projectors } from './projectors.ts'

/** What is out of the approved places, and since when (Art. 11(2)). */
export const carryOuts = {
  'carry-out-applied': ({ carryOut }, shelf) => {
    shelf.put('carry-out', carryOut.id, carryOut, carryOut.contractId)
    count(shelf, `carry-out:${carryOut.contractId}`)
  },
  'carry-out-approved': ({ carryOutId, approval }, shelf) => void step(shelf, carryOutId, (c) => ({ ...c, approval, state: 'approved' })),
  'carry-out-permitted': ({ carryOutId, cityApproval }, shelf) => void step(shelf, carryOutId, (c) => ({ ...c, cityApproval, state: 'permitted' })),
  'carry-out-rejected': ({ carryOutId, rejection }, shelf) => void step(shelf, carryOutId, (c) => ({ ...c, rejection, state: 'rejected' })),
  'carry-out-withdrawn': ({ carryOutId, withdrawal }, shelf) => void step(shelf, carryOutId, (c) => ({ ...c, withdrawal, state: 'withdrawn' })),
  'carried-out': ({ carryOutId, out }, shelf) => {
    const { medium } = step(shelf, carryOutId, (c) => ({ ...c, out, state: 'out' }))
    if (medium !== null) change(shelf, 'medium', medium, (m) => ({ ...m, state: '持出中' }))
  },
  'carry-out-overdue': ({ carryOutId, at }, shelf) => void step(shelf, carryOutId, (c) => ({ ...c, overdueSince: c.overdueSince ?? at })),
  'carry-out-reminded': ({ carryOutId, reminder }, shelf) => void step(shelf, carryOutId, (c) => ({ ...c, reminders: [...c.reminders, reminder] })),
  'carry-out-erased': ({ carryOutId, erasure }, shelf) => void step(shelf, carryOutId, (c) => ({ ...c, erasure, state: c.state === 'back' ? 'completed' : c.state })),
  'carry-out-returned': ({ carryOutId, returned }, shelf) => {
    const { medium } = step(shelf, carryOutId, (c) => ({ ...c, returned, state: c.eraseAfterUse && c.erasure === null ? 'back' : 'completed' }))
    if (medium !== null) change(shelf, 'medium', medium, (m) => ({ ...m, storagePlace: returned.storagePlace, state: '保管' }))
  },
  'carry-out-lost': ({ carryOutId, lost }, shelf) => void step(shelf, carryOutId, (c) => ({ ...c, lost, state: 'lost' })),
  'alarm-set': ({ alarm }, shelf) => shelf.put('alarm', alarm.contractId, alarm, alarm.contractId),
} satisfies Projectors

const step = (shelf: Shelf, id: string, by: (carryOut: CarryOut) => CarryOut): CarryOut => change(shelf, 'carry-out', id, by, (c) => c.contractId)
