import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { canonicalBytes } from '../../../crypto/canonical-json.ts'
import { writePem } from '../../../crypto/pem.ts'
import { renderPdf, unprintableIn, type RenderOrder } from '../../../main/documents/pdf/render.ts'
import type { CustodyReceipt } from '../../../core/documents/records.ts'
import { bodyOf, openDesk } from './desk-of-documents.ts'
import { receiptOver, septemberReceipt } from './receipts.ts'
import { ask, askBoth } from './tools.ts'

let desk: Awaited<ReturnType<typeof openDesk>>
let path: string
beforeAll(async () => {
  desk = await openDesk()
  const { bodies } = await desk.documents.bodies(desk.receipt())
  for (const { name, bytes } of bodies) await desk.put(name, bytes)
  path = join(desk.folder, 'A-R8-017-001.pdf')
})

describe('the paper of a receipt, judged by other programs', () => {
  test('qpdf finds nothing wrong with it', () => {
    expect(ask('qpdf', '--check', path)).toContain('No syntax or stream encoding errors found')
  })

  test('poppler believes its signature, which covers the whole document', () => {
    const says = ask('pdfsig', path)
    expect(says).toContain('Signature is Valid.')
    expect(says).toContain('ETSI.CAdES.detached')
    expect(says).toContain('Total document signed')
    expect(says).toMatch(/Signature Field Name: city\s+The signature form field is not signed/)
  })

  test('openssl believes its signature over the byte range', async () => {
    const pdf = await readFile(path)
    const [, from = 0, to = 0] = /\/ByteRange \[0 (\d+) (\d+) (\d+) *\]/.exec(pdf.toString('latin1'))?.map(Number) ?? []
    const hex = pdf.toString('latin1', from + 1, to - 1)
    const length = 4 + Number.parseInt(hex.slice(4, 8), 16)
    const cms = await desk.put('signature.der', Buffer.from(hex.slice(0, 2 * length), 'hex'))
    const content = await desk.put('signed.bin', Buffer.concat([pdf.subarray(0, from), pdf.subarray(to)]))
    const root = await desk.put('root.pem', writePem('CERTIFICATE', desk.keys.root.certificate))
    expect(askBoth('openssl', 'cms', '-verify', '-cades', '-binary', '-inform', 'DER', '-in', cms, '-content', content, '-CAfile', root, '-no_check_time', '-out', '/dev/null')).toContain('CAdES Verification successful')
  })

  test('its attachment is the record, byte for byte', async () => {
    expect(ask('pdfdetach', '-list', path)).toContain('1: A-R8-017-001.json')
    const saved = join(desk.folder, 'detached.json')
    ask('pdfdetach', '-save', '1', '-o', saved, path)
    expect(await readFile(saved)).toEqual(await readFile(join(desk.folder, 'A-R8-017-001.json')))
  })

  test('it is tagged, in PDF 1.7 on A4, without scripts or encryption, its fonts embedded', () => {
    const info = ask('pdfinfo', path)
    for (const line of [/Tagged: +yes/, /JavaScript: +no/, /Encrypted: +no/, /Page size: +595\.28 x 841\.89 pts \(A4\)/, /PDF version: +1\.7/, /Pages: +1$/m]) expect(info).toMatch(line)
    expect(ask('pdffonts', path).match(/NotoSansJP-(Regular|Bold) +CID TrueType +Identity-H +yes yes yes/g)).toHaveLength(2)
  })

  test('a copier at 150 dots an inch leaves its QR code readable', () => {
    ask('pdftoppm', '-r', '150', '-png', '-singlefile', path, join(desk.folder, 'copy'))
    expect(ask('zbarimg', '-q', '--nodbus', join(desk.folder, 'copy.png'))).toMatch(/^QR-Code:AZK1[0-9A-Z]+\s*$/)
  })

  test('it says in the words of the form what was handed over', () => {
    const text = ask('pdftotext', '-layout', path, '-').replace(/\s/g, '')
    for (const words of ['青葉野市長　様', '令和8年12月7日', '預　り　証', '特記仕様書第14条', '令和8年12月7日 10時05分', '𠮷田 美咲', '974b7500', 'AZ0004M2W8', '重要情報', '以上', '収受印', '1／1']) {
      expect(text).toContain(words.replace(/\s/g, ''))
    }
  })
})

describe('the metadata of a receipt', () => {
  test('stays well-formed XML when a company is called A & B <株>', async () => {
    const record = desk.receipt({ sender: { ...septemberReceipt.sender, organisation: 'A & B <株> "C"' } })
    const pdf = await desk.put('ampersand.pdf', rendered(record))
    expect(ask('python3', '-c', METADATA, pdf)).toBe('A & B <株> "C"|3|B\n')
  })
})

const METADATA = `
import re, sys, xml.etree.ElementTree as tree
pdf = open(sys.argv[1], 'rb').read()
xmp = re.search(rb'<x:xmpmeta.*?</x:xmpmeta>', pdf, re.S).group()
root = tree.fromstring(xmp)
at = lambda name: root.find('.//{*}' + name)
print('|'.join([at('creator').find('.//{*}li').text, at('part').text, at('conformance').text]))
`

describe('the same record', () => {
  test('gives the same paper again, byte for byte', () => {
    expect(Buffer.compare(rendered(septemberReceipt), rendered(septemberReceipt))).toBe(0)
  })

  test('gives the same paper after another one was drawn in between', () => {
    const before = rendered(septemberReceipt)
    // ⼀ (a radical) and 一 share a glyph: whoever kept fonts open between two documents would mix them up.
    rendered(receiptOver(2, (no) => `⼀一_${no}.csv`))
    expect(Buffer.compare(rendered(septemberReceipt), before)).toBe(0)
  })
})

describe('a receipt over many files', () => {
  test('repeats the head of its table on every page, and ends with the totals beside the signature block', async () => {
    const pdf = await desk.put('sixty.pdf', rendered(receiptOver(60)))
    const pages = ask('pdftotext', '-layout', pdf, '-').split('\f').slice(0, -1)
    expect(pages.length).toBeGreaterThan(2)
    for (const page of pages) expect(page).toContain('ファイル名等')
    expect(pages.at(-1)).toMatch(/R09_00060\.csv[\s\S]*合計[\s\S]*以上[\s\S]*収受印/)
    pages.forEach((page, i) => expect(page).toContain(`${i + 1}／${pages.length}`))
  })

  test('lists three hundred, and beyond them sums up and points to the record inside', async () => {
    const three = ask('pdftotext', '-layout', await desk.put('300.pdf', rendered(receiptOver(300))), '-')
    expect(three).toContain('R09_00300.csv')
    const more = ask('pdftotext', '-layout', await desk.put('301.pdf', rendered(receiptOver(301))), '-')
    expect(more).not.toContain('R09_00300.csv')
    expect(more).toMatch(/全301点の明細/)
    expect(more).toMatch(/宛名情報（市民税・県民税） +電磁的記録媒体 +重要情報 +有 +301 +301/)
  })

  test('prints every character of a name that fills a page and more', async () => {
    const name = `${'長い名前のファイル'.repeat(111)}.csv`
    const receipt = { ...receiptOver(2, () => name.slice(-1000)), handover: { ...septemberReceipt.handover, remarks: '備考。'.repeat(1300) } }
    const text = ask('pdftotext', await desk.put('long.pdf', rendered(receipt)), '-').replace(/\s/g, '')
    expect(text.match(/長い名前のファイル/g)?.length).toBeGreaterThan(200)
    expect(text.match(/備考。/g)?.length).toBeGreaterThan(1290)
  })
})

describe('characters that paper cannot show', () => {
  test('are written out, each where it stands, and hinder no receipt', async () => {
    const receipt = { ...septemberReceipt, handover: { ...septemberReceipt.handover, purpose: '📄と🗑と📄', remarks: 'あ\u3099' } }
    expect(await desk.documents.unprintable(receipt)).toEqual([])
    const text = ask('pdftotext', '-layout', await desk.put('written-out.pdf', rendered(receipt)), '-')
    expect(text).toContain('〔U+1F4C4〕と〔U+1F5D1〕と〔U+1F4C4〕')
    expect(text).toContain('あ〔濁点〕')
  })

  test('𠮷 髙 﨑 ① ㈱ ㊞ are none of them', () => {
    expect(unprintableIn(orderFor({ ...septemberReceipt, handover: { ...septemberReceipt.handover, remarks: '𠮷髙﨑①㈱㊞～〜—' } }))).toEqual([])
  })
})

test('the bodies of a receipt are four: paper, record, signature, table', async () => {
  const { bodies, code } = await desk.documents.bodies(desk.receipt())
  expect(bodies.map(({ name }) => name)).toEqual(['A-R8-017-001.pdf', 'A-R8-017-001.json', 'A-R8-017-001.json.p7s', 'A-R8-017-001.csv'])
  expect(Buffer.from(bodyOf(bodies, 'application/pdf')).length).toBeLessThan(400_000)
  expect(code).toMatch(/^([0-9A-Z]{4}-){4}[0-9A-Z]{4}$/)
})

function orderFor(record: CustodyReceipt): RenderOrder {
  return { record, canonical: canonicalBytes(record), code: '0000-0000-0000-0000-0000', seal: `AZK1${'0123456789ABCDEF'.repeat(12)}` }
}

function rendered(record: CustodyReceipt): Uint8Array {
  return renderPdf(orderFor(record)) ?? new Uint8Array()
}
