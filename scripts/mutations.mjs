import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { mutations } from './mutations/guards.mjs'
import { root, runNode } from './set-up/run.mjs'
import { runScript, say } from './set-up/say.mjs'

/**
 * Removes one guard after another in a copy of the tree, and looks whether its test notices. A guard that is not found, a test that fails with every
 * guard in its place, and a removal that no test notices are failures. Words after `--` choose guards by a part of their claim.
 */
await runScript(async () => {
  const words = process.argv.slice(2)
  const chosen = mutations.filter(({ claim, file }) => words.length === 0 || words.some((word) => claim.includes(word) || file.includes(word)))
  const tree = copyOfTree()
  try {
    const tests = [...new Set(chosen.flatMap(({ test }) => test))]
    say(`running ${tests.length} test files with every guard in its place`)
    const sound = new Map()
    for (const test of tests) sound.set(test, await failsIn(tree, [test]))
    const told = []
    for (const mutation of chosen) told.push({ ...mutation, came: await tried(tree, mutation, sound) })
    keep(told)
    const bad = told.filter(({ came }) => !came.startsWith('caught'))
    for (const { file, claim, came } of bad) say(`${file}: ${claim}: ${came}`)
    say(`${told.length - bad.length} of ${told.length} guards are missed when they are gone`)
    return bad.length === 0 ? 0 : 1
  } finally {
    rmSync(tree, { recursive: true, force: true })
  }
})

/** @typedef {import('./mutations/guards.mjs').Mutation} Mutation */

/** @param {string} tree @param {Mutation} mutation @param {Map<string, boolean>} sound */
async function tried(tree, { file, find, put, test, claim }, sound) {
  const path = join(tree, file)
  if (!existsSync(path)) return 'the file is not there any more'
  const text = readFileSync(path, 'utf8')
  if (text.split(find).length !== 2) return `the guard stands there ${text.split(find).length - 1} times`
  const failing = test.find((/** @type {string} */ one) => sound.get(one) === true)
  if (failing !== undefined) return `${failing} fails with every guard in its place`
  writeFileSync(path, text.replace(find, () => put))
  try {
    say(`without: ${claim}`)
    for (const one of test) if (await failsIn(tree, [one])) return `caught by ${one}`
    return 'nobody noticed'
  } finally {
    writeFileSync(path, text)
  }
}

/** What git knows of, changed or not, beside the same packages. */
function copyOfTree() {
  const tree = mkdtempSync(join(tmpdir(), 'azukari-mutations-'))
  const files = spawnSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: root, encoding: 'utf8', maxBuffer: 1 << 26 }).stdout.split('\0').filter(Boolean)
  for (const file of files) {
    if (!existsSync(join(root, file))) continue
    mkdirSync(dirname(join(tree, file)), { recursive: true })
    cpSync(join(root, file), join(tree, file))
  }
  symlinkSync(join(root, 'node_modules'), join(tree, 'node_modules'))
  if (existsSync(join(root, 'dist'))) cpSync(join(root, 'dist'), join(tree, 'dist'), { recursive: true })
  return tree
}

/** @param {string} tree @param {string[]} files */
async function failsIn(tree, files) {
  const { code } = await runNode('node_modules/vitest/vitest.mjs', ['run', '--reporter=dot', ...files], { quiet: true, cwd: tree })
  return code !== 0
}

/** For docs/reliability.md. @param {(Mutation & { came: string })[]} told */
function keep(told) {
  const folder = join(root, 'test-results/reliability')
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'mutations.json'), `${JSON.stringify({ campaign: 'mutations', guards: told.map(({ file, claim, came }) => ({ file, claim, came })) }, null, 2)}\n`)
}
