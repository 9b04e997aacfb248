import * as z from 'zod'
import { type NumberFacts, numberAfter, seriesIn, seriesOf, troubleWith } from '../forms/numbering.ts'
import type { Kept, Reading, Shelf } from '../ledger/shelf.ts'
import { look, record } from '../ledger/record.ts'
import { refusal } from '../refusal.ts'
import type { Instant } from '../time.ts'
import type { World } from '../world.ts'

/** 収受番号 of what comes in, 承認番号 of what is answered: two series of a city's office, each with its own pattern. */
export const CityNumberKind = z.enum(['収受', '承認'])
export type CityNumberKind = z.infer<typeof CityNumberKind>

/**
 * How a city numbers, in the words of forms/numbering.ts: `{fiscal}税収{seq:4}` gives R8税収0001. '' : the numbers come from the city's own
 * system of records and are typed.
 */
export const CityNumbering = z.object({ kind: CityNumberKind, pattern: z.string().max(60).transform((pattern) => pattern.normalize('NFC').trim()) })
export type CityNumbering = z.infer<typeof CityNumbering>
export const CityNumberings = z.object({ 収受: z.string(), 承認: z.string() })
export type CityNumberings = z.infer<typeof CityNumberings>

/** A number that has been given, and to what: `of` is the number of the contractor's document. */
export interface CityNumber { kind: CityNumberKind; no: string; of: string }

export const numberings = (world: World): Promise<CityNumberings> => look(world, numberingsOf)

/** 番号の付け方 of one series. Refuses a pattern that cannot count, or that would make names no file may bear. */
export const setNumbering = (world: World, numbering: CityNumbering): Promise<CityNumberings> => record(world, () => {
  const trouble = numbering.pattern === '' ? null : troubleWith(numbering.pattern)
  if (trouble !== null) throw refusal('numbering-unfit', null, null, { pattern: numbering.pattern, why: trouble })
  return { entries: [{ type: 'city-numbering-set', data: numbering }], answer: numberingsOf }
})

/** The number that comes next of a series; null where the office has no pattern, so that it has to be typed. Numbers that were typed and fit the pattern are counted too. */
export function nextNumber(reading: Reading, kind: CityNumberKind, contract: NumberFacts['contract'], now: Instant): string | null {
  const { pattern } = reading.get('city-numbering', kind) ?? { pattern: '' }
  if (pattern === '') return null
  const facts: NumberFacts = { prefix: reading.get('office', 'office')?.organisation.docPrefix ?? '', contract, form: '', now }
  return numberAfter(reading.get('series', seriesKey(kind, seriesOf(pattern, facts)))?.last ?? 0, pattern, facts)
}

/** What has this number already, if that is another document: a number names one thing. */
export function takenBy(reading: Reading, kind: CityNumberKind, no: string, of: string): CityNumber | null {
  const taken = reading.get('city-number', keyOf(kind, no))
  return taken && taken.of !== of ? taken : null
}

/** A projection notes a number that was given, typed or counted. The first document that had it keeps it: one 収受番号 may stand on all papers of one submission. */
export function noteNumber(shelf: Shelf, kind: CityNumberKind, no: string, of: string): void {
  if (no === '') return
  if (!shelf.get('city-number', keyOf(kind, no))) shelf.put('city-number', keyOf(kind, no), { kind, no, of })
  const counted = Number(/(\d{1,9})\D*$/.exec(no)?.[1] ?? 0)
  const series = seriesKey(kind, seriesIn(no).slice('no:'.length))
  shelf.put('series', series, { last: Math.max(counted, shelf.get('series', series)?.last ?? 0) })
}

const keyOf = (kind: CityNumberKind, no: string): string => `${kind}:${no.normalize('NFKC').replace(/\s/g, '')}`
const seriesKey = (kind: CityNumberKind, series: string): string => `city:${kind}:${series}`
const numberingsOf = (reading: Reading): CityNumberings => ({ 収受: patternOf(reading, '収受'), 承認: patternOf(reading, '承認') })
const patternOf = (reading: Reading, kind: CityNumberKind): Kept['city-numbering']['pattern'] => reading.get('city-numbering', kind)?.pattern ?? ''
