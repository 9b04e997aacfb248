import { expect, type Page } from '@playwright/test'
import type { OpenContract, Recipient } from '../../../core/contracts/contract-of-work.ts'
import type { Office } from '../launch.ts'
import { choose, dropFiles, fillIn, goTo, pickDay, press, tick } from './at-the-page.ts'

/** 契約を開く, copied from the paper; agreed today and running for four months. */
export async function openContract(office: Office, order: OpenContract, specification: string): Promise<void> {
  const { page } = office
  await goTo(page, '契約')
  await press(page, '契約を開く')
  await fillIn(page, {
    '契約番号': order.contractNo, '書類番号での略号': order.shortNo, '委託業務名': order.title, ...(order.contractor === undefined ? {} : { '受託者の名称': order.contractor }),
    '市の名称': order.city.name, '宛名': order.city.addressee, '所管課': order.city.section, '担当者の氏名': order.city.officer, '担当者の職名': order.city.officerTitle, '情報セキュリティ管理者': order.city.securityManager,
    '版': order.specification.version,
  })
  await choose(page, '情報の重要度', order.importanceClass)
  await pickDay(page, '履行期間の初日')
  await pickDay(page, '履行期間の末日', 4)
  await pickDay(page, '合意した日')
  await office.answerFileDialog(specification)
  await press(page, 'ファイルを選ぶ')
  await expect(page.getByText(order.specification.fileName)).toBeVisible()
}

export const saveContract = async (page: Page): Promise<void> => {
  await press(page, '契約を開く')
  await expect(page.getByRole('region', { name: '自組織の公開鍵届' })).toBeVisible()
}

/** Writes our own key notice into a folder, and reads out its twelve words. */
export async function saveKeyNotice(office: Office, into: string): Promise<string[]> {
  const { page } = office
  await office.answerFileDialog(into)
  await press(page, '公開鍵届を保存する')
  await expect(page.getByText('保存しました。')).toBeVisible()
  return page.getByRole('list', { name: '確認の言葉' }).getByRole('listitem').allTextContents()
}

/** Registers the other party's key notice by the words that were heard on the telephone. */
export async function registerKey(page: Page, notice: string, heard: readonly string[]): Promise<void> {
  const block = page.getByRole('region', { name: '相手の公開鍵', exact: true })
  await dropFiles(page, [notice])
  await tick(block, '電話')
  await block.getByLabel('読み上げた人（相手の氏名）').fill('森川 奏')
  await block.getByLabel('相手が読み上げた確認の言葉（12語）又は指紋').fill(heard.join(' '))
  await press(block, '公開鍵届を登録する')
}

export async function addRecipient(page: Page, { name, title, email, postalCode, address, tel }: Recipient): Promise<void> {
  await press(page, '送付先を加える')
  const sheet = page.getByRole('dialog', { name: '送付先を加える' })
  await fillIn(sheet, { '氏名': name, '職名': title, 'メールアドレス': email, '郵便番号': postalCode, '住所': address, '電話番号': tel })
  await press(sheet, '送付先を加える')
  await expect(sheet).toBeHidden()
}
