import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { find } from '../../../main/files/find.ts'
import { sized } from '../../campaign.ts'
import { anyName, likenesses, watchForLikeness } from './any-name.ts'
import { openDesk, trustIn } from './desk-of-documents.ts'
import { receiptOver } from './receipts.ts'
import { ask } from './tools.ts'

let desk: Awaited<ReturnType<typeof openDesk>>
const disk = mkdtempSync(join(tmpdir(), 'azukari-names-'))
beforeAll(async () => { desk = await openDesk() })
afterAll(() => rmSync(disk, { recursive: true, force: true }))

test('no two of very many names are drawn alike', () => {
  const notice = watchForLikeness()
  fc.assert(fc.property(anyName, (name) => likenesses(name).forEach(notice)), { numRuns: sized(800, 100_000) })
})

test('every character that there is can be drawn, by itself and after a letter', () => {
  const notice = watchForLikeness()
  for (let code = 1; code <= 0x10ffff; code += code < 0x3000 || (code >= 0xe0000 && code < 0xe0200) || sized(0, 1) === 1 ? 1 : 61) {
    if (code === 0x0a || (code >= 0xd800 && code <= 0xdfff)) continue
    notice(String.fromCodePoint(code))
    notice(`か${String.fromCodePoint(code)}`)
  }
})

test('what lies on a disk under any name is named as a trouble, or gets its receipt, whose three bodies are verified', async () => {
  let round = 0
  const longest = ['👨\u200d👩'.repeat(18), '𠮷'.repeat(63), 'か\u3099'.repeat(42), '\u{1f4c4}'.repeat(63), 'x'.repeat(255), '葛\u{e0100}'.repeat(36)]
  await fc.assert(fc.asyncProperty(fc.uniqueArray(anyName, { minLength: 20, maxLength: 40 }), async (drawn) => {
    const folder = join(disk, String(++round))
    mkdirSync(folder)
    const names = [...drawn, ...longest].filter((name) => !/[/\0]/.test(name) && name !== '.' && name !== '..' && Buffer.byteLength(name) <= 255)
    for (const name of names) writeFileSync(join(folder, name), name)
    const { found, troubles } = await find([folder])
    const taken = found.map(({ name }) => name)
    expect(troubles.filter(({ what }) => what !== 'name-not-portable' && what !== 'duplicate-name')).toEqual([])
    expect(new Set([...taken, ...troubles.map(({ path }) => path.slice(folder.length + 1))])).toEqual(new Set(names))

    const { items, totals } = receiptOver(taken.length, (no) => taken[no - 1] ?? '')
    const record = desk.receipt({ docNo: `R-${round}`, items, totals })
    expect(await desk.documents.unprintable(record)).toEqual([])
    for (const { name, bytes } of (await desk.documents.bodies(record)).bodies) await desk.put(name, bytes)
    for (const ending of ['pdf', 'json', 'csv']) {
      const [verified] = await desk.documents.verify(join(desk.folder, `R-${round}.${ending}`), trustIn(desk.keys))
      expect([ending, verified?.verification.reasons]).toEqual([ending, []])
    }
    const path = join(desk.folder, `R-${round}.pdf`)
    expect(ask('qpdf', '--check', path)).toContain('No syntax or stream encoding errors')
    const text = ask('pdftotext', '-raw', path, '-').replace(/\s/g, '')
    expect(text).toContain('〔濁点等分離〕')
    expect(text.match(/〔U\+1F4C4〕/g)?.length).toBeGreaterThanOrEqual(63)
  }), { numRuns: sized(2, 60) })
})
