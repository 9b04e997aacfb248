import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { mizuno, oba, PASSWORD } from '../../cli/demo/people.ts'
import { loopDevice, MARKER, noLoopDevices, type Image } from '../main/wiping/loop-device.ts'
import type { Locator } from '@playwright/test'
import { expect, test, type Office } from './launch.ts'
import { fillIn, goTo, press, tick } from './parts/at-the-page.ts'
import { askedLast, describePlan, isAtStep, prepareWipe, registerConnected, saveIssued, scanMedia, signBeside, toStep, typeLast } from './parts/disposing.ts'
import { foundBoth } from './parts/founded.ts'
import { looksProper } from './parts/looking.ts'
import { importDocuments } from './parts/the-city.ts'
import { holdAtFirstByte, letGo } from './parts/the-engine.ts'

const MiB = 2 ** 20
let image: Image | undefined
test.afterEach(() => { image?.remove() })

/**
 * Steps 14 to 16 of the scenario, on a block device of this machine: from the register to the certificate, and on to the city. What must
 * be refused on the way is tried first, and what is left on the medium is looked at with tools of others.
 */
test('a medium is planned, noticed, wiped before a witness, verified and certified, and the city believes the certificate', async ({ openOffice }) => {
  test.skip(noLoopDevices !== null, noLoopDevices ?? '')
  const table = mkdtempSync(join(tmpdir(), 'azukari-table-'))
  const folder = (name: string): string => { mkdirSync(join(table, name), { recursive: true }); return join(table, name) }
  image = loopDevice(64 * MiB)
  const stick = { no: 'MED-2026-0003', serial: serialOf(image.file), storagePlace: '本社3階 施錠キャビネットC-2', lockType: 'シリンダー錠', keyHolder: oba.name }
  expect(timesIn(image.file, MARKER)).toBe(64)

  const [contractor, city] = await Promise.all([openOffice(), openOffice()])
  const { page } = contractor
  /** Leaves a picture: of the page from its head, or around what it is about. */
  const station = async (office: Office, name: string, about?: Locator): Promise<void> => {
    await looksProper(office.page)
    if (about) await about.evaluate((element) => element.scrollIntoView({ block: 'center' }))
    else await office.page.evaluate(() => window.scrollTo(0, 0))
    await office.screenshot(name)
  }
  await foundBoth(contractor, city, table)

  await test.step('a medium is registered as the machine reads it, and counted (article 11(5))', async () => {
    const sheet = await registerConnected(page, stick)
    await contractor.screenshot('40-register-connected')
    await press(sheet, '登録する')
    await expect(sheet).toBeHidden()
    await scanMedia(page, stick.no, 'PRIV-9999')
    await expect(page.getByText('「PRIV-9999」は媒体管理簿にありません')).toBeVisible()
    await station(contractor, '41-stock-take')
    await press(page, '棚卸の結果を記録する')
    await expect(page.getByText('1件の差異があります')).toBeVisible()
    await station(contractor, '42-stock-taken', page.getByText('1件の差異があります'))
  })

  await test.step('its end is planned with the five facts, and below what its class asks for only with the city’s number (R-27, R-30)', async () => {
    await goTo(page, '消去・廃棄')
    await station(contractor, '43-no-plan')
    await describePlan(page, { medium: stick.no, information: '納税通知書データ一式（A-R8-017-001）', method: '全領域の上書き（位置番号付き乱数', place: '本社3階 第2作業室', verifier: mizuno.name, consentRef: 'R8税承0061' })
    await station(contractor, '44-plan')
    // without one of the five facts nothing is planned.
    await fillIn(page, { '情報の項目': '' })
    await expect(page.getByRole('button', { name: '計画を決める' })).toHaveAttribute('aria-disabled', 'true')
    await fillIn(page, { '情報の項目': '納税通知書データ一式（A-R8-017-001）' })
    await press(page, '計画を決める')
    await expect(page.getByRole('heading', { level: 1, name: 'D-R8-017-001' })).toBeVisible()
    await station(contractor, '45-planned')
  })

  await test.step('nothing is erased before the notice is in (R-28)', async () => {
    await toStep(page, '実施')
    await prepareWipe(page, stick, { loginId: 'mizuno', password: PASSWORD })
    await station(contractor, '46-danger', page.locator('.danger-serial'))
    await press(page, '消去を始める')
    await expect(page.getByRole('alert')).toContainText('届出')
    await station(contractor, '47-before-the-notice', page.getByRole('alert'))
    expect(timesIn(image?.file ?? '', MARKER)).toBe(64)
  })

  await test.step('the notice F-28 is issued, handed in and confirmed (article 15②)', async () => {
    await toStep(page, '届出')
    await press(page, '届出書を発行する')
    const no = await saveIssued(contractor, /^N-/, folder('notice'))
    expect(no).toBe('N-R8-017-001')
    await station(contractor, '48-notice')
    await press(page, '提出を記録する')
    await isAtStep(page, '届出')
    await page.getByLabel('市の確認番号', { exact: true }).fill('R8税確0017')
    await press(page, '市の確認を記録する')
    await expect(page.getByText('R8税確0017')).toBeVisible()
    await station(contractor, '49-confirmed')
    await toStep(page, '立会い')
    await station(contractor, '50-witness')
  })

  await test.step('the desk asks last, in a window of its own: another number is no answer, and closing it erases nothing', async () => {
    await toStep(page, '実施')
    await prepareWipe(page, stick, { loginId: 'mizuno', password: PASSWORD })
    // the city wants to attend, so whoever attends has a name.
    const attends = page.getByLabel('立会者の氏名', { exact: true })
    const name = await attends.inputValue()
    await attends.fill('')
    await expect(page.getByRole('button', { name: '消去を始める' })).toHaveAttribute('aria-disabled', 'true')
    await attends.fill(name)
    const window = await askedLast(contractor)
    expect(window.url()).toBe('app://question/')
    await expect(window.locator('#serial')).toHaveText(stick.serial)
    await expect(window.getByRole('button', { name: '消去する' })).toBeDisabled()
    await window.screenshot({ path: screenPath('51-last-question') })
    await typeLast(window, `${stick.serial}7`)
    await expect(window.getByRole('alert')).toContainText('製造番号が一致していません')
    await window.screenshot({ path: screenPath('51-wrong-serial') })
    await Promise.all([window.waitForEvent('close'), window.getByRole('button', { name: 'やめる' }).click()])
    await expect(page.getByText('確認をやめたため、何も消去していません。')).toBeVisible()
    await contractor.screenshot('51-not-confirmed')
    expect(timesIn(image?.file ?? '', MARKER)).toBe(64)
  })

  await test.step('the page of the desk reaches neither that window nor its answer', async () => {
    const before = contractor.app.windows().length
    const opened = await page.evaluate(() => ({ opened: window.open('app://question/') !== null, bridge: 'question' in window }))
    expect(opened).toEqual({ opened: false, bridge: false })
    expect(contractor.app.windows()).toHaveLength(before)
    await prepareWipe(page, stick, { loginId: 'mizuno', password: PASSWORD })
  })

  await holdAtFirstByte(contractor.app)
  await test.step('a wipe that is called off is 中止: no certificate, but a report (R-31)', async () => {
    await typeLast(await askedLast(contractor), stick.serial)
    await expect(page.getByRole('progressbar', { name: `${stick.no}の消去` })).toBeVisible()
    await expect(page.getByText('書き込み中')).toBeVisible()
    await station(contractor, '52-wiping')
    await press(page, '中止する')
    const asked = page.getByRole('dialog', { name: `「${stick.no}の消去」を中止しますか` })
    await expect(asked).toContainText('元に戻りません')
    await contractor.screenshot('53-call-off')
    await press(asked, '中止する')
    await letGo(contractor.app)
    await toVerify(page, '中止')
    await station(contractor, '54-called-off')
    await tick(page, '立会者（森川 奏 様）が結果を確認した')
    await signBeside(page, '確認者', { loginId: 'oba', password: PASSWORD })
    await press(page, '結果を確認した')
    await expect(page.getByRole('alert')).toBeVisible()
    await station(contractor, '55-same-person', page.getByRole('alert'))
    await signBeside(page, '確認者', { loginId: 'mizuno', password: PASSWORD })
    await press(page, '結果を確認した')
    await isAtStep(page, '実施')
    await toStep(page, '証明書')
    await expect(page.getByRole('button', { name: '証明書を発行する' })).toBeHidden()
    await press(page, '報告書を発行する')
    expect(await saveIssued(contractor, /^E-/, folder('report'))).toBe('E-R8-017-001')
    await station(contractor, '56-report')
  })

  await test.step('wiped again, it is read back, and passes', async () => {
    await toStep(page, '実施')
    await prepareWipe(page, stick, { loginId: 'mizuno', password: PASSWORD })
    await typeLast(await askedLast(contractor), stick.serial)
    await expect(page.getByText('書き込み中')).toBeVisible()
    await goTo(page, '今日')
    await expect(page.getByRole('complementary', { name: '進行中の作業' })).toContainText(`${stick.no}の消去`)
    await station(contractor, '57-wiping-elsewhere')
    await letGo(contractor.app)
    await goTo(page, '消去・廃棄')
    await press(page, 'D-R8-017-001を開く')
    await toVerify(page, '合格')
    await station(contractor, '58-wiped')
  })

  await test.step('another person verifies, and has everything read back again (R-32)', async () => {
    await tick(page, '立会者（森川 奏 様）が結果を確認した')
    await signBeside(page, '確認者', { loginId: 'mizuno', password: PASSWORD })
    await station(contractor, '59-verify', page.getByRole('group', { name: '確認者' }))
    await press(page, 'もう一度読み戻して確認する')
    await isAtStep(page, '証明書')
  })

  const toCity = folder('certificate')
  await test.step('the certificate F-30 is issued and saved (article 15⑤)', async () => {
    await page.getByLabel('消去済シールの番号', { exact: true }).fill('K-0031')
    await station(contractor, '60-certify')
    await press(page, '証明書を発行する')
    const card = page.getByRole('region', { name: 'E-R8-017-002' })
    await expect(card).toBeVisible()
    await contractor.answerFileDialog(toCity)
    await press(card, '保存する')
    await expect(card.getByText('保存しました。')).toBeVisible()
    await station(contractor, '61-certificate', card)
    await goTo(page, '媒体')
    await expect(page.getByRole('cell', { name: '消去済' })).toBeVisible()
    await station(contractor, '62-media-wiped')
    await goTo(page, '書類')
    await station(contractor, '63-documents')
  })

  await test.step('nothing of it is left on the medium, in the eyes of grep and Python, and every sector carries the seed and its place', () => {
    const { written } = onlyRow(only(toCity, '.json'))
    expect(timesIn(image?.file ?? '', MARKER)).toBe(0)
    expect(spawnSync('grep', ['-c', '-a', '青葉野', image?.file ?? ''], { encoding: 'utf8' }).stdout.trim()).toBe('0')
    expect(strangeSectors(image?.file ?? '', written.seedSha256)).toEqual({ sectors: 131_072, strange: 0 })
  })

  await test.step('qpdf, pdfsig and openssl find nothing wrong with the certificate, and it says what it must and nothing more', () => {
    const pdf = only(toCity, '.pdf')
    execFileSync('qpdf', ['--check', pdf])
    expect(execFileSync('pdfsig', ['-nocert', pdf], { encoding: 'utf8' })).toContain('Signature is Valid')
    execFileSync('openssl', ['cms', '-verify', '-cades', '-binary', '-inform', 'DER', '-in', only(toCity, '.p7s'), '-content', only(toCity, '.json'), '-CAfile', join(table, 'root.pem'), '-purpose', 'any', '-out', '/dev/null'], { stdio: 'ignore' })
    const says = textOf(pdf)
    for (const words of ['データ消去証明書', '合格', stick.no, 'Clear', '論理消去', '予備領域', 'K-0031', 'R8税確0017', 'R8税承0061', '森川', mizuno.name, oba.name]) expect(says).toContain(words.replace(/\s/g, ''))
    expect(says).not.toContain('完全消去')
    expect(textOf(only(folder('report'), '.pdf'))).toMatch(/消去・廃棄報告書.*中止/)
    expect(textOf(only(folder('notice'), '.pdf'))).toContain('消去・廃棄届出書')
    picture(pdf, '64-certificate-on-paper')
    picture(only(folder('report'), '.pdf'), '65-report-on-paper')
    picture(only(folder('notice'), '.pdf'), '66-notice-on-paper')
  })

  await test.step('the city imports notice and certificate, and does not believe a report that was turned into a pass', async () => {
    const results = await importDocuments(city.page, [only(folder('notice'), '.pdf'), only(toCity, '.csv')], 'R8税収2201')
    await expect(results.getByRole('article')).toHaveCount(2)
    await expect(results.getByText('署名も値も真正です')).toHaveCount(2)
    await expect(results).toContainText('E-R8-017-002')
    await station(city, '67-city-imports', results)
    const forged = join(folder('forged'), 'forged.csv')
    const report = readFileSync(only(folder('report'), '.csv'), 'utf8')
    writeFileSync(forged, report.replaceAll('"中止"', '"合格"'))
    expect(readFileSync(forged, 'utf8')).not.toBe(report)
    await importDocuments(city.page, [forged])
    await expect(results).toContainText('取り込んでいません')
    await station(city, '68-city-refuses', results)
  })

  expect(contractor.complaints).toEqual([])
  expect(city.complaints).toEqual([])
  rmSync(table, { recursive: true, force: true })
})

/** The step that follows an erasure, with its result. */
async function toVerify(page: Office['page'], result: string): Promise<void> {
  await isAtStep(page, '検証')
  await expect(page.locator('.status', { hasText: result }).first()).toBeVisible()
}

/** As the machine names an image: by the file behind it. */
const serialOf = (file: string): string => `image:${statSync(file).ino}:${file}`
const timesIn = (file: string, marker: Buffer): number => {
  const bytes = readFileSync(file)
  let times = 0
  for (let at = bytes.indexOf(marker); at >= 0; at = bytes.indexOf(marker, at + 1)) times++
  return times
}

/** Sectors that do not begin with the mark of this seed and their own address: crypto/wipe/FORMAT.md, read by Python. */
function strangeSectors(file: string, seedSha256: string): { sectors: number; strange: number } {
  const script = `import sys, json
mark, n, strange = bytes.fromhex(sys.argv[2])[:8], 0, 0
with open(sys.argv[1], 'rb') as medium:
    while sector := medium.read(512):
        strange += sector[:16] != mark + n.to_bytes(8, 'little')
        n += 1
print(json.dumps({'sectors': n, 'strange': strange}))`
  return JSON.parse(execFileSync('python3', ['-c', script, file, seedSha256], { encoding: 'utf8' })) as { sectors: number; strange: number }
}

const only = (folder: string, ending: string): string => join(folder, readdirSync(folder).find((name) => name.endsWith(ending)) ?? `no ${ending}`)
const onlyRow = (json: string) => (JSON.parse(readFileSync(json, 'utf8')) as { rows: [{ written: { seedSha256: string } }] }).rows[0]
const textOf = (pdf: string): string => execFileSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' }).replace(/\s/g, '')

const screenPath = (name: string): string => join(import.meta.dirname, '../../test-results/screens', `${name}.png`)

/** A document's first page beside the other pictures. */
function picture(pdf: string, name: string): void {
  execFileSync('pdftoppm', ['-r', '80', '-png', '-singlefile', pdf, join(import.meta.dirname, '../../test-results/screens', name)])
}
