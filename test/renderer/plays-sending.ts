import type { Page } from '@playwright/test'
import type { Play } from './plays.ts'

const press = (name: string) => (page: Page): Promise<void> => page.getByRole('button', { name }).first().click()
const zoomed = { width: 640, height: 400 }

/** Parcels and e-mails at every step of their way, refused, unknown, late and lost; and the server that mails leave by. */
export const sendingPlays: readonly Play[] = [
  { name: 'send-late', place: '/send/m4', whole: true },
  { name: 'send-inquired', place: '/send/m5', whole: true },
  { name: 'send-arrived', place: '/send/m6', whole: true },
  { name: 'send-received', place: '/send/m7', whole: true },
  { name: 'send-slip', place: '/send/m7', play: press('引受証_S-R8-017.pngを見る') },
  { name: 'send-missing', place: '/send/m8', whole: true },
  { name: 'send-report-missing', place: '/send/m5', whole: true, play: press('見つからないとき（所在不明）') },
  { name: 'send-lay-down', place: '/send/new?package=k1', play: async (page) => { await press('媒体や文書を小包・郵便で送る')(page); await press('一覧の手段を加える・変える')(page) } },
  { name: 'send-mail-checked', place: '/send/e3', whole: true },
  { name: 'send-mail-unknown', place: '/send/e4', whole: true, play: async (page) => page.getByRole('radio', { name: '送られていた' }).check() },
  { name: 'send-mail-misdirected', place: '/send/e5', whole: true },
  { name: 'send-mail-report', place: '/send/e2', whole: true, play: press('誤って送ったとき（誤送信）') },
  { name: 'settings-mail', place: '/settings/mail', whole: true, play: press('接続を試す') },
  { name: 'settings-mail-refused', scene: 'errors', place: '/settings/mail', whole: true, play: press('接続を試す') },
  { name: 'settings-mail-empty', scene: 'empty', place: '/settings/mail', whole: true },
  { name: 'send-check-zoomed', place: '/send/m1', size: zoomed, whole: true },
]
