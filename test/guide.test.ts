import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'

const root = resolve(import.meta.dirname, '..')
const guide = readFileSync(join(root, 'docs/guide/README.md'), 'utf8')
const pictures = join(root, 'docs/guide/pictures')
/** What the screens say, and what refuses and finds in any room. */
const said = ['renderer/words', 'core/words', 'core/words/objections'].flatMap((room) => readdirSync(join(root, room)).filter((name) => name.endsWith('.ts')).map((name) => readFileSync(join(root, room, name), 'utf8'))).join('\n')

test('the guide names buttons, places and sentences as the screen does', () => {
  const quoted = [...guide.matchAll(/「([^」]+)」/gu)].map(([, words]) => words ?? '')
  const headings = guide.split('\n').filter((line) => line.startsWith('## ')).join('\n')
  expect(quoted.length).toBeGreaterThan(30)
  expect(quoted.filter((words) => !said.includes(words) && !headings.includes(words))).toEqual([])
})

test('every picture of the guide is there, shown once, and small', () => {
  const shown = [...guide.matchAll(/\(pictures\/([^)]+)\)/gu)].map(([, name]) => name ?? '')
  expect(shown.toSorted()).toEqual(readdirSync(pictures).toSorted())
  expect(Object.keys(JSON.parse(readFileSync(join(root, 'docs/guide/pictures.json'), 'utf8')) as object).toSorted(), 'each can be made again from what a window test saw').toEqual(shown.toSorted())
  expect(shown.filter((name) => statSync(join(pictures, name)).size > 120_000)).toEqual([])
})
