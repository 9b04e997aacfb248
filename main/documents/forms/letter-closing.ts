import type { Header } from '../../../core/documents/header.ts'
import { hashGroups } from '../pdf/numbers.ts'
import type { Block } from '../pdf/flow.ts'
import { breakLines } from '../pdf/lines.ts'
import type { Mark, Piece, Type } from '../pdf/marks.ts'
import { panel, paragraph } from '../pdf/paragraph.ts'
import { qrModules } from '../pdf/qr.ts'
import type { Typefaces } from '../pdf/typeface.ts'
import type { Marks } from './form.ts'
import { LEFT, RIGHT, WIDTH } from './letter.ts'

const SMALL: Type = { size: 7.5, weight: 'regular' }
/** 32 mm: its modules stay wider than 0.4 mm even for the longest document number. */
const QR = 92
const HEIGHT = 114
const CITY = 200

/** What the end of a letter needs of its record. */
type Proven = Pick<Header, 'docNo' | 'keys'>

/** The box that whoever receives the letter fills in. */
export interface ReceiverField { readonly title: string; readonly number: string; readonly day: string; readonly person: string; readonly stamp: string }
const OF_CITY: ReceiverField = { title: '甲確認欄', number: '収受番号', day: '収受年月日', person: '確認者', stamp: '収受印' }

/** 以上, the receiver's field at the left (the city's, unless told), and at the right what proves the paper: 確認コード, QR code, key. */
export function closing(record: Proven, marks: Marks, faces: Typefaces, field = OF_CITY): Block[] {
  return [
    paragraph(faces, { text: '以上', x: LEFT, width: WIDTH, align: 'right', size: 10.5, weight: 'regular', gap: 1, withNext: true, leading: 1.35 }),
    panel(HEIGHT, (y) => [frames(y), receiverField(field, y), proof(record, marks, faces, y), qr(record, marks, y)], { gap: 3 }),
  ]
}

function frames(y: number): Piece {
  const box = (left: number, right: number): Mark[] => [
    { kind: 'rule', from: [left, y], to: [right, y], width: 0.4 }, { kind: 'rule', from: [left, y + HEIGHT], to: [right, y + HEIGHT], width: 0.4 },
    { kind: 'rule', from: [left, y], to: [left, y + HEIGHT], width: 0.4 }, { kind: 'rule', from: [right, y], to: [right, y + HEIGHT], width: 0.4 },
  ]
  const cityRight = LEFT + CITY
  return {
    kind: 'artifact', type: 'Layout', marks: [
      { kind: 'fill', x: LEFT, y, width: CITY, height: 17, grey: 0.945 }, { kind: 'fill', x: cityRight + 10, y, width: RIGHT - cityRight - 10, height: 17, grey: 0.945 },
      ...box(LEFT, cityRight), ...box(cityRight + 10, RIGHT),
      { kind: 'rule', from: [LEFT, y + 17], to: [cityRight, y + 17], width: 0.4 }, { kind: 'rule', from: [cityRight + 10, y + 17], to: [RIGHT, y + 17], width: 0.4 },
      { kind: 'rule', from: [cityRight - 96, y + 17], to: [cityRight - 96, y + HEIGHT], width: 0.4 },
      ...[49, 81.5].map((down): Mark => ({ kind: 'rule', from: [LEFT, y + down], to: [cityRight - 96, y + down], width: 0.4 })),
    ],
  }
}

function receiverField({ title, number, day, person, stamp }: ReceiverField, y: number): Piece {
  const label = (text: string, x: number, down: number): Mark => ({ kind: 'text', ...SMALL, x, y: y + down, text })
  return {
    kind: 'element', tag: 'P', marks: [
      { kind: 'text', size: 8, weight: 'bold', x: LEFT + 5, y: y + 11.6, text: title },
      label(number, LEFT + 5, 27), label(day, LEFT + 5, 59), label(person, LEFT + 5, 91), label(stamp, LEFT + CITY - 91, 27),
    ],
  }
}

function proof({ keys }: Proven, { code }: Marks, faces: Typefaces, y: number): Piece {
  const x = LEFT + CITY + 15
  const width = RIGHT - QR - 3 - x
  const text = '本書に記載した内容の電子データを添付しています。印刷した本書は、確認コード又はQRコードにより、発行時の内容と一致することを確かめられます。'
  return {
    kind: 'element', tag: 'P', marks: [
      { kind: 'text', size: 8, weight: 'bold', x, y: y + 11.6, text: '発行者の証明' },
      { kind: 'text', ...SMALL, x, y: y + 27, text: '確認コード' },
      { kind: 'text', size: 10, weight: 'bold', x, y: y + 39.5, text: code },
      { kind: 'text', ...SMALL, x, y: y + 51.5, text: `鍵ID　${keys.checkpointKeyId}` },
      { kind: 'text', ...SMALL, x, y: y + 62, text: 'ルート証明書の指紋（SHA-256）' },
      ...hashGroups(keys.rootFingerprint).match(/(?:\S+ ?){1,4}/g)?.map((line, i): Mark => ({ kind: 'text', size: 6, weight: 'regular', x, y: y + 70 + i * 7.6, text: line.trim(), pitch: 37 })) ?? [],
      ...breakLines(text, width, (part) => faces.widthOf(part, { size: 6.2, weight: 'regular' })).map((line, i): Mark => ({ kind: 'text', size: 6.2, weight: 'regular', x, y: y + 88 + i * 8.6, text: line })),
    ],
  }
}

function qr({ docNo }: Proven, { seal }: Marks, y: number): Piece {
  return { kind: 'element', tag: 'Figure', alt: `文書 ${docNo} の確認用QRコード`, marks: [qrModules(seal, RIGHT - QR - 3, y + 19.5, QR)] }
}
