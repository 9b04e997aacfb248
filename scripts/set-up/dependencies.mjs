import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { withLock } from './cache.mjs'
import { root, runNpm } from './run.mjs'
import { say, SetUpFailure } from './say.mjs'

const tree = createHash('sha256').update(root).digest('hex').slice(0, 8)

/** Installs what package-lock.json names, unless npm's own record in node_modules says that it is there. */
export async function installDependencies() {
  if (installed()) return
  await withLock(`packages-${tree}`, async () => {
    if (installed()) return
    say('installing the packages of package-lock.json (npm ci, about a minute)')
    // Install scripts stay off: what has to be compiled is compiled by ./native.mjs, and nothing else may run.
    const ci = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']
    const { code, output } = await runNpm(ci, { quiet: true })
    if (code !== 0) throw new SetUpFailure(`the packages could not be installed.\n${output.trim()}`, `npm ${ci.join(' ')}`)
  })
}

/** npm writes node_modules/.package-lock.json last, so that an installation that was cut short is seen here. */
function installed() {
  const wanted = packagesIn(join(root, 'package-lock.json'))
  const found = packagesIn(join(root, 'node_modules/.package-lock.json'))
  return Object.entries(wanted).every(([path, { version, optional }]) => path === '' || optional || found[path]?.version === version)
}

/** @param {string} file @returns {Record<string, { version?: string, optional?: boolean }>} */
function packagesIn(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages
  } catch {
    return {}
  }
}
