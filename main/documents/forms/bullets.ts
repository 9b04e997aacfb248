import type { Block } from '../pdf/flow.ts'
import { paragraph } from '../pdf/paragraph.ts'
import type { Typefaces } from '../pdf/typeface.ts'
import { LEFT, WIDTH } from './letter.ts'

const INDENT = 9

/** Sentences one below the other, each behind a dot and hanging from it. */
export function bullets(faces: Typefaces, texts: readonly string[], size = 8): Block[] {
  return texts.map((text) => dotted(paragraph(faces, { text, x: LEFT + INDENT, width: WIDTH - INDENT, size, weight: 'regular' }), size))
}

function dotted(block: Block, size: number): Block {
  return {
    ...block,
    draw: (y) => {
      const [first, ...rest] = block.draw(y)
      if (first?.kind !== 'element') return block.draw(y)
      return [{ ...first, marks: [{ kind: 'text', x: LEFT + 1, y: y + size * 1.13, size, weight: 'regular', text: '・' }, ...first.marks] }, ...rest]
    },
    // What goes on to the next page goes on without a dot.
    part: (height) => {
      const parts = block.part?.(height)
      return parts ? [dotted(parts[0], size), parts[1]] : null
    },
  }
}
