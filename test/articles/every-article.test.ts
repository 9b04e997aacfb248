import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { articles } from '../../core/articles.ts'

const tested = new Set(readdirSync(import.meta.dirname).map((file) => String(parseInt(file, 10))))

/** Articles whose rules have not been built yet, each with what it waits for. A line goes when its test comes. */
const awaited: Readonly<Record<string, string>> = {}

test('every article has a test file that bears its number, or says what it waits for', () => {
  expect(Object.keys(articles).filter((no) => !tested.has(no) && !(no in awaited))).toEqual([])
})

test('no article waits for what is already there', () => {
  expect(Object.keys(awaited).filter((no) => tested.has(no))).toEqual([])
})

test('every rule that is built has a test that bears its number', () => {
  const told = readdirSync(import.meta.dirname).map((file) => readFileSync(join(import.meta.dirname, file), 'utf8')).join()
  const built = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40].map((n) => `R-${String(n).padStart(2, '0')}`)
  expect(built.filter((rule) => !new RegExp(`(test|describe)(\\.each\\([^)]*\\))?\\((['"])[^'"]*${rule}`).test(told) && !told.includes(`'${rule} `) && !told.includes(` ${rule} `))).toEqual([])
})
