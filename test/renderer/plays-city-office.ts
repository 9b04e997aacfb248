import type { Page } from '@playwright/test'
import type { Play } from './plays.ts'

const press = (name: string) => async (page: Page): Promise<void> => page.getByRole('button', { name }).first().click()

/** The city's own office: as it goes, empty, contradicted, and with names that are too long. */
export const cityOfficePlays: readonly Play[] = [
  { name: 'office-answers', scene: 'city', place: '/answers', whole: true },
  { name: 'office-answers-empty', scene: 'city-fresh', place: '/answers' },
  { name: 'office-answer-carry-out', scene: 'city', place: '/answers/x4', whole: true, play: async (page) => { await page.getByRole('radio', { name: '条件付承認' }).check(); await page.getByRole('checkbox', { name: 'その他' }).check() } },
  { name: 'office-answer-notice', scene: 'city', place: '/answers/x5', whole: true, play: async (page) => page.getByRole('checkbox', { name: '立会いを求める' }).check() },
  { name: 'office-answer-again', scene: 'city', place: '/answers/x3', whole: true },
  { name: 'office-settlement', scene: 'city', place: '/city-settlement', whole: true },
  { name: 'office-settlement-empty', scene: 'city-fresh', place: '/city-settlement' },
  { name: 'office-settlement-contradicted', scene: 'city-errors', place: '/city-settlement', whole: true },
  { name: 'office-settlement-hostile', scene: 'city-hostile', place: '/city-settlement' },
  { name: 'office-settlement-english', scene: 'city-errors', place: '/city-settlement', language: 'en', whole: true },
  { name: 'office-designations', scene: 'city', place: '/designations', play: press('H-R8-017-001の詳細を開く') },
  { name: 'office-designations-hostile', scene: 'city-hostile', place: '/designations' },
  { name: 'office-designate', scene: 'city', place: '/designations/new', whole: true, play: press('ファイルを選ぶ') },
  { name: 'office-ledgers', scene: 'city', place: '/known-ledgers' },
  { name: 'office-ledgers-contradicted', scene: 'city-errors', place: '/known-ledgers', whole: true },
  { name: 'office-ledgers-empty', scene: 'city-fresh', place: '/known-ledgers' },
  { name: 'office-key', scene: 'ordinary', place: '/contracts/c1', whole: true, play: async (page) => { await press('登録し直す')(page); await press('ファイルを選ぶ')(page); await page.getByRole('checkbox', { name: 'あさひ' }).check() } },
  { name: 'office-take', scene: 'ordinary', place: '/documents', play: press('市からの書面を取り込む') },
]
