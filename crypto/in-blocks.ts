/** One block of a stream: all are full but the last, which alone may be shorter (or empty, in an empty stream). */
export interface Block {
  readonly block: Uint8Array
  readonly index: number
  readonly isLast: boolean
}

/**
 * Cuts a stream into blocks of `size` bytes, the first one of `first`. Each is held back until the next byte shows
 * whether it is the last.
 */
export async function* inBlocks(source: AsyncIterable<Uint8Array>, size: number, first: number = size): AsyncGenerator<Block> {
  let held = new Uint8Array(first)
  let filled = 0
  let index = 0
  for await (const piece of source) {
    for (let from = 0; from < piece.length;) {
      if (filled === held.length) {
        yield { block: held, index: index++, isLast: false }
        held = new Uint8Array(size)
        filled = 0
      }
      const part = piece.subarray(from, from + held.length - filled)
      held.set(part, filled)
      filled += part.length
      from += part.length
    }
  }
  yield { block: held.subarray(0, filled), index, isLast: true }
}
