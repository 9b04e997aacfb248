import { expect, type Locator, type Page } from '@playwright/test'
import type { Office } from '../launch.ts'
import { choose, fillIn, goTo, pickDay, press, tick } from './at-the-page.ts'

export interface ConnectedMedium { no: string; serial: string; storagePlace: string; lockType: string; keyHolder: string }

/** 媒体の登録 of what is plugged in: its serial number is read off the medium by the machine and typed by nobody. */
export async function registerConnected(page: Page, medium: ConnectedMedium): Promise<Locator> {
  await goTo(page, '媒体')
  await press(page, '媒体を登録する')
  const sheet = page.getByRole('dialog', { name: '媒体を登録する' })
  await press(sheet, 'つないだ媒体から読み取る')
  await sheet.getByRole('button', { name: medium.serial }).click()
  await expect(sheet.getByLabel('製造番号', { exact: true })).toHaveValue(medium.serial)
  await choose(sheet, '種別', 'USBメモリ')
  await fillIn(sheet, { '保管場所': medium.storagePlace, '施錠の方法': medium.lockType, '鍵の管理者': medium.keyHolder, '媒体番号': medium.no })
  return sheet
}

/** 棚卸: every number as the scanner types it. */
export async function scanMedia(page: Page, ...scanned: readonly string[]): Promise<void> {
  await goTo(page, '媒体')
  await press(page, '棚卸をする')
  for (const said of scanned) {
    await page.getByLabel('媒体番号か製造番号を読み取る', { exact: true }).fill(said)
    await page.keyboard.press('Enter')
  }
}

export interface PlanWords { medium: string; information: string; method: string; place: string; verifier: string; consentRef: string }

/** 計画 for today, of one medium; the city wants both the notice and to be there. */
export async function describePlan(page: Page, { medium, information, method, place, verifier, consentRef }: PlanWords): Promise<void> {
  await goTo(page, '消去・廃棄')
  await press(page, '計画を作成する')
  await choose(page, '媒体', medium)
  await fillIn(page, { '情報の項目': information })
  await choose(page, '方法', method)
  await fillIn(page, { '甲の了承番号': consentRef, '作業場所': place })
  await pickDay(page, '予定日')
  await choose(page, '確認者', verifier)
  await tick(page, '市から届出の求めがある', '市から立会いの求めがある')
}

/** Where the road of a plan has come to, by itself. */
export const isAtStep = (page: Page, step: string): Promise<void> => expect(page.getByRole('navigation', { name: '消去・廃棄の手順' }).locator('[aria-current=step]')).toContainText(step)

export const toStep = (page: Page, step: string): Promise<void> => page.getByRole('navigation', { name: '消去・廃棄の手順' }).getByRole('button', { name: step }).click()

/** 実施: the medium among those that are plugged in, and the second person. */
export async function prepareWipe(page: Page, { serial }: ConnectedMedium, second: { loginId: string; password: string }): Promise<void> {
  await page.getByRole('radio', { name: serial }).check()
  await signBeside(page, 'もう1人の確認', second)
}

/** The window that main raises to ask last, once the wipe was begun on the page. */
export async function askedLast({ app, page }: Office): Promise<Page> {
  const raised = app.waitForEvent('window')
  await press(page, '消去を始める')
  const window = await raised
  await expect(window.locator('#serial')).not.toBeEmpty()
  return window
}

/** 製造番号: typed, key by key, into the window that asks last. */
export async function typeLast(window: Page, serial: string): Promise<void> {
  const field = window.getByLabel('製造番号を、本体のラベルから入力してください')
  await field.fill('')
  await field.pressSequentially(serial)
  await window.getByRole('button', { name: '消去する' }).click()
}

export async function signBeside(page: Page, title: string, { loginId, password }: { loginId: string; password: string }): Promise<void> {
  await fillIn(page.getByRole('group', { name: title }), { ID: loginId, 'パスワード': password })
}

/** Saves what was just issued into a folder. */
export async function saveIssued({ page, answerFileDialog }: Office, docNo: RegExp, into: string): Promise<string> {
  const card = page.getByRole('region', { name: docNo })
  await answerFileDialog(into)
  await press(card, '保存する')
  await expect(card.getByText('保存しました。')).toBeVisible()
  return (await card.locator('.issued-no').textContent()) ?? ''
}
