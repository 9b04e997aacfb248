import type { PackingSlipOrder } from '../../core/world.ts'
import { dayOf } from '../../core/time.ts'
import { wareki } from '../../core/words/dates.ts'
import { endingAt, LEFT, RIGHT, WIDTH } from './forms/letter.ts'
import { labelled } from './forms/labelled.ts'
import { flow, type Block } from './pdf/flow.ts'
import type { Mark, Page, Piece, Type } from './pdf/marks.ts'
import { onPaper } from './pdf/on-paper.ts'
import { panel, paragraph } from './pdf/paragraph.ts'
import { openSheet } from './pdf/sheet.ts'
import type { Typefaces } from './pdf/typeface.ts'

const BODY: Type = { size: 9.5, weight: 'regular' }
const FRAME = { top: 46, bottom: 796 }
const BLANK_DATE = '令和　　年　　月　　日　　　時　　　分'

/**
 * 送付票 (F-13): the recipient's copy with the half that is cut off and sent back (受領票), and our own copy (控え) for what is only known later. It lies in the
 * envelope, so it may say what is sent; it is unsigned, and no evidence until somebody has signed its 受領欄.
 */
export function renderPackingSlip(order: PackingSlipOrder): Uint8Array {
  const sheet = openSheet({ title: `送付票 ${order.no}`, author: order.sender.name, subject: order.no, createdAt: new Date(order.at), seal: '', template: 'F-13/1' })
  const printable = onPaper(order, sheet.faces)
  const copies = [flow(enclosed(printable, sheet.faces), FRAME), flow(kept(printable, sheet.faces), FRAME)]
  sheet.draw(copies.flatMap((pages) => pages.map((page, i): Page => [...page, foot(sheet.faces, order.no, i + 1, pages.length)])))
  sheet.pdf.end()
  return new Uint8Array(sheet.pdf.read() ?? [])
}

const enclosed = (order: PackingSlipOrder, faces: Typefaces): Block[] => [
  ...head('送　付　票', '同封用', order, faces), ...table(order, faces, 'sent'),
  paragraph(faces, { ...BODY, x: LEFT, width: WIDTH, gap: 8, text: '下の受領票にご記入のうえ、切り取ってご返送ください。中身や封印に異状があるときは、開封を続けずに差出人へご連絡ください。' }),
  cut(faces), ...receiptHalf(order, faces),
]

const kept = (order: PackingSlipOrder, faces: Typefaces): Block[] => {
  const { wide, pair } = labelled(faces, 'kept')
  return [
    ...head('送　付　票', '控え', order, faces), ...table(order, faces, 'copy'),
    panel(10, () => []),
    pair('梱包者', order.packedBy, '親展確認者', ''), pair('発送日時', '', '追跡番号', ''), pair('到着日時', '', '受領者', ''), wide('鍵の連絡', ''), wide('備考', ''),
  ]
}

/** Title in the middle, what copy it is at the right; to whom at the left, from whom at the right. */
function head(title: string, copy: string, { no, recipient: r, sender: s, contract, at }: PackingSlipOrder, faces: Typefaces): Block[] {
  const titleType: Type = { size: 17, weight: 'bold' }
  const small: Type = { size: 9, weight: 'regular' }
  const to = (text: string, size: number, weight: Type['weight'], gap = 0) => paragraph(faces, { x: LEFT, width: WIDTH * 0.62, text, size, weight, gap })
  return [
    panel(30, (y): Piece[] => [
      { kind: 'element', tag: 'H1', marks: [{ kind: 'text', ...titleType, x: LEFT + (WIDTH - faces.widthOf(title, titleType)) / 2, y: y + 20, text: title }] },
      { kind: 'element', tag: 'P', marks: [endingAt(faces, RIGHT, y + 18, `（${copy}）`, small), { kind: 'text', ...small, x: LEFT, y: y + 18, text: `送付番号　${no}` }] },
    ]),
    panel(14, (y): Piece[] => [{ kind: 'element', tag: 'P', marks: [endingAt(faces, RIGHT, y + 11, wareki(dayOf(at)), small)] }]),
    to(`${r.organisation}　${r.department}`, 10.5, 'regular'), to(`${r.title === '' ? '' : `${r.title}　`}${r.name}　様`, 12, 'bold'),
    ...[s.name, s.address, s.tel === '' ? '' : `電話　${s.tel}`].filter((text) => text !== '').map((text, i) => paragraph(faces, { ...small, x: LEFT, width: WIDTH, align: 'right', text, leading: 1.4, gap: i === 0 ? 4 : 0 })),
    paragraph(faces, { ...BODY, x: LEFT, width: WIDTH, gap: 6, text: `契約番号　${contract.no}　　${contract.title}` }),
  ]
}

function table({ lines }: PackingSlipOrder, faces: Typefaces, name: string): Block[] {
  const { wide } = labelled(faces, name)
  return lines.map(([label, value], i) => ({ ...wide(label, value), gap: i === 0 ? 6 : 0 }))
}

const cut = (faces: Typefaces): Block => panel(22, (y): Piece[] => {
  const words = '切り取り'
  const type: Type = { size: 7.5, weight: 'regular' }
  const half = (WIDTH - faces.widthOf(words, type) - 16) / 2
  const dashes = (from: number, to: number): Mark[] => Array.from({ length: Math.floor((to - from) / 6) }, (_, i): Mark => ({ kind: 'rule', from: [from + i * 6, y + 11], to: [from + i * 6 + 3, y + 11], width: 0.5 }))
  return [{ kind: 'artifact', type: 'Layout', marks: [...dashes(LEFT, LEFT + half), { kind: 'text', ...type, x: LEFT + half + 8, y: y + 13.5, text: words }, ...dashes(RIGHT - half, RIGHT)] }]
}, { gap: 6 })

/** 受領票: number, when, by whom, and whether all was there; and where it goes back to. */
function receiptHalf({ no, sender: s, recipient: r, lines }: PackingSlipOrder, faces: Typefaces): Block[] {
  const { wide, pair } = labelled(faces, 'receipt', { label: 78, size: 9.5 })
  const valueOf = (label: string): string => lines.find(([name]) => name === label)?.[1] ?? ''
  return [
    panel(26, (y): Piece[] => {
      const type: Type = { size: 14, weight: 'bold' }
      const title = '受　領　票'
      return [{ kind: 'element', tag: 'H2', marks: [{ kind: 'text', ...type, x: LEFT + (WIDTH - faces.widthOf(title, type)) / 2, y: y + 17, text: title }] }]
    }, { withNext: true }),
    pair('送付番号', no, '封印番号', valueOf('封印番号'), true), wide('内容', valueOf('内容'), true), wide('数量・件数', `${valueOf('数量')}　　${valueOf('件数')}`, true),
    wide('受領日時', BLANK_DATE, true), wide('受領者', `${r.organisation}　${r.department}　　氏名（自署）\n `, true),
    wide('確認結果', '□ 封印に異状なし　　□ 数量が一致　　□ 内容が一致　　□ 相違あり（　　　　　　　）', true),
    wide('返送先', `${s.name}　${s.address}`),
  ]
}

function foot(faces: Typefaces, no: string, page: number, of: number): Piece {
  const type: Type = { size: 7.5, weight: 'regular' }
  return { kind: 'artifact', type: 'Pagination', marks: [{ kind: 'text', ...type, x: LEFT, y: 812, text: `送付票 ${no}` }, endingAt(faces, RIGHT, 812, `${page}／${of}`, type)] }
}
