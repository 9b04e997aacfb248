import type { Page } from '@playwright/test'
import type { Scene } from './paper-desk.ts'
import { importPlays } from './plays-imports.ts'
import { cityOfficePlays } from './plays-city-office.ts'
import { carryOutPlays } from './plays-carryouts.ts'
import { backupPlays } from './plays-backup.ts'
import { flowPlays } from './plays-flows.ts'
import { auditPlays } from './plays-audits.ts'
import { incidentPlays } from './plays-incidents.ts'
import { ledgerPlays } from './plays-ledgers.ts'
import { staffingPlays } from './plays-staffing.ts'
import { sendingPlays } from './plays-sending.ts'
import { workplacePlays } from './plays-workplace.ts'

export interface Play {
  name: string
  scene?: Scene
  place?: string
  size?: { width: number; height: number }
  language?: 'ja' | 'en'
  whole?: boolean
  slow?: number
  play?: (page: Page) => Promise<void>
}

const zoomed = { width: 640, height: 400 }
const tall = { width: 1280, height: 1700 }
/** Chooses a letter on the page that issues them. */
function chooseForm(form: string) {
  return async (page: Page): Promise<void> => {
    await page.getByRole('combobox', { name: '書面' }).click()
    await page.getByRole('option', { name: new RegExp(`^${form}`) }).click()
    await page.waitForTimeout(300)
  }
}

const press = (name: string) => (page: Page): Promise<void> => page.getByRole('button', { name }).first().click()

/** Every screen with ordinary data, with nothing, with an error, with hostile lengths, in English, and at 200 %. */
export const plays: readonly Play[] = [
  ...importPlays,
  { name: 'start-1-office', scene: 'absent' },
  { name: 'start-2-administrator', scene: 'absent', whole: true, play: firstOffice },
  { name: 'start-3-key', scene: 'absent', whole: true, play: firstAdministrator },
  { name: 'signin', scene: 'locked' },
  { name: 'signin-wrong', scene: 'locked', play: (page) => signIn(page, 'wrong') },
  { name: 'signin-locked-out', scene: 'locked', play: (page) => signIn(page, 'locked') },
  { name: 'signin-code', scene: 'locked', play: (page) => signIn(page, 'code') },
  { name: 'signin-code-wrong', scene: 'locked', play: async (page) => { await signIn(page, 'code'); await page.getByLabel('認証コード').fill('000000'); await page.getByRole('button', { name: '開ける', exact: true }).click() } },
  { name: 'signin-own-password', scene: 'locked', whole: true, play: (page) => signIn(page, 'given') },
  { name: 'signin-damaged', scene: 'locked', whole: true, play: (page) => signIn(page, 'damaged') },
  { name: 'signin-damaged-rescued', scene: 'locked', whole: true, play: async (page) => { await signIn(page, 'damaged'); await press('読み取れる記録を取り出す')(page) } },
  { name: 'signin-damaged-code', scene: 'locked', whole: true, size: zoomed, play: rescueByCode },
  { name: 'signin-recover', scene: 'locked', whole: true, play: press('パスワードを忘れたとき') },
  { name: 'today', whole: true },
  { name: 'today-empty', scene: 'empty' },
  { name: 'today-hostile', scene: 'hostile' },
  { name: 'today-english', language: 'en' },
  { name: 'today-zoomed', size: zoomed },
  { name: 'today-article', play: press('第14条の要旨を開く') },
  { name: 'contracts', place: '/contracts' },
  { name: 'contracts-empty', scene: 'empty', place: '/contracts' },
  { name: 'contract', place: '/contracts/c1', whole: true },
  { name: 'contract-open', place: '/contracts/new', whole: true },
  { name: 'contract-zoomed', place: '/contracts/c1', size: zoomed, whole: true },
  { name: 'people', place: '/people' },
  { name: 'people-empty', scene: 'empty', place: '/people' },
  { name: 'people-hostile', scene: 'hostile', place: '/people' },
  { name: 'people-zoomed', place: '/people', size: zoomed, whole: true },
  { name: 'people-one', place: '/people', play: press('髙橋 亮の詳細を開く') },
  { name: 'people-training', place: '/people', play: press('教育を記録する') },
  { name: 'calendar', place: '/contracts/new', play: (page) => page.getByLabel('履行期間の初日').click() },
  { name: 'calendar-time', place: '/receive/new', play: (page) => page.getByLabel('日時').click() },
  { name: 'why-not', place: '/contracts/new', play: async (page) => { await page.locator('form').getByRole('button', { name: '契約を開く' }).focus(); await page.waitForTimeout(400) } },
  { name: 'tab', play: async (page) => { for (let n = 0; n < 14; n++) await page.keyboard.press('Tab') } },
  { name: 'media', place: '/media' },
  { name: 'media-register', place: '/media', play: press('媒体を登録する') },
  { name: 'media-one', place: '/media', play: press('MED-2026-0004の詳細を開く') },
  { name: 'media-lost', place: '/media', play: async (page) => { await press('MED-2026-0004の詳細を開く')(page); await press('見当たらないとき')(page) } },
  { name: 'media-stock', place: '/media/stock', whole: true, play: async (page) => { await page.getByLabel('媒体番号か製造番号を読み取る').fill('PRIV-9999'); await page.keyboard.press('Enter') } },
  { name: 'media-from-drive', place: '/media', play: async (page) => { await press('媒体を登録する')(page); await press('つないだ媒体から読み取る')(page) } },
  { name: 'settlement', place: '/settlement', whole: true },
  { name: 'settlement-none-left', scene: 'errors', place: '/settlement', whole: true, play: async (page) => { await page.getByLabel('契約番号を入力してください').fill('R8-税-017'); await page.getByRole('button', { name: '業務を終える' }).click(); await page.waitForTimeout(400) } },
  { name: 'settlement-empty', scene: 'empty', place: '/settlement' },
  { name: 'settlement-hostile', scene: 'hostile', place: '/settlement', size: tall },
  { name: 'settlement-english', place: '/settlement', language: 'en', whole: true },
  { name: 'settlement-zoomed', place: '/settlement', size: zoomed, whole: true },
  { name: 'settlement-give', place: '/settlement/give', whole: true, play: async (page) => { await page.getByText('一部だけ選ぶ').first().click().catch(() => undefined) } },
  { name: 'wipe-new-vault', place: '/settlement', whole: true, play: async (page) => { await page.getByRole('button', { name: /保管庫の写しの消去/ }).last().click(); await page.waitForTimeout(400) } },
  { name: 'wipe-vault', place: '/wipe/d11', whole: true },
  { name: 'wipe-plans', place: '/wipe' },
  { name: 'wipe-plans-empty', scene: 'empty', place: '/wipe' },
  { name: 'wipe-new', place: '/wipe/new', whole: true },
  { name: 'wipe-plan', place: '/wipe/d6', whole: true, play: (page) => page.getByRole('button', { name: '計画' }).click() },
  { name: 'wipe-notice', place: '/wipe/d1', whole: true },
  { name: 'wipe-do', place: '/wipe/d2', whole: true, play: chooseStick },
  { name: 'wipe-do-refused', scene: 'errors', place: '/wipe/d2', whole: true, play: async (page) => { await chooseStick(page); await page.getByRole('button', { name: '消去を始める' }).click() } },
  { name: 'wipe-do-running', place: '/wipe/d2', slow: 60, play: async (page) => { await chooseStick(page); await page.getByRole('button', { name: '消去を始める' }).click() } },
  { name: 'wipe-destroy', place: '/wipe/d5', whole: true },
  { name: 'wipe-new-files', place: '/wipe/new', whole: true, play: async (page) => { await page.getByRole('combobox', { name: '対象の種類' }).click(); await page.getByRole('option', { name: 'ファイル・フォルダ' }).click() } },
  { name: 'wipe-files', place: '/wipe/d7', whole: true, play: press('一覧を作る') },
  { name: 'wipe-command', place: '/wipe/d8', whole: true, play: async (page) => { await page.getByRole('radio', { name: /AZ0003K7Q1/ }).check(); await press('使える命令を調べる')(page) } },
  { name: 'wipe-external', place: '/wipe/d9', whole: true },
  { name: 'wipe-verify-others', place: '/wipe/d10', whole: true },
  { name: 'wipe-verify', place: '/wipe/d3', whole: true },
  { name: 'wipe-certify', place: '/wipe/d4', whole: true, play: (page) => page.getByRole('button', { name: '証明書' }).first().click() },
  { name: 'wipe-english', place: '/wipe/d2', language: 'en', whole: true },
  { name: 'wipe-zoomed', place: '/wipe/d2', size: zoomed, whole: true, play: chooseStick },
  ...cityOfficePlays, ...carryOutPlays, ...flowPlays, ...incidentPlays, ...auditPlays, ...backupPlays,
  ...staffingPlays,
  ...workplacePlays,
  ...ledgerPlays,
  ...sendingPlays,
  { name: 'receive', place: '/receive' },
  { name: 'receive-empty', scene: 'empty', place: '/receive' },
  { name: 'receive-no-contract', scene: 'empty', place: '/pack' },
  { name: 'receive-designate', place: '/receive/new', whole: true },
  { name: 'receive-take', place: '/receive/h4', whole: true, play: press('ファイルを選ぶ') },
  { name: 'receive-take-refused', scene: 'errors', place: '/receive/h4', whole: true, play: take },
  { name: 'receive-take-running', place: '/receive/h4', slow: 60, play: take },
  { name: 'receive-tray', place: '/receive/h4', slow: 60, play: async (page) => { await take(page); await page.getByRole('link', { name: '媒体', exact: true }).click() } },
  { name: 'receive-differs', place: '/receive/h2', whole: true },
  { name: 'receive-checked', place: '/receive/h3', play: press('預り証へ進む') },
  { name: 'receive-receipt', place: '/receive/h1', whole: true },
  { name: 'receive-take-zoomed', place: '/receive/h4', size: zoomed, whole: true, play: press('ファイルを選ぶ') },
  { name: 'pack', place: '/pack' },
  { name: 'pack-one', place: '/pack', play: press('P-R8-017-002の詳細を開く') },
  { name: 'pack-new', place: '/pack/new', whole: true },
  { name: 'pack-sealed', place: '/pack/new', whole: true, play: seal },
  { name: 'pack-sealed-letter', place: '/pack/new', whole: true, play: async (page) => { await seal(page, false, 'letter'); await page.waitForTimeout(2000) } },
  { name: 'pack-new-no-letter', scene: 'errors', place: '/pack/new', whole: true },
  { name: 'pack-split', place: '/pack/new', whole: true, play: split },
  { name: 'pack-split-offered', place: '/pack/new', whole: true, play: (page) => chooseAll(page) },
  { name: 'pack-one-volumes', place: '/pack', size: tall, play: press('P-R8-017-003の詳細を開く') },
  { name: 'pack-write', place: '/pack', size: tall, play: (page) => write(page, 'P-R8-017-001') },
  { name: 'pack-write-large', place: '/pack', size: tall, play: (page) => write(page, 'P-R8-017-004') },
  { name: 'pack-write-split', place: '/pack', size: tall, play: async (page) => { await write(page, 'P-R8-017-004'); await page.getByRole('button', { name: /ずつに分割する/ }).click() } },
  { name: 'pack-write-rest', place: '/pack', size: tall, play: (page) => write(page, 'P-R8-017-003') },
  { name: 'pack-write-other', place: '/pack', size: tall, play: (page) => write(page, 'P-R8-017-001', 'MED-2026-0004') },
  { name: 'pack-write-running', place: '/pack', slow: 60, play: async (page) => { await write(page, 'P-R8-017-001'); await page.getByRole('button', { name: '書き込む', exact: true }).click(); await page.waitForTimeout(1500) } },
  { name: 'pack-write-left', place: '/pack', slow: 60, play: async (page) => { await write(page, 'P-R8-017-001'); await page.getByRole('button', { name: '書き込む', exact: true }).click(); await page.getByRole('dialog').getByRole('button', { name: '閉じる' }).click(); await page.waitForTimeout(900) } },
  { name: 'pack-written', place: '/pack?open=k1&medium=MED-2026-0003', size: tall, play: async (page) => { await page.getByRole('button', { name: '媒体のフォルダを選ぶ' }).click(); await page.getByRole('button', { name: '書き込む', exact: true }).click(); await page.waitForTimeout(2000) } },
  { name: 'pack-write-refused', scene: 'errors', place: '/pack', size: tall, play: async (page) => { await write(page, 'P-R8-017-001'); await page.getByRole('button', { name: '書き込む', exact: true }).click(); await page.waitForTimeout(500) } },
  { name: 'pack-verify', place: '/pack', size: tall, play: async (page) => { await press('P-R8-017-002の詳細を開く')(page); await press('もう一度検証する')(page); await page.getByLabel('パスフレーズで開けて').check() } },
  { name: 'pack-verified-again', place: '/pack', size: tall, play: async (page) => { await press('P-R8-017-002の詳細を開く')(page); await press('もう一度検証する')(page); await page.getByRole('button', { name: '検証する', exact: true }).click(); await page.waitForTimeout(2000) } },
  { name: 'pack-verify-differs', scene: 'errors', place: '/pack', size: tall, play: async (page) => { await press('P-R8-017-002の詳細を開く')(page); await press('もう一度検証する')(page); await page.getByRole('button', { name: '検証する', exact: true }).click(); await page.waitForTimeout(2000) } },
  { name: 'pack-write-english', place: '/pack?open=k4&medium=MED-2026-0003', language: 'en', size: tall, play: (page) => page.getByRole('button', { name: 'Choose the medium’s folder' }).click() },
  { name: 'pack-write-zoomed', place: '/pack?open=k4&medium=MED-2026-0003', size: zoomed, play: (page) => page.getByRole('button', { name: '媒体のフォルダを選ぶ' }).click() },
  { name: 'pack-new-english', place: '/pack/new', language: 'en', whole: true },
  { name: 'pack-new-zoomed', place: '/pack/new', size: zoomed, whole: true, play: split },
  { name: 'hostile-pack-one', scene: 'hostile', place: '/pack', size: tall, play: (page) => page.locator('.table-open').first().click() },
  { name: 'unpack', place: '/receive/open', whole: true },
  { name: 'unpack-letter', scene: 'city', place: '/open', whole: true, play: press('ファイルを選ぶ') },
  { name: 'unpack-running', scene: 'city', place: '/open', slow: 60, play: async (page) => { await unpack(page); await page.waitForTimeout(1500) } },
  { name: 'unpack-opened', scene: 'city', place: '/open', whole: true, play: async (page) => { await unpack(page); await page.waitForTimeout(2000) } },
  { name: 'unpack-looked', scene: 'city', place: '/open', whole: true, play: async (page) => { await press('ファイルを選ぶ')(page); await press('取り出さずに確かめる')(page); await page.waitForTimeout(2000) } },
  { name: 'unpack-refused', scene: 'errors', place: '/receive/open', whole: true, play: async (page) => { await unpack(page, 'Kd7mW-9xTzr-Hq4Ba-pLn82-VgYc6'); await page.waitForTimeout(500) } },
  { name: 'unpack-english', place: '/receive/open', language: 'en', whole: true, play: press('Choose files') },
  { name: 'unpack-zoomed', place: '/receive/open', size: zoomed, whole: true, play: press('ファイルを選ぶ') },
  { name: 'media-check', place: '/media', size: tall, play: (page) => check(page) },
  { name: 'media-checked', place: '/media', size: tall, play: async (page) => { await checkNow(page); await page.waitForTimeout(2000) } },
  { name: 'media-check-running', place: '/media', slow: 60, play: async (page) => { await checkNow(page); await page.waitForTimeout(1500) } },
  { name: 'media-found', scene: 'errors', place: '/media', size: tall, play: async (page) => { await check(page); await page.getByRole('button', { name: '検査する', exact: true }).click(); await page.waitForTimeout(2000) } },
  { name: 'media-check-zoomed', place: '/media', size: zoomed, play: (page) => check(page) },
  { name: 'media-check-english', place: '/media', language: 'en', size: tall, play: async (page) => { await press('Open details of MED-2026-0004')(page); await press('Check for viruses')(page) } },
  { name: 'media-history', place: '/media', size: tall, play: async (page) => { await press('MED-2026-0004の詳細を開く')(page); await page.locator('.folds summary').nth(1).click() } },
  { name: 'media-return', place: '/media', play: async (page) => { await press('MED-2026-0004の詳細を開く')(page); await press('市へ返却する')(page) } },
  { name: 'send-unwritten', place: '/send/new?package=k1', whole: true, play: async (page) => { await press('媒体や文書を小包・郵便で送る')(page); await page.getByRole('combobox', { name: '使う媒体' }).click(); await page.getByRole('option', { name: /MED-2026-0003/ }).click() } },
  { name: 'pack-running', place: '/pack/new', slow: 60, play: async (page) => { await seal(page, false); await page.waitForTimeout(3000) } },
  { name: 'pack-cancel', place: '/pack/new', slow: 60, play: async (page) => { await seal(page, false); await page.getByRole('button', { name: '中止する' }).click() } },
  { name: 'send', place: '/send' },
  { name: 'send-new', place: '/send/new?package=k1' },
  { name: 'send-fax', place: '/send/new', play: press('FAXで送る') },
  { name: 'send-parcel', place: '/send/new?package=k1', whole: true, play: press('媒体や文書を小包・郵便で送る') },
  { name: 'send-mail', place: '/send/new?package=k1', whole: true, play: press('電子メールに添付して送る') },
  { name: 'send-shinten', place: '/send/m1', whole: true },
  { name: 'send-dispatch', place: '/send/m2', whole: true, play: (page) => page.getByLabel('追跡番号（簡易書留）').fill('588-00-12345-3') },
  { name: 'send-underway', place: '/send/m3', whole: true },
  { name: 'send-mail-sent', place: '/send/e2', whole: true, play: press('伝えたことを記録する') },
  { name: 'send-parcel-zoomed', place: '/send/new?package=k1', size: zoomed, whole: true, play: press('媒体や文書を小包・郵便で送る') },
  { name: 'documents', place: '/documents' },
  { name: 'documents-empty', place: '/documents', scene: 'empty' }, { name: 'documents-hostile', place: '/documents', scene: 'hostile' },
  { name: 'documents-superseded', place: '/documents', play: async (page) => { await page.getByRole('button', { name: 'ひ-R8-001の詳細を開く' }).first().click() } },
  { name: 'letters-new', place: '/documents/new' },
  { name: 'letters-issue', place: '/documents/new', whole: true, play: chooseForm('F-05') }, { name: 'letters-missing', place: '/documents/new', scene: 'errors', play: chooseForm('F-01') },
  { name: 'letters-hostile', place: '/documents/new', scene: 'hostile', play: chooseForm('F-03') }, { name: 'letters-settings', place: '/documents/settings', whole: true },
  { name: 'requests', place: '/requests' }, { name: 'requests-empty', place: '/requests', scene: 'empty' }, { name: 'requests-one', place: '/requests', play: async (page) => { await page.getByRole('button', { name: /作業場所届出書の詳細を開く/ }).click() } },
  { name: 'requests-record', place: '/requests', play: press('求めを記録する') },
  { name: 'documents-one', place: '/documents', play: press('A-R8-017-001の詳細を開く') },
  { name: 'documents-acknowledge', place: '/documents', play: async (page) => { await press('市からの書面を取り込む')(page); await page.getByRole('dialog').getByRole('button', { name: 'ファイルを選ぶ' }).click() } },
  { name: 'ledger', place: '/ledger', play: press('台帳を検証する') },
  { name: 'ledger-broken', scene: 'errors', place: '/ledger', play: async (page) => { await press('台帳を検証する')(page); await page.waitForTimeout(900) } },
  { name: 'ledger-one', place: '/ledger', play: press('11　書類を発行した') },
  { name: 'settings', place: '/settings', whole: true },
  { name: 'settings-factor', place: '/settings', whole: true, play: showQr },
  { name: 'settings-codes', place: '/settings', whole: true, play: async (page) => { await showQr(page); await page.getByLabel('認証アプリに表示された6桁のコード').fill('123456'); await press('設定を終える')(page) } },
  { name: 'settings-city', scene: 'city', place: '/settings', whole: true },
  { name: 'city-today', scene: 'city' },
  { name: 'city-import', scene: 'city', place: '/import', whole: true, play: async (page) => { await press('ファイルを選ぶ')(page); await page.waitForTimeout(700) } },
  { name: 'city-one', scene: 'city', place: '/import', play: press('A-R8-017-002の詳細を開く') },
  { name: 'english-receive', place: '/receive/h4', language: 'en', whole: true },
  { name: 'english-send', place: '/send/m3', language: 'en' },
  { name: 'hostile-receive', scene: 'hostile', place: '/receive' },
  { name: 'hostile-pack', scene: 'hostile', place: '/pack/new' },
  { name: 'hostile-send', scene: 'hostile', place: '/send' },
]

async function showQr(page: Page): Promise<void> {
  await press('二要素認証を設定する')(page)
  const block = page.locator('section, .block').filter({ hasText: '予備コード' }).or(page.locator('form').filter({ hasText: 'QRコードを表示する' })).last()
  await block.locator('input[type=password]').first().fill('paper')
  await press('QRコードを表示する')(page)
}

async function chooseStick(page: Page): Promise<void> {
  await page.getByRole('radio', { name: /AZ0003K7Q1/ }).check()
  await page.getByRole('textbox', { name: 'ID' }).fill('mizuno')
  await page.locator('.second input[type=password]').fill('kumo-wa-shiroi-7')
}

async function firstOffice(page: Page): Promise<void> {
  await page.getByLabel('組織の名称').fill('株式会社ひかりの丘データサービス')
  await page.getByLabel('文書番号の頭文字').fill('ひ')
  await page.getByRole('button', { name: '次へ' }).click()
}

async function firstAdministrator(page: Page): Promise<void> {
  await firstOffice(page)
  await page.getByLabel('氏名').fill('水野 灯里')
  await page.getByLabel('フリガナ').fill('ミズノ アカリ')
  await page.getByRole('textbox', { name: 'ID', exact: true }).fill('mizuno')
  await page.getByLabel('パスワード', { exact: true }).fill('tobira kumo suzume hoshi')
  await page.getByLabel('パスワード（もう一度）').fill('tobira kumo suzume hoshi')
  await page.getByRole('button', { name: '保管庫をつくる' }).click()
}

async function signIn(page: Page, password: string): Promise<void> {
  await page.getByRole('textbox', { name: 'ID', exact: true }).fill('mizuno')
  await page.getByLabel('パスワード', { exact: true }).fill(password)
  await page.getByRole('button', { name: '開ける', exact: true }).click()
}

/** At the door of a damaged vault, with a second factor; the chosen folder holds a rescue already. */
async function rescueByCode(page: Page): Promise<void> {
  await signIn(page, 'damaged-code')
  await page.getByLabel('認証コード').fill('123456')
  await page.getByRole('button', { name: '開ける', exact: true }).click()
  await page.getByLabel('認証コード').fill('654321')
  await press('読み取れる記録を取り出す')(page)
}

async function take(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'ファイルを選ぶ' }).first().click()
  await page.getByRole('combobox', { name: '媒体', exact: true }).click()
  await page.getByRole('option', { name: /MED-2026-0004/ }).click()
  const product = page.getByRole('textbox', { name: '検査ソフト' })
  if (await product.count() > 0) {
    await product.fill('みほんウイルス対策')
    await page.getByLabel('検査画面を見て確かめました').check()
  }
  await page.getByLabel('情報の種類', { exact: true }).fill('市民税宛名データ')
  await page.getByLabel('保管場所').fill('本社3階 第2作業室 施錠キャビネットC-2')
  await page.getByLabel('甲の了承を得て例外として進める').check()
  await page.getByLabel('甲の了承番号').fill('R8税承0042')
  await page.getByLabel('理由').fill('窓口の都合で日を改めたため')
  await page.getByRole('textbox', { name: 'ID', exact: true }).fill('mizuno')
  await page.getByLabel('パスワード', { exact: true }).fill('tobira kumo suzume hoshi')
  await page.getByRole('button', { name: '受け取って照合する' }).click()
  await page.waitForTimeout(1500)
}

async function chooseAll(page: Page): Promise<void> {
  await page.getByLabel('すべて選ぶ').check()
  await page.getByRole('button', { name: '置き場所を選ぶ' }).click()
}

async function split(page: Page): Promise<void> {
  await chooseAll(page)
  await page.getByRole('combobox', { name: '分割' }).click()
  await page.getByRole('option', { name: /DVD/ }).click()
}

async function write(page: Page, no: string, medium = 'MED-2026-0003'): Promise<void> {
  await press(`${no}の詳細を開く`)(page)
  await press('媒体に書き込む')(page)
  await page.getByRole('combobox', { name: '書き込む媒体' }).click()
  await page.getByRole('option', { name: new RegExp(medium) }).click()
  await page.getByRole('button', { name: '媒体のフォルダを選ぶ' }).click()
}

async function unpack(page: Page, passphrase?: string): Promise<void> {
  await page.getByRole('button', { name: 'ファイルを選ぶ' }).click()
  if (passphrase !== undefined) await page.locator('.unpack-secret input').fill(passphrase)
  await page.getByRole('button', { name: '取り出す先を選ぶ' }).click()
  await page.getByRole('button', { name: '開梱する' }).click()
}

async function check(page: Page, no = 'MED-2026-0003'): Promise<void> {
  await press(`${no}の詳細を開く`)(page)
  await press('ウイルスチェックをする')(page)
  await page.getByRole('button', { name: 'つないだ媒体のフォルダを選ぶ' }).click()
}

/** A person's word, where no scanner is ready. */
async function attest(page: Page): Promise<void> {
  const product = page.getByRole('textbox', { name: '検査ソフト' })
  if (await product.count() === 0) return
  await product.fill('みほんウイルス対策')
  await page.getByRole('button', { name: '定義ファイルの日付' }).click()
  await page.locator('button[data-today]').first().click()
  await page.getByLabel('検査画面を見て、検出がないことを確かめました').check()
}

async function checkNow(page: Page): Promise<void> {
  await check(page)
  await attest(page)
  await page.getByRole('button', { name: '検査する', exact: true }).click()
}

async function seal(page: Page, wait = true, key: 'passphrase' | 'letter' = 'passphrase'): Promise<void> {
  await chooseAll(page)
  if (key === 'passphrase') await page.getByRole('radio', { name: 'パスフレーズで封をする' }).check()
  await page.getByRole('button', { name: '封をする' }).last().click()
  if (!wait) return
  await page.getByRole('button', { name: '表示する', exact: true }).click({ timeout: 15_000 })
  await page.getByRole('button', { name: '読み上げ用に表示する' }).click()
}
