import type { Kept, Kind, Shelf } from '../shelf.ts'

/** For what is only read in the ledger itself. */
export const nothing = (): void => {}

/** Puts a changed thing back; throws when the ledger speaks of something that is not there. */
export function change<K extends Kind>(shelf: Shelf, kind: K, id: string, by: (kept: Kept[K]) => Kept[K], of?: (kept: Kept[K]) => string): Kept[K] {
  const kept = shelf.get(kind, id)
  if (kept === undefined) throw new Error(`the ledger speaks of a ${kind} that is not there: ${id}`)
  const changed = by(kept)
  shelf.put(kind, id, changed, of?.(kept))
  return changed
}

/** One more number of a series has been given out. */
export function count(shelf: Shelf, series: string): void {
  shelf.put('series', series, { last: (shelf.get('series', series)?.last ?? 0) + 1 })
}

export function changePlan(shelf: Shelf, id: string, by: (plan: Kept['plan']) => Kept['plan']): Kept['plan'] {
  return change(shelf, 'plan', id, by, (p) => p.contractId)
}

export const left = (shelf: Shelf, packageId: string) => change(shelf, 'package', packageId, (p) => ({ ...p, state: 'left' }), (p) => p.contractId)
