import { installDependencies } from './set-up/dependencies.mjs'
import { installElectronRuntime } from './set-up/electron-runtime.mjs'
import { makeNativeModule } from './set-up/native.mjs'
import { runScript, say, SetUpFailure } from './set-up/say.mjs'
import { installSystemPackages } from './set-up/system.mjs'

/**
 * Makes a fresh clone ready: packages, Electron, SQLite for both, and what the system lacks. What is there already is left alone.
 * @param {Parameters<typeof installSystemPackages>[0]} purposes what the system is needed for
 */
export async function setUp(purposes) {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major < 20 || (major === 20 && minor < 19)) throw new SetUpFailure(`Azukari needs Node 20.19 or newer; this is ${process.version}`)
  await installSystemPackages(purposes)
  await installDependencies()
  const runtime = await installElectronRuntime()
  await makeNativeModule(Number.parseInt(runtime.version, 10))
  return runtime
}

if (process.argv[1] === import.meta.filename) {
  await runScript(async () => {
    const { version, folder } = await setUp(['window', 'headless', 'judges'])
    say(`ready, with Electron ${version} in ${folder}`)
  })
}
