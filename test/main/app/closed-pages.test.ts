import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'

const root = join(import.meta.dirname, '../../..')
const read = (room: string): [string, string][] => readdirSync(join(root, room), { recursive: true, encoding: 'utf8' }).filter((name) => /\.tsx?$/.test(name))
  .map((name): [string, string] => [`${room}/${name}`, readFileSync(join(root, room, name), 'utf8').replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '')])
const main = read('main')
const containing = (sources: [string, string][], what: RegExp): string[] => sources.filter(([, text]) => what.test(text)).map(([path]) => path)

describe('pages', () => {
  test('are made in two places, and each is a closed one with nothing taken back', () => {
    const makers = main.filter(([, text]) => /new BrowserWindow\(/.test(text))
    expect(makers.map(([path]) => path).toSorted()).toEqual(['main/app/last-question.ts', 'main/app/window.ts'])
    for (const [path, text] of makers) expect(text.match(/webPreferences: \{([^}]*)\}/)?.[1]?.trim(), path).toMatch(/^\.\.\.closedPage, session, preload: join\([^,]*, '[^']*'\)$/)
    expect(containing(main, /WebContentsView|BrowserView|<webview|webContents\.create|enableRemoteModule|@electron\/remote/)).toEqual([])
  })

  test('are closed in every respect that Electron knows', () => {
    const text = main.find(([path]) => path === 'main/app/closed-session.ts')?.[1] ?? ''
    for (const [name, value] of Object.entries({
      sandbox: true, contextIsolation: true, webSecurity: true, disableDialogs: true, nodeIntegration: false, nodeIntegrationInSubFrames: false, nodeIntegrationInWorker: false, allowRunningInsecureContent: false, experimentalFeatures: false, webviewTag: false,
      navigateOnDragDrop: false, spellcheck: false, devTools: '!app.isPackaged',
    })) expect(text).toContain(`${name}: ${value},`)
  })
})

describe('the program', () => {
  test('never renews itself, tells of no crash, and is sent for by no address', () => {
    expect(containing([...main, ...read('cli'), ...read('preload')], /autoUpdater|electron-updater|crashReporter|setAsDefaultProtocolClient|setLoginItemSettings/)).toEqual([])
    expect(readFileSync(join(root, 'package.json'), 'utf8')).not.toMatch(/electron-updater|sentry|telemetry/i)
    expect(readFileSync(join(root, 'electron-builder.yml'), 'utf8')).not.toMatch(/^publish:|^\s+protocols:|fileAssociations/m)
  })

  /** Takes its orders over the pipe that the program left open for it. */
  const engine = 'main/wiping/engine-process.ts'

  test('speaks to the world only through the office’s own mail server', () => {
    const talks = /from 'node:(?:http|https|http2|net|tls|dgram|dns)(?:\/promises)?'|(?:await|=|return) fetch\(|globalThis\.fetch|\bnet\.request|\bnet\.fetch|new WebSocket|XMLHttpRequest|from 'nodemailer/
    expect(containing([...main, ...read('core'), ...read('crypto'), ...read('cli'), ...read('renderer'), ...read('preload')], talks).filter((path) => !path.startsWith('main/post/') && path !== engine)).toEqual([])
    expect(containing(main, talks).length).toBeGreaterThan(0)
  })

  test('shows a page elsewhere only where it leads to a carrier', () => {
    expect(containing(main, /openExternal\(|openPath\(/)).toEqual(['main/app/shell.ts'])
  })
})

test('no screen builds a page out of text', () => {
  expect(containing(read('renderer'), /dangerouslySetInnerHTML|innerHTML|outerHTML|insertAdjacentHTML|document\.write|createContextualFragment|\beval\(|new Function/)).toEqual([])
})
