import { mkdir, truncate } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Acknowledgement } from '../../../core/documents/records.ts'
import { sayFinding } from '../../../core/words/findings.ts'
import type { Body, Trust } from '../../../core/world.ts'
import { realDocuments } from '../../../main/documents/documents.ts'
import { receiptTable } from '../../../main/documents/csv/receipt-columns.ts'
import { writeTableCp932 } from '../../../main/documents/csv/write-table.ts'
import { sealOf } from '../../../main/documents/seal.ts'
import { bodyOf, openDesk, trustIn } from './desk-of-documents.ts'

let desk: Awaited<ReturnType<typeof openDesk>>
let city: Awaited<ReturnType<typeof openDesk>>
let issued: { hash: string; code: string; bodies: Body[] }
let trust: Trust
beforeAll(async () => {
  ;[desk, city] = await Promise.all([openDesk(), openDesk('青葉野市')])
  issued = await desk.documents.bodies(desk.receipt())
  for (const { name, bytes } of issued.bodies) await desk.put(name, bytes)
  trust = trustIn(desk.keys)
})

/** The verdict on a file, and the codes of what was found. Verifying needs no keys of one's own. */
async function look(path: string, by = trust) {
  const keyless = realDocuments({ organisation: () => { throw new Error('no keys here') } })
  const found = await keyless.verify(path, by)
  return found.map(({ verification: { verdict, reasons, body } }) => `${verdict} ${body} ${reasons.map(({ code, field }) => (field ? `${code}:${field}` : code)).join(' ')}`.trim())
}
const csv = (): string => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bodyOf(issued.bodies, 'text/csv'))
const put = (name: string, bytes: Uint8Array | string): Promise<string> => desk.put(name, bytes)

describe('each body of a receipt is verified by itself', () => {
  test.each([['A-R8-017-001.pdf', 'pdf'], ['A-R8-017-001.json', 'json'], ['A-R8-017-001.json.p7s', 'json'], ['A-R8-017-001.csv', 'csv']])('%s', async (name, body) => {
    expect(await look(join(desk.folder, name))).toEqual([`verified ${body}`])
  })

  test('and gives back the same record, its hash and code, and who signed', async () => {
    for (const name of ['pdf', 'json', 'csv']) {
      const [found] = await desk.documents.verify(join(desk.folder, `A-R8-017-001.${name}`), trust)
      expect(found?.record).toEqual(desk.receipt())
      expect(found?.verification.document).toEqual({
        form: 'F-25', docNo: 'A-R8-017-001', revision: 1, contractNo: 'R8-税-017', issuedAt: '2026-12-07T10:40:00+09:00', hash: issued.hash, code: issued.code,
        signer: '株式会社ひかりの丘データサービス', rootFingerprint: desk.named.rootFingerprint,
      })
    }
  })

  test('whatever its file is called', async () => {
    expect(await look(await put('scan', bodyOf(issued.bodies, 'application/pdf')))).toEqual(['verified pdf'])
    await put('record.txt.p7s', bodyOf(issued.bodies, 'application/pkcs7-signature'))
    expect(await look(await put('record.txt', bodyOf(issued.bodies, 'application/json')))).toEqual(['verified json'])
  })

  test('the printed code is that of the record, however it is typed', () => {
    expect(desk.documents.matchesCode(issued.code.toLowerCase().replaceAll('-', ' '), issued.hash)).toBe('matches')
    expect(desk.documents.matchesCode(issued.code, '00'.repeat(32))).toBe('differs')
    expect(desk.documents.matchesCode('1234', issued.hash)).toBe('not-a-code')
  })
})

describe('a record in JSON', () => {
  test('without its signature is worth its values', async () => {
    expect(await look(await put('alone.json', bodyOf(issued.bodies, 'application/json')))).toEqual(['values-only json signature-absent'])
  })

  test('of which one letter was changed is refused by its signature', async () => {
    await put('changed.json.p7s', bodyOf(issued.bodies, 'application/pkcs7-signature'))
    const changed = Buffer.from(bodyOf(issued.bodies, 'application/json')).toString().replace('"count":12', '"count":13')
    expect(await look(await put('changed.json', changed))).toEqual(['refused json signature-refused'])
  })

  test('with an empty or foreign signature is refused', async () => {
    await put('empty.json.p7s', '')
    expect(await look(await put('empty.json', bodyOf(issued.bodies, 'application/json')))).toEqual(['refused json file-empty'])
    await put('foreign.json.p7s', 'garbage')
    expect(await look(await put('foreign.json', bodyOf(issued.bodies, 'application/json')))).toEqual(['refused json signature-refused'])
  })

  test('signed by a key of nobody we know is refused', async () => {
    expect(await look(join(desk.folder, 'A-R8-017-001.json'), trustIn(city.keys))).toEqual(['refused json signature-refused'])
    expect(await look(join(desk.folder, 'A-R8-017-001.json'), { ...trust, keys: [] })).toEqual(['refused json signature-refused'])
  })

  test('of which any byte was changed is never verified', async () => {
    const json = bodyOf(issued.bodies, 'application/json')
    await put('flip.json.p7s', bodyOf(issued.bodies, 'application/pkcs7-signature'))
    for (let at = 0; at < json.length; at += 41) {
      const [verdict] = await look(await put('flip.json', json.with(at, (json[at] ?? 0) ^ 1)))
      expect(verdict).toMatch(/^refused/)
    }
  })
})

describe('a receipt in CSV', () => {
  test('of which a number was changed is refused, and the column named', async () => {
    expect(await look(await put('thirteen.csv', csv().replace('"12","927"', '"13","927"')))).toEqual(['refused csv csv-value-differs:件数'])
    const [found] = await desk.documents.verify(await put('thirteen.csv', csv().replace('"12","927"', '"13","927"')), trust)
    expect(found?.verification.reasons.map((reason) => sayFinding(reason, 'ja'))).toEqual(['1件目の「件数」が発行時と異なります。'])
  })

  test.each([['ファイル名', 'R09_futo_sample.txt', 'R09_futo_sample.doc'], ['受領者', '𠮷田', '吉田'], ['発行日和暦', '令和8年12月7日"', '令和8年12月8日"'], ['署名', 'AZK1', 'AZK10'], ['連絡先メール', 'mizuno@', 'mizun0@']])('of which %s was changed names it', async (column, from, to) => {
    const [verdict = ''] = await look(await put('changed.csv', csv().replace(from, to)))
    expect(verdict).toMatch(new RegExp(`^refused csv csv-value-differs:${column}`))
  })

  test('whose check symbols were changed too is refused by its code', async () => {
    const { record, code, seal } = { record: desk.receipt({ articleRef: '第15条' }), code: issued.code, seal: sealOf(desk.receipt(), Uint8Array.from(Buffer.from(issued.hash, 'hex')), desk.keys) }
    expect(await look(await put('symbols.csv', writeTableCp932(receiptTable, [{ record, code, seal }]).bytes))).toEqual(['refused csv csv-values-differ code-differs:確認コード'])
  })

  test('from which a row was taken is refused, and says how many there were', async () => {
    const rows = csv().split('\r\n')
    expect(await look(await put('short.csv', [...rows.slice(0, 2), ...rows.slice(3)].join('\r\n')))).toEqual(['refused csv csv-rows-missing'])
  })

  test('that went through CP932 is still verified, 𠮷 included', async () => {
    const record = desk.receipt()
    const { bytes, replaced } = writeTableCp932(receiptTable, [{ record, code: issued.code, seal: sealOf(record, Uint8Array.from(Buffer.from(issued.hash, 'hex')), desk.keys) }])
    expect(replaced).toEqual(['𠮷'])
    expect(await look(await put('cp932.csv', bytes))).toEqual(['verified csv'])
  })

  test('saved again by a spreadsheet is still verified', async () => {
    expect(await look(await put('again.csv', csv().slice(1).replaceAll('\r\n', '\n').replace(/"([^",\n]*)"/g, '$1').replaceAll('2027-03-17', '2027/3/17')))).toEqual(['verified csv'])
  })

  test('is worth its values where the key is not registered, and refused where another key made the seal', async () => {
    const path = join(desk.folder, 'A-R8-017-001.csv')
    expect(await look(path, { ...trust, keys: [] })).toEqual(['values-only csv signature-not-checkable:鍵ID'])
    expect(await look(path, trustIn(desk.keys, { contractNo: 'R8-税-018' }))).toEqual(['refused csv other-contract:contract.contractNo'])
  })

  test('of several documents gets a verdict for each', async () => {
    const second = await desk.documents.bodies(desk.receipt({ docNo: 'A-R8-017-002' }))
    const more = new TextDecoder().decode(bodyOf(second.bodies, 'text/csv')).split('\r\n').slice(1).join('\r\n').replace('"12","927"', '"99","927"')
    expect(await look(await put('both.csv', csv() + more))).toEqual(['verified csv', 'refused csv csv-value-differs:件数'])
  })

  test.each<[string, (text: string) => string | Uint8Array, RegExp]>([
    ['a column missing', (text) => text.replace('"備考",', '"備孝",'), /csv-column-missing:備考 csv-column-unknown:備孝/],
    ['a column twice', (text) => text.replace('"備考",', '"版",'), /csv-column-missing:備考 csv-column-twice:版/],
    ['a quote too many', (text) => text.replace('"927"', '"9"27"'), /csv-malformed/],
    ['NUL', (text) => text.replace('"927"', '"\0"'), /csv-malformed/],
    ['no rows', (text) => text.split('\r\n')[0] ?? '', /csv-rows-missing/],
    ['bytes of no encoding', (text) => Buffer.concat([Buffer.from(text), Buffer.from([0xff, 0xff])]), /file-not-recognised/],
    ['half of it', (text) => text.slice(0, text.length / 2), /csv-malformed/],
  ])('with %s is refused', async (_what, change, expected) => {
    const [verdict = ''] = await look(await put('bad.csv', change(csv())))
    expect(verdict).toMatch(/^refused csv/)
    expect(verdict).toMatch(expected)
  })

  test('of which any byte was changed is never verified', async () => {
    const bytes = bodyOf(issued.bodies, 'text/csv')
    const believed: number[] = []
    for (let at = 0; at < bytes.length; at += 7) {
      const [verdict = ''] = await look(await put('flip.csv', bytes.with(at, (bytes[at] ?? 0) ^ 1)))
      if (!verdict.startsWith('refused')) believed.push(at)
    }
    expect(believed).toEqual([])
  })
})

describe('what is no document of ours', () => {
  test.each([['nothing', '', 'file-empty'], ['a letter', 'Hello', 'file-not-recognised'], ['a picture', '\x89PNG\r\n', 'file-not-recognised'], ['a table of somebody else', '"a","b"\r\n', 'file-not-recognised'], ['a scrap', '{', 'json-not-canonical'], ['a header', '%PDF-1.7', 'pdf-signature-lost']])('%s is refused', async (_what, bytes, code) => {
    const [verdict = ''] = await look(await put('garbage', bytes))
    expect(verdict).toContain(code)
    expect(verdict).toMatch(/^refused/)
  })

  test('a gigabyte is refused unread', async () => {
    const path = await put('huge.pdf', '%PDF-1.7')
    await truncate(path, 1024 ** 3)
    expect(await look(path)).toEqual(['refused null file-too-large'])
  })

  test('a file that is not there, or a folder, is refused', async () => {
    expect(await look(join(desk.folder, 'none'))).toEqual(['refused null file-missing'])
    await mkdir(join(desk.folder, 'folder'), { recursive: true })
    expect(await look(join(desk.folder, 'folder'))).toEqual(['refused null file-unreadable'])
  })

  test('a signature without its record is refused', async () => {
    expect(await look(await put('lonely.json.p7s', bodyOf(issued.bodies, 'application/pkcs7-signature')))).toEqual(['refused json file-missing'])
  })
})

describe('收受通知', () => {
  const acknowledgement = (): Acknowledgement => ({
    v: 1, form: 'C-01', template: 'C-01/1', docNo: 'C-A-R8-017-001-1', revision: 1, issuedAt: '2026-12-07T11:30:00+09:00', city: { organisation: '青葉野市', section: '総務部税務課', officer: '森川 奏' },
    contract: { contractNo: 'R8-税-017', title: '令和9年度市民税・県民税納税通知書データ作成業務委託' }, of: { form: 'F-25', docNo: 'A-R8-017-001', revision: 1, hash: issued.hash },
    cityReceiptNo: 'R8税収1234', verdict: 'verified', keys: city.named,
  })

  test('is a record and a signature, believed by the contractor who registered the city', async () => {
    const { bodies } = await city.documents.bodies(acknowledgement())
    expect(bodies.map(({ name }) => name)).toEqual(['C-A-R8-017-001-1.json', 'C-A-R8-017-001-1.json.p7s'])
    for (const { name, bytes } of bodies) await desk.put(name, bytes)
    const [found] = await desk.documents.verify(join(desk.folder, 'C-A-R8-017-001-1.json'), trustIn(city.keys))
    expect(found?.verification.verdict).toBe('verified')
    expect(found?.record).toEqual(acknowledgement())
    expect(await look(join(desk.folder, 'C-A-R8-017-001-1.json'), trust)).toEqual(['refused json signature-refused'])
  })
})
