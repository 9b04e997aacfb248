import { createHash } from 'node:crypto'
import { copyFileSync, existsSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { cacheFolder, withLock } from './cache.mjs'
import { root, run } from './run.mjs'
import { say, SetUpFailure } from './say.mjs'
import { installSystemPackages } from './system.mjs'

const name = 'better-sqlite3-multiple-ciphers'
const modules = join(root, 'node_modules')
const source = join(modules, name)
const compatHeader = join(root, 'scripts/native/napi9-compat.h')

/**
 * SQLite's binary as its package ships it needs Node-API 10 (Node 22.14, Electron 36). When Node or Electron here is
 * older, the same sources are compiled once for Node-API 9, which both understand; the result is kept in the cache.
 * @param {number} electronMajor the Electron that will load it
 */
export async function makeNativeModule(electronMajor) {
  if (Number(process.versions.napi) >= 10 && electronMajor >= 36) return
  if (process.platform !== 'linux') throw new SetUpFailure(`SQLite's binary needs Node 22.14 or newer here; this is Node ${process.version}.`)

  const cached = join(cacheFolder(), `${name}-${key()}.node`)
  if (!existsSync(cached)) {
    await installSystemPackages(['compiler'])
    await withLock('native', () => compileOnce(cached))
  }
  putInPlace(cached)
}

/** The same key means the same bytes go in: version, header, machine, and these flags. */
function key() {
  const { version } = JSON.parse(readFileSync(join(source, 'package.json'), 'utf8'))
  const hash = createHash('sha256').update(readFileSync(compatHeader)).update(JSON.stringify([version, process.arch, steps('o')]).replaceAll(root, ''))
  return `${version}-${hash.digest('hex').slice(0, 12)}`
}

/** @param {string} cached */
async function compileOnce(cached) {
  if (existsSync(cached)) return
  say('compiling SQLite for this runtime (one to three minutes, once; later clones take it from the cache)')
  const folder = mkdtempSync(join(cacheFolder(), 'compiling-'))
  try {
    const [sqlite, binding, link] = steps(folder)
    await Promise.all([compile(sqlite), compile(binding)])
    await compile(link)
    renameSync(join(folder, 'built.node'), cached)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Follows the package's binding.gyp, but for the version of Node-API. @param {string} folder @returns {[string[], string[], string[]]} */
function steps(folder) {
  const common = ['-c', '-fPIC', '-O2', '-DNDEBUG', '-w', '-pthread']
  const include = ['node-api-headers/include', 'node-addon-api', `${name}/deps/sqlite3`].map((path) => `-I${join(modules, path)}`)
  return [
    ['gcc', ...common, '-std=c99', ...sqliteDefines(), '-o', join(folder, 'sqlite3.o'), join(source, 'deps/sqlite3/sqlite3.c')],
    ['g++', ...common, '-std=c++20', '-fno-exceptions', '-fno-rtti', '-fvisibility=hidden', '-fvisibility-inlines-hidden', ...include,
      '-DNAPI_VERSION=9', '-DNAPI_DISABLE_CPP_EXCEPTIONS', '-DNODE_API_SWALLOW_UNTHROWABLE_EXCEPTIONS', '-include', compatHeader,
      '-o', join(folder, 'binding.o'), join(source, 'src/better_sqlite3.cpp')],
    ['g++', '-shared', '-pthread', '-Wl,-Bsymbolic', '-Wl,--exclude-libs,ALL', '-o', join(folder, 'built.node'),
      join(folder, 'binding.o'), join(folder, 'sqlite3.o'), '-ldl'],
  ]
}

/** The switches (FTS5 among them) that the package builds SQLite with. */
function sqliteDefines() {
  const listed = readFileSync(join(source, 'deps/defines.gypi'), 'utf8')
  return [...listed.matchAll(/'([A-Z][A-Z0-9_]*(?:=[^']*)?)'/g)].map(([, define]) => `-D${define}`)
}

/** @param {string[]} step */
async function compile([program = '', ...args]) {
  const { code, output } = await run(program, args, { quiet: true })
  if (code !== 0) throw new SetUpFailure(`SQLite could not be compiled.\n${output.slice(-4000)}`)
}

/** A running program may have the old binary mapped: the new one takes its name, not its bytes. @param {string} cached */
function putInPlace(cached) {
  const place = join(source, 'prebuilds', `linux-${process.arch}.node`)
  if (existsSync(place) && readFileSync(place).equals(readFileSync(cached))) return
  const beside = `${place}.${process.pid}`
  copyFileSync(cached, beside)
  renameSync(beside, place)
}
