import { app, session, type Session, type WebPreferences } from 'electron'
import type { origins } from './app-protocol.ts'

/** What every page of ours may do, which is nothing but show itself and speak through its own preload. */
export const closedPage = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInSubFrames: false,
  nodeIntegrationInWorker: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  webviewTag: false,
  navigateOnDragDrop: false,
  disableDialogs: true,
  spellcheck: false,
  devTools: !app.isPackaged,
} as const satisfies WebPreferences

/**
 * A session that a window lives in, of its own name: in memory, so that Chromium writes nothing of what was seen to disk; nothing
 * from outside its own origin is requested; no permission is given, no download begun, no other page opened.
 */
export function closedSession(name: string, origin: (typeof origins)[keyof typeof origins]): Session {
  const closed = session.fromPartition(name)
  closed.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !isAllowed(url, origin) }))
  closed.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  closed.setPermissionCheckHandler(() => false)
  closed.setDevicePermissionHandler(() => false)
  closed.setDisplayMediaRequestHandler((_request, answer) => answer({}))
  closed.setBluetoothPairingHandler((_details, answer) => answer({ confirmed: false }))
  closed.setUSBProtectedClassesHandler(({ protectedClasses }) => protectedClasses)
  // Nothing is fetched, so no certificate is ever to be believed.
  closed.setCertificateVerifyProc((_request, answer) => answer(-2))
  closed.setSpellCheckerEnabled(false)
  closed.on('will-download', (event) => event.preventDefault())
  return closed
}

/** No page of ours opens another, leaves its place, or holds one of somebody else. */
export function keepPagesAtHome(): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.setWindowOpenHandler(() => ({ action: 'deny' }))
    contents.on('will-navigate', (event) => event.preventDefault())
    contents.on('will-redirect', (event) => event.preventDefault())
    contents.on('will-frame-navigate', (event) => event.preventDefault())
    contents.on('will-attach-webview', (event) => event.preventDefault())
    contents.on('select-bluetooth-device', (event, _devices, choose) => { event.preventDefault(); choose('') })
  })
  app.on('certificate-error', (event, _contents, _url, _error, _certificate, believe) => { event.preventDefault(); believe(false) })
  app.on('select-client-certificate', (event, _contents, _url, _list, choose) => { event.preventDefault(); choose() })
  app.on('login', (event, _contents, _details, _asked, choose) => { event.preventDefault(); choose() })
  // Nobody outside hands us an address or a file: there is no scheme and no type of file that leads here.
  app.on('open-url', (event) => event.preventDefault())
  app.on('open-file', (event) => event.preventDefault())
  app.on('continue-activity', (event) => event.preventDefault())
}

function isAllowed(url: string, origin: string): boolean {
  if (url.startsWith(`${origin}/`) || url.startsWith('data:') || url.startsWith(`blob:${origin}/`)) return true
  return !app.isPackaged && url.startsWith('devtools:')
}
