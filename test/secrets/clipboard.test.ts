import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'

const root = resolve(import.meta.dirname, '../..')
const sources = (rooms: string[], ending: RegExp): { path: string; text: string }[] =>
  rooms.flatMap((room) => readdirSync(join(root, room), { recursive: true, encoding: 'utf8' }).filter((name) => ending.test(name)).map((name) => ({ path: `${room}/${name}`, text: readFileSync(join(root, room, name), 'utf8') })))

/** Ways of a page, of Electron and of old browsers to put something on the clipboard. */
const COPYING = /\bclipboard\b|ClipboardItem|execCommand|\bonCopy\b|setData\(|webContents\.copy/

test('nothing in the program puts anything on the clipboard, so nothing has to be taken off it at lock or quit', () => {
  const all = sources(['core', 'main', 'preload', 'renderer', 'cli'], /\.tsx?$/)
  expect(all.length).toBeGreaterThan(300)

  expect(all.filter(({ text }) => COPYING.test(text.replaceAll(/\/\*[^]*?\*\/|\/\/.*/g, ''))).map(({ path }) => path)).toEqual([])
})

test('whatever shows a secret on the screen shows it in letters that cannot be selected', () => {
  const rules = sources(['renderer'], /\.css$/).flatMap(({ text }) => [...text.matchAll(/([^{}]+)\{[^}]*user-select:\s*none/g)].map(([, selectors = '']) => selectors))
  const unselectable = new Set(rules.flatMap((selectors) => [...selectors.matchAll(/\.([\w-]+)/g)].map(([, name = '']) => name)))
  // Pages that spell out a passphrase, a recovery key or an authenticator's key, group by group.
  const showing = sources(['renderer'], /\.tsx$/).filter(({ text }) => /secret\.split|recoveryKey\.split|codes\.map|offered\.key|groups\.map/.test(text))
  expect(showing.map(({ path }) => path)).toEqual(expect.arrayContaining(['renderer/pack/passphrase.tsx', 'renderer/start/recovery-key.tsx']))

  for (const { path, text } of showing) {
    const classes = [...text.matchAll(/className=("[^"]+"|\{[^}]+\})/g)].flatMap(([, names = '']) => names.split(/[^\w-]+/))
    expect([path, classes.some((name) => unselectable.has(name))]).toEqual([path, true])
  }
})
