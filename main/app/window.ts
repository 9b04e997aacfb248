import { BrowserWindow, dialog, type IpcMainEvent, type Session } from 'electron'
import { join } from 'node:path'
import { origin } from './app-protocol.ts'
import { closedPage } from './closed-session.ts'

/** What would be called off if the window were closed now, and when nothing is worked on any more. */
export interface Work { jobsUnderWay(): readonly string[]; whenIdle(): Promise<void> }

/** Makes the one window, still empty. */
export function makeWindow(session: Session, work: Work): BrowserWindow {
  const window = new BrowserWindow({
    width: 1280,
    height: 800,
    minWidth: 640,
    minHeight: 480,
    useContentSize: true,
    show: false,
    autoHideMenuBar: true,
    backgroundColor: '#ffffff',
    title: '預かり',
    webPreferences: { ...closedPage, session, preload: join(import.meta.dirname, '../preload/index.cjs') },
  })
  window.once('ready-to-show', () => window.show())
  askBeforeClosing(window, work)
  return window
}

/** Whether a message comes from the page that we loaded, and not from a frame inside it or from what it became. A frame that cannot be asked any more is not ours. */
export function isPageOf(window: BrowserWindow, frame: IpcMainEvent['senderFrame'], from: string = origin): boolean {
  try {
    return frame !== null && !window.isDestroyed() && frame === window.webContents.mainFrame && frame.origin === from && frame.url.startsWith(`${from}/`)
  } catch {
    // Electron throws where a frame went away while its message was on its way: that is no reason to stop, and none to answer.
    return false
  }
}

function askBeforeClosing(window: BrowserWindow, { jobsUnderWay, whenIdle }: Work): void {
  let asking = false
  window.on('close', (event) => {
    const jobs = jobsUnderWay()
    if (jobs.length === 0) return
    event.preventDefault()
    if (asking) return
    asking = true
    void askWhat(window, jobs.every((job) => needNobody.includes(job))).then((answer) => {
      asking = false
      if (answer === 'call off') window.destroy()
      if (answer === 'go on unseen') leaveWhenIdle(window, whenIdle)
    })
  })
}

/** A wipe takes hours and its result stands in the ledger. A sealing shows its passphrase to whoever is there, once: it needs somebody. */
const needNobody: readonly string[] = ['disposals.wipe', 'disposals.wipeFiles', 'disposals.wipeVault', 'disposals.command', 'disposals.verify']

/** The window is gone from sight; starting the app again brings it back. */
function leaveWhenIdle(window: BrowserWindow, whenIdle: () => Promise<void>): void {
  window.hide()
  void whenIdle().then(() => {
    if (!window.isDestroyed() && !window.isVisible()) window.destroy()
  })
}

async function askWhat(window: BrowserWindow, mayGoOnUnseen: boolean): Promise<'stay' | 'go on unseen' | 'call off'> {
  const answers = ['stay', ...(mayGoOnUnseen ? ['go on unseen' as const] : []), 'call off'] as const
  const words = { stay: '作業を続ける', 'go on unseen': '画面だけを閉じて続ける', 'call off': '中断して閉じる' }
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning',
    title: '預かり',
    message: '終わっていない作業があります。',
    detail: mayGoOnUnseen
      ? '画面を閉じても消去を続けられます。もう一度起動すると、画面が戻ります。中断すると「中止」と記録されます。\nErasing can go on without its window; start Azukari again to see it. Calling it off is recorded.'
      : '閉じると作業を中断します。途中のファイルは残しません。\nWork is still under way. Closing calls it off and leaves nothing half done.',
    buttons: answers.map((answer) => words[answer]),
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  })
  return answers[response] ?? 'stay'
}
