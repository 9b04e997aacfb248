import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Locator } from '@playwright/test'
import { PASSWORD } from '../../cli/demo/people.ts'
import { expect, test } from './launch.ts'
import { atWork } from './parts/at-work.ts'
import { choose, goTo, openRow, pickDay, pickNow, press, tick } from './parts/at-the-page.ts'
import { deskBehind } from './parts/behind-the-page.ts'
import { signBeside } from './parts/disposing.ts'
import { looksProper } from './parts/looking.ts'
import { lock, signIn } from './parts/the-door.ts'

/**
 * Steps 7, 8, 10 and 13 of the scenario, as two clerks go them at one window: a copy, a subcontract, a letter that the city asked for, and
 * papers that are carried out and come back. What must be refused on the way is tried first.
 */
test('copies, subcontracts, letters and carry-outs go their way, and nothing goes past its rule', async ({ openOffice }) => {
  const table = mkdtempSync(join(tmpdir(), 'azukari-table-'))
  const folder = (name: string): string => { mkdirSync(join(table, name), { recursive: true }); return join(table, name) }
  const office = await openOffice()
  const { page } = office
  /** Leaves a picture: of the page from its head, or around what it is about. */
  const station = async (name: string, about?: Locator): Promise<void> => {
    await looksProper(page)
    if (about) await about.evaluate((element) => element.scrollIntoView({ block: 'center' }))
    else await page.evaluate(() => window.scrollTo(0, 0))
    await office.screenshot(name)
  }
  /** Types into boxes, each by the name that it bears. */
  const write = async (words: Readonly<Record<string, string>>): Promise<void> => {
    for (const [name, said] of Object.entries(words)) await page.getByRole('textbox', { name, exact: true }).fill(said)
  }
  /** The button is there, does nothing, and says why beside itself. */
  const isRefused = async (name: string, why: string | RegExp): Promise<void> => {
    const button = page.getByRole('button', { name, exact: true })
    await expect(button).toHaveAttribute('aria-disabled', 'true')
    await expect(button).toHaveAccessibleDescription(why)
    await button.hover()
    await expect(page.getByRole('tooltip')).toContainText(why)
  }
  await atWork(office, table)

  await test.step('step 7: a copy without a purpose is refused (R-23), then it is approved and written (article 11(8))', async () => {
    await goTo(page, '複製')
    await station('70-no-copies')
    await press(page, '複製を申請する')
    await choose(page, '元の情報', 'R09_shiminzei_atena.csv')
    await write({ '保管場所': 'PC-021 作業領域（本社3階 第2作業室）' })
    await pickDay(page, '使用期限', 1)
    await tick(page, '作業責任者がここにいて、すぐに承認する')
    await signBeside(page, '承認する作業責任者', { loginId: 'mizuno', password: PASSWORD })
    await isRefused('申請する', '「目的」を入力してください。')
    await station('71-copy-without-purpose', page.getByRole('button', { name: '申請する' }))
    await expect(askForCopy()).rejects.toMatchObject({ objections: [{ code: 'copy-without-purpose', rule: 'R-23' }] })
    await write({ '目的': '割付処理' })
    await press(page, '申請する')
    await expect(page.getByRole('form', { name: '保管庫から書き出します' })).toBeVisible()
    await station('72-copy-approved')
    const into = folder('work')
    await office.answerFileDialog(into)
    await press(page, '書き出す先のフォルダ')
    await press(page, '書き出す')
    await expect(page.getByText('書き出しました')).toBeVisible()
    expect(readdirSync(into)).toHaveLength(1)
    await station('73-copy-made')
    // A print that nobody approved is refused, and that it was tried is written down.
    await expect(tryToPrint()).rejects.toMatchObject({ objections: [{ code: 'print-not-approved', rule: 'R-23' }] })
    const { entries } = await deskBehind(page).ledger.entries({ from: 0, count: 1000 })
    expect(entries.filter(({ type }) => type === 'print-attempted')).toMatchObject([{ data: { outcome: 'refused', why: ['print-not-approved'] } }])
  })

  await test.step('step 8: a subcontract is applied for only with all six facts, and approved with a condition (article 9②)', async () => {
    await goTo(page, '再委託')
    await press(page, '再委託を申請する')
    await write({ '再委託先の名称＊': '有限会社しらかば封入', '所在地': '架空県ひかりの丘市西町4番5号', '再委託をする理由＊': '封入封緘の設備が社内にないため', '処理する内容＊': '納税通知書の封入封緘', '取り扱う情報＊': '印刷済みの納税通知書', '安全性及び信頼性を確保する対策＊': 'プライバシーマークの認証、作業室の施錠と入退室記録' })
    await station('74-subcontract-draft')
    await press(page, '下書きを保存する')
    await isRefused('申請を記録する', /まだ書かれていない事項：.*監督/)
    await station('75-supervision-missing')
    await press(page, '内容を直す')
    await write({ '管理及び監督の方法＊': '毎月の立入検査と作業日報の提出' })
    await press(page, '直した内容を保存する')
    await press(page, '申請を記録する')
    await page.getByRole('radio', { name: '条件付承認' }).check()
    await isRefused('回答を記録する', /市の番号|甲の番号/)
    await write({ '甲の番号': 'R8税再0007' })
    await tick(page, '再々委託の禁止（再々委託の申請を止めます）')
    await station('76-approved-with-condition')
    await press(page, '回答を記録する')
    await expect(page.getByRole('form', { name: '再委託先との契約を記録します' })).toBeVisible()
    await station('77-subcontract-approved')
  })

  await test.step('step 13: the city asks for F-33; it is issued and handed in (article 16②)', async () => {
    await goTo(page, '書類')
    await press(page, '求めを見る')
    await page.getByRole('button', { name: '求めを記録する', exact: true }).first().click()
    const sheet = page.getByRole('dialog', { name: '求めを記録する' })
    await choose(sheet, '書類', 'F-33')
    await pickDay(sheet, '提出期限', 1)
    await sheet.getByRole('textbox', { name: '市の文書番号等' }).fill('青税第88号')
    await office.screenshot('78-request')
    await press(sheet, '記録する')
    await expect(sheet).toBeHidden()
    const asked = await openRow(page, '取扱状況報告書')
    await expect(asked.getByText('提出できる書面がまだ発行されていません。')).toBeVisible()
    await office.screenshot('79-nothing-to-hand-in')
    await press(asked, '書面を発行する')
    await choose(page, '書面', 'F-33')
    await page.getByRole('combobox', { name: '対象', exact: true }).click()
    await page.getByRole('option').first().click()
    await expect(page.getByRole('heading', { name: '記載内容' })).toBeVisible()
    await station('80-report')
    await press(page, '発行する')
    await expect(page.getByText('取扱状況報告書を発行しました')).toBeVisible()
    await station('81-report-issued')
    await goTo(page, '書類')
    await press(page, '求めを見る')
    const again = await openRow(page, '取扱状況報告書')
    const toCity = folder('to-city')
    await office.answerFileDialog(toCity)
    await press(again, '提出する')
    await expect(again.getByLabel('市の収受番号', { exact: true })).toBeVisible()
    expect(readdirSync(toCity).some((name) => name.endsWith('.pdf'))).toBe(true)
    await office.screenshot('82-handed-in')
    await press(again, '閉じる')
  })

  let no = ''
  await test.step('step 10: papers are to be carried out; whoever applies does not approve (R-08)', async () => {
    await goTo(page, '持出')
    await station('83-no-carry-outs')
    await press(page, '持出を申請する')
    await page.getByRole('radio', { name: '紙の文書' }).check()
    await write({ '内容（持出管理簿に書く名前）': '校正紙', '数量': '3', '運ぶ間の守り方': '鍵のかかるかばん（鍵は作業責任者が保管）', '利用目的': '納品確認', '持ち出し先': '青葉野市役所 税務課', '経路・手段': '社用車で直行・直帰', '消去するもの': '確認用端末に写したファイル' })
    await pickNow(page, '持ち出す予定')
    await station('84-apply')
    await press(page, '申請する')
    await isRefused('承認する', '申請した人は承認できません。ほかの作業責任者に依頼してください。')
    await office.screenshot('85-own-approval')
    no = (await page.getByRole('heading', { level: 1 }).textContent() ?? '').split('　')[0] ?? ''
  })

  await test.step('another supervisor approves; without the city’s number nothing goes out (R-07)', async () => {
    await lock(page)
    await signIn(page, 'mizuno', PASSWORD)
    await goTo(page, '持出')
    await press(page, `${no}を開く`)
    await page.getByRole('textbox', { name: '承認の条件（あれば）' }).fill('直行・直帰とする')
    await press(page, '承認する')
    await isRefused('甲の承認を記録する', '「甲承認番号」を入力してください。')
    await station('86-without-number')
    await expect(goOut()).rejects.toMatchObject({ objections: [{ code: 'city-approval-missing', rule: 'R-07' }] })
    await write({ '甲承認番号': 'R8税承0061' })
    await press(page, '甲の承認を記録する')
    await station('87-permitted')
  })

  await test.step('out, erased there, and back before somebody who did not carry it', async () => {
    await press(page, '持出を記録して出る')
    await expect(page.getByRole('form', { name: '返却を確認します' })).toBeVisible()
    await station('88-out')
    await goTo(page, '今日')
    await station('89-today-out')
    await goTo(page, '持出')
    await station('90-out-now')
    await press(page.getByRole('region', { name: '今、外にあるもの' }), `${no}を開く`)
    await write({ '施錠して保管する場所': '施錠キャビネットC-2' })
    await signBeside(page, '返却を確認する人', { loginId: 'yoshida', password: PASSWORD })
    await press(page, '返却を確認した')
    await expect(page.getByRole('alert')).toBeVisible()
    await station('91-carrier-confirms', page.getByRole('alert'))
    await signBeside(page, '返却を確認する人', { loginId: 'oba', password: PASSWORD })
    await press(page, '返却を確認した')
    await expect(page.getByRole('form', { name: '持ち出し先での消去を記録します' })).toBeVisible()
    await station('92-erasure-open')
    await write({ '消去のしかた': '確認用端末から消去し、ごみ箱も空にした' })
    await press(page, '消去を記録する')
    await expect(page.getByText('完了しました。')).toBeVisible()
    await station('93-completed')
  })

  await test.step('the ledger of carry-outs tells the whole story of the row (F-12)', async () => {
    await goTo(page, '台帳')
    await station('94-ledgers')
    await page.getByRole('link', { name: '持出管理簿を開く' }).click()
    await expect(page.getByRole('gridcell', { name: no })).toBeVisible()
    await station('95-carry-out-ledger')
    await page.getByRole('gridcell', { name: no }).click()
    const row = page.getByRole('dialog', { name: new RegExp(no) })
    const history = row.getByRole('region', { name: '履歴' })
    await expect(history).toContainText('水野 灯里')
    await expect(history).toContainText('𠮷田 美咲')
    expect(await history.getByRole('listitem').count(), 'applied, approved, permitted, out, back, erased').toBeGreaterThanOrEqual(6)
    await office.screenshot('96-row-with-history')
  })

  expect(office.complaints).toEqual([])
  rmSync(table, { recursive: true, force: true })

  /** What the page does not offer, asked of the desk itself: no copy without a purpose. */
  async function tryToPrint(): Promise<unknown> {
    const desk = deskBehind(page)
    const [contract] = await desk.contracts.list()
    const [item] = contract ? await desk.packages.items({ contractId: contract.id }) : []
    if (!contract || !item) throw new Error('there is something to print')
    return desk.copies.print({ contractId: contract.id, itemId: item.id, copyId: null, sheets: 3 })
  }

  async function askForCopy(): Promise<unknown> {
    const desk = deskBehind(page)
    const [contract] = await desk.contracts.list()
    if (!contract) throw new Error('there is a contract')
    const [item] = await desk.packages.items({ contractId: contract.id })
    return desk.copies.request({ contractId: contract.id, itemId: item?.id ?? null, kind: '作業用', purpose: '', place: 'PC-021', medium: null, useUntil: contract.periodTo, approver: null })
  }

  /** …and no going out before the city has said so. */
  async function goOut(): Promise<unknown> {
    const desk = deskBehind(page)
    const [contract] = await desk.contracts.list()
    if (!contract) throw new Error('there is a contract')
    const one = (await desk.carryOuts.list({ contractId: contract.id })).find((carryOut) => carryOut.no === no)
    if (!one) throw new Error(`there is ${no}`)
    return desk.carryOuts.goOut({ carryOutId: one.id, persons: one.persons, folder: null, typed: null })
  }
})
