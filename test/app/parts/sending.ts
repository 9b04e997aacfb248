import { expect, type Locator, type Page } from '@playwright/test'
import type { Office } from '../launch.ts'
import { choose, chooseAmong, fillIn, goTo, press, tick } from './at-the-page.ts'

/** 梱包: everything that may be sent goes into one package in this folder. */
export async function chooseForPackage(office: Office, into: string): Promise<void> {
  const { page } = office
  await goTo(page, '梱包')
  await press(page, '梱包を始める')
  await tick(page, 'すべて選ぶ')
  await page.getByRole('radio', { name: 'パスフレーズで封をする' }).check()
  await office.answerFileDialog(into)
  await press(page, '置き場所を選ぶ')
  await expect(page.getByText(into)).toBeVisible()
}

/** Seals, and waits until the package was opened again and found true. */
export async function seal(page: Page): Promise<void> {
  await press(page, '封をする')
  await expect(page.getByText('封をして、開け直して確かめました')).toBeVisible()
}

/** Reads the passphrase off the screen, where it stands this once. */
export async function readPassphrase(page: Page): Promise<string> {
  const secret = page.getByRole('region', { name: 'パスフレーズ' })
  await press(secret, '表示する')
  return (await secret.locator('.secret-groups > span').allTextContents()).join('-')
}

export async function goToSending(page: Page): Promise<void> {
  await tick(page, 'パスフレーズを控えました。施錠できる場所に保管し、送るものと一緒にはしません。')
  await press(page, '送り方を決める')
}

/** `serial`: what two people read off the label, where the folder is no medium that the desk could have written. */
/** `package`: to be named where one does not come straight from sealing it. */
export interface ParcelWords { package?: string; medium: string; folder: string; content: string; service: string; sealNo: string; vouched: { serial: string; loginId: string; password: string } }

/** 起票 of a parcel with the package that was just sealed. */
export async function describeParcel(office: Office, { package: no, medium, folder, content, service, sealNo, vouched }: ParcelWords): Promise<void> {
  const { page } = office
  await page.getByRole('button', { name: '媒体や文書を小包・郵便で送る' }).click()
  await page.getByRole('radio', { name: '媒体に入れたデータ' }).check()
  if (no !== undefined) await chooseAmong(page, '梱包', no)
  await choose(page, '使う媒体', medium)
  await office.answerFileDialog(folder)
  await press(page, '媒体のフォルダ')
  await expect(page.getByText(folder)).toBeVisible()
  await tick(page, 'ほかの方法で写した媒体を、2人で確かめて送る')
  await fillIn(page, { 'ラベルの製造番号': vouched.serial, ID: vouched.loginId, 'パスワード': vouched.password, '内容（送付管理簿に書く名前）': content, '封印番号': sealNo })
  await page.getByRole('radio', { name: service }).check()
}

export const draft = (page: Page): Promise<void> => press(page, '起票する')

/** A second person signs at the same desk. */
export async function confirmBySecond(page: Page, task: string, act: string, loginId: string, password: string): Promise<void> {
  const form = page.getByRole('form', { name: task })
  await fillIn(form, { ID: loginId, 'パスワード': password })
  await press(form, act)
}

/** …and reads the seal, and has compared the contents. */
export async function confirmPacking(page: Page, sealNo: string, loginId: string, password: string): Promise<void> {
  const form = page.getByRole('form', { name: '梱包と親展の表示を確認します' })
  await fillIn(form, { '封印に書かれた番号': sealNo, ID: loginId, 'パスワード': password })
  await form.getByRole('checkbox', { name: '中身を送付票と照らし合わせた' }).check()
  await press(form, '梱包と親展を確認した')
}

export async function typeTrackingNumber(page: Page, service: string, no: string): Promise<Locator> {
  await page.getByLabel(`追跡番号（${service}）`, { exact: true }).fill(no)
  return page.getByRole('form', { name: '発送して、追跡番号を記録します' })
}

export interface LetterWords { to: RegExp; subject: string; note: string; into: string }

export async function describeMail(office: Office, { to, subject, note, into }: LetterWords): Promise<void> {
  const { page } = office
  await page.getByRole('checkbox', { name: to }).check()
  await fillIn(page, { '件名': subject, '本文（あいさつと添付の説明だけ）': note })
  await office.answerFileDialog(into)
  await press(page, '下書きの置き場所')
  await expect(page.getByText(into, { exact: true })).toBeVisible()
}
