import { expect, type Page } from '@playwright/test'
import type { Office } from '../launch.ts'
import { choose, goTo, openRow, pickDay, press } from './at-the-page.ts'

/** 求めを記録する: what the city asked for, due in the middle of next month. */
export async function recordRequest(page: Page, form: string): Promise<void> {
  await goToRequests(page)
  await page.getByRole('button', { name: '求めを記録する' }).first().click()
  const sheet = page.getByRole('dialog', { name: '求めを記録する' })
  await choose(sheet, '書類', form)
  await pickDay(sheet, '提出期限', 1)
  await press(sheet, '記録する')
  await expect(sheet).toBeHidden()
}

export async function goToRequests(page: Page): Promise<void> {
  await goTo(page, '書類')
  await press(page, '求めを見る')
}

/** 書面の発行: looked at, and issued; of the newest subject, or of the one that is named. */
export async function issueLetter(page: Page, form: string, subject: string | null = null): Promise<void> {
  await goTo(page, '書類')
  await press(page, '書面を発行する')
  await choose(page, '書面', form)
  if (subject !== null) await choose(page, '対象', subject)
  await expect(page.getByRole('heading', { name: '記載内容' })).toBeVisible()
  await press(page, '発行する')
  await expect(page.getByText(/を発行しました/)).toBeVisible()
}

/** 提出: what was issued answers what was asked for, and lies in a folder for the city. */
export async function handIn(office: Office, title: string, into: string): Promise<void> {
  await goToRequests(office.page)
  const sheet = await openRow(office.page, title)
  await office.answerFileDialog(into)
  await press(sheet, '提出する')
  await expect(sheet.getByLabel('市の収受番号', { exact: true })).toBeVisible()
  await press(sheet, '閉じる')
}
