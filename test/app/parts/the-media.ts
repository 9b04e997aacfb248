import { expect, type Page } from '@playwright/test'
import type { Medium } from '../../../core/media/medium.ts'
import { choose, fillIn, goTo, press } from './at-the-page.ts'

export type Stick = Pick<Medium, 'serial' | 'maker' | 'model' | 'owner' | 'ownerNo' | 'storagePlace' | 'lockType' | 'keyHolder'> & { no: string }

export async function registerMedium(page: Page, stick: Stick): Promise<void> {
  await goTo(page, '媒体')
  await press(page, '媒体を登録する')
  const sheet = page.getByRole('dialog', { name: '媒体を登録する' })
  await choose(sheet, '所有', stick.owner === '甲' ? '市（甲）' : '受託者（乙）')
  await fillIn(sheet, {
    '容量（GB）': '16', '製造番号': stick.serial, 'メーカー': stick.maker, '型番': stick.model, ...(stick.owner === '甲' ? { '甲の管理番号': stick.ownerNo } : {}),
    '保管場所': stick.storagePlace, '施錠の方法': stick.lockType, '鍵の管理者': stick.keyHolder, '媒体番号': stick.no,
  })
  await press(sheet, '登録する')
  await expect(sheet).toBeHidden()
}
