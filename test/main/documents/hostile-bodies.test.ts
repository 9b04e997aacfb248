import { truncate } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { sayFinding } from '../../../core/words/findings.ts'
import type { Trust } from '../../../core/world.ts'
import { canonicalBytes } from '../../../crypto/canonical-json.ts'
import { signDetached } from '../../../crypto/cms.ts'
import { sha256 } from '../../../crypto/digest.ts'
import { verificationCode } from '../../../crypto/verification-code.ts'
import { renderPdf } from '../../../main/documents/pdf/render.ts'
import { sealOf } from '../../../main/documents/seal.ts'
import { readTrust } from '../../../main/documents/verify/trusted.ts'
import { verifyCsv } from '../../../main/documents/verify/verify-csv.ts'
import { verifyPdf } from '../../../main/documents/verify/verify-pdf.ts'
import { resign } from './attacks/attacker.ts'
import { bodyOf, openDesk, trustIn } from './desk-of-documents.ts'

let desk: Awaited<ReturnType<typeof openDesk>>
let csv: string
let json: string
let trust: Trust
beforeAll(async () => {
  desk = await openDesk()
  const { bodies } = await desk.documents.bodies(desk.receipt())
  csv = new TextDecoder().decode(bodyOf(bodies, 'text/csv'))
  json = new TextDecoder().decode(bodyOf(bodies, 'application/json'))
  trust = trustIn(desk.keys)
})

/** What is said of a file: verdict, codes, and that each can be said in Japanese without a word of code in it. */
async function look(name: string, bytes: Uint8Array | string): Promise<string[]> {
  const found = await desk.documents.verify(await desk.put(name, bytes), trust)
  for (const { verification } of found) for (const reason of verification.reasons) expect(sayFinding(reason, 'ja')).toMatch(/[ぁ-ん].*。$/s)
  return found.map(({ verification: { verdict, reasons } }) => [verdict, ...reasons.map(({ code, facts }) => (code === 'csv-malformed' || code === 'json-not-canonical' ? `${code}:${String(facts['why'])}` : code))].join(' '))
}

describe('a hostile table', () => {
  test('formulas stay the text that they are, and the record with them is believed', async () => {
    const names = ['=cmd|\'/C calc\'!A0', '+1+1', '-2+3', '@SUM(A1)', '\t=1', '＝HYPERLINK("http://x")', '\'=1', '=HYPERLINK("http://x";"y")']
    const receipt = desk.receipt({ items: names.map((name, i) => ({ ...desk.receipt().items[0]!, no: i + 1, name, count: 1, size: 1 })), totals: { items: names.length, count: names.length, bytes: names.length } })
    const bytes = bodyOf((await desk.documents.bodies(receipt)).bodies, 'text/csv')
    for (const cell of new TextDecoder().decode(bytes).match(/"[^"]*(?:calc|SUM|HYPERLINK|1\+1)[^"]*/g) ?? []) expect(cell).toMatch(/^"'/)
    const [found] = await desk.documents.verify(await desk.put('formulas.csv', bytes), trust)
    expect([found?.verification.verdict, found?.record]).toEqual(['verified', receipt])
  })

  test.each<[string, () => Uint8Array | string, string]>([
    ['with NUL in it', () => csv.replace('"927"', '"9\0"'), 'refused csv-malformed:nul'],
    ['with a quotation mark that never closes', () => csv.replace('"927"', '"927'), 'refused csv-malformed:text-after-quote'],
    ['with a quotation mark at its very end', () => `${csv}"`, 'refused csv-malformed:unterminated'],
    ['with a mark in the middle of a cell', () => csv.replace('"927"', '9"27'), 'refused csv-malformed:quote'],
    ['with a lone carriage return', () => csv.replace('\r\n', '\r'), 'refused csv-malformed:line-end'],
    ['with a row too short', () => csv.replace(',"927"', ''), 'refused csv-malformed:cells'],
    ['in UTF-16 with a mark', () => Buffer.from(csv, 'utf16le'), 'refused csv-in-utf-16'],
    ['in UTF-16, the other end first', () => Buffer.from(csv, 'utf16le').swap16(), 'refused csv-in-utf-16'],
    ['in UTF-16 without a mark', () => Buffer.from(csv.replace('\ufeff', ''), 'utf16le'), 'refused csv-in-utf-16'],
    ['of a million columns', () => `様式版${',x'.repeat(1_000_000)}\n`, 'refused csv-malformed:columns'],
    ['of a million columns, each with another name', () => `様式版,${Array.from({ length: 1_000_000 }, (_, i) => i).join(',')}\n`, 'refused csv-malformed:columns'],
    ['of a million rows', () => `様式版\n${'x\n'.repeat(1_000_000)}`, 'refused csv-malformed:rows'],
    ['of nothing but commas', () => `様式版${','.repeat(5_000_000)}`, 'refused csv-malformed:columns'],
    ['of one cell of ten megabytes', () => `"様式版${'x'.repeat(10_000_000)}"\r\n`, 'refused csv'],
  ])('%s is refused, and says what is wrong', async (_what, bytes, expected) => {
    const [verdict = ''] = await look('hostile.csv', bytes())
    expect(verdict.startsWith(expected.replace(/csv$/, 'csv-')), verdict).toBe(true)
  })

  test('in which every cell is wrong is answered with so many sentences as somebody reads', async () => {
    const [head = '', row = ''] = csv.split('\r\n')
    const wrong = row.replaceAll(/"[^"]*"/g, '"x"')
    const [found] = verifyCsv('wrong.csv', Buffer.from(`${head}\r\n${`${wrong}\r\n`.repeat(3000)}`), readTrust(trust))
    expect(found?.verification.verdict).toBe('refused')
    expect(found?.verification.reasons.length).toBeLessThanOrEqual(200)
  })

  test('read in the other encoding is never taken for another document', async () => {
    // UTF-8 read as CP932 and back, as an old program does it.
    const garbled = new TextDecoder('shift_jis').decode(Buffer.from(csv))
    expect(await look('garbled.csv', garbled)).toEqual(['refused file-not-recognised'])
    const half = Buffer.from(csv)
    half[half.indexOf('青') + 1] = 0x41
    const [verdict = ''] = await look('half.csv', half)
    expect(verdict).toMatch(/^refused/)
  })

  test.each([['.csv', '様式版,'], ['.json', '{'], ['.pdf', '%PDF-1.7\n'], ['.png', '\x89PNG\r\n\x1a\n']])('a gigabyte of %s is refused unread', async (end, start) => {
    const path = await desk.put(`huge${end}`, Buffer.from(start, end === '.csv' ? 'utf8' : 'latin1'))
    await truncate(path, 1024 ** 3)
    const [found] = await desk.documents.verify(path, trust)
    expect(found?.verification.reasons.map(({ code }) => code)).toEqual(['file-too-large'])
    await truncate(path, 0)
  })
})

describe('a hostile record, signed by the contractor itself', () => {
  const signed = async (text: string | Uint8Array): Promise<string> => {
    const bytes = Buffer.from(text)
    const { signing, root } = desk.keys
    const at = new Date('2026-12-07T10:40:00+09:00')
    await desk.put('hostile.json.p7s', signDetached({ content: [bytes], signingTime: at, certificate: signing.certificate, chain: [root.certificate], privateKey: signing.privateKey, profile: 'cades' }))
    return (await look('hostile.json', bytes)).join()
  }

  test('is believed as it is, so that what follows fails for its own reason', async () => {
    expect(await signed(json)).toBe('verified')
  })

  test.each<[string, (text: string) => string | Uint8Array, string]>([
    ['a key twice', (text) => text.replace('{', '{"v":1,'), 'json-not-canonical:json-duplicate-key'],
    ['a key twice, once escaped', (text) => text.replace('{', '{"\\u0076":1,'), 'json-not-canonical:json-duplicate-key'],
    ['a number beyond 2^53', (text) => text.replace('"size":927', '"size":9007199254740993'), 'json-not-canonical:json-not-canonical'],
    ['the largest whole number and one more', (text) => text.replace('"size":927', '"size":9007199254740992'), 'record-malformed'],
    ['a number without end', (text) => text.replace('"size":927', '"size":1e999'), 'json-not-canonical:json-unrepresentable'],
    ['a number in another spelling', (text) => text.replace('"size":927', '"size":9.27e2'), 'json-not-canonical:json-not-canonical'],
    ['minus nought', (text) => text.replace('"size":927', '"size":-0'), 'json-not-canonical:json-not-canonical'],
    ['__proto__', (text) => text.replace('{', '{"__proto__":{"v":1},'), 'json-not-canonical:json-forbidden-key'],
    ['__proto__, escaped', (text) => text.replace('{', '{"\\u005f_proto__":{"v":1},'), 'json-not-canonical:json-forbidden-key'],
    ['constructor', (text) => text.replace('"contact"', '"constructor":{"prototype":{}},"contact"'), 'record-malformed'],
    ['half a character', (text) => text.replace('第14条', '\\ud800'), 'json-not-canonical:json-unrepresentable'],
    ['a byte order mark', (text) => `\ufeff${text}`, 'json-not-canonical:json-bom'],
    ['bytes that are no UTF-8', (text) => Buffer.concat([Buffer.from(text.slice(0, -1)), Buffer.from([0xff, 0x7d])]), 'json-not-canonical:json-not-utf8'],
    ['nesting without end', () => '['.repeat(1_000_000), 'json-not-canonical:json-too-deep'],
    ['two records', (text) => text + text, 'json-not-canonical'],
    ['a line end behind it', (text) => `${text}\n`, 'json-not-canonical:json-not-canonical'],
    ['a string of thirty megabytes', () => `{"v":"${'x'.repeat(30_000_000)}"}`, 'record-malformed'],
    ['a string that never ends', () => `{"v":"${'x'.repeat(30_000_000)}`, 'json-not-canonical:json-malformed'],
  ])('with %s is refused', async (_what, change, expected) => {
    const verdict = await signed(change(json))
    expect(verdict).toMatch(/^refused/)
    expect(verdict).toContain(expected)
    expect(({} as Record<string, unknown>)['v']).toBeUndefined()
  })
})

describe('what the contractor itself may not sign', () => {
  test.each([['turn the direction of writing', '第14\u202e条'], ['are not seen', '第\u200b14条'], ['the typeface lacks', '第14条\u{1f4be}'], ['select a variant', '第14条\u{e0101}'], ['stand apart from their letter', '第14条か\u3099']])('a paper that does not show the characters of its record that %s', async (_what, articleRef) => {
    const [record, drawn] = [desk.receipt({ articleRef }), desk.receipt({ articleRef: '第14条' })]
    const canonical = canonicalBytes(record)
    const hash = sha256(canonical)
    const pdf = renderPdf({ record: drawn, canonical, code: verificationCode(hash), seal: sealOf(record, hash, desk.keys) })
    const hidden = resign(pdf ?? new Uint8Array(), () => undefined, desk.keys)
    expect(verifyPdf('odd.pdf', hidden, readTrust(trust)).verification).toMatchObject({ verdict: 'refused', reasons: [{ code: 'pdf-print-differs' }] })
  })

  test('a paper whose signature tells a time of its own', async () => {
    const pdf = bodyOf((await desk.documents.bodies(desk.receipt())).bodies, 'application/pdf')
    const twice = resign(pdf, () => undefined, desk.keys, { signingTime: new Date('2026-12-07T10:40:00+09:00') })
    expect(verifyPdf('twice.pdf', twice, readTrust(trust)).verification).toMatchObject({ verdict: 'refused', reasons: [{ code: 'signature-refused', facts: { why: 'attribute-unknown' } }] })
  })

  test('nothing that is not a file is waited for', async () => {
    const [found] = await desk.documents.verify(join(desk.folder, '..'), trust)
    expect(found?.verification.reasons.map(({ code }) => code)).toEqual(['file-unreadable'])
  })
})
