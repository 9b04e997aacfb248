import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import type { Instant } from '../../../core/time.ts'
import type { AddressLabelOrder, PackingSlipOrder } from '../../../core/world.ts'
import { renderAddressLabel } from '../../../main/documents/address-label.ts'
import { renderPackingSlip } from '../../../main/documents/packing-slip.ts'

const folder = mkdtempSync(join(tmpdir(), 'azukari-parcel-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const at = Date.parse('2026-12-18T13:00:00+09:00') as Instant
const morikawa = { organisation: '青葉野市', department: '総務部税務課', name: '森川 奏', title: '主査', email: '', postalCode: '000-0000', address: '青葉野市架空町1番地', tel: '', exception: null }
const sender = { name: '株式会社ひかりの丘データサービス', address: '架空県ひかりの丘市1-2-3', tel: '000-000-0000' }
const label: AddressLabelOrder = { no: 'S-R8-017-001', recipient: morikawa, sender, paper: 'A4', at }
const slip: PackingSlipOrder = {
  no: 'S-R8-017-001', recipient: morikawa, sender, contract: { no: 'R8-税-017', title: '令和9年度市民税・県民税納税通知書データ作成業務委託' }, packedBy: '𠮷田 美咲', at,
  lines: [['内容', '納品データ'], ['数量', '1個'], ['件数', '12件'], ['重要度', '重要情報'], ['暗号化方式', 'AE-2 AES-256 ZIP'], ['封印番号', 'S-0117']],
}
const long = { ...morikawa, department: '総務部市民生活安心安全推進本部税務情報システム最適化推進室納税通知書担当', name: '寿限無寿限無 五劫の擦り切れ左衛門之介', title: '情報セキュリティ管理者代理兼務副主幹', address: '架空県青葉野郡青葉野町大字青葉野字架空町1234番地の567 青葉野第二合同庁舎別館 地下2階 文書集配センター気付' }

function read(name: string, bytes: Uint8Array): { text: string; pages: number; path: string } {
  const path = join(folder, `${name}.pdf`)
  writeFileSync(path, bytes)
  expect(execFileSync('qpdf', ['--check', path], { encoding: 'utf8' })).toContain('No syntax or stream encoding errors')
  return { path, text: execFileSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' }), pages: Number(/Pages: +(\d+)/.exec(execFileSync('pdfinfo', [path], { encoding: 'utf8' }))?.[1]) }
}
const bare = (text: string) => text.replace(/\s/g, '')

/** How many pixels of the page are seal red, by pdftoppm's own picture. */
function redIn(path: string): number {
  execFileSync('pdftoppm', ['-r', '50', path, path.replace('.pdf', '')])
  const ppm = readFileSync(`${path.replace('.pdf', '')}-1.ppm`)
  const pixels = ppm.subarray(ppm.indexOf('255\n') + 4)
  let red = 0
  for (let i = 0; i + 2 < pixels.length; i += 3) if (pixels[i]! > 150 && pixels[i + 1]! < 90 && pixels[i + 2]! < 90) red++
  return red
}

describe('親展・宛名ラベル', () => {
  test.each(['A4', 'label'] as const)('on %s names the person with department and 様, the sender and the number, with 親展 in red; and says nothing of what is inside', (paper) => {
    const { text, pages, path } = read(paper, renderAddressLabel({ ...label, paper }))
    expect(pages).toBe(1)
    for (const words of ['〒000-0000', '青葉野市架空町1番地', '青葉野市', '総務部税務課', '主査', '森川奏様', '親展', '差出人株式会社ひかりの丘データサービス', '送付番号S-R8-017-001']) expect(bare(text)).toContain(words)
    for (const words of ['個人情報', '納税', '納品', 'データ作成', 'USB']) expect(bare(text)).not.toContain(words)
    expect(redIn(path)).toBeGreaterThan(40)
  })

  test.each(['A4', 'label'] as const)('on %s holds the longest names whole', (paper) => {
    const { text } = read(`long-${paper}`, renderAddressLabel({ ...label, recipient: long, paper }))
    const lines = text.split('\n').map((line) => bare(line))
    for (const words of [long.name, '様', '文書集配センター気付', '納税通知書担当']) expect(bare(lines.join(''))).toContain(bare(words).slice(-6))
  })

  test('a name that the typeface cannot show is refused: a name with a hole in it is somebody else\'s', () => {
    for (const name of ['森川\u{2ebf0}', '辻\u{e0101}', 'か\u3099']) expect(() => renderAddressLabel({ ...label, recipient: { ...morikawa, name } })).toThrow('unprintable-characters')
    expect(renderAddressLabel({ ...label, recipient: { ...morikawa, name: '辻\u{e0100} 福\ufa1b' } }).length).toBeGreaterThan(1000)
  })
})

describe('送付票 (F-13)', () => {
  test('goes in two copies, with the half that is sent back', () => {
    const { text, pages } = read('slip', renderPackingSlip(slip))
    expect(pages).toBe(2)
    for (const words of ['送付票', '同封用', '控え', '切り取り', '受領票', '受領日時', '氏名（自署）', '確認結果', '返送先', '親展確認者', '追跡番号', '令和8年12月18日', '主査森川奏様', 'R8-税-017', '𠮷田美咲', ...slip.lines.flat()]) expect(bare(text)).toContain(bare(words))
  })

  test('runs on to further pages when there is much in it, and every page says so', () => {
    const { text, pages } = read('much', renderPackingSlip({ ...slip, recipient: long, lines: [...slip.lines, ['文書', Array.from({ length: 200 }, (_, i) => `E-R8-017-${i}`).join('、')]] }))
    expect(pages).toBeGreaterThan(2)
    expect(bare(text)).toContain('1／2')
    expect(bare(text)).toContain('E-R8-017-199')
  })

  test('the same order is the same bytes', () => {
    expect(Buffer.compare(renderPackingSlip(slip), renderPackingSlip(slip))).toBe(0)
  })
})
