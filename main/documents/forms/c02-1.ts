import type { CityAnswer } from '../../../core/documents/city-answer.ts'
import { dayOf, instantOf, type Day } from '../../../core/time.ts'
import { wareki } from '../../../core/words/dates.ts'
import type { Block } from '../pdf/flow.ts'
import { flow } from '../pdf/flow.ts'
import type { Page } from '../pdf/marks.ts'
import { paragraph } from '../pdf/paragraph.ts'
import type { Typefaces } from '../pdf/typeface.ts'
import type { Marks, Template } from './form.ts'
import { labelled, orNone } from './labelled.ts'
import { closing, type ReceiverField } from './letter-closing.ts'
import { BODY, letterOpening } from './letter-opening.ts'
import { footer, LEFT, WIDTH } from './letter.ts'

/** C-02 回答書, first version: what was asked, what the city answers, under which number and on what conditions. */
export const c02v1: Template<CityAnswer> = {
  title: ({ title, docNo }) => `${title} ${docNo}`,
  author: ({ sender }) => sender.organisation,
  subject: ({ contract }) => `${contract.contractNo} ${contract.title}`,
  pages: drawPages,
}

const OF_CONTRACTOR: ReceiverField = { title: '乙受領欄', number: '管理番号', day: '受領年月日', person: '受領者', stamp: '受領印' }

function drawPages(record: CityAnswer, marks: Marks, faces: Typefaces): Page[] {
  const above = [...opening(record, faces), ...rows(record, faces)]
  const last = above.length - 1
  const pages = flow([...above.map((block, i) => (i === last ? { ...block, withNext: true } : block)), ...closing(record, marks, faces, OF_CONTRACTOR)], { top: 42, bottom: 792 })
  return pages.map((page, i) => [...page, footer(faces, `${record.docNo}　第${record.revision}版`, marks.code, i + 1, pages.length)])
}

function opening(record: CityAnswer, faces: Typefaces): Block[] {
  const { revision, revisionKind, revisionReason, articleRef } = record
  const edition = revision === 1 ? '' : `本書は第${revision}版です（理由：${revisionReason}）。先の回答に代わるものです。`
  const asked = `${wareki(dayOf(instantOf(record.of.issuedAt)))}付け（文書番号${record.of.docNo}）の${record.of.title}について、特記仕様書${articleRef}により、下記のとおり回答します。`
  return [
    ...letterOpening(record, revisionKind === '新規' ? record.title : `${record.title}（${revisionKind}）`, faces),
    ...(edition === '' ? [] : [paragraph(faces, { ...BODY, text: `　${edition}`, x: LEFT, width: WIDTH, gap: 8 })]),
    paragraph(faces, { ...BODY, text: `　${asked}`, x: LEFT, width: WIDTH, gap: 7, leading: 1.5 }),
    paragraph(faces, { ...BODY, text: '記', x: LEFT, width: WIDTH, align: 'center', gap: 2, withNext: true }),
  ]
}

function rows({ contract, of, cityReceiptNo, decision, approvalNo, decidedOn, decidedBy, conditions, reason, attendance }: CityAnswer, faces: Typefaces): Block[] {
  const { wide, pair } = labelled(faces, 'answer', { label: 92, size: 10 })
  const said = conditions.map(({ kind, text }, i) => `${i + 1}　${text === '' ? kind : kind === 'その他' ? text : `${kind}（${text}）`}`).join('\n')
  return [
    { ...wide('契約番号', contract.contractNo), gap: 2 }, wide('委託業務名', contract.title),
    pair('対象の文書', `${of.docNo}　第${of.revision}版`, '収受番号', orNone(cityReceiptNo)),
    pair('回答', decision, '承認番号', approvalNo),
    pair('回答日', wareki(decidedOn as Day), '決裁者', `${decidedBy.title === '' ? '' : `${decidedBy.title}　`}${decidedBy.name}`),
    wide('条件', orNone(said)), wide('理由', orNone(reason)),
    ...(attendance ? [wide('立会い', `${attendance.organisation}　${attendance.name} が立ち会います。実施の日時を事前に連絡してください。`)] : []),
  ]
}
