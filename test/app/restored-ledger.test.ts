import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Locator } from '@playwright/test'
import { PASSWORD } from '../../cli/demo/people.ts'
import { landedHomes, layOut } from '../migrations/landed.ts'
import { expect, test, type Office } from './launch.ts'
import { choose, dropFiles, fillIn, goTo, press } from './parts/at-the-page.ts'
import { deskBehind } from './parts/behind-the-page.ts'
import { foundBoth } from './parts/founded.ts'
import { inMain } from './parts/in-main.ts'
import { looksProper } from './parts/looking.ts'
import { importDocuments } from './parts/the-city.ts'
import { issueLetter } from './parts/the-letters.ts'
import { lock, signIn } from './parts/the-door.ts'

/** A ledger that was set back to a backup: what its own desk asks before it gives a number again, and what the city decides (article 17①). */
test('a ledger that was set back gives no number twice, and goes on with the city only when the city says so', async ({ openOffice }) => {
  const table = mkdtempSync(join(tmpdir(), 'azukari-table-'))
  const folder = (name: string): string => { mkdirSync(join(table, name), { recursive: true }); return join(table, name) }
  const [contractor, city] = await Promise.all([openOffice(), openOffice()])
  await foundBoth(contractor, city, table)
  const { page } = contractor
  const desk = deskBehind(page)
  const theirs = deskBehind(city.page)
  await desk.vault.unlock({ loginId: 'mizuno', password: PASSWORD })
  const [contract] = await desk.contracts.list()
  if (!contract) throw new Error('there is a contract')
  const letter = async (): Promise<{ docNo: string; path: string }> => {
    const { id, docNo } = await desk.forms.issue({ contractId: contract.id, form: 'F-00', subjectId: null, kind: '新規', reason: '', changesDocNo: '' })
    return { docNo, path: ending((await desk.documents.submit({ id, into: folder(docNo) })).paths, '.json') }
  }
  const station = async (office: Office, name: string, about?: Locator): Promise<void> => {
    await looksProper(office.page)
    if (about) await about.evaluate((element) => element.scrollIntoView({ block: 'center' }))
    await office.screenshot(name)
  }
  const first = await letter()
  const made = await desk.backup.make({ folder: folder('backups') })
  if (made.outcome !== 'made' || !made.backup.made) throw new Error(made.outcome)
  const lost = [await letter()]
  // Whatever is done at the restored desk, its ledger stays shorter than the one that the city knows of.
  for (let n = 0; n < 40; n++) await desk.backup.setPlan({ plan: null })
  lost.push(await letter())
  await theirs.city.import({ paths: [first.path, ...lost.map(({ path }) => path)], cityReceiptNo: 'R8税収1234', contractId: null })
  const last = lost.at(-1)?.docNo ?? ''

  await test.step('the backup is behind the vault that lies here: what is lost is said, and has to be typed', async () => {
    await page.reload()
    await lock(page)
    await press(page, 'バックアップから復元')
    await contractor.answerFileDialog(made.backup.made?.path ?? '')
    await press(page, 'バックアップを選ぶ')
    await page.getByRole('radio', { name: 'IDとパスワード' }).check()
    await fillIn(page, { ID: 'mizuno', 'パスワード': PASSWORD })
    await press(page, '復元する')
    const behind = page.getByRole('alert')
    await expect(behind).toContainText('今ここにある保管庫')
    const [, confirmation = ''] = /「(\d+-[0-9a-f]{4})」/.exec(await behind.innerText()) ?? []
    await fillIn(page, { '確認欄': confirmation })
    await station(contractor, '300-backup-behind', behind)
    await press(page, '復元する')
    await press(page, 'サインインへ')
    await signIn(page, 'mizuno', PASSWORD)
  })

  await test.step('nothing is numbered until somebody has said which numbers were given; then numbering goes on behind them', async () => {
    await expect(page.getByText('失われた記録で付けた番号が分かりません')).toBeVisible()
    await goTo(page, '書類')
    await press(page, '書面を発行する')
    await choose(page, '書面', 'F-00')
    await press(page, '発行する')
    const refused = page.getByRole('alert').filter({ hasText: '既に使った番号を記録してから' })
    await expect(refused).toBeVisible()
    await station(contractor, '301-numbers-unsaid', refused)

    await page.getByRole('link', { name: '設定' }).click()
    await page.getByRole('link', { name: 'バックアップを開く' }).click()
    await fillIn(page, { '伝えた相手・日時・方法': '総務部税務課 森川様 電話' })
    await press(page, '市に伝えたことを記録')
    await expect(page.getByText('市に伝えました')).toBeVisible()
    const numbers = page.getByRole('form', { name: '既に使った番号' })
    await fillIn(numbers, { '番号（1行に1つ）': last, '確かめたもの': '市の収受簿' })
    await station(contractor, '302-numbers-given', numbers)
    await fillIn(numbers, { '番号（1行に1つ）': `${last}\nA-R9-999-001` })
    await press(numbers, '番号を記録する')
    await expect(numbers.getByRole('alert')).toContainText('A-R9-999-001')
    await fillIn(numbers, { '番号（1行に1つ）': last })
    await press(numbers, '番号を記録する')
    await expect(numbers.getByText('既に使った番号を記録しました。')).toBeVisible()
    await issueLetter(page, 'F-00')
    await expect(page.getByText(behindIt(last)).first()).toBeVisible()
  })

  const papers = await desk.receipts.list({ contractId: contract.id })
  const { id } = papers.find(({ docNo }) => docNo === behindIt(last)) ?? { id: '' }
  const paper = ending((await desk.documents.submit({ id, into: folder('after') })).paths, '.json')
  await test.step('to the city it is a ledger that became shorter: nothing is taken in, and it says so', async () => {
    const results = await importDocuments(city.page, [paper], 'R8税収1235')
    await expect(results).toContainText('取り込んでいません')
    await goTo(city.page, '受託者の台帳')
    const cut = city.page.getByRole('alert', { name: '台帳が短くなっています（ROLLBACK）' })
    await expect(cut).toBeVisible()
    await station(city, '303-cut', cut)
  })

  await test.step('its proof tells of the restoring; the city sees what is gone, and decides with a reason', async () => {
    await dropFiles(city.page, [ending((await desk.answers.saveConsistency({ into: folder('proof') })).paths, '.txt')])
    const restored = city.page.getByLabel('台帳が復元されています')
    await expect(restored).toContainText('森川様 電話')
    for (const { docNo } of lost) await expect(restored).toContainText(docNo)
    const accept = restored.getByRole('button', { name: '続きとして認める', exact: true })
    await expect(accept).toHaveAttribute('aria-disabled', 'true')
    await station(city, '304-restored', restored.getByRole('form'))
    await fillIn(restored, { '判断の理由': '書面の説明を待つ' })
    await press(restored, '認めない（取り込まないまま）')
    await expect(restored).toContainText('認めないと判断しました')
    await fillIn(restored, { '判断の理由': 'ディスクの故障。書面で説明を受けた。' })
    await accept.click()
    await expect(restored).toContainText('続きとして認めました')
    await expect(city.page.getByRole('alert')).toHaveCount(0)
    await station(city, '305-accepted', restored)
    await expect(await importDocuments(city.page, [paper], 'R8税収1235')).toContainText('署名も値も真正です')
  })

  expect([...contractor.complaints, ...city.complaints]).toEqual([])
  rmSync(table, { recursive: true, force: true })
})

test('a ledger that an older program left is read anew at the door, which says how far it is', async ({ openOffice }) => {
  const table = mkdtempSync(join(tmpdir(), 'azukari-older-'))
  const [landed] = landedHomes()
  if (!landed) throw new Error('homes of older versions are kept')
  const { app, page, screenshot } = await openOffice({ home: layOut(landed, join(table, 'home')) })
  await holdBetweenPieces(app)
  await signIn(page, landed.loginId, landed.password)
  await expect(page.getByRole('status').filter({ hasText: '台帳を読み込んでいます' })).toBeVisible()
  await expect(page.getByText(new RegExp(`${landed.size}件のうち\\d+件まで読み込みました`))).toBeVisible()
  await looksProper(page)
  await screenshot('306-reading-anew')
  await letGo(app)
  await expect(page.getByText('読み込みました')).toBeHidden()
  await expect(page.getByRole('heading', { name: 'サインイン' })).toBeHidden()
  await expect(page.getByRole('alert')).toHaveCount(0)
  rmSync(table, { recursive: true, force: true })
})

/** From now on the desk stops between one piece of the ledger and the next, on however fast a machine, and answers meanwhile. */
const holdBetweenPieces = (app: Office['app']): Promise<void> => inMain(app, () => {
  const timers = process.getBuiltinModule('node:timers/promises') as { setImmediate: () => Promise<void> }
  const main = globalThis as unknown as { letGo?: () => void }
  const breathe = timers.setImmediate
  const held = new Promise<void>((settle) => { main.letGo = () => { timers.setImmediate = breathe; settle() } })
  timers.setImmediate = () => held
})
const letGo = (app: Office['app']): Promise<void> => inMain(app, () => { (globalThis as unknown as { letGo?: () => void }).letGo?.() })

/** The number that follows. */
const behindIt = (docNo: string): string => docNo.replace(/\d+$/, (digits) => String(Number(digits) + 1).padStart(digits.length, '0'))
const ending = (paths: readonly string[], end: string): string => {
  const path = paths.find((one) => one.endsWith(end))
  if (path === undefined) throw new Error(`${paths.join(', ')}: none ends in ${end}`)
  return path
}
