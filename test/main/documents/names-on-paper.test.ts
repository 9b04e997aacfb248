import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import type { CustodyReceipt } from '../../../core/documents/records.ts'
import { anyName, likenesses, watchForLikeness } from './any-name.ts'
import { bodyOf, openDesk, trustIn } from './desk-of-documents.ts'
import { receiptOver } from './receipts.ts'
import { ask } from './tools.ts'

let desk: Awaited<ReturnType<typeof openDesk>>
beforeAll(async () => { desk = await openDesk() })

/** Issues a receipt over files of these names; its number, and what pdftotext reads on it without blanks. */
async function issued(docNo: string, names: readonly string[]): Promise<{ path: string; text: string; table: Uint8Array }> {
  const { items, totals } = receiptOver(names.length, (no) => names[no - 1] ?? '')
  const record: CustodyReceipt = desk.receipt({ docNo, items, totals })
  expect(await desk.documents.unprintable(record)).toEqual([])
  const { bodies } = await desk.documents.bodies(record)
  for (const { name, bytes } of bodies) await desk.put(name, bytes)
  const path = join(desk.folder, `${docNo}.pdf`)
  return { path, text: ask('pdftotext', '-raw', path, '-').replace(/\s/g, ''), table: bodyOf(bodies, 'text/csv') }
}

describe('a receipt over files of a Mac', () => {
  const names = ['テ\u3099ータ/納税フ\u3099ロック.csv', '同し\u3099名前.csv', '同じ名前.csv', 'がか\u3099.csv', 'あ\u3099.csv']

  test('shows the characters as people see them, and says which stand in pieces', async () => {
    const { text } = await issued('M-1', names)
    for (const seen of ['データ/納税ブロック.csv〔濁点等分離〕', '同じ名前.csv〔濁点等分離〕', 'がが〔分離〕.csv', 'あ〔濁点〕.csv']) expect(text).toContain(seen)
    expect(text.match(/同じ名前/g)).toHaveLength(2)
    expect(text.normalize('NFC')).toBe(text)
  })

  test('keeps each name as it came in record and table, and is verified in all three', async () => {
    const { table } = await issued('M-2', names)
    for (const name of names) {
      expect(readFileSync(join(desk.folder, 'M-2.json'), 'utf8')).toContain(`"name":"${name}"`)
      expect(Buffer.from(table).toString()).toContain(name)
    }
    for (const ending of ['pdf', 'json', 'csv']) {
      const [found] = await desk.documents.verify(join(desk.folder, `M-2.${ending}`), trustIn(desk.keys))
      expect([ending, found?.verification.verdict]).toEqual([ending, 'verified'])
    }
  })
})

describe('a name with a selector of variants', () => {
  test('has the glyph of its variant where the typeface has one, and else says which', async () => {
    const { path, text } = await issued('V-1', ['葛.csv', '葛\u{e0100}.csv', '葛\u{e0101}.csv', '辻\u{e0101}.csv', '☎\ufe0f.csv', '侮\ufe00.csv'])
    expect(text).toContain('葛.csv')
    expect(text).toContain('葛\u{e0100}.csv')
    for (const seen of ['葛〔異体字E0101〕.csv', '辻〔異体字E0101〕.csv', '☎〔VS16〕.csv', '侮〔異体字FE00〕.csv']) expect(text).toContain(seen)
    expect(ask('pdffonts', path).match(/yes yes yes/g)).toHaveLength(2)
  })
})

test('what no typeface of ours has is named by its number: emoji, other scripts, halves', async () => {
  const { text } = await issued('U-1', ['👨\u200d👩.txt', '한글.txt', 'क्ष.txt', 'دمشق.txt', '\u{1b170}.txt'])
  expect(text).toContain('〔U+1F468〕〔ZWJ〕〔U+1F469〕.txt')
  expect(text).toContain('〔U+D55C〕〔U+AE00〕.txt')
  expect(text).toContain('〔U+0915〕〔U+094D〕〔U+0937〕.txt')
})

test('what ought to be printed is: 𠮷 髙 﨑 神 and narrow kana stay what they are', async () => {
  const { text } = await issued('P-1', ['𠮷髙﨑神\uf900.csv', 'ﾃﾞｰﾀ.csv'])
  expect(text).toContain('𠮷髙﨑神')
  expect(text).toContain('ﾃﾞｰﾀ.csv')
})

test('no two names are drawn alike, but where one glyph draws two characters and always did', () => {
  const notice = watchForLikeness()
  fc.assert(fc.property(anyName, (name) => likenesses(name).forEach(notice)), { numRuns: 60 })
})
