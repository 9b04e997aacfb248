import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { mutations } from '../../scripts/mutations/guards.mjs'
import { pageOf } from '../../scripts/reliability/page.mjs'

const root = join(import.meta.dirname, '../..')
const kept = join(root, 'docs/reliability')

test('docs/reliability.md is what the command writes of the figures beside it, and nobody edited it', () => {
  const figures = Object.fromEntries(readdirSync(kept).map((name) => [name.replace(/\.json$/, ''), JSON.parse(readFileSync(join(kept, name), 'utf8')) as unknown]))
  expect(readFileSync(join(root, 'docs/reliability.md'), 'utf8')).toBe(pageOf(figures))
})

test.each(mutations)('the guard stands where its removal looks for it, and its tests are there: $claim', ({ file, find, put, test: tests }) => {
  expect(readFileSync(join(root, file), 'utf8').split(find)).toHaveLength(2)
  expect(put).not.toBe(find)
  expect(tests.filter((one) => !existsSync(join(root, one)))).toEqual([])
})
