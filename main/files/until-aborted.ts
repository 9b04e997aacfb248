/**
 * Passes a source on, but a source that falls silent (a dead network drive) cannot hold a cancel back. Throws the signal's reason.
 * Holds one piece at a time: `Promise.race` with one promise for the whole stream would hang a reaction on it for every piece, and keep each until the end.
 */
export async function* untilAborted<T>(source: AsyncIterable<T> | Iterable<T>, signal: AbortSignal): AsyncGenerator<T> {
  const steps = Symbol.asyncIterator in source ? source[Symbol.asyncIterator]() : source[Symbol.iterator]()
  let giveUp: ((reason: Error) => void) | null = null
  const tell = (): void => giveUp?.(signal.reason instanceof Error ? signal.reason : new DOMException('cancelled', 'AbortError'))
  const next = (): Promise<IteratorResult<T>> => new Promise((resolve, reject) => {
    giveUp = reject
    Promise.resolve(steps.next()).then(resolve, reject)
  })
  signal.addEventListener('abort', tell, { once: true })
  let ended = false
  try {
    for (;;) {
      signal.throwIfAborted()
      const step = await next()
      giveUp = null
      if (step.done === true) {
        ended = true
        return
      }
      yield step.value
    }
  } finally {
    signal.removeEventListener('abort', tell)
    // Not awaited: a generator that is stuck inside next() would never answer return().
    if (!ended) void Promise.resolve(steps.return?.()).catch(() => {})
  }
}
