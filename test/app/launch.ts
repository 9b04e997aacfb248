import type { ChildProcess } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { _electron, test as base, type ElectronApplication, type Page } from '@playwright/test'
import { hasDisplay, startXvfb } from '../../scripts/display.mjs'
import { findElectronRuntime } from '../../scripts/set-up/electron-runtime.mjs'
import { inMain } from './parts/in-main.ts'

export { expect } from '@playwright/test'

const root = resolve(import.meta.dirname, '../..')

/** A running Azukari on a home of its own. */
export interface Office {
  app: ElectronApplication
  page: Page
  /** The folder of its vault, ledger and log. */
  home: string
  /** The folder that Chromium takes for its own. */
  profile: string
  /** Whatever the page complained about on its console, or threw. */
  complaints: string[]
  /** Saves the page as test-results/screens/NAME.png (1280×800) and returns the path. */
  screenshot(name: string): Promise<string>
  /** Lets the next questions for files (or one folder) be answered with these paths, without a dialog. */
  answerFileDialog(...paths: string[]): Promise<void>
  close(): Promise<void>
}

export interface OfficeOptions {
  /** Opens an existing home again; without it a new, empty one, which goes when the test ends. */
  home?: string
  environment?: Record<string, string>
}

interface Fixtures {
  /** Opens as many offices as a test needs; all are closed at its end. */
  openOffice(options?: OfficeOptions): Promise<Office>
  office: Office
  page: Page
  home: string
}

interface WorkerFixtures {
  /** Where there is no display, one that nobody sees, for this worker alone: windows of two workers do not take the focus from each other. */
  display: void
  /** One office for all tests that look and leave nothing behind: opening takes seconds. */
  common: Office
}

/** Tests in the real window. `office`, `page` and `home` belong to one new office; `openOffice` opens more. */
export const test = base.extend<Fixtures, WorkerFixtures>({
  display: [async ({}, use) => {
    const screen = hasDisplay() ? null : await startXvfb()
    if (screen) process.env['DISPLAY'] = screen.display
    await use()
    screen?.stop()
  }, { scope: 'worker', auto: true }],
  common: [async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'azukari-window-'))
    const office = await open(join(folder, 'home'), join(folder, 'profile'), {})
    await use(office)
    try {
      await office.close()
    } finally {
      clear(folder)
    }
  }, { scope: 'worker' }],
  openOffice: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'azukari-window-'))
    const offices: Office[] = []
    let asked = 0
    await use(async (options = {}) => {
      asked += 1
      const office = await open(options.home ?? join(folder, `home-${asked}`), join(folder, `profile-${asked}`), options)
      offices.push(office)
      return office
    })
    const closed = await Promise.allSettled(offices.map((office) => office.close()))
    clear(folder)
    for (const one of closed) if (one.status === 'rejected') throw one.reason
  },
  office: async ({ openOffice }, use) => { await use(await openOffice()) },
  page: async ({ office }, use) => { await use(office.page) },
  home: async ({ office }, use) => { await use(office.home) },
})

/** What the app is started with, for tests that start it without Playwright. */
export function startingArguments(home: string, profile: string): { executable: string; args: string[] } {
  const runtime = findElectronRuntime()
  if (!runtime) throw new Error('there is no Electron yet: run `npm run set-up`')
  const switches = [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), '--disable-gpu', '--log-level=3', `--user-data-dir=${profile}`]
  return { executable: runtime.executable, args: [...switches, join(import.meta.dirname, 'small-office'), '--home', home] }
}

/**
 * Once in some dozens of starts the driver attaches to both of Electron's debuggers and then waits for ever for the main process
 * to be let go. A start takes seconds: one that takes half a minute is ended by the driver and tried again.
 */
async function launch(options: Parameters<typeof _electron.launch>[0], tries = 4): Promise<ElectronApplication> {
  try {
    return await _electron.launch({ ...options, timeout: 30_000 })
  } catch (error) {
    if (tries <= 1 || !(error instanceof Error && error.name === 'TimeoutError')) throw error
    return launch(options, tries - 1)
  }
}

async function open(home: string, profile: string, { environment = {} }: OfficeOptions): Promise<Office> {
  const { executable, args } = startingArguments(home, profile)
  // A locale that every machine has, and that knows Japanese file names: where one is missing, the driver drops no such file.
  const app = await launch({ executablePath: executable, args, env: { ...(process.env as Record<string, string>), LANGUAGE: 'ja', LC_ALL: 'C.UTF-8', TZ: 'Asia/Tokyo', ...environment } })
  // Of an app that has gone, the driver does not tell its process any more.
  const child = app.process()
  const page = await app.firstWindow()
  const complaints: string[] = []
  page.on('console', (message) => { if (message.type() === 'error') complaints.push(message.text()) })
  page.on('pageerror', (error) => complaints.push(String(error)))

  return {
    app, page, home, profile, complaints,
    async screenshot(name) {
      const path = join(root, 'test-results/screens', `${name}.png`)
      mkdirSync(dirname(path), { recursive: true })
      await page.screenshot({ path, animations: 'disabled' })
      return path
    },
    async answerFileDialog(...paths) {
      await inMain(app, ({ dialog }, filePaths) => {
        dialog.showOpenDialog = () => Promise.resolve({ canceled: filePaths.length === 0, filePaths })
        dialog.showSaveDialog = () => Promise.resolve({ canceled: filePaths.length === 0, filePath: filePaths[0] ?? '' })
      }, paths)
    },
    close: () => end(app, child),
  }
}

/** What is left of an app that has gone may write its last into its folder while that is emptied. */
const clear = (folder: string): void => rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 250 })

/** How long an app is waited for that was asked to end, each time it is asked. */
const PATIENCE = 30_000

/**
 * Ends an app in order. One that does not end, since a question stands there or the driver's word was lost, is asked once more by its
 * process, and then killed, and the test told: otherwise a test that failed would take its worker and those who come after with it.
 */
async function end(app: ElectronApplication, child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = new Promise<void>((settle) => { child.once('exit', () => settle()) })
  const closed = app.close().catch(() => {})
  const goes = (): Promise<boolean> => Promise.race([gone.then(() => true), pause(PATIENCE, false, { ref: false })])
  if (!await goes()) {
    child.kill('SIGTERM')
    if (!await goes()) {
      child.kill('SIGKILL')
      await gone
      throw new Error('the window did not end, though it was asked to twice, and was killed')
    }
  }
  await Promise.race([closed, pause(PATIENCE, undefined, { ref: false })])
}
