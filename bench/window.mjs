// Measures the real window over an office of years: node --import tsx bench/window.mjs [--home HOME] [--entries N] [--parcels N] [--seconds N]
// Wants a build (node scripts/build.mjs). Without --home it makes one of its own and removes it. Without a display it draws by software on Xvfb.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { _electron } from '@playwright/test'
import { hasDisplay, startXvfb } from '../scripts/display.mjs'
import { findElectronRuntime } from '../scripts/set-up/electron-runtime.mjs'
import { LOGIN, makeVaultOfYears } from './vault-of-years.mjs'

const { values: asked } = parseArgs({ options: { home: { type: 'string' }, entries: { type: 'string', default: '120000' }, parcels: { type: 'string', default: '100000' }, seconds: { type: 'string', default: '10' } } })
const seconds = Number(asked.seconds)
const folder = mkdtempSync(join(tmpdir(), 'azukari-bench-window-'))
const home = asked.home ?? join(folder, 'home')
const said = (ms) => (ms < 10 ? ms.toFixed(1) : Math.round(ms).toLocaleString('en'))
const middle = (all) => all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0
const tell = (what, text) => console.log(`${what.padEnd(58)} ${text}`)

const runtime = findElectronRuntime()
if (!runtime) throw new Error('there is no Electron yet: run `npm run set-up`')
const screen = hasDisplay() ? null : await startXvfb()
if (screen) process.env.DISPLAY = screen.display
console.log(`${cpus().length} × ${cpus()[0]?.model}, load ${loadavg()[0]?.toFixed(1)}; ${screen ? 'Xvfb, drawn by software' : `display ${process.env.DISPLAY}`}`)
if (!asked.home) {
  console.log(`making an office of ${asked.entries} entries, ${asked.parcels} parcels`)
  await makeVaultOfYears(home, { entries: Number(asked.entries), parcels: Number(asked.parcels), slips: 100 })
}
const args = [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), '--disable-gpu', '--log-level=3', `--user-data-dir=${join(folder, 'profile')}`, resolve(import.meta.dirname, '..'), '--home', home]
const app = await _electron.launch({ executablePath: runtime.executable, args, env: { ...process.env, LANG: 'ja_JP.UTF-8', TZ: 'Asia/Tokyo' }, timeout: 60_000 })
try {
  const page = await app.firstWindow()
  page.setDefaultTimeout(1_800_000)
  await page.getByLabel('ID', { exact: true }).fill(LOGIN.loginId)
  await page.getByLabel('パスワード', { exact: true }).fill(LOGIN.password)
  const signingIn = performance.now()
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: '今日' }).waitFor()
  tell('from the password to 今日', `${said(performance.now() - signingIn)} ms`)

  await page.getByRole('link', { name: '台帳', exact: true }).click()
  const name = /送付管理簿/
  await page.getByRole('link', { name }).first().waitFor()
  const opened = []
  for (let n = 0; n < 7; n++) {
    opened.push(await clickUntil(page, 'a[href$="/ledgers/mailings"]', '.grid-data .grid-cell:not(:has(.grid-waiting))'))
    if (n < 6) {
      await page.goBack()
      await page.locator('a[href$="/ledgers/mailings"]').first().waitFor()
    }
  }
  tell('a ledger of all its rows: from the click to the first rows', `${said(opened[0])} ms, then ${said(middle(opened.slice(1)))} ms (median of ${opened.length - 1}), at most ${said(Math.max(...opened))} ms`)
  const homes = []
  for (let n = 0; n < 5; n++) {
    homes.push(await clickUntil(page, 'nav a[href$="#/"], nav a[href="/"]', 'main h1, main [role=heading]'))
    await page.goBack()
    await page.locator('.grid-data').first().waitFor()
  }
  tell('今日: from the click', `${said(middle(homes))} ms (median of ${homes.length}), at most ${said(Math.max(...homes))} ms`)

  for (const word of ['𠮷田', '税務', '髙橋 校正', 'MED-2026-0017']) {
    const times = []
    for (let n = 1; n <= 7; n++) times.push(await page.evaluate((search) => new Promise((resolve, reject) => {
      const from = performance.now()
      window.wire.call('ledgers.page', { ledger: 'mailings', search, from: 0, count: 100 }, (message) => ('done' in message ? resolve(performance.now() - from) : reject(new Error(JSON.stringify(message)))))
    }), word + ' '.repeat(n)))
    tell(`search ${word}, asked by the page`, `${said(middle(times))} ms (median of 7), at most ${said(Math.max(...times))} ms`)
  }

  await page.locator('.grid-box').hover()
  for (const [how, act] of [['by the wheel, 2,400 pixels a second', wheel], ['thrown along the bar, to a thousand places', drag]]) {
    const frames = await framesWhile(app, page, () => act(page))
    tell(`scrolling ${how}`, `${frames.drawn} frames in ${said(frames.ms)} ms (${(frames.drawn / frames.ms * 1000).toFixed(1)} a second), ${frames.dropped} dropped by the compositor; script saw ${frames.ticks} ticks, median ${said(frames.median)} ms, 99 % ${said(frames.most99)} ms, longest ${said(frames.longest)} ms; rows not there yet in ${frames.waiting} ticks; the page’s thread worked ${said(frames.work.TaskDuration / frames.ticks)} ms of processor a tick (script ${said(frames.work.ScriptDuration / frames.ticks)}, layout ${said(frames.work.LayoutDuration / frames.ticks)}, style ${said(frames.work.RecalcStyleDuration / frames.ticks)})`)
  }
  console.log(`load at the end ${loadavg()[0]?.toFixed(1)}`)
} finally {
  await app.close()
  screen?.stop()
  rmSync(folder, { recursive: true, force: true })
}

/** Milliseconds from a click within the page until something is drawn. */
function clickUntil(page, from, to) {
  return page.evaluate(([link, target]) => new Promise((resolve, reject) => {
    const start = performance.now()
    const look = () => {
      if (document.querySelector(target)) requestAnimationFrame(() => resolve(performance.now() - start))
      else if (performance.now() - start > 600_000) reject(new Error(`${target} did not come`))
      else requestAnimationFrame(look)
    }
    document.querySelector(link).click()
    requestAnimationFrame(look)
  }), [from, to])
}

/** What Chromium drew and dropped (its own trace), and how the page's animation frames came. */
async function framesWhile(app, page, act) {
  await app.evaluate(({ contentTracing }) => contentTracing.startRecording({ included_categories: ['cc', 'benchmark', 'disabled-by-default-devtools.timeline.frame', 'devtools.timeline.frame'] }))
  await page.evaluate(() => {
    globalThis.ticks = []
    globalThis.waitingTicks = 0
    let last = performance.now()
    const tick = () => {
      const now = performance.now()
      globalThis.ticks.push(now - last)
      if (document.querySelector('.grid-waiting')) globalThis.waitingTicks++
      last = now
      globalThis.ticking = requestAnimationFrame(tick)
    }
    globalThis.ticking = requestAnimationFrame(tick)
  })
  const session = await page.context().newCDPSession(page)
  // In the processor's time of the page's thread, so that other programs do not count.
  await session.send('Performance.setTimeDomain', { timeDomain: 'threadTicks' }).catch(() => {})
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  const worked = async () => Object.fromEntries((await session.send('Performance.getMetrics')).metrics.map(({ name, value }) => [name, value * 1000]))
  const before = await worked()
  const start = performance.now()
  await act()
  const ms = performance.now() - start
  const after = await worked()
  const work = Object.fromEntries(['TaskDuration', 'ScriptDuration', 'LayoutDuration', 'RecalcStyleDuration'].map((name) => [name, after[name] - before[name]]))
  await session.detach()
  const { ticks, waiting } = await page.evaluate(() => {
    cancelAnimationFrame(globalThis.ticking)
    return { ticks: globalThis.ticks.slice(2), waiting: globalThis.waitingTicks }
  })
  const path = await app.evaluate(({ contentTracing }) => contentTracing.stopRecording())
  const { traceEvents } = JSON.parse(readFileSync(path, 'utf8'))
  rmSync(path)
  const reports = traceEvents.filter(({ name, ph, args }) => name === 'PipelineReporter' && ph === 'b' && args?.chrome_frame_reporter)
  const count = (state) => reports.filter(({ args }) => args.chrome_frame_reporter.state === state).length
  const sorted = ticks.toSorted((a, b) => a - b)
  return {
    ms, work, ticks: ticks.length, waiting, median: middle(ticks), most99: sorted[Math.floor(sorted.length * 0.99)] ?? 0, longest: sorted.at(-1) ?? 0,
    drawn: count('STATE_PRESENTED_ALL') + count('STATE_PRESENTED_PARTIAL'), dropped: count('STATE_DROPPED'),
  }
}

/** As a hand does it: the compositor scrolls, and the page draws rows as they come. */
async function wheel(page) {
  const session = await page.context().newCDPSession(page)
  const box = await page.locator('.grid-box').boundingBox()
  await session.send('Input.synthesizeScrollGesture', { x: box.x + box.width / 2, y: box.y + box.height / 2, yDistance: -2400 * seconds, speed: 2400, gestureSourceType: 'mouse' })
  await session.detach()
}

/** The bar is pulled: each frame somewhere else. */
function drag(page) {
  return page.evaluate((times) => new Promise((resolve) => {
    const box = document.querySelector('.grid-box')
    let n = 0
    const step = () => {
      box.scrollTop = (box.scrollHeight * n) / times
      if (n++ < times) requestAnimationFrame(step)
      else resolve()
    }
    step()
  }), seconds * 60)
}
