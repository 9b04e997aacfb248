/** Calls `then` after so many milliseconds, unless the function it returns was called before. The core has no clock of its own. */
export type After = (milliseconds: number, then: () => void) => () => void

/** Lets some of many values through. */
export interface Sluice<T> {
  offer(value: T): void
  /** Lets through what waits, at once; afterwards nothing passes any more. */
  close(): void
}

/**
 * A progress bar needs ten figures a second, and a wipe makes a thousand. The first passes at once, then one in each
 * `interval` (ms), always the newest; the newest of all is never lost, however quiet it becomes afterwards.
 */
export function sluice<T>(interval: number, after: After, pass: (value: T) => void): Sluice<T> {
  let waiting: { value: T } | undefined
  let cancelRest: (() => void) | undefined
  let closed = false

  return {
    offer(value) {
      if (closed) return
      waiting = { value }
      if (cancelRest === undefined) release()
    },
    close() {
      closed = true
      cancelRest?.()
      if (waiting) pass(waiting.value)
      waiting = undefined
    },
  }

  function release(): void {
    cancelRest = undefined
    if (waiting === undefined) return
    const { value } = waiting
    waiting = undefined
    cancelRest = after(interval, release)
    pass(value)
  }
}
