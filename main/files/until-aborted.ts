/** Passes a source on, but a source that falls silent (a dead network drive) cannot hold a cancel back. Throws the signal's reason. */
export async function* untilAborted<T>(source: AsyncIterable<T> | Iterable<T>, signal: AbortSignal): AsyncGenerator<T> {
  const steps = Symbol.asyncIterator in source ? source[Symbol.asyncIterator]() : source[Symbol.iterator]()
  let tell = (): void => {}
  const aborted = new Promise<never>((_, reject) => {
    tell = () => reject(signal.reason instanceof Error ? signal.reason : new DOMException('cancelled', 'AbortError'))
    signal.addEventListener('abort', tell, { once: true })
  })
  aborted.catch(() => {})
  let ended = false
  try {
    for (;;) {
      signal.throwIfAborted()
      const step = await Promise.race([steps.next(), aborted])
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
