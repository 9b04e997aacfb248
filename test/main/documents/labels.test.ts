import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import type { Medium, MediumNo } from '../../../core/media/medium.ts'
import type { Instant } from '../../../core/time.ts'
import { renderLabels } from '../../../main/documents/labels.ts'

const folder = mkdtempSync(join(tmpdir(), 'azukari-labels-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const medium = (n: number, more: Partial<Medium> = {}): Medium => ({
  no: `MED-2026-${String(n).padStart(4, '0')}` as MediumNo, type: 'USBメモリ', maker: 'みほん電機', model: 'SU-16', serial: `AZ${n}`, capacityBytes: 16e9, owner: '乙', ownerNo: '', storagePlace: '施錠キャビネットC-2',
  lockType: 'シリンダー錠', keyHolder: '大庭 健吾', state: '保管', registeredAt: 0 as Instant, ...more,
})
const at = Date.parse('2026-12-07T10:00:00+09:00') as Instant

test('a label says the number to people and to a scanner, ten to a page', () => {
  const path = join(folder, 'labels.pdf')
  const media = [medium(1), medium(2, { owner: '甲', ownerNo: '税-USB-12', serial: 'とても長い製造番号'.repeat(9), maker: '𠮷田髙橋製作所㊞' }), ...Array.from({ length: 9 }, (_, i) => medium(i + 3))]
  writeFileSync(path, renderLabels({ media, organisation: '株式会社ひかりの丘データサービス', shinten: true, at }))
  expect(execFileSync('qpdf', ['--check', path], { encoding: 'utf8' })).toContain('No syntax or stream encoding errors')
  expect(execFileSync('pdfinfo', [path], { encoding: 'utf8' })).toMatch(/Pages: +2/)
  const text = execFileSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' })
  for (const { no } of media) expect(text).toContain(no)
  expect(text).toMatch(/親\s+展/)
  execFileSync('pdftoppm', ['-r', '200', '-png', path, join(folder, 'page')])
  const scanned = execFileSync('zbarimg', ['-q', '--raw', join(folder, 'page-1.png'), join(folder, 'page-2.png')], { encoding: 'utf8' }).trim().split('\n').sort()
  expect(scanned).toEqual(media.map(({ no }) => no).sort())
})

test('the same labels are the same bytes', () => {
  const order = { media: [medium(1)], organisation: 'ひかりの丘', shinten: false, at }
  expect(Buffer.compare(renderLabels(order), renderLabels(order))).toBe(0)
})
