import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CustodyReceipt } from '../../../core/documents/records.ts'
import { unencodable } from '../../../main/documents/csv/cp932.ts'
import { guard, unguard } from '../../../main/documents/csv/guard.ts'
import type { Sealed } from '../../../main/documents/csv/document-table.ts'
import { readTables } from '../../../main/documents/csv/read-tables.ts'
import { receiptTable } from '../../../main/documents/csv/receipt-columns.ts'
import { readCsv, writeCsv } from '../../../main/documents/csv/table.ts'
import { namesIn, writeTable, writeTableCp932 } from '../../../main/documents/csv/write-table.ts'
import { anyReceipt, anyText } from './any-receipt.ts'
import { septemberReceipt } from './receipts.ts'
import { ask } from './tools.ts'

const sealed = (record: CustodyReceipt): Sealed<CustodyReceipt> => ({ record, code: 'ABCD-EFGH-JKMN-PQRS-TVWX', seal: 'AZK1SEAL' })

function recordsIn(bytes: Uint8Array): unknown[] {
  const read = readTables(bytes)
  if ('findings' in read) throw new Error(JSON.stringify(read.findings))
  expect(read.documents.flatMap(({ findings }) => findings)).toEqual([])
  return read.documents.map(({ record }) => record)
}

describe('the record and its rows', () => {
  test('any record comes back from its rows as it was', () => {
    fc.assert(fc.property(anyReceipt, (record) => {
      expect(recordsIn(writeTable(receiptTable, [sealed(record)]))).toEqual([record])
    }), { numRuns: 300 })
  })

  test('and from its rows in CP932, where what cannot be held is named and put back', () => {
    fc.assert(fc.property(anyReceipt, (record) => {
      expect(recordsIn(writeTableCp932(receiptTable, [sealed(record)]).bytes)).toEqual([record])
    }), { numRuns: 200 })
  })

  test('several receipts share a file', () => {
    const second = { ...septemberReceipt, docNo: 'A-R8-017-002', items: septemberReceipt.items.slice(0, 1) }
    expect(recordsIn(writeTable(receiptTable, [sealed(septemberReceipt), sealed(second)]))).toEqual([septemberReceipt, second])
  })
})

describe('the file', () => {
  const bytes = writeTable(receiptTable, [sealed(septemberReceipt)])
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)

  test('is what spreadsheets open without asking: UTF-8 with its mark, CRLF, every cell quoted', () => {
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
    expect(text.slice(1).split('\r\n').slice(0, -1).every((line) => /^"([^"]|"")*"(,"([^"]|"")*")*$/.test(line))).toBe(true)
  })

  test('begins with the columns that cities read, in their order', () => {
    expect(namesIn(receiptTable).slice(0, 33).join(', ')).toBe('様式版, 文書番号, 版, 区分, 発行日和暦, issued_at, 契約番号, 委託業務名, 受託者名, 預り番号, 受領日時, 受領場所, 受領方法, 引渡者, 受領者, 情報の種類, 受領形式, 媒体番号, 製造番号, ファイル名, 件数, サイズ, sha256, 重要度, 個人情報, 特定個人情報, 利用目的, 保管場所, 返却廃棄予定, 備考, 確認コード, 鍵ID, 署名')
  })

  test('reads the same in Python', async () => {
    const path = join(await mkdtemp(join(tmpdir(), 'azukari-csv-')), 'receipt.csv')
    await writeFile(path, bytes)
    const rows = JSON.parse(ask('python3', '-c', 'import csv,json,sys; print(json.dumps(list(csv.DictReader(open(sys.argv[1], encoding="utf-8-sig", newline="")))))', path)) as Record<string, string>[]
    expect(rows.map((row) => [row['発行日和暦'], row['issued_at'], row['受領者'], row['ファイル名'], row['件数'], row['サイズ'], row['個人情報'], row['返却廃棄予定']])).toEqual([
      ['令和8年12月7日', '2026-12-07T10:40:00+09:00', '𠮷田 美咲', 'R09_shiminzei_atena.csv', '12', '927', '有', '2027-03-17'],
      ['令和8年12月7日', '2026-12-07T10:40:00+09:00', '𠮷田 美咲', 'R09_record_layout.csv', '', '119', '無', '2027-03-17'],
      ['令和8年12月7日', '2026-12-07T10:40:00+09:00', '𠮷田 美咲', 'R09_futo_sample.txt', '', '50', '無', '2027-03-17'],
    ])
  })

  test('may come back without its mark, with LF, without needless quotes, with days as a spreadsheet writes them', () => {
    const again = text.slice(1).replaceAll('\r\n', '\n').replace(/"([^",\n]*)"/g, '$1').replaceAll('2027-03-17', '2027/3/17')
    expect(recordsIn(new TextEncoder().encode(again))).toEqual([septemberReceipt])
  })
})

describe('CP932', () => {
  test('names what it cannot hold: 𠮷 and ㊞, not 髙 﨑 ① ㈱', () => {
    expect(unencodable('𠮷田㊞髙﨑①㈱～¥')).toEqual(['𠮷', '㊞', '¥'])
    expect(writeTableCp932(receiptTable, [sealed(septemberReceipt)]).replaced).toEqual(['𠮷'])
  })

  test('writes 〓 and never a question mark', () => {
    const { bytes } = writeTableCp932(receiptTable, [sealed(septemberReceipt)])
    const text = new TextDecoder('shift_jis', { fatal: true }).decode(bytes)
    expect(text).toContain('"〓田 美咲"')
    expect(text).toContain('受領者:0:U+20BB7')
    expect(text).not.toContain('?')
  })

  test('has neither marks that stand apart nor selectors: they are named, and come back', () => {
    const { bytes, replaced } = writeTableCp932(receiptTable, [sealed({ ...septemberReceipt, items: septemberReceipt.items.map((item) => ({ ...item, name: 'か\u3099き葛\u{e0100}福\ufa1b.csv' })) })])
    const text = new TextDecoder('shift_jis', { fatal: true }).decode(bytes)
    expect(text).toContain('"か〓き葛〓福\ufa1b.csv"')
    expect(replaced).toEqual(expect.arrayContaining(['\u3099', '\u{e0100}']))
    expect(recordsIn(bytes)[0]).toMatchObject({ items: expect.arrayContaining([expect.objectContaining({ name: 'か\u3099き葛\u{e0100}福\ufa1b.csv' })]) as unknown })
  })
})

describe('spreadsheets', () => {
  test.each(['=HYPERLINK("x")', '+81', '-1', '@SUM', '＝1', '0012', '123456789012', '4012-3456-7893', '1/2', '4E11', '12月7日'])('are kept from changing %s', (value) => {
    expect(guard(value)).toBe(`'${value}`)
  })

  test.each(['12', '0', '99999999999', '2027-03-17', 'R8-税-017', 'AZ0004M2W8', ''])('may have %s as it is', (value) => {
    expect(guard(value)).toBe(value)
  })

  test('every value survives its guard', () => {
    fc.assert(fc.property(anyText(50), (value) => { expect(unguard(guard(value))).toBe(value) }))
  })
})

describe('a file that two programs could read differently is refused', () => {
  test.each([
    ['a\0b', 'nul'], ['a"b,c', 'quote'], ['"a"b', 'text-after-quote'], ['"a', 'unterminated'], ['"a""', 'unterminated'], ['a\rb', 'line-end'], ['a,b\nc', 'cells'],
  ])('%j', (text, why) => {
    expect(readCsv(text)).toMatchObject({ why })
  })

  test('while every table that we write is read as it was', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 4 }).chain((width) => fc.array(fc.array(anyText(20), { minLength: width, maxLength: width }), { minLength: 1, maxLength: 5 })), (rows) => {
      expect(readCsv(writeCsv(rows))).toEqual({ rows })
    }))
  })
})
