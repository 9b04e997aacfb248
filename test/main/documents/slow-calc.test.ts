import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import type { CustodyReceipt, DocumentRecord } from '../../../core/documents/records.ts'
import type { Instant } from '../../../core/time.ts'
import { readCsv } from '../../../main/documents/csv/table.ts'
import { readTable, tableOf } from '../../../main/documents/csv/tables.ts'
import { verifyFile } from '../../../main/documents/verify/verify-file.ts'
import { realTables } from '../../../main/ledgers/write-table.ts'
import { certificateOver, failedStick, erasureOf, reportOfMarch } from './certificates.ts'
import { bodyOf, openDesk, trustIn } from './desk-of-documents.ts'
import { addressList, septemberReceipt } from './receipts.ts'

/** Somebody else's spreadsheet: LibreOffice Calc opens what we write and saves it again in its own way. */
let desk: Awaited<ReturnType<typeof openDesk>>
let folder = ''
beforeAll(async () => {
  desk = await openDesk()
  folder = mkdtempSync(join(tmpdir(), 'azukari-calc-'))
})

/** LibreOffice's numbers of encodings. */
const UTF8 = 76
const CP932 = 60
const csvIn = (encoding: number) => `Text - txt - csv (StarCalc):44,34,${encoding},1`

/** Calc opens a CSV and saves it as `to` into a new folder. */
function calc(path: string, to: string, encoding: number | null = null): string {
  const out = mkdtempSync(join(folder, 'saved-'))
  execFileSync('soffice', [`-env:UserInstallation=file://${folder}/profile`, '--headless', ...(encoding === null ? [] : [`--infilter=${csvIn(encoding)}`]), '--convert-to', to, '--outdir', out, path], { stdio: 'ignore', timeout: 170_000 })
  return join(out, basename(path).replace(/\.\w+$/, `.${to.split(':')[0]}`))
}

/** What a spreadsheet would bend: formulas, leading zeros, long digits, dates, and characters that CP932 lacks. */
const odd: CustodyReceipt = {
  ...septemberReceipt, docNo: 'A-R8-017-090',
  handover: { ...septemberReceipt.handover, deliveredBy: '=HYPERLINK("http://example.invalid","x")', remarks: '0123456789012345\n二行目, "引用" \'@x\'', storagePlace: '＋１２３' },
  items: [{ ...addressList, name: '001.csv', infoKind: '2027/3/17' }, { ...addressList, no: 2, name: '4.01E+11', infoKind: '-1-2' }], totals: { items: 2, count: 24, bytes: 1854 },
}
const records: [string, DocumentRecord][] = [['a receipt', septemberReceipt], ['a receipt full of traps', odd], ['a certificate', certificateOver([erasureOf()])], ['a report of two failures', { ...reportOfMarch, rows: [failedStick, ...reportOfMarch.rows.slice(1)] }]]

async function csvOf(record: DocumentRecord): Promise<{ utf8: string; cp932: string }> {
  const own = { ...record, keys: desk.named } as DocumentRecord
  const csv = bodyOf((await desk.documents.bodies(own)).bodies, 'text/csv')
  const name = 'docNo' in record ? record.docNo : ''
  return { utf8: await desk.put(`${name}.csv`, csv), cp932: await desk.put(`${name}-cp932.csv`, tableOf(readTable(csv), 'cp932').bytes) }
}
const verdictOn = async (path: string) => (await verifyFile(path, trustIn(desk.keys, { at: Date.parse('2027-04-01T00:00:00Z') as Instant }))).map(({ verification: { verdict, reasons } }) => [verdict, ...reasons.map(({ code, field }) => `${code} ${field ?? ''}`.trim())])

describe.each(records)('%s, saved again by Calc', (_, record) => {
  test('as CSV in UTF-8, in CP932, and by way of a workbook, it is still what was signed', async () => {
    const { utf8, cp932 } = await csvOf(record)
    expect(await verdictOn(calc(utf8, `csv:Text - txt - csv (StarCalc):44,34,${UTF8},1`, UTF8))).toEqual([['verified']])
    expect(await verdictOn(calc(cp932, `csv:Text - txt - csv (StarCalc):44,34,${CP932},1`, CP932))).toEqual([['verified']])
    expect(await verdictOn(calc(calc(utf8, 'xlsx', UTF8), `csv:Text - txt - csv (StarCalc):44,34,${UTF8},1`))).toEqual([['verified']])
  })
})

test('a value that was changed in Calc is named', async () => {
  const { utf8 } = await csvOf(septemberReceipt)
  const saved = calc(utf8, `csv:Text - txt - csv (StarCalc):44,34,${UTF8},1`, UTF8)
  writeFileSync(saved, readFileSync(saved, 'utf8').replace(/,12,927,/, ',13,927,'))
  expect((await verdictOn(saved))[0]).toEqual(expect.arrayContaining(['refused', 'csv-value-differs 件数']))
})

test('a ledger saved as a workbook says in Calc what it says in CSV', async () => {
  const column = (key: string, kind: 'text' | 'number' | 'day' | 'instant') => ({ key, title: { ja: key, en: key }, kind, width: 12 })
  const columns = [column('文', 'text'), column('数', 'number'), column('日', 'day'), column('時', 'instant')]
  const rows = [['=1+1', 12, '2026-12-07', Date.parse('2026-12-07T10:05:00+09:00')], ['0012345678901234567', -3, null, null], ['𠮷田 "引用"\n二行目', 0, '2019-05-01', Date.parse('2019-05-01T00:00:00+09:00')]] as const
  const write = (format: 'xlsx' | 'csv-utf8') => realTables({ begin: () => ({ signal: new AbortController().signal, end: () => {} }) }).write({
    format, title: '台帳', about: [], columns, rows: (async function* () { yield* rows })(), total: rows.length, into: folder, fileName: `ledger-${format}`, at: 0 as Instant,
  }, { signal: new AbortController().signal, onProgress: () => {} })
  const [book, table] = [await write('xlsx'), await write('csv-utf8')]
  if (book.outcome !== 'written' || table.outcome !== 'written') throw new Error('not written')

  const inCalc = readCsv(readFileSync(calc(book.path, `csv:Text - txt - csv (StarCalc):44,34,${UTF8},1`), 'utf8').replace(/^\ufeff/, ''))
  const ours = readCsv(readFileSync(table.path, 'utf8').replace(/^\ufeff/, ''))

  if ('why' in inCalc || 'why' in ours) throw new Error('not a CSV')
  const plain = (cells: readonly string[]) => cells.map((cell) => cell.replace(/^'/, ''))
  expect(inCalc.rows[0]).toEqual(ours.rows[0])
  // Text and numbers to the letter; a date in whatever way the spreadsheet writes it, and the 和暦 beside it to the letter.
  for (const [i, row] of ours.rows.entries()) for (const [j, cell] of plain(row).entries()) if (i === 0 || ![2, 4].includes(j)) expect(plain(inCalc.rows[i] ?? [])[j], `${i} ${j}`).toBe(cell)
  expect(inCalc.rows[1]?.[2]).toMatch(/2026|R8|12/)
})
