import type { Header } from '../../../core/documents/header.ts'
import { dayOf, instantOf } from '../../../core/time.ts'
import { wareki } from '../../../core/words/dates.ts'
import type { Block } from '../pdf/flow.ts'
import { breakLines } from '../pdf/lines.ts'
import type { Mark, Piece, Type } from '../pdf/marks.ts'
import { panel, paragraph } from '../pdf/paragraph.ts'
import type { Typefaces } from '../pdf/typeface.ts'
import { LEFT, RIGHT, WIDTH } from './letter.ts'

export const BODY: Type = { size: 10.5, weight: 'regular' }
const SMALL: Type = { size: 9, weight: 'regular' }

/** What the beginning of a letter needs of its record. */
export type LetterHead = Pick<Header, 'docNo' | 'revision' | 'issuedAt' | 'addressee' | 'sender' | 'contact'> & { readonly revisionKind: string }

/** Number and date at the right, addressee at the left, sender at the right, title: how a letter to a city begins in Japanese public practice. */
export function letterOpening(record: LetterHead, title: string, faces: Typefaces): Block[] {
  return [
    numberAndDate(record, faces),
    addressee(record, faces),
    sender(record, faces),
    paragraph(faces, { text: title, x: LEFT, width: WIDTH, align: 'center', size: 20, weight: 'bold', tag: 'H1', gap: 12, leading: 1.4 }),
  ]
}

/** A section's heading, which never ends a page. */
export function heading(faces: Typefaces, text: string, gap = 6): Block {
  return paragraph(faces, { text, x: LEFT, width: WIDTH, size: 10, weight: 'bold', tag: 'H2', gap, leading: 1.6, withNext: true })
}

function numberAndDate({ docNo, revision, revisionKind, issuedAt }: LetterHead, faces: Typefaces): Block {
  const rows = [['文書番号', docNo], ['発 行 日', wareki(dayOf(instantOf(issuedAt)))], ['区分・版', `${revisionKind}・第${revision}版`]] as const
  // As far right as the longest value allows.
  const widest = Math.max(...rows.map(([, value]) => faces.widthOf(value, SMALL)))
  const valueAt = Math.max(LEFT + WIDTH * 0.55, RIGHT - widest)
  const labelAt = valueAt - 48
  const lines = rows.map(([label, value]) => ({ label, values: breakLines(value, RIGHT - valueAt, (text) => faces.widthOf(text, SMALL)) }))
  const leading = 14
  return panel(lines.reduce((sum, { values }) => sum + values.length, 0) * leading, (y) => {
    let at = y
    return lines.map(({ label, values }): Piece => {
      const first = at + leading * 0.72
      at += values.length * leading
      return { kind: 'element', tag: 'P', marks: [{ kind: 'text', ...SMALL, x: labelAt, y: first, text: label }, ...values.map((text, i): Mark => ({ kind: 'text', ...SMALL, x: valueAt, y: first + i * leading, text }))] }
    })
  })
}

function addressee({ addressee: { organisation, name, section } }: LetterHead, faces: Typefaces): Block {
  const person = name === '' ? `${organisation}　御中` : `${name.startsWith(organisation) ? '' : `${organisation}　`}${name}　様`
  const lines = [
    ...breakLines(person, WIDTH * 0.58, (text) => faces.widthOf(text, { size: 12, weight: 'regular' })).map((text) => ({ text, size: 12 })),
    ...(section === '' ? [] : breakLines(`（${section}）`, WIDTH * 0.58, (text) => faces.widthOf(text, SMALL)).map((text) => ({ text, size: 9 }))),
  ]
  return panel(lines.reduce((sum, { size }) => sum + size * 1.55, 0), (y) => {
    let at = y
    return [{ kind: 'element', tag: 'P', marks: lines.map(({ text, size }): Mark => {
      at += size * 1.55
      return { kind: 'text', size, weight: 'regular', x: LEFT, y: at - size * 0.4, text }
    }) }]
  }, { gap: -8 })
}

function sender({ sender: { organisation, address, representative }, contact }: LetterHead, faces: Typefaces): Block {
  const x = LEFT + WIDTH * 0.5
  const lines = [
    ...wrapped(faces, address, x, SMALL), ...wrapped(faces, organisation, x, BODY), ...wrapped(faces, representative, x, BODY),
    ...contactLines(contact).flatMap((text) => wrapped(faces, text, x, { size: 8, weight: 'regular' })),
  ]
  return panel(lines.reduce((sum, { type }) => sum + type.size * 1.55, 0), (y) => {
    let at = y
    return [{ kind: 'element', tag: 'P', marks: lines.map(({ text, type }): Mark => {
      at += type.size * 1.55
      return { kind: 'text', ...type, x, y: at - type.size * 0.4, text }
    }) }]
  }, { gap: 4 })
}

function contactLines({ name, tel, email }: Header['contact']): string[] {
  const who = [name, tel === '' ? '' : `電話 ${tel}`].filter((part) => part !== '').join('　')
  const lines = [...(who === '' ? [] : [who]), ...(email === '' ? [] : [email])]
  return lines.map((text, i) => (i === 0 ? `連絡先：${text}` : `　　　　${text}`))
}

function wrapped(faces: Typefaces, text: string, x: number, type: Type): { text: string; type: Type }[] {
  return text === '' ? [] : breakLines(text, RIGHT - x, (part) => faces.widthOf(part, type)).map((line) => ({ text: line, type }))
}
