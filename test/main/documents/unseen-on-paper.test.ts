import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { DocumentRecord } from '../../../core/documents/records.ts'
import type { Medium } from '../../../core/media/medium.ts'
import type { Instant } from '../../../core/time.ts'
import { unseenIn } from '../../../core/words/unseen.ts'
import { canonicalBytes } from '../../../crypto/canonical-json.ts'
import { renderLabels } from '../../../main/documents/labels.ts'
import { renderPackingSlip } from '../../../main/documents/packing-slip.ts'
import { renderPdf, unprintableIn } from '../../../main/documents/pdf/render.ts'
import { writePdf } from '../../../main/ledgers/write-pdf.ts'
import { bodyOf, openDesk, trustIn } from './desk-of-documents.ts'
import { addressList, septemberReceipt } from './receipts.ts'
import { ask } from './tools.ts'

const TURNED = 'R09_送付\u202efdp.exe'
const shipped = join(import.meta.dirname, '../../vectors/documents')
const orderFor = (record: DocumentRecord) => ({ record, canonical: canonicalBytes(record), code: 'ABCD-EFGH-JKMN-PQRS-TVWX', seal: 'AZK1' })
const turned = { ...septemberReceipt, contract: { ...septemberReceipt.contract, title: '納税\u2066通知書\u2069' }, items: [{ ...addressList, name: TURNED, infoKind: '宛名\u200b情報' }] }

let desk: Awaited<ReturnType<typeof openDesk>>
beforeAll(async () => { desk = await openDesk() })
const textOf = async (name: string, pdf: Uint8Array): Promise<string> => ask('pdftotext', '-layout', await desk.put(`${name}.pdf`, pdf), '-')

describe('a receipt over a file whose name turns the line', () => {
  test('says so in brackets, in the order of its characters, for eyes and for programs', async () => {
    const path = await desk.put('turned.pdf', renderPdf(orderFor(turned)) ?? '')
    const text = ask('pdftotext', '-layout', path, '-').replace(/\s/g, '')
    expect(text).toContain('R09_送付〔RLO〕fdp.exe')
    expect(text).toContain('宛名〔ZWSP〕情報')
    expect(unseenIn(text)).toEqual([])
    expect(ask('pdfinfo', path)).toMatch(/Subject:\s+R8-税-017 納税〔LRI〕通知書〔PDI〕/)
  })

  test('never looks like one over a file that is called so: what is written out has a line below', async () => {
    const spelt = { ...turned, contract: { ...turned.contract, title: '納税〔LRI〕通知書〔PDI〕' }, items: [{ ...addressList, name: 'R09_送付〔RLO〕fdp.exe', infoKind: '宛名〔ZWSP〕情報' }] }
    const [one, other] = await Promise.all([turned, spelt].map(async (record, i) => {
      const path = await desk.put(`${i}.pdf`, renderPdf(orderFor(record)) ?? '')
      ask('pdftoppm', '-r', '80', path, path.replace('.pdf', ''))
      return readFileSync(path.replace('.pdf', '-1.ppm'))
    }))
    expect(one?.length).toBeGreaterThan(100_000)
    expect(one?.equals(other ?? Buffer.alloc(0))).toBe(false)
  })

  test('is issued, carries what was signed as it was, and is verified in each of its bodies', async () => {
    const record = desk.receipt({ items: turned.items, totals: { items: 1, count: 12, bytes: 927 } })
    expect(await desk.documents.unprintable(record)).toEqual([])
    const { bodies } = await desk.documents.bodies(record)
    for (const { name, bytes } of bodies) await desk.put(name, bytes)
    expect(Buffer.from(bodyOf(bodies, 'application/json')).toString()).toContain(TURNED)
    expect(Buffer.from(bodyOf(bodies, 'text/csv')).toString()).toContain(TURNED)
    for (const ending of ['pdf', 'json', 'csv']) {
      const [found] = await desk.documents.verify(join(desk.folder, `A-R8-017-001.${ending}`), trustIn(desk.keys))
      expect([ending, found?.verification.verdict]).toEqual([ending, 'verified'])
    }
  })
})

/** In every text of a record that a person wrote: those with a letter that is not ASCII, and that are no choice of a few. */
function withinTexts(said: unknown): unknown {
  if (typeof said === 'string') return /[^ -~]/.test(said) ? `${said}\u202e\u200b\u2066` : said
  if (Array.isArray(said)) return said.map(withinTexts)
  return typeof said === 'object' && said !== null ? Object.fromEntries(Object.entries(said).map(([key, value]) => [key, key === 'revisionKind' ? value : withinTexts(value)])) : said
}

test.each(readdirSync(shipped).filter((name) => /^\D.*\d\.json$/.test(name) && !name.startsWith('C-')))('the form of %s prints what nobody sees, wherever it stands', async (name) => {
  const record = withinTexts(DocumentRecord.parse(JSON.parse(readFileSync(join(shipped, name), 'utf8')))) as DocumentRecord
  expect(unprintableIn(orderFor(record))).toEqual([])
  const text = await textOf(name, renderPdf(orderFor(record)) ?? new Uint8Array())
  expect(text.replace(/\s/g, '')).toContain('〔RLO〕〔ZWSP〕〔LRI〕')
  expect(unseenIn(text.replaceAll('\f', ''))).toEqual([])
})

describe('papers that are no evidence write it out too', () => {
  const at = Date.parse('2026-12-07T10:00:00+09:00') as Instant
  const sender = { name: '株式会社ひかりの丘', address: '', tel: '' }

  test('labels of media', async () => {
    const medium = { no: 'MED-2026-0001', type: 'USBメモリ', maker: '', model: '', serial: 'AZ\u202e1', capacityBytes: 16e9, owner: '乙', ownerNo: '', storagePlace: 'C-2', lockType: '', keyHolder: '', state: '保管', registeredAt: at } as Medium
    expect(await textOf('labels', renderLabels({ media: [medium], organisation: '', shinten: false, at }))).toContain('AZ〔RLO〕1')
  })

  test('packing slips', async () => {
    const recipient = { organisation: '青葉野市', department: '税務課', name: '森川 奏', title: '', email: '', postalCode: '', address: '', tel: '', exception: null }
    expect(await textOf('slip', renderPackingSlip({ no: 'S-1', recipient, sender, contract: { no: 'R8', title: '' }, packedBy: '', at, lines: [['内容', TURNED]] }))).toContain('R09_送付〔RLO〕fdp.exe')
  })

  test('ledgers', async () => {
    const rows = (async function* () { yield [TURNED] })()
    const pdf = await writePdf({ title: '管理簿', about: [['契約', '納税\u2067']], columns: [{ key: 'name', title: { ja: '名称', en: 'name' }, kind: 'text', width: 40 }], rows, at }, new AbortController().signal, () => {})
    const text = await textOf('ledger', pdf)
    expect(text).toContain('R09_送付〔RLO〕fdp.exe')
    expect(text).toContain('納税〔RLI〕')
  })
})
