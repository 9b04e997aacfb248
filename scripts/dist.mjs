import { build } from './build.mjs'
import { setUp } from './set-up.mjs'
import { findProgram, runNode } from './set-up/run.mjs'
import { runScript, say } from './set-up/say.mjs'

await runScript(async () => {
  const { folder, version, isFallback } = await setUp(['packing'])
  if (isFallback) say(`Electron ${version} from the registry is past its end of life: this build is for trying out and must not be handed to anyone`)
  await build({ quiet: true })
  // The packer would fetch a 7-Zip of its own where there is one already.
  const sevenZip = findProgram('7zz') ?? findProgram('7z')
  const { code } = await runNode(
    'node_modules/electron-builder/cli.js',
    ['--publish', 'never', `--config.electronDist=${folder}`, `--config.electronVersion=${version}`, ...process.argv.slice(2)],
    // The highest level takes five minutes for one hundredth of the size.
    { env: { ELECTRON_BUILDER_COMPRESSION_LEVEL: '6', ...(sevenZip ? { ELECTRON_BUILDER_7ZIP_PATH: sevenZip } : {}) } },
  )
  if (code === 0) say('built into release/')
  return code
})
