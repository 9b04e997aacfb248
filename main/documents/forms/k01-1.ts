import { createPublicKey } from 'node:crypto'
import type { KeyNotice } from '../../../core/documents/records.ts'
import { dayOf, instantOf } from '../../../core/time.ts'
import { wareki } from '../../../core/words/dates.ts'
import { keyIdOf } from '../seal.ts'
import { flow, type Block } from '../pdf/flow.ts'
import type { Mark, Page, Piece } from '../pdf/marks.ts'
import { panel, paragraph } from '../pdf/paragraph.ts'
import { qrModules } from '../pdf/qr.ts'
import { row } from '../pdf/rows.ts'
import type { Typefaces } from '../pdf/typeface.ts'
import type { Marks, Template } from './form.ts'
import { endingAt, footer, LEFT, WIDTH } from './letter.ts'

/** K-01 公開鍵届, first version: one sheet, whose fingerprint and words are compared by telephone or across the counter. */
export const k01v1: Template<KeyNotice> = {
  title: ({ docNo }) => `公開鍵届 ${docNo}`,
  author: ({ organisation }) => organisation,
  subject: ({ fingerprint }) => fingerprint,
  pages: drawPages,
}

/** What a camera reads off the sheet: the fingerprint behind a mark of its own, in the characters that QR codes hold best. */
export const fingerprintQr = (fingerprint: string): string => `AZKF:${fingerprint.toUpperCase()}`

const LABEL = 110
const QR = 96

function drawPages(record: KeyNotice, { code }: Marks, faces: Typefaces): Page[] {
  const blocks = [...opening(record, faces), ...keyRows(record, faces), words(record), camera(record, faces), ...cityRows(faces)]
  const pages = flow(blocks, { top: 48, bottom: 792 })
  return pages.map((page, i) => [...page, footer(faces, record.docNo, code, i + 1, pages.length)])
}

function opening({ docNo, issuedAt, organisation }: KeyNotice, faces: Typefaces): Block[] {
  const small = { size: 9, weight: 'regular' } as const
  return [
    panel(28, (y): Piece[] => [{ kind: 'element', tag: 'P', marks: [endingAt(faces, LEFT + WIDTH, y + 10, `文書番号　${docNo}`, small), endingAt(faces, LEFT + WIDTH, y + 24, wareki(dayOf(instantOf(issuedAt))), small)] }]),
    paragraph(faces, { text: organisation, x: LEFT + WIDTH / 2, width: WIDTH / 2, size: 11, weight: 'regular', gap: 18, align: 'right' }),
    paragraph(faces, { text: '公　開　鍵　届', x: LEFT, width: WIDTH, align: 'center', size: 20, weight: 'bold', tag: 'H1', gap: 26, leading: 1.4 }),
    paragraph(faces, { text: '　当組織が発行する文書の確認に用いる公開鍵を、下記のとおり届け出ます。登録に当たっては、指紋又は確認のことばが本書と一致することを、電話又は対面で確かめてください。', x: LEFT, width: WIDTH, size: 10.5, weight: 'regular', gap: 14, leading: 1.6 }),
    paragraph(faces, { text: '記', x: LEFT, width: WIDTH, align: 'center', size: 10.5, weight: 'regular', gap: 10, withNext: true }),
  ]
}

function keyRows({ organisation, fingerprint, checkpointKeyPem }: KeyNotice, faces: Typefaces): Block[] {
  const line = (label: string, value: string, size: number, gap = 0): Block =>
    row(faces, { table: 'keys', x: LEFT, size: 9.5, gap, cells: [{ text: label, width: LABEL, tag: 'TH', scope: 'Row', weight: 'bold' }, { text: value, width: WIDTH - LABEL, size }] })
  return [
    line('組織名', organisation, 9.5, 10),
    line('ルート証明書の指紋\n（SHA-256）', fourByFour(fingerprint), 13),
    line('確認用の鍵ID\n（Ed25519）', keyIdOf(createPublicKey(checkpointKeyPem)), 13),
  ]
}

/** 64 digits in four lines of four groups, as one reads them aloud. */
function fourByFour(fingerprint: string): string {
  const groups = fingerprint.match(/.{1,4}/g) ?? []
  return [0, 4, 8, 12].map((from) => groups.slice(from, from + 4).join('　')).join('\n')
}

function words({ checkWords }: KeyNotice): Block {
  const [columns, wide, high] = [4, WIDTH / 4, 30]
  return panel(22 + 3 * high, (y) => {
    const marks = checkWords.flatMap((word, i): Mark[] => {
      const [x, top] = [LEFT + (i % columns) * wide, y + 22 + Math.floor(i / columns) * high]
      return [{ kind: 'text', size: 8, weight: 'regular', x: x + 6, y: top + 19, text: String(i + 1) }, { kind: 'text', size: 14, weight: 'bold', x: x + 22, y: top + 20.5, text: word }]
    })
    const rules = [0, 1, 2, 3].map((i): Mark => ({ kind: 'rule', from: [LEFT, y + 22 + i * high], to: [LEFT + WIDTH, y + 22 + i * high], width: 0.4 }))
    const sides = [0, 1, 2, 3, 4].map((i): Mark => ({ kind: 'rule', from: [LEFT + i * wide, y + 22], to: [LEFT + i * wide, y + 22 + 3 * high], width: 0.4 }))
    return [
      { kind: 'artifact', type: 'Layout', marks: [...rules, ...sides] },
      { kind: 'element', tag: 'H2', marks: [{ kind: 'text', size: 10, weight: 'bold', x: LEFT, y: y + 14, text: '確認のことば（電話で読み上げて確かめるためのもの）' }] },
      { kind: 'element', tag: 'P', marks },
    ]
  }, { gap: 14 })
}

function camera({ fingerprint, docNo }: KeyNotice, faces: Typefaces): Block {
  const note = paragraph(faces, { text: '左のQRコードは、ルート証明書の指紋と同じ内容です。本書に記載した鍵は、添付の電子データ（JSON）に収めています。秘密鍵は届け出た組織の外へ出ることはありません。', x: LEFT + QR + 14, width: WIDTH - QR - 14, size: 9, weight: 'regular', leading: 1.6 })
  return panel(QR, (y) => [{ kind: 'element', tag: 'Figure', alt: `公開鍵届 ${docNo} の指紋のQRコード`, marks: [qrModules(fingerprintQr(fingerprint), LEFT, y, QR)] }, ...note.draw(y + 12)], { gap: 14 })
}

/** For the office that registers the key. */
function cityRows(faces: Typefaces): Block[] {
  const label = { width: LABEL, tag: 'TH', scope: 'Row', weight: 'bold' } as const
  const line = (name: string, value: string): Block => row(faces, { table: 'registration', x: LEFT, size: 9.5, cells: [{ ...label, text: name }, { text: value, width: WIDTH - LABEL }] })
  return [
    paragraph(faces, { text: '届出を受けた者の記入欄', x: LEFT, width: WIDTH, size: 10, weight: 'bold', tag: 'H2', gap: 16, leading: 1.7, withNext: true }),
    line('確かめた方法', '□ 電話　　　□ 対面　　　□ その他（　　　　　　　　　　　　　　　　）'),
    line('確かめた日', '　　　　年　　　月　　　日'),
    line('確かめた者', '所属　　　　　　　　　　　　　　　氏名'),
  ]
}
