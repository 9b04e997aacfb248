import type { Play } from './plays.ts'

/** The page of backups, and coming back from one at the door. */
export const backupPlays: Play[] = [
  { name: 'backup', place: '/settings/backup', whole: true },
  { name: 'backup-empty', scene: 'empty', place: '/settings/backup', whole: true },
  { name: 'backup-narrow', place: '/settings/backup', size: { width: 420, height: 800 }, whole: true },
  { name: 'backup-english', place: '/settings/backup', language: 'en', whole: true },
  { name: 'restore', scene: 'absent', whole: true, play: async (page) => { await page.getByRole('button', { name: 'バックアップから復元' }).click() } },
  { name: 'restore-behind', scene: 'locked', whole: true, play: async (page) => {
    await page.getByRole('button', { name: 'バックアップから復元' }).click()
    await page.getByRole('button', { name: 'バックアップを選ぶ' }).click()
    await page.getByRole('radio', { name: 'IDとパスワード' }).check()
    await page.getByLabel('ID', { exact: true }).fill('mizuno')
    await page.getByLabel('パスワード', { exact: true }).fill('夕焼けの見える窓口')
    await page.getByRole('button', { name: '復元する' }).click()
    await page.getByLabel('確認欄').fill('12-9f3a')
  } },
  { name: 'restore-door', scene: 'locked' },
]
