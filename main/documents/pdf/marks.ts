/** What is drawn, before anything knows how. Points (1/72 inch), x from the left edge, y downwards from the top. */
export type Weight = 'regular' | 'bold'
/** Black, unless it says so: 親展 is marked in red. */
export type Ink = 'red'

export interface Type {
  readonly size: number
  readonly weight: Weight
}

/** One line of text; `y` is its base line. `pitch` sets its space-separated groups at equal distances, as columns. */
export interface TextMark extends Type {
  readonly kind: 'text'
  readonly x: number
  readonly y: number
  readonly text: string
  readonly pitch?: number
  readonly ink?: Ink
}

export interface RuleMark {
  readonly kind: 'rule'
  readonly from: readonly [number, number]
  readonly to: readonly [number, number]
  readonly width: number
  readonly ink?: Ink
}

export interface FillMark {
  readonly kind: 'fill'
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  /** 0 black … 1 white. */
  readonly grey: number
}

/** A square of dark and light modules, `rows[y][x]`. */
export interface ModulesMark {
  readonly kind: 'modules'
  readonly x: number
  readonly y: number
  readonly side: number
  readonly rows: readonly (readonly boolean[])[]
}

export type Mark = TextMark | RuleMark | FillMark | ModulesMark

/** The structure element (ISO 32000-1 §14.8.4) that a piece is: what a screen reader announces. */
export type Tag = 'H1' | 'H2' | 'P' | 'Figure'

/**
 * What stands together on a page: decoration that nobody reads aloud, an element of its own, or a row of a table.
 * Rows of one table share its name, across pages too.
 */
export type Piece =
  | { readonly kind: 'artifact'; readonly type: 'Layout' | 'Pagination'; readonly marks: readonly Mark[] }
  | { readonly kind: 'element'; readonly tag: Tag; readonly marks: readonly Mark[]; readonly alt?: string }
  | { readonly kind: 'row'; readonly table: string; readonly cells: readonly { readonly tag: 'TH' | 'TD'; readonly scope?: 'Row' | 'Column'; readonly marks: readonly Mark[] }[] }

export type Page = readonly Piece[]

/** Every text that the pages show, in reading order. */
export function* textsOf(pages: readonly Page[]): Generator<string> {
  for (const piece of pages.flat()) {
    const marks = piece.kind === 'row' ? piece.cells.flatMap((cell) => cell.marks) : piece.marks
    for (const mark of marks) if (mark.kind === 'text') yield mark.text
  }
}
