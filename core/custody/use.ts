import { contractNamed } from '../contracts/use.ts'
import { look } from '../ledger/record.ts'
import { refusal } from '../refusal.ts'
import type { World } from '../world.ts'
import { chainOf } from './chain.ts'
import type { Chain } from './hop.ts'

/** 流通経路 (Art. 11(9)): one item's way, with its gaps. Reads alone. */
export const chain = (world: World, itemId: string): Promise<Chain> => look(world, (reading) => {
  const item = reading.get('item', itemId)
  if (!item) throw refusal('nothing-found', null, null, { what: 'item', id: itemId })
  return chainOf(reading, contractNamed(reading, item.contractId), item)
})
