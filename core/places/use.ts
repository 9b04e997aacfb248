import type * as z from 'zod'
import type { ContractId } from '../contracts/contract-of-work.ts'
import { activeContract, contractNamed } from '../contracts/use.ts'
import type { EntryBody } from '../ledger/entry.ts'
import { look, record } from '../ledger/record.ts'
import type { Reading } from '../ledger/shelf.ts'
import { type Objection, refusal, refuseIfAny } from '../refusal.ts'
import { dayOf } from '../time.ts'
import type { Act } from '../words/terms.ts'
import type { World } from '../world.ts'
import type { ChangePlace, DecidePlace, Place, PlaceFacts, PlaceId, RegisterPlace, RetirePlace, SubmitPlaces } from './place.ts'
import { objectionsToSubmitting } from './rules.ts'

/** 作業場所の登録 (Art. 6①, F-05). Usable in its period; where the city asked for F-05, once it has been handed in. */
export async function registerPlace(world: World, { contractId, ...facts }: z.output<typeof RegisterPlace>): Promise<Place> {
  const place = newPlace(world, contractId, facts, null)
  return record(world, (reading) => {
    activeContract(reading, contractId)
    return { entries: [{ type: 'place-registered', data: { place } }], answer: () => place }
  })
}

/** 変更: the place as it will be from `useFrom`. The old one stays in force until the new one is. */
export async function changePlace(world: World, { placeId, reason, ...facts }: z.output<typeof ChangePlace>): Promise<Place> {
  const id = world.newId() as PlaceId
  return record(world, (reading) => {
    const old = placeNamed(reading, placeId)
    activeContract(reading, old.contractId)
    refuseIfAny([
      ...objectionsToRetired(old),
      ...reading.list('place', old.contractId).filter(({ replaces, state }) => replaces === placeId && state !== '廃止' && state !== '不承認')
        .map(({ name }): Objection => ({ code: 'place-changed-already', article: '6①', rule: null, facts: { place: name } })),
    ])
    const place = { ...newPlace(world, old.contractId, facts, placeId), id, changeReason: reason }
    return { entries: [{ type: 'place-registered', data: { place } }], answer: () => place }
  })
}

/** 提出: F-05 is with the city. A change has to be handed in before the day from which it holds; what the city has answered is changed, not handed in again. */
export async function submitPlaces(world: World, { placeIds, on, docNo }: z.output<typeof SubmitPlaces>): Promise<Place[]> {
  return record(world, (reading) => {
    const places = placeIds.map((id) => placeNamed(reading, id))
    refuseIfAny([
      ...(on > dayOf(world.now()) ? [{ code: 'time-in-future', article: '6①', rule: null, facts: { what: 'submitted' } } as const] : []),
      ...places.flatMap((place) => [...objectionsToRetired(place), ...objectionsToDecided(place, 'submit'), ...objectionsToSubmitting(reading, activeContract(reading, place.contractId), place, on)]),
    ])
    return { entries: [{ type: 'places-submitted', data: { placeIds, on, docNo } }], answer: (after) => placeIds.map((id) => placeNamed(after, id)) }
  })
}

/** 承認 or 不承認 by the city, with its number: once. Whoever wants another answer changes the place. */
export const decidePlace = (world: World, { placeId, ...decided }: z.output<typeof DecidePlace>): Promise<Place> =>
  record(world, (reading) => ({ entries: [placeDecision(world, reading, placeId, decided)], answer: (after) => placeNamed(after, placeId) }))

/** The same as an entry, for an answer that decides several places at once. */
export function placeDecision(world: World, reading: Reading, placeId: PlaceId, decided: NonNullable<Place['decided']>): EntryBody {
  const place = placeNamed(reading, placeId)
  activeContract(reading, place.contractId)
  if (place.submitted === null) throw refusal('place-not-submitted', '6①', null, { place: place.name })
  refuseIfAny([
    ...objectionsToRetired(place),
    ...objectionsToDecided(place, 'record-decision'),
    ...(decided.on > dayOf(world.now()) ? [{ code: 'time-in-future', article: '6①', rule: null, facts: { what: 'decided' } } as const] : []),
    ...(decided.on < place.submitted.on ? [{ code: 'before-its-time', article: '6①', rule: null, facts: { what: 'decided', earlier: 'submitted' } } as const] : []),
  ])
  return { type: 'place-decided', data: { placeId, decided } }
}

/** 廃止. What was handled there stays written. */
export async function retirePlace(world: World, { placeId, ...retired }: z.output<typeof RetirePlace>): Promise<Place> {
  return record(world, (reading) => {
    refuseIfAny(objectionsToRetired(placeNamed(reading, placeId)))
    return { entries: [{ type: 'place-retired', data: { placeId, retired } }], answer: (after) => placeNamed(after, placeId) }
  })
}

export const listPlaces = (world: World, contractId: string): Promise<Place[]> => look(world, (reading) => {
  contractNamed(reading, contractId)
  return reading.list('place', contractId).sort((a, b) => a.registeredAt - b.registeredAt)
})

/** The place, or a refusal. */
export function placeNamed(reading: Reading, id: string): Place {
  const place = reading.get('place', id)
  if (!place) throw refusal('nothing-found', null, null, { what: 'place', id })
  return place
}

function objectionsToRetired({ state, name }: Place): Objection[] {
  return state === '廃止' ? [{ code: 'place-retired', article: '6①', rule: null, facts: { place: name } }] : []
}

function objectionsToDecided({ decided, state }: Place, act: Act): Objection[] {
  return decided && state !== '廃止' ? [{ code: 'state-does-not-allow', article: '6①', rule: null, facts: { is: state, act } }] : []
}

const newPlace = (world: World, contractId: ContractId, facts: PlaceFacts, replaces: PlaceId | null): Place =>
  ({ ...facts, id: world.newId() as PlaceId, contractId, state: '案', replaces, submitted: null, decided: null, retired: null, registeredAt: world.now() })
