import type { Page } from '@playwright/test'
import { defaultQuestions } from '../../../core/staffing/default-questions.ts'
import { fillIn, choose, goTo, openRow, press, tick } from './at-the-page.ts'

/** 研修の記録, with the test on this desk; nothing is recorded yet. */
export async function holdSession(page: Page, { came, missed }: { came: readonly string[]; missed: Readonly<Record<string, string>> }): Promise<void> {
  await goToTraining(page)
  await page.getByRole('button', { name: '研修を記録する' }).first().click()
  await fillIn(page, { '名称': '情報セキュリティ研修（特記仕様書v1.0）', '講師': '水野 灯里', '実施内容': '特記仕様書の読み合わせと、事故が起きたときの連絡' })
  await choose(page, '理解度確認の方法', 'この画面')
  for (const name of came) await page.getByRole('radiogroup', { name }).getByText('受講', { exact: true }).click()
  for (const [name, reason] of Object.entries(missed)) {
    await page.getByRole('radiogroup', { name }).getByText('欠席', { exact: true }).click()
    await page.getByRole('textbox', { name: `${name}：欠席の理由` }).fill(reason)
  }
}

const goToTraining = async (page: Page): Promise<void> => {
  await goTo(page, '人と場所')
  await page.getByRole('link', { name: '教育・研修', exact: true }).click()
}

/** 理解度確認, by whoever is signed in. */
export async function sitTest(page: Page, how: 'right' | 'wrong'): Promise<void> {
  await goToTraining(page)
  await page.getByRole('button', { name: /^T-.*の詳細を開く$/ }).first().click()
  await press(page.getByRole('dialog', { name: /^T-/ }), '理解度確認を受ける')
  await answer(page, how)
}

export async function answer(page: Page, how: 'right' | 'wrong'): Promise<void> {
  for (const [i, { text, choices, answer: right }] of defaultQuestions.questions.entries()) {
    const choice = choices[how === 'right' ? right : (right + 1) % choices.length] ?? ''
    await page.getByRole('radiogroup', { name: `問${i + 1}　${text}` }).getByRole('radio', { name: choice, exact: true }).check()
  }
  await press(page, '答えを出す')
}

/** 誓約書: read, and signed on the screen with the name and without a drawing. */
export async function signOnScreen(page: Page, name: string): Promise<void> {
  await goTo(page, '人と場所')
  const sheet = await openRow(page, name)
  await sheet.getByRole('link', { name: 'この人の画面を開く' }).or(sheet.getByRole('button', { name: 'この人の画面を開く' })).click()
  await press(page, '誓約書を取る')
  await tick(page, '文面を読み、誓約します')
  await fillIn(page, { '氏名（本人が入力）': name })
  await press(page, '署名する')
}
