import type { Page } from '@playwright/test'
import { expect, type Locator } from '@playwright/test'
import { dropFiles, fillIn, goTo } from './at-the-page.ts'

/** 取込: drops what came, and returns the results. */
export async function importDocuments(page: Page, paths: readonly string[], cityReceiptNo = ''): Promise<Locator> {
  await goTo(page, '取込')
  await fillIn(page, { '収受番号': cityReceiptNo })
  await dropFiles(page, paths)
  const results = page.getByRole('region', { name: '取込の結果' })
  await expect(results.getByRole('article').first()).toBeVisible()
  return results
}
