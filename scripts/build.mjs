import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { root, runNode } from './set-up/run.mjs'
import { runScript, SetUpFailure } from './set-up/say.mjs'

/** What is built, and the file without which there is nothing to build. */
const modes = { main: 'main/app/index.ts', cli: 'cli/azukari.ts', preload: 'preload/index.ts', renderer: 'renderer/index.html', question: 'renderer/question/index.html' }

/** Builds every room into dist/. @param {{ quiet?: boolean }} [options] */
export async function build({ quiet = false } = {}) {
  for (const [mode, entry] of Object.entries(modes)) {
    if (!existsSync(join(root, entry))) continue
    const { code, output } = await runNode('node_modules/vite/bin/vite.js', ['build', '--mode', mode, '--logLevel', quiet ? 'warn' : 'info'], { quiet, env: { NODE_ENV: 'production' } })
    if (code !== 0) throw new SetUpFailure(`${mode} could not be built.\n${output}`)
  }
}

if (process.argv[1] === import.meta.filename) await runScript(() => build())
