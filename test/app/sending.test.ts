import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Locator } from '@playwright/test'
import type { MediumNo } from '../../core/media/medium.ts'
import { morikawa, oba, PASSWORD } from '../../cli/demo/people.ts'
import { certified, ownServer, PASSWORD as SERVER_PASSWORD, USER, type OwnServer } from '../main/post/own-server.ts'
import { expect, test } from './launch.ts'
import { choose, fillIn, goTo, press, tick } from './parts/at-the-page.ts'
import { atWork } from './parts/at-work.ts'
import { deskBehind } from './parts/behind-the-page.ts'
import { signBeside } from './parts/disposing.ts'
import { looksProper } from './parts/looking.ts'
import { confirmBySecond, confirmPacking, describeParcel, draft, typeTrackingNumber } from './parts/sending.ts'
import { passTime } from './parts/the-clock.ts'

let server: OwnServer | undefined
test.afterEach(() => server?.close())

/**
 * Steps 9, 11 and 12 of the scenario at one window: an e-mail over the office's own server, to a real one on loopback; a parcel from the scanner
 * to the city's word that it came; and what goes astray. What must be refused on the way is tried first.
 */
test('mail and parcels go out sealed, checked by two, and are followed until they are received', async ({ openOffice }) => {
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
  const alert = page.getByRole('alert')
  await atWork(office, table)
  const desk = deskBehind(page)
  await desk.vault.unlock({ loginId: 'mizuno', password: PASSWORD })
  const [contract] = await desk.contracts.list()
  if (!contract) throw new Error('there is a contract')
  const [item] = await desk.packages.items({ contractId: contract.id })
  const seal = async (into: string) => {
    const sealed = await desk.packages.seal({ contractId: contract.id, itemIds: item ? [item.id] : [], paths: [], into, namesHidden: true, level: 4 })
    if (sealed.outcome !== 'verified') throw new Error('nobody called it off')
    return sealed.package
  }
  const forMail = await seal(folder('for-mail'))
  const forAnother = await seal(folder('for-another'))
  const stick = folder('stick-MED-2026-0003')
  const forParcel = await seal(stick)
  await desk.media.register({ no: 'MED-2026-0003' as MediumNo, type: 'USBメモリ', maker: '架空電機', model: 'KD-16', serial: 'AZ0003K7Q1', capacityBytes: 16e9, owner: '乙', ownerNo: '', storagePlace: '施錠キャビネットC-2', lockType: '鍵', keyHolder: oba.name })
  server = await ownServer(certified(folder('certificate'), 'localhost', 'DNS:localhost,IP:127.0.0.1'), 'tls')
  await page.reload()

  await test.step('the office’s own server is tried before anything is sent: a wrong password is said to be one', async () => {
    await goTo(page, '設定')
    await page.getByRole('link', { name: '送信サーバーを設定する' }).click()
    await fillIn(page, { 'ホスト名': '127.0.0.1', 'ポート': String(server?.access.port), '利用者名': USER, 'サーバーのパスワード': 'not-the-password' })
    await page.getByText('自社の認証局を使うとき').click()
    await fillIn(page, { '認証局又はサーバーの証明書（PEM）': server?.access.caPem ?? '' })
    await press(page, '保存する')
    await press(page, '接続を試す')
    await expect(page.getByText('利用者名又はパスワードが受け付けられません。')).toBeVisible()
    await station('150-server-refuses', page.getByText('利用者名又はパスワードが受け付けられません。'))
    await fillIn(page, { 'サーバーのパスワード': SERVER_PASSWORD })
    await press(page, '保存する')
    await press(page, '接続を試す')
    await expect(page.getByText('接続できました。')).toBeVisible()
    await station('151-server', page.getByText('接続できました。'))
  })

  await test.step('step 9: no fax (R-18), nobody unknown (R-22), nothing in the text (R-19)', async () => {
    await beginSending()
    await station('152-ways')
    await expect(page.getByText('FAXによる送信は原則禁止です。')).toBeVisible()
    await expect(page.getByRole('button', { name: 'FAXで送る' })).toHaveCount(0)
    await page.getByRole('button', { name: '電子メールに添付して送る' }).click()
    await page.getByRole('textbox', { name: '登録されていない宛先を加える' }).or(page.getByRole('combobox', { name: '登録されていない宛先を加える' })).fill('morikawa@example.com')
    await page.keyboard.press('Enter')
    await tick(page, 'この事務所の送信サーバーから送る')
    await choosePackage(forMail.no)
    await fillIn(page, { '件名': '校正データの送付', '本文（あいさつと添付の説明だけ）': 'お世話になっております。校正データを添付します。' })
    await press(page, '下書きをつくる')
    await expect(alert).toContainText('第11条第7号')
    await station('154-not-on-the-list', alert)
    await page.locator('.mantine-TagsInput-pill button').first().click()
    await page.getByRole('checkbox', { name: /森川/ }).check()
    await fillIn(page, { '本文（あいさつと添付の説明だけ）': '青葉野太郎様の件です' })
    await press(page, '下書きをつくる')
    await expect(alert).toContainText('第11条第7号')
    await station('155-information-in-text', alert)
    await fillIn(page, { '本文（あいさつと添付の説明だけ）': 'お世話になっております。校正データを添付します。\n鍵は電話でお伝えします。' })
    await press(page, '下書きをつくる')
  })

  await test.step('a second person reads the recipients; then it goes over our own server, the sealed package and nothing else', async () => {
    await confirmBySecond(page, '宛先を確認します', '宛先を確認した', 'mizuno', PASSWORD)
    await expect(alert).toBeVisible()
    await station('156-same-person', alert)
    await confirmBySecond(page, '宛先を確認します', '宛先を確認した', 'oba', PASSWORD)
    await expect(page.getByRole('form', { name: '送信します' })).toBeVisible()
    await station('157-send-now')
    await press(page, '送信する')
    await expect(page.getByRole('form', { name: 'パスフレーズを伝えます' })).toBeVisible()
    const [taken] = server?.taken ?? []
    expect(taken?.to).toEqual([morikawa.email])
    const eml = join(folder('taken'), 'taken.eml')
    writeFileSync(eml, taken?.bytes ?? '')
    expect(attachedTo(eml)).toEqual([{ name: `${forMail.no}.zip`, encrypted: true }])
  })

  await test.step('the key by the same mail is no other way (R-21); by telephone it is', async () => {
    await page.getByRole('radio', { name: '同じメール' }).check()
    await press(page, '伝えたことを記録する')
    await expect(alert).toContainText('第11条第7号')
    await station('158-key-by-the-same-mail', alert)
    await page.getByRole('radio', { name: '電話', exact: true }).check()
    await press(page, '伝えたことを記録する')
    await expect(page.getByRole('form', { name: 'パスフレーズを伝えます' })).toBeHidden()
    await press(page, '受領を記録する')
    await expect(page.getByText('完了しました。')).toBeVisible()
    await station('159-mail-received')
  })

  await test.step('with the city’s number a mail goes to an address off the list; when that was wrong, an incident is drafted at once', async () => {
    await beginSending()
    await page.getByRole('button', { name: '電子メールに添付して送る' }).click()
    await page.getByRole('textbox', { name: '登録されていない宛先を加える' }).or(page.getByRole('combobox', { name: '登録されていない宛先を加える' })).fill('nishizono@city.aobano.example')
    await page.keyboard.press('Enter')
    await tick(page, 'この事務所の送信サーバーから送る', '甲の了承を得て例外として進める')
    await choosePackage(forAnother.no)
    await fillIn(page, { '件名': '校正データの送付', '本文（あいさつと添付の説明だけ）': '校正データを添付します。', '甲の了承番号': 'R8税承0072', '理由': '担当者の不在' })
    await signBeside(page, '確認する人（あなた以外）', { loginId: 'oba', password: PASSWORD })
    await station('160-exception', page.getByLabel('甲の了承番号', { exact: true }))
    await press(page, '下書きをつくる')
    await confirmBySecond(page, '宛先を確認します', '宛先を確認した', 'oba', PASSWORD)
    await press(page, '送信する')
    await expect(page.getByRole('form', { name: 'パスフレーズを伝えます' })).toBeVisible()
    await press(page, '誤って送ったとき（誤送信）')
    await fillIn(page, { '状況': '別の部署の同姓の方に届いた' })
    await station('161-misdirected', page.getByRole('form', { name: '誤送信を記録します' }))
    await press(page, '誤送信を記録する')
    await expect(page.getByText('事故報告書の下書きをつくりました。')).toBeVisible()
    await station('162-incident-drafted')
  })

  await test.step('step 11: a letter does not go by parcel service (R-15), nor anything below registered mail (R-12)', async () => {
    await beginSending()
    await page.getByRole('button', { name: '媒体や文書を小包・郵便で送る' }).click()
    await page.getByRole('radio', { name: '紙の文書' }).check()
    await tick(page, '信書にあたる')
    await fillIn(page, { '内容（送付管理簿に書く名前）': '取扱状況報告書', '文書番号': 'ひ-R8-014' })
    await page.getByRole('heading', { name: '使えません' }).click()
    await page.getByRole('radio', { name: /レターパックライト/ }).check()
    await draft(page)
    await expect(alert).toContainText('書留相当')
    await station('163-below-registered', alert)
    await page.getByRole('radio', { name: /宅急便/ }).first().check()
    await draft(page)
    await expect(alert).toContainText('郵便法')
    await station('164-letter-refused', alert)
  })

  await test.step('the number is read by a scanner, with its letters and in full width; another kind of mail is suspected (R-13)', async () => {
    await beginSending()
    await describeParcel(office, { package: forParcel.no, medium: 'MED-2026-0003', folder: stick, content: '納品データ', service: '日本郵便 簡易書留', sealNo: 'S-0117', vouched: { serial: 'AZ0003K7Q1', loginId: 'oba', password: PASSWORD } })
    await draft(page)
    await confirmPacking(page, 'S-0117', 'oba', PASSWORD)
    const form = await typeTrackingNumber(page, '簡易書留', '588-00-12345-4')
    await expect(form.getByText('特定記録の番号の可能性があります。')).toBeVisible()
    await station('165-perhaps-another-kind', form)
    await typeTrackingNumber(page, '簡易書留', '387-00-12345-8')
    await expect(form.getByText('この番号は簡易書留の番号として正しくありません。').first()).toBeVisible()
    await typeTrackingNumber(page, '簡易書留', '３８７－００－１２３４５－３')
    await expect(form.getByText(/番号の形と検査数字が合っています：387-00-12345-3/)).toBeVisible()
    await typeTrackingNumber(page, '簡易書留', 'a38700123453a')
    await expect(form.getByText(/番号の形と検査数字が合っています：387-00-12345-3/)).toBeVisible()
    await station('166-scanned', form)
    await press(form, '発送を記録する')
    await press(page, '伝えたことを記録する')
    await expect(page.getByRole('form', { name: 'パスフレーズを伝えます' })).toBeHidden()
    await station('167-under-way')
  })

  await test.step('step 12: what has not arrived in time is asked after; arrived, the city says so itself', async () => {
    const no = (await page.getByRole('heading', { level: 1 }).textContent() ?? '').split('　')[0] ?? ''
    await passTime(office, 8 * 86_400_000)
    await goTo(page, '今日')
    await expect(page.getByText(no).first()).toBeVisible()
    await station('168-not-arrived')
    await goTo(page, '送付')
    await press(page, `${no}を開く`)
    await expect(page.getByText('到着の期限を過ぎています。')).toBeVisible()
    await fillIn(page, { '問い合わせ先': '日本郵便 お客様サービス相談センター', '回答': '配達済み' })
    await press(page, '調査を記録する')
    await station('169-inquired')
    await press(page, '到着を記録する')
    await expect(page.getByRole('form', { name: '市の受領確認を記録します' })).toBeVisible()
    await page.getByRole('form', { name: '市の受領確認を記録します' }).getByRole('radio', { name: '電話' }).check()
    await press(page, '受領確認を記録する')
    await expect(page.getByText('完了しました。')).toBeVisible()
    await station('170-received')
  })

  expect(office.complaints).toEqual([])
  rmSync(table, { recursive: true, force: true })

  async function beginSending(): Promise<void> {
    await goTo(page, '送付')
    await page.getByRole('button', { name: '送付を始める' }).first().click()
  }
  async function choosePackage(no: string): Promise<void> {
    await choose(page, '添付するもの', no)
  }
})

/** What is attached to a letter, in the eyes of Python: by name, and whether 7-Zip says that it is encrypted. */
function attachedTo(eml: string): { name: string; encrypted: boolean }[] {
  const script = `import email, email.policy, sys, os, json
message = email.message_from_binary_file(open(sys.argv[1], 'rb'), policy=email.policy.default)
told = []
for part in message.iter_attachments():
    path = os.path.join(os.path.dirname(sys.argv[1]), part.get_filename())
    open(path, 'wb').write(part.get_payload(decode=True))
    told.append({'name': part.get_filename(), 'path': path})
print(json.dumps(told))`
  const told = JSON.parse(execFileSync('python3', ['-c', script, eml], { encoding: 'utf8' })) as { name: string; path: string }[]
  return told.map(({ name, path }) => ({ name, encrypted: execFileSync('7zz', ['l', '-slt', path], { encoding: 'utf8' }).includes('AES-256') }))
}
