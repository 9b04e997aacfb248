import { sayArticle } from '../articles.ts'
import type { Objection } from '../refusal.ts'
import type { Day } from '../time.ts'
import { wareki } from './dates.ts'
import { sentences } from './objections.ts'

/** The sentence, then the article in brackets where there is one: `…してください。（第11条第4号）`. */
export function sayInJapanese(objection: Objection): string {
  const sentence = (sentences.ja[objection.code] as (facts: unknown) => string)(withDaysAsPeopleReadThem(objection.facts))
  return objection.article === null ? sentence : `${sentence}（${sayArticle(objection.article)}）`
}

/** Facts keep days as machines write them; a sentence says 令和8年12月1日. */
const withDaysAsPeopleReadThem = (facts: object): object =>
  Object.fromEntries(Object.entries(facts).map(([name, fact]: [string, unknown]) => [name, typeof fact === 'string' && /^\d{4}-\d\d-\d\d$/.test(fact) ? wareki(fact as Day) : fact]))
