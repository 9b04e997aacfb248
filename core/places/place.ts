import * as z from 'zod'
import { ContractId } from '../contracts/contract-of-work.ts'
import { CityRef, Name, Text } from '../text.ts'
import { Day, Instant } from '../time.ts'

export const PlaceId = z.string().min(1).max(64).brand<'PlaceId'>()
export type PlaceId = z.infer<typeof PlaceId>

/** What is said of a work location (F-05). */
export const PlaceFacts = z.object({
  name: Name,
  address: Name,
  /** Building and room, 本社3階 第2作業室. */
  room: Name,
  areaSquareMetres: z.number().min(0).max(1e7).nullable(),
  /** 入退室管理: card, key, reception. */
  entryControl: Name,
  /** 施錠保管: cabinet, safe, and who keeps the key. */
  lockStorage: Name,
  /** 使用機器, as far as they are not in the register of devices. */
  devices: Text,
  network: Text,
  useFrom: Day,
  useTo: Day.nullable(),
  /** Inside the city hall the company's identity card is carried at all times (Art. 6②). */
  withinCityHall: z.boolean(),
})
export type PlaceFacts = z.infer<typeof PlaceFacts>

/** 作業場所 (Art. 6①), of one contract: 案 → 提出 → 承認 or 不承認; 廃止 ends any of them. */
export const Place = PlaceFacts.extend({
  id: PlaceId,
  contractId: ContractId,
  state: z.enum(['案', '提出', '承認', '不承認', '廃止']),
  /** The place that this one takes the place of from `useFrom`, where it is a change. */
  replaces: PlaceId.nullable(),
  /** Why it was changed, where it is a change. */
  changeReason: Text.optional(),
  submitted: z.object({ on: Day, docNo: Text }).nullable(),
  decided: z.object({ outcome: z.enum(['承認', '不承認']), cityRef: CityRef, on: Day }).nullable(),
  /** The first day on which it is used no more. */
  retired: z.object({ from: Day, reason: Text }).nullable(),
  registeredAt: Instant,
})
export type Place = z.infer<typeof Place>

const inOrder = ({ useFrom, useTo }: { useFrom: string; useTo: string | null }): boolean => useTo === null || useFrom <= useTo
const reversed = { error: 'period-reversed', path: ['useTo'] }

export const RegisterPlace = PlaceFacts.extend({ contractId: ContractId }).refine(inOrder, reversed)
/** All facts as they will be from `useFrom`; until then the place stays as it is. */
export const ChangePlace = PlaceFacts.extend({ placeId: PlaceId, reason: Name }).refine(inOrder, reversed)
/** 作業場所届出書 (F-05) handed in. */
export const SubmitPlaces = z.object({ placeIds: z.array(PlaceId).min(1).max(100), on: Day, docNo: Text })
export const DecidePlace = z.object({ placeId: PlaceId, outcome: z.enum(['承認', '不承認']), cityRef: CityRef, on: Day })
export const RetirePlace = z.object({ placeId: PlaceId, from: Day, reason: Name })

/** Of all places of a contract those where information may be handled on a day. `asked`: the city asked for F-05. A changed place gives way to its change. */
export function placesInForceAmong(places: readonly Place[], asked: boolean, today: Day): Place[] {
  const usable = places.filter((place) => isUsable(place, asked, today))
  return usable.filter(({ id }) => !usable.some(({ replaces }) => replaces === id))
}

function isUsable({ useFrom, useTo, retired, decided, submitted }: Place, asked: boolean, today: Day): boolean {
  const inPeriod = useFrom <= today && (useTo === null || today <= useTo) && (retired === null || today < retired.from)
  return inPeriod && decided?.outcome !== '不承認' && (!asked || (submitted !== null && submitted.on <= today))
}
