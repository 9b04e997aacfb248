import type { DestructionCertificate, Disposed, ErasureCertificate } from '../../../core/documents/disposal-records.ts'
import type { Block } from '../pdf/flow.ts'
import { panel, paragraph } from '../pdf/paragraph.ts'
import { row, type Cell } from '../pdf/rows.ts'
import type { Typefaces } from '../pdf/typeface.ts'
import { capacity, readingShort } from './disposal-words.ts'
import { columnHeads, labelled } from './labelled.ts'
import { BODY, heading, letterOpening } from './letter-opening.ts'
import { LEFT, RIGHT, WIDTH } from './letter.ts'

export type Certificate = ErasureCertificate | DestructionCertificate

/** The letter of a certificate, of a report, or of a certificate of destruction: title, result, what it attests, and all its media at a glance. */
export function certificateLetter(record: Certificate, statement: string, faces: Typefaces): Block[] {
  const { revisionKind, revisionReason, revision, title } = record
  const reason = revisionReason === '' ? '' : `（理由：${revisionReason}）`
  return [
    ...letterOpening(record, revisionKind === '新規' ? title : `${title}（${revisionKind}）`, faces),
    resultLine(record, faces),
    ...(revisionKind === '新規' ? [] : [paragraph(faces, { ...BODY, text: `　本書は第${revision}版です${reason}。`, x: LEFT, width: WIDTH, gap: 8 })]),
    paragraph(faces, { ...BODY, text: `　特記仕様書${record.articleRef}の規定により、${revisionKind === '取消' ? `先に発行した下記の${title}を取り消します。` : statement}`, x: LEFT, width: WIDTH, gap: 8, leading: 1.5 }),
    paragraph(faces, { ...BODY, text: '記', x: LEFT, width: WIDTH, align: 'center', gap: 2, withNext: true }),
    ...summaryRows(record, faces),
    ...mediaRows(record, faces),
    paragraph(faces, { text: record.declaration, x: LEFT, width: WIDTH, size: 8.5, weight: 'regular', gap: 6, withNext: true }),
  ]
}

/** R-31: what did not pass says so before anything else. */
const WHY_NOT = { 合格: '', 不合格: '検証不合格のため証明書は発行できません', 例外: '検証不合格のため証明書は発行できません', 中止: '中止のため証明書は発行できません（消去は完了していません）' } as const

function resultLine({ result }: Certificate, faces: Typefaces): Block {
  const type = { size: 12, weight: 'bold' } as const
  const text = WHY_NOT[result] === '' ? `結果　${result}` : `結果　${result}　　${WHY_NOT[result]}`
  const [height, indent] = [25, (WIDTH - faces.widthOf(text, type)) / 2]
  return panel(height, (y) => [
    { kind: 'artifact', type: 'Layout', marks: [y, y + height].map((at) => ({ kind: 'rule' as const, from: [LEFT, at] as const, to: [RIGHT, at] as const, width: 0.8 })) },
    { kind: 'element', tag: 'P', marks: [{ kind: 'text', ...type, x: LEFT + indent, y: y + height / 2 + 4.6, text }] },
  ], { gap: 8 })
}

function summaryRows({ docNo, contract, rows, sealNo, thirdPartyNo }: Certificate, faces: Typefaces): Block[] {
  const { wide, pair } = labelled(faces, 'summary', { label: 86 })
  const counts = (['合格', '例外', '不合格', '中止'] as const).map((result) => ({ result, count: rows.filter((one) => one.result === result).length })).filter(({ count }) => count > 0)
  return [
    heading(faces, '１　契約及び概要', 1),
    pair('証明書等の番号', docNo, '契約番号', contract.contractNo),
    wide('委託業務名', contract.title),
    pair('対象', `${rows.length}件`, '結果の内訳', counts.map(({ result, count }) => `${result} ${count}件`).join('、')),
    pair('消去済シール番号', sealNo, '第三者証明番号', thirdPartyNo),
  ]
}

const COLUMNS = [
  { name: '番号', width: 27, align: 'center' }, { name: '媒体', width: 84 }, { name: '型番・製造番号', width: 102 }, { name: '容量', width: 50, align: 'right' },
  { name: '方法・区分', width: 154 }, { name: '検証', width: 38, align: 'center' }, { name: '結果', width: WIDTH - 455, align: 'center' },
] as const

function mediaRows({ rows }: Certificate, faces: Typefaces): Block[] {
  const head = columnHeads(faces, 'media', COLUMNS)
  const lines = rows.map((one, i): Block => {
    const texts = [String(one.no), mediumOf(one), serialOf(one), capacity(one.drive?.bytes ?? one.medium?.capacityBytes ?? null), `${one.methodWords}\n${one.level}：${one.category}`, readingShort(one), one.result]
    const cells = COLUMNS.map((column, at): Cell => ({ text: texts[at] ?? '', width: column.width, ...('align' in column && { align: column.align }), ...(at === COLUMNS.length - 1 && { weight: 'bold' as const }) }))
    return row(faces, { table: 'media', x: LEFT, size: 8, cells, head, withNext: i === rows.length - 1 })
  })
  return [heading(faces, '２　対象及び結果（詳細は別紙のとおり）'), head, ...lines]
}

function mediumOf({ medium, mediaName, quantity, unit }: Disposed): string {
  return medium ? `${medium.no}\n${medium.type}` : `${mediaName}\n${quantity}${unit}`
}

function serialOf({ medium, drive }: Disposed): string {
  const model = drive?.model || medium?.model || ''
  const serial = medium?.serial ?? drive?.serial ?? ''
  return [model, serial].filter((text) => text !== '').join('\n') || '－'
}
