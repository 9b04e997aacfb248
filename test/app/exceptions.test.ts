import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Locator } from '@playwright/test'
import { PASSWORD, recipient } from '../../cli/demo/people.ts'
import { expect, test } from './launch.ts'
import { choose, fillIn, goTo, pickDay, pickNow, press, tick } from './parts/at-the-page.ts'
import { atWork } from './parts/at-work.ts'
import { deskBehind } from './parts/behind-the-page.ts'
import { signBeside } from './parts/disposing.ts'
import { today } from './parts/founded.ts'
import { looksProper } from './parts/looking.ts'
import { lock, signIn } from './parts/the-door.ts'

/**
 * What the rules forbid and the city may permit: a fax (step 9), somebody else who is given information, and a subcontract from its approval to
 * its end (step 8). Each takes the city's number, a reason and a second person, and stands on the page for whoever audits.
 */
test('what is done by exception takes three legs to stand on, and is listed', async ({ openOffice }) => {
  const table = mkdtempSync(join(tmpdir(), 'azukari-table-'))
  const folder = (name: string): string => { mkdirSync(join(table, name), { recursive: true }); return join(table, name) }
  const office = await openOffice()
  const { page } = office
  const station = async (name: string, about?: Locator): Promise<void> => {
    await looksProper(page)
    if (about) await about.evaluate((element) => element.scrollIntoView({ block: 'center' }))
    else await page.evaluate(() => window.scrollTo(0, 0))
    await office.screenshot(name)
  }
  const isRefused = async (name: string, why: string | RegExp): Promise<void> => {
    const button = page.getByRole('button', { name, exact: true })
    await expect(button).toHaveAttribute('aria-disabled', 'true')
    await expect(button).toHaveAccessibleDescription(why)
  }
  const alert = page.getByRole('alert')
  await atWork(office, table)
  const desk = deskBehind(page)
  const [contract] = await desk.contracts.list()
  if (!contract) throw new Error('there is a contract')
  const { id: subcontractId } = await desk.subcontracts.draft({
    contractId: contract.id, company: '有限会社しらかば封入', address: '架空県ひかりの丘市西町4番5号', representative: '', contact: '', certifications: '', reason: '封入封緘の設備が社内にないため', tasks: '納税通知書の封入封緘', information: '印刷済みの納税通知書',
    safety: 'プライバシーマークの認証', supervision: '毎月の立入検査', periodFrom: null, periodTo: null, inspectEvery: 30, parentId: null,
  })
  await desk.subcontracts.apply({ subcontractId, on: today })
  await page.reload()

  await test.step('step 8: approved, agreed with, begun, looked after, and ended only when all is erased there (article 9)', async () => {
    await goTo(page, '再委託')
    await page.getByRole('button', { name: /を開く$/ }).first().click()
    await page.getByRole('radio', { name: '条件付承認' }).check()
    await fillIn(page, { '甲の番号': 'R8税承0056' })
    await tick(page, '持出しの禁止（この会社の人の持出を止めます）')
    await press(page, '回答を記録する')
    const paper = join(folder('agreement'), 'keiyakusho.pdf')
    writeFileSync(paper, '契約書の写し（架空）\n')
    await isRefused('契約を記録する', /契約書の写し/)
    await office.answerFileDialog(paper)
    await press(page, '契約書の写しを選ぶ')
    await press(page, '契約を記録する')
    await press(page, '開始を記録する')
    await expect(page.getByRole('form', { name: '監督の状況を記録します' })).toBeVisible()
    await page.locator('.inspect-item').nth(1).getByRole('radio', { name: '要是正' }).check()
    await isRefused('監督を記録する', '「是正の内容」を入力してください。')
    await station('180-supervised')
    await fillIn(page, { '是正の内容': 'キャビネットの鍵を交換し、鍵管理者を定める' })
    await press(page, '監督を記録する')
    await expect(page.getByText('第1回')).toBeVisible()
    await press(page, '再委託を終える')
    await isRefused('終了を記録する', /「再委託先での消去日」を入力してください。/)
    await pickDay(page, '再委託先での消去日')
    await fillIn(page, { '消去の方法': '機器からの消去とデータ消去証明書', '消去を確認した人': '水野 灯里' })
    await press(page, '終了を記録する')
    await expect(page.getByText('終了しました。')).toBeVisible()
    await station('181-subcontract-ended')
  })

  await test.step('step 9: a fax takes the city’s instruction, and one number that two people read (R-18)', async () => {
    await goTo(page, '送付')
    await page.getByRole('button', { name: '送付を始める' }).first().click()
    await press(page, '甲の指示があるとき')
    await station('182-no-faxes')
    await page.getByRole('button', { name: '例外を申請する' }).first().click()
    await choose(page, '送信先（契約に登録した人）', recipient.organisation)
    await fillIn(page, { '内容': '校正の確認票', 'FAX番号（申請する人が入力）': '000-000-1234', 'FAX番号（別の人が、甲の指示書を見て入力）': '000-000-1243' })
    await isRefused('申請する', '甲の指示番号・理由・別の人の確認がないと送れません。')
    await tick(page, '甲の了承を得て例外として進める')
    await fillIn(page, { '甲の了承番号': 'R8税指0012', '理由': '庁舎のメール停止のため' })
    await signBeside(page, '確認する人（あなた以外）', { loginId: 'oba', password: PASSWORD })
    await press(page, '申請する')
    await expect(alert).toContainText('第11条第6号')
    await station('183-numbers-differ', alert)
    await fillIn(page, { 'FAX番号（別の人が、甲の指示書を見て入力）': '000-000-1234' })
    await press(page, '申請する')
    await isRefused('承認する', '申請した人は承認できません。')
    await station('184-fax-asked')
    await lock(page)
    await signIn(page, 'mizuno', PASSWORD)
    await page.getByRole('navigation', { name: '業務の一覧' }).getByRole('link', { name: '送付', exact: true }).click()
    await page.getByRole('button', { name: '送付を始める' }).first().click()
    await press(page, '甲の指示があるとき')
    await page.getByRole('button', { name: /を開く$/ }).first().click()
    await press(page, '承認する')
    for (const time of ['試し送信の日時', '事前に電話した日時', '送信日時']) await pickNow(page, time)
    await fillIn(page, { '枚数': '3' })
    await station('185-fax-to-send')
    await press(page, '送信を記録する')
    await fillIn(page, { '相手が数えた枚数': '2' })
    await press(page, '着信を記録する')
    await expect(page.getByText('送った枚数と届いた枚数が違います')).toBeVisible()
    await station('186-a-page-is-missing')
    await fillIn(page, { '相手が数えた枚数': '3' })
    await press(page, '着信を記録する')
    await expect(page.getByText('完了しました。')).toBeVisible()
  })

  await test.step('somebody else is given information with the city’s consent alone (R-26, article 13)', async () => {
    await goTo(page, '送付')
    await page.getByRole('button', { name: '送付を始める' }).first().click()
    await press(page, '第三者提供')
    await page.getByRole('button', { name: '第三者提供を申請する' }).first().click()
    await fillIn(page, { '提供先の名称': '架空県市町村課', '相手の氏名': '𠮷川 髙子', '目的': '課税状況調べ', '件数': '12' })
    await page.getByRole('textbox', { name: '情報', exact: true }).fill('地区別の集計表')
    await press(page, '申請する')
    await expect(page.getByRole('form', { name: '甲の承諾を記録します' })).toBeVisible()
    await isRefused('承諾を記録する', /「甲の番号」を入力してください。/)
    await station('187-consent')
    await fillIn(page, { '甲の番号': 'R8税承0081', '理由': '地方税法による調査' })
    await signBeside(page, '確認する人（あなた以外）', { loginId: 'mizuno', password: PASSWORD })
    await press(page, '承諾を記録する')
    await expect(alert).toBeVisible()
    await station('188-same-person', alert)
    await signBeside(page, '確認する人（あなた以外）', { loginId: 'oba', password: PASSWORD })
    await press(page, '承諾を記録する')
    await fillIn(page, { '方法': '手渡し' })
    await press(page, '提供を記録する')
    await expect(page.getByText('提供を記録しました。')).toBeVisible()
    await station('189-provided')
  })

  await test.step('every exception stands on one page, with number, reason and both persons (article 17)', async () => {
    await goTo(page, '台帳')
    await page.getByRole('link', { name: '例外の一覧を開く' }).click()
    for (const ref of ['R8税指0012', 'R8税承0081']) await expect(page.getByRole('cell', { name: ref })).toBeVisible()
    await station('190-exceptions')
  })

  expect(office.complaints).toEqual([])
  rmSync(table, { recursive: true, force: true })
})
