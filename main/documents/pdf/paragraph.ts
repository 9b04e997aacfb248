import type { Block } from './flow.ts'
import { breakLines } from './lines.ts'
import type { Mark, Tag, Type } from './marks.ts'
import type { Typefaces } from './typeface.ts'

export interface ParagraphOrder extends Type {
  readonly text: string
  readonly x: number
  readonly width: number
  readonly align?: 'left' | 'right' | 'center'
  readonly tag?: Tag
  readonly leading?: number
  readonly gap?: number
  readonly withNext?: boolean
}

/** Lines of running text between two edges. */
export function paragraph(faces: Typefaces, order: ParagraphOrder): Block {
  return laid(faces, order, breakLines(order.text, order.width, (text) => faces.widthOf(text, order)))
}

function laid(faces: Typefaces, order: ParagraphOrder, lines: readonly string[]): Block {
  const leading = order.size * (order.leading ?? 1.5)
  return {
    height: lines.length * leading, gap: order.gap ?? 0, withNext: order.withNext ?? false,
    draw: (y) => [{ kind: 'element', tag: order.tag ?? 'P', marks: lines.flatMap((text, i) => lineMarks(faces, order, text, y + i * leading, leading)) }],
    part(height) {
      const count = Math.floor(height / leading)
      if (count < 2 || count >= lines.length) return null
      return [{ ...laid(faces, order, lines.slice(0, count)), withNext: false }, laid(faces, order, lines.slice(count))]
    },
  }
}

function lineMarks(faces: Typefaces, { x, width, align = 'left', size, weight }: ParagraphOrder, text: string, top: number, leading: number): Mark[] {
  if (text === '') return []
  const room = width - faces.widthOf(text, { size, weight })
  const indent = align === 'right' ? room : align === 'center' ? room / 2 : 0
  // Ideographs reach 0.88 above the base line and 0.12 below: centred in the leading.
  return [{ kind: 'text', x: x + indent, y: top + leading / 2 + size * 0.38, text, size, weight }]
}

/** Blocks beside or upon each other that travel as one: its height is given, and what it draws. */
export function panel(height: number, draw: Block['draw'], { gap = 0, withNext = false }: { gap?: number; withNext?: boolean } = {}): Block {
  return { height, gap, withNext, draw }
}
