import type { Page } from '@playwright/test'
import type { Play } from './plays.ts'

const press = (name: string) => (page: Page): Promise<void> => page.getByRole('button', { name }).first().click()
const place = '/import'
const imported = async (page: Page): Promise<void> => { await press('ファイルを選ぶ')(page); await page.getByRole('heading', { name: '取込の結果' }).waitFor() }
const compared = (code: string, docNo = '') => async (page: Page): Promise<void> => {
  await page.getByLabel('確認コード', { exact: true }).fill(code)
  await page.getByLabel('文書番号（任意）').fill(docNo)
  await press('照合する')(page)
  await page.getByText(docNo === '' ? '分かること' : '受託者に確かめてください').waitFor()
}

/** 取込 with nothing, with what came, with what differs, with a code off a paper, and with names that do not fit. */
export const importPlays: readonly Play[] = [
  { name: 'city-import-empty', scene: 'city-empty', place, whole: true },
  { name: 'city-import-ordinary', scene: 'city', place, whole: true },
  { name: 'city-import-results', scene: 'city', place, whole: true, play: imported },
  { name: 'city-import-hostile', scene: 'city-hostile', place, play: imported },
  { name: 'city-import-code', scene: 'city', place, whole: true, play: compared('K7QM-2V9X-4HTB-88RC-W0JN') },
  { name: 'city-import-code-differs', scene: 'city', place, whole: true, play: compared('3NPE-71GA-ZK5D-Q2XM-9VTS', 'A-R8-017-001') },
  { name: 'city-import-one', scene: 'city', place, play: press('A-R8-017-001の詳細を開く') },
  { name: 'city-import-formats', scene: 'city', place, play: async (page) => { await imported(page); await press('取込結果一覧を保存する')(page) } },
  { name: 'city-import-cp932', scene: 'city', place, whole: true, play: async (page) => { await page.getByText('CP932', { exact: true }).click(); await page.getByText('CP932にない文字').waitFor() } },
  { name: 'documents-cp932', place: '/documents', play: async (page) => { await press('A-R8-017-002の詳細を開く')(page); await page.getByRole('dialog').getByText('CP932', { exact: true }).click(); await page.getByText('CP932にない文字').waitFor() } },
  { name: 'city-import-zoomed', scene: 'city', place, size: { width: 640, height: 400 }, whole: true, play: imported },
  { name: 'city-import-english', scene: 'city', place, language: 'en', whole: true },
]
