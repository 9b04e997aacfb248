import type { Page } from '@playwright/test'
import type { Play } from './plays.ts'

const press = (name: string) => (page: Page): Promise<void> => page.getByRole('button', { name }).first().click()
const zoomed = { width: 640, height: 400 }
const place = '/ledgers/mailings'

/** The ledgers with 9,999 rows, with none, narrowed, opened, saved, and with names that do not fit. */
export const ledgerPlays: readonly Play[] = [
  { name: 'ledgers', place: '/ledgers', whole: true },
  { name: 'ledgers-city', scene: 'city', place: '/ledgers', whole: true },
  { name: 'ledgers-zoomed', place: '/ledgers', size: zoomed, whole: true },
  { name: 'register', place },
  { name: 'register-end', place, play: async (page) => { await page.getByRole('grid').focus(); await page.keyboard.press('End'); await page.waitForTimeout(500) } },
  { name: 'register-found', place, play: async (page) => { await page.getByRole('textbox').first().fill('髙橋 校正'); await page.waitForTimeout(600) } },
  { name: 'register-none', place, play: async (page) => { await page.getByRole('textbox').first().fill('ありえない言葉'); await page.waitForTimeout(600) } },
  { name: 'register-narrow', place, play: async (page) => { await press('絞り込む')(page); await page.getByRole('menuitem', { name: 'サービス' }).click(); await page.waitForTimeout(500) } },
  { name: 'register-view', place, play: async (page) => { await press('見方')(page); await page.getByRole('button', { name: '輸送中のもの' }).first().click(); await page.keyboard.press('Escape'); await page.waitForTimeout(700) } },
  { name: 'register-views', place, play: press('見方') },
  { name: 'register-columns', place, play: press('列') },
  { name: 'register-save', place, play: press('保存・印刷') },
  { name: 'register-saved', place, play: async (page) => { await press('保存・印刷')(page); await page.getByRole('menuitem', { name: 'Shift_JIS' }).click(); await page.waitForTimeout(1500) } },
  { name: 'register-row', place, play: async (page) => { await page.getByRole('gridcell').first().click(); await page.waitForTimeout(600) } },
  { name: 'register-correct', place, play: correct },
  { name: 'register-correct-refused', place, play: async (page) => { await correct(page); await page.getByLabel('正しい言葉').fill('納税通知書データ（第2期）'); await page.getByLabel('訂正の理由').fill('期別の記載漏れ'); await page.getByRole('button', { name: '訂正を記録する' }).click(); await page.waitForTimeout(400) } },
  { name: 'register-sorted', place, play: async (page) => { await press('追跡番号で並べ替える')(page); await page.waitForTimeout(600) } },
  { name: 'register-empty', scene: 'empty', place },
  { name: 'register-hostile', scene: 'hostile', place },
  { name: 'register-english', place, language: 'en' },
  { name: 'register-zoomed', place, size: zoomed, whole: true },
  { name: 'register-media', place: '/ledgers/media' },
]

/** Opens a row, and the correction of its words. */
async function correct(page: Page): Promise<void> {
  await page.getByRole('gridcell').first().click()
  await press('記録を訂正する')(page)
  await page.getByRole('button', { name: '訂正を記録する' }).scrollIntoViewIfNeeded()
  await page.waitForTimeout(400)
}
