import type { CustodyReceipt } from '../../../core/documents/records.ts'
import { receiptOver, septemberReceipt } from './receipts.ts'

/** Receipts that take every turn of the form: their prints are kept in test/vectors, and must come out the same for ever. */
export const oddReceipts: Record<string, CustodyReceipt> = {
  'one page': septemberReceipt,
  'sixty files': receiptOver(60),
  'three hundred and one': receiptOver(301),
  'long names': receiptOver(9, (no) => `令和9年度/当初課税/非常に長い名前のファイル（最終）_第${no}版_`.repeat(no * 2) + '.csv'),
  'a correction': {
    ...septemberReceipt, revision: 2, revisionKind: '訂正', revisionReason: '件数の誤記', medium: null,
    handover: {
      ...septemberReceipt.handover, returnDueOn: null, returnConditions: '', exception: { cityRef: 'R8税承0055', reason: '庁舎工事のため、場所を別館に変更した。\n二人で搬送した。' },
      difference: { cityRef: 'R8税承0056', note: '一覧にない1件を追加で受領', count: 1 }, remarks: '備考の文章です。①㈱﨑髙𠮷㊞を含みます。'.repeat(60),
    },
  },
  'a withdrawal': { ...septemberReceipt, revision: 3, revisionKind: '取消', addressee: { organisation: '青葉野市', name: '', section: '' }, contact: { name: '', tel: '', email: '' } },
  'every mark of an item': { ...septemberReceipt, items: septemberReceipt.items.map((item) => ({ ...item, form: '紙', importanceClass: '最重要情報', personalInfo: true, sensitive: true, myNumber: true, count: 123_456_789, size: 9_876_543_210 })) },
}
