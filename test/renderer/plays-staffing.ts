import type { Page } from '@playwright/test'
import type { Play } from './plays.ts'

const zoomed = { width: 640, height: 400 }
const press = (name: string) => (page: Page): Promise<void> => page.getByRole('button', { name }).first().click()

/** People: their pages, education and its test, pledges, cards, rights, self-checks, posts and editions. */
export const staffingPlays: readonly Play[] = [
  { name: 'person', place: '/people/p3', whole: true },
  { name: 'person-new', place: '/people/p4' },
  { name: 'person-revise', place: '/people/p3', play: press('名簿を訂正する') },
  { name: 'person-release', place: '/people/p3', play: async (page) => { await press('解除する')(page); await page.getByLabel('理由').fill('派遣期間の満了'); await page.getByRole('dialog').getByRole('button', { name: '解除する' }).click(); await page.waitForTimeout(400) } },
  { name: 'person-hostile', scene: 'hostile', place: '/people/p1-0', whole: true },
  { name: 'person-zoomed', place: '/people/p3', size: zoomed, whole: true },
  { name: 'training', place: '/people/training' },
  { name: 'training-empty', scene: 'empty', place: '/people/training' },
  { name: 'training-hostile', scene: 'hostile', place: '/people/training' },
  { name: 'training-one', place: '/people/training', play: press('T-2026-001の詳細を開く') },
  { name: 'training-new', place: '/people/training/new', whole: true, play: async (page) => { await page.getByText('受講', { exact: true }).first().click(); await page.getByText('欠席', { exact: true }).nth(3).click() } },
  { name: 'training-new-hostile', scene: 'hostile', place: '/people/training/new' },
  { name: 'test', place: '/people/training/s2' },
  { name: 'test-failed', scene: 'errors', place: '/people/training/s2', play: sit },
  { name: 'test-passed', place: '/people/training/s2', play: sit },
  { name: 'test-questions', place: '/people/training/questions' },
  { name: 'pledge', place: '/people/p4/pledge', whole: true, play: async (page) => { await page.locator('svg.pad').scrollIntoViewIfNeeded(); const box = await page.locator('svg.pad').boundingBox(); if (box) { await page.mouse.move(box.x + 60, box.y + 60); await page.mouse.down(); await page.mouse.move(box.x + 200, box.y + 150, { steps: 8 }); await page.mouse.move(box.x + 320, box.y + 60, { steps: 8 }); await page.mouse.up() } } },
  { name: 'pledge-refused', place: '/people/p4/pledge', whole: true, play: async (page) => { await page.getByLabel('文面を読み、誓約します').check(); await page.getByLabel('氏名（本人が入力）').fill('高橋 亮'); await page.getByRole('button', { name: '署名する' }).click(); await page.waitForTimeout(300) } },
  { name: 'pledge-paper', place: '/people/p4/pledge', whole: true, play: (page) => page.getByText('紙に署名').click() },
  { name: 'cards', place: '/people/cards' },
  { name: 'cards-empty', scene: 'empty', place: '/people/cards' },
  { name: 'cards-hostile', scene: 'hostile', place: '/people/cards' },
  { name: 'cards-one', place: '/people/cards', play: press('HK-001の詳細を開く') },
  { name: 'cards-lost', place: '/people/cards', play: press('HK-003の詳細を開く') },
  { name: 'access', place: '/people/access' },
  { name: 'access-roles', place: '/people/access', play: async (page) => { await press('yoshidaの詳細を開く')(page); await press('権限を変更する')(page); await page.getByLabel('媒体管理者').check(); await page.getByLabel('理由').fill('担当替え'); await page.getByRole('dialog').getByRole('button', { name: '権限を変更する' }).click(); await page.waitForTimeout(400) } },
  { name: 'self-checks', place: '/self-checks' },
  { name: 'self-checks-empty', scene: 'empty', place: '/self-checks' },
  { name: 'self-checks-one', place: '/self-checks', play: press('SC-R8-017-001の詳細を開く') },
  { name: 'self-checks-new', place: '/self-checks/new', whole: true, play: async (page) => { await page.getByText('不適', { exact: true }).first().click() } },
  { name: 'self-checks-items', place: '/self-checks/items', whole: true, play: press('項目を加える') },
  { name: 'posts', place: '/contracts/c1', whole: true },
  { name: 'posts-none', scene: 'errors', place: '/contracts/c1' },
  { name: 'posts-change', place: '/contracts/c1', play: press('作業責任者を変更する') },
  { name: 'specification', place: '/contracts/c1/specification', whole: true },
  { name: 'specification-unkept', place: '/contracts/c1/specification', play: async (page) => { await page.getByLabel('版').first().click(); await page.getByRole('option', { name: 'v1.0' }).click() } },
  { name: 'specification-agree', place: '/contracts/c1/specification', whole: true, play: press('新しい版を登録する') },
  { name: 'specification-english', place: '/contracts/c1/specification', language: 'en' },
  { name: 'specification-zoomed', place: '/contracts/c1/specification', size: zoomed, whole: true },
]

async function sit(page: Page): Promise<void> {
  for (let i = 1; i <= 10; i++) await page.getByRole('radiogroup').nth(i - 1).getByRole('radio').first().check()
  await page.getByRole('button', { name: '答えを出す' }).click()
  await page.waitForTimeout(400)
}
