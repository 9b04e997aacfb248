import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseSync } from 'vite'
import { expect, test } from 'vitest'

/** Test files share their modules (vitest.config.ts): what a module does as it is imported is done for the first file of a process, and for no other. */
const hooks = new Set(['beforeAll', 'beforeEach', 'afterAll', 'afterEach', 'onTestFinished', 'onTestFailed'])

/** The hooks that a module sets by being imported. */
function hooksOf(path: string, text: string): string[] {
  return parseSync(path, text).program.body.flatMap((statement) => {
    if (statement.type !== 'ExpressionStatement' || statement.expression.type !== 'CallExpression') return []
    const { callee } = statement.expression
    return callee.type === 'Identifier' && hooks.has(callee.name) ? [`${path} sets ${callee.name}`] : []
  })
}

test('no module that tests share sets a hook by being imported: it gives a function that each file calls', () => {
  const shared = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' }).filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name))
  expect(shared.length).toBeGreaterThan(100)
  expect(shared.flatMap((name) => hooksOf(name, readFileSync(join(import.meta.dirname, name), 'utf8')))).toEqual([])
})

test.each([["import { afterAll } from 'vitest'\nafterAll(() => {})", 1], ["import { beforeEach } from 'vitest'\nexport function eachOnADesk(): void {\n  beforeEach(() => {})\n}", 0]])('of %j it sees %i', (text, count) => {
  expect(hooksOf('a.ts', text)).toHaveLength(count)
})
