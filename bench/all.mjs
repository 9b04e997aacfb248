// Everything that is measured, one after the other: npm run bench [-- pack wipe verify ledgers years window]
// Each says what it measured and how busy the machine was; docs/performance.md says what was asked for. All of it takes an hour of a quiet machine.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'

/** In the order in which they are run; the window wants a build, and wiping wants root. */
const all = { pack: 'pack.mjs', wipe: 'wipe.mjs', verify: 'verify.mjs', ledgers: 'ledgers.mjs', years: 'years.mjs', window: 'window.mjs' }

const asked = process.argv.slice(2)
const unknown = asked.find((name) => !(name in all))
if (unknown !== undefined) {
  console.error(`there is nothing called ${unknown} to measure; there are ${Object.keys(all).join(', ')}`)
  process.exit(2)
}
if (asked.length === 0 || asked.includes('window')) run('the build', [join(import.meta.dirname, '../scripts/build.mjs')])
const failed = Object.entries(all).filter(([name, file]) => (asked.length === 0 || asked.includes(name)) && existsSync(join(import.meta.dirname, file)) && !run(name, ['--import', 'tsx', join(import.meta.dirname, file)])).map(([name]) => name)
if (failed.length > 0) console.error(`\nnot measured to the end: ${failed.join(', ')}`)
process.exitCode = failed.length > 0 ? 1 : 0

/** Says what is measured next, and whether it went well. */
function run(name, args) {
  console.log(`\n# ${name}\n`)
  return spawnSync(process.execPath, args, { stdio: 'inherit' }).status === 0
}
