import type { Page, Piece } from './marks.ts'

/** Something of known height that goes onto a page whole, unless it says how it may be parted. */
export interface Block {
  readonly height: number
  /** White space above it, dropped at the top of a page. */
  readonly gap: number
  /** A heading stays with what it heads; a last row with what closes the document. */
  readonly withNext: boolean
  /** What is drawn when its top edge lies at `y`. */
  draw(y: number): readonly Piece[]
  /** The part of at most `height` and the rest; null when it cannot be parted there. */
  part?(height: number): readonly [Block, Block] | null
  /** Drawn again above it when it opens a page: the head of its table. */
  readonly head?: Block
}

export interface Frame {
  readonly top: number
  readonly bottom: number
}

/** Lays blocks onto as many pages as they need. A block is parted only when it would leave too much of a page empty. */
export function flow(blocks: readonly Block[], { top, bottom }: Frame): Page[] {
  const pages: Piece[][] = [[]]
  let y = top
  const queue = [...blocks]

  const place = (block: Block): void => {
    const at = y === top ? y : y + block.gap
    pages.at(-1)?.push(...block.draw(at))
    y = at + block.height
  }
  const turn = (next: Block): void => {
    pages.push([])
    y = top
    if (next.head) place(next.head)
  }

  for (let at = 0; at < queue.length; at++) {
    const block = queue[at]
    if (block === undefined) break
    const left = bottom - y - (y === top ? 0 : block.gap)
    if (togetherFrom(queue, at, bottom - top) <= left) {
      place(block)
      continue
    }
    const isFresh = y === top || (block.head !== undefined && y === top + block.head.height)
    const parts = isFresh || left > (bottom - top) / 4 && block.height > (bottom - top) / 4 ? block.part?.(left) ?? null : null
    if (parts) {
      place(parts[0])
      turn(block)
      queue[at] = { ...parts[1], gap: 0 }
      at--
    } else if (isFresh) {
      // Neither fits nor can be parted: it goes where it is, since a page more would not help.
      place(block)
    } else {
      turn(block)
      at--
    }
  }
  return pages
}

/** The height of a block with all that it must stand together with; of the block alone if no page holds them. */
function togetherFrom(queue: readonly Block[], at: number, page: number): number {
  const first = queue[at]
  if (first === undefined) return 0
  let height = first.height
  for (let next = at; queue[next]?.withNext && next + 1 < queue.length; next++) {
    height += (queue[next + 1]?.gap ?? 0) + (queue[next + 1]?.height ?? 0)
  }
  return height <= page ? height : first.height
}
