interface PagedMemory { readonly buffer: SharedArrayBuffer }
// Node has it, its type declarations (without a browser's) do not.
declare const WebAssembly: { Memory: new (pages: { initial: number; maximum: number; shared: true }) => PagedMemory }

/**
 * A stock of equal pieces of memory that every thread sees, so that bytes are handed on without being copied, and used again, so
 * that the system need not find fresh pages for each. They begin at a page, as uncached reading requires.
 */
export class SlotStock {
  readonly #free: Uint8Array[]
  readonly #waiting: ((slot: Uint8Array) => void)[] = []

  readonly #bytes: number

  constructor(count: number, bytes: number) {
    this.#bytes = bytes
    const pages = Math.ceil(bytes / 65_536)
    const { buffer } = new WebAssembly.Memory({ initial: pages * count, maximum: pages * count, shared: true })
    this.#free = Array.from({ length: count }, (_, i) => new Uint8Array(buffer, i * pages * 65_536, bytes))
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
