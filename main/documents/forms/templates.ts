import type { DocumentRecord } from '../../../core/documents/records.ts'
import type { Page } from '../pdf/marks.ts'
import { inInfo, onPaper } from '../pdf/on-paper.ts'
import type { Typefaces } from '../pdf/typeface.ts'
import { c02v1 } from './c02-1.ts'
import { f25v1 } from './f25-1.ts'
import { f28v1 } from './f28-1.ts'
import { f30v1 } from './f30-1.ts'
import { f31v1 } from './f31-1.ts'
import type { Marks, Template } from './form.ts'
import { k01v1 } from './k01-1.ts'
import { letterV1 } from './letter-1.ts'

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
    case 'F-25/1': return drawnBy(f25v1, record)
    // The second version brings one more certificate, in its record alone: the sheet shows the root that issued it.
    case 'K-01/1': case 'K-01/2': return drawnBy(k01v1, record)
    case 'F-28/1': return drawnBy(f28v1, record)
    case 'F-30/1': return drawnBy(f30v1, record)
    case 'F-31/1': return drawnBy(f31v1, record)
    case 'LETTER/1': return drawnBy(letterV1, record)
    case 'C-02/1': return drawnBy(c02v1, record)
    case 'C-01/1': return null
  }
}

function drawnBy<R>({ title, author, subject, pages }: Template<R>, said: R): DrawnForm {
  const record = inInfo(said)
  return { title: title(record), author: author(record), subject: subject(record), pages: (marks, faces) => pages(onPaper(said, faces), marks, faces) }
}
