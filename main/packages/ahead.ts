/** Does `work` on items in parallel, at most `depth` at a time, and hands the results over in the order of the items. */
export async function* ahead<T, R>(items: Iterable<T> | AsyncIterable<T>, depth: number, work: (item: T) => Promise<R>): AsyncGenerator<R> {
  const running: Promise<R>[] = []
  try {
    for await (const item of items) {
      const result = work(item)
      // Looked at later, in order; until then a failure must not count as unhandled.
      result.catch(() => {})
      running.push(result)
      if (running.length >= depth) yield await running.shift()!
    }
    while (running.length > 0) yield await running.shift()!
  } finally {
    await Promise.allSettled(running)
  }
}
