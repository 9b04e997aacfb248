import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createHash } from 'node:crypto'
import { ON_THE_SLIP } from '../../cli/demo/own-password.ts'
import { aobano, hikari, mizuno, morikawa, oba, PASSWORD, recipient, taxContract, training } from '../../cli/demo/people.ts'
import type { Locator } from '@playwright/test'
import { expect, test, type Office } from './launch.ts'
import { closeSheet, dropFiles, fillIn, goTo, openRow, press } from './parts/at-the-page.ts'
import { fitsAtTwice, looksProper } from './parts/looking.ts'
import { describeTaking, designate, issueReceipt, saveDesignation, takeAndCheck } from './parts/receiving.ts'
import { chooseForPackage, confirmBySecond, confirmPacking, describeMail, describeParcel, draft, goToSending, readPassphrase, seal, typeTrackingNumber } from './parts/sending.ts'
import { importDocuments } from './parts/the-city.ts'
import { addRecipient, openContract, registerKey, saveContract, saveKeyNotice } from './parts/the-contract.ts'
import { confirmRecoveryKey, createOffice, firstSignIn, lock, signIn } from './parts/the-door.ts'
import { goToChecklist, startInTheWindow } from './parts/the-start.ts'
import { registerMedium, type Stick } from './parts/the-media.ts'
import { giveAccount, recordTraining, registerPerson, signPledge } from './parts/the-people.ts'

/**
 * The whole way, as two clerks go it: in two windows that share nothing but a folder. Every station is a step, and leaves a
 * picture. What must be refused on the way is tried first.
 */
test('a city’s files are received, sealed and sent, and the city sees that the receipt is true', async ({ openOffice }) => {
  const table = mkdtempSync(join(tmpdir(), 'azukari-table-'))
  const folder = (name: string): string => { mkdirSync(join(table, name), { recursive: true }); return join(table, name) }
  const contractor = await openOffice()
  const city = await openOffice()
  /** Leaves a picture: of the page from its head, or around what it is about. */
  const station = async (office: Office, name: string, about?: Locator): Promise<void> => {
    await looksProper(office.page)
    if (about) await about.evaluate((element) => element.scrollIntoView({ block: 'center' }))
    else await office.page.evaluate(() => window.scrollTo(0, 0))
    await office.screenshot(name)
  }

  await test.step('both offices are founded, and their recovery keys are put on paper', async () => {
    await station(contractor, '01-first-start')
    await createOffice(contractor, hikari, mizuno, ['作業責任者'])
    await station(contractor, '02-recovery-key')
    expect(await confirmRecoveryKey(contractor.page)).toHaveLength(14)
    await station(contractor, '03-first-day')
    await createOffice(city, aobano, morikawa, ['甲の担当者', '甲の情報セキュリティ管理者'])
    await confirmRecoveryKey(city.page)
    await station(city, '04-city-first-day')
  })

  const order = contractOf(folder('from-city'))
  await test.step('the contract is opened on both sides (article 1)', async () => {
    await openContract(contractor, order, order.path)
    await station(contractor, '05-contract-form')
    await saveContract(contractor.page)
    await addRecipient(contractor.page, recipient)
    await openContract(city, { ...order, contractor: hikari.name }, order.path)
    await saveContract(city.page)
  })

  await test.step('keys are exchanged, and believed by the words heard on the telephone', async () => {
    const [fromContractor, fromCity] = [folder('notice-of-contractor'), folder('notice-of-city')]
    const [ourWords, theirWords] = [await saveKeyNotice(contractor, fromContractor), await saveKeyNotice(city, fromCity)]
    await registerKey(contractor.page, jsonIn(fromCity), ourWords)
    await expect(contractor.page.getByRole('alert')).toBeVisible()
    await station(contractor, '06-wrong-words', contractor.page.getByRole('alert'))
    await contractor.page.getByLabel('相手が読み上げた確認の言葉').fill(theirWords.join(' '))
    await press(contractor.page, '公開鍵届を登録する')
    await expect(contractor.page.getByText('届出者')).toBeVisible()
    await station(contractor, '07-contract', contractor.page.getByText('届出者'))
    await registerKey(city.page, jsonIn(fromContractor), ourWords)
    await expect(city.page.getByText('届出者')).toBeVisible()
  })

  await test.step('people are trained and pledged before they handle anything (articles 7, 8)', async () => {
    const { page } = contractor
    await registerPerson(page, oba, ['媒体管理者'])
    await recordTraining(page, [mizuno.name, oba.name], training)
    for (const { name } of [mizuno, oba]) await signPledge(page, name)
    await giveAccount(page, oba.name, 'oba', ON_THE_SLIP)
    await station(contractor, '08-people')
    await lock(page)
    await firstSignIn(page, 'oba', ON_THE_SLIP, PASSWORD)
    await lock(page)
    await signIn(page, 'mizuno', PASSWORD)
  })

  await test.step('work is started: place, device, emergency plan, specification read (articles 6, 11(10)キ, 18②, 21)', async () => {
    const { page } = contractor
    await goToChecklist(page, order.title)
    const begin = page.getByRole('button', { name: '着手する', exact: true })
    await expect(begin).toHaveAttribute('aria-disabled', 'true')
    await expect(begin).toHaveAccessibleDescription(/作業場所.*緊急時対応計画/)
    await station(contractor, '08-not-ready')
    await startInTheWindow(contractor, { title: order.title, supervisor: mizuno.name, folder: folder('plan') })
    await station(contractor, '08-started')
  })

  await test.step('media are registered (article 11(5))', async () => {
    for (const stick of [ourStick, cityStick]) await registerMedium(contractor.page, stick)
    await station(contractor, '09-media')
  })

  const { page } = contractor
  await test.step('the hand-over is recorded as the city designates it (article 14)', async () => {
    await designate(page, { purpose: '納税通知書データの作成', place: '税務課窓口', list: cityList })
    await station(contractor, '10-designation')
    await saveDesignation(page)
  })

  await test.step('a file with one byte changed is noticed', async () => {
    await dropFiles(page, filesIn(folder('wrong-stick'), 500))
    await describeTaking(page, { medium: cityStick.no, storagePlace: '本社3階 第2作業室 保管庫PC-021', infoKind: '納税通知書作成用データ', counts: { [names[0]]: 12 } })
    await station(contractor, '11-taking')
    // somewhere else than the city designated is an exception with its number, or nothing is taken.
    const happened = page.getByRole('region', { name: '受渡しの実際' })
    await fillIn(happened, { '場所': '庁舎の駐車場' })
    await expect(page.getByText('指定と違うところがあります。市の了承番号が必要です。').first()).toBeVisible()
    await expect(page.getByRole('button', { name: '受け取って照合する' })).toHaveAttribute('aria-disabled', 'true')
    await fillIn(happened, { '場所': '税務課窓口' })
    await takeAndCheck(page)
    await expect(page.getByText('一覧と1か所違います')).toBeVisible()
    await station(contractor, '12-differs')
    await goTo(page, '今日')
    await station(contractor, '13-today-differs')
  })

  await test.step('the right files are received instead, and agree with the city’s list', async () => {
    await press(page, '差異を記録する')
    await page.getByRole('navigation', { name: '受領の手順' }).getByRole('button', { name: '受取' }).click()
    await contractor.answerFileDialog(...filesIn(folder('stick')))
    await press(page, 'ファイルを選ぶ')
    await describeTaking(page, { medium: cityStick.no, storagePlace: '本社3階 第2作業室 保管庫PC-021', infoKind: '納税通知書作成用データ', counts: { [names[0]]: 12 } })
    await takeAndCheck(page)
    await expect(page.getByText('市の一覧と、名前・サイズ・ハッシュ値・件数がすべて一致しました。')).toBeVisible()
    await station(contractor, '14-agrees')
  })

  const toCity = folder('to-city')
  let receiptNo = ''
  await test.step('the receipt is issued, and its bodies are saved', async () => {
    // until then nobody packs it.
    const here = await page.evaluate(() => location.hash)
    await goTo(page, '梱包')
    await page.getByRole('button', { name: '梱包を始める' }).or(page.getByRole('link', { name: '梱包を始める' })).first().click()
    await expect(page.getByText(/預り証の発行前です|先に受領して預り証を発行してください/).first()).toBeVisible()
    await page.evaluate((hash) => { location.hash = hash }, here)
    receiptNo = await issueReceipt(page)
    await contractor.answerFileDialog(toCity)
    await press(page, '保存する')
    await expect(page.getByText('保存しました。')).toBeVisible()
    await station(contractor, '15-receipt', page.getByText('預り証を発行しました'))
  })

  await test.step('the city imports it, is not fooled, and acknowledges', async () => {
    const csv = only(toCity, '.csv')
    const results = await importDocuments(city.page, [csv], 'R8税収1234')
    await expect(results).toContainText('署名も値も真正です')
    await expect(results).toContainText(receiptNo)
    await station(city, '16-imported', results)
    await importDocuments(city.page, [only(toCity, '.pdf')])
    await expect(results).toContainText('取込済です')
    await station(city, '17-imported-before', results)
    const forged = join(folder('forged'), 'forged.csv')
    writeFileSync(forged, readFileSync(csv, 'utf8').replaceAll('"12"', '"13"'))
    await importDocuments(city.page, [forged])
    await expect(results).toContainText('取り込んでいません')
    await expect(results).toContainText('件数')
    await station(city, '18-forged', results)

    const sheet = await openRow(city.page, receiptNo)
    await city.answerFileDialog(folder('acknowledgement'))
    await press(sheet, '収受通知を保存する')
    await expect(sheet.getByText('保存しました。')).toBeVisible()
    await city.screenshot('19-acknowledgement')
    await closeSheet(sheet)
  })

  await test.step('the contractor takes the acknowledgement in', async () => {
    await goTo(page, '書類')
    await press(page, '市からの書面を取り込む')
    await dropFiles(page, [jsonIn(folder('acknowledgement'))])
    const sheet = page.getByRole('dialog', { name: '市からの書面を取り込む' })
    await expect(sheet.getByText('収受の確認 1件', { exact: false })).toBeVisible()
    await closeSheet(sheet)
    await expect(page.getByRole('cell', { name: 'R8税収1234' })).toBeVisible()
    await station(contractor, '20-documents')
  })

  const stick = folder('stick-MED-2026-0003')
  await test.step('the files are sealed, opened again and found true; the passphrase is shown once (article 11(3))', async () => {
    await chooseForPackage(contractor, stick)
    await station(contractor, '21-choose')
    await seal(page)
    expect(await readPassphrase(page)).toMatch(/^\w{5}(-\w{5})+$/)
    await station(contractor, '22-sealed')
    await goToSending(page)
    await station(contractor, '23-ways')
  })

  await test.step('a plain file beside the package keeps it from leaving (R-11)', async () => {
    const plain = join(stick, '名簿.csv')
    writeFileSync(plain, 'plain\n')
    await describeParcel(contractor, { medium: ourStick.no, folder: stick, content: '納品データ', service: '日本郵便 簡易書留', sealNo: 'S-0117', vouched: { serial: ourStick.serial, loginId: 'oba', password: PASSWORD } })
    await station(contractor, '24-parcel', page.getByRole('radio', { name: '日本郵便 簡易書留' }))
    await draft(page)
    await expect(page.getByRole('alert')).toContainText('名簿.csv')
    await station(contractor, '25-plain-file', page.getByRole('alert'))
    rmSync(plain)
    await draft(page)
    await expect(page.getByRole('form', { name: '梱包と親展の表示を確認します' })).toBeVisible()
  })

  await test.step('a second person confirms 親展, and the number of the slip is checked while it is typed (R-13, R-14)', async () => {
    await confirmPacking(page, 'S-0117', 'mizuno', PASSWORD)
    await expect(page.getByRole('alert')).toBeVisible()
    await station(contractor, '26-same-person', page.getByRole('alert'))
    await confirmPacking(page, 'S-0117', 'oba', PASSWORD)
    const form = await typeTrackingNumber(page, '簡易書留', '387-00-12354-3')
    await expect(form.getByText('この番号は簡易書留の番号として正しくありません。').first()).toBeVisible()
    await expect(form.getByRole('button', { name: '発送を記録する' })).toHaveAttribute('aria-disabled', 'true')
    await station(contractor, '27-wrong-number', form)
    await typeTrackingNumber(page, '簡易書留', '387-00-12345-3')
    await expect(form.getByText('番号の形と検査数字が合っています')).toBeVisible()
    await press(form, '発送を記録する')
    await expect(page.getByRole('form', { name: 'パスフレーズを伝えます' })).toBeVisible()
    await press(page, '伝えたことを記録する')
    await expect(page.getByRole('form', { name: 'パスフレーズを伝えます' })).toBeHidden()
    await station(contractor, '28-dispatched')
  })

  await test.step('an e-mail carries no information in its text (R-19)', async () => {
    await chooseForPackage(contractor, folder('for-mail'))
    await seal(page)
    await goToSending(page)
    await page.getByRole('button', { name: '電子メールに添付して送る' }).click()
    await describeMail(contractor, { to: /森川/, subject: '校正データの送付', note: '青葉野太郎様の件です', into: folder('mail-drafts') })
    await press(page, '下書きをつくる')
    await expect(page.getByRole('alert')).toBeVisible()
    await station(contractor, '29-information-in-text', page.getByRole('alert'))
    await page.getByLabel('本文（あいさつと添付の説明だけ）').fill('お世話になっております。校正データを添付します。')
    await press(page, '下書きをつくる')
    await confirmBySecond(page, '宛先を確認します', '宛先を確認した', 'oba', PASSWORD)
    await expect(page.getByRole('form', { name: '送信して、日時を記録します' })).toBeVisible()
    await station(contractor, '30-mail')
  })

  await test.step('the ledger is whole', async () => {
    await goTo(page, '台帳')
    await press(page, '台帳を検証する')
    await expect(page.getByText('書いたときのままです')).toBeVisible()
    await station(contractor, '31-ledger')
    await goTo(page, '今日')
    await expect(page.getByRole('heading', { name: '今日' })).toBeVisible()
    await station(contractor, '32-today')
  })

  await test.step('the main screens fit at 200 %', async () => {
    for (const place of ['今日', '受領', '送付']) {
      await goTo(page, place)
      await fitsAtTwice(page)
    }
  })

  await test.step('a wrong password leaves fewer tries', async () => {
    await lock(page)
    await signIn(page, 'mizuno', 'not-the-password-at-all')
    await expect(page.getByRole('alert')).toContainText('あと')
    await station(contractor, '33-wrong-password')
    await signIn(page, 'mizuno', PASSWORD)
    await expect(page.getByRole('button', { name: '施錠' })).toBeVisible()
  })

  expect(contractor.complaints).toEqual([])
  expect(city.complaints).toEqual([])
  rmSync(table, { recursive: true, force: true })
})

const fixtures = resolve(import.meta.dirname, '../fixtures')
const names = ['R09_shiminzei_atena.csv', 'R09_record_layout.csv', 'R09_futo_sample.txt'] as const
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
/** As the city types it: name, size, SHA-256, count. */
const cityList = ['ファイル名,サイズ,SHA-256,件数', ...names.map((name) => {
  const bytes = readFileSync(join(fixtures, name))
  return [name, bytes.length, sha256(bytes), name === names[0] ? 12 : ''].join(',')
})].join('\n')

const kept = { maker: '架空電機', model: 'KD-16', storagePlace: '本社3階 施錠キャビネットC-2', lockType: '鍵', keyHolder: oba.name }
const ourStick: Stick = { ...kept, no: 'MED-2026-0003', serial: 'AZ0003K7Q1', owner: '乙', ownerNo: '' }
const cityStick: Stick = { ...kept, no: 'MED-2026-0004', serial: 'AZ0004M2W8', owner: '甲', ownerNo: '税-USB-12' }

/** Lays the city's files into a folder, the first perhaps with one byte changed. */
function filesIn(folder: string, changed = -1): string[] {
  return names.map((name, index) => {
    const bytes = readFileSync(join(fixtures, name))
    if (index === 0 && changed >= 0) bytes[changed] = (bytes[changed] ?? 0) ^ 1
    writeFileSync(join(folder, name), bytes)
    return join(folder, name)
  })
}

function contractOf(folder: string) {
  const path = join(folder, 'tokki-shiyosho-v1.0.txt')
  const bytes = Buffer.from('情報セキュリティ特記仕様書　v1.0（架空）\n第１条〜第２２条\n')
  writeFileSync(path, bytes)
  return { ...taxContract({ title: '情報セキュリティ特記仕様書', version: 'v1.0', fileName: 'tokki-shiyosho-v1.0.txt', sha256: sha256(bytes), agreedOn: training.on }), path }
}

const only = (folder: string, ending: string): string => join(folder, readdirSync(folder).find((name) => name.endsWith(ending)) ?? `no ${ending}`)
const jsonIn = (folder: string): string => only(folder, '.json')
