import * as z from 'zod'
import { ContractId } from '../contracts/contract-of-work.ts'
import { MediumNo } from '../media/medium.ts'
import { Exception, ExceptionOrder } from '../people/exception.ts'
import { PersonId } from '../people/person.ts'
import { CityRef, Lines, Name, Path, Sha256, Text } from '../text.ts'
import { Day, Instant } from '../time.ts'
import { Item, ItemWords } from './item.ts'

export const HandoverId = z.string().min(1).max(64).brand<'HandoverId'>()
export type HandoverId = z.infer<typeof HandoverId>

export const Means = z.enum(['手渡し', '書留', '簡易書留', 'セキュリティ便', '電子メール', 'ファイル交換', 'その他'])
export type Means = z.infer<typeof Means>

/** Art. 14: means, date-time and place. */
export const Circumstances = z.object({ means: Means, at: Instant, place: Name })
export type Circumstances = z.infer<typeof Circumstances>

/** A line of the city's list of what it hands over; what the city left out is null and is not compared. */
export const ListedFile = z.object({ name: z.string().min(1).max(1000), size: z.number().int().nonnegative().nullable(), sha256: Sha256.nullable(), count: z.number().int().nonnegative().nullable() })
export type ListedFile = z.infer<typeof ListedFile>

/** a difference between the city's list and what arrived. */
export const Difference = z.object({ name: z.string(), kind: z.enum(['missing', 'unlisted', 'size', 'sha256', 'count']), listed: z.string(), found: z.string() })
export type Difference = z.infer<typeof Difference>

/** Art. 11(10)カ: the check of the medium on connection. */
export const VirusCheck = z.object({ at: Instant, scanner: Name, pattern: Text, result: z.enum(['clean', 'infected']), attested: z.boolean() })
export type VirusCheck = z.infer<typeof VirusCheck>

export const Handover = z.object({
  id: HandoverId,
  contractId: ContractId,
  designated: Circumstances,
  designatedBy: Name,
  cityList: z.array(ListedFile),
  purpose: Name,
  /** Filled in when it happens. */
  actual: Circumstances.nullable(),
  deliveredBy: Text,
  receivedBy: PersonId.nullable(),
  medium: MediumNo.nullable(),
  virusCheck: VirusCheck.nullable(),
  storagePlace: Text,
  returnDueOn: Day.nullable(),
  returnConditions: Text,
  remarks: Lines,
  exception: Exception.nullable(),
  differences: z.array(Difference),
  differenceNote: z.object({ note: Lines, cityRef: CityRef, by: PersonId, at: Instant }).nullable(),
  itemCount: z.number().int(),
  totalBytes: z.number().int(),
  state: z.enum(['designated', 'differs', 'checked', 'receipted']),
  receiptNo: z.string().nullable(),
})
export type Handover = z.infer<typeof Handover>

export const Designate = Handover.pick({ contractId: true, designated: true, designatedBy: true, cityList: true, purpose: true })
export type Designate = z.infer<typeof Designate>

/** 受取: where the files lie now, what happened, and the clerk's words for each file (`words` by name; `wordsForAll` for the rest). */
export const Receive = z.object({
  handoverId: HandoverId,
  paths: z.array(Path).min(1).max(10_000),
  actual: Circumstances,
  deliveredBy: Name,
  medium: MediumNo.nullable(),
  virusCheck: VirusCheck.nullable(),
  storagePlace: Name,
  returnDueOn: Day.nullable(),
  returnConditions: Text,
  remarks: Lines,
  wordsForAll: ItemWords.omit({ name: true, count: true }),
  words: z.array(ItemWords).max(100_000),
  exception: ExceptionOrder.nullable(),
})
export type Receive = z.infer<typeof Receive>
/** What a 受取 came to: the hand-over as it now stands (`checked`, or `differs` by R-06) and its items; or called off, with nothing kept. */
export const Received = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('received'), handover: Handover, items: z.array(Item) }),
  z.object({ outcome: z.literal('abandoned') }),
])
export type Received = z.infer<typeof Received>
/** 差異記録: what was agreed with the city about the differences. */
export const NoteDifference = z.object({ handoverId: HandoverId, note: Lines.refine((s) => s.length > 0), cityRef: CityRef })
