import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { DocumentRecord } from '../../../core/documents/records.ts'
import { canonicalBytes } from '../../../crypto/canonical-json.ts'
import { writePem } from '../../../crypto/pem.ts'
import { renderPdf, unprintableIn, type RenderOrder } from '../../../main/documents/pdf/render.ts'
import { readTrust } from '../../../main/documents/verify/trusted.ts'
import { verifyPdf } from '../../../main/documents/verify/verify-pdf.ts'
import type { Instant } from '../../../core/time.ts'
import type { Trust } from '../../../core/world.ts'
import { anyDestruction, anyErasure, anyNotice } from './any-certificate.ts'
import { abandonedStick, byAnother, certificateOver, commanded, destructionOver, erasureOf, failedStick, folder, marchNotice, reportOfMarch, shredded } from './certificates.ts'
import { bodyOf, openDesk, trustIn } from './desk-of-documents.ts'
import { ask, askBoth } from './tools.ts'

type Desk = Awaited<ReturnType<typeof openDesk>>
let desk: Desk
let trust: Trust
const SPRING = Date.parse('2027-04-01T09:00:00+09:00') as Instant

/** Every form in its usual turn, named by its number. */
const usual = { notice: marchNotice, certificate: certificateOver(), report: { ...reportOfMarch, docNo: 'E-R8-017-003' }, destruction: destructionOver() } satisfies Record<string, DocumentRecord>
const paths: Record<string, string> = {}

beforeAll(async () => {
  desk = await openDesk()
  trust = trustIn(desk.keys, { at: SPRING })
  for (const [name, record] of Object.entries(usual)) {
    const { bodies } = await desk.documents.bodies({ ...record, keys: desk.named })
    for (const { name: file, bytes } of bodies) await desk.put(file, bytes)
    paths[name] = join(desk.folder, `${record.docNo}.pdf`)
  }
})

const text = (name: string): string => ask('pdftotext', paths[name] ?? '', '-').replace(/\s/g, '')
const verdicts = async (path: string): Promise<string[]> => (await desk.documents.verify(path, trust)).map(({ verification: { verdict, reasons } }) => [verdict, ...reasons.map(({ code, field }) => `${code}:${field ?? ''}`)].join(' '))

describe.each(Object.keys(usual))('the paper of a %s, judged by other programs', (name) => {
  test('qpdf, pdfsig and pdfinfo find nothing wrong', () => {
    const path = paths[name] ?? ''
    expect(ask('qpdf', '--check', path)).toContain('No syntax or stream encoding errors found')
    const says = ask('pdfsig', path)
    for (const words of ['Signature is Valid.', 'ETSI.CAdES.detached', 'Total document signed']) expect(says).toContain(words)
    expect(ask('pdfinfo', path)).toMatch(/Tagged: +yes[\s\S]*JavaScript: +no/)
  })

  test('openssl believes its record by the signature beside it', async () => {
    const json = (paths[name] ?? '').replace(/pdf$/, 'json')
    const root = await desk.put('root.pem', writePem('CERTIFICATE', desk.keys.root.certificate))
    expect(askBoth('openssl', 'cms', '-verify', '-cades', '-binary', '-inform', 'DER', '-in', `${json}.p7s`, '-content', json, '-CAfile', root, '-no_check_time', '-out', '/dev/null')).toContain('CAdES Verification successful')
  })

  test('its attachment is the record, and a camera reads its code off a copy', async () => {
    const path = paths[name] ?? ''
    ask('pdfdetach', '-save', '1', '-o', join(desk.folder, `${name}.detached`), path)
    expect(await readFile(join(desk.folder, `${name}.detached`))).toEqual(await readFile(path.replace(/pdf$/, 'json')))
    ask('pdftoppm', '-r', '150', '-png', '-singlefile', path, join(desk.folder, name))
    expect(ask('zbarimg', '-q', '--nodbus', join(desk.folder, `${name}.png`))).toMatch(/^QR-Code:AZK1[0-9A-Z]+\s*$/)
  })

  test('each of its bodies is verified by itself', async () => {
    const stem = (paths[name] ?? '').replace(/\.pdf$/, '')
    for (const end of ['.pdf', '.json', '.json.p7s', ...(name === 'notice' ? [] : ['.csv'])]) expect(await verdicts(stem + end), end).toEqual(['verified'])
  })

  test('one byte changed is refused, wherever it is', async () => {
    const pdf = new Uint8Array(await readFile(paths[name] ?? ''))
    const trusted = readTrust(trust)
    for (let at = 50; at < pdf.length; at += Math.ceil(pdf.length / 25)) expect(verifyPdf('x', pdf.with(at, (pdf[at] ?? 0) ^ 1), trusted).verification.verdict, `byte ${at}`).toBe('refused')
  })
})

describe('what the papers say', () => {
  test.each<[keyof typeof usual, string[]]>([
    ['notice', ['消去・廃棄届出書', '特記仕様書第15条第2項', '令和9年3月17日', '納税通知書データ（割付済み）', 'MED-2026-0003', 'AZ0003K7Q1', '1本', '全領域の上書き', '大庭 健吾', '森川 奏', 'D:\\作業\\校正', '甲確認欄']],
    ['certificate', ['データ消去証明書', '結果　合格', '特記仕様書第15条第5項', '論理消去（予備領域は対象外）', '本書は受託者による自己証明です', '第三者証明番号', 'K-0031', '31,266,816', '100％', '27分07秒', '令和9年3月17日 10時04分', '5f5f5f5f', 'N-R8-017-001', 'R9税収0210', '2／2']],
    ['report', ['消去・廃棄報告書', '結果　不合格', '検証不合格のため証明書は発行できません', '合格 1件、不合格 1件、中止 1件', '容量の偽装', '40,000', '実施者が途中で中止しました', '別紙3']],
    ['destruction', ['物理破壊証明書', '裁断', '12345678901', 'IMG_0002.jpg', '0b0b0b0b', 'Destroy', '同規格の破壊に当たるとは主張しません', '髙橋 亮']],
  ])('%s', (name, words) => {
    const said = text(name)
    for (const word of words) expect(said).toContain(word.replace(/\s/g, ''))
  })

  test('no form, no word and no sentence of ours ever promises more than was done', async () => {
    const forms = [usual.notice, usual.report, certificateOver([erasureOf(), commanded, byAnother]), certificateOver([folder, failedStick, abandonedStick]), destructionOver([shredded])]
    for (const record of forms) {
      const path = await desk.put('words.pdf', rendered(record))
      expect(ask('pdftotext', path, '-').replace(/\s/g, '') + JSON.stringify(record)).not.toMatch(/完全.{0,3}(消去|抹消|削除)|復元不(可能|能)/)
    }
  })

  test('a report says its result before anything else', () => {
    expect(text('report')).toMatch(/消去・廃棄報告書結果不合格検証不合格のため証明書は発行できません特記仕様書/)
  })

  test('what was not read back by anyone here is not said to be verified', async () => {
    const said = ask('pdftotext', await desk.put('other.pdf', rendered(certificateOver([byAnother]))), '-').replace(/\s/g, '')
    expect(said).toContain('下記のとおりデータを消去したことを証します')
    expect(said).toContain('Azukariは、この消去を読み戻して確かめていません')
    expect(said).not.toContain('検証したことを証します')
  })
})

describe('a document that contradicts itself is refused, though properly signed', () => {
  test.each<[string, DocumentRecord, string]>([
    ['a certificate over what failed', certificateOver([failedStick]), 'record-contradicts-itself:result'],
    ['a report that calls itself a certificate', { ...reportOfMarch, title: 'データ消去証明書' }, 'record-contradicts-itself:title'],
    ['a destruction certificate over an overwriting', destructionOver([erasureOf()]), 'record-contradicts-itself:destruction'],
    ['a day that is in no calendar', certificateOver([erasureOf({ notice: { docNo: 'N-1', submittedOn: '2027-02-31', cityRef: '' } })]), 'date-impossible:rows.0.notice.submittedOn'],
  ])('%s', async (_what, record, code) => {
    for (const { name, bytes } of (await desk.documents.bodies({ ...record, docNo: 'X-1', keys: desk.named } as DocumentRecord)).bodies) await desk.put(name, bytes)
    for (const end of ['pdf', 'json']) expect((await verdicts(join(desk.folder, `X-1.${end}`)))[0]).toContain(code)
  })
})

describe('a certificate in CSV', () => {
  const csv = async (): Promise<string> => readFile((paths['report'] ?? '').replace(/pdf$/, 'csv'), 'utf8')

  test.each([['結果', '"不合格"', '"合格"'], ['製造番号', '"AZ0003K7Q1"', '"AZ0003K7Q7"'], ['検証率', '"100"', '"99"'], ['開始', '10:04:00', '10:05:00']])('of which %s was changed is refused, and the column named', async (column, from, to) => {
    const changed = await csv()
    const at = changed.indexOf(from, changed.indexOf('\r\n'))
    expect((await verdicts(await desk.put('changed.csv', changed.slice(0, at) + to + changed.slice(at + from.length))))[0]).toMatch(new RegExp(`^refused .*:(${column}|総合結果)`))
  })

  test('from which a row was taken says how many there were', async () => {
    const rows = (await csv()).split('\r\n')
    expect(await verdicts(await desk.put('short.csv', [...rows.slice(0, 2), ...rows.slice(3)].join('\r\n')))).toEqual(['refused csv-rows-missing:'])
  })

  test('is left out where a spreadsheet would cut its cells off', async () => {
    const badRanges = Array.from({ length: 3000 }, (_, i) => ({ what: 'unreadable' as const, lba: i * 1000, sectors: 1 }))
    const { bodies } = await desk.documents.bodies(certificateOver([erasureOf({ result: '例外', badRanges, badSectors: 3000 })], { title: '消去・廃棄報告書', result: '例外', keys: desk.named }))
    expect(bodies.map(({ type }) => type)).not.toContain('text/csv')
    expect(Buffer.from(bodyOf(bodies, 'application/json')).includes('"lba":2999000')).toBe(true)
  })
})

describe('many media, many ranges, long names', () => {
  test('fifty media are listed under one head, and each has its sheet', async () => {
    const pages = ask('pdftotext', '-layout', await desk.put('fifty.pdf', rendered(certificateOver(Array.from({ length: 50 }, () => erasureOf())))), '-').split('\f').slice(0, -1)
    expect(pages).toHaveLength(53)
    for (const page of pages.slice(0, 3)) expect(page).toContain('型番・製造番号')
    expect(pages[2]).toMatch(/50 +MED-2026-0003[\s\S]*自己証明[\s\S]*以上[\s\S]*収受印/)
    pages.slice(3).forEach((page, i) => expect(page).toMatch(new RegExp(`^別紙${i + 1}\\s`)))
  })

  test('two hundred bad ranges are printed, and the rest is counted', async () => {
    const badRanges = Array.from({ length: 230 }, (_, i) => ({ what: 'unreadable' as const, lba: 1_000_000 + i, sectors: 1 }))
    const said = ask('pdftotext', await desk.put('bad.pdf', rendered(certificateOver([erasureOf({ result: '例外', badRanges, badSectors: 300, badRangesLeftOut: 70 })]))), '-')
    expect(said).toContain('1,000,199')
    expect(said).not.toContain('1,000,200')
    expect(said).toContain('ほか 100か所')
  })

  test('𠮷 and 髙 are printed, and what no typeface of ours has is written out', async () => {
    expect(unprintableIn(orderFor(certificateOver([erasureOf({ operator: '𠮷田 美咲', verifier: '髙橋 亮', remarks: '㈱①㊞～' })])))).toEqual([])
    const written = certificateOver([erasureOf({ information: '名簿📄' })])
    expect(unprintableIn(orderFor(written))).toEqual([])
    expect(ask('pdftotext', await desk.put('written-out.pdf', rendered(written)), '-')).toContain('名簿〔U+1F4C4〕')
    expect(unprintableIn(orderFor({ ...marchNotice, plan: { ...marchNotice.plan, remarks: '🗑' } }))).toEqual([])
  })

  test('nothing runs off the page, whatever the names', async () => {
    const long = '長い名前'.repeat(45)
    const record = certificateOver([erasureOf({ information: long, mediaName: long, methodWords: long, operator: long, medium: { ...erasureOf().medium!, model: long, serial: 'S'.repeat(200) } })], { thirdPartyNo: long })
    const boxes = ask('pdftotext', '-bbox', await desk.put('long.pdf', rendered(record)), '-')
    const rights = [...boxes.matchAll(/xMax="([\d.]+)"/g)].map(([, x]) => Number(x))
    expect(Math.max(...rights)).toBeLessThan(595.28 - 48)
    expect(ask('pdftotext', join(desk.folder, 'long.pdf'), '-').replace(/\s/g, '').match(/長い名前/g)?.length).toBeGreaterThan(45 * 5)
  })
})

describe('any facts', () => {
  test.each([['notice', anyNotice], ['erasure', anyErasure], ['destruction', anyDestruction]] as const)('of a %s render, the same again, and are verified', async (_name, any) => {
    const trusted = readTrust({ ...trust, at: Date.parse('2101-01-01T00:00:00Z') as Instant })
    await fc.assert(fc.asyncProperty(any as fc.Arbitrary<DocumentRecord>, async (record) => {
      const worded = { ...record, docNo: 'N-1', issuedAt: '2027-03-17T10:50:00+09:00', contract: { contractNo: 'R8-税-017', title: '業務' }, keys: desk.named, witness: null } as DocumentRecord
      expect(DocumentRecord.safeParse(worded).success).toBe(true)
      expect(await desk.documents.unprintable(worded)).toEqual([])
      const pdf = bodyOf((await desk.documents.bodies(worded)).bodies, 'application/pdf')
      expect(verifyPdf('x', pdf, trusted).verification.reasons).toEqual([])
    }), { numRuns: 8 })
  })
})

function orderFor(record: DocumentRecord): RenderOrder {
  return { record, canonical: canonicalBytes(record), code: '0000-0000-0000-0000-0000', seal: `AZK1${'0123456789ABCDEF'.repeat(12)}` }
}

function rendered(record: DocumentRecord): Uint8Array {
  return renderPdf(orderFor(record)) ?? new Uint8Array()
}
