import type { Kept, Shelf } from '../shelf.ts'
import { change, count, nothing } from './change.ts'
import type { Projectors } from './projectors.ts'

/** Copies and prints (Art. 11(8)). */
export const copies = {
  'copy-requested': ({ copy }, shelf) => {
    shelf.put('copy', copy.id, copy, copy.contractId)
    count(shelf, `copy:${copy.contractId}`)
  },
  'copy-approved': ({ copyId, approved }, shelf) => changed(shelf, copyId, (c) => ({ ...c, approved, state: 'approved' })),
  'copy-declined': ({ copyId }, shelf) => changed(shelf, copyId, (c) => ({ ...c, state: 'declined' })),
  'copy-withdrawn': ({ copyId }, shelf) => changed(shelf, copyId, (c) => ({ ...c, state: 'withdrawn' })),
  'copy-begun': ({ copyId, target }, shelf, { at }) => {
    changed(shelf, copyId, (c) => ({ ...c, target, state: 'making' }))
    const { no = '', itemName = '' } = shelf.get('copy', copyId) ?? {}
    shelf.put('question', copyId, { id: copyId, kind: 'copying', subject: `${no} ${itemName}`, at })
  },
  'copy-made': ({ copyId, made }, shelf) => {
    shelf.drop('question', copyId)
    changed(shelf, copyId, (c) => ({ ...c, made, target: made.path, state: 'in use' }))
  },
  'copy-abandoned': ({ copyId }, shelf) => {
    shelf.drop('question', copyId)
    changed(shelf, copyId, (c) => ({ ...c, target: null, state: 'approved' }))
  },
  'copy-ended': ({ copyId, ended }, shelf) => changed(shelf, copyId, (c) => ({ ...c, ended, state: 'ended' })),
  'print-attempted': nothing,
} satisfies Projectors

function changed(shelf: Shelf, id: string, by: (copy: Kept['copy']) => Kept['copy']): void {
  change(shelf, 'copy', id, by, ({ contractId }) => contractId)
}
