import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Locator } from '@playwright/test'
import { hikari, mizuno, oba, PASSWORD, recipient, takahashi, yoshida } from '../../cli/demo/people.ts'
import { expect, test } from './launch.ts'
import { choose, closeSheet, dropFiles, fillIn, goTo, openRow, pickDay, press } from './parts/at-the-page.ts'
import { deskBehind } from './parts/behind-the-page.ts'
import { contractFrom, today } from './parts/founded.ts'
import { looksProper } from './parts/looking.ts'
import { designate, saveDesignation } from './parts/receiving.ts'
import { answer, holdSession, signOnScreen, sitTest } from './parts/the-education.ts'
import { handIn, issueLetter, recordRequest } from './parts/the-letters.ts'
import { giveAccount } from './parts/the-people.ts'
import { firstSignIn, lock, signIn } from './parts/the-door.ts'
import { appointSupervisor, checkDevice, goToChecklist, readSpecification, recogniseDevice, registerDevice, registerEmergencyPlan, registerPlace } from './parts/the-start.ts'
import { giveId, ON_THE_SLIP } from '../../cli/demo/own-password.ts'

/**
 * Steps 1 to 4 of the scenario, as the contractor's supervisor goes them: what the city asked for is handed in, people are educated, places and
 * devices are in order, and only then does work start. Whatever is tried too early says what is lacking, by which article, and where to see to it.
 */
test('work starts when everything is in order, and not a step before', async ({ openOffice }) => {
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
  const order = contractFrom(today)
  const begin = page.getByRole('button', { name: '着手する', exact: true })
  const line = (name: string): Locator => page.getByRole('listitem').filter({ has: page.getByRole('heading', { name, exact: true }) })

  const desk = deskBehind(page)
  await desk.vault.create({ organisation: hikari, administrator: mizuno })
  const specification = join(folder('contract'), 'tokki-shiyosho-v1.0.txt')
  writeFileSync(specification, '情報セキュリティ特記仕様書　v1.0（架空）\n第１条〜第２２条\n')
  const { sha256, name: fileName } = await desk.contracts.hashFile({ path: specification })
  const contract = await desk.contracts.open({ ...order, specification: { ...order.specification, sha256, fileName } })
  await desk.contracts.keepSpecification({ contractId: contract.id, version: 'v1.0', path: specification })
  await desk.contracts.addRecipient({ contractId: contract.id, recipient, exception: null })
  const deputy = await desk.people.register({ ...yoshida, roles: ['worker', 'supervisor'] })
  await desk.people.register(oba)
  await desk.people.register(takahashi)
  await giveId(desk, { personId: deputy.id, loginId: 'yoshida', password: PASSWORD }, { loginId: 'mizuno', password: PASSWORD })
  await page.reload()

  await test.step('step 1: nothing is in order, and the checklist says what and why (R-01, R-25, R-40)', async () => {
    await goToChecklist(page, order.title)
    await expect(begin).toHaveAttribute('aria-disabled', 'true')
    await expect(begin).toHaveAccessibleDescription(/作業責任者.*教育と誓約.*作業場所.*機器の点検.*緊急時対応計画/)
    await expect(line('機器の点検')).toContainText('第11条第10号キ')
    await expect(line('作業場所')).toContainText('第6条第1項')
    await station('100-nothing-in-order')
  })

  await test.step('step 2: the city asks for F-01 and F-05; until they are handed in, work does not start, nor is the place in use (articles 5①, 6①)', async () => {
    for (const form of ['F-01', 'F-05']) await recordRequest(page, form)
    await station('101-requests')
    await goTo(page, '契約')
    await page.getByRole('main').getByRole('link', { name: order.title }).click()
    await appointSupervisor(page, mizuno.name)
    await station('102-contract')
    await registerPlace(page, { name: '本社3階 第2作業室', room: '本社ビル3階 第2作業室' })
    await expect(page.getByText('甲から作業場所届出書（F-05）の求めがあります。')).toBeVisible()
    await station('103-place-not-handed-in')
    await goToChecklist(page, order.title)
    await expect(line('甲から求められた届出')).toContainText('F-05')
    await expect(line('作業場所')).toContainText('未了')
  })

  await test.step('both are issued and handed in; a supervisor does not change on the day of the notice (article 5③)', async () => {
    for (const [form, title] of [['F-01', '作業責任者・連絡体制届出書'], ['F-05', '作業場所届出書']] as const) {
      await issueLetter(page, form)
      if (form === 'F-05') await station('104-letter-issued')
      await handIn(office, title, folder(form))
    }
    await goTo(page, '人と場所')
    await page.getByRole('link', { name: '作業場所', exact: true }).click()
    await expect(page.getByRole('cell', { name: '使用中（提出済）' })).toBeVisible()
    await station('105-place-in-use')

    await goTo(page, '契約')
    await page.getByRole('main').getByRole('link', { name: order.title }).click()
    await press(page, '作業責任者を変更する')
    const sheet = page.getByRole('dialog', { name: '作業責任者を変更する' })
    await choose(sheet, '新しい作業責任者', yoshida.name)
    await pickDay(sheet, '変更日')
    await pickDay(sheet, '変更届の提出日')
    await fillIn(sheet, { '理由': '担当替え' })
    await press(sheet, '変更を記録する')
    await expect(sheet.getByRole('alert')).toContainText('第5条第3項')
    await sheet.getByRole('alert').scrollIntoViewIfNeeded()
    await office.screenshot('106-change-too-late')
    await closeSheet(sheet)
  })

  await test.step('step 4: a device with an application that may leak does not pass; put right, it does (R-25)', async () => {
    await registerDevice(page, 'PC-021', '本社3階 第2作業室')
    await checkDevice(page, { named: 'Winny' })
    await expect(page.getByText(/は「不適合」です。/)).toBeVisible()
    await station('107-check-failed')
    await goToChecklist(page, order.title)
    await expect(line('機器の点検')).toContainText('不適合')
    await press(page, '機器の点検：確かめる')
    const device = await openRow(page, 'PC-021')
    await press(device, '点検する')
    await checkDevice(page)
    await expect(page.getByText(/は「適合」です。/)).toBeVisible()
    await station('108-check-passed')
    await recogniseDevice(page, 'PC-021')
    await station('109-devices')
  })

  await test.step('step 3: who was absent from the session, or failed its test, is not educated (article 7)', async () => {
    await holdSession(page, { came: [mizuno.name, yoshida.name], missed: { [takahashi.name]: '派遣元の健康診断のため' } })
    await station('110-session')
    await press(page, '研修を記録する')
    await expect(page.getByText('補講待ち').first()).toBeVisible()
    await sitTest(page, 'wrong')
    await expect(page.getByText(/合格点は80点です/)).toBeVisible()
    await station('111-test-failed')
    await press(page, 'もう一度受ける')
    await answer(page, 'right')
    await expect(page.getByText('教育済になりました')).toBeVisible()
    await station('112-test-passed')
  })

  await test.step('the pledge is read and signed on the screen, by name (article 8②)', async () => {
    await signOnScreen(page, mizuno.name)
    await expect(page.getByText('従事可').first()).toBeVisible()
    await station('113-person')
  })

  await test.step('what is tried before the start is refused, and the sentence leads on (R-25)', async () => {
    await designate(page, { purpose: '納税通知書データの作成', place: '税務課窓口', list: 'ファイル名,サイズ,SHA-256,件数\nR09_shiminzei_atena.csv,927,,12' })
    await saveDesignation(page)
    await dropFiles(page, [fixture])
    await expect(page.getByRole('alert')).toContainText('業務に着手していません')
    await expect(page.getByRole('alert')).toContainText('第11条第10号キ')
    await station('114-not-started', page.getByRole('alert'))
  })

  await test.step('with the emergency plan everything is in order, and work starts (article 18②)', async () => {
    await goToChecklist(page, order.title)
    await registerEmergencyPlan(page, folder('plan'))
    await station('115-ready')
    await press(page, '着手する')
    await expect(page.getByText('業務に着手しました')).toBeVisible()
    await station('116-started')
  })

  await test.step('whoever has not read the specification handles nothing; read, it lets them (R-39)', async () => {
    await goTo(page, '受領')
    await press(page, '受け取る')
    await dropFiles(page, [fixture])
    await expect(page.getByRole('alert')).toContainText('第21条')
    await station('117-specification-not-read', page.getByRole('alert'))
    await readSpecification(page, order.title)
    await station('118-specification-read')
    await goTo(page, '受領')
    await press(page, '受け取る')
    await dropFiles(page, [fixture])
    await expect(page.getByRole('status').filter({ hasText: '合計' })).toContainText('927')
  })

  await test.step('𠮷田 came, and has not sat the test; 髙橋 was absent: neither may touch anything (R-01)', async () => {
    await giveAccount(page, takahashi.name, 'takahashi', ON_THE_SLIP)
    await lock(page)
    await firstSignIn(page, 'takahashi', ON_THE_SLIP, PASSWORD)
    await goTo(page, '受領')
    await press(page, '受け取る')
    await dropFiles(page, [fixture])
    await expect(page.getByRole('alert')).toContainText('髙橋 亮さんの教育が済んでいない')
    await expect(page.getByRole('alert')).toContainText('第7条')
    await station('119-not-educated', page.getByRole('alert'))
    await lock(page)
    await signIn(page, 'yoshida', PASSWORD)
    await sitTest(page, 'right')
    await signOnScreen(page, yoshida.name)
    await expect(page.getByText('従事可').first()).toBeVisible()
  })

  await test.step('𠮷 stands on paper as it is written (F-08)', async () => {
    await goTo(page, '書類')
    await issueLetter(page, 'F-08', yoshida.name)
    const into = folder('pledges')
    await office.answerFileDialog(into)
    await press(page, '提出する')
    await expect(page.getByRole('button', { name: 'もう一度保存する' }).or(page.getByText('保存しました。'))).toBeVisible()
    expect(execFileSync('pdftotext', [join(into, readdirSync(into).find((name) => name.endsWith('.pdf')) ?? ''), '-'], { encoding: 'utf8' })).toContain('𠮷田 美咲')
    await station('120-pledge-letter')
  })

  expect(office.complaints).toEqual([])
  rmSync(table, { recursive: true, force: true })
})

const fixture = resolve(import.meta.dirname, '../fixtures/R09_shiminzei_atena.csv')
