import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { say } from './say.mjs'

/** Where what is slow to get is kept, outside the tree, so that a second clone starts at once. `AZUKARI_CACHE` moves it. */
export function cacheFolder() {
  const folder = process.env['AZUKARI_CACHE'] ?? join(usersCache(), 'azukari')
  mkdirSync(folder, { recursive: true })
  return folder
}

function usersCache() {
  if (process.platform === 'win32') return process.env['LOCALAPPDATA'] ?? join(homedir(), 'AppData', 'Local')
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Caches')
  return process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache')
}

/**
 * Lets one set-up at a time do a piece of work; the others wait and then find it done.
 * A lock whose holder has died is taken over.
 * @template T
 * @param {string} name @param {() => Promise<T>} work @returns {Promise<T>}
 */
export async function withLock(name, work) {
  const lock = join(cacheFolder(), `${name}.lock`)
  for (let told = false; !take(lock); await wait(300)) {
    if (!told) say(`another set-up is at ${name}; waiting for it`)
    told = true
  }
  try {
    return await work()
  } finally {
    rmSync(lock, { recursive: true, force: true })
  }
}

/** @param {string} lock @returns {boolean} */
function take(lock) {
  try {
    mkdirSync(lock)
    writeFileSync(join(lock, 'pid'), String(process.pid))
    return true
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error
    if (!holderIsGone(lock)) return false
    rmSync(lock, { recursive: true, force: true })
    return take(lock)
  }
}

/** @param {string} lock */
function holderIsGone(lock) {
  try {
    process.kill(Number(readFileSync(join(lock, 'pid'), 'utf8')), 0)
    return false
  } catch (error) {
    const { code } = /** @type {NodeJS.ErrnoException} */ (error)
    if (code === 'EPERM') return false
    if (code === 'ESRCH') return true
    // The holder has made the folder and not yet written its number, or has just left: only an old one is dead.
    return ageOf(lock) > 10_000
  }
}

/** @param {string} path */
function ageOf(path) {
  const found = statSync(path, { throwIfNoEntry: false })
  return found ? Date.now() - found.mtimeMs : 0
}
