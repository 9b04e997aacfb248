import type { ArticleRef } from './articles.ts'
import type { KnownObjections } from './words/objections.ts'

export type Code = keyof KnownObjections
export type RuleNo = `R-${number}`

/**
 * One reason why something cannot be done. `article` and `rule` are null only for failures of the world
 * (a full disk, a wrong password) on which the specification is silent. `facts` fill the sentence of `words/ja.ts`.
 */
export type Objection<C extends Code = Code> = { [K in C]: { code: K; article: ArticleRef | null; rule: RuleNo | null; facts: KnownObjections[K] } }[C]

/** Thrown by use-cases; everything else that is thrown is a bug. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  readonly objections: readonly Objection[]

  constructor(objections: readonly Objection[]) {
    super(objections.map((o) => `${o.code}${o.article === null ? '' : ` (article ${o.article})`}`).join(', '))
    this.objections = objections
  }
}

/** Refuses with every objection at once: nobody likes to be refused three times for three reasons. */
export function refuseIfAny(objections: readonly Objection[]): void {
  if (objections.length > 0) throw new Refusal(objections)
}

/** An objection that stands on no article: the world failed, or there is nothing of that name. */
export function worldly<C extends Code>(code: C, facts: KnownObjections[C]): Objection<C> {
  return { code, article: null, rule: null, facts } as Objection<C>
}

/** The common case of one objection, ready to be thrown. */
export function refusal<C extends Code>(code: C, article: ArticleRef | null, rule: RuleNo | null, facts: KnownObjections[C]): Refusal {
  return new Refusal([{ code, article, rule, facts } as Objection])
}
