import { Item } from '../../handovers/item.ts'
import { change } from './change.ts'
import type { Projectors } from './projectors.ts'

/** What came in (Art. 14). */
export const handovers = {
  'handover-designated': ({ handover }, shelf) => shelf.put('handover', handover.id, handover, handover.contractId),
  'receiving-begun': ({ handoverId }, shelf, { at }) => shelf.put('question', handoverId, { id: handoverId, kind: 'receiving', subject: handoverId, at }),
  'receiving-abandoned': ({ handoverId }, shelf) => shelf.drop('question', handoverId),
  'receiving-ended': ({ handover, items }, shelf) => {
    shelf.drop('question', handover.id)
    // What differed stays in the vault, out of use, until its end is decided (Art. 15).
    for (const earlier of shelf.list('item', handover.id)) shelf.put('item', earlier.id, { ...earlier, state: 'replaced' }, `replaced:${handover.contractId}`)
    shelf.put('handover', handover.id, handover, handover.contractId)
    // Read as it is read today: older entries do not know how an item ends.
    for (const item of items) shelf.put('item', item.id, Item.parse(item), handover.id)
  },
  'difference-noted': ({ handoverId, note }, shelf) =>
    change(shelf, 'handover', handoverId, (h) => ({ ...h, differenceNote: note, state: 'checked' }), (h) => h.contractId),
} satisfies Projectors
