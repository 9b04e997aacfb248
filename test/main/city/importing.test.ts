import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addressList, septemberReceipt } from '../documents/receipts.ts'
import { ask } from '../documents/tools.ts'
import { codesAgainst } from '../../refused.ts'
import { cityWithAVault } from './city-with-a-vault.ts'

let office: Awaited<ReturnType<typeof cityWithAVault>>
beforeAll(async () => { office = await cityWithAVault() })
afterAll(() => office.close())

const receipt = (docNo: string, changes: Partial<typeof septemberReceipt> = {}) => ({ ...septemberReceipt, docNo, ...changes })
const said = (results: Awaited<ReturnType<typeof office.take>>) => results.map(({ outcome, verification }) => [outcome, verification.verdict, ...verification.reasons.map(({ code }) => code)])

test('a folder is taken in whole: bodies of one document count once, links are not followed, and leftovers are passed over', async () => {
  const { at, contractor, issued, take } = office
  const path = await issued(receipt('A-R8-017-001'))
  const folder = at('handed-in', 'deep', 'er')
  for (const end of ['pdf', 'json', 'json.p7s', 'csv']) writeFileSync(join(folder, `r.${end}`), readFileSync(path(end)))
  writeFileSync(join(folder, 'Thumbs.db'), 'x')
  writeFileSync(join(folder, 'memo.txt'), 'メモ')
  symlinkSync(contractor.folder, join(folder, 'elsewhere'))

  const results = await take(at('handed-in'))

  expect(said(results).sort()).toEqual([['already', 'verified'], ['already', 'verified'], ['imported', 'verified'], ['refused', 'refused', 'file-not-recognised'], ['refused', 'refused', 'path-is-link']])
  expect(said(await take(at('handed-in'))).filter(([outcome]) => outcome === 'already')).toHaveLength(3)
  const [kept] = await office.city.city.imported({ contractId: office.contract.id })
  expect(kept?.files.map(({ name }) => name).sort()).toEqual(['r.csv', 'r.json', 'r.json.p7s', 'r.pdf'])
  expect(Buffer.from(await office.world.files.fetch(kept?.files.find(({ name }) => name === 'r.pdf')?.blob ?? '')).equals(readFileSync(path('pdf')))).toBe(true)
})

test('what is not there, an empty folder and a broken link are each named', async () => {
  const broken = join(office.at('odd'), 'link')
  symlinkSync('/nowhere', broken)
  expect(said(await office.take('/no/such.pdf', office.at('empty'), broken)).flatMap(([, , code]) => code).sort()).toEqual(['file-missing', 'folder-empty', 'path-is-link'])
})

test('against what was taken in, every value that differs is named with what was expected', async () => {
  const { contractor, issued, take } = office
  const path = await issued(receipt('A-R8-017-002'))
  await take(path('pdf'))
  const changed = await contractor.put('changed.json', readFileSync(path('json'), 'utf8').replace('"count":12', '"count":13').replace('"deliveredBy":"青葉野市 税務課 主査　森川 奏"', '"deliveredBy":"別の人"'))

  const [result] = await take(changed)

  expect(result).toMatchObject({ outcome: 'refused', differences: [{ field: '引渡者', row: null, found: '別の人' }, { field: '件数', row: 1, expected: '12', found: '13' }] })
  const other = await issued(receipt('A-R8-017-002', { items: [{ ...addressList, count: 14 }], totals: { items: 1, count: 14, bytes: 927 } }))
  expect((await take(other('pdf')))[0]).toMatchObject({ outcome: 'refused', verification: { reasons: [{ code: 'number-taken' }] } })
  expect((await take(other('pdf')))[0]?.differences.map(({ field }) => field)).toEqual(expect.arrayContaining(['明細の行数', '件数']))
})

test('a document of another contract than the one in hand is refused, and taken in under its own', async () => {
  const { city, contract, other, issued } = office
  const path = await issued(receipt('A-R8-031-001', { contract: { contractNo: other.contractNo, title: other.title } }))
  expect(said(await city.city.import({ paths: [path('pdf')], cityReceiptNo: null, contractId: contract.id }))).toEqual([['refused', 'refused', 'contract-not-in-hand']])
  expect(said(await city.city.import({ paths: [path('pdf')], cityReceiptNo: null, contractId: other.id }))).toEqual([['imported', 'verified']])
  const nowhere = await issued(receipt('A-R8-099-001', { contract: { contractNo: 'R8-未-099', title: '' } }))
  expect(said(await office.take(nowhere('pdf')))[0]?.slice(0, 2)).toEqual(['refused', 'refused'])
})

test('a revision supersedes and overwrites nothing, in whatever order the two arrive', async () => {
  const { city, contract, issued, take } = office
  const first = await issued(receipt('A-R8-017-003'))
  const one = await office.contractor.put('first.json', readFileSync(first('json')))
  await office.contractor.put('first.json.p7s', readFileSync(first('json.p7s')))
  const second = await issued(receipt('A-R8-017-003', { revision: 2, revisionKind: '訂正', revisionReason: '件数の誤り' }))
  expect(said(await take(second('pdf')))).toEqual([['imported', 'verified']])
  expect(said(await take(one))).toEqual([['imported', 'verified']])
  expect(said(await take(one))).toEqual([['already', 'verified']])
  const chain = (await city.city.imported({ contractId: contract.id })).filter(({ docNo }) => docNo === 'A-R8-017-003').sort((a, b) => a.revision - b.revision)
  expect(chain.map(({ revision, supersededBy }) => [revision, supersededBy])).toEqual([[1, chain[1]?.id], [2, null]])
})

test('a 収受番号 is typed or counted by the office\'s own pattern, and stands on no second submission', async () => {
  const { city, contract, issued, take } = office
  const named = async (docNo: string, cityReceiptNo: string | null) => (await city.city.import({ paths: [(await issued(receipt(docNo)))('pdf')], cityReceiptNo }))[0]?.imported
  expect((await named('A-R8-017-010', '令和9年第007号'))?.cityReceiptNo).toBe('令和9年第007号')
  expect(await codesAgainst(named('A-R8-017-011', '令和9年第007号'))).toEqual(['receipt-number-taken'])
  const [bare] = await take((await issued(receipt('A-R8-017-011')))('json'))
  expect(bare?.imported?.cityReceiptNo).toBe('')
  const id = bare?.imported?.id ?? ''
  expect(await codesAgainst(city.city.number({ importedId: id, cityReceiptNo: '令和9年第007号' }))).toEqual(['receipt-number-taken'])
  expect((await city.city.number({ importedId: id, cityReceiptNo: '令和9年第008号' })).cityReceiptNo).toBe('令和9年第008号')
  expect(await codesAgainst(city.city.number({ importedId: id, cityReceiptNo: '令和9年第009号' }))).toEqual(['receipt-number-given'])
  const together = await Promise.all(['A-R8-017-012', 'A-R8-017-013'].map(async (docNo) => (await issued(receipt(docNo)))('pdf')))
  expect((await city.city.import({ paths: together, cityReceiptNo: 'R9税収1', contractId: contract.id })).map(({ imported }) => imported?.cityReceiptNo)).toEqual(['R9税収1', 'R9税収1'])
})

test('the code of a paper says whether it is the paper of what was taken in', async () => {
  const { city, contract, issued, take } = office
  const [taken] = await take((await issued(receipt('A-R8-017-020')))('csv'))
  const code = taken?.imported?.code ?? ''
  const compare = (typed: string, docNo = '') => city.city.comparePaper({ contractId: contract.id, code: typed, docNo })
  expect(await compare(code.toLowerCase().replaceAll('-', ' '))).toMatchObject({ outcome: 'matches', imported: { docNo: 'A-R8-017-020', papers: [{}] } })
  expect(await compare(`${code.slice(0, -1)}${code.endsWith('0') ? '1' : '0'}`)).toEqual({ outcome: 'not-a-code' })
  const strange = await office.contractor.documents.bodies(receipt('A-R8-017-777'))
  expect(await compare(strange.code)).toEqual({ outcome: 'unknown' })
  expect(await compare(strange.code, 'A-R8-017-020')).toMatchObject({ outcome: 'differs', imported: { docNo: 'A-R8-017-020' } })
})

test('the list of an import is saved as PDF and CSV, and names what CP932 cannot hold before it is written', async () => {
  const { city, at, contractor, issued, take } = office
  const good = (await issued(receipt('A-R8-017-030')))('csv')
  const results = await take(good, await contractor.put('メモ𠮷.txt', 'x'))
  const runId = results[0]?.run ?? ''
  expect((await city.city.runs()).find(({ id }) => id === runId)).toMatchObject({ imported: 1, refused: 1, outcome: 'ended' })
  expect(await city.city.checkRun({ runId })).toEqual({ characters: ['𠮷'] })
  const saved = await city.city.saveRun({ runId, format: 'pdf', into: at('lists') })
  const text = ask('pdftotext', '-layout', saved.outcome === 'exported' ? saved.path : '', '-')
  for (const word of ['取込結果一覧', 'A-R8-017-030', '○', '署名・値とも', '1／1']) expect(text.replaceAll(/\s/g, '')).toContain(word.replaceAll(/\s/g, ''))
  const cp932 = await city.city.saveRun({ runId, format: 'csv-cp932', into: at('lists') })
  expect(cp932).toMatchObject({ outcome: 'exported', rows: 2, replaced: ['𠮷'] })
  expect(new TextDecoder('shift_jis', { fatal: true }).decode(readFileSync(cp932.outcome === 'exported' ? cp932.path : ''))).toContain('ファイル:2:U+20BB7')
  expect(await codesAgainst(city.city.saveRun({ runId, format: 'pdf', into: at('lists') }))).toEqual(['target-exists'])
})

test('called off, an import keeps what it took in, says so, and its list says how far it came', async () => {
  const { city, issued } = office
  const paths = await Promise.all(['A-R8-017-040', 'A-R8-017-041', 'A-R8-017-042'].map(async (docNo) => (await issued(receipt(docNo)))('json')))
  const stop = new AbortController()
  const results = await city.city.import({ paths, cityReceiptNo: null }, { signal: stop.signal, onProgress: ({ done }) => { if (done === 1) stop.abort() } })
  expect(said(results)).toEqual([['imported', 'verified']])
  expect((await city.city.runs()).find(({ id }) => id === results[0]?.run)).toMatchObject({ outcome: 'abandoned', files: 3, imported: 1 })
})

test('a folder that is too large or too deep is looked at as far as its bounds, and says so', async () => {
  const { gather } = await import('../../../main/files/gather.ts')
  const wide = office.at('wide')
  for (let n = 0; n < 6; n++) writeFileSync(join(wide, `${n}.json`), '{}')
  mkdirSync(join(wide, 'a/b/c'), { recursive: true })
  writeFileSync(join(wide, 'a/b/c/deep.json'), '{}')
  expect((await gather([wide], undefined, { most: 4, depth: 16 })).troubles.map(({ why }) => why.code)).toEqual(['too-many-files'])
  const shallow = await gather([wide], undefined, { most: 100, depth: 2 })
  expect([shallow.files.length, shallow.troubles.map(({ why }) => why.code)]).toEqual([6, ['folder-too-deep']])
})

test('a picture or a flattened PDF meets what was taken in, and is nothing by itself', async () => {
  const { city, contract, contractor, issued, take } = office
  const path = await issued(receipt('A-R8-017-050'))
  const scan = (pdf: string, name: string): string => { ask('pdftoppm', '-png', '-r', '200', '-f', '1', '-l', '1', '-singlefile', pdf, join(contractor.folder, name)); return join(contractor.folder, `${name}.png`) }
  const picture = scan(path('pdf'), 'scan')
  const [alone] = await take(picture)
  expect([alone?.outcome, alone?.verification.reasons.at(-1)?.code]).toEqual(['refused', 'paper-without-record'])

  await take(path('csv'))

  expect((await take(picture))[0]).toMatchObject({ outcome: 'already', verification: { verdict: 'values-only' }, imported: { docNo: 'A-R8-017-050', papers: [{}] } })
  const other = await issued(receipt('A-R8-017-050', { items: [{ ...addressList, count: 13 }], totals: { items: 1, count: 13, bytes: 927 } }))
  const [strange] = await city.city.import({ paths: [scan(other('pdf'), 'other')], cityReceiptNo: null, contractId: contract.id })
  expect(strange).toMatchObject({ outcome: 'refused', differences: [{ field: '確認コード' }] })
})

test('the office\'s own pattern gives each document the next number, and never one that was typed before', async () => {
  const { city, issued, take } = office
  await city.cityOffice.setNumbering({ kind: '収受', pattern: '{era}税収第{seq:3}号' })
  const numbered = async (docNo: string) => (await take((await issued(receipt(docNo)))('pdf')))[0]?.imported?.cityReceiptNo
  expect([await numbered('A-R8-017-060'), await numbered('A-R8-017-061')]).toEqual(['令和9年税収第001号', '令和9年税収第002号'])
  expect((await city.city.import({ paths: [(await issued(receipt('A-R8-017-062')))('pdf')], cityReceiptNo: '令和9年税収第005号' }))[0]?.imported?.cityReceiptNo).toBe('令和9年税収第005号')
  expect(await numbered('A-R8-017-063')).toBe('令和9年税収第006号')
})
