import { root, runNode } from './set-up/run.mjs'
import { runScript } from './set-up/say.mjs'

/** Every room by its own tsconfig, so that none sees types that it will not have when it runs. */
const rooms = ['core', 'crypto', 'main', 'preload', 'renderer', 'cli', 'test', '.']

/** Types, room by room, then the linter with types. @returns {Promise<number>} how many of them found something */
export async function check() {
  const results = []
  for (const room of rooms) results.push(await runNode('node_modules/typescript/bin/tsc', ['-p', room], { cwd: root }))
  results.push(await runNode('node_modules/oxlint/bin/oxlint', ['--type-aware', '--deny-warnings'], { cwd: root }))
  return results.filter(({ code }) => code !== 0).length
}

if (process.argv[1] === import.meta.filename) await runScript(async () => ((await check()) > 0 ? 1 : 0))
