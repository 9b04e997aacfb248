import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Locator } from '@playwright/test'
import { oba, PASSWORD } from '../../cli/demo/people.ts'
import { expect, test } from './launch.ts'
import { choose, chooseAmong, fillIn, goTo, openRow, pickNow, press } from './parts/at-the-page.ts'
import { atWork } from './parts/at-work.ts'
import { deskBehind } from './parts/behind-the-page.ts'
import { registerConnected, signBeside } from './parts/disposing.ts'
import { looksProper } from './parts/looking.ts'
import { passTime } from './parts/the-clock.ts'
import { lock, signIn } from './parts/the-door.ts'
import { noSticks, plugIn, type PluggedIn } from './parts/the-stick.ts'

let stick: PluggedIn | undefined
test.afterEach(() => { stick?.pullOut() })

/**
 * Step 10 of the scenario on a medium of this machine: two people take it to the city hall and bring it back. What must be refused on the way is
 * tried first; then time passes, and what is not back is asked for, and at last drafted as an incident.
 */
test('a medium goes out sealed, approved twice and in time, and comes back before somebody else', async ({ openOffice }) => {
  test.skip(noSticks !== null, noSticks ?? '')
  const table = mkdtempSync(join(tmpdir(), 'azukari-table-'))
  const folder = (name: string): string => { mkdirSync(join(table, name), { recursive: true }); return join(table, name) }
  stick = plugIn(table, 'MED-2026-0003')
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
  await atWork(office, table)
  const desk = deskBehind(page)
  const [contract] = await desk.contracts.list()
  if (!contract) throw new Error('there is a contract')
  const [item] = await desk.packages.items({ contractId: contract.id })
  const sealed = await desk.packages.seal({ contractId: contract.id, itemIds: item ? [item.id] : [], paths: [], into: folder('sealed'), namesHidden: true, level: 4 })
  if (sealed.outcome !== 'verified') throw new Error('nobody called it off')
  await desk.media.register({ no: null, type: 'USBメモリ', maker: '架空電機', model: 'KD-16', serial: 'AZ0009Z9Z9', capacityBytes: 16e9, owner: '乙', ownerNo: '', storagePlace: '施錠キャビネットC-2', lockType: '鍵', keyHolder: oba.name })
  await page.reload()

  await test.step('the medium is registered as the machine reads it; another of the register is not the one that is plugged in (R-17)', async () => {
    const sheet = await registerConnected(page, { no: 'MED-2026-0003', serial: stick?.serial ?? '', storagePlace: '施錠キャビネットC-2', lockType: '鍵', keyHolder: oba.name })
    await press(sheet, '登録する')
    await expect(sheet).toBeHidden()
    await goTo(page, '梱包')
    const one = await openRow(page, sealed.package.no)
    await press(one, '媒体に書き込む')
    await choose(one, '書き込む媒体', 'MED-2026-0002')
    await office.answerFileDialog(stick?.folder ?? '')
    await press(one, '媒体のフォルダを選ぶ')
    await expect(one.getByText('選んだ媒体とは別の製造番号です').first()).toBeVisible()
    await isRefused('書き込む', '選んだ媒体とは別の製造番号です')
    await office.screenshot('130-other-medium')
    await choose(one, '書き込む媒体', 'MED-2026-0003')
    await expect(one.getByText('製造番号が媒体管理簿と一致しました')).toBeVisible()
    await press(one, '書き込む')
    await expect(one.getByText('媒体に書き込み、読み直して確かめました')).toBeVisible()
    await office.screenshot('131-written')
    await press(one, '閉じる')
  })

  let no = ''
  await test.step('only what was sealed and written to it can be taken along (R-09)', async () => {
    await goTo(page, '持出')
    await page.getByRole('button', { name: '持出を申請する' }).first().click()
    await fillIn(page, { '内容（持出管理簿に書く名前）': '納品データ', '利用目的': '納品確認', '持ち出し先': '青葉野市役所 税務課', '経路・手段': '社用車で直行・直帰', '消去するもの': '確認用端末に写したファイル' })
    await choose(page, '使う媒体', 'MED-2026-0002')
    await expect(page.getByText('この媒体に書き込んだ梱包がありません。')).toBeVisible()
    await isRefused('申請する', '持ち出す梱包を選んでください。')
    await station('132-nothing-sealed-on-it', page.getByText('この媒体に書き込んだ梱包がありません。'))
    await choose(page, '使う媒体', 'MED-2026-0003')
    await chooseAmong(page, 'この媒体に書き込んだ梱包', sealed.package.no)
    await chooseAmong(page, '持ち出す人', oba.name)
    await pickNow(page, '持ち出す予定')
    await station('133-apply')
    await press(page, '申請する')
    await isRefused('承認する', '申請した人は承認できません。ほかの作業責任者に依頼してください。')
    await station('134-own-approval')
    no = (await page.getByRole('heading', { level: 1 }).textContent() ?? '').split('　')[0] ?? ''
  })

  await test.step('another supervisor approves (R-08), the city’s number is written down (R-07)', async () => {
    await signInAndOpen('mizuno')
    await press(page, '承認する')
    await isRefused('甲の承認を記録する', '「甲承認番号」を入力してください。')
    await fillIn(page, { '甲承認番号': 'R8税承0061' })
    await press(page, '甲の承認を記録する')
    await signInAndOpen('yoshida')
  })

  await test.step('a folder of the desk itself is no medium (R-17); a plain file beside the package keeps it in (R-09)', async () => {
    await office.answerFileDialog(folder('on-the-desk'))
    await press(page, '媒体のフォルダを選ぶ')
    await press(page, '持出を記録して出る')
    await expect(page.getByRole('alert')).toContainText('第11条')
    await station('135-no-medium', page.getByRole('alert'))
    const plain = join(stick?.folder ?? '', '宛名一覧.csv')
    writeFileSync(plain, 'plain\n')
    await office.answerFileDialog(stick?.folder ?? '')
    await page.getByRole('button', { name: /媒体のフォルダを選ぶ|別のフォルダ/ }).first().click()
    await press(page, '持出を記録して出る')
    await expect(page.getByRole('alert')).toContainText('宛名一覧.csv')
    await station('136-plain-file', page.getByRole('alert'))
    rmSync(plain)
    await press(page, '持出を記録して出る')
    await expect(page.getByRole('form', { name: '返却を確認します' })).toBeVisible()
    await station('137-out')
  })

  await test.step('a minute after five it is overdue, and somebody is asked for it (R-10)', async () => {
    const [out] = await desk.carryOuts.list({ contractId: contract.id })
    await passTime(office, (out?.dueAt ?? 0) + 60_000 - Date.now())
    await goTo(page, '今日')
    await expect(page.getByText(no).first()).toBeVisible()
    await station('138-overdue')
    await goTo(page, '持出')
    await press(page.getByRole('region', { name: '今、外にあるもの' }), `${no}を開く`)
    await expect(page.getByText('返却期限を過ぎています。')).toBeVisible()
    await press(page, '督促を記録する')
    await fillIn(page, { '返事・様子（あれば）': 'まもなく戻ると回答' })
    await station('139-remind', page.getByRole('form', { name: '督促を記録します' }))
    await press(page.getByRole('form', { name: '督促を記録します' }), '督促を記録する')
    await expect(page.getByText('まもなく戻ると回答').first()).toBeVisible()
  })

  await test.step('a day later the draft of an incident lies there (R-10, article 18①)', async () => {
    await passTime(office, 24 * 3_600_000)
    await goTo(page, '今日')
    await station('140-incident')
    await goTo(page, '持出')
    await press(page.getByRole('region', { name: '今、外にあるもの' }), `${no}を開く`)
    await expect(page.getByText(/事故報告の下書き .* ができています。/)).toBeVisible()
    await station('141-incident-drafted')
  })

  await test.step('it comes back: who carried it does not confirm it; what was written there is erased there', async () => {
    await signBeside(page, '返却を確認する人', { loginId: 'oba', password: PASSWORD })
    await press(page, '返却を確認した')
    await expect(page.getByRole('alert')).toBeVisible()
    await signBeside(page, '返却を確認する人', { loginId: 'mizuno', password: PASSWORD })
    await press(page, '返却を確認した')
    await expect(page.getByRole('form', { name: '持ち出し先での消去を記録します' })).toBeVisible()
    await station('142-erasure-open')
    await fillIn(page, { '消去のしかた': '確認用端末から消去し、ごみ箱も空にした' })
    await press(page, '消去を記録する')
    await expect(page.getByText('完了しました。')).toBeVisible()
    await station('143-completed')
    expect(readdirSync(stick?.folder ?? '')).toHaveLength(1)
  })

  expect(office.complaints).toEqual([])
  rmSync(join(table, 'sealed'), { recursive: true, force: true })

  async function signInAndOpen(loginId: string): Promise<void> {
    await lock(page)
    await signIn(page, loginId, PASSWORD)
    await goTo(page, '持出')
    await press(page, `${no}を開く`)
  }
})
