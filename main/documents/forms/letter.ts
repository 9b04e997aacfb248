import type { Mark, Piece, Type } from '../pdf/marks.ts'
import { PAPER } from '../pdf/sheet.ts'
import type { Typefaces } from '../pdf/typeface.ts'

/** Where the paper's text begins and how wide it runs: 18 mm of margin on both sides. */
export const LEFT = 51
export const WIDTH = PAPER.width - 2 * LEFT
export const RIGHT = LEFT + WIDTH

/** The foot of every page: which document, its code, and which page of how many, so that no page can be lost or exchanged unseen. */
export function footer(faces: Typefaces, document: string, code: string, page: number, of: number): Piece {
  const type: Type = { size: 7.5, weight: 'regular' }
  const y = 810
  const number = `${page}／${of}`
  const left = `文書番号　${document}`
  const middle = `確認コード　${code}`
  return {
    kind: 'artifact', type: 'Pagination', marks: [
      { kind: 'rule', from: [LEFT, y - 11], to: [RIGHT, y - 11], width: 0.3 },
      ...(faces.widthOf(left, type) < WIDTH * 0.36 ? [{ kind: 'text' as const, ...type, x: LEFT, y, text: left }] : []),
      { kind: 'text', ...type, x: LEFT + (WIDTH - faces.widthOf(middle, type)) / 2, y, text: middle },
      { kind: 'text', ...type, x: RIGHT - faces.widthOf(number, type), y, text: number },
    ],
  }
}

/** A line of text whose right end stands at `right`. */
export function endingAt(faces: Typefaces, right: number, y: number, text: string, type: Type): Mark {
  return { kind: 'text', ...type, x: right - faces.widthOf(text, type), y, text }
}
