import type { Disposed, ErasureCertificate } from '../../../core/documents/disposal-records.ts'
import { flow } from '../pdf/flow.ts'
import type { Page } from '../pdf/marks.ts'
import type { Typefaces } from '../pdf/typeface.ts'
import { certificateLetter, type Certificate } from './certificate-letter.ts'
import { certificateSheet } from './certificate-sheet.ts'
import type { Marks, Template } from './form.ts'
import { closing } from './letter-closing.ts'
import { footer } from './letter.ts'

/** F-30 データ消去証明書, or 消去・廃棄報告書 where something did not pass, first version (Art. 15⑤, R-31): a letter, and a sheet for every medium. */
export const f30v1: Template<ErasureCertificate> = {
  title: ({ title, docNo }) => `${title} ${docNo}`,
  author: ({ sender }) => sender.organisation,
  subject: ({ contract }) => `${contract.contractNo} ${contract.title}`,
  pages: (record, marks, faces) => certificatePages(record, {
    statement: record.title === '消去・廃棄報告書' ? '消去・廃棄の結果を下記のとおり報告します。' : record.rows.every(isReadBack) ? '下記のとおりデータを消去し、検証したことを証します。' : '下記のとおりデータを消去したことを証します。', sheet: '消去の記録',
  }, marks, faces),
}

/** What rests on a drive's word or on another program's log was not read back by anybody here. */
const isReadBack = ({ readBack, files }: Disposed): boolean => readBack !== null || (files !== null && files.readFromCache === 0)

/** The letter and its sheets, each sheet on a page of its own, numbered together. */
export function certificatePages(record: Certificate, { statement, sheet }: { statement: string; sheet: string }, marks: Marks, faces: Typefaces): Page[] {
  const frame = { top: 42, bottom: 792 }
  const letter = flow([...certificateLetter(record, statement, faces), ...closing(record, marks, faces)], frame)
  const pages = [...letter, ...record.rows.flatMap((one) => flow(certificateSheet(one, sheet, faces), frame))]
  return pages.map((page, i) => [...page, footer(faces, `${record.docNo}　第${record.revision}版`, marks.code, i + 1, pages.length)])
}
