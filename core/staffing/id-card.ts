import * as z from 'zod'
import { KeptFile } from '../kept-file.ts'
import { PersonId } from '../people/person.ts'
import { CityRef, Lines, Name, Path, Text } from '../text.ts'
import { Day, Instant } from '../time.ts'

export const CardId = z.string().min(1).max(64).brand<'CardId'>()
export type CardId = z.infer<typeof CardId>

/** 庁舎入退: a visit to city hall under this card (Art. 6②). */
export const Visit = z.object({ id: z.string(), on: Day, place: Name, purpose: Text, cameAt: Instant, leftAt: Instant.nullable() })
export type Visit = z.infer<typeof Visit>

/** 証明書（身分証） (F-06, Art. 6②): issued by the company, carried at all times inside city hall. */
export const IdCard = z.object({
  id: CardId,
  no: Name,
  personId: PersonId,
  companyName: Name,
  issuedOn: Day,
  /** null: until it is given back. */
  validTo: Day.nullable(),
  state: z.enum(['発行', '返却', '紛失']),
  returnedOn: Day.nullable(),
  lost: z.object({ on: Day, circumstances: Lines, cityRef: Text }).nullable(),
  visits: z.array(Visit),
  /** 顔写真. */
  photo: KeptFile.optional(),
})
export type IdCard = z.infer<typeof IdCard>

export const IssueCard = IdCard.pick({ no: true, personId: true, issuedOn: true, validTo: true })
export const OfCard = z.object({ cardId: CardId })
export const KeepPhoto = OfCard.extend({ path: Path })
export const ReturnCard = z.object({ cardId: CardId, on: Day })
/** `cityRef`: the city's number for our notice of the loss; '' where it has not been told yet. */
export const LoseCard = z.object({ cardId: CardId, on: Day, circumstances: Lines.refine((s) => s.length > 0, { error: 'empty' }), cityRef: Text })
export const ReportLostCard = z.object({ cardId: CardId, cityRef: CityRef })
export const RecordVisit = z.object({ cardId: CardId, place: Name, purpose: Text, cameAt: Instant, leftAt: Instant.nullable() })
