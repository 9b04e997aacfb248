import { BrowserWindow, dialog, type IpcMainEvent, type Session } from 'electron'
import { join } from 'node:path'
import { origin } from './app-protocol.ts'

/** Makes the one window, still empty. `jobsUnderWay` tells what would be called off if it were closed now. */
export function makeWindow(session: Session, jobsUnderWay: () => readonly string[]): BrowserWindow {
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
    webPreferences: {
      session,
      preload: join(import.meta.dirname, '../preload/index.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
    },
  })
  window.once('ready-to-show', () => window.show())
  askBeforeClosing(window, jobsUnderWay)
  return window
}

/** Whether a message comes from the page that we loaded, and not from a frame inside it or from what it became. */
export function isPageOf(window: BrowserWindow, frame: IpcMainEvent['senderFrame']): boolean {
  return frame !== null && !window.isDestroyed() && frame === window.webContents.mainFrame && frame.url.startsWith(`${origin}/`)
}

function askBeforeClosing(window: BrowserWindow, jobsUnderWay: () => readonly string[]): void {
  let asking = false
  window.on('close', (event) => {
    if (jobsUnderWay().length === 0) return
    event.preventDefault()
    if (asking) return
    asking = true
    void mayClose(window).then((may) => {
      asking = false
      if (may) window.destroy()
    })
  })
}

async function mayClose(window: BrowserWindow): Promise<boolean> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning',
    title: '預かり',
    message: '終わっていない作業があります。',
    detail: '閉じると作業を中断します。途中のファイルは残しません。\nWork is still under way. Closing calls it off and leaves nothing half done.',
    buttons: ['作業を続ける', '中断して閉じる'],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  })
  return response === 1
}
