import { type Day, dayOf, type Instant, isoJst } from '../time.ts'

const ERAS = [
  { name: '令和', short: 'R', from: '2019-05-01', offset: 2018 },
  { name: '平成', short: 'H', from: '1989-01-08', offset: 1988 },
  { name: '昭和', short: 'S', from: '1926-12-25', offset: 1925 },
] as const

/** `2026-12-07` → `令和8年12月7日`; the first year of an era is 元年. Days before 昭和 stay in the Gregorian calendar. */
export function wareki(day: Day): string {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  const era = ERAS.find(({ from }) => day >= from)
  if (!era) return `${year}年${month}月${date}日`
  return `${era.name}${year - era.offset === 1 ? '元' : year - era.offset}年${month}月${date}日`
}

/** `R8` for a day of 令和8年: the year as numbers of documents carry it. */
export function eraYear(day: Day): string {
  const era = ERAS.find(({ from }) => day >= from)
  return era ? `${era.short}${Number(day.slice(0, 4)) - era.offset}` : day.slice(0, 4)
}

/** The Japanese fiscal year's era year, which begins in April: `2027-03-10` → `R8`. */
export function fiscalEraYear(day: Day): string {
  const year = Number(day.slice(0, 4)) - (day.slice(5, 7) < '04' ? 1 : 0)
  return eraYear(`${year}-12-31` as Day)
}

/** `令和8年12月7日 10時05分`, as Japanese wall clocks show it. */
export function warekiTime(at: Instant): string {
  return `${wareki(dayOf(at))} ${Number(isoJst(at).slice(11, 13))}時${isoJst(at).slice(14, 16)}分`
}
