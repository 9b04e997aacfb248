import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import type { FormLetter } from '../../../core/documents/form-letter.ts'
import { canonicalBytes, parseCanonical } from '../../../crypto/canonical-json.ts'
import { signDetached } from '../../../crypto/cms.ts'
import { writePem } from '../../../crypto/pem.ts'
import { readTrust } from '../../../main/documents/verify/trusted.ts'
import { verifyPdf } from '../../../main/documents/verify/verify-pdf.ts'
import { bodyOf, openDesk, trustIn } from './desk-of-documents.ts'
import { allForms, letterOn } from './letters.ts'
import { oddLetters } from './odd-letters.ts'
import { ask, askBoth } from './tools.ts'

type Desk = Awaited<ReturnType<typeof openDesk>>
let desk: Desk
const paths: Record<string, string> = {}

/** One letter of boxes, one of many tables, one that a person signs. */
const usual = ['F-05', 'F-27', 'F-08'] as const

beforeAll(async () => {
  desk = await openDesk()
  for (const form of usual) {
    const { bodies } = await desk.documents.bodies(letterOn(form, { head: { docNo: `ひ-${form}`, keys: desk.named } }))
    for (const { name, bytes } of bodies) await desk.put(name, bytes)
    paths[form] = join(desk.folder, `ひ-${form}`)
  }
})

const verdicts = async (path: string): Promise<string[]> =>
  (await desk.documents.verify(path, trustIn(desk.keys))).map(({ verification: { verdict, reasons } }) => [verdict, ...reasons.map(({ code, field }) => `${code}:${field ?? ''}`)].join(' '))

describe.each(usual)('a letter on %s, judged by other programs', (form) => {
  const path = (end: string): string => `${paths[form] ?? ''}${end}`

  test('qpdf, pdfsig and pdfinfo find nothing wrong', () => {
    expect(ask('qpdf', '--check', path('.pdf'))).toContain('No syntax or stream encoding errors found')
    const says = ask('pdfsig', path('.pdf'))
    for (const words of ['Signature is Valid.', 'ETSI.CAdES.detached', 'Total document signed']) expect(says).toContain(words)
    expect(ask('pdfinfo', path('.pdf'))).toMatch(/Tagged: +yes[\s\S]*JavaScript: +no/)
  })

  test('openssl believes its record, and its attachment is that record', async () => {
    const root = await desk.put('root.pem', writePem('CERTIFICATE', desk.keys.root.certificate))
    expect(askBoth('openssl', 'cms', '-verify', '-cades', '-binary', '-inform', 'DER', '-in', path('.json.p7s'), '-content', path('.json'), '-CAfile', root, '-no_check_time', '-out', '/dev/null')).toContain('CAdES Verification successful')
    ask('pdfdetach', '-save', '1', '-o', path('.detached'), path('.pdf'))
    expect(await readFile(path('.detached'))).toEqual(await readFile(path('.json')))
  })

  test('a camera reads its code off the last page', () => {
    const last = /Pages: +(\d+)/.exec(ask('pdfinfo', path('.pdf')))?.[1] ?? '1'
    ask('pdftoppm', '-r', '150', '-png', '-singlefile', '-f', last, path('.pdf'), path(''))
    expect(ask('zbarimg', '-q', '--nodbus', path('.png'))).toMatch(/^QR-Code:AZK1[0-9A-Z]+\s*$/)
  })

  test('each of its bodies is verified by itself', async () => {
    for (const end of ['.pdf', '.json', '.json.p7s', '.csv']) expect(await verdicts(path(end)), end).toEqual(['verified'])
  })

  test('one byte changed is refused, wherever it is', async () => {
    const pdf = new Uint8Array(await readFile(path('.pdf')))
    const trusted = readTrust(trustIn(desk.keys))
    for (let at = 50; at < pdf.length; at += Math.ceil(pdf.length / 15)) expect(verifyPdf('x', pdf.with(at, (pdf[at] ?? 0) ^ 1), trusted).verification.verdict, `byte ${at}`).toBe('refused')
  })

  test('its CSV as Python writes it again is verified by its values, and one value changed is refused by its column', async () => {
    const again = await desk.put(`${form}-again.py`, `
import csv, sys
rows = list(csv.reader(open(sys.argv[1], encoding='utf-8-sig', newline='')))
def cell(c):
    p = c.split('-')
    return '/'.join(str(int(x)) for x in p) if len(c) == 10 and len(p) == 3 and all(x.isdigit() for x in p) else c
head = rows[0]
out = [head] + [[cell(c) if head[i].startswith('値') else c for i, c in enumerate(r)] for r in rows[1:]]
if len(sys.argv) > 3:
    r = next(r for r in out[1:] if r[head.index('種類')] in ('項目', '明細') and r[head.index('値1')])
    r[head.index('値1')] += '０'
csv.writer(open(sys.argv[2], 'w', encoding='utf-8', newline=''), lineterminator='\\n').writerows(out)
`)
    ask('python3', again, path('.csv'), path('-again.csv'))
    expect(await verdicts(path('-again.csv'))).toEqual(['verified'])
    ask('python3', again, path('.csv'), path('-changed.csv'), 'change')
    expect((await verdicts(path('-changed.csv')))[0]).toMatch(/^refused .*csv-value-differs:値1/)
  })
})

describe('what the papers say', () => {
  const text = async (record: FormLetter): Promise<string> => {
    const { bodies } = await desk.documents.bodies({ ...record, keys: desk.named })
    return ask('pdftotext', '-layout', await desk.put('said.pdf', bodyOf(bodies, 'application/pdf')), '-').replace(/\s/g, '')
  }

  test('days and times stand as people write them, and in the record as machines do', async () => {
    const said = await text(letterOn('F-11'))
    expect(said).toContain('令和8年12月1日10時05分')
    expect(said).not.toContain('2026-12-01')
    expect(JSON.stringify(letterOn('F-11'))).toContain('2026-12-01T10:05:00+09:00')
  })

  test("a city's own form bears its name, its words and its empty boxes", async () => {
    const said = await text(oddLetters["a city's own"]!)
    for (const words of ['様式第3号（第6条関係）', '作業場所変更届', '甲記入欄', '受付者（甲）', '押印', '注１', '以上']) expect(said).toContain(words)
  })

  test.each([['its correction', '返却書（訂正）', '本書は第2版です（理由：数量の誤記）。'], ['its cancellation', '返却書（取消）', 'を取り消します。'], ['its change', '作業責任者・連絡体制届出書（変更）', '先に提出した文書番号ひ-R8-001の内容を変更します（理由：作業責任者の交代）。']])('%s says so first', async (name, title, sentence) => {
    const said = await text(oddLetters[name]!)
    expect(said).toContain(title)
    expect(said).toContain(sentence)
  })

  test('three hundred rows go over pages, with the head of their table on each; nothing in a list is said to be nothing', async () => {
    const { bodies } = await desk.documents.bodies({ ...oddLetters['three hundred long rows']!, keys: desk.named })
    const path = await desk.put('long.pdf', bodyOf(bodies, 'application/pdf'))
    for (const page of ['2', '20']) expect(ask('pdftotext', '-f', page, '-l', page, path, '-')).toContain('フリガナ')
    expect(await text(oddLetters['nothing said']!)).toContain('該当なし')
  })

  test('a draft bears no code and is believed by nobody', async () => {
    const path = await desk.put('draft.pdf', await desk.documents.draft(letterOn('F-05', { head: { keys: desk.named } })))
    expect(ask('pdftotext', path, '-')).toContain('下書き（未発行）')
    expect((await verdicts(path))[0]).toMatch(/^refused/)
  })
})

describe('every form that there is', () => {
  test.each(allForms)('%s says in its record all that a verifier needs: its bodies come back', async (form) => {
    const record = letterOn(form, { head: { keys: desk.named } })
    const { bodies } = await desk.documents.bodies(record)
    expect(parseCanonical(bodyOf(bodies, 'application/json'), 1e7)).toEqual(record)
    expect(await verdicts(await desk.put(`${form}.csv`, bodyOf(bodies, 'text/csv')))).toEqual(['verified'])
  })
})

describe('what a letter may not be, whoever signed it', () => {
  const signedAs = async (change: (record: FormLetter) => unknown): Promise<string[]> => {
    const json = canonicalBytes(change(letterOn('F-27', { head: { keys: desk.named } })) as FormLetter)
    const { signing, root } = desk.keys
    await desk.put('odd.json.p7s', signDetached({ content: [json], signingTime: new Date('2026-12-07T10:40:00+09:00'), certificate: signing.certificate, chain: [root.certificate], privateKey: signing.privateKey, profile: 'cades' }))
    return verdicts(await desk.put('odd.json', json))
  }
  const first = (record: FormLetter): Extract<FormLetter['parts'][number], { kind: 'fields' }> => record.parts[0] as never

  test.each<[string, (record: FormLetter) => unknown]>([
    ['a day that no calendar has', (record) => ({ ...record, parts: [{ ...first(record), fields: [{ label: '確認日', value: '2026-02-31', as: 'day', wide: false }] }] })],
    ['a day written otherwise', (record) => ({ ...record, parts: [{ ...first(record), fields: [{ label: '確認日', value: '令和8年', as: 'day', wide: false }] }] })],
    ['a row with a cell too many', (record) => ({ ...record, parts: [{ kind: 'table', heading: '', columns: [{ label: '番号', share: 1, align: 'left', as: 'text' }], rows: [['1', '2']] }] })],
    ['an empty box that says something', (record) => ({ ...record, parts: [{ ...first(record), fields: [{ label: '甲記入欄', value: '承認', as: 'blank', wide: false }] }] })],
    ['a key that no letter has', (record) => ({ ...record, approved: true })],
    ["another form's number", (record) => ({ ...record, form: 'F-25' })],
    ['no part at all', (record) => ({ ...record, parts: [] })],
  ])('%s', async (_what, change) => {
    expect((await signedAs(change))[0]).toMatch(/^refused (record-malformed|date-impossible)/)
  })
})
