import { join } from 'node:path'
import { BrowserWindow, type Session } from 'electron'
import { sameSerial } from '../../core/wipes/rules.ts'
import type { LastQuestion, World } from '../../core/world.ts'
import { origins } from './app-protocol.ts'
import { closedPage } from './closed-session.ts'
import { isPageOf } from './window.ts'

/** What the small window shows: the thing by what it is, in words that need no more looking up. */
export interface Asked { act: LastQuestion['act']; serial: string; no: string; type: string; model: string; bytes: number; holds: string }

/**
 * The last question before a drive is lost, in a window that main raises: its own page, its own session and its own preload, so that the
 * window of the desk can neither open it, see it nor answer for it. What came with the order is not believed. Closing it is no; so is
 * calling the work off. One question at a time.
 */
export function lastQuestionIn(session: Session, parent: () => BrowserWindow | undefined): World['confirm'] {
  let before: Promise<unknown> = Promise.resolve()
  return (question, signal) => {
    const asked = before.then(() => ask(session, parent(), question, signal))
    before = asked.catch(() => null)
    return asked
  }
}

async function ask(session: Session, parent: BrowserWindow | undefined, question: LastQuestion, signal: AbortSignal): Promise<string | null> {
  if (signal.aborted) return null
  const window = windowIn(session, parent)
  const close = (): void => { if (!window.isDestroyed()) window.destroy() }
  signal.addEventListener('abort', close, { once: true })
  try {
    return await new Promise<string | null>((settle) => {
      const { ipc } = window.webContents
      const isItsPage = (frame: Electron.WebFrameMain | null): boolean => isPageOf(window, frame, origins.question)
      ipc.handle('question', ({ senderFrame }) => (isItsPage(senderFrame) ? askedOf(question) : null))
      // Only the number itself is an answer: a slip of the finger is told and typed again.
      ipc.handle('typed', ({ senderFrame }, typed: unknown) => {
        if (!isItsPage(senderFrame) || typeof typed !== 'string' || !sameSerial(typed, question.medium.serial)) return false
        settle(typed)
        return true
      })
      ipc.on('no', ({ senderFrame }) => { if (isItsPage(senderFrame)) settle(null) })
      window.once('closed', () => settle(null))
      window.loadURL(`${origins.question}/`).catch(() => settle(null))
    })
  } finally {
    signal.removeEventListener('abort', close)
    close()
  }
}

function windowIn(session: Session, parent: BrowserWindow | undefined): BrowserWindow {
  const window = new BrowserWindow({
    width: 680, height: 600, useContentSize: true, resizable: false, minimizable: false, maximizable: false, fullscreenable: false, show: false, autoHideMenuBar: true, backgroundColor: '#ffffff', title: '預かり　最後の確認',
    ...(parent && !parent.isDestroyed() ? { parent, modal: true } : {}),
    webPreferences: { ...closedPage, session, preload: join(import.meta.dirname, '../preload/question.cjs') },
  })
  window.once('ready-to-show', () => window.show())
  return window
}

function askedOf({ act, medium, drive }: LastQuestion): Asked {
  return {
    act, serial: drive.serial ?? '', no: medium.no, type: medium.type, model: `${drive.maker} ${drive.model}`.trim(), bytes: drive.bytes,
    holds: drive.volumes.map(({ label, fileSystem }) => [label, fileSystem].filter(Boolean).join(' / ')).filter(Boolean).join('、'),
  }
}
