import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { hikari, mizuno } from '../../cli/demo/people.ts'
import { expect, test } from './launch.ts'
import { fillIn, press } from './parts/at-the-page.ts'
import { deskBehind } from './parts/behind-the-page.ts'
import { looksProper } from './parts/looking.ts'
import { signIn } from './parts/the-door.ts'

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
  rmSync(stick, { recursive: true, force: true })
})
