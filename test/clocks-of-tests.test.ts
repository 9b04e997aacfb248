import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

/** What would give a test, a hook or a wait fewer minutes than vitest.config.ts gives to all of them: an hour and more is somebody's campaign. */
function shortClocks(path: string, text: string): string[] {
  const clocks = [/^\s*\}, ([\d_]+)\)$/gm, /^\s*(?:before|after)\w+\(.*\}, ([\d_]+)\)$/gm, /^\s*(?:test|describe)\b.*\{ timeout: ([\d_]+) \}/gm, /expect\.poll\(.*\{ timeout: ([\d_]+)/gm]
  return clocks.flatMap((clock) => [...text.matchAll(clock)].filter(([, milliseconds = '']) => Number(milliseconds.replaceAll('_', '')) < 3_600_000).map(([line]) => `${path}: ${line.trim()}`))
}

test('no test has a clock of its own: what is right is not judged by how fast a machine is', () => {
  const files = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' }).filter((name) => /\.tsx?$/.test(name) && !/^(app|renderer)\/|^clocks-of-tests/.test(name))
  expect(files.length).toBeGreaterThan(400)
  expect(files.flatMap((name) => shortClocks(name, readFileSync(join(import.meta.dirname, name), 'utf8')))).toEqual([])
})

test.each([["test('a', () => {\n}, 60_000)", 1], ["beforeAll(async () => { a = await b() }, 120_000)", 1], ["test('a', { timeout: 5000 }, () => {})", 1], ["await expect.poll(() => a, { timeout: 1000 }).toBe(1)", 1], ["test('a', () => {\n}, 3_600_000)", 0], ["fc.assert(fc.property(a, (b) => {\n}), { numRuns: 40 })", 0]])('of %j it sees %i', (text, count) => {
  expect(shortClocks('a.ts', text)).toHaveLength(count)
})
