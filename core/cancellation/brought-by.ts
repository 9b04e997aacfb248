import type { Reading } from '../ledger/shelf.ts'

/** The hand-overs by which came whatever an order is about: items, and the packages, parcels, mails, carry-outs, copies, faxes and provisions that hold them. */
export function broughtBy(order: unknown, reading: Reading): ReadonlySet<string> {
  if (typeof order !== 'object' || order === null) return new Set()
  return new Set(Object.entries(order).flatMap(([field, value]) => {
    const ids = (Array.isArray(value) ? value : [value]).filter((id): id is string => typeof id === 'string')
    return ids.flatMap((id) => (field === 'handoverId' ? [id] : itemsOf(field, id, reading).flatMap((item) => reading.get('item', item)?.handoverId ?? [])))
  }))
}

function itemsOf(field: string, id: string, reading: Reading): readonly string[] {
  const packed = (ids: readonly string[] = []): string[] => ids.flatMap((one) => reading.get('package', one)?.itemIds ?? [])
  switch (field) {
    case 'itemId': case 'itemIds': return [id]
    case 'package': case 'packageId': case 'packages': return packed([id])
    case 'mailingId': return packed(reading.get('mailing', id)?.packages)
    case 'mailId': return packed(reading.get('mail', id) ? [reading.get('mail', id)?.package ?? ''] : [])
    case 'carryOutId': return packed(reading.get('carry-out', id)?.packages)
    case 'copyId': { const copy = reading.get('copy', id); return copy ? [copy.itemId] : [] }
    case 'faxId': return reading.get('fax', id)?.itemIds ?? []
    case 'provisionId': return reading.get('provision', id)?.itemIds ?? []
    default: return []
  }
}
