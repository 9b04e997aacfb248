import type { Page } from '../pdf/marks.ts'
import type { Typefaces } from '../pdf/typeface.ts'

/** What the record does not hold and the paper shows: both are worked out from the record's hash. */
export interface Marks {
  /** 確認コード. */
  readonly code: string
  /** The text of the QR code. */
  readonly seal: string
}

/**
 * One version of one form. Once documents have been issued with it, it is kept as it is for ever: to verify a document is to draw it again.
 */
export interface Template<R> {
  readonly title: (record: R) => string
  readonly author: (record: R) => string
  readonly subject: (record: R) => string
  readonly pages: (record: R, marks: Marks, faces: Typefaces) => Page[]
}
