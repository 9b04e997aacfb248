import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, release, totalmem, type } from 'node:os'
import { join } from 'node:path'
import { pageOf } from './reliability/page.mjs'
import { printedBy, root, runNode } from './set-up/run.mjs'
import { runScript, say, SetUpFailure } from './set-up/say.mjs'

const results = join(root, 'test-results/reliability')
/** What the page is made of, committed beside it: a test makes the page of it anew. */
const kept = join(root, 'docs/reliability')
const machineFile = 'machine.json'

/**
 * Runs every campaign that keeps figures, and writes docs/reliability.md of them; with `--only-write` of what the last runs left.
 * AZUKARI_CAMPAIGN=full makes them as large as they are for a night.
 */
await runScript(async () => {
  const strange = process.argv.slice(2).find((word) => word !== '--only-write')
  if (strange !== undefined) throw new SetUpFailure(`${strange} is nothing that this command knows; it knows --only-write.`)
  if (!process.argv.includes('--only-write')) {
    // What the mutations left stays: they are run by themselves.
    for (const name of existsSync(results) ? readdirSync(results) : []) if (name !== 'mutations.json') rmSync(join(results, name))
    const { code } = await runNode('scripts/test.mjs', ['slow'])
    if (code !== 0) throw new SetUpFailure('a campaign failed, and the page stays as it was.')
  }
  const names = existsSync(results) ? readdirSync(results).filter((name) => name.endsWith('.json')) : []
  if (names.length === 0) throw new SetUpFailure('no campaign has left its figures.', 'npm run test:slow')
  rmSync(kept, { recursive: true, force: true })
  mkdirSync(kept, { recursive: true })
  for (const name of names) cpSync(join(results, name), join(kept, name))
  writeFileSync(join(kept, machineFile), `${JSON.stringify(machine(), null, 2)}\n`)
  const page = pageOf(readKept())
  writeFileSync(join(root, 'docs/reliability.md'), page)
  say(`docs/reliability.md is written of ${names.length} campaigns`)
})

/** What ran, on what, and when. */
function machine() {
  const [cpu] = cpus()
  const day = new Date().toISOString().slice(0, 10)
  const commit = `${printedBy('git', ['-C', root, 'rev-parse', '--short', 'HEAD']) ?? 'unknown'}${printedBy('git', ['-C', root, 'status', '--porcelain', '--untracked-files=no', '--', '.', ':!docs']) ? ' with changes' : ''}`
  return { day, commit, system: `${type()} ${release().split('-')[0]}`, processor: cpu?.model ?? 'unknown', cores: cpus().length, gibibytes: Math.round(totalmem() / 2 ** 30), node: process.version }
}

function readKept() {
  return Object.fromEntries(readdirSync(kept).filter((name) => name.endsWith('.json')).map((name) => [name.replace(/\.json$/, ''), JSON.parse(readFileSync(join(kept, name), 'utf8'))]))
}
