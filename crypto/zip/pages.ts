/** Room outside of memory: blocks are put there once and read back any number of times. Who makes one keeps its content from other eyes. */
export interface Spill {
  /** Answers the number under which the block is found again. */
  put(block: Uint8Array): Promise<number>
  get(number: number): Promise<Uint8Array>
  /** The blocks are gone. Closing twice does nothing. */
  close(): Promise<void>
}
export type OpenSpill = () => Spill

const PAGE_BYTES = 64 * 1024
const KEPT_PAGES = 4

/** Bytes that grow with the number of entries: the first pages stay in memory, so that little work touches no disk; all others go to a spill. */
export class Pages {
  readonly #open: OpenSpill
  readonly #most: number
  readonly #kept: Buffer[] = []
  readonly #spilled: number[] = []
  #spill: Spill | undefined
  #page = Buffer.alloc(0)
  #filled = 0

  constructor(open: OpenSpill, keptPages = KEPT_PAGES) {
    this.#open = open
    this.#most = keptPages
  }

  /** Room for `length` bytes, to be filled at once. It is never cut in two by a page's end. */
  async room(length: number): Promise<Buffer> {
    if (this.#filled + length > this.#page.length) await this.#turn(length)
    const room = this.#page.subarray(this.#filled, this.#filled + length)
    this.#filled += length
    return room
  }

  /** All pages in order, each good until the next is asked for. To be asked once everything has been written; as often as one likes. */
  async *all(): AsyncGenerator<Buffer> {
    yield* this.#kept
    for (const number of this.#spilled) yield Buffer.from(await this.#spill!.get(number))
    if (this.#filled > 0) yield this.#page.subarray(0, this.#filled)
  }

  async #turn(needed: number): Promise<void> {
    const full = this.#page.subarray(0, this.#filled)
    if (full.length > 0 && this.#kept.length < this.#most) {
      this.#kept.push(full)
      this.#page = Buffer.alloc(0)
    } else if (full.length > 0) this.#spilled.push(await (this.#spill ??= this.#open()).put(full))
    if (this.#page.length < needed) this.#page = Buffer.allocUnsafeSlow(Math.max(PAGE_BYTES, needed))
    this.#filled = 0
  }
}

/** A spill for those who have no disk at hand: it keeps what it is given. */
export const inMemory: OpenSpill = () => {
  const blocks: Uint8Array[] = []
  return { put: async (block) => blocks.push(Uint8Array.from(block)) - 1, get: async (number) => blocks[number]!, close: async () => {} }
}
