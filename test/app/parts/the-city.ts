import { basename } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, type Locator } from '@playwright/test'
import type { Office } from '../launch.ts'
import { dropFiles, fillIn, goTo, press } from './at-the-page.ts'

/** 取込: drops what came, and returns the results. */
export async function importDocuments(page: Page, paths: readonly string[], cityReceiptNo = ''): Promise<Locator> {
  await goTo(page, '取込')
  await fillIn(page, { '収受番号': cityReceiptNo })
  await dropFiles(page, paths)
  const results = page.getByRole('region', { name: '取込の結果' })
  // What was taken in before stands there until the new results do.
  await expect(results).toContainText(basename(paths[0] ?? ''))
  return results
}

/** 承認: what was taken in is looked at and answered, under this number; the answer is saved for the contractor. */
export async function answerApplication(city: Office, { docNo, decision, approvalNo, into }: { docNo: string; decision: string; approvalNo: string; into: string }): Promise<void> {
  const { page } = city
  await goTo(page, '承認')
  await page.getByRole('button', { name: `回答する ${docNo}` }).click()
  await page.getByRole('radio', { name: decision, exact: true }).check()
  await fillIn(page, { '承認番号': approvalNo })
  await press(page, '回答する')
  await city.answerFileDialog(into)
  await press(page, '回答書を保存する')
  await expect(page.getByText('保存しました。')).toBeVisible()
}

/** 収受通知・回答 as they come back to the contractor. */
export async function takeIn(page: Page, paths: readonly string[]): Promise<Locator> {
  await goTo(page, '書類')
  await press(page, '市からの書面を取り込む')
  await dropFiles(page, paths)
  return page.getByRole('dialog', { name: '市からの書面を取り込む' })
}
