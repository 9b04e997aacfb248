import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { DestructionCertificate, ErasureCertificate } from '../../../core/documents/disposal-records.ts'
import { certificateTable } from '../../../main/documents/csv/certificate-columns.ts'
import type { Sealed } from '../../../main/documents/csv/document-table.ts'
import { readTables } from '../../../main/documents/csv/read-tables.ts'
import { namesIn, writeTable, writeTableCp932 } from '../../../main/documents/csv/write-table.ts'
import { anyDestruction, anyErasure } from './any-certificate.ts'
import { certificateOver, destructionOver, folder, reportOfMarch } from './certificates.ts'

type Certificate = ErasureCertificate | DestructionCertificate
const sealed = (record: Certificate): Sealed<Certificate> => ({ record, code: 'ABCD-EFGH-JKMN-PQRS-TVWX', seal: 'AZK1SEAL' })

function recordsIn(bytes: Uint8Array): unknown[] {
  const read = readTables(bytes)
  if ('findings' in read) throw new Error(JSON.stringify(read.findings))
  expect(read.documents.flatMap(({ findings }) => findings)).toEqual([])
  for (const { rowsSaid, values } of read.documents) expect(rowsSaid).toBe(values.length)
  return read.documents.map(({ record }) => record)
}

describe('a certificate and its rows', () => {
  test('any erasure comes back from its rows as it was', () => {
    fc.assert(fc.property(anyErasure, (record) => { expect(recordsIn(writeTable(certificateTable, [sealed(record)]))).toEqual([record]) }), { numRuns: 200 })
  })

  test('and any destruction, from CP932 too', () => {
    fc.assert(fc.property(anyDestruction, (record) => { expect(recordsIn(writeTableCp932(certificateTable, [sealed(record)]).bytes)).toEqual([record]) }), { numRuns: 100 })
  })

  test('a report over several media, and several documents in one file', () => {
    const all = [reportOfMarch, destructionOver(), certificateOver([folder], { docNo: 'E-R8-017-003', title: '消去・廃棄報告書', result: '例外' })]
    expect(recordsIn(writeTable(certificateTable, all.map(sealed)))).toEqual(all)
  })
})

describe('the file', () => {
  const text = new TextDecoder().decode(writeTable(certificateTable, [sealed(certificateOver())]))

  test('begins with the columns that cities read, in their order', () => {
    expect(namesIn(certificateTable).slice(0, 34).join(', ')).toBe('様式版, 文書番号, 版, 区分, 発行日和暦, issued_at, 契約番号, 委託業務名, 受託者名, 証明書番号, 種別, 対象預り番号, 媒体番号, 媒体種別, 型番, 製造番号, 容量, 方法, 回数, 検証方法, 検証率, 結果, 開始, 終了, 実施者, 確認者, 立会者, 場所, 届出書番号, 届出日, 備考, 確認コード, 鍵ID, 署名')
    expect(new Set(namesIn(certificateTable)).size).toBe(namesIn(certificateTable).length)
  })

  test('says in words what was done, once a medium', () => {
    expect(text).toContain('"E-R8-017-001","消去","A-R8-017-001","MED-2026-0003","USBメモリ","KD-16U3","AZ0003K7Q1","16008609792","全領域の上書き（位置番号付き乱数）","1","全数","100","合格","2027-03-17T10:04:00+09:00"')
  })

  test('may come back as a spreadsheet saves it', () => {
    const again = text.replaceAll('\r\n', '\n').replace(/"([^",\n]*)"/g, '$1').replaceAll(',2027-03-10,', ',2027/3/10,').replaceAll(',2027-03-17,', ',2027/3/17,')
    expect(recordsIn(new TextEncoder().encode(again))).toEqual([certificateOver()])
  })
})
