import { PackageProblem } from './problem.ts'

/** Walks once over a stream of bytes, forward only: skip to a place, take so many. */
export class Sequence {
  readonly #source: AsyncIterator<Uint8Array>
  #piece: Uint8Array = new Uint8Array(0)
  #at = 0

  constructor(source: AsyncIterable<Uint8Array>) {
    this.#source = source[Symbol.asyncIterator]()
  }

  async skipTo(position: number): Promise<void> {
    if (position < this.#at) throw new PackageProblem('damaged', { part: 'inner order' })
    for await (const _ of this.take(position - this.#at));
  }

  /** The next `length` bytes. Each piece is good until the next is asked for. */
  async *take(length: number): AsyncGenerator<Uint8Array> {
    let left = length
    while (left > 0) {
      if (this.#piece.length === 0) await this.#pull()
      const piece = this.#piece.subarray(0, left)
      this.#piece = this.#piece.subarray(piece.length)
      this.#at += piece.length
      left -= piece.length
      yield piece
    }
  }

  /** Reads to the end, so that the source can say whether all of it was authentic. */
  async drain(): Promise<void> {
    this.#piece = new Uint8Array(0)
    while ((await this.#source.next()).done !== true);
  }

  async close(): Promise<void> {
    await this.#source.return?.()
  }

  async #pull(): Promise<void> {
    const step = await this.#source.next()
    if (step.done === true) throw new PackageProblem('damaged', { part: 'inner end' })
    this.#piece = step.value
  }
}
