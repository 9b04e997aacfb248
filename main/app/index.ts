import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { app, dialog, Menu, type BrowserWindow } from 'electron'
import { askedHome, homeFolder } from '../home.ts'
import { incidentLog } from '../incidents.ts'
import { answerWire } from './answer-wire.ts'
import { origin, origins, registerAppProtocol, serveAppProtocol } from './app-protocol.ts'
import { closedSession, keepPagesAtHome } from './closed-session.ts'
import { openFarEnd, type FarEnd } from './far-end.ts'
import { lastQuestionIn } from './last-question.ts'
import { buildMenu } from './menu.ts'
import { watchEveryMinute } from './due-notices.ts'
import { takeScreenshot } from './screenshot.ts'
import { hazardAmong, quiet } from './switches.ts'
import { isPageOf, makeWindow } from './window.ts'

const home = homeFolder(askedHome(process.argv))
const log = incidentLog(home)
process.on('uncaughtException', (error) => stop(error))
process.on('unhandledRejection', (error) => stop(error))

registerAppProtocol()
for (const name of quiet) app.commandLine.appendSwitch(name)
// Without a namespace of its own (root in a container) Chromium's sandbox dies: whoever starts it so has said --no-sandbox.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()

const hazard = app.isPackaged ? hazardAmong((name) => app.commandLine.hasSwitch(name), process.getuid?.() === 0) : undefined
if (hazard !== undefined) leave(`a released Azukari does not start with --${hazard}`)
else if (!claim(home)) leave(`Azukari is already open on ${home} (預かりは、このフォルダーですでに開いています)`)
else void app.whenReady().then(open)

/** One window for one home: the lock that Electron keeps lies in the home, whoever starts it and with whatever profile. */
function claim(folder: string): boolean {
  const own = join(folder, 'window')
  mkdirSync(own, { recursive: true, mode: 0o700 })
  app.setPath('userData', own)
  app.setPath('sessionData', own)
  return app.requestSingleInstanceLock()
}

async function open(): Promise<void> {
  Menu.setApplicationMenu(buildMenu())
  keepPagesAtHome()
  const session = closedSession('window', origins.desk)
  serveAppProtocol(session, join(import.meta.dirname, '../renderer'))
  const question = closedSession('question', origins.question)
  serveAppProtocol(question, join(import.meta.dirname, '../question'), origins.question)

  const shown: { window?: BrowserWindow } = {}
  const front = (): BrowserWindow | undefined => shown.window
  const farEnd = await openFarEnd(home, log, lastQuestionIn(question, front), front)
  const window = makeWindow(session, farEnd.wire)
  shown.window = window
  answerWire(farEnd.wire, log, (frame) => isPageOf(window, frame))
  const watch = watchEveryMinute(window, farEnd.watch)
  endWith(farEnd, watch)
  app.on('second-instance', () => {
    window.show()
    window.restore()
    window.focus()
  })
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    // Ctrl-C in a terminal and the end of a desktop session reach the page's process too: that is an ordinary end.
    if (reason === 'killed' || reason === 'clean-exit') window.destroy()
    else stop(Object.assign(new Error('the page has died'), { code: reason.toUpperCase().replaceAll('-', '_') }))
  })
  await load(window)
  await showToWhoeverStartedUs(window)
}

/** Resolves when the page stands; a page that does not come at all stops the app. */
async function load(window: BrowserWindow): Promise<void> {
  const aborted = -3
  window.webContents.on('did-fail-load', (_event, code, name, _url, isMainFrame) => {
    if (isMainFrame && code !== aborted) stop(Object.assign(new Error('the page did not come'), { code: name }))
  })
  const stands = new Promise<void>((settle) => window.webContents.once('did-finish-load', () => settle()))
  // Its own promise also fails when the page tried to go elsewhere, or was killed, while it loaded: told apart above.
  window.loadURL(`${origin}/`).catch(() => {})
  await stands
}

/** The window has gone, and its ports with it: what was under way is called off, puts away its halves, and then the desk closes. */
function endWith(farEnd: FarEnd, watch: { stop(): void }): void {
  app.on('window-all-closed', () => {
    watch.stop()
    void farEnd.wire.whenIdle().then(() => farEnd.close()).then(() => app.quit())
  })
}

/** `npm start` without a display asks for a picture, and may ask us to end after it. A release does neither. */
async function showToWhoeverStartedUs(window: BrowserWindow): Promise<void> {
  const path = process.env['AZUKARI_SCREENSHOT']
  if (app.isPackaged || !path) return
  await takeScreenshot(window, path)
  console.log(`screenshot: ${path}`)
  if (process.env['AZUKARI_ONCE']) app.quit()
}

function leave(sentence: string): void {
  console.error(`azukari: ${sentence}`)
  app.exit(1)
}

/** Nobody planned for this: write it down, show its number, stop. */
function stop(error: unknown): void {
  const incident = log.incident(error)
  if (!app.isPackaged) console.error(error)
  console.error(`azukari: stopped by incident ${incident}; see ${join(home, 'log')}`)
  // A window that a test or a developer started has a terminal to look at, and nobody to press the button.
  if (app.isPackaged) dialog.showErrorBox('預かり', `予期しない問題が起きたため終了します。受付番号 ${incident}\nStopped by an unexpected failure; incident ${incident}.`)
  app.exit(70)
}
