import { expect, type Page } from '@playwright/test'
import { choose, fillIn, goTo, pickNow, press, tick } from './at-the-page.ts'

/** 指定: the city hands over by hand, now, at its counter, with a list of what it brings. */
export async function designate(page: Page, { purpose, place, list }: { purpose: string; place: string; list: string }): Promise<void> {
  await goTo(page, '受領')
  await press(page, '受渡しの指定を記録する')
  await fillIn(page, { '利用目的': purpose, '場所': place })
  await pickNow(page, '日時')
  await page.getByLabel('市の一覧', { exact: true }).fill(list)
  await expect(page.getByText('件を読み取りました。')).toBeVisible()
}

export const saveDesignation = async (page: Page): Promise<void> => {
  await press(page, '指定を記録する')
  await expect(page.getByRole('region', { name: '受渡しの実際' })).toBeVisible()
}

/** 受取: the circumstances as designated, the city's stick with its virus check, and what the files are. */
export async function describeTaking(page: Page, { medium, storagePlace, infoKind, counts }: { medium: string; storagePlace: string; infoKind: string; counts: Readonly<Record<string, number>> }): Promise<void> {
  await choose(page, '媒体', medium)
  await fillIn(page, { '検査ソフト': 'ClamAV', 'パターンの日付・版': '1.4.3', '情報の種類': infoKind, '保管場所': storagePlace, '返却の条件': '業務終了時に返却又は消去' })
  await tick(page, '検査画面を見て確かめました')
  for (const [name, count] of Object.entries(counts)) await page.getByLabel(`${name} 件数`, { exact: true }).fill(String(count))
}

export const takeAndCheck = (page: Page): Promise<void> => press(page, '受け取って照合する')

export async function issueReceipt(page: Page): Promise<string> {
  await press(page, '預り証へ進む')
  await press(page, '預り証を発行する')
  await expect(page.getByText('預り証を発行しました')).toBeVisible()
  return (await page.locator('.issued-no').textContent()) ?? ''
}
