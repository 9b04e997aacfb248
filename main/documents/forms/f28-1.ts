import type { DisposalNotice } from '../../../core/documents/disposal-records.ts'
import type { Block } from '../pdf/flow.ts'
import { flow } from '../pdf/flow.ts'
import type { Page } from '../pdf/marks.ts'
import { grouped } from '../pdf/numbers.ts'
import { paragraph } from '../pdf/paragraph.ts'
import { row, type Cell } from '../pdf/rows.ts'
import type { Typefaces } from '../pdf/typeface.ts'
import { day, dayOrNone, time } from './disposal-words.ts'
import type { Marks, Template } from './form.ts'
import { columnHeads, labelled, orNone } from './labelled.ts'
import { closing } from './letter-closing.ts'
import { BODY, heading, letterOpening } from './letter-opening.ts'
import { footer, LEFT, WIDTH } from './letter.ts'
import { pathRows } from './path-rows.ts'

/** F-28 消去・廃棄届出書, first version (Art. 15②): the five facts of every line, before anything is erased. */
export const f28v1: Template<DisposalNotice> = {
  title: ({ docNo }) => `消去・廃棄届出書 ${docNo}`,
  author: ({ sender }) => sender.organisation,
  subject: ({ contract }) => `${contract.contractNo} ${contract.title}`,
  pages: drawPages,
}

function drawPages(record: DisposalNotice, marks: Marks, faces: Typefaces): Page[] {
  const pages = flow([...opening(record, faces), ...planRows(record, faces), ...lineRows(record, faces), ...closing(record, marks, faces)], { top: 42, bottom: 792 })
  return pages.map((page, i) => [...page, footer(faces, `${record.docNo}　第${record.revision}版`, marks.code, i + 1, pages.length)])
}

function opening(record: DisposalNotice, faces: Typefaces): Block[] {
  const { revisionKind, revisionReason, revision, articleRef } = record
  const reason = revisionReason === '' ? '' : `（理由：${revisionReason}）`
  return [
    ...letterOpening(record, revisionKind === '新規' ? '消去・廃棄届出書' : `消去・廃棄届出書（${revisionKind}）`, faces),
    ...(revisionKind === '新規' ? [] : [paragraph(faces, { ...BODY, text: `　本書は第${revision}版です${reason}。`, x: LEFT, width: WIDTH, gap: 8 })]),
    paragraph(faces, { ...BODY, text: `　特記仕様書${articleRef}の規定により、情報の消去・廃棄について下記のとおり${revisionKind === '取消' ? '届け出たものを取り消します' : '届け出ます'}。`, x: LEFT, width: WIDTH, gap: 7, leading: 1.5 }),
    paragraph(faces, { ...BODY, text: '記', x: LEFT, width: WIDTH, align: 'center', gap: 2, withNext: true }),
  ]
}

function planRows({ contract, plan, requested, attendance }: DisposalNotice, faces: Typefaces): Block[] {
  const { wide, pair } = labelled(faces, 'plan')
  return [
    heading(faces, '１　契約及び計画', 1),
    pair('契約番号', contract.contractNo, '計画番号', plan.no),
    wide('委託業務名', contract.title),
    pair('処理予定日', day(plan.plannedOn), '計画を定めた日', day(plan.decidedAt)),
    wide('作業場所', plan.place),
    pair('実施予定者', plan.operator, '確認予定者', plan.verifier),
    wide('外部業者', orNone(plan.outsourcer)),
    wide('届出の求め', requested === null ? 'なし' : `${requested.by}　${time(requested.at)}${requested.dueOn === null ? '' : `（提出期限　${dayOrNone(requested.dueOn)}）`}`),
    wide('立会いの希望', attendance === null ? 'なし' : `あり　${attendance.organisation}　${attendance.name}`),
    wide('備考', orNone(plan.remarks)),
  ]
}

const COLUMNS = [
  { name: '番号', width: 27, align: 'center' }, { name: '情報の項目', width: 104 }, { name: '媒体名', width: 114 }, { name: '数量', width: 34, align: 'center' },
  { name: '消去又は廃棄の方法', width: 126 }, { name: '処理後', width: 36, align: 'center' }, { name: '重要度', width: WIDTH - 441, align: 'center' },
] as const

function lineRows({ lines }: DisposalNotice, faces: Typefaces): Block[] {
  const head = columnHeads(faces, 'lines', COLUMNS)
  const rows = lines.map((line, i): Block => {
    const texts = [
      String(line.no), informationOf(line), mediumOf(line), `${grouped(line.quantity)}${line.unit}`, methodOf(line), line.afterwards, line.myNumber ? `${line.importanceClass}\n特定` : line.importanceClass,
    ]
    const cells = COLUMNS.map((column, at): Cell => ({ text: texts[at] ?? '', width: column.width, ...('align' in column && { align: column.align }) }))
    return row(faces, { table: 'lines', x: LEFT, size: 8, cells, head, withNext: i === lines.length - 1 })
  })
  return [heading(faces, '２　消去・廃棄の対象'), head, ...rows, ...lines.flatMap((line) => pathRows(line.paths, `番号${line.no}のファイル及びフォルダ`, faces))]
}

type Line = DisposalNotice['lines'][number]

function informationOf({ information, receipts, paths }: Line): string {
  return [information, ...(receipts.length === 0 ? [] : [`預り番号　${receipts.join('、')}`]), ...(paths.length === 0 ? [] : [`ファイル等　${grouped(paths.length)}件`])].join('\n')
}

function mediumOf({ mediaName, medium }: Line): string {
  if (medium === null) return mediaName
  return [mediaName, `媒体番号　${medium.no}`, `種別　${medium.type}`, ...(medium.model === '' ? [] : [`型番　${medium.model}`]), `製造番号　${medium.serial}`].join('\n')
}

function methodOf({ methodWords, level, category, consentRef }: Line): string {
  return [methodWords, `${level}：${category}`, ...(consentRef === '' ? [] : [`甲の了承　${consentRef}`])].join('\n')
}
