import type { CustodyReceipt } from '../../../core/documents/records.ts'
import { instantOf, type Day } from '../../../core/time.ts'
import { wareki, warekiTime } from '../../../core/words/dates.ts'
import type { Block } from '../pdf/flow.ts'
import { row, type Cell } from '../pdf/rows.ts'
import type { Typefaces } from '../pdf/typeface.ts'
import { heading } from './letter-opening.ts'
import { LEFT, WIDTH } from './letter.ts'

const LABEL = 78
const HALF = WIDTH / 2 - LABEL

/** 受渡し: what the city had designated against what happened, who gave and who took, and on which medium. */
export function handoverRows({ docNo, contract, handover, medium }: CustodyReceipt, faces: Typefaces): Block[] {
  const { designated, actual, exception, difference } = handover
  const wide = (label: string, value: string): Block => line(faces, 'handover', [th(label), td(value, WIDTH - LABEL)])
  const pair = (a: string, b: string, c: string, d: string): Block => line(faces, 'handover', [th(a), td(b, HALF), th(c), td(d, HALF)])
  return [
    heading(faces, '１　契約及び受渡し', 1),
    pair('預り番号', docNo, '契約番号', contract.contractNo),
    wide('委託業務名', contract.title),
    line(faces, 'designation', [{ ...th(''), scope: 'Column' }, columnHead('甲の指定'), columnHead('実際')], true),
    compared(faces, '受領の方法', designated.means, actual.means),
    compared(faces, '日時', warekiTime(instantOf(designated.at)), warekiTime(instantOf(actual.at))),
    compared(faces, '場所', designated.place, actual.place),
    pair('引渡者（甲）', handover.deliveredBy, '受領者（乙）', handover.receivedBy),
    wide('利用目的', handover.purpose),
    wide('保管場所', handover.storagePlace),
    wide('媒体', mediumLine(medium)),
    pair('返却等の予定', handover.returnDueOn === null ? '未定' : wareki(handover.returnDueOn as Day), '返却の条件', orNone(handover.returnConditions)),
    ...(exception === null && difference === null
      ? [pair('指定との相違', 'なし', '一覧との差異', 'なし')]
      : [
          wide('指定との相違', exception === null ? 'なし' : `甲の了承番号　${exception.cityRef}\n理由　${exception.reason}`),
          wide('一覧との差異', difference === null ? 'なし' : `${difference.count}件　甲の確認番号　${difference.cityRef}\n${difference.note}`),
        ]),
    wide('備考', orNone(handover.remarks)),
  ]
}

function mediumLine(medium: CustodyReceipt['medium']): string {
  if (medium === null) return 'なし'
  const owner = medium.ownerNo === '' ? `${medium.owner}の所有` : `${medium.owner}の所有（管理番号 ${medium.ownerNo}）`
  return `${medium.no}　${medium.type}　製造番号 ${medium.serial}　${owner}`
}

function compared(faces: Typefaces, label: string, designated: string, actual: string): Block {
  return line(faces, 'designation', [th(label), td(designated, (WIDTH - LABEL) / 2), td(actual, (WIDTH - LABEL) / 2)])
}

function line(faces: Typefaces, table: string, cells: readonly Cell[], withNext = false): Block {
  return row(faces, { table, x: LEFT, size: 9, cells, withNext })
}

function th(text: string): Cell {
  return { text, width: LABEL, tag: 'TH', scope: 'Row', weight: 'bold' }
}

function columnHead(text: string): Cell {
  return { text, width: (WIDTH - LABEL) / 2, tag: 'TH', scope: 'Column', weight: 'bold', align: 'center' }
}

function td(text: string, width: number): Cell {
  return { text, width }
}

function orNone(text: string): string {
  return text === '' ? 'なし' : text
}
