import type { DestructionCertificate } from '../../../core/documents/disposal-records.ts'
import { certificatePages } from './f30-1.ts'
import type { Template } from './form.ts'

/** F-31 物理破壊証明書, first version (Art. 15④): how, when, where and by whom, with the photographs' hashes. */
export const f31v1: Template<DestructionCertificate> = {
  title: ({ title, docNo }) => `${title} ${docNo}`,
  author: ({ sender }) => sender.organisation,
  subject: ({ contract }) => `${contract.contractNo} ${contract.title}`,
  pages: (record, marks, faces) => certificatePages(record, { statement: '下記のとおり媒体等を物理的に破壊し、判読できない状態にしたことを証します。', sheet: '物理破壊の記録' }, marks, faces),
}
