import type { ContractOfWork } from '../contracts/contract-of-work.ts'
import type { Reading } from '../ledger/shelf.ts'
import type { Objection } from '../refusal.ts'
import { standingRequest } from '../requests/request.ts'
import { type Day, dayOf, type Instant } from '../time.ts'
import { placesInForceAmong, type Place } from './place.ts'

/**
 * The places of a contract at which information may be handled on a day (Art. 6①): registered, within their period, not refused by
 * the city, and, where the city asked for F-05, handed in by that day. A place that has been changed gives way to its change.
 */
export function placesInForce(reading: Reading, contractId: string, today: Day): Place[] {
  const asked = standingRequest(reading, contractId, 'F-05') !== null
  return placesInForceAmong(reading.list('place', contractId), asked, today)
}

/** The place in force that stands where this one stood: itself, or what it was changed into. */
export function placeNow(reading: Reading, inForce: readonly Place[], placeId: string): Place | null {
  return inForce.find((place) => {
    // A place once named cannot come after itself: every change has an id of its own.
    for (let id: string | null = place.id; id !== null; id = reading.get('place', id)?.replaces ?? null) if (id === placeId) return true
    return false
  }) ?? null
}

/** R-40 (Art. 6①): work cannot start, or go on, without a place in force. */
export function objectionsToPlaces(reading: Reading, contract: ContractOfWork, now: Instant): Objection[] {
  return placesInForce(reading, contract.id, dayOf(now)).length > 0 ? [] : [{ code: 'no-place-in-force', article: '6①', rule: 'R-40', facts: { contractNo: contract.contractNo } }]
}

/** Art. 6①: where the city asked for F-05, a change is handed in before the day from which it holds; the first places, before the work starts. */
export function objectionsToSubmitting(reading: Reading, contract: ContractOfWork, place: Place, on: Day): Objection[] {
  if (!standingRequest(reading, contract.id, 'F-05') || contract.startedAt === null || on < place.useFrom) return []
  return [{ code: 'place-submitted-too-late', article: '6①', rule: null, facts: { place: place.name, useFrom: place.useFrom, on } }]
}
