import { app, session, type Session } from 'electron'
import type { origins } from './app-protocol.ts'

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
  closed.on('will-download', (event) => event.preventDefault())
  return closed
}

/** No page of ours opens another, leaves its place, or holds one of somebody else. */
export function keepPagesAtHome(): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.setWindowOpenHandler(() => ({ action: 'deny' }))
    contents.on('will-navigate', (event) => event.preventDefault())
    contents.on('will-redirect', (event) => event.preventDefault())
    contents.on('will-attach-webview', (event) => event.preventDefault())
  })
}

function isAllowed(url: string, origin: string): boolean {
  if (url.startsWith(`${origin}/`) || url.startsWith('data:') || url.startsWith(`blob:${origin}/`)) return true
  return !app.isPackaged && url.startsWith('devtools:')
}
