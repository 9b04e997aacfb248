import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Cell } from '../../../core/ledgers/definition.ts'
import { instantOf } from '../../../core/time.ts'
import type { TableOrder } from '../../../core/world.ts'
import { unguard } from '../../../main/documents/csv/guard.ts'
import { readCsv } from '../../../main/documents/csv/table.ts'
import type { WrittenColumn } from '../../../main/ledgers/written-cells.ts'
import { realTables } from '../../../main/ledgers/write-table.ts'

const at = instantOf('2026-12-07T10:05:00+09:00')
const column = (key: string, kind: WrittenColumn['kind'], ja = key): WrittenColumn => ({ key, kind, title: { ja, en: key }, width: 12, ...(kind === 'state' ? { states: { out: { ja: '持出中', en: 'out' } } } : {}) })
const columns = [column('no', 'text', '番号'), column('count', 'number', '件数'), column('sent', 'instant', '発送日時'), column('due', 'day', '期限'), column('state', 'state', '状態'), column('size', 'bytes', '大きさ'), column('words', 'text', '内容')]
const HOSTILE = ['=1+1', '+81', '-1', '@SUM(A1)', '＝１', '𠮷田 髙﨑', '"引用", と,\n改行', '0012', '123456789012', '_x0041_', 'a<b>&"c\'', '\u0007鈴', '  前後  ', '葛\u{e0100}城', '🏢'.repeat(3), '']
const rows: Cell[][] = HOSTILE.map((words, i) => [`送-${i + 1}`, i === 3 ? null : i * 1000, i === 4 ? null : at + i, i === 5 ? null : '2026-12-31', i === 6 ? null : 'out', 16e9, words])

let folder: string
const tables = realTables({ begin: () => ({ signal: new AbortController().signal, end: () => {} }) })
beforeEach(() => { folder = mkdtempSync(join(tmpdir(), 'azukari-tables-')) })
afterEach(() => rmSync(folder, { recursive: true }))

async function* from(cells: readonly (readonly Cell[])[]): AsyncGenerator<readonly Cell[]> { yield* cells }
const order = (format: TableOrder['format'], more: Partial<TableOrder> = {}): TableOrder => ({ format, title: '送付管理簿（授受簿）', about: [['事業者', '株式会社ひかりの丘データサービス'], ['契約', 'R8-税-017　納税通知書データ作成']], columns, rows: from(rows), total: rows.length, into: folder, fileName: '送付管理簿', at, ...more })
const quietly = { signal: new AbortController().signal, onProgress: () => {} }
const write = (...asked: Parameters<typeof order>) => tables.write(order(...asked), quietly)

describe('CSV', () => {
  test('as UTF-8 has a byte order mark, both calendars, and no cell that a spreadsheet would calculate', async () => {
    expect(await write('csv-utf8')).toEqual({ outcome: 'written', path: join(folder, '送付管理簿.csv'), rows: rows.length, replaced: [] })
    const bytes = readFileSync(join(folder, '送付管理簿.csv'))
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    const read = readCsv(bytes.subarray(3).toString('utf8'))
    if (!('rows' in read)) throw new Error('not a CSV')
    expect(read.rows[0]).toEqual(['番号', '件数', '発送日時', '発送日時（和暦）', '期限', '期限（和暦）', '状態', '大きさ', '内容'])
    expect(read.rows[1]?.slice(2, 7)).toEqual(['2026-12-07T10:05:00+09:00', '令和8年12月7日 10時05分', '2026-12-31', '令和8年12月31日', '持出中'])
    expect(read.rows.slice(1).map((cells) => unguard(cells.at(-1) ?? ''))).toEqual(HOSTILE)
    for (const cells of read.rows) for (const cell of cells) expect(cell).not.toMatch(/^[=+\-@＝]/)
  })

  test('as CP932 puts 〓 for what it lacks, and names it', async () => {
    const written = await write('csv-cp932')
    expect(written).toMatchObject({ outcome: 'written', replaced: expect.arrayContaining(['𠮷', '🏢']) as string[] })
    const script = 'import sys,csv,io\nrows=list(csv.reader(io.StringIO(open(sys.argv[1],"rb").read().decode("cp932"),newline="")))\nprint(len(rows));print(rows[0][-1]);print(rows[6][-2]);print(rows[6][-1])'
    expect(execFileSync('python3', ['-c', script, join(folder, '送付管理簿.csv')], { encoding: 'utf8', env: { ...process.env, PYTHONIOENCODING: 'utf-8' } })).toBe('17\n置換一覧\n〓田 髙﨑\n内容:0:U+20BB7\n')
  })
})

describe('Excel', () => {
  test('holds strings as strings, numbers as numbers, dates as dates, and nothing that is calculated', async () => {
    expect(await write('xlsx')).toMatchObject({ outcome: 'written', rows: rows.length })
    // Python's own reader of archives and of XML judges.
    const script = `
import sys, zipfile, json, re, xml.etree.ElementTree as E
z = zipfile.ZipFile(sys.argv[1]); assert z.testzip() is None
for name in z.namelist(): E.fromstring(z.read(name))
n = '{http://schemas.openxmlformats.org/spreadsheetml/2006/main}'
sheet = E.fromstring(z.read('xl/worksheets/sheet1.xml'))
assert sheet.find('.//'+n+'f') is None
un = lambda s: re.sub('_x([0-9A-F]{4})_', lambda m: chr(int(m[1],16)), s)
cell = lambda c: un(c.find('.//'+n+'t').text) if c.get('t') == 'inlineStr' else (None if c.find(n+'v') is None else float(c.find(n+'v').text))
print(json.dumps({'names': sorted(z.namelist()), 'rows': [[cell(c) for c in r] for r in sheet.iter(n+'row')], 'styles': [[c.get('s') for c in r] for r in sheet.iter(n+'row')][1],
  'sheets': [s.get('name') for s in E.fromstring(z.read('xl/workbook.xml')).iter(n+'sheet')], 'filter': sheet.find(n+'autoFilter').get('ref')}))`
    const read = JSON.parse(execFileSync('python3', ['-c', script, join(folder, '送付管理簿.xlsx')], { encoding: 'utf8' })) as { rows: (string | number | null)[][]; styles: string[]; sheets: string[]; filter: string }

    expect(read.sheets).toEqual(['送付管理簿（授受簿）', 'この台帳について'])
    expect(read.filter).toBe('A1:I17')
    expect(read.rows[1]).toEqual(['送-1', 0, 46363.42013889, '令和8年12月7日 10時05分', 46387, '令和8年12月31日', '持出中', 16e9, '=1+1'])
    expect(read.styles.slice(1, 5)).toEqual(['4', '3', '0', '2'])
    expect(read.rows.slice(1).map((cells) => cells.at(-1))).toEqual(HOSTILE.map((words) => (words === '' ? null : words)))
    expect(read.rows[4]?.[1]).toBeNull()
  })

  test('goes on with the rows of an empty ledger', async () => {
    expect(await write('xlsx', { rows: from([]), total: 0 })).toMatchObject({ outcome: 'written', rows: 0 })
    execFileSync('python3', ['-c', 'import sys,zipfile; assert zipfile.ZipFile(sys.argv[1]).testzip() is None', join(folder, '送付管理簿.xlsx')])
  })
})

describe('PDF', () => {
  test('repeats the heads on every page, counts its pages, and prints 𠮷 and 髙', async () => {
    const many = Array.from({ length: 90 }, (_, i): Cell[] => [`送-${i + 1}`, i, at, '2026-12-31', 'out', 16e9, i === 7 ? '𠮷田 髙﨑　'.repeat(30) : '納品データ'])
    expect(await write('pdf', { rows: from(many), total: 90 })).toMatchObject({ outcome: 'written', rows: 90, replaced: [] })
    const path = join(folder, '送付管理簿.pdf')
    execFileSync('qpdf', ['--check', path])
    const pages = Number(/Pages:\s+(\d+)/.exec(execFileSync('pdfinfo', [path], { encoding: 'utf8' }))?.[1])
    const text = execFileSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' })

    expect(pages).toBeGreaterThan(1)
    expect(text.match(/発送日時/g)).toHaveLength(pages)
    for (let page = 1; page <= pages; page++) expect(text).toContain(`${page}／${pages}`)
    expect(text).toMatch(/𠮷田 髙﨑/)
    expect(text).toContain('R8.12.7 10:05')
    expect(execFileSync('pdfinfo', [path], { encoding: 'utf8' })).toMatch(/Page size:\s+841\.89 x 595\.28/)
  })

  test('writes out what its typeface lacks', async () => {
    expect(await write('pdf')).toMatchObject({ outcome: 'written', replaced: [] })
    expect(execFileSync('pdftotext', ['-layout', join(folder, '送付管理簿.pdf'), '-'], { encoding: 'utf8' })).toContain('〔U+1F3E2〕')
  })
})

test('a file that is called off leaves nothing, and none is written over another', async () => {
  for (const format of ['csv-utf8', 'csv-cp932', 'xlsx', 'pdf'] as const) {
    const off = new AbortController()
    async function* endless(): AsyncGenerator<readonly Cell[]> {
      for (let n = 0; ; n++) {
        if (n === 500) off.abort()
        yield rows[n % rows.length] ?? []
      }
    }
    expect([format, await tables.write(order(format, { rows: endless() }), { ...quietly, signal: off.signal })]).toEqual([format, { outcome: 'abandoned' }])
    expect(readdirSync(folder)).toEqual([])
  }
  await write('csv-utf8')
  expect(await write('csv-cp932')).toEqual({ outcome: 'target-exists', path: join(folder, '送付管理簿.csv') })
  expect(await write('pdf', { into: join(folder, 'none') })).toEqual({ outcome: 'folder-missing', path: join(folder, 'none') })
})
