import type { Finding } from '../../../core/documents/document.ts'
import { FormLetter } from '../../../core/documents/form-letter.ts'
import { finding } from '../../../core/words/findings.ts'
import { whole } from './codecs.ts'
import type { CellOf } from './document-table.ts'
import { MOST_VALUES, valueColumn } from './letter-columns.ts'

interface FoundLine { readonly row: number; readonly part: string; readonly kind: string; readonly heading: string; readonly label: string; readonly layout: string; value(i: number): string }

/** Column by column what a letter's fields came from, to name the column when a value does not fit. */
const COLUMN_OF: Readonly<Record<string, string>> = {
  template: '様式版', docNo: '文書番号', revision: '版', revisionKind: '区分', issuedAt: 'issued_at', form: '書面番号', title: '書面名', formVersion: '記載様式', statement: '本文', parts: '値1',
  keys: 'ルート証明書指紋', witness: '台帳番号', articleRef: '根拠条項',
}

/** The letter whose values stand in the cells: the other half of `letterTable`. */
export function rebuildLetter(rows: number, cell: CellOf): { record: FormLetter | null; findings: Finding[] } {
  const lines = Array.from({ length: rows }, (_, row): FoundLine => ({
    row, part: cell('区画', row), kind: cell('種類', row), heading: cell('見出し', row), label: cell('項目', row), layout: cell('体裁', row), value: (i) => cell(valueColumn(i), row),
  }))
  const of = (kind: string): FoundLine[] => lines.filter((line) => line.kind === kind && line.part === '0')
  const parsed = FormLetter.safeParse({
    v: 1, form: cell('書面番号'), template: cell('様式版'), formVersion: cell('記載様式'), mark: cell('様式名'), title: cell('書面名'),
    docNo: cell('文書番号'), revision: whole.read(cell('版')), revisionKind: cell('区分'), revisionReason: cell('訂正等の理由'), changesDocNo: cell('変更前文書番号'), issuedAt: cell('issued_at'),
    addressee: { organisation: cell('宛先団体'), name: cell('宛先氏名'), section: cell('宛先部署') },
    sender: { organisation: cell('受託者名'), address: cell('受託者所在地'), representative: cell('受託者代表者') },
    contact: { name: cell('連絡先氏名'), tel: cell('連絡先電話'), email: cell('連絡先メール') },
    contract: { contractNo: cell('契約番号'), title: cell('委託業務名') }, articleRef: cell('根拠条項'),
    keys: { rootFingerprint: cell('ルート証明書指紋'), checkpointKeyId: cell('鍵ID') },
    witness: cell('台帳番号') === '' ? null : { checkpoint: cell('台帳署名'), seq: whole.read(cell('台帳番号')), leafHash: cell('台帳ハッシュ'), proof: cell('台帳証明') === '' ? [] : cell('台帳証明').split(' ') },
    statement: cell('本文'), parts: partsIn(lines), notes: of('注記').map(({ value }) => value(0)), signatures: of('署名欄').map(({ label, layout, value }) => ({ label, name: value(0), note: layout })),
  })
  if (parsed.success) return { record: parsed.data, findings: [] }
  return { record: null, findings: parsed.error.issues.slice(0, 20).map(({ path }) => malformed(lines, path)) }
}

/** Lines that follow each other under one number are one part. What fits no part is left for the schema to refuse. */
function partsIn(lines: readonly FoundLine[]): unknown[] {
  return groups(lines).map((group) => partOf(group))
}

function groups(lines: readonly FoundLine[]): FoundLine[][] {
  const all: FoundLine[][] = []
  for (const line of lines.filter(({ part }) => part !== '0')) {
    const last = all.at(-1)
    if (last?.[0]?.part === line.part) last.push(line)
    else all.push([line])
  }
  return all
}

function partOf(group: readonly FoundLine[]): unknown {
  const [first, ...rest] = group
  const heading = first?.heading ?? ''
  switch (first?.kind) {
    case '項目': return { kind: 'fields', heading, fields: group.map(({ kind, label, layout, value }) => (kind === '項目' ? { label, value: value(0), as: layout.split(' ')[0], wide: layout.endsWith(' wide') } : null)) }
    case '列名': return tableOf(first, rest)
    case '条文': return { kind: 'text', heading, numbered: first.layout === 'numbered', clauses: group.map(({ kind, value }) => (kind === '条文' ? value(0) : null)) }
    default: return null
  }
}

function tableOf(head: FoundLine, rows: readonly FoundLine[]): unknown {
  const columns = head.layout.split(' ').slice(0, MOST_VALUES).map((layout, i) => {
    const [share = '', align, as] = layout.split(':')
    return { label: head.value(i), share: whole.read(share), align, as }
  })
  return { kind: 'table', heading: head.heading, columns, rows: rows.map(({ kind, value }) => (kind === '明細' ? columns.map((_, i) => value(i)) : null)) }
}

/** Names the row where it can be told, and the column that people see. */
function malformed(lines: readonly FoundLine[], path: readonly PropertyKey[]): Finding {
  const [first, part, of, index] = path
  const column = COLUMN_OF[String(first)] ?? String(first)
  const group = first === 'parts' && typeof part === 'number' ? groups(lines)[part] : undefined
  const line = group?.[typeof index === 'number' ? index + (of === 'rows' ? 1 : 0) : 0]
  return finding('csv-value-malformed', { row: (line?.row ?? 0) + 1, column }, column)
}
