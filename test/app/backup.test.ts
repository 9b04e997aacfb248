import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { hikari, mizuno } from '../../cli/demo/people.ts'
import { expect, test } from './launch.ts'
import { fillIn, press } from './parts/at-the-page.ts'
import { deskBehind } from './parts/behind-the-page.ts'
import { looksProper } from './parts/looking.ts'
import { lock, signIn } from './parts/the-door.ts'

test('a vault is backed up at one window and comes back at another with the recovery key: the same ledger', async ({ openOffice }) => {
  const stick = mkdtempSync(join(tmpdir(), 'azukari-stick-'))
  const [here, there] = await Promise.all([openOffice(), openOffice()])
  const desk = deskBehind(here.page)
  const { recoveryKey } = await desk.vault.create({ organisation: hikari, administrator: mizuno })
  await here.page.reload()

  await here.page.getByRole('link', { name: '設定' }).click()
  await here.page.getByRole('link', { name: 'バックアップを開く' }).click()
  await here.answerFileDialog(stick)
  await press(here.page, '保存先を選ぶ')
  await press(here.page, '設定する')
  await press(here.page, '今すぐ作る')
  await expect(here.page.getByText('バックアップを作り、組み立て直して確かめました。')).toBeVisible()
  await looksProper(here.page)
  await here.screenshot('backup-made')
  const [name = ''] = readdirSync(stick)

  const { page } = there
  await press(page, 'バックアップから復元')
  await there.answerFileDialog(join(stick, name))
  await press(page, 'バックアップを選ぶ')
  const own = '別の机で決めた新しいことば'
  await fillIn(page, { '復旧キー': recoveryKey, ID: mizuno.loginId, '新しいパスワード': own, 'パスワード（もう一度）': own })
  await looksProper(page)
  await there.screenshot('backup-restore')
  await press(page, '復元する')
  await press(page, 'サインインへ')
  await signIn(page, mizuno.loginId, own)
  await expect(page.getByRole('heading', { name: '今日' })).toBeVisible()

  const [before, after] = await Promise.all([desk.ledger.entries({ from: 0, count: 100 }), deskBehind(page).ledger.entries({ from: 0, count: 100 })])
  const size = after.entries.findIndex(({ type }) => type === 'vault-restored')
  expect(size).toBeGreaterThan(3)
  expect(after.entries.slice(0, size)).toEqual(before.entries.slice(0, size))

  await test.step('damaged at its own desk meanwhile, it does not open, and what can be read is taken out', async () => {
    await lock(here.page)
    const database = join(here.home, 'vault/vault.db')
    const damaged = readFileSync(database)
    damaged.fill(7, 0, 4096)
    writeFileSync(database, damaged)
    await signIn(here.page, mizuno.loginId, mizuno.password)
    await expect(here.page.getByRole('heading', { name: '保管庫が壊れています' })).toBeVisible()
    await looksProper(here.page)
    await here.answerFileDialog(stick)
    await press(here.page, '読み取れる記録を取り出す')
    await expect(here.page.getByRole('status')).toContainText(/(\d+)件のうち\1件の記録を取り出しました/)
    await here.screenshot('damaged-rescued')
    const rescued = readFileSync(join(stick, 'azukari-rescued/entries.ndjson'), 'utf8').trim().split('\n').map((line) => (JSON.parse(line) as { type: string }).type)
    expect(rescued.slice(0, before.entries.length)).toEqual(before.entries.map(({ type }) => type))
    expect(readFileSync(database)).toEqual(damaged)
    // What lies in the folder already is not written over.
    await press(here.page, '読み取れる記録を取り出す')
    await expect(here.page.getByText('同じ名前のファイルが既にあります')).toBeVisible()
    await press(here.page, 'バックアップから復元')
    await expect(here.page.getByRole('heading', { name: 'バックアップから復元する' })).toBeVisible()
  })

  await test.step('the same page in English, and the same entries', async () => {
    await here.page.evaluate(() => localStorage.setItem('azukari.language', 'en'))
    await here.page.reload()
    await fillIn(here.page, { ID: mizuno.loginId, Password: mizuno.password })
    await press(here.page, 'Open')
    await expect(here.page.getByRole('heading', { name: 'The vault is damaged' })).toBeVisible()
    await looksProper(here.page)
    mkdirSync(join(stick, 'in-english'))
    await here.answerFileDialog(join(stick, 'in-english'))
    await press(here.page, 'Take out what can be read')
    await expect(here.page.getByRole('status')).toContainText(/(\d+) of \1 entries were taken out/)
    await here.screenshot('damaged-in-english')
    expect(readFileSync(join(stick, 'in-english/azukari-rescued/entries.ndjson'))).toEqual(readFileSync(join(stick, 'azukari-rescued/entries.ndjson')))
    await press(here.page, 'Restore from a backup')
    await expect(here.page.getByRole('heading', { name: 'Restore from a backup' })).toBeVisible()
  })
  rmSync(stick, { recursive: true, force: true })
})
