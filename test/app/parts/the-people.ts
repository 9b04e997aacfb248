import { expect, type Page } from '@playwright/test'
import type { RegisterPerson } from '../../../core/people/person.ts'
import { choose, closeSheet, fillIn, goTo, openRow, press, tick } from './at-the-page.ts'

export async function registerPerson(page: Page, person: RegisterPerson, roles: readonly string[]): Promise<void> {
  await goTo(page, '人と場所')
  await press(page, '人を登録する')
  const sheet = page.getByRole('dialog', { name: '人を登録する' })
  await fillIn(sheet, { '氏名': person.name, 'フリガナ': person.kana, '役職': person.title, '所属会社': person.company ?? '', 'メールアドレス': person.email })
  await choose(sheet, '雇用区分', person.employment)
  await tick(sheet, ...roles)
  await press(sheet, '登録する')
  await expect(sheet).toBeHidden()
}

/** Art. 7: one session today, for everybody named. */
export async function recordTraining(page: Page, names: readonly string[], { title, trainer }: { title: string; trainer: string }): Promise<void> {
  await goTo(page, '人と場所')
  await press(page, '教育を記録する')
  const sheet = page.getByRole('dialog', { name: '教育を記録する' })
  for (const name of names) await sheet.getByLabel(new RegExp(`^${name}（`)).check()
  await fillIn(sheet, { '教育の名称': title, '講師': trainer, '理解度確認の点数（100点満点）': '100' })
  await press(sheet, '教育を記録する')
  await expect(sheet).toBeHidden()
}

/** Art. 8②: the pledge, signed today by hand. */
export async function signPledge(page: Page, name: string): Promise<void> {
  await goTo(page, '人と場所')
  const sheet = await openRow(page, name)
  await press(sheet, '誓約書を記録する')
  await fillIn(sheet, { '誓約書の版': '第1版' })
  await press(sheet, '誓約書を記録する')
  await expect(sheet.getByText('従事可').first()).toBeVisible()
  await closeSheet(sheet)
}

export async function giveAccount(page: Page, name: string, loginId: string, password: string): Promise<void> {
  await goTo(page, '人と場所')
  const sheet = await openRow(page, name)
  await press(sheet, 'IDを発行する')
  await fillIn(sheet, { ID: loginId, 'パスワード': password, 'パスワード（もう一度）': password })
  await press(sheet, 'IDを発行する')
  await expect(sheet.getByText(loginId, { exact: true })).toBeVisible()
  await closeSheet(sheet)
}
