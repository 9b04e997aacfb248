import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import type { Page } from '@playwright/test'
import type {} from '../../renderer/shell.ts'
import { expect, startingArguments, test } from './launch.ts'

/** Calls an operation as the page does, and returns its last message. */
function ask(page: Page, name: unknown, input?: unknown): Promise<unknown> {
  return page.evaluate(([name, input]) => new Promise((settle) => {
    window.wire.call(name as string, input, (message) => { if (!('progress' in (message as object))) settle(message) })
  }), [name, input])
}

test('the window opens on its own page, in Japanese, without a complaint', async ({ office, page }) => {
  await expect(page.getByRole('heading').first()).toBeVisible()
  expect(page.url()).toBe('app://azukari/')
  expect(await page.title()).toContain('預かり')
  expect(await page.evaluate(() => [innerWidth, innerHeight])).toEqual([1280, 800])
  await office.screenshot('first-window')
  expect(office.complaints).toEqual([])
})

test('the page has nothing of Node, and of the desk only the wire', async ({ common: { page } }) => {
  const found = await page.evaluate(() => ['require', 'process', 'module', 'Buffer', 'global', 'electron'].filter((name) => name in window))
  expect(found).toEqual([])
  expect(await page.evaluate(() => [typeof window.wire.call, typeof window.pathOf])).toEqual(['function', 'function'])
})

test('the page runs no inline script, evaluates no text and wears no foreign style', async ({ common: { page } }) => {
  const ran = await page.evaluate(async () => {
    const script = document.createElement('script')
    script.textContent = 'window.ran = "inline"'
    document.body.append(script)
    const style = document.createElement('style')
    style.textContent = 'body { outline: 7px solid red }'
    document.head.append(style)
    // While Playwright itself evaluates, evaluation is let through; so not within its turn.
    await new Promise((next) => { setTimeout(next) })
    // oxlint-disable-next-line no-eval -- this is what must not work
    const evaluated = () => { try { return (0, eval)('"evaluated"') as string } catch { return 'nothing' } }
    return [(window as unknown as { ran?: string }).ran ?? 'nothing', getComputedStyle(document.body).outlineWidth === '7px', evaluated()]
  })
  expect(ran).toEqual(['nothing', false, 'nothing'])
  await page.evaluate(() => {
    const button = document.createElement('button')
    button.setAttribute('onclick', 'document.title = "inline handler"')
    document.body.append(button)
    button.click()
  })
  expect(await page.title()).not.toBe('inline handler')
})

test('a style that carries the nonce of this load is worn', async ({ common: { page } }) => {
  const width = await page.evaluate(() => {
    const style = document.createElement('style')
    style.nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? ''
    style.textContent = 'body { outline: 7px solid red }'
    document.head.append(style)
    const { outlineWidth } = getComputedStyle(document.body)
    style.remove()
    return outlineWidth
  })
  expect(width).toBe('7px')
})

test('the page reaches nothing outside, not even itself by fetch', async ({ common: { page } }) => {
  const reached = await page.evaluate(async () => {
    const addresses = ['https://example.com/', 'http://127.0.0.1:1/', 'file:///etc/hostname', 'app://azukari/index.html', 'app://other/']
    const answers = await Promise.all(addresses.map((address) => fetch(address).then(() => address, () => null)))
    return answers.filter((answer) => answer !== null)
  })
  expect(reached).toEqual([])
})

test('what lies outside the policy is not requested even where the policy would let it pass', async ({ common: office }) => {
  const outcome = await office.app.evaluate(async ({ session }) =>
    session.fromPartition('window').fetch('http://127.0.0.1:1/').then(() => 'answered', (error: Error) => error.message))
  expect(outcome).toContain('ERR_BLOCKED_BY_CLIENT')
})

test('files beside the pages are out of reach', async ({ common: office }) => {
  const paths = ['/../main/index.cjs', '/..%2fmain%2findex.cjs', '/%2e%2e/main/index.cjs', '/assets/../../preload/index.cjs', '/../../package.json']
  const statuses = await office.app.evaluate(async ({ session }, paths) =>
    Promise.all(paths.map(async (path) => (await session.fromPartition('window').fetch(`app://azukari${path}`)).status)), paths)
  expect(statuses.filter((status) => status === 200)).toEqual([])
})

test('the page cannot go elsewhere, open a window or be given a permission', async ({ office, page }) => {
  await page.evaluate(() => { location.href = 'https://example.com/' })
  await page.evaluate(() => { location.href = 'data:text/html,elsewhere' })
  expect(await page.evaluate(() => window.open('app://azukari/') === null)).toBe(true)
  expect(await page.evaluate(() => Notification.requestPermission())).toBe('denied')
  // A word to main and back: whatever was to happen to the page has happened by then.
  expect(await office.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((window) => window.webContents.getURL()))).toEqual(['app://azukari/'])
  expect(page.url()).toBe('app://azukari/')
})

test('a call of no operation, or of none by that shape, is broken and says no more than a number', async ({ office, page, home }) => {
  for (const name of ['toString', '__proto__.constructor', 'x'.repeat(101), '']) {
    expect(await ask(page, name)).toEqual({ broken: { incident: expect.stringMatching(/^[A-Z0-9]{6}$/) as unknown } })
  }
  expect(await ask(page, 7)).toMatchObject({ broken: {} })
  expect(existsSync(join(home, 'log/incidents.jsonl'))).toBe(true)
  expect(office.complaints).toEqual([])
})

test('an input that is too large is not read', async ({ common: { page } }) => {
  const answer = await page.evaluate(() => new Promise((settle) => { window.wire.call('shell.pickFiles', 'x'.repeat(40_000_000), settle) }))
  expect(answer).toMatchObject({ broken: {} })
})

test('the page learns where a file lies that was dropped on it or chosen', async ({ common: { page } }) => {
  await page.evaluate(() => {
    const chooser = document.createElement('input')
    chooser.type = 'file'
    chooser.id = 'chooser'
    document.body.append(chooser)
  })
  await page.setInputFiles('#chooser', import.meta.filename)
  const path = await page.evaluate(() => {
    const chooser = document.querySelector<HTMLInputElement>('#chooser')
    chooser?.remove()
    return [...(chooser?.files ?? []), new File(['from nowhere'], 'a.txt')].map((file) => window.pathOf(file))
  })
  expect(path).toEqual([import.meta.filename, ''])
})

test('files are chosen through the wire', async ({ common: office }) => {
  const { page } = office
  await office.answerFileDialog('/tmp/名簿.csv')
  expect(await ask(page, 'shell.pickFiles')).toEqual({ done: ['/tmp/名簿.csv'] })
  await office.answerFileDialog()
  expect(await ask(page, 'shell.pickFolder')).toEqual({ done: null })
})

test('a second window on one home says so and goes', async ({ office, home, page }) => {
  const { executable, args } = startingArguments(home, `${home}-other-profile`)
  const second = spawn(executable, args, { stdio: ['ignore', 'ignore', 'pipe'] })
  const said = text(second.stderr)
  const [code] = await once(second, 'exit') as [number]
  expect(code).toBe(1)
  expect(await said).toContain(`already open on ${home}`)
  expect(await page.title()).toContain('預かり')
  expect(office.app.windows()).toHaveLength(1)
})

test('a window with work under way asks before it closes, and calls the work off when told to', async ({ office, page, home }) => {
  expect(await ask(page, 'vault.create', {
    organisation: { kind: 'contractor', name: '架空情報処理', address: '', representative: '', tel: '', email: '', docPrefix: 'か' },
    administrator: { name: '水野', kana: 'みずの', title: '', email: '', tel: '', loginId: 'mizuno', password: 'aoi-kumo-to-shiroi-hashi', roles: [] },
  })).toMatchObject({ done: { status: { state: 'open' } } })
  const large = join(home, '../large.pdf')
  writeFileSync(large, Buffer.alloc(20_000_000, 7))
  await page.evaluate((path) => {
    const page = window as unknown as { heard?: object }
    window.wire.call('documents.verify', { paths: Array.from({ length: 10_000 }, () => path), trust: [] }, (message) => { page.heard = message as object })
  }, large)
  await expect.poll(() => page.evaluate(() => JSON.stringify((window as unknown as { heard?: object }).heard ?? null))).toContain('progress')

  // Told until it was heard: an answer from a busy main process may be lost on its way to the driver.
  const answerWith = (button: number) => expect(() => office.app.evaluate(({ dialog }, response) => {
    const said = globalThis as unknown as { asked: string[] }
    said.asked ??= []
    dialog.showMessageBox = (...args: unknown[]) => {
      said.asked.push((args.at(-1) as { message: string }).message)
      return Promise.resolve({ response, checkboxChecked: false })
    }
  }, button)).toPass()
  // Answered before it closes: what is asked of an app that goes away is sometimes never answered.
  const tryToClose = () => office.app.evaluate(({ BrowserWindow }) => { setTimeout(() => BrowserWindow.getAllWindows()[0]?.close(), 0) })

  await answerWith(0)
  await tryToClose().catch(() => {})
  await expect.poll(() => office.app.evaluate(() => (globalThis as unknown as { asked: string[] }).asked)).toEqual(['終わっていない作業があります。'])
  expect(office.app.windows()).toHaveLength(1)

  await answerWith(1)
  const gone = once(office.app.process(), 'exit')
  // The app may be gone before it can say that it was told.
  await tryToClose().catch(() => {})
  expect(await gone).toEqual([0, null])
})

test('a window whose page was killed, as by Ctrl-C in its terminal, ends in order', async ({ office, home }) => {
  const gone = once(office.app.process(), 'exit')
  await office.app.evaluate(({ BrowserWindow }) => { process.kill(BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId() ?? 0, 'SIGTERM') })
  expect(await gone).toEqual([0, null])
  expect(existsSync(join(home, 'log/incidents.jsonl'))).toBe(false)
})
