import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { extname, join, normalize, sep } from 'node:path'
import { protocol, type Session } from 'electron'
import { contentSecurityPolicy } from './content-security-policy.ts'

/** Where our pages live: the desk's, and by itself the page of the last question. Nothing else is ever loaded. */
export const origins = { desk: 'app://azukari', question: 'app://question' } as const
export const origin = origins.desk

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
}

/** Makes `app://` a real origin. Must be called before the app is ready. */
export function registerAppProtocol(): void {
  protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } }])
}

/** Serves the files of one folder, and no others, under one of our origins. */
export function serveAppProtocol(session: Session, folder: string, from: (typeof origins)[keyof typeof origins] = origin): void {
  session.protocol.handle('app', async ({ url, method }) => {
    const { host, pathname } = new URL(url)
    const path = fileFor(folder, pathname)
    if (`app://${host}` !== from || method !== 'GET' || path === undefined) return new Response('forbidden', { status: 403 })
    const bytes = await readFile(path).catch(() => undefined)
    return bytes === undefined ? new Response('not found', { status: 404 }) : respond(path, bytes)
  })
}

function fileFor(folder: string, pathname: string): string | undefined {
  // A page of the window's own router has no file of its own.
  const path = extname(pathname) === '' ? join(folder, 'index.html') : join(folder, normalize(decodeURIComponent(pathname)))
  return path.startsWith(folder + sep) && types[extname(path)] !== undefined ? path : undefined
}

function respond(path: string, bytes: Buffer): Response {
  const headers = {
    'content-type': types[extname(path)] ?? 'application/octet-stream',
    'x-content-type-options': 'nosniff',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'referrer-policy': 'no-referrer',
    'cache-control': 'no-store',
  }
  if (extname(path) !== '.html') return new Response(new Uint8Array(bytes), { headers })

  // The style library writes <style> elements; each load of the page has a number that lets in its own and no others.
  const nonce = randomBytes(16).toString('base64')
  const page = bytes.toString('utf8').replaceAll('__CSP_NONCE__', nonce)
  return new Response(page, { headers: { ...headers, 'content-security-policy': contentSecurityPolicy(nonce) } })
}
