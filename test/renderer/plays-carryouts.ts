import type { Play } from './plays.ts'

const zoomed = { width: 640, height: 400 }

/** Carry-outs: the list with its clocks, the application, and every step. */
export const carryOutPlays: readonly Play[] = [
  { name: 'carry-outs', place: '/carry-outs', whole: true },
  { name: 'carry-outs-empty', scene: 'empty', place: '/carry-outs' },
  { name: 'carry-outs-hostile', scene: 'hostile', place: '/carry-outs' },
  { name: 'carry-outs-english', place: '/carry-outs', language: 'en', whole: true },
  { name: 'carry-outs-zoomed', place: '/carry-outs', size: zoomed, whole: true },
  { name: 'carry-new', place: '/carry-outs/new', whole: true },
  { name: 'carry-new-chosen', place: '/carry-outs/new', whole: true, play: async (page) => { await page.getByRole('combobox', { name: '使う媒体' }).click(); await page.getByRole('option', { name: /0003/ }).click() } },
  { name: 'carry-new-paper', place: '/carry-outs/new', whole: true, play: (page) => page.getByRole('radio', { name: '紙の文書' }).check() },
  { name: 'carry-new-zoomed', place: '/carry-outs/new', size: zoomed, whole: true },
  { name: 'carry-approve', place: '/carry-outs/t2', whole: true },
  { name: 'carry-permit', place: '/carry-outs/t3', whole: true },
  { name: 'carry-go', place: '/carry-outs/t4', whole: true },
  { name: 'carry-go-refused', place: '/carry-outs/t4', whole: true, play: async (page) => { await page.getByRole('button', { name: '媒体のフォルダを選ぶ' }).click(); await page.getByRole('button', { name: '持出を記録して出る' }).click(); await page.waitForTimeout(300) } },
  { name: 'carry-out', place: '/carry-outs/t5', whole: true },
  { name: 'carry-late', place: '/carry-outs/t6', whole: true, play: (page) => page.getByRole('button', { name: '督促を記録する' }).click() },
  { name: 'carry-incident', place: '/carry-outs/t7', whole: true, play: (page) => page.getByRole('button', { name: '見つからないとき' }).click() },
  { name: 'carry-back', place: '/carry-outs/t8', whole: true },
  { name: 'carry-done', place: '/carry-outs/t1', whole: true },
  { name: 'carry-lost', place: '/carry-outs/t10' },
  { name: 'carry-rejected', place: '/carry-outs/t9' },
  { name: 'carry-english', place: '/carry-outs/t5', language: 'en', whole: true },
  { name: 'carry-zoomed', place: '/carry-outs/t6', size: zoomed, whole: true },
]
