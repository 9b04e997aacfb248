import { type Day, Day as DayShape, dayOf, type Instant, isoJst } from '../../core/time.ts'

/** The newest of several days; null of none. */
export const newest = (days: readonly (Day | null)[]): Day | null => days.filter((day) => day !== null).sort().at(-1) ?? null

/** A calendar day that exists, of numbers that a tool printed. */
export function dayFrom(year: number, month: number, day: number): Day | null {
  const text = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
  const at = Date.parse(`${text}T00:00:00Z`)
  return year >= 1990 && year < 2200 && DayShape.safeParse(text).success && new Date(at).toISOString().startsWith(text) ? (text as Day) : null
}

/** The day in Japan of an instant in milliseconds. */
export const dayAt = (milliseconds: number): Day | null =>
  Number.isFinite(milliseconds) && milliseconds > 631_152_000_000 && milliseconds < 7_258_118_400_000 ? dayOf(Math.trunc(milliseconds) as Instant) : null

/** What ISO 8601 says with its offset, as a day in Japan; null for anything else. */
export function dayOfIso(text: string): Day | null {
  return /^\d{4}-\d\d-\d\dT.*(Z|[+-]\d\d:?\d\d)$/.test(text) ? dayAt(Date.parse(text)) : null
}

/** Whether a day is not yet, by this machine's clock: a tool that says so is not believed. */
export const isToCome = (day: Day, now: number): boolean => day > isoJst(now as Instant).slice(0, 10)
