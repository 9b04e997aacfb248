import * as z from 'zod'

/** Milliseconds since the epoch. Time zones and 令和 live in `words/dates.ts`. */
export const Instant = z.number().int().min(0).max(8.64e15).brand<'Instant'>()
export type Instant = z.infer<typeof Instant>

/** A calendar day in Japan, `2026-12-07`. */
export const Day = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/).brand<'Day'>()
export type Day = z.infer<typeof Day>

export const MINUTE = 60_000
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

const JST = 9 * HOUR

/** The day that a Japanese wall calendar shows at this instant. */
export const dayOf = (at: Instant): Day => isoJst(at).slice(0, 10) as Day

/** ISO 8601 with Japan's offset and seconds: `2026-12-07T10:40:00+09:00`. */
export function isoJst(at: Instant): string {
  const shifted = at + JST
  const days = Math.floor(shifted / DAY)
  const seconds = Math.floor((shifted - days * DAY) / 1000)
  const { year, month, day } = civil(days)
  const two = (n: number) => String(n).padStart(2, '0')
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}T${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}+09:00`
}

/** Reads what `isoJst` wrote, or any ISO instant with an offset. */
export function instantOf(iso: string): Instant {
  const at = Date.parse(iso)
  if (!/T.*(Z|[+-]\d\d:\d\d)$/.test(iso) || Number.isNaN(at)) throw new RangeError(`not an instant with an offset: ${iso}`)
  return at as Instant
}

/** The proleptic Gregorian day of a day number (1970-01-01 is 0): Howard Hinnant's civil_from_days. */
function civil(dayNumber: number): { year: number; month: number; day: number } {
  const z = dayNumber + 719_468
  const era = Math.floor(z / 146_097)
  const dayOfEra = z - era * 146_097
  const yearOfEra = Math.floor((dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365)
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day: dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1 }
}
