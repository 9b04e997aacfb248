// npm run bench:pack [-- --in FOLDER --rounds N --mebibytes N --files N --only TEXT --no-electron --more --write]
// Side by side with 7-Zip, interleaved, in Node and in Electron; each run is told as it ends, medians of ratios come last.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { findElectronRuntime } from '../scripts/set-up/electron-runtime.mjs'
import { buildEngine } from './build-engine.mjs'
import { makeCorpora } from './pack-corpora.mjs'

const { values: options } = parseArgs({ options: {
  in: { type: 'string', default: join(tmpdir(), 'azukari-bench') }, rounds: { type: 'string', default: '3' }, mebibytes: { type: 'string', default: '1024' },
  files: { type: 'string', default: '20000' }, only: { type: 'string', default: '' }, write: { type: 'boolean', default: false },
  'no-electron': { type: 'boolean', default: false }, more: { type: 'boolean', default: false },
} })
const PASSWORD = 'Kd7mW-xR4nT-bQ9zF-hV3cP-yJ6sG'
const PAGE = new URL('../docs/performance.md', import.meta.url)
const [BEGIN, END] = ['<!-- measured by npm run bench:pack -->', '<!-- end of what was measured -->']
const folder = options.in
mkdirSync(folder, { recursive: true })
const engine = await buildEngine(join(folder, 'engine'))
const corpora = makeCorpora(folder, { mebibytes: Number(options.mebibytes), files: Number(options.files) })
const electron = options['no-electron'] ? undefined : findElectronRuntime()
if (!electron && !options['no-electron']) console.log('there is no Electron here (npm run set-up brings one): Node only')
const runtimes = { Node: [process.execPath], ...(electron ? { Electron: ['env', 'ELECTRON_RUN_AS_NODE=1', electron.executable] } : {}) }
const loadBefore = loadavg()[0]
const rows = trials().filter(({ what }) => what.includes(options.only)).flatMap(measure)
const text = asMarkdown(rows)
console.log(`\n${text}`)
if (options.write) writeIntoPage(text)

/** Each trial: what 7-Zip does, what is compared with it, and what was asked for (in Node, in Electron; times 7-Zip's wall time). `{out}` is a fresh name. */
function trials() {
  const { incompressible, csv, small } = corpora
  return [
    { what: 'incompressible, seal, hidden', yardstick: ['7-Zip -mx0', seven(incompressible, 0)], ours: { 'level 4': [sealing(incompressible, 4, 'hidden'), [1.05, 1.4]] } },
    { what: 'incompressible, seal, hidden', once: true, yardstick: ['7-Zip -mx1', seven(incompressible, 1)], ours: { 'level 4': [sealing(incompressible, 4, 'hidden'), [0.1, 0.1]] } },
    { what: 'incompressible, verify', ...verifying('incompressible', 0, 2) },
    { what: 'CSV, seal, hidden', yardstick: ['7-Zip -mx1', seven(csv, 1)], ours: { 'level 4': [sealing(csv, 4, 'hidden'), [0.4, 0.5]], ...(options.more ? { 'level 1': [sealing(csv, 1, 'hidden')], 'level 6': [sealing(csv, 6, 'hidden')] } : {}) } },
    { what: 'CSV, verify', ...verifying('csv', 1, 0.8) },
    { what: `${options.files} small files, seal, hidden`, yardstick: ['7-Zip -mx1', seven(small, 1)], ours: { 'level 4': [sealing(small, 4, 'hidden'), [0.6, 0.7]] } },
    { what: `${options.files} small files, seal, visible`, yardstick: ['7-Zip -mx1', seven(small, 1)], ours: { 'level 4': [sealing(small, 4, 'visible'), [0.8, 0.9]] } },
    { what: `${options.files} small files, verify`, ...verifying('small', 1, 0.8) },
  ]
}

function seven(corpus, level) {
  return ['7zz', 'a', '-tzip', '-mem=AES256', `-mx${level}`, `-p${PASSWORD}`, '-bso0', '-bsp0', '{out}', corpus]
}

function sealing(corpus, level, names) {
  return [engine, 'seal', corpus, '{out}', String(level), names]
}

/** Ours hashes and compares every file; with the container's own hash it does what the desk does after sealing. */
function verifying(name, level, target) {
  const theirs = join(folder, `seven-${name}.zip`)
  const own = join(folder, `ours-${name}.zip`)
  const prepare = () => {
    for (const [out, command] of [[theirs, seven(corpora[name], level)], [own, [process.execPath, ...sealing(corpora[name], 4, 'hidden')]]]) {
      rmSync(out, { force: true })
      timed(command.map((part) => part.replaceAll('{out}', out)))
    }
  }
  return {
    prepare, tidy: () => { for (const path of [theirs, own]) rmSync(path, { force: true }) },
    yardstick: ['7-Zip t', ['7zz', 't', `-p${PASSWORD}`, '-bso0', '-bsp0', theirs]],
    ours: { 'contents': [[engine, 'verify', own], [target, target]], 'contents, and the hash of the package': [[engine, 'verify', own, 'hash']] },
  }
}

function measure({ what, once = false, prepare, tidy, yardstick: [first, yardstick], ours }) {
  const contestants = [{ who: first, command: yardstick }]
  for (const [how, [command, targets]] of Object.entries(ours)) {
    for (const [i, [runtime, begin]] of Object.entries(runtimes).entries()) contestants.push({ who: `ours, ${how}, ${runtime}`, command: [...begin, ...command], target: targets?.[i] })
  }
  prepare?.()
  const runs = contestants.map(() => [])
  const rounds = once ? 1 : Number(options.rounds)
  for (let round = 0; round < rounds; round++) {
    for (const [i, { who, command }] of contestants.entries()) {
      const result = run(command)
      runs[i].push(result)
      const ratio = result.wall / runs[0][round].wall
      console.log(`${what} · ${who}: ${result.wall.toFixed(2)} s (× ${ratio.toFixed(2)}), CPU ${result.cpu.toFixed(2)} s, ${result.rss.toFixed(0)} MiB, ${result.size.toFixed(0)} MiB out ${result.told}`.trimEnd())
    }
  }
  tidy?.()
  return contestants.map(({ who, target }, i) => {
    const middle = (of) => median(runs[i].map(of))
    return {
      what, who, target, wall: middle(({ wall }) => wall), ratio: middle(({ wall }, round) => wall / runs[0][round].wall), cpu: middle(({ cpu }) => cpu),
      cpuRatio: middle(({ cpu }, round) => cpu / runs[0][round].cpu), rss: middle(({ rss }) => rss), size: middle(({ size }) => size), told: runs[i][0].told,
    }
  })
}

function run(command) {
  const out = join(folder, 'out.bin')
  rmSync(out, { force: true })
  const result = timed(command.map((part) => part.replaceAll('{out}', out)))
  const size = existsSync(out) ? statSync(out).size : 0
  rmSync(out, { force: true })
  return { ...result, size: size / 2 ** 20 }
}

function timed(args) {
  const { status, stdout, stderr } = spawnSync('/usr/bin/time', ['-f', '\n%e %U %S %M', ...args], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })
  if (status !== 0) throw new Error(`${args.join(' ')}: ${stderr}`)
  const [wall, user, system, rss] = stderr.trim().split('\n').at(-1).split(' ').map(Number)
  return { wall, cpu: user + system, rss: rss / 1024, told: stdout.trim() }
}

function median(numbers) {
  const sorted = numbers.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)]
}

function asMarkdown(rows) {
  const fileSystem = spawnSync('stat', ['-f', '-c', '%T', folder], { encoding: 'utf8' }).stdout?.trim() || 'unknown'
  const where = `${cpus().length} × ${cpus()[0].model}; Node ${process.version}${electron ? `, Electron ${electron.version} as Node` : ''}; files on ${fileSystem}; load average ${loadBefore.toFixed(1)} before, ${loadavg()[0].toFixed(1)} after`
  const head = '| what | who | wall s | × 7-Zip | asked for | CPU s | × 7-Zip | peak MiB | size MiB |\n|---|---|--:|--:|--:|--:|--:|--:|--:|\n'
  const line = ({ what, who, wall, ratio, target, cpu, cpuRatio, rss, size, told }) =>
    `| ${what} | ${who}${told ? ` (${told})` : ''} | ${wall.toFixed(2)} | ${ratio.toFixed(2)} | ${target ? `≤ ${target}${ratio <= target ? '' : ' **missed**'}` : ''} | ${cpu.toFixed(2)} | ${cpuRatio.toFixed(2)} | ${rss.toFixed(0)} | ${size > 0 ? size.toFixed(1) : ''} |`
  return `${where}; medians of ${options.rounds} interleaved rounds (against -mx1 on the incompressible file: one).\n\n${head}${rows.map(line).join('\n')}\n`
}

function writeIntoPage(text) {
  const page = readFileSync(PAGE, 'utf8')
  const [before, rest] = page.split(BEGIN)
  const after = rest?.split(END)[1]
  if (after === undefined) throw new Error(`docs/performance.md has lost its marks ${BEGIN} and ${END}`)
  writeFileSync(PAGE, `${before}${BEGIN}\n${text}${END}${after}`)
}
