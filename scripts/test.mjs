import { existsSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { build } from './build.mjs'
import { check } from './check.mjs'
import { failuresInWords, failuresOfPlaywright, failuresOfVitest } from './failures.mjs'
import { setUp } from './set-up.mjs'
import { root, runNode } from './set-up/run.mjs'
import { runScript, say } from './set-up/say.mjs'

const results = join(root, 'test-results')

/** `failures` names those that the suite's report names. @typedef {{ passed: number, failed: number, skipped: number, failures?: import('./failures.mjs').Failure[] }} Count */

/** What can be run. `npm test` runs all but the slow ones; names as arguments choose. @type {Record<string, () => Promise<Count>>} */
const suites = {
  check: async () => counted(0, await check(), 0),
  unit: () => vitest('unit', {}),
  window: () => playwright(),
  slow: () => vitest('slow', { AZUKARI_TESTS: 'slow' }),
}

await runScript(async () => {
  const asked = process.argv.slice(2)
  const chosen = asked.length > 0 ? asked : ['check', 'unit', 'window']
  const unknown = chosen.find((name) => !(name in suites))
  if (unknown !== undefined) throw new Error(`there is no suite called ${unknown}; there are ${Object.keys(suites).join(', ')}`)

  await setUp(['window', 'headless', 'judges', ...(chosen.includes('slow') ? /** @type {const} */ (['calc', 'compiler']) : [])])
  await build({ quiet: true })
  const counts = []
  for (const name of chosen) {
    say(`running ${name}`)
    counts.push(await /** @type {() => Promise<Count>} */ (suites[name])())
  }
  // What ran before may be long gone from the screen, or cut out of a log.
  const named = failuresInWords(counts.flatMap(({ failures = [] }) => failures))
  if (named !== '') console.log(`\n${named}\n`)
  const sum = counts.reduce((all, one) => counted(all.passed + one.passed, all.failed + one.failed, all.skipped + one.skipped), counted(0, 0, 0))
  // The last line, alone: whoever reads the log by program looks for it.
  console.log(`${sum.passed} passed, ${sum.failed} failed${sum.skipped > 0 ? `, ${sum.skipped} skipped` : ''}`)
  return sum.failed > 0 ? 1 : 0
})

/** @param {string} name @param {Record<string, string>} env */
async function vitest(name, env) {
  const report = join(results, `${name}.json`)
  rmSync(report, { force: true })
  const { code } = await runNode('node_modules/vitest/vitest.mjs', ['run', '--passWithNoTests', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`], { env })
  const told = read(report)
  return atLeastOneFailed(code, { ...counted(told?.numPassedTests ?? 0, told?.numFailedTests ?? 0, (told?.numPendingTests ?? 0) + (told?.numTodoTests ?? 0)), failures: failuresOfVitest(name, told ?? {}, root) })
}

async function playwright() {
  if (!existsSync(join(root, 'test/app')) || !readdirSync(join(root, 'test/app')).some((name) => name.endsWith('.test.ts'))) return counted(0, 0, 0)
  const report = join(results, 'window.json')
  rmSync(report, { force: true })
  const { code } = await runNode('node_modules/@playwright/test/cli.js', ['test', '--reporter=list,json'], { env: { PLAYWRIGHT_JSON_OUTPUT_FILE: report } })
  const told = read(report)
  const { expected = 0, flaky = 0, unexpected = 0, skipped = 0 } = told?.stats ?? {}
  return atLeastOneFailed(code, { ...counted(expected + flaky, unexpected, skipped), failures: failuresOfPlaywright('window', told ?? {}) })
}

/** @param {number} passed @param {number} failed @param {number} skipped @returns {Count} */
function counted(passed, failed, skipped) {
  return { passed, failed, skipped }
}

/** A run that broke before it could count is a failure too. @param {number} code @param {Count} count */
function atLeastOneFailed(code, count) {
  return code !== 0 && count.failed === 0 ? { ...count, failed: 1, failures: [...count.failures ?? [], { suite: '', file: '', name: `a suite ended with ${code}, and with no test that failed`, said: '' }] } : count
}

/** @param {string} report */
function read(report) {
  return existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : undefined
}
