import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ON_THE_SLIP } from '../../cli/demo/own-password.ts'
import { hikari, mizuno, oba, PASSWORD } from '../../cli/demo/people.ts'
import { hotp, stepOf } from '../../crypto/totp.ts'
import { expect, test } from './launch.ts'
import { fillIn, press } from './parts/at-the-page.ts'
import { fromBase32, toBase32 } from '../secrets/base32.ts'
import { saidByProcesses } from '../secrets/processes.ts'
import { searchFor, searchIn } from '../secrets/search.ts'
import { deskBehind } from './parts/behind-the-page.ts'
import { firstSignIn, lock, signIn } from './parts/the-door.ts'

/** A clerk's first morning: the password on the slip is exchanged, an authenticator is set by its QR code, and the door asks for its code. */
test('a given password is changed first, a second factor is read off the screen and asked at the door, and none of it is left behind', async ({ openOffice }) => {
  const machine = mkdtempSync(join(tmpdir(), 'azukari-machine-'))
  const office = await openOffice({ environment: { TMPDIR: machine, XDG_CACHE_HOME: join(machine, 'cache'), XDG_CONFIG_HOME: join(machine, 'config'), XDG_DATA_HOME: join(machine, 'data'), XDG_STATE_HOME: join(machine, 'state') } })
  const { page } = office
  const desk = deskBehind(page)
  const { recoveryKey } = await desk.vault.create({ organisation: hikari, administrator: mizuno })
  await desk.post.setServer({ host: 'mail.hikari.example', port: 465, security: 'tls', user: 'desk', from: { name: '預かり窓口', address: 'desk@hikari.example' }, caPem: null, fingerprint: null, password: MAIL })
  const keeper = await desk.people.register(oba)
  await desk.people.giveAccount({ personId: keeper.id, loginId: 'oba', password: ON_THE_SLIP })
  await desk.vault.lock()
  await page.reload()
  await firstSignIn(page, 'oba', ON_THE_SLIP, PASSWORD)

  await page.getByRole('link', { name: '設定' }).first().click()
  await press(page, '二要素認証を設定する')
  const block = page.locator('form').filter({ has: page.getByRole('button', { name: 'QRコードを表示する' }) })
  await block.getByLabel('今のパスワード').fill(PASSWORD)
  await press(page, 'QRコードを表示する')
  const secret = await scanned(page.getByRole('img', { name: '認証アプリに読み取らせるQRコード' }))
  const code = (away = 0): string => hotp(secret, stepOf(Date.now()) + away)
  await page.getByLabel('認証アプリに表示された6桁のコード').fill(code())
  await press(page, '設定を終える')
  const printed = page.getByRole('region', { name: '予備コード' }).locator('.key-groups span')
  await expect(printed).toHaveCount(10)
  const codes = await printed.allTextContents()
  expect(new Set(codes).size).toBe(10)
  await page.getByLabel('印刷した紙を見て').fill(codes.at(-1) ?? '')
  await press(page, '保管しました。続ける')
  await expect(page.getByText('使っています')).toBeVisible()

  await lock(page)
  await signIn(page, 'oba', PASSWORD)
  await expect(page.getByRole('heading', { name: '認証コード' })).toBeVisible()
  await fillIn(page, { '認証コード': '000000' })
  await press(page, '開ける')
  await expect(page.getByRole('alert')).toContainText('認証コードが違う')
  await fillIn(page, { '認証コード': code(1) })
  await press(page, '開ける')
  await expect(page.getByRole('heading', { name: '今日' })).toBeVisible()

  const processes = saidByProcesses(office.app.process().pid ?? 0)
  await office.close()
  const told = Object.fromEntries(codes.map((each, i) => [`recovery code ${i + 1}`, each]))
  const secrets = { password: PASSWORD, given: ON_THE_SLIP, mail: MAIL, recoveryKey, secret, typed: toBase32(secret), ...told }
  const left = searchFor({ ...secrets, contractor: hikari.name, keeper: oba.name }, [office.home, office.profile, machine])
  expect(left.hits).toEqual([])
  expect(left.files).toBeGreaterThan(3)
  if (process.platform === 'linux') expect(processes.length).toBeGreaterThan(3)
  expect(searchIn(secrets, processes.join('\n'))).toEqual([])
  rmSync(machine, { recursive: true, force: true })
})

/** Of the office's mail server. */
const MAIL = 'kaze-to-hikari-9!'

/** What a telephone would read: the picture through zbarimg, and the key in it. */
async function scanned(picture: { screenshot(how: { path: string }): Promise<unknown> }): Promise<Buffer> {
  const folder = mkdtempSync(join(tmpdir(), 'azukari-qr-'))
  try {
    const path = join(folder, 'qr.png')
    await picture.screenshot({ path })
    const { stdout } = spawnSync('zbarimg', ['-q', '--raw', path], { encoding: 'utf8' })
    const key = new URL(stdout.trim()).searchParams.get('secret') ?? ''
    return fromBase32(key)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
