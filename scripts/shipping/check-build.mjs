import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { SetUpFailure } from '../set-up/say.mjs'

/** How a fuse stands in the executable: an ASCII digit. */
const FuseState = /** @type {const} */ ({ DISABLE: 48, ENABLE: 49 })

/** The fuses of a build, as they must be blown. */
const fuses = /** @type {const} */ ([
  [FuseV1Options.RunAsNode, 'RunAsNode', FuseState.DISABLE], [FuseV1Options.EnableCookieEncryption, 'EnableCookieEncryption', FuseState.ENABLE], [FuseV1Options.EnableNodeOptionsEnvironmentVariable, 'EnableNodeOptionsEnvironmentVariable', FuseState.DISABLE],
  [FuseV1Options.EnableNodeCliInspectArguments, 'EnableNodeCliInspectArguments', FuseState.DISABLE], [FuseV1Options.EnableEmbeddedAsarIntegrityValidation, 'EnableEmbeddedAsarIntegrityValidation', FuseState.ENABLE],
  [FuseV1Options.OnlyLoadAppFromAsar, 'OnlyLoadAppFromAsar', FuseState.ENABLE], [FuseV1Options.GrantFileProtocolExtraPrivileges, 'GrantFileProtocolExtraPrivileges', FuseState.DISABLE],
])

/** What somebody at the machine may try on a build, and what must come of it. `opens` is whether the program begins its work. */
const attempts = /** @type {const} */ ([
  { what: 'as it is', args: [], env: {}, opens: true },
  { what: 'ELECTRON_RUN_AS_NODE', args: ['-e', 'console.log("ran as "+"node")'], env: { ELECTRON_RUN_AS_NODE: '1' }, opens: true },
  { what: 'NODE_OPTIONS', args: [], env: { NODE_OPTIONS: '--require=/nowhere/preload.cjs --inspect=127.0.0.1:0' }, opens: true },
  { what: '--inspect', args: ['--inspect=127.0.0.1:0'], env: {}, opens: false },
  { what: '--inspect-brk', args: ['--inspect-brk=127.0.0.1:0'], env: {}, opens: false },
  { what: '--remote-debugging-port', args: ['--remote-debugging-port=0'], env: {}, opens: false },
  { what: '--remote-debugging-pipe', args: ['--remote-debugging-pipe'], env: {}, opens: false },
  { what: '--js-flags', args: ['--js-flags=--expose-gc'], env: {}, opens: false },
])

/** Looks at a built folder as whoever receives it might: fuses, what lies in it, and what it does when it is started in ways that it must not be. @param {string} folder @returns {Promise<string[]>} what was found to be so */
export async function checkBuild(folder, executable = join(folder, 'azukari')) {
  const wire = await getCurrentFuseWire(executable)
  for (const [fuse, name, state] of fuses) if (wire[fuse] !== state) throw new SetUpFailure(`the fuse ${name} is not as it must be`)
  for (const name of ['resources/default_app.asar', 'resources/app', 'fallback']) if (existsSync(join(folder, name))) throw new SetUpFailure(`${name} must not ship`)
  for (const name of ['THIRD-PARTY-LICENSES.txt', 'azukari.cdx.json', 'LICENSES.chromium.html']) if (!existsSync(join(folder, name))) throw new SetUpFailure(`${name} is missing`)
  const found = ['fuses', 'papers']
  for (const { what, args, env, opens } of attempts) {
    const { opened, said } = await start(executable, args, env)
    if (opened !== opens) throw new SetUpFailure(`started with ${what} the build ${opened ? 'opens' : 'does not open'}:\n${said.slice(-600)}`)
    if (/ran as node|Debugger listening|DevTools listening/i.test(said)) throw new SetUpFailure(`started with ${what} the build does what it was told:\n${said.slice(-600)}`)
    found.push(what)
  }
  const asar = join(folder, 'resources/app.asar')
  renameSync(asar, `${asar}.away`)
  const without = await start(executable, [], {})
  renameSync(`${asar}.away`, asar)
  if (without.opened) throw new SetUpFailure('the build opens without its archive')
  return [...found, 'a missing archive']
}

/** Starts a build on a home of its own and waits until it works or goes. The door that the program keeps in its home is made before anything else. @param {string} executable @param {readonly string[]} args @param {Record<string, string>} env @returns {Promise<{ opened: boolean, said: string }>} */
async function start(executable, args, env) {
  const home = mkdtempSync(join(tmpdir(), 'azukari-built-'))
  const child = spawn(executable, [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), '--disable-gpu', ...args, '--home', home], { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => { said += String(text) })
  const gone = once(child, 'exit').then(() => 'gone')
  // The lock of one window for one home is taken just before the window opens.
  let over = false
  const works = (async () => {
    while (!over) {
      await new Promise((next) => { setTimeout(next, 100) })
      if (existsSync(join(home, 'window')) && readdirSync(join(home, 'window')).some((name) => name === 'SingletonLock' || name === 'lockfile')) return 'works'
    }
  })()
  const came = await Promise.race([gone, works, new Promise((late) => { setTimeout(() => late('late'), 30_000).unref() })])
  over = true
  // Long enough for a debugger to say where it listens.
  if (came === 'works') await new Promise((next) => { setTimeout(next, 700) })
  child.kill('SIGKILL')
  await gone
  rmSync(home, { recursive: true, force: true, maxRetries: 3 })
  return { opened: came === 'works', said }
}
