import { appendFileSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ErasureCertificate } from '../../../core/documents/disposal-records.ts'
import { codesAgainst } from '../../refused.ts'
import { certificateOver } from '../documents/certificates.ts'
import { septemberReceipt } from '../documents/receipts.ts'
import { cityWithAVault } from './city-with-a-vault.ts'

let office: Awaited<ReturnType<typeof cityWithAVault>>
beforeAll(async () => {
  office = await cityWithAVault()
  const { issued, take } = office
  await take((await issued(septemberReceipt))('csv'))
  await take((await issued({ ...septemberReceipt, revision: 2, revisionKind: '訂正', revisionReason: '受領者の誤記' }))('csv'))
  await take((await issued({ ...septemberReceipt, docNo: 'A-R8-017-002' }))('pdf'))
  await take((await issued(certificateOver()))('csv'))
})
afterAll(() => office.close())

/** Product §5.3. */
const RECEIPT = '様式版,文書番号,版,区分,発行日和暦,issued_at,契約番号,委託業務名,受託者名,預り番号,受領日時,受領場所,受領方法,引渡者,受領者,情報の種類,受領形式,媒体番号,製造番号,ファイル名,件数,サイズ,sha256,重要度,個人情報,特定個人情報,利用目的,保管場所,返却廃棄予定,備考,確認コード,鍵ID,署名'
const CERTIFICATE = '様式版,文書番号,版,区分,発行日和暦,issued_at,契約番号,委託業務名,受託者名,証明書番号,種別,対象預り番号,媒体番号,媒体種別,型番,製造番号,容量,方法,回数,検証方法,検証率,結果,開始,終了,実施者,確認者,立会者,場所,届出書番号,届出日,備考,確認コード,鍵ID,署名'
const heads = (text: string) => (text.split('\r\n')[0] ?? '').replace(/^\ufeff/, '').replaceAll('"', '')

test.each([['receipts', RECEIPT, 3], ['certificates', CERTIFICATE, 1]] as const)('the %s of a contract leave in the columns that cities read, and are believed again by their values', async (what, columns, count) => {
  const { city, contract, at, world } = office
  const saved = await city.documents.export({ contractId: contract.id, what, encoding: 'utf8', into: at('out') })
  expect(saved).toMatchObject({ documents: count, without: [], replaced: [], path: expect.stringMatching(new RegExp(`azukari_${what}_R8-税-017_20270401\\.csv$`)) as string })
  const text = readFileSync(saved.path, 'utf8')
  expect(text.startsWith('\ufeff')).toBe(true)
  expect(heads(text).startsWith(columns)).toBe(true)
  // What came as a PDF left its seal there: its values agree, and nobody signed this table of it.
  expect((await city.city.import({ paths: [saved.path], cityReceiptNo: null })).map(({ outcome, verification: { verdict } }) => `${outcome} ${verdict}`)).toEqual(what === 'receipts' ? ['already verified', 'already verified', 'already values-only'] : ['already verified'])
  // The same again is there already; another file of that name stays.
  expect(await city.documents.export({ contractId: contract.id, what, encoding: 'utf8', into: at('out') })).toMatchObject({ path: saved.path })
  appendFileSync(saved.path, 'changed')
  expect(await codesAgainst(city.documents.export({ contractId: contract.id, what, encoding: 'utf8', into: at('out') }))).toEqual(['target-exists'])
  expect(world.vault.session()).not.toBeNull()
})

test('in CP932 every character that it lacks is named with its place before and after, and put back by whoever imports', async () => {
  const { city, contract, at } = office
  const before = await city.documents.checkExport({ contractId: contract.id, what: 'receipts' })
  expect(before).toContainEqual({ docNo: 'A-R8-017-001', row: 1, column: '受領者', character: '𠮷' })
  const saved = await city.documents.export({ contractId: contract.id, what: 'receipts', encoding: 'cp932', into: at('cp932') })
  expect(saved.replaced).toEqual(before)
  const text = new TextDecoder('shift_jis', { fatal: true }).decode(readFileSync(saved.path))
  expect(text).toContain('〓田 美咲')
  expect(text).toContain('受領者:0:U+20BB7')
  expect((await city.city.import({ paths: [saved.path], cityReceiptNo: null })).map(({ outcome }) => outcome)).toEqual(['already', 'already', 'already'])
})

test('a contract without any has nothing to export, and says so', async () => {
  expect(await codesAgainst(office.city.documents.export({ contractId: office.other.id, what: 'receipts', encoding: 'utf8', into: office.at('out') }))).toEqual(['nothing-to-export'])
})

test('a certificate keeps its table whole', async () => {
  const { city, contract, at, contractor } = office
  const saved = await city.documents.export({ contractId: contract.id, what: 'certificates', encoding: 'cp932', into: at('whole') })
  const [one] = contractor.documents.readTable(readFileSync(saved.path))
  expect((one?.record as ErasureCertificate | undefined)?.rows).toEqual(certificateOver().rows)
})
