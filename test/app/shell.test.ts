import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import type { Page } from '@playwright/test'
import type {} from '../../renderer/shell.ts'
import { hikari, mizuno } from '../../cli/demo/people.ts'
import { expect, startingArguments, test } from './launch.ts'
import { deskBehind } from './parts/behind-the-page.ts'
import { inMain } from './parts/in-main.ts'

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
  const outcome = await inMain(office.app, async ({ session }) =>
    session.fromPartition('window').fetch('http://127.0.0.1:1/').then(() => 'answered', (error: Error) => error.message))
  expect(outcome).toContain('ERR_BLOCKED_BY_CLIENT')
})

test('files beside the pages are out of reach', async ({ common: office }) => {
  const paths = ['/../main/index.cjs', '/..%2fmain%2findex.cjs', '/%2e%2e/main/index.cjs', '/assets/../../preload/index.cjs', '/../../package.json']
  const statuses = await inMain(office.app, async ({ session }, paths) =>
    Promise.all(paths.map(async (path) => (await session.fromPartition('window').fetch(`app://azukari${path}`)).status)), paths)
  expect(statuses.filter((status) => status === 200)).toEqual([])
})

test('the page cannot go elsewhere, open a window or be given a permission', async ({ office, page }) => {
  await page.evaluate(() => { location.href = 'https://example.com/' })
  await page.evaluate(() => { location.href = 'data:text/html,elsewhere' })
  expect(await page.evaluate(() => window.open('app://azukari/') === null)).toBe(true)
  expect(await page.evaluate(() => Notification.requestPermission())).toBe('denied')
  // A word to main and back: whatever was to happen to the page has happened by then.
  expect(await inMain(office.app, ({ BrowserWindow }) => BrowserWindow.getAllWindows().map((window) => window.webContents.getURL()))).toEqual(['app://azukari/'])
  expect(page.url()).toBe('app://azukari/')
})

test('every page is closed: sandboxed, apart from Node and from what it shows', async ({ common: office }) => {
  const pages = await inMain(office.app, ({ webContents }) => webContents.getAllWebContents().map((contents) => (contents as unknown as { getLastWebPreferences(): Record<string, unknown> }).getLastWebPreferences()))
  expect(pages).toHaveLength(1)
  for (const page of pages) {
    expect(page).toMatchObject({ sandbox: true, contextIsolation: true, nodeIntegration: false, webSecurity: true, webviewTag: false, disableDialogs: true })
    expect([page['nodeIntegrationInWorker'], page['nodeIntegrationInSubFrames'], page['allowRunningInsecureContent'], page['experimentalFeatures'], page['enableBlinkFeatures']].filter(Boolean)).toEqual([])
  }
})

test('a page within the page, or a thread of it, has no wire', async ({ common: { page } }) => {
  const found = await page.evaluate(async () => {
    const inner = (source: Partial<HTMLIFrameElement>): Promise<unknown> => new Promise((settle) => {
      const frame = Object.assign(document.createElement('iframe'), source)
      frame.onload = () => {
        try { settle([typeof (frame.contentWindow as unknown as { wire: unknown }).wire, frame.contentDocument?.body.textContent]) } catch { settle('apart') }
        frame.remove()
      }
      document.body.append(frame)
      setTimeout(() => settle('never came'), 5000)
    })
    const thread = await new Promise<string>((settle) => {
      try {
        const worker = new Worker(URL.createObjectURL(new Blob(['postMessage(typeof wire)'])))
        Object.assign(worker, { onerror: () => settle('none'), onmessage: () => settle('began') })
      } catch { settle('none') }
    })
    const frames = await Promise.all([inner({ src: 'about:blank' }), inner({ src: 'app://azukari/' }), inner({ src: 'data:text/html,<p>x' }), inner({ srcdoc: '<p>x<script>parent.ran = 1</script>' })])
    return { frames, thread, ran: (window as unknown as { ran?: number }).ran }
  })
  expect(found.thread).toBe('none')
  expect(found.ran).toBeUndefined()
  expect(found.frames[0]).toEqual(['undefined', ''])
  for (const frame of found.frames) expect(JSON.stringify(frame)).not.toMatch(/function|object/)
})

test('no link, form, refresh or drop leads anywhere', async ({ common: office }) => {
  const { page } = office
  // A page that is asked to leave while it still comes does not come at all.
  await expect(page.getByRole('heading').first()).toBeVisible()
  await page.evaluate(() => {
    const click = (html: string, what: string): void => {
      const place = document.createElement('div')
      place.innerHTML = html
      document.body.append(place)
      const found = place.querySelector(what)
      if (found instanceof HTMLFormElement) found.submit()
      else (found as HTMLElement | null)?.click()
      place.remove()
    }
    for (const target of ['_self', '_blank', '_top', 'other']) for (const href of ['https://example.com/', 'file:///etc/passwd', 'data:text/html,x', 'javascript:window.ran=1', 'app://question/', 'app://azukari/other.html', 'ms-settings:', 'mailto:a@b.example']) click(`<a href="${href}" target="${target}">x</a>`, 'a')
    for (const method of ['get', 'post']) click(`<form action="https://example.com/" method="${method}"><input name="a"></form>`, 'form')
    const refresh = Object.assign(document.createElement('meta'), { httpEquiv: 'refresh', content: '0;url=https://example.com/' })
    document.head.append(refresh)
    const dataTransfer = new DataTransfer()
    dataTransfer.items.add(new File(['<h1>mine</h1>'], 'page.html', { type: 'text/html' }))
    for (const name of ['dragover', 'drop']) document.body.dispatchEvent(new DragEvent(name, { dataTransfer, bubbles: true, cancelable: true }))
    history.pushState(null, '', '#/')
  })
  expect(await page.evaluate(() => [window.open('about:blank') === null, (window as unknown as { ran?: number }).ran])).toEqual([true, undefined])
  // The driver itself still waits for some of these to lead somewhere: so without its locators, and with a new start for those who come after.
  await expect.poll(() => page.evaluate(() => document.querySelector('h1') !== null)).toBe(true)
  expect(await inMain(office.app, ({ webContents }) => webContents.getAllWebContents().map((contents) => contents.getURL().split('#')[0]))).toEqual(['app://azukari/'])
  await page.reload()
})

test('the page is given no camera, clipboard, screen, place or device, whether it looks or asks', async ({ common: { page } }) => {
  const given = await page.evaluate(async () => {
    const names = ['camera', 'microphone', 'geolocation', 'notifications', 'clipboard-read', 'midi', 'accelerometer', 'background-sync', 'persistent-storage', 'idle-detection', 'local-fonts', 'window-management', 'display-capture', 'storage-access', 'screen-wake-lock']
    const looked = await Promise.all(names.map((name) => navigator.permissions.query({ name: name as PermissionName }).then(({ state }) => `${name} ${state}`, () => `${name} unknown`)))
    const devices = navigator as unknown as Record<'usb' | 'hid' | 'serial' | 'bluetooth', { requestDevice?(order: object): Promise<unknown>; requestPort?(): Promise<unknown>; getDevices?(): Promise<unknown[]> } | undefined>
    const asked: Record<string, () => Promise<unknown> | undefined> = {
      camera: () => navigator.mediaDevices.getUserMedia({ video: true }), microphone: () => navigator.mediaDevices.getUserMedia({ audio: true }), screen: () => navigator.mediaDevices.getDisplayMedia({ video: true }),
      clipboard: () => navigator.clipboard.readText(), place: () => new Promise((settle, fail) => navigator.geolocation.getCurrentPosition(settle, fail)),
      usb: () => devices.usb?.requestDevice?.({ filters: [] }), hid: () => devices.hid?.requestDevice?.({ filters: [] }).then((found) => { if ((found as []).length === 0) throw new Error('none') }), serial: () => devices.serial?.requestPort?.(), bluetooth: () => devices.bluetooth?.requestDevice?.({ acceptAllDevices: true }),
    }
    const got: string[] = []
    // Each asked at most two seconds: a question that waits for ever was not granted.
    for (const [name, ask] of Object.entries(asked)) await Promise.race([Promise.resolve().then(() => ask() ?? Promise.reject(new Error('unknown'))).then(() => got.push(name), () => {}), new Promise((next) => { setTimeout(next, 2000) })])
    return { granted: looked.filter((one) => / (granted|prompt)$/.test(one)), got }
  })
  expect(given).toEqual({ granted: [], got: [] })
})

test('nothing is downloaded', async ({ common: office }) => {
  await inMain(office.app, ({ session }) => {
    const seen: string[] = []
    Object.assign(globalThis, { seen })
    session.fromPartition('window').on('will-download', (event, item) => seen.push(`${event.defaultPrevented} ${item.getSavePath()}`))
  })
  await office.page.evaluate(() => { Object.assign(document.createElement('a'), { href: URL.createObjectURL(new Blob(['mine'])), download: 'mine.exe' }).click() })
  await expect.poll(() => inMain(office.app, () => (globalThis as unknown as { seen: string[] }).seen)).toEqual(['true '])
})

test('every page that is served carries the policy, whatever way it was asked for, and nothing is kept', async ({ common: office }) => {
  const pages = await inMain(office.app, async ({ session }) => {
    const asked = [['window', 'app://azukari/'], ['window', 'app://azukari/index.html'], ['window', 'app://azukari/any/place'], ['window', 'app://azukari/?a=b'], ['question', 'app://question/']] as const
    return Promise.all(asked.map(async ([partition, url]) => {
      const { status, headers } = await session.fromPartition(partition).fetch(url)
      return [status, headers.get('content-security-policy') ?? '', headers.get('cache-control'), headers.get('x-content-type-options'), headers.get('referrer-policy')] as const
    }))
  })
  for (const [status, policy, cache, sniffing, referrer] of pages) {
    expect([status, cache, sniffing, referrer]).toEqual([200, 'no-store', 'nosniff', 'no-referrer'])
    for (const rule of ["default-src 'none'", "script-src 'self'", "object-src 'none'", "frame-src 'none'", "worker-src 'none'", "connect-src 'none'", "form-action 'none'", "base-uri 'none'", "frame-ancestors 'none'"]) expect(`; ${policy};`).toContain(`; ${rule};`)
  }
  // Each load has a number of its own.
  expect(new Set(pages.map(([, policy]) => policy)).size).toBe(pages.length)
})

test('a page that something else in the program made is kept at home as well, and no certificate is believed', async ({ common: office }) => {
  const came = await inMain(office.app, async ({ app, BrowserWindow, session }) => {
    const other = new BrowserWindow({ show: false, webPreferences: { session: session.fromPartition('window') } })
    await other.loadURL('app://azukari/')
    await other.webContents.executeJavaScript('location.href = "data:text/html,elsewhere"; window.open("app://azukari/"); 1')
    await new Promise((next) => { setTimeout(next, 300) })
    const url = other.webContents.getURL()
    const count = BrowserWindow.getAllWindows().length
    other.destroy()
    const believed: unknown[] = []
    const event = { preventDefault: () => believed.push('asked') }
    const { webContents } = BrowserWindow.getAllWindows()[0]!
    app.emit('certificate-error', event, webContents, 'https://a', 'net::ERR', {}, (word: boolean) => believed.push(word))
    app.emit('select-client-certificate', event, webContents, 'https://a', [{}], (chosen?: unknown) => believed.push(chosen ?? 'none'))
    return [url, count, ...believed]
  })
  expect(came).toEqual(['app://azukari/', 2, 'asked', false, 'asked', 'none'])
})

test('no address and no type of file leads here, and no crash is told of to anybody', async ({ common: office }) => {
  expect(await inMain(office.app, ({ app, crashReporter, session }) => ({
    schemes: ['app', 'azukari', 'http', 'mailto'].filter((scheme) => app.isDefaultProtocolClient(scheme)),
    ignored: ['open-url', 'open-file'].map((name) => { let prevented = false; app.emit(name, { preventDefault: () => { prevented = true } }, 'azukari://wipe'); return prevented }),
    uploads: (() => { try { return crashReporter.getUploadToServer() } catch { return false } })(), spelling: session.fromPartition('window').isSpellCheckerEnabled(),
    kept: session.fromPartition('window').isPersistent() || session.fromPartition('question').isPersistent(), quiet: app.commandLine.hasSwitch('disable-breakpad'),
  }))).toEqual({ schemes: [], ignored: [true, true], uploads: false, spelling: false, kept: false, quiet: true })
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

  const answerWith = (button: number) => inMain(office.app, ({ dialog }, response) => {
    const said = globalThis as unknown as { asked: string[] }
    said.asked ??= []
    dialog.showMessageBox = (...args: unknown[]) => {
      said.asked.push((args.at(-1) as { message: string }).message)
      return Promise.resolve({ response, checkboxChecked: false })
    }
  }, button)
  // Answered before it closes: what is asked of an app that goes away is sometimes never answered.
  const tryToClose = () => inMain(office.app, ({ BrowserWindow }) => { setTimeout(() => BrowserWindow.getAllWindows()[0]?.close(), 0) })

  await answerWith(0)
  await tryToClose()
  await expect.poll(() => inMain(office.app, () => (globalThis as unknown as { asked: string[] }).asked)).toEqual(['終わっていない作業があります。'])
  expect(office.app.windows()).toHaveLength(1)

  await answerWith(1)
  const gone = once(office.app.process(), 'exit')
  // The app may be gone before it can say that it was told.
  await tryToClose().catch(() => {})
  expect(await gone).toEqual([0, null])
})

test('of what was seen, nothing is left in the folder that the window itself writes into', async ({ office, page, home }) => {
  await deskBehind(page).vault.create({ organisation: { ...hikari, name: '架空葛籠情報処理' }, administrator: mizuno })
  await page.reload()
  await page.evaluate(() => { localStorage.setItem('azukari.language', 'ja') })
  await office.close()
  const files = readdirSync(join(home, 'window'), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  for (const file of files) {
    const bytes = readFileSync(file)
    for (const said of ['架空葛籠情報処理', mizuno.name, mizuno.loginId, 'app://']) for (const encoding of ['utf8', 'utf16le'] as const) expect(bytes.includes(Buffer.from(said, encoding)), `${said} in ${file}`).toBe(false)
  }
  expect(files.filter((file) => /\.dmp$|Cache_Data|IndexedDB|Session Storage|History/.test(file))).toEqual([])
})

test('a window whose page was killed, as by Ctrl-C in its terminal, ends in order', async ({ office, home }) => {
  const gone = once(office.app.process(), 'exit')
  await inMain(office.app, ({ BrowserWindow }) => { process.kill(BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId() ?? 0, 'SIGTERM') })
  expect(await gone).toEqual([0, null])
  expect(existsSync(join(home, 'log/incidents.jsonl'))).toBe(false)
})
