/** The threads that do reading and writing for Node are four; more at once gained nothing when it was measured. */
export const LANES = 4

/** Where the work stands: everything before `reached` is done with. */
export interface Standing { reached: number }

/**
 * Takes step by step, four at once, in the order of their offsets. When one throws, none begins any more, those under way are waited for, and the first
 * thing thrown is thrown on. `standing.reached` is then the offset of the first step that was not ended.
 */
export async function fourAtOnce<Step extends { offset: number; length: number }>(steps: Iterator<Step>, standing: Standing, take: (step: Step, lane: number) => Promise<void>): Promise<void> {
  const under: (number | null)[] = Array.from({ length: LANES }, () => null)
  let next = standing.reached
  let thrown: { error: unknown } | null = null
  const note = () => { standing.reached = Math.min(next, ...under.filter((offset) => offset !== null)) }

  const lane = async (n: number): Promise<void> => {
    while (thrown === null) {
      const step = steps.next()
      if (step.done === true) return
      under[n] = step.value.offset
      next = step.value.offset + step.value.length
      note()
      try {
        await take(step.value, n)
      } catch (error) {
        thrown ??= { error }
        return
      }
      under[n] = null
      note()
    }
  }
  await Promise.all(under.map((_, n) => lane(n)))
  // Set inside the lanes, which the compiler does not follow.
  const first = thrown as { error: unknown } | null
  if (first) throw first.error
}
