import { refusal } from '../../core/refusal.ts'
import type { AddressLabelOrder } from '../../core/world.ts'
import { breakLines } from './pdf/lines.ts'
import type { Mark, Piece, Type } from './pdf/marks.ts'
import { signsOf } from './pdf/signs.ts'
import { openSheet, PAPER } from './pdf/sheet.ts'
import type { Typefaces } from './pdf/typeface.ts'

const MM = 72 / 25.4
interface Box { x: number; y: number; width: number; height: number }
/** On A4, to be cut or put into a window; on label paper the first row of two, for the inner and the outer envelope. */
const WHOLE: readonly Box[] = [{ x: 20 * MM, y: 20 * MM, width: PAPER.width - 40 * MM, height: 128 * MM }]
const PAIR: readonly Box[] = [0, 1].map((column) => ({ x: (18.6 + 86.4 * column) * MM, y: 21.5 * MM, width: 86.4 * MM, height: 50.8 * MM }))
/** The best size that the box has room for; below half of it nobody reads the address at arm's length. */
const STEPS = [1, 0.9, 0.8, 0.7, 0.6, 0.5, 0.42]

/**
 * 親展・宛名ラベル (Art. 11(4)): who, with department and 様, and 親展 in red beside the name; the sender and the 送付番号 small. What is inside is never said
 * outside. Refuses characters that the typeface lacks: a name with a hole in it is somebody else's.
 */
export function renderAddressLabel(order: AddressLabelOrder): Uint8Array {
  const sheet = openSheet({ title: `宛名 ${order.no}`, author: order.sender.name, subject: order.no, createdAt: new Date(order.at), seal: '', template: 'ADDRESS/1' })
  refuseUnprintable(sheet.faces, order)
  const boxes = order.paper === 'A4' ? WHOLE : PAIR
  sheet.draw([boxes.flatMap((box) => label(order, box, sheet.faces))])
  sheet.pdf.end()
  return new Uint8Array(sheet.pdf.read() ?? [])
}

function refuseUnprintable(faces: Typefaces, { recipient: r, sender: s, no }: AddressLabelOrder): void {
  const missing = [...new Set(signsOf([r.postalCode, r.address, r.organisation, r.department, r.title, r.name, s.name, s.address, s.tel, no].join('')))].filter((sign) => !faces.canPrint(sign))
  if (missing.length > 0) throw refusal('unprintable-characters', '11(4)', null, { characters: missing.join('') })
}

function label(order: AddressLabelOrder, box: Box, faces: Typefaces): Piece[] {
  const unit = box.height / 128
  const inner: Box = { x: box.x + 7 * unit, y: box.y + 8 * unit, width: box.width - 14 * unit, height: box.height - 14 * unit }
  return [
    { kind: 'artifact', type: 'Layout', marks: frame(box) },
    { kind: 'element', tag: 'P', marks: addressee(order, inner, unit, faces) },
    { kind: 'element', tag: 'P', marks: sender(order, inner, unit, faces) },
  ]
}

const frame = ({ x, y, width, height }: Box): Mark[] => ([[x, y, x + width, y], [x, y + height, x + width, y + height], [x, y, x, y + height], [x + width, y, x + width, y + height]] as const)
  .map(([fromX, fromY, toX, toY]) => ({ kind: 'rule', from: [fromX, fromY], to: [toX, toY], width: 0.25 }))

/** Postal code and address, organisation and department, then the person, the largest; 親展 in a red frame directly below the name. */
function addressee({ recipient: r }: AddressLabelOrder, box: Box, unit: number, faces: Typefaces): Mark[] {
  const parts: readonly (readonly [text: string, size: number, weight: Type['weight']])[] = [
    [r.postalCode === '' ? '' : `〒${r.postalCode}`, 8.5, 'regular'], [r.address, 8, 'regular'], [r.organisation, 9, 'regular'], [r.department, 9, 'regular'], [r.title, 9, 'regular'], [`${r.name}　様`, 13, 'bold'],
  ]
  const room = box.height - 34 * unit
  const set = (scale: number) => parts.filter(([text]) => text !== '').flatMap(([text, size, weight]) => {
    const type: Type = { size: size * unit * scale, weight }
    return breakLines(text, box.width, (words) => faces.widthOf(words, type)).map((words) => ({ text: words, type }))
  })
  const heightOf = (lines: ReturnType<typeof set>): number => lines.reduce((sum, { type }) => sum + type.size * 1.5, 0)
  const lines = STEPS.map(set).find((each) => heightOf(each) <= room) ?? set(STEPS.at(-1) ?? 1)
  let y = box.y
  const marks = lines.map(({ text, type }): Mark => {
    y += type.size * 1.5
    return { kind: 'text', ...type, x: box.x, y: y - type.size * 0.3, text }
  })
  return [...marks, ...shinten(box.x, y + 3 * unit, unit)]
}

function shinten(x: number, y: number, unit: number): Mark[] {
  const [width, height, size] = [38 * unit, 16 * unit, 11 * unit]
  const line = (from: readonly [number, number], to: readonly [number, number]): Mark => ({ kind: 'rule', from, to, width: 0.6 * unit, ink: 'red' })
  return [
    line([x, y], [x + width, y]), line([x, y + height], [x + width, y + height]), line([x, y], [x, y + height]), line([x + width, y], [x + width, y + height]),
    { kind: 'text', x: x + (width - size * 3) / 2, y: y + height / 2 + size * 0.38, size, weight: 'bold', text: '親　展', ink: 'red' },
  ]
}

/** Bottom right, as on letters; nothing here says what is sent. */
function sender({ sender: s, no }: AddressLabelOrder, box: Box, unit: number, faces: Typefaces): Mark[] {
  const type: Type = { size: Math.max(5.5, 4.2 * unit), weight: 'regular' }
  const lines = [`差出人　${s.name}`, s.address, s.tel === '' ? '' : `電話　${s.tel}`, `送付番号　${no}`].filter((text) => text !== '').flatMap((text) => breakLines(text, box.width * 0.56, (words) => faces.widthOf(words, type)))
  const left = box.x + box.width * 0.44
  return lines.map((text, i): Mark => ({ kind: 'text', ...type, x: left, y: box.y + box.height - (lines.length - 1 - i) * type.size * 1.45, text }))
}
