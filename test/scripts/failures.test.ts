import { join } from 'node:path'
import { expect, test } from 'vitest'
import { failuresInWords, failuresOfPlaywright, failuresOfVitest } from '../../scripts/failures.mjs'

const root = join(import.meta.dirname, '../..')

test('of a vitest report those that failed are named with file and first lines, and a file that broke by itself', () => {
  const failures = failuresOfVitest('unit', {
    testResults: [
      { name: join(root, 'test/core/a.test.ts'), message: '', assertionResults: [{ status: 'passed', fullName: 'stands', failureMessages: [] }, { status: 'failed', fullName: 'R-08 refuses', failureMessages: [`\u001B[31mAssertionError\u001B[39m: expected 1 to be 2\n\n${'    at somewhere\n'.repeat(40)}`] }] },
      { name: join(root, 'test/core/b.test.ts'), message: 'Cannot find module', assertionResults: [] },
    ],
  }, root)
  const words = failuresInWords(failures).split('\n')
  expect(words.slice(0, 2)).toEqual(['FAILED unit > test/core/a.test.ts > R-08 refuses', '    AssertionError: expected 1 to be 2'])
  expect(words.slice(-2)).toEqual(['FAILED unit > test/core/b.test.ts > the file itself', '    Cannot find module'])
  expect(words).toHaveLength(1 + 12 + 2)
})

test('of a Playwright report those within suites are named, and what broke outside of every test', () => {
  const failures = failuresOfPlaywright('window', {
    suites: [{ specs: [{ title: 'opens', ok: true, tests: [] }], suites: [{ specs: [{ title: 'closes', file: 'shell.test.ts', ok: false, tests: [{ results: [{ errors: [{ message: 'Error: never' }] }] }] }] }] }],
    errors: [{ message: 'Worker teardown timeout' }],
  })
  expect(failuresInWords(failures)).toBe('FAILED window > shell.test.ts > closes\n    Error: never\nFAILED window > outside of its tests\n    Worker teardown timeout')
})

test('where nothing failed nothing is said', () => {
  expect(failuresInWords([...failuresOfVitest('unit', {}, root), ...failuresOfPlaywright('window', {})])).toBe('')
})
