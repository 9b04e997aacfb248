import { expect, type Page } from '@playwright/test'
import type { Organisation } from '../../../core/vault/vault.ts'
import type { Office } from '../launch.ts'
import { fillIn, press, tick } from './at-the-page.ts'

type FirstOne = Readonly<{ name: string; kana: string; title: string; email: string; loginId: string; password: string }>

/** First start: the organisation and its first administrator. Leaves the recovery key on the screen. */
export async function createOffice({ page }: Office, organisation: Organisation, one: FirstOne, furtherRoles: readonly string[]): Promise<void> {
  await page.getByRole('radio', { name: organisation.kind === 'city' ? '市（甲）' : '受託者（乙）' }).check()
  await fillIn(page, { '組織の名称': organisation.name, '代表者の職・氏名': organisation.representative, '所在地': organisation.address, '電話番号': organisation.tel, 'メールアドレス': organisation.email, '文書番号の頭文字': organisation.docPrefix })
  await press(page, '次へ')
  await fillIn(page, { '氏名': one.name, 'フリガナ': one.kana, '役職': one.title, 'メールアドレス': one.email, ID: one.loginId, 'パスワード': one.password, 'パスワード（もう一度）': one.password })
  await tick(page, ...furtherRoles)
  await press(page, '保管庫をつくる')
  await expect(page.getByRole('heading', { name: '復旧キーを印刷して' })).toBeVisible()
}

/** Types the last group of the printed key, and gets in. Returns the key. */
export async function confirmRecoveryKey(page: Page): Promise<string[]> {
  const groups = await page.getByRole('region', { name: '復旧キー' }).locator('.key-groups span').allTextContents()
  const begin = page.getByRole('button', { name: '保管しました。はじめる' })
  await expect(begin).toHaveAttribute('aria-disabled', 'true')
  await page.getByLabel('印刷した紙を見て').fill(groups.at(-1) ?? '')
  await begin.click()
  await expect(page.getByRole('heading', { name: '今日' })).toBeVisible()
  return groups
}

export async function lock(page: Page): Promise<void> {
  await press(page, '施錠')
  await expect(page.getByRole('heading', { name: 'サインイン' })).toBeVisible()
}

/** The first sign-in with the password on the slip: nothing is to be seen but the choice of one's own. */
export async function firstSignIn(page: Page, loginId: string, given: string, own: string): Promise<void> {
  await signIn(page, loginId, given)
  await expect(page.getByRole('heading', { name: '自分のパスワードを決めてください' })).toBeVisible()
  await fillIn(page, { '管理者から受け取ったパスワード': given, '新しいパスワード': own, 'パスワード（もう一度）': own })
  await press(page, 'このパスワードに変えて始める')
  await expect(page.getByRole('heading', { name: '今日' })).toBeVisible()
}

export async function signIn(page: Page, loginId: string, password: string): Promise<void> {
  await fillIn(page, { ID: loginId, 'パスワード': password })
  await press(page, '開ける')
}
