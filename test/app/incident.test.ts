import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ContractId } from '../../core/contracts/contract-of-work.ts'
import type { FilesWiped } from '../../core/wipes/wipe.ts'
import { expect, test, type Office } from './launch.ts'
import { chooseAmong, fillIn, goTo, press } from './parts/at-the-page.ts'
import { atWork } from './parts/at-work.ts'
import { deskBehind } from './parts/behind-the-page.ts'
import { today } from './parts/founded.ts'
import { inMain } from './parts/in-main.ts'
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
  const wiping = await beginErasing(office, table, contract!.id)

  await test.step('whoever finds it presses one button on 今日, and writes what is known', async () => {
    await press(page, '事故・おそれを報告')
    await chooseAmong(page, '対象の預り情報', 'R09_shiminzei_atena.csv')
    await fillIn(page, { '対象（例：USBメモリ、封筒）': '校正用のUSBメモリ', 場所: '青葉野駅から市役所まで', 発生状況: '着いたとき、鞄にUSBメモリがなかった。' })
    await expect(page.getByText('この契約の消去が進んでいます')).toBeVisible()
    await expect(page.getByRole('checkbox', { name: /^中止する：作業領域/ })).toBeChecked()
    await looksProper(page)
    await press(page, '記録して第一報へ進む')
    await expect(page.getByRole('form', { name: '第一報を発行します' })).toBeVisible()
    await page.evaluate(() => window.scrollTo(0, 0))
    await expect(page.getByText(/^第一報の期限まで/u)).toBeVisible()
    await office.screenshot('190-incident-found')
  })

  await test.step('R-36 what was being erased is stopped in the same step, and its record says why', async () => {
    await letWrite(office)
    const { outcome, wipe } = await wiping.ended
    expect([outcome, wipe?.result, wipe?.remarks]).toEqual(['abandoned', '中止', '証拠保全のため中止（事故I-R8-017-001）'])
    expect(await desk.freezes.erasures({ contractId: contract!.id })).toEqual([])
    await expect(page.getByText('進行中の消去の中止を指示した').first()).toBeVisible()
  })

  await test.step('R-36 a button says so before it is pressed, and leads to the incident', async () => {
    await goTo(page, '契約')
    await page.getByRole('link', { name: contract!.title }).click()
    const correct = page.getByRole('button', { name: '記録を訂正する', exact: true })
    await expect(correct).toHaveAttribute('aria-disabled', 'true')
    await expect(correct).toHaveAccessibleDescription(/証拠保全中のため、まだできません（事故I-R8-017-001）/)
    await looksProper(page)
    await correct.scrollIntoViewIfNeeded()
    await office.screenshot('193-frozen-button')
    await page.getByRole('link', { name: 'I-R8-017-001を見る' }).first().click()
    await expect(page.getByRole('form', { name: '第一報を発行します' })).toBeVisible()
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
    // What was stopped counts as the response already.
    await expect(page.getByRole('form', { name: '続報を発行します' })).toBeVisible()
    expect(readdirSync(reports).map((name) => name.split('.').at(-1)).toSorted()).toContain('pdf')
    await press(page, '経過を記録する')
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

/** 𠮷田 erases a file of the contract, and the disk is slow: every write to it waits. */
async function beginErasing(office: Office, table: string, contractId: ContractId): Promise<{ ended: Promise<FilesWiped> }> {
  const desk = deskBehind(office.page)
  const folder = join(table, 'working')
  mkdirSync(folder)
  writeFileSync(join(folder, 'proof.csv'), Buffer.alloc(8 << 20, 'x'))
  const people = await desk.people.list()
  const by = (name: string) => people.find((person) => person.name.includes(name))!.id
  const plan = await desk.disposals.plan({
    contractId, plannedOn: today, place: '本社3階 第2作業室', operator: by('𠮷田'), verifier: by('大庭'), outsourcer: '', remarks: '', noticeRequested: null, witnessRequested: null,
    targets: [{ kind: 'files', medium: null, paths: [folder], itemIds: [], information: '校正用データ', mediaName: '作業領域', quantity: 1, unit: '式', method: 'files', end: '廃棄', importanceClass: 'その他', myNumber: false, consentRef: '' }],
  })
  await holdWriting(office)
  const ended = desk.disposals.wipeFiles({ planId: plan.id, targetNo: 1, listSha256: null, pattern: 'tile', readBack: true, hardLinks: 'leave', readOnly: 'leave', freeSpace: false, witness: null, second: null })
  await expect.poll(async () => (await desk.freezes.erasures({ contractId })).map(({ stops }) => stops)).toEqual([true])
  // Not the promise itself: it would be waited for.
  return { ended }
}

interface Held { waiting?: (() => void)[] | null }

/** From now on large writes of the main process wait. Files are erased in it, unlike drives. */
async function holdWriting({ app }: Office): Promise<void> {
  await inMain(app, async () => {
    const handle = await process.getBuiltinModule('node:fs/promises').open(process.execPath, 'r')
    const files = Object.getPrototypeOf(handle) as { write(bytes: Uint8Array, ...rest: unknown[]): Promise<unknown> }
    await handle.close()
    const write = files.write
    const held = globalThis as unknown as Held
    held.waiting = []
    files.write = function (bytes, ...rest) {
      const later = held.waiting
      if (!later || bytes.length < 1 << 20) return write.call(this, bytes, ...rest)
      return new Promise<void>((go) => { later.push(go) }).then(() => write.call(this, bytes, ...rest))
    }
  })
}

async function letWrite({ app }: Office): Promise<void> {
  await inMain(app, () => {
    const held = globalThis as unknown as Held
    const waiting = held.waiting ?? []
    held.waiting = null
    for (const go of waiting) go()
  })
}
