import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { build } from './build.mjs'
import { hasDisplay, startXvfb } from './display.mjs'
import { checkBuild } from './shipping/check-build.mjs'
import { writePapers } from './shipping/write-papers.mjs'
import { setUp } from './set-up.mjs'
import { findProgram, root, runNode } from './set-up/run.mjs'
import { runScript, say } from './set-up/say.mjs'

await runScript(async () => {
  const { folder, version, isFallback } = await setUp(['packing'])
  if (isFallback) say(`Electron ${version} from the registry is past its end of life: this build is for trying out and must not be handed to anyone`)
  await build({ quiet: true })
  const packages = await writePapers({ electron: version })
  // The packer would fetch a 7-Zip of its own where there is one already.
  const sevenZip = findProgram('7zz') ?? findProgram('7z')
  const { code } = await runNode(
    'node_modules/electron-builder/cli.js',
    ['--publish', 'never', `--config.electronDist=${folder}`, `--config.electronVersion=${version}`, ...process.argv.slice(2)],
    // The highest level takes five minutes for one hundredth of the size.
    { env: { ELECTRON_BUILDER_COMPRESSION_LEVEL: '6', ...(sevenZip ? { ELECTRON_BUILDER_7ZIP_PATH: sevenZip } : {}) } },
  )
  if (code !== 0) return code
  const built = join(root, 'release/linux-unpacked')
  if (process.platform === 'linux' && existsSync(built)) await check(built)
  say(`built into release/, with a bill of materials of ${packages} packages`)
  return 0
})

/** @param {string} built */
async function check(built) {
  const screen = hasDisplay() ? undefined : await startXvfb()
  if (screen) process.env['DISPLAY'] = screen.display
  const begun = Date.now()
  try {
    const found = await checkBuild(built)
    say(`the build withstands: ${found.join(', ')} (${Math.round((Date.now() - begun) / 1000)} s)`)
  } finally {
    screen?.stop()
  }
}
