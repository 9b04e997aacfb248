export type WipeProblemCode =
  'target-missing' | 'target-busy' | 'target-read-only' | 'target-forbidden' | 'target-empty' | 'target-not-a-medium' | 'target-unreadable' | 'not-an-image' | 'not-on-this-platform' | 'seed-missing' | 'seed-unfit' | 'seed-unwritable'

/** Why a run cannot begin. Nothing has been written. */
export class WipeProblem extends Error {
  override readonly name = 'WipeProblem'
  readonly code: WipeProblemCode
  readonly facts: Readonly<Record<string, string>>

  constructor(code: WipeProblemCode, facts: Readonly<Record<string, string>> = {}, options?: ErrorOptions) {
    super(`${code} ${JSON.stringify(facts)}`, options)
    this.code = code
    this.facts = facts
  }
}
