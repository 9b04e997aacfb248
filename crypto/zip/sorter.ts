import type { OpenSpill, Spill } from './pages.ts'
import { type Form, Roll } from './roll.ts'

const RUN_LETTERS = 1 << 20

/**
 * Puts lines in order without holding them all: sorted stretches ("runs") go to a spill and are merged when read.
 * What comes in order already makes one single run; what fits in memory touches no spill. Equal lines keep the order in which they came.
 */
export class Sorter<T> {
  readonly #openSpill: OpenSpill
  readonly #form: Form<T>
  readonly #compare: (a: T, b: T) => number
  readonly #runs: { roll: Roll<T>; last: T }[] = []
  #spill: Spill | undefined
  #pending: { value: T; text: string }[] = []
  #letters = 0

  constructor(openSpill: OpenSpill, form: Form<T>, compare: (a: T, b: T) => number) {
    this.#openSpill = openSpill
    this.#form = form
    this.#compare = compare
  }

  async add(value: T): Promise<void> {
    const text = this.#form.write(value)
    this.#pending.push({ value, text })
    this.#letters += text.length
    if (this.#letters >= RUN_LETTERS) await this.#endRun()
  }

  /** All of them in order, once. */
  async *inOrder(): AsyncGenerator<T> {
    try {
      if (this.#runs.length === 0) for (const { value } of this.#sorted()) yield value
      else {
        await this.#endRun()
        yield* merged(this.#runs.map(({ roll }) => roll), this.#compare)
      }
    } finally {
      await this.#spill?.close()
    }
  }

  async #endRun(): Promise<void> {
    const sorted = this.#sorted()
    const first = sorted[0]
    const last = sorted.at(-1)
    if (!first || !last) return
    let run = this.#runs.at(-1)
    if (!run || this.#compare(run.last, first.value) > 0) {
      const spill = this.#spill ??= this.#openSpill()
      run = { roll: new Roll(() => spill, this.#form, 0), last: last.value }
      this.#runs.push(run)
    }
    for (const { text } of sorted) await run.roll.addText(text)
    run.last = last.value
    this.#pending = []
    this.#letters = 0
  }

  #sorted(): { value: T; text: string }[] {
    return this.#pending.sort((a, b) => this.#compare(a.value, b.value))
  }
}

interface Head<T> { value: T; rank: number; rest: AsyncIterator<T> }

/** The heads of all runs stand in a heap; the least is always on top. */
async function* merged<T>(runs: Roll<T>[], compare: (a: T, b: T) => number): AsyncGenerator<T> {
  const heap: Head<T>[] = []
  const before = (a: Head<T>, b: Head<T>): boolean => (compare(a.value, b.value) || a.rank - b.rank) < 0
  for (const [rank, run] of runs.entries()) {
    const rest = run[Symbol.asyncIterator]()
    const first = await rest.next()
    if (first.done !== true) heap.push({ value: first.value, rank, rest })
  }
  for (let at = heap.length - 1; at >= 0; at--) sink(heap, at, before)
  for (let top = heap[0]; top; top = heap[0]) {
    yield top.value
    const next = await top.rest.next()
    if (next.done !== true) top.value = next.value
    else {
      const last = heap.pop()!
      if (heap.length > 0) heap[0] = last
    }
    sink(heap, 0, before)
  }
}

function sink<T>(heap: T[], from: number, before: (a: T, b: T) => boolean): void {
  for (let at = from; ;) {
    let least = at
    for (const child of [2 * at + 1, 2 * at + 2]) if (child < heap.length && before(heap[child]!, heap[least]!)) least = child
    if (least === at) return
    const moved = heap[at]!
    heap[at] = heap[least]!
    heap[least] = moved
    at = least
  }
}
