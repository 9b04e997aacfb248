// npm run bench:pack [-- --in FOLDER --rounds N --mebibytes N --files N --only TEXT --write]
// Side by side with 7-Zip (and openssl and age where installed), interleaved, in Node and in Electron; figures are medians.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { buildEngine } from './build-engine.mjs'
import { makeCorpora } from './pack-corpora.mjs'

const { values: options } = parseArgs({ options: {
  in: { type: 'string', default: join(tmpdir(), 'azukari-bench') }, rounds: { type: 'string', default: '3' }, mebibytes: { type: 'string', default: '1024' },
  files: { type: 'string', default: '20000' }, only: { type: 'string', default: '' }, write: { type: 'boolean', default: false }, electron: { type: 'string', default: '' },
} })
const PASSWORD = 'Kd7mW-xR4nT-bQ9zF-hV3cP-yJ6sG'
const folder = options.in
mkdirSync(folder, { recursive: true })
const engine = await buildEngine(join(folder, 'engine'))
const corpora = makeCorpora(folder, { mebibytes: Number(options.mebibytes), files: Number(options.files) })
const runtimes = { Node: [process.execPath], ...(options.electron ? { Electron: ['env', 'ELECTRON_RUN_AS_NODE=1', options.electron] } : {}) }
const table = []
for (const [name, corpus] of Object.entries(corpora)) for (const trial of trialsOf(name, corpus)) if (`${name} ${trial.what}`.includes(options.only)) table.push(...measure(name, trial))
const text = asMarkdown(table)
console.log(text)
if (options.write) writeFileSync(new URL('../docs/performance-measured.md', import.meta.url), text)

/** Each trial: what 7-Zip does for the comparison, and what the contestants do. `{out}` is a fresh name. */
function trialsOf(name, corpus) {
  const seven = (level) => ['7zz', 'a', '-tzip', '-mem=AES256', `-mx${level}`, `-p${PASSWORD}`, '-bso0', '-bsp0', '{out}', corpus]
  const ours = (level, names) => Object.fromEntries(Object.entries(runtimes).map(([runtime, command]) => [`ours, ${names} names, level ${level}, ${runtime}`, [...command, engine, 'seal', corpus, '{out}', String(level), names]]))
  const verifies = (level) => Object.fromEntries(Object.entries(runtimes).map(([runtime, command]) => [`ours, ${runtime}`, [...command, engine, 'verify', sealedOnce(name, corpus, level)]]))
  if (name === 'incompressible') {
    return [
      { what: 'seal', yardstick: { '7-Zip -mx0': seven(0) }, contestants: { ...ours(0, 'hidden'), ...ours(4, 'hidden'), ...ours(4, 'visible'), ...others(corpus) } },
      { what: 'seal, against -mx1', yardstick: { '7-Zip -mx1': seven(1) }, contestants: ours(4, 'hidden') },
      { what: 'verify', yardstick: { '7-Zip t': ['7zz', 't', `-p${PASSWORD}`, '-bso0', '-bsp0', packedOnce(name, seven(0))] }, contestants: verifies(4) },
    ]
  }
  return [
    { what: 'seal', yardstick: { '7-Zip -mx1': seven(1) }, contestants: { ...ours(4, 'hidden'), ...(name === 'small' ? ours(4, 'visible') : { ...ours(1, 'hidden'), ...ours(6, 'hidden') }) } },
    { what: 'verify', yardstick: { '7-Zip t': ['7zz', 't', `-p${PASSWORD}`, '-bso0', '-bsp0', packedOnce(name, seven(1))] }, contestants: verifies(4) },
  ]
}

function others(corpus) {
  const file = join(corpus, 'drawings.bin')
  return {
    'openssl aes-256-ctr (no authentication, no hash)': ['openssl', 'enc', '-aes-256-ctr', '-pbkdf2', '-pass', `pass:${PASSWORD}`, '-in', file, '-out', '{out}'],
    ...(spawnSync('age', ['--version']).status === 0 ? { age: ['sh', '-c', `age -r "$(age-keygen 2>/dev/null | age-keygen -y)" -o {out} ${file}`] } : {}),
  }
}

function measure(name, { what, yardstick, contestants }) {
  const commands = { ...yardstick, ...contestants }
  const runs = Object.fromEntries(Object.keys(commands).map((who) => [who, []]))
  for (let round = 0; round < Number(options.rounds); round++) for (const [who, command] of Object.entries(commands)) runs[who].push(run(command))
  const [first] = Object.keys(yardstick)
  return Object.entries(runs).map(([who, results]) => {
    const middle = (of) => median(results.map((result) => result[of]))
    return { name, what, who, wall: middle('wall'), ratio: median(results.map((result, i) => result.wall / runs[first][i].wall)), cpu: middle('cpu'), rss: middle('rss'), size: middle('size') }
  })
}

function run(command) {
  const out = join(folder, 'out.bin')
  rmSync(out, { force: true })
  const args = command.map((part) => part.replaceAll('{out}', out))
  const { status, stderr } = spawnSync('/usr/bin/time', ['-f', '\n%e %U %S %M', ...args], { encoding: 'utf8', stdio: ['ignore', 'ignore', 'pipe'] })
  if (status !== 0) throw new Error(`${args.join(' ')}: ${stderr}`)
  const [wall, user, system, rss] = stderr.trim().split('\n').at(-1).split(' ').map(Number)
  const size = existsSync(out) ? statSync(out).size : 0
  rmSync(out, { force: true })
  return { wall, cpu: user + system, rss: rss / 1024, size: size / 2 ** 20 }
}

function sealedOnce(name, corpus, level) {
  const out = join(folder, `ours-${name}-${level}.zip`)
  rmSync(out, { force: true })
  spawnSync(process.execPath, [engine, 'seal', corpus, out, String(level), 'hidden'], { stdio: 'inherit' })
  return out
}

function packedOnce(name, command) {
  const out = join(folder, `seven-${name}.zip`)
  rmSync(out, { force: true })
  const [program, ...args] = command.map((part) => part.replaceAll('{out}', out))
  spawnSync(program, args, { stdio: 'inherit' })
  return out
}

function median(numbers) {
  const sorted = numbers.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)]
}

function asMarkdown(rows) {
  const head = `${cpus().length} × ${cpus()[0].model}, Node ${process.version}, in ${folder}, medians of ${options.rounds} interleaved rounds\n\n| corpus | what | who | wall s | ratio | CPU s | peak MiB | size MiB |\n|---|---|---|--:|--:|--:|--:|--:|\n`
  return head + rows.map((row) => `| ${row.name} | ${row.what} | ${row.who} | ${row.wall.toFixed(2)} | ${row.ratio.toFixed(2)} | ${row.cpu.toFixed(2)} | ${row.rss.toFixed(0)} | ${row.size.toFixed(0)} |`).join('\n') + '\n'
}
