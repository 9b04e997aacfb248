import type { Item } from '../handovers/item.ts'
import type { Reading } from '../ledger/shelf.ts'

/** Every item that ever came in under a contract, those that were replaced by the right ones too: what came in has an end. */
export function itemsOfContract(reading: Reading, contractId: string): Item[] {
  return [...reading.list('handover', contractId).flatMap(({ id }) => reading.list('item', id)), ...reading.list('item', `replaced:${contractId}`)]
}
