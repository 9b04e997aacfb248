import { sayArticle } from '../articles.ts'
import type { Objection } from '../refusal.ts'
import { sentences } from './objections.ts'

/** The sentence, then the article as the specification writes it, where there is one. */
export function sayInEnglish(objection: Objection): string {
  const sentence = (sentences.en[objection.code] as (facts: unknown) => string)(objection.facts)
  return objection.article === null ? sentence : `${sentence} (${sayArticle(objection.article)})`
}
