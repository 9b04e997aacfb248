import type { FormLetter } from '../../../core/documents/form-letter.ts'
import type { Block } from '../pdf/flow.ts'
import { flow } from '../pdf/flow.ts'
import type { Page } from '../pdf/marks.ts'
import { paragraph } from '../pdf/paragraph.ts'
import { row } from '../pdf/rows.ts'
import type { Typefaces } from '../pdf/typeface.ts'
import type { Marks, Template } from './form.ts'
import { partRows } from './letter-1-parts.ts'
import { labelled } from './labelled.ts'
import { closing } from './letter-closing.ts'
import { BODY, letterOpening } from './letter-opening.ts'
import { footer, LEFT, WIDTH } from './letter.ts'

/** Every letter that is filled from a template of data, first version: its record says all that stands on it. */
export const letterV1: Template<FormLetter> = {
  title: ({ title, docNo }) => `${title} ${docNo}`,
  author: ({ sender }) => sender.organisation,
  subject: ({ contract }) => `${contract.contractNo} ${contract.title}`,
  pages: drawPages,
}

function drawPages(record: FormLetter, marks: Marks, faces: Typefaces): Page[] {
  const body = record.parts.flatMap((part, i) => partRows(part, `part-${i + 1}`, faces))
  const above = [...opening(record, faces), ...contractRows(record, faces), ...body, ...noteRows(record, faces), ...signatureRows(record, faces)]
  // What closes the letter never stands on a page alone.
  const last = above.length - 1
  const pages = flow([...above.map((block, i) => (i === last ? { ...block, withNext: true } : block)), ...closing(record, marks, faces)], { top: 42, bottom: 792 })
  return pages.map((page, i) => [...page, footer(faces, `${record.docNo}　第${record.revision}版`, marks.code, i + 1, pages.length)])
}

function opening(record: FormLetter, faces: Typefaces): Block[] {
  const { mark, title, revisionKind, statement } = record
  const line = edition(record)
  return [
    // A city's own form bears its name in the upper corner.
    ...(mark === '' ? [] : [paragraph(faces, { text: mark, x: LEFT, width: WIDTH, size: 9, weight: 'regular' })]),
    ...letterOpening(record, revisionKind === '訂正' || revisionKind === '取消' ? `${title}（${revisionKind}）` : title, faces),
    ...(line === '' ? [] : [paragraph(faces, { ...BODY, text: `　${line}`, x: LEFT, width: WIDTH, gap: 8 })]),
    paragraph(faces, { ...BODY, text: `　${statement}`, x: LEFT, width: WIDTH, gap: 7, leading: 1.5 }),
    paragraph(faces, { ...BODY, text: '記', x: LEFT, width: WIDTH, align: 'center', gap: 2, withNext: true }),
  ]
}

/** Which edition this is, and why there is one. */
function edition({ revisionKind, revision, revisionReason, changesDocNo }: FormLetter): string {
  const reason = revisionReason === '' ? '' : `（理由：${revisionReason}）`
  switch (revisionKind) {
    case '新規': return ''
    case '変更': return `${changesDocNo === '' ? '先に提出した内容' : `先に提出した文書番号${changesDocNo}の内容`}を変更します${reason}。`
    default: return `本書は第${revision}版です${reason}。`
  }
}

function contractRows({ contract }: FormLetter, faces: Typefaces): Block[] {
  const { wide } = labelled(faces, 'contract', { label: 92 })
  return [{ ...wide('契約番号', contract.contractNo), gap: 2 }, wide('委託業務名', contract.title)]
}

function noteRows({ notes }: FormLetter, faces: Typefaces): Block[] {
  return notes.map((text, i) => paragraph(faces, { text, x: LEFT, width: WIDTH, size: 9, weight: 'regular', gap: i === 0 ? 8 : 2 }))
}

/** A box for each name that belongs below, high enough for a pen or a seal. */
function signatureRows({ signatures }: FormLetter, faces: Typefaces): Block[] {
  return signatures.map(({ label, name, note }, i) => row(faces, {
    table: 'signatures', x: LEFT, size: 10, gap: i === 0 ? 10 : 0, withNext: i < signatures.length - 1,
    cells: [
      { text: label, width: 110, tag: 'TH', scope: 'Row', weight: 'bold', size: 9 }, { text: `${name}\n　`, width: WIDTH - 110 - 150 }, { text: note === '' ? '' : `（${note}）`, width: 150, align: 'right', size: 8 },
    ],
  }))
}
