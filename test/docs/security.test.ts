import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'

/** docs/security.md promises; here is looked whether each promise has its test, and whether each attacker's paragraph speaks of promises that exist. */
const root = join(import.meta.dirname, '../..')
const page = readFileSync(join(root, 'docs/security.md'), 'utf8')
const [japanese = '', english = ''] = page.split(/^## (?:約束と試験.*)$/m)[0]?.split(/^## English$/m) ?? []

interface Promised { no: string; words: string; tests: { file: string; name: string }[] }
const promises: Promised[] = [...page.matchAll(/^\| (S-\d\d) \| (.+?) \| (.+) \|$/gm)].map(([, no = '', words = '', tests = '']) => ({
  no, words, tests: [...tests.matchAll(/(test\/\S+\.tsx?)「([^」]+)」/g)].map(([, file = '', name = '']) => ({ file, name })),
}))

describe('the page of promises', () => {
  test('has one line a promise, each with its number, in both languages', () => {
    expect(promises.length).toBeGreaterThan(30)
    expect(new Set(promises.map(({ no }) => no)).size).toBe(promises.length)
    expect(promises.filter(({ words }) => !/^[^·]*[぀-ヿ一-鿿][^·]* · [^぀-ヿ一-鿿]+$/.test(words))).toEqual([])
  })

  test('speaks of the same promises in Japanese and in English, and of none that does not stand in the table', () => {
    const known = promises.map(({ no }) => no)
    for (const text of [japanese, english]) expect(mentioned(text).filter((no) => !known.includes(no))).toEqual([])
    expect(mentioned(english)).toEqual(mentioned(japanese))
    expect(known.filter((no) => !mentioned(japanese).includes(no))).toEqual([])
  })

  test.each(promises.map((each) => [each.no, each] as const))('%s has its tests', (_no, { tests }) => {
    expect(tests.length).toBeGreaterThan(0)
    expect(tests.filter(({ file, name }) => !existsSync(join(root, file)) || !readFileSync(join(root, file), 'utf8').includes(name))).toEqual([])
  })
})

/** Numbers that a text speaks of, each once, in order; 「S-10〜S-15」 speaks of all between that stand in the table. */
function mentioned(text: string): string[] {
  const numbers = new Set<string>()
  for (const [, from = '', to] of text.matchAll(/(S-\d\d)(?:(?:〜| to )(S-\d\d))?/g)) {
    numbers.add(from)
    if (to !== undefined) for (const { no } of promises) if (no > from && no <= to) numbers.add(no)
  }
  return [...numbers].sort()
}
