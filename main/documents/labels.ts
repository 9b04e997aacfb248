import type { LabelOrder } from '../../core/world.ts'
import type { Mark, Page, Piece, Type } from './pdf/marks.ts'
import { onPaper } from './pdf/on-paper.ts'
import { qrModules } from './pdf/qr.ts'
import { openSheet } from './pdf/sheet.ts'
import { signsOf } from './pdf/signs.ts'
import type { Typefaces } from './pdf/typeface.ts'

const MM = 72 / 25.4
/** Ten labels of 86.4 × 50.8 mm on A4, as label paper is cut (two columns from 18.6 mm, five rows from 21.5 mm). */
const LABEL = { width: 86.4 * MM, height: 50.8 * MM, left: 18.6 * MM, top: 21.5 * MM, columns: 2, rows: 5 } as const
const PAD = 10
const QR = 26 * MM

/**
 * 媒体ラベル (Art. 11(5)): number in large type, the same in a QR code that a stock-take scans, serial number, owner and holder; 親展 where the
 * medium travels (Art. 11(4)). A PDF of label paper, ten to a page; a character that the typeface lacks is written out.
 */
export function renderLabels({ media, organisation, shinten, at }: LabelOrder): Uint8Array {
  const sheet = openSheet({ title: '媒体ラベル', author: organisation, subject: media.map(({ no }) => no).join(' '), createdAt: new Date(at), seal: '', template: 'LABEL/1' })
  const perPage = LABEL.columns * LABEL.rows
  const pages = Array.from({ length: Math.ceil(media.length / perPage) }, (_, page): Page => media.slice(page * perPage, (page + 1) * perPage).map((medium, at) => one(medium, at, { organisation, shinten }, sheet.faces)))
  sheet.draw(pages)
  sheet.pdf.end()
  return new Uint8Array(sheet.pdf.read() ?? [])
}

function one(medium: LabelOrder['media'][number], at: number, { organisation, shinten }: Pick<LabelOrder, 'organisation' | 'shinten'>, faces: Typefaces): Piece {
  const x = LABEL.left + (at % LABEL.columns) * LABEL.width
  const y = LABEL.top + Math.floor(at / LABEL.columns) * LABEL.height
  const right = x + QR + 2 * PAD
  const room = x + LABEL.width - PAD - right
  const line = (text: string, down: number, type: Type): Mark => ({ kind: 'text', x: right, y: y + down, ...type, text: fitted(faces, text, room, type) })
  const small: Type = { size: 8, weight: 'regular' }
  return {
    kind: 'element', tag: 'P', marks: [
      qrModules(medium.no.toUpperCase(), x + PAD, y + PAD, QR),
      line(medium.no, 30, { size: 15, weight: 'bold' }),
      line(`${medium.type}　${medium.maker} ${medium.model}`, 46, small),
      line(`製造番号　${medium.serial}`, 60, { size: 9, weight: 'bold' }),
      line(medium.owner === '甲' ? `所有　甲（市）　${medium.ownerNo}` : '所有　乙', 74, small),
      line(`保管　${medium.storagePlace}`, 88, small),
      line(organisation, 102, small),
      { kind: 'text', x: x + PAD, y: y + LABEL.height - PAD - 6, size: 7.5, weight: 'regular', text: '拾得された方は、中を見ずに上記の組織へご連絡ください。' },
      ...(shinten ? [{ kind: 'text' as const, x: x + PAD + 12, y: y + QR + PAD + 16, size: 18, weight: 'bold' as const, text: '親　展' }] : []),
    ],
  }
}

/** What does not fit is cut with an ellipsis; the register has the whole. */
function fitted(faces: Typefaces, text: string, room: number, type: Type): string {
  const printable = signsOf(onPaper(text, faces))
  if (faces.widthOf(printable.join(''), type) <= room) return printable.join('')
  while (printable.length > 0 && faces.widthOf(`${printable.join('')}…`, type) > room) printable.pop()
  return `${printable.join('')}…`
}

