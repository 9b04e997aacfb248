import type { ContractOfWork } from '../contracts/contract-of-work.ts'
import { type Day, dayOf, type Instant } from '../time.ts'
import { eraYear, fiscalEraYear, wareki } from '../words/dates.ts'

/** `ひ-R8-001`, as the scenario's office numbers its letters. */
export const DEFAULT_PATTERN = '{prefix}-{year}-{seq:3}'

export interface NumberFacts { readonly prefix: string; readonly contract: Pick<ContractOfWork, 'shortNo'>; readonly form: string; readonly now: Instant }

/** What is wrong with a pattern, for its objection; null when it can number documents. */
export function troubleWith(pattern: string): 'seq' | 'unknown' | 'characters' | 'length' | 'reserved' | null {
  // What receipts, certificates, notices and acknowledgements are numbered by.
  if (/^[AENC]-/i.test(pattern)) return 'reserved'
  const counts = [...pattern.matchAll(/\{seq:[1-6]\}/g)]
  if (counts.length !== 1 || /[0-9{]/.test(pattern.slice((counts[0]?.index ?? 0) + 7)) || /[0-9]$|\}$/.test(pattern.slice(0, counts[0]?.index ?? 0))) return 'seq'
  const left = pattern.replace(/\{(seq:[1-6]|prefix|contract|form|year|fiscal|era|eraFiscal)\}/g, '')
  if (/[{}]/.test(left)) return 'unknown'
  // A number names files, on Windows too.
  // eslint-disable-next-line no-control-regex
  if (/[\\/:*?"<>|\u0000-\u001f\p{Cf}\p{Surrogate}\s]/u.test(left) || /^[.]|[.]$/.test(pattern)) return 'characters'
  return new TextEncoder().encode(left).length > 24 ? 'length' : null
}

/** The number with `#` in place of what is counted: documents that share it are one series. */
export function seriesOf(pattern: string, { prefix, contract, form, now }: NumberFacts): string {
  const day = dayOf(now)
  const words: Readonly<Record<string, string>> = { prefix, contract: contract.shortNo, form, year: eraYear(day), fiscal: fiscalEraYear(day), era: wordOfYear(day), eraFiscal: `${wordOfYear(fiscalYearEnd(day))}度` }
  return pattern.replace(/\{(prefix|contract|form|year|fiscal|era|eraFiscal)\}/g, (_, name: string) => words[name] ?? '').replace(/\{seq:[1-6]\}/, '#')
}

/** The number after so many of a series. */
export function numberAfter(last: number, pattern: string, facts: NumberFacts): string {
  const digits = Number(/\{seq:([1-6])\}/.exec(pattern)?.[1] ?? 3)
  return seriesOf(pattern, facts).replace('#', String(last + 1).padStart(digits, '0'))
}

/** The series that a given number belongs to: its last digits are what is counted. */
export const seriesIn = (docNo: string): string => `no:${docNo.replace(/\d+(?=\D*$)/, '#')}`

/** `令和8年` of a day, as registers of cities count: `{era}第{seq:3}号` gives 令和8年第001号. */
const wordOfYear = (day: Day): string => /^.*?年/u.exec(wareki(day))?.[0] ?? ''
/** The last day of the calendar year in which the fiscal year of a day began. */
const fiscalYearEnd = (day: Day): Day => `${Number(day.slice(0, 4)) - (day.slice(5, 7) < '04' ? 1 : 0)}-12-31` as Day
