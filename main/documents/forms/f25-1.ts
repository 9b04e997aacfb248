import type { CustodyReceipt } from '../../../core/documents/records.ts'
import { flow } from '../pdf/flow.ts'
import type { Page } from '../pdf/marks.ts'
import type { Typefaces } from '../pdf/typeface.ts'
import { handoverRows } from './f25-1-handover.ts'
import { itemRows } from './f25-1-items.ts'
import { opening } from './f25-1-opening.ts'
import type { Marks, Template } from './form.ts'
import { closing } from './letter-closing.ts'
import { footer } from './letter.ts'

/** F-25 預り証, first version (Art. 14): a letter of the contractor to the city, in the order of Japanese public practice. */
export const f25v1: Template<CustodyReceipt> = {
  title: ({ docNo }) => `預り証 ${docNo}`,
  author: ({ sender }) => sender.organisation,
  subject: ({ contract }) => `${contract.contractNo} ${contract.title}`,
  pages: drawPages,
}

function drawPages(record: CustodyReceipt, marks: Marks, faces: Typefaces): Page[] {
  const pages = flow([...opening(record, faces), ...handoverRows(record, faces), ...itemRows(record, faces), ...closing(record, marks, faces)], { top: 42, bottom: 792 })
  return pages.map((page, i) => [...page, footer(faces, `${record.docNo}　第${record.revision}版`, marks.code, i + 1, pages.length)])
}
