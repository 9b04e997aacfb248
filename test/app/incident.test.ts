import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from './launch.ts'
import { chooseAmong, fillIn, goTo, press } from './parts/at-the-page.ts'
import { atWork } from './parts/at-work.ts'
import { deskBehind } from './parts/behind-the-page.ts'
import { looksProper } from './parts/looking.ts'
import { passTime } from './parts/the-clock.ts'

/** Branch I of the scenario: something is found missing, the first report leaves, its evidence is kept, and what was done is written down. */
test('R-35 from 今日 to a report in the city’s hands, and meanwhile nothing is corrected', async ({ openOffice }) => {
  const table = mkdtempSync(join(tmpdir(), 'azukari-table-'))
  const reports = join(table, 'reports')
  mkdirSync(reports)
  const office = await openOffice()
  const { page } = office
  await atWork(office, table)
  const desk = deskBehind(page)
  const [contract] = await desk.contracts.list()
  const [handover] = await desk.handovers.list({ contractId: contract!.id })

  await test.step('whoever finds it presses one button on 今日, and writes what is known', async () => {
    await press(page, '事故・おそれを報告')
    await chooseAmong(page, '対象の預り情報', 'R09_shiminzei_atena.csv')
    await fillIn(page, { '対象（例：USBメモリ、封筒）': '校正用のUSBメモリ', 場所: '青葉野駅から市役所まで', 発生状況: '着いたとき、鞄にUSBメモリがなかった。' })
    await looksProper(page)
    await press(page, '記録して第一報へ進む')
    await expect(page.getByRole('form', { name: '第一報を発行します' })).toBeVisible()
    await page.evaluate(() => window.scrollTo(0, 0))
    await office.screenshot('190-incident-found')
  })

  await test.step('an hour and a minute later 今日 is red (R-35)', async () => {
    await passTime(office, 61 * 60_000)
    await goTo(page, '今日')
    await expect(page.getByText('期限を過ぎても出ていません')).toBeVisible()
    await looksProper(page)
    await office.screenshot('191-first-report-late')
    await press(page, '第一報を出す')
  })

  await test.step('the first report is issued with what is known, and handed in', async () => {
    await press(page, '第一報を発行する')
    await office.answerFileDialog(reports)
    await press(page, '提出する')
    await expect(page.getByRole('form', { name: 'したことを記録します' })).toBeVisible()
    expect(readdirSync(reports).map((name) => name.split('.').at(-1)).toSorted()).toContain('pdf')
    await fillIn(page, { 内容: '鉄道会社の遺失物係に届け出た。' })
    await press(page, '経過を記録する')
    await expect(page.getByText('鉄道会社の遺失物係に届け出た。')).toBeVisible()
    await looksProper(page)
    await page.evaluate(() => window.scrollTo(0, 0))
    await office.screenshot('192-incident-response')
  })

  await test.step('R-36 nothing that it may concern is corrected meanwhile', async () => {
    await expect(desk.corrections.record({ kind: 'handover', id: handover!.id, field: 'purpose', after: '別の目的', reason: '誤記' })).rejects.toThrow('evidence-frozen')
    const [incident] = await desk.incidents.list({ contractId: contract!.id })
    expect(incident).toMatchObject({ state: 'responding', reports: [{ kind: '第一報', elapsedMinutes: expect.any(Number) as unknown }] })
    expect(incident!.reports[0]!.elapsedMinutes).toBeGreaterThan(60)
  })

  expect(office.complaints).toEqual([])
  rmSync(table, { recursive: true, force: true })
})
