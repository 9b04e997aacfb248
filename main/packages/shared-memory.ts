import { BENCH_BYTES } from '../../crypto/zip/counter-bench.ts'
import { PAGE_BYTES, sharedPages, type SharedPages } from '../../crypto/zip/assembly.ts'

/** More threads than this are never hired. */
export const MOST_THREADS = 16

/**
 * A stock of equal pieces of memory that every thread sees, so that bytes are handed on without being copied, and used again, so
 * that the system need not find fresh pages for each. They begin at a page, as uncached reading requires.
 */
export class SlotStock {
  readonly #free: Uint8Array[]
  readonly #waiting: ((slot: Uint8Array) => void)[] = []

  readonly #bytes: number
  readonly memory: SharedPages
  /** Where the benches begin. */
  readonly benchesAt: number

  constructor(count: number, bytes: number) {
    this.#bytes = bytes
    const slotBytes = Math.ceil(bytes / PAGE_BYTES) * PAGE_BYTES
    this.benchesAt = slotBytes * count
    this.memory = sharedPages((this.benchesAt + MOST_THREADS * BENCH_BYTES) / PAGE_BYTES)
    this.#free = Array.from({ length: count }, (_, i) => new Uint8Array(this.memory.buffer, i * slotBytes, bytes))
  }

  /** Whether bytes lie in one of the slots. */
  holds(bytes: Uint8Array): boolean {
    return bytes.buffer === this.memory.buffer
  }

  /** A free slot, as soon as there is one. */
  async take(): Promise<Uint8Array> {
    return this.#free.pop() ?? new Promise((resolve) => { this.#waiting.push(resolve) })
  }

  /** Takes a slot back, or a view of its beginning. */
  give(view: Uint8Array): void {
    const slot = new Uint8Array(view.buffer, view.byteOffset, this.#bytes)
    const next = this.#waiting.shift()
    if (next) next(slot)
    else this.#free.push(slot)
  }
}
