import { app, session, type Session } from 'electron'
import { origin } from './app-protocol.ts'

/**
 * The session that the window lives in: in memory, so that Chromium writes nothing of what was seen to disk; nothing
 * from outside `app://` is requested; no permission is given, no download begun, no other page opened.
 */
export function closedSession(): Session {
  const closed = session.fromPartition('window')
  closed.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !isAllowed(url) }))
  closed.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  closed.setPermissionCheckHandler(() => false)
  closed.setDevicePermissionHandler(() => false)
  closed.on('will-download', (event) => event.preventDefault())
  app.on('web-contents-created', (_event, contents) => {
    contents.setWindowOpenHandler(() => ({ action: 'deny' }))
    contents.on('will-navigate', (event) => event.preventDefault())
    contents.on('will-redirect', (event) => event.preventDefault())
    contents.on('will-attach-webview', (event) => event.preventDefault())
  })
  return closed
}

function isAllowed(url: string): boolean {
  if (url.startsWith(`${origin}/`) || url.startsWith('data:') || url.startsWith(`blob:${origin}/`)) return true
  return !app.isPackaged && url.startsWith('devtools:')
}
