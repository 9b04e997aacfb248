import type { FormLetter, LetterPart } from '../../../core/documents/form-letter.ts'
import { dayOf, instantOf } from '../../../core/time.ts'
import { wareki } from '../../../core/words/dates.ts'
import type { Column, Table } from './document-table.ts'
import { rebuildLetter } from './rebuild-letter.ts'

/** What one row of a letter's CSV holds: so that any form, ours or a city's, reads as a sheet from top to bottom. */
export interface Line {
  /** The part of the letter it belongs to, counted from 1; 0 below them all. */
  readonly part: number
  readonly kind: '項目' | '列名' | '明細' | '条文' | '注記' | '署名欄'
  readonly heading: string
  readonly label: string
  /** How it stands on paper: kind and width of a box, or of every column. */
  readonly layout: string
  readonly values: readonly string[]
}

/** The most columns that a table of a letter has. */
export const MOST_VALUES = 20
export const valueColumn = (i: number): string => `値${i + 1}`

/** Every form in one table: a row for each box, each row of a table, each clause. */
const COLUMNS: readonly Column<FormLetter, Line>[] = [
  document('様式版', ({ template }) => template),
  document('文書番号', ({ docNo }) => docNo),
  document('版', ({ revision }) => String(revision)),
  document('区分', ({ revisionKind }) => revisionKind),
  document('発行日和暦', ({ issuedAt }) => wareki(dayOf(instantOf(issuedAt)))),
  document('issued_at', ({ issuedAt }) => issuedAt),
  document('契約番号', ({ contract }) => contract.contractNo),
  document('委託業務名', ({ contract }) => contract.title),
  document('受託者名', ({ sender }) => sender.organisation),
  document('書面番号', ({ form }) => form),
  document('書面名', ({ title }) => title),
  document('記載様式', ({ formVersion }) => formVersion),

  item('区画', ({ part }) => String(part)),
  item('種類', ({ kind }) => kind),
  item('見出し', ({ heading }) => heading),
  item('項目', ({ label }) => label),
  ...Array.from({ length: MOST_VALUES }, (_, i) => item(valueColumn(i), ({ values }) => values[i] ?? '')),
  item('体裁', ({ layout }) => layout),

  { name: '確認コード', in: 'document', write: ({ code }) => code },
  document('鍵ID', ({ keys }) => keys.checkpointKeyId),
  { name: '署名', in: 'document', write: ({ seal }) => seal },
  document('明細数', (record) => String(countLines(record))),

  once('様式名', ({ mark }) => mark),
  once('訂正等の理由', ({ revisionReason }) => revisionReason),
  once('変更前文書番号', ({ changesDocNo }) => changesDocNo),
  once('本文', ({ statement }) => statement),
  once('宛先団体', ({ addressee }) => addressee.organisation),
  once('宛先氏名', ({ addressee }) => addressee.name),
  once('宛先部署', ({ addressee }) => addressee.section),
  once('受託者所在地', ({ sender }) => sender.address),
  once('受託者代表者', ({ sender }) => sender.representative),
  once('連絡先氏名', ({ contact }) => contact.name),
  once('連絡先電話', ({ contact }) => contact.tel),
  once('連絡先メール', ({ contact }) => contact.email),
  once('根拠条項', ({ articleRef }) => articleRef),
  once('ルート証明書指紋', ({ keys }) => keys.rootFingerprint),
  once('台帳番号', ({ witness }) => (witness === null ? '' : String(witness.seq))),
  once('台帳ハッシュ', ({ witness }) => witness?.leafHash ?? ''),
  once('台帳署名', ({ witness }) => witness?.checkpoint ?? ''),
  once('台帳証明', ({ witness }) => witness?.proof.join(' ') ?? ''),
]

export const letterTable: Table<FormLetter, Line> = {
  columns: COLUMNS, days: Array.from({ length: MOST_VALUES }, (_, i) => valueColumn(i)), itemsOf: linesOf, rowsSaid: (_, cell) => Number(cell('明細数')), rebuild: rebuildLetter,
}

function linesOf({ parts, notes, signatures }: FormLetter): Line[] {
  return [
    ...parts.flatMap((part, i) => partLines(part, i + 1)),
    ...notes.map((text): Line => ({ part: 0, kind: '注記', heading: '', label: '', layout: '', values: [text] })),
    ...signatures.map(({ label, name, note }): Line => ({ part: 0, kind: '署名欄', heading: '', label, layout: note, values: [name] })),
  ]
}

/** Counted without making them: it is asked for in every row. */
function countLines({ parts, notes, signatures }: FormLetter): number {
  return parts.reduce((sum, part) => sum + (part.kind === 'fields' ? part.fields.length : part.kind === 'table' ? 1 + part.rows.length : part.clauses.length), notes.length + signatures.length)
}

function partLines(part: LetterPart, no: number): Line[] {
  const line = { part: no, heading: part.heading, label: '', layout: '' }
  switch (part.kind) {
    case 'fields': return part.fields.map(({ label, value, as, wide }) => ({ ...line, kind: '項目', label, layout: `${as}${wide ? ' wide' : ''}`, values: [value] }))
    case 'table': return [
      { ...line, kind: '列名', layout: part.columns.map(({ share, align, as }) => `${share}:${align}:${as}`).join(' '), values: part.columns.map(({ label }) => label) },
      ...part.rows.map((values): Line => ({ ...line, kind: '明細', values })),
    ]
    case 'text': return part.clauses.map((text) => ({ ...line, kind: '条文', layout: part.numbered ? 'numbered' : '', values: [text] }))
  }
}

function document(name: string, write: (record: FormLetter) => string): Column<FormLetter, Line> {
  return { name, in: 'document', write: ({ record }) => write(record) }
}

function once(name: string, write: (record: FormLetter) => string): Column<FormLetter, Line> {
  return { name, in: 'once', write: ({ record }) => write(record) }
}

function item(name: string, write: (line: Line) => string): Column<FormLetter, Line> {
  return { name, in: 'item', write: (_, line) => write(line) }
}
