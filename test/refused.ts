import { expect } from 'vitest'
import { Refusal, type Objection } from '../core/refusal.ts'

/** The objections that a refused act was met with; fails when it was not refused, or broke. */
export async function refused(act: Promise<unknown>): Promise<readonly Objection[]> {
  const error = await act.then(() => new Error('it was allowed'), (e: unknown) => e)
  expect(error).toBeInstanceOf(Refusal)
  return (error as Refusal).objections
}

/** Rule numbers, in order, of a refused act. */
export const rulesAgainst = async (act: Promise<unknown>): Promise<(string | null)[]> => (await refused(act)).map(({ rule }) => rule)
/** Codes, in order, of a refused act. */
export const codesAgainst = async (act: Promise<unknown>): Promise<string[]> => (await refused(act)).map(({ code }) => code)
