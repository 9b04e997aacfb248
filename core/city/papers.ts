import type { DestructionCertificate, DisposalNotice, Disposed, ErasureCertificate } from '../documents/disposal-records.ts'
import type { ImportedDocument } from '../documents/document.ts'
import { FormLetter } from '../documents/form-letter.ts'
import { DocumentRecord, type CustodyReceipt } from '../documents/records.ts'
import type { Reading } from '../ledger/shelf.ts'

/** A document that holds: its record, and what it was taken in as. */
export interface Paper<R = DocumentRecord> { readonly imported: ImportedDocument; readonly record: R }

/** A row of a certificate with the document that it stands in. */
export interface CertifiedRow { readonly docNo: string; readonly row: Disposed }
/** A thing that went back, as an F-26 tells it; `itemNo` null where it names the thing alone. */
export interface ReturnedRow { readonly docNo: string; readonly delivered: boolean; readonly at: string; readonly receiptNo: string; readonly itemNo: number | null; readonly name: string; readonly left: string }
/** A line of the contractor's own final count (F-27). */
export interface CountedRow { readonly receiptNo: string; readonly figures: Readonly<Record<'received' | 'returned' | 'erased' | 'disposed' | 'delivered' | 'remaining', string>> }

/** What a city may count on: signed, not superseded, not taken back. Whatever else came in is named apart. */
export interface Papers {
  readonly receipts: readonly Paper<CustodyReceipt>[]
  readonly notices: readonly Paper<DisposalNotice>[]
  readonly rows: readonly CertifiedRow[]
  readonly returned: readonly ReturnedRow[]
  readonly confirmation: (Paper<FormLetter> & { readonly rows: readonly CountedRow[] }) | null
  readonly unsigned: readonly ImportedDocument[]
  readonly cancelled: ReadonlySet<string>
}

const COUNTED = new Set(['F-25', 'F-26', 'F-27', 'F-28', 'F-30', 'F-31'])

/** The papers of one contract, read from what was imported. A record that no longer fits its schema is no paper. */
export function papersOf(reading: Reading, contractId: string): Papers {
  const all = reading.list('imported', contractId).filter(({ form, supersededBy }) => COUNTED.has(form) && supersededBy === null)
  const papers = all.filter(({ verdict }) => verdict === 'verified').flatMap((imported): Paper[] => {
    const parsed = DocumentRecord.safeParse(imported.record)
    return parsed.success ? [{ imported, record: parsed.data }] : []
  })
  const isCancelled = ({ record }: Paper): boolean => 'revisionKind' in record && record.revisionKind === '取消'
  const standing = papers.filter((paper) => !isCancelled(paper))
  const of = <R extends DocumentRecord>(is: (record: DocumentRecord) => record is R): Paper<R>[] => standing.flatMap(({ imported, record }) => (is(record) ? [{ imported, record }] : []))
  const confirmations = of(isLetter('F-27')).sort((a, b) => a.imported.importedAt - b.imported.importedAt)
  const confirmation = confirmations.at(-1)
  return {
    receipts: of((record): record is CustodyReceipt => record.form === 'F-25').sort((a, b) => (a.record.docNo < b.record.docNo ? -1 : 1)),
    notices: of((record): record is DisposalNotice => record.form === 'F-28'),
    rows: of((record): record is ErasureCertificate | DestructionCertificate => record.form === 'F-30' || record.form === 'F-31').flatMap(({ record: { docNo, rows } }) => rows.map((row) => ({ docNo, row }))),
    returned: of(isLetter('F-26')).flatMap(({ record }) => returnedIn(record)),
    confirmation: confirmation ? { ...confirmation, rows: countedIn(confirmation.record) } : null,
    unsigned: all.filter(({ verdict }) => verdict !== 'verified'),
    cancelled: new Set(papers.filter(isCancelled).map(({ record }) => record.docNo)),
  }
}

const isLetter = (form: 'F-26' | 'F-27') => (record: DocumentRecord): record is FormLetter => record.form === form

/** Read by the labels that stand on the paper; a city's own form that lacks them tells less. */
function returnedIn(letter: FormLetter): ReturnedRow[] {
  const field = (label: string): string => letter.parts.flatMap((part) => (part.kind === 'fields' ? part.fields : [])).find((one) => one.label === label)?.value ?? ''
  const [delivered, at, receiptNo] = [field('返却方法').endsWith('（納品）'), field('返却日時'), field('預り番号')]
  return rowsIn(letter, '返却品').flatMap((row) => {
    const no = Number(row('項番'))
    const own = row('預り番号')
    if (own === '' && (receiptNo === '' || receiptNo.startsWith('（') || receiptNo.includes('、') || row('項番') !== '')) return []
    return [{ docNo: letter.docNo, delivered, at, receiptNo: own === '' ? receiptNo : own, itemNo: Number.isSafeInteger(no) && no > 0 ? no : null, name: row('返却品'), left: row('残存') }]
  })
}

const LABELS = { received: '受領数', returned: '返却数', erased: '消去数', disposed: '廃棄数', delivered: '納品数', remaining: '残数' } as const

const countedIn = (letter: FormLetter): CountedRow[] => rowsIn(letter, '残数').map((row) => ({
  receiptNo: row('預り番号'),
  figures: { received: row(LABELS.received), returned: row(LABELS.returned), erased: row(LABELS.erased), disposed: row(LABELS.disposed), delivered: row(LABELS.delivered), remaining: row(LABELS.remaining) },
}))

/** The rows of the table that has a column of this label, each as a look-up by label. */
function rowsIn(letter: FormLetter, label: string): ((label: string) => string)[] {
  const table = letter.parts.find((part) => part.kind === 'table' && part.columns.some((column) => column.label === label))
  if (table?.kind !== 'table') return []
  return table.rows.map((cells) => (wanted: string): string => cells[table.columns.findIndex((column) => column.label === wanted)] ?? '')
}
