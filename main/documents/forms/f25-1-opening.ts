import type { CustodyReceipt } from '../../../core/documents/records.ts'
import type { Block } from '../pdf/flow.ts'
import { paragraph } from '../pdf/paragraph.ts'
import type { Typefaces } from '../pdf/typeface.ts'
import { BODY, letterOpening } from './letter-opening.ts'
import { LEFT, WIDTH } from './letter.ts'

/** The letter's opening, and the sentence that says what this is. */
export function opening(record: CustodyReceipt, faces: Typefaces): Block[] {
  return [
    ...letterOpening(record, TITLE[record.revisionKind], faces),
    ...(record.revisionKind === '新規' ? [] : [paragraph(faces, { ...BODY, text: revisionSentence(record), x: LEFT, width: WIDTH, gap: 8 })]),
    paragraph(faces, { ...BODY, text: `　特記仕様書${record.articleRef}の規定により、${STATEMENT[record.revisionKind]}`, x: LEFT, width: WIDTH, gap: 7, leading: 1.5 }),
    paragraph(faces, { ...BODY, text: '記', x: LEFT, width: WIDTH, align: 'center', gap: 2, withNext: true }),
  ]
}

const TITLE = { 新規: '預　り　証', 訂正: '預　り　証（訂正）', 取消: '預　り　証（取消）' } as const
const STATEMENT = {
  新規: '下記のとおり情報をお預かりしました。',
  訂正: '下記のとおり情報をお預かりしていることを、訂正のうえ改めて証します。',
  取消: '先に発行した下記の預り証を取り消します。',
} as const

function revisionSentence({ revision, revisionReason, revisionKind }: CustodyReceipt): string {
  const reason = revisionReason === '' ? '' : `（理由：${revisionReason}）`
  return revisionKind === '訂正' ? `　本書は第${revision}版です。前の版に代わるものとして発行します${reason}。` : `　本書は第${revision}版です${reason}。`
}
