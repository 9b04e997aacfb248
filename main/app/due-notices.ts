import { app, Notification, powerMonitor, type BrowserWindow } from 'electron'
import type { Late } from '../../core/home/watch.ts'
import type { Watched } from '../desk.ts'
import { noticeBoard } from '../notice-board.ts'
import { origin } from './app-protocol.ts'

const MINUTE = 60_000

/** Numbers only: a notice lies over whatever else is on the screen, also when somebody else looks at it. */
const sentences: Readonly<Record<Late['kind'], (no: string) => string>> = {
  'carry-out-overdue': (no) => `持出 ${no} の返却期限を過ぎています。\nCarry-out ${no} is overdue.`,
  'carry-out-incident': (no) => `持出 ${no} が返却されないため、事故報告の下書きをつくりました。\nAn incident was drafted for carry-out ${no}.`,
  'parcel-not-arrived': (no) => `送付 ${no} の到着が確認されていません。\nParcel ${no} has not arrived.`,
  'first-report-late': (no) => `事故 ${no} の第一報が出ていません。直ちに市へ報告してください。\nThe first report of incident ${no} is late.`,
  'status-asked': (no) => `契約 ${no} の取扱状況の報告が求められています。\nA status report is asked for under contract ${no}.`,
  'parcel-incident': (no) => `送付 ${no} が到着しないため、事故報告の下書きをつくりました。\nAn incident was drafted for parcel ${no}.`,
}

/** Looks at every due time each minute, and at once when the machine wakes; a notice brings the window to the page on which it is settled. */
export function watchEveryMinute(window: BrowserWindow, watch: () => Promise<Watched | null>): { stop(): void } {
  if (process.platform === 'win32') app.setAppUserModelId('jp.azukari.desk')
  // Kept for as long as they are shown: the system tells of the click through them.
  const shown = new Set<Notification>()
  const board = noticeBoard(watch, (late) => {
    // A desktop without notices still shows which window wants to be looked at.
    if (!Notification.isSupported()) return window.isDestroyed() ? undefined : window.flashFrame(true)
    const notice = new Notification({ title: '預かり', body: sentences[late.kind](late.no), urgency: 'critical' })
    shown.add(notice)
    notice.on('close', () => shown.delete(notice))
    notice.on('click', () => bring(window, late.page))
    notice.show()
  }, Date.now)
  const look = (): void => void board.look()
  const timer = setInterval(look, MINUTE)
  powerMonitor.on('resume', look)
  return {
    stop() {
      clearInterval(timer)
      powerMonitor.off('resume', look)
    },
  }
}

/** To the same page in the same document: only what follows the # changes. */
function bring(window: BrowserWindow, page: string): void {
  if (window.isDestroyed()) return
  window.show()
  window.restore()
  window.focus()
  // Fails only when the page goes elsewhere meanwhile.
  window.loadURL(`${origin}/#${page}`).catch(() => {})
}
