import type { DocumentRecord } from '../../../core/documents/records.ts'
import type { Page } from '../pdf/marks.ts'
import type { Typefaces } from '../pdf/typeface.ts'
import { f25v1 } from './f25-1.ts'
import type { Marks } from './form.ts'

export interface DrawnForm {
  readonly title: string
  readonly author: string
  readonly subject: string
  pages(marks: Marks, faces: Typefaces): Page[]
}

/**
 * The form that a record is to be printed on, by the template it names; null where the record has no paper.
 * A template that documents were issued with is never changed and never leaves this list.
 */
export function formOf(record: DocumentRecord): DrawnForm | null {
  switch (record.template) {
    case 'F-25/1': return { title: f25v1.title(record), author: f25v1.author(record), subject: f25v1.subject(record), pages: (marks, faces) => f25v1.pages(record, marks, faces) }
    default: return null
  }
}
