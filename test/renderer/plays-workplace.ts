import type { Page } from '@playwright/test'
import type { Play } from './plays.ts'

const zoomed = { width: 640, height: 400 }
const press = (name: string) => (page: Page): Promise<void> => page.getByRole('button', { name }).first().click()

/** Places, devices, the check of one, and the start of work. */
export const workplacePlays: readonly Play[] = [
  { name: 'places', place: '/places' },
  { name: 'places-empty', scene: 'empty', place: '/places' },
  { name: 'places-hostile', scene: 'hostile', place: '/places' },
  { name: 'places-register', place: '/places', play: press('作業場所を登録する') },
  { name: 'places-one', place: '/places', play: press('青葉野市役所 税務課執務室の詳細を開く') },
  { name: 'places-zoomed', place: '/places', size: zoomed, whole: true },
  { name: 'places-english', place: '/places', language: 'en' },
  { name: 'devices', place: '/devices' },
  { name: 'devices-empty', scene: 'empty', place: '/devices' },
  { name: 'devices-hostile', scene: 'hostile', place: '/devices' },
  { name: 'devices-register', place: '/devices', play: press('機器を登録する') },
  { name: 'devices-one', place: '/devices', play: press('NPC-007の詳細を開く') },
  { name: 'devices-list', place: '/devices', play: press('アプリの一覧') },
  { name: 'device-check', place: '/devices/d1/check', whole: true },
  { name: 'device-check-other', place: '/devices/d2/check', whole: true },
  { name: 'device-check-failed', place: '/devices/d1/check', whole: true, play: press('点検を記録する') },
  { name: 'device-check-error', scene: 'errors', place: '/devices/d1/check' },
  { name: 'device-check-zoomed', place: '/devices/d1/check', size: zoomed, whole: true },
  { name: 'workplace-here', scene: 'errors' },
  { name: 'workplace-start', place: '/contracts/c1/start', whole: true },
  { name: 'workplace-start-plan', place: '/contracts/c1/start', play: press('緊急時対応計画') },
  { name: 'workplace-start-zoomed', place: '/contracts/c1/start', size: zoomed, whole: true },
  { name: 'workplace-start-english', place: '/contracts/c1/start', language: 'en', whole: true },
  { name: 'workplace-contract', place: '/contracts/c1' },
]
