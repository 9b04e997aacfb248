import type { CustodyReceipt } from '../../../core/documents/records.ts'
import type { Block } from '../pdf/flow.ts'
import { grouped, hashGroups } from '../pdf/numbers.ts'
import { paragraph } from '../pdf/paragraph.ts'
import { row, type Cell } from '../pdf/rows.ts'
import type { Typefaces } from '../pdf/typeface.ts'
import { heading } from './letter-opening.ts'
import { LEFT, WIDTH } from './letter.ts'

type Item = CustodyReceipt['items'][number]

/** More rows than these nobody reads on paper; the attached record holds them all. */
const MOST_ON_PAPER = 300

const COLUMNS = [
  { name: '番号', width: 27, align: 'center' }, { name: 'ファイル名等', width: 128 }, { name: '情報の種類', width: 78 }, { name: '受領形式', width: 65 },
  { name: '件数', width: 44, align: 'right' }, { name: 'バイト数', width: 62, align: 'right' }, { name: '重要度', width: 49 }, { name: '個人情報', width: WIDTH - 453, align: 'center' },
] as const

/** お預かりした情報: one row for each file with its hash, and the totals. */
export function itemRows(record: CustodyReceipt, faces: Typefaces): Block[] {
  const rows = record.items.length > MOST_ON_PAPER ? summaryRows(record, faces) : listRows(record, faces)
  return [heading(faces, '２　お預かりした情報'), ...rows]
}

function listRows({ items, totals }: CustodyReceipt, faces: Typefaces): Block[] {
  const head = headRow(faces, 'items', COLUMNS.map(({ name }) => name), COLUMNS.map(({ width }) => width))
  // The last row goes with the totals, and those with the signature block: none of them alone on a page.
  return [head, ...items.map((item, i) => itemRow(faces, item, head, i === items.length - 1)), totalsRow(faces, totals)]
}

function itemRow(faces: Typefaces, item: Item, head: Block, withNext: boolean): Block {
  const texts = [String(item.no), item.name, item.infoKind, item.form, item.count === null ? '－' : grouped(item.count), grouped(item.size), item.importanceClass, personal(item)]
  const cells = COLUMNS.map((column, i): Cell => ({ text: texts[i] ?? '', width: column.width, ...('align' in column && { align: column.align }) }))
  return row(faces, { table: 'items', x: LEFT, size: 8, cells, head, withNext, footnote: { text: hashGroups(item.sha256), from: LEFT + COLUMNS[0].width, size: 7.5, pitch: 46 } })
}

function personal({ personalInfo, sensitive, myNumber }: Item): string {
  return [personalInfo ? '有' : '無', ...(sensitive ? ['要配慮'] : []), ...(myNumber ? ['特定'] : [])].join('\n')
}

function totalsRow(faces: Typefaces, totals: CustodyReceipt['totals']): Block {
  const [no, name, kind, form, count, size, importance, personalInfo] = COLUMNS
  return row(faces, {
    table: 'items', x: LEFT, size: 8, withNext: true,
    cells: [
      { text: `合計　${grouped(totals.items)}点`, width: no.width + name.width + kind.width + form.width, tag: 'TH', scope: 'Row', weight: 'bold', align: 'right' },
      { text: totals.count === null ? '－' : grouped(totals.count), width: count.width, align: 'right', weight: 'bold' },
      { text: grouped(totals.bytes), width: size.width, align: 'right', weight: 'bold' }, { text: '', width: importance.width + personalInfo.width },
    ],
  })
}

/** Sums by kind, form and class, in the order in which they first appear. */
function summaryRows({ items, totals, docNo }: CustodyReceipt, faces: Typefaces): Block[] {
  const widths = [158, 70, 62, 50, 44, 44, WIDTH - 428]
  const head = headRow(faces, 'summary', ['情報の種類', '受領形式', '重要度', '個人情報', '点数', '件数', 'バイト数'], widths)
  const cell = (text: string, i: number): Cell => ({ text, width: widths[i] ?? 0, align: i < 3 ? 'left' : i === 3 ? 'center' : 'right' })
  const group = ({ infoKind, form, importanceClass, personal, files, count, bytes }: Group): Block =>
    row(faces, { table: 'summary', x: LEFT, size: 8, head, cells: [infoKind, form, importanceClass, personal, grouped(files), count === null ? '－' : grouped(count), grouped(bytes)].map(cell) })
  return [
    paragraph(faces, { text: `明細が${MOST_ON_PAPER}点を超えるため、種類ごとに集計して示します。全${grouped(totals.items)}点の明細（ファイル名及びSHA-256を含む。）は、本書に添付した${docNo}.jsonに記載しています。`, x: LEFT, width: WIDTH, size: 9, weight: 'regular', withNext: true }),
    { ...head, gap: 4 },
    ...groupsOf(items).map(group),
    row(faces, {
      table: 'summary', x: LEFT, size: 8, withNext: true,
      cells: [{ text: '合計', width: 340, tag: 'TH', scope: 'Row', weight: 'bold', align: 'right' }, ...[grouped(totals.items), totals.count === null ? '－' : grouped(totals.count), grouped(totals.bytes)].map((text, i) => ({ ...cell(text, i + 4), weight: 'bold' as const }))],
    }),
  ]
}

interface Group extends Pick<Item, 'infoKind' | 'form' | 'importanceClass'> { personal: string; files: number; count: number | null; bytes: number }

function groupsOf(items: readonly Item[]): Group[] {
  const groups = new Map<string, Group>()
  for (const item of items) {
    const { infoKind, form, importanceClass } = item
    const key = JSON.stringify([infoKind, form, importanceClass, personal(item)])
    const group = groups.get(key) ?? { infoKind, form, importanceClass, personal: personal(item), files: 0, count: 0, bytes: 0 }
    group.files += 1
    group.bytes += item.size
    // A sum of which a part is unknown would be a lie.
    group.count = group.count === null || item.count === null ? null : group.count + item.count
    groups.set(key, group)
  }
  return [...groups.values()]
}

function headRow(faces: Typefaces, table: string, names: readonly string[], widths: readonly number[]): Block {
  return row(faces, { table, x: LEFT, size: 8, withNext: true, cells: names.map((text, i) => ({ text, width: widths[i] ?? 0, tag: 'TH', scope: 'Column', weight: 'bold', align: 'center' })) })
}
