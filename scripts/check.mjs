import { root, runNode } from './set-up/run.mjs'
import { runScript } from './set-up/say.mjs'

/** Every room by its own tsconfig, so that none sees types that it will not have when it runs. The largest first. */
const rooms = ['test', 'renderer', 'main', 'cli', 'core', 'preload', 'crypto', '.']

/** Types, room by room, then the linter with types. @returns {Promise<number>} how many of them found something */
export async function check() {
  const types = await twoAtOnce(rooms.map((room) => () => runNode('node_modules/typescript/bin/tsc', ['-p', room, '--singleThreaded'], { cwd: root, quiet: true })))
  for (const { output } of types) process.stdout.write(output)
  const lint = await runNode('node_modules/oxlint/bin/oxlint', ['--type-aware', '--deny-warnings'], { cwd: root })
  return [...types, lint].filter(({ code }) => code !== 0).length
}

/** A room's own checkers would each work out the contract's types again: of two threads each works at a room. @template T @param {readonly (() => Promise<T>)[]} works @returns {Promise<T[]>} */
async function twoAtOnce(works) {
  /** @type {T[]} */
  const done = []
  const waiting = [...works.entries()]
  const hand = async () => { for (let next = waiting.shift(); next; next = waiting.shift()) done[next[0]] = await next[1]() }
  await Promise.all([hand(), hand()])
  return done
}

if (process.argv[1] === import.meta.filename) await runScript(async () => ((await check()) > 0 ? 1 : 0))
