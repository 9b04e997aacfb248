import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ON_THE_SLIP } from '../../cli/demo/own-password.ts'
import { hikari, mizuno, oba, PASSWORD } from '../../cli/demo/people.ts'
import { hotp, stepOf } from '../../crypto/totp.ts'
import { expect, test } from './launch.ts'
import { fillIn, press } from './parts/at-the-page.ts'
import { deskBehind } from './parts/behind-the-page.ts'
import { firstSignIn, lock, signIn } from './parts/the-door.ts'

/** A clerk's first morning: the password on the slip is exchanged, an authenticator is set by its QR code, and the door asks for its code. */
test('a given password is changed first, and a second factor is read off the screen and asked at the door', async ({ page }) => {
  const desk = deskBehind(page)
  await desk.vault.create({ organisation: hikari, administrator: mizuno })
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
})

/** What a telephone would read: the picture through zbarimg, and the key in it. */
async function scanned(picture: { screenshot(how: { path: string }): Promise<unknown> }): Promise<Buffer> {
  const folder = mkdtempSync(join(tmpdir(), 'azukari-qr-'))
  try {
    const path = join(folder, 'qr.png')
    await picture.screenshot({ path })
    const { stdout } = spawnSync('zbarimg', ['-q', '--raw', path], { encoding: 'utf8' })
    const key = new URL(stdout.trim()).searchParams.get('secret') ?? ''
    const bits = [...key].map((symbol) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(symbol).toString(2).padStart(5, '0')).join('')
    return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => parseInt(byte, 2)))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
