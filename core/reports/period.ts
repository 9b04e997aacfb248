import type { ContractOfWork } from '../contracts/contract-of-work.ts'
import { type Day, dayOf, type Instant, instantOf, isoJst } from '../time.ts'
import { wareki } from '../words/dates.ts'

/** What a report speaks of: whole days in Japan, the first and the last of them. */
export interface Period { readonly from: Day; readonly to: Day }

export const periodId = ({ from, to }: Period): string => `${from}/${to}`

/** Reads what `periodId` wrote; null for anything else. */
export function periodOf(id: string): Period | null {
  const [, from, to] = /^(\d{4}-\d\d-\d\d)\/(\d{4}-\d\d-\d\d)$/.exec(id) ?? []
  return from !== undefined && to !== undefined && from <= to ? { from: from as Day, to: to as Day } : null
}

export const sayPeriod = ({ from, to }: Period): string => `${wareki(from)}から${wareki(to)}まで`

export const within = ({ from, to }: Period, at: Instant): boolean => from <= dayOf(at) && dayOf(at) <= to

/**
 * The periods that a contract may be reported on, oldest first: each month from its beginning, the running one up to today, and
 * all of it up to today. Empty before the contract begins.
 */
export function periodsOf(contract: Pick<ContractOfWork, 'periodFrom' | 'periodTo'>, now: Instant): Period[] {
  const today = dayOf(now)
  const last = today < contract.periodTo ? today : contract.periodTo
  const months: Period[] = []
  for (let from = contract.periodFrom; from <= last; from = dayAfter(endOfMonth(from))) {
    const end = endOfMonth(from)
    months.push({ from, to: end < last ? end : last })
  }
  const [first] = months
  return first && months.length > 1 ? [...months, { from: first.from, to: last }] : months
}

export const dayAfter = (day: Day): Day => dayOf((instantOf(`${day}T12:00:00+09:00`) + 24 * 3_600_000) as Instant)

/** The last day of a day's month. */
export function endOfMonth(day: Day): Day {
  const [year = 0, month = 0] = day.split('-').map(Number)
  return isoJst(Date.UTC(year, month, 0) as Instant).slice(0, 10) as Day
}
