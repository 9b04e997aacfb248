import type { Item } from '../../handovers/item.ts'
import type { Kept, Shelf } from '../shelf.ts'
import { change, count } from './change.ts'
import type { Projectors } from './projectors.ts'

/** How what came in ends, and the contract with it (Art. 15①). */
export const settlement = {
  'items-handed-back': ({ handback }, shelf, { at }) => {
    shelf.put('handback', handback.id, handback, handback.contractId)
    count(shelf, `handback:${handback.contractId}`)
    for (const id of handback.itemIds) endItem(shelf, id, { how: handback.how, at: handback.at ?? at, ref: handback.no })
  },
  'contract-closed': ({ contractId, at, retainUntil }, shelf) => void change(shelf, 'contract', contractId, (c) => ({ ...c, state: 'closed', closed: { at, retainUntil } })),
} satisfies Projectors

/** An item has its end; the first one stands. */
export function endItem(shelf: Shelf, id: string, end: NonNullable<Item['end']>): void {
  const item = shelf.get('item', id)
  if (item && item.end === null) putItem(shelf, { ...item, end })
}

/** The vault holds nothing of an item any more. */
export function leftVault(shelf: Shelf, id: string): void {
  const item = shelf.get('item', id)
  if (item) putItem(shelf, { ...item, blob: null })
}

function putItem(shelf: Shelf, item: Kept['item']): void {
  if (item.state === 'replaced') shelf.put('item', item.id, item, `replaced:${item.contractId}`)
  else shelf.put('item', item.id, { ...item, state: 'settled' }, item.handoverId)
}
