import type { Item } from '../handovers/item.ts'
import type { Reading } from '../ledger/shelf.ts'
import type { Package } from '../packages/package.ts'
import type { MediumNo } from './medium.ts'

/**
 * What came on a medium, and what was written to it or sent on it: an upper bound, said as such, because what was erased in between is known only to its
 * certificate. `loose`: items that came on it, whoever sealed them before; `items`: those and what lies in the packages.
 */
export function knownOn(reading: Reading, no: MediumNo, contractId?: string): { sealed: Package[]; loose: Item[]; items: Item[] } {
  const of = (one: { contractId: string }): boolean => contractId === undefined || one.contractId === contractId
  const sent = reading.list('mailing').filter(({ medium }) => medium === no).flatMap((mailing) => mailing.packages)
  const written = reading.list('writing').filter(({ medium, state }) => medium === no && state === 'written').map(({ packageId }) => packageId)
  const sealed = [...new Set([...sent, ...written])].flatMap((id) => reading.get('package', id) ?? []).filter(of)
  const loose = reading.list('handover').filter(({ medium }) => medium === no).flatMap(({ id }) => reading.list('item', id)).filter(of)
  const inside = sealed.flatMap(({ itemIds }) => itemIds.flatMap((id) => reading.get('item', id) ?? []))
  return { sealed, loose, items: [...new Map([...loose, ...inside].map((item) => [item.id, item])).values()] }
}

/** Records, where every item was counted; null where one was not. */
export function recordsOf(items: readonly Item[]): number | null {
  const counts = items.map(({ count }) => count)
  return counts.every((count) => count !== null) ? counts.reduce((sum, count) => sum + count, 0) : null
}
