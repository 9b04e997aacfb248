import * as z from 'zod'
import { type AnswerCondition, CityAnswer } from '../../../core/documents/city-answer.ts'
import { dayOf, instantOf } from '../../../core/time.ts'
import { wareki } from '../../../core/words/dates.ts'
import { type Bound, boundColumn, rebuildFrom } from './bound.ts'
import { list, text, whole } from './codecs.ts'
import type { Column, Table } from './document-table.ts'

type Own = Column<CityAnswer, CityAnswer>

/** `持出禁止`, `その他：作業は2名で行うこと`. */
const condition = {
  write: ({ kind, text: words }: AnswerCondition) => (words === '' ? kind : `${kind}：${words}`),
  read: (cell: string) => {
    const [, kind, words = ''] = /^([^：]+)(?:：(.*))?$/s.exec(cell) ?? []
    return { kind, text: words }
  },
}

/** A city's answer in one row: what it answers, what it says, and what proves it. */
const COLUMNS: readonly (Bound | Own)[] = [
  document('様式版', 'template'), document('文書番号', 'docNo'), document('版', 'revision', whole), document('区分', 'revisionKind'),
  derived('発行日和暦', ({ issuedAt }) => wareki(dayOf(instantOf(issuedAt)))), document('issued_at', 'issuedAt'), document('契約番号', 'contract.contractNo'), document('委託業務名', 'contract.title'), document('受託者名', 'addressee.organisation'),
  document('書面名', 'title'), document('対象書面番号', 'of.form'), document('対象書面名', 'of.title'), document('対象文書番号', 'of.docNo'), document('対象の版', 'of.revision', whole), document('対象の発行日時', 'of.issuedAt'), document('対象sha256', 'of.hash'),
  document('収受番号', 'cityReceiptNo'), document('回答', 'decision'), document('承認番号', 'approvalNo'), document('回答日', 'decidedOn'), document('決裁者職名', 'decidedBy.title'), document('決裁者氏名', 'decidedBy.name'),
  document('条件', 'conditions', list(condition)), document('理由', 'reason'), document('立会者所属', 'attendance.organisation'), document('立会者氏名', 'attendance.name'),
  { name: '確認コード', in: 'document', write: ({ code }) => code }, document('鍵ID', 'keys.checkpointKeyId'), { name: '署名', in: 'document', write: ({ seal }) => seal },
  document('訂正等の理由', 'revisionReason'), document('宛先氏名', 'addressee.name'), document('宛先部署', 'addressee.section'), document('市区町村名', 'sender.organisation'), document('市区町村所在地', 'sender.address'), document('市区町村代表者', 'sender.representative'),
  document('連絡先氏名', 'contact.name'), document('連絡先電話', 'contact.tel'), document('連絡先メール', 'contact.email'), document('根拠条項', 'articleRef'),
  document('ルート証明書指紋', 'keys.rootFingerprint'), document('台帳番号', 'witness.seq', whole), document('台帳ハッシュ', 'witness.leafHash'), document('台帳署名', 'witness.checkpoint'), document('台帳証明', 'witness.proof', list(text)),
]
const BOUND = COLUMNS.filter((column) => 'path' in column)

/** A table's rebuilding brings rows; an answer has none. */
const withoutRows = z.preprocess((found) => {
  const { rows: _rows, ...own } = found as Record<string, unknown>
  return own
}, CityAnswer)

/** C-02: one row. */
export const answerTable: Table<CityAnswer, CityAnswer> = {
  columns: COLUMNS.map((column): Own => ('path' in column ? boundColumn<CityAnswer, CityAnswer>(column) : column)), days: ['回答日'], itemsOf: (record) => [record], rowsSaid: () => 1,
  rebuild: (rows, cell) => rebuildFrom<CityAnswer>({ bound: BOUND, absent: { of: { witness: '台帳番号', attendance: '立会者氏名' }, ofItem: {} }, rows, cell, fixed: { v: 1, form: 'C-02' }, schema: withoutRows }),
}

function document(name: string, path: string, codec = text): Bound { return { name, in: 'document', path: path.split('.'), codec } }
function derived(name: string, write: (record: CityAnswer) => string): Own { return { name, in: 'document', write: ({ record }) => write(record) } }
