/** What failed first among several acts, and on which thing. */
export interface Failure<T> { on: T; error: unknown }

/**
 * Does the same to each thing, a few at a time, and answers the results in order. After the first failure nothing new is
 * begun and what is under way is called off through `signal`; it is waited for before the failure is answered.
 */
export async function sideBySide<T, R>(things: readonly T[], atOnce: number, act: (thing: T, signal: AbortSignal) => Promise<R>): Promise<{ results: R[] } | { failure: Failure<T>; results: R[] }> {
  const results: R[] = []
  const callOff = new AbortController()
  const queue = things.entries()
  let failure: Failure<T> | null = null

  async function worker(): Promise<void> {
    for (const [place, on] of queue) {
      if (callOff.signal.aborted) return
      try {
        results[place] = await act(on, callOff.signal)
      } catch (error) {
        failure ??= { on, error }
        callOff.abort()
      }
    }
  }
  await Promise.all(Array.from({ length: Math.min(atOnce, things.length) }, worker))
  // Holes are where nothing came of it.
  const done = results.filter(() => true)
  return failure ? { failure, results: done } : { results: done }
}
