import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import { attestedOn } from '../../../cli/demo/workplace.ts'
import type { Office } from '../launch.ts'
import { choose, chooseAmong, closeSheet, dropFiles, fillIn, goTo, openRow, pickDay, press, tick } from './at-the-page.ts'
import { today } from './founded.ts'

/** Where the contract in hand stands, and the start of its work. */
export async function goToChecklist(page: Page, title: string): Promise<void> {
  await goTo(page, '契約')
  await page.getByRole('main').getByRole('link', { name: title }).click()
  await press(page, '着手前の確認へ')
  await expect(page.getByRole('heading', { level: 1, name: '着手前の確認' })).toBeVisible()
}

/** 体制に加える, on the contract's own page: who answers for the work, from today. */
export async function appointSupervisor(page: Page, name: string): Promise<void> {
  await press(page, '体制に加える')
  const sheet = page.getByRole('dialog', { name: '体制に加える' })
  await choose(sheet, '氏名', name)
  await fillIn(sheet, { '連絡の順位': '1', '電話（平日）': '0000-00-0001', '電話（夜間・休日）': '0000-00-0009' })
  await press(sheet, '体制に加える')
  await expect(sheet).toBeHidden()
}

/** 作業場所 (F-05): in use from today. */
export async function registerPlace(page: Page, { name, room, withinCityHall = false }: { name: string; room: string; withinCityHall?: boolean }): Promise<void> {
  await goTo(page, '人と場所')
  await page.getByRole('link', { name: '作業場所', exact: true }).click()
  await page.getByRole('button', { name: '作業場所を登録する' }).first().click()
  const sheet = page.getByRole('dialog', { name: '作業場所を登録する' })
  await fillIn(sheet, { '名称': name, '所在地': '架空県ひかりの丘市中央一丁目2番3号', '建物・室': room, '入退室管理': 'ICカード（入退室記録あり）', '施錠保管': '施錠キャビネットC-2（鍵管理者 大庭 健吾）', 'ネットワーク接続': '業務用LAN（インターネットはプロキシ経由）', '面積（m²）': '42.5' })
  if (withinCityHall) await tick(sheet, '庁舎内の場所')
  await press(sheet, '登録する')
  await expect(sheet).toBeHidden()
}

/** 機器: not yet tied to this machine, so that what the machine of a test says of itself is not what is tested. Leaves its check open. */
export async function registerDevice(page: Page, name: string, place: string): Promise<void> {
  await goTo(page, '人と場所')
  await page.getByRole('link', { name: '機器', exact: true }).click()
  await page.getByRole('button', { name: '機器を登録する' }).first().click()
  const sheet = page.getByRole('dialog', { name: '機器を登録する' })
  await fillIn(sheet, { '機器名': name, '資産番号': `HK-${name}` })
  await sheet.getByLabel('この端末を登録する', { exact: true }).uncheck()
  await chooseAmong(sheet, '設置場所', place)
  await press(sheet, '登録する')
  await expect(page.getByRole('heading', { level: 1, name: `${name}の点検` })).toBeVisible()
}

/** 情報システム点検, as it was seen on that machine's screen. `named`: what was found there that may leak. */
export async function checkDevice(page: Page, { named = '' } = {}): Promise<void> {
  const { os, antivirus } = attestedOn(today)
  if (!os || !antivirus) throw new Error('it is attested')
  await fillIn(page, { 'OSの名称': os.name, 'ビルド': os.build, '製品名': antivirus.product, 'エンジン': antivirus.engine, '見つけたアプリ（1行に1つ）': named })
  await pickDay(page, '最終更新日')
  await pickDay(page, 'パターンの日付')
  await tick(page, '一覧のアプリがないことを、画面で確かめた', '添付ファイルの検査', '最小権限', '保管庫の暗号化', '私物ではなく、業務用として登録・承認された機器であることを確かめた')
  await press(page, '点検を記録する')
}

/** この端末です: the device that was checked is the one that one sits at. */
export async function recogniseDevice(page: Page, name: string): Promise<void> {
  await goTo(page, '人と場所')
  await page.getByRole('link', { name: '機器', exact: true }).click()
  const sheet = await openRow(page, name)
  await press(sheet, 'この端末です')
  await expect(sheet.getByText('（この端末）')).toBeVisible()
  await closeSheet(sheet)
}

/** 緊急時対応計画 (Art. 18②), from the checklist: which file, and who is called. */
export async function registerEmergencyPlan(page: Page, folder: string): Promise<void> {
  const path = join(folder, 'kinkyu-taio-keikaku.pdf')
  writeFileSync(path, '緊急時対応計画（架空）\n')
  await press(page, '緊急時対応計画：確かめる')
  const sheet = page.getByRole('dialog', { name: '緊急時対応計画を登録する' })
  await dropFiles(page, [path])
  await expect(sheet.getByText('kinkyu-taio-keikaku.pdf')).toBeVisible()
  await fillIn(sheet, { '版': '第1版', '組織・部署': '青葉野市 総務部税務課', '氏名': '森川 奏', '電話（日中）': '0000-00-1001', '拡大防止': '該当機器をネットワークから切り離す', '証拠保全': '保管庫と台帳に触れず、時刻を記録する' })
  await press(sheet, '登録する')
  await expect(sheet).toBeHidden()
}

/** 特記仕様書: read to its end by whoever is signed in, and acknowledged (Art. 21). */
export async function readSpecification(page: Page, title: string): Promise<void> {
  await goTo(page, '契約')
  await page.getByRole('main').getByRole('link', { name: title }).click()
  await press(page, '特記仕様書を読む')
  await expect(page.getByText('第１条〜第２２条')).toBeVisible()
  await press(page, '読んで確認しました')
  await expect(page.getByText('この版を確認しました。')).toBeVisible()
}

/** Everything that has to be in order, one thing after another, and the start. A supervisor is signed in. */
export async function startInTheWindow({ page }: Office, { title, supervisor, folder }: { title: string; supervisor: string; folder: string }): Promise<void> {
  await goTo(page, '契約')
  await page.getByRole('main').getByRole('link', { name: title }).click()
  await appointSupervisor(page, supervisor)
  await registerPlace(page, { name: '本社3階 第2作業室', room: '本社ビル3階 第2作業室' })
  await registerDevice(page, 'PC-021', '本社3階 第2作業室')
  await checkDevice(page)
  await expect(page.getByText(/は「適合」です。/)).toBeVisible()
  await recogniseDevice(page, 'PC-021')
  await goToChecklist(page, title)
  await registerEmergencyPlan(page, folder)
  await press(page, '着手する')
  await expect(page.getByText('業務に着手しました')).toBeVisible()
  await readSpecification(page, title)
}
