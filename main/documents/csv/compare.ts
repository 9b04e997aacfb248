import type { Difference } from '../../../core/documents/document.ts'
import type { DocumentRecord } from '../../../core/documents/records.ts'
import { certificateTable } from './certificate-columns.ts'
import type { Table, TabledRecord } from './document-table.ts'
import { letterTable } from './letter-columns.ts'
import { receiptTable } from './receipt-columns.ts'
import { rowsOf } from './write-table.ts'

/** Nobody reads more, and a list of two hundred thousand files may differ in every one. */
const MOST = 200
/** What every edition of a document has for itself. */
const OWN = new Set(['確認コード', '署名', '台帳番号', '台帳ハッシュ', '台帳署名', '台帳証明'])

/**
 * Where two records differ. Those with a table are compared by its columns, which are the words of the paper; others, and records of two forms,
 * by their way through the record (`lines.0.quantity`). What proves a record (code, signature, ledger) is left out: it differs because the rest does.
 */
export function compareRecords(expected: DocumentRecord, found: DocumentRecord): Difference[] {
  const table = tableFor(expected)
  return (table && table === tableFor(found) ? inTable(table, expected, found) : inRecord(expected, found, '')).slice(0, MOST)
}

/** The table of a record's form, if it has one. */
export function tableFor({ form }: DocumentRecord): Table<TabledRecord, unknown> | null {
  const table: unknown = form === 'F-25' ? receiptTable : form === 'F-30' || form === 'F-31' ? certificateTable : /^[CK]-|^F-28$/.test(form) ? null : letterTable
  return table as Table<TabledRecord, unknown> | null
}

function inTable(table: Table<TabledRecord, unknown>, expected: DocumentRecord, found: DocumentRecord): Difference[] {
  const rows = (record: DocumentRecord): string[][] => rowsOf(table, { record: record as TabledRecord, code: '', seal: '' })
  const [ours, theirs] = [rows(expected), rows(found)]
  const differences: Difference[] = ours.length === theirs.length ? [] : [{ field: '明細の行数', row: null, expected: String(ours.length), found: String(theirs.length) }]
  for (let row = 0; row < Math.min(ours.length, theirs.length) && differences.length < MOST; row++) {
    table.columns.forEach(({ name, in: where }, i) => {
      const [a = '', b = ''] = [ours[row]?.[i], theirs[row]?.[i]]
      if (a !== b && !OWN.has(name) && (where === 'item' || row === 0)) differences.push({ field: name, row: where === 'item' ? row + 1 : null, expected: a, found: b })
    })
  }
  return differences
}

function inRecord(expected: unknown, found: unknown, way: string): Difference[] {
  if (expected === found || way === 'witness') return []
  if (isObject(expected) && isObject(found)) {
    const keys = [...new Set([...Object.keys(expected), ...Object.keys(found)])]
    return keys.flatMap((key) => inRecord(expected[key], found[key], way === '' ? key : `${way}.${key}`))
  }
  return [{ field: way, row: null, expected: said(expected), found: said(found) }]
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null
const said = (value: unknown): string => (value === undefined || value === null ? '' : typeof value === 'string' ? value : JSON.stringify(value)).slice(0, 1000)
