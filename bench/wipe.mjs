// npm run bench:wipe [-- --in FOLDER --rounds N --mebibytes N --only TEXT --electron PATH --write]
// Side by side with dd, shred, dd | cmp and (from 0.40) nwipe, interleaved, on a loop device over an image in FOLDER. Needs root and Linux.
import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { closeSync, ftruncateSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync, writeSync } from 'node:fs'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { build } from 'vite'

const { values: options } = parseArgs({ options: {
  in: { type: 'string', default: tmpdir() }, rounds: { type: 'string', default: '3' }, mebibytes: { type: 'string', default: '1024' },
  only: { type: 'string', default: '' }, electron: { type: 'string', default: '' }, write: { type: 'boolean', default: false },
} })
const bytes = Number(options.mebibytes) * 2 ** 20
const seed = 'a5'.repeat(32)
const folder = mkdtempSync(join(options.in, 'azukari-wipe-'))
const engine = await buildEngine()
const device = attach(join(folder, 'medium.img'))
try {
  const rows = []
  for (const trial of trials()) if (trial.what.includes(options.only)) rows.push(...await measure(trial))
  const text = asMarkdown(rows)
  console.log(`\n${text}`)
  if (''.includes(options.only) || 'delay'.includes(options.only)) console.log(`\n${delays()}`)
  if (options.write) writeInto(new URL('../docs/performance.md', import.meta.url), text)
} finally {
  spawnSync('losetup', ['-d', device])
  rmSync(folder, { recursive: true })
}

/** Each trial: what the first contestant needs is 1; `wanted` is the ratio of speeds that was set as the goal. */
function trials() {
  const dd = `dd if=/dev/zero of=${device} bs=4M oflag=direct conv=fdatasync status=none count=${bytes / 2 ** 22}`
  const readBack = `dd if=${device} bs=4M iflag=direct status=none | cmp -n ${bytes} - /dev/zero`
  const ours = (job) => Object.fromEntries(runtimes().map(([name, command]) => [`ours, ${name}`, { command, job: { ...job, path: device } }]))
  return [
    { what: 'zeros', wanted: 1.2, contestants: { 'dd bs=4M oflag=direct': dd, ...ours({ do: 'overwrite', pattern: 'zero', readBack: 'none' }) } },
    { what: 'unlike sectors', wanted: 4, contestants: { 'shred -n1': `shred -n1 ${device}`, ...named('ours (tile)', ours({ do: 'overwrite', pattern: 'tile', readBack: 'none' })) } },
    { what: 'zeros and full reading back', wanted: 1.8, contestants: { 'dd, dd | cmp': `${dd} && ${readBack}`, ...nwipe(), ...ours({ do: 'overwrite', pattern: 'zero', readBack: 'full' }) } },
    { what: 'unlike sectors and full reading back', wanted: null, contestants: { 'dd, dd | cmp (zeros)': `${dd} && ${readBack}`, ...named('ours (tile)', ours({ do: 'overwrite', pattern: 'tile', readBack: 'full' })) } },
    { what: 'reading back alone', wanted: 0.95, before: dd, contestants: { 'dd bs=4M iflag=direct': `dd if=${device} of=/dev/null bs=4M iflag=direct status=none`, ...ours({ do: 'check', pattern: 'zero', readBack: 'full' }) } },
  ]
}

function named(name, contestants) {
  return Object.fromEntries(Object.entries(contestants).map(([key, value]) => [key.replace('ours', name), value]))
}

function runtimes() {
  return [['Node', [process.execPath]], ...(options.electron ? [['Electron', ['env', 'ELECTRON_RUN_AS_NODE=1', options.electron]]] : [])]
}

/** Before 0.40 nwipe has no --directio, and through the page cache of a loop device it takes minutes a GiB. */
function nwipe() {
  const help = spawnSync('nwipe', ['--help'], { encoding: 'utf8' })
  if (help.error || !`${help.stdout}${help.stderr}`.includes('--directio')) {
    console.log('nwipe with --directio is not installed and left out')
    return {}
  }
  return { 'nwipe --directio': `nwipe --directio --autonuke --nogui --nowait --method=zero --verify=last --PDFreportpath=noPDF --logfile=${folder}/nwipe.log ${device}` }
}

async function measure({ what, wanted, contestants, before }) {
  const runs = Object.fromEntries(Object.keys(contestants).map((who) => [who, []]))
  for (let round = 0; round < Number(options.rounds); round++) {
    const turn = Object.entries(contestants)
    // Nobody always comes after the same one.
    for (const [who, contestant] of [...turn.slice(round % turn.length), ...turn.slice(0, round % turn.length)]) {
      if (before) execFileSync('sh', ['-c', before])
      execFileSync('sync')
      const taken = await take(contestant)
      runs[who].push(taken)
      console.log(`${what}, round ${round + 1}: ${who.padEnd(28)} ${taken.wall.toFixed(2)} s  ${Math.round(bytes / 1e6 / taken.wall)} MB/s`)
    }
  }
  const [first] = Object.keys(contestants)
  return Object.entries(runs).map(([who, taken]) => ({
    what, who, wanted: who.startsWith('ours') ? wanted : null, wall: median(taken.map(({ wall }) => wall)), cpu: median(taken.map(({ cpu }) => cpu)), rss: Math.max(...taken.map(({ rss }) => rss)),
    ratio: median(taken.map(({ wall }, n) => runs[first][n].wall / wall)),
  }))
}

/** From the start of the program to its end, Node's own start included. */
async function take(contestant) {
  const said = join(folder, 'time')
  const [command, job] = typeof contestant === 'string' ? [['bash', '-o', 'pipefail', '-c', contestant], null] : [[...contestant.command, engine], contestant.job]
  const start = performance.now()
  const child = spawn('/usr/bin/time', ['-f', '%U %S %M', '-o', said, ...command], { stdio: ['pipe', 'pipe', 'inherit'] })
  let words = ''
  child.stdout.setEncoding('utf8').on('data', (text) => { words += text })
  // Its input stays open: the end of it would call the run off.
  if (job) child.stdin.write(`${JSON.stringify({ identity: null, seed: job.pattern === 'tile' ? seed : null, sampleSeed: seed, from: null, also: [], keepOut: [], ...job })}\n`)
  const code = await new Promise((ended) => { child.on('exit', ended) })
  const wall = (performance.now() - start) / 1000
  if (code !== 0) throw new Error(`${command.join(' ')} ended with ${code}`)
  if (job) requireDone(words, job)
  const [user, system, rss] = readFileSync(said, 'utf8').trim().split('\n').at(-1).split(' ').map(Number)
  return { wall, cpu: user + system, rss: rss / 1024 }
}

/** A run that did not do all of its work is no measurement. */
function requireDone(words, { do: what, readBack }) {
  const { said, outcome } = JSON.parse(words.trim().split('\n').at(-1))
  const { end, figures } = outcome ?? {}
  const whole = said === 'ended' && end === 'finished' && figures.badSectors === 0 && figures.uncached && (what === 'check' || figures.bytesWritten === bytes) && (readBack === 'none' || figures.bytesRead === bytes)
  if (!whole) throw new Error(`not done: ${words.slice(-2000)}`)
}

async function buildEngine() {
  await build({
    configFile: false, root: new URL('..', import.meta.url).pathname, logLevel: 'error', publicDir: false, ssr: { noExternal: true },
    build: { ssr: true, target: 'node20', outDir: join(folder, 'engine'), emptyOutDir: false, minify: false, rolldownOptions: { input: { 'wipe-engine': 'main/wiping/engine-process.ts' }, output: { format: 'cjs', entryFileNames: '[name].cjs' } } },
  })
  return join(folder, 'engine/wipe-engine.cjs')
}

/** An image that is really there, so that nobody pays for finding its blocks. */
function attach(image) {
  const file = openSync(image, 'w')
  ftruncateSync(file, bytes)
  const piece = Buffer.alloc(2 ** 22, 'x')
  for (let at = 0; at < bytes; at += piece.length) writeSync(file, piece, 0, piece.length, at)
  closeSync(file)
  return execFileSync('losetup', ['-f', '--show', '--direct-io=on', image], { encoding: 'utf8' }).trim()
}

/** How late main's timers come while files are wiped beside them, and while a drive is wiped in a process of its own. */
function delays() {
  const place = join(folder, 'files')
  mkdirSync(place)
  const rows = JSON.parse(execFileSync(process.execPath, ['--import', 'tsx', new URL('loop-delay.ts', import.meta.url).pathname, place, device], { encoding: 'utf8' }))
  return `load ${loadavg()[0].toFixed(1)}\n\n| main's event loop while | s | median ms late | 99 % | longest |\n|---|--:|--:|--:|--:|\n${rows.map((row) => `| ${row.what} | ${row.seconds} | ${row.median} | ${row.p99} | ${row.longest} |`).join('\n')}\n`
}

function median(numbers) {
  const sorted = numbers.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)]
}

function asMarkdown(rows) {
  const head = `${cpus().length} × ${cpus()[0].model.trim()}, load ${loadavg()[0].toFixed(1)}, ${options.mebibytes} MiB, loop device over a file, medians of ${options.rounds} interleaved rounds; times as fast as the first of each kind, round by round\n\n| what | who | wall s | MB/s | times as fast | wanted | CPU s | peak MiB |\n|---|---|--:|--:|--:|--:|--:|--:|\n`
  return head + rows.map((row) => `| ${row.what} | ${row.who.replaceAll('|', '\\|')} | ${row.wall.toFixed(2)} | ${Math.round(bytes / 1e6 / row.wall)} | ${row.ratio.toFixed(2)} | ${row.wanted ?? ''} | ${row.cpu.toFixed(2)} | ${row.rss.toFixed(0)} |`).join('\n') + '\n'
}

/** Between its two marks on the page of measurements. */
function writeInto(page, text) {
  const [head, rest] = readFileSync(page, 'utf8').split('<!-- bench:wipe -->\n')
  const [, tail] = (rest ?? '').split('<!-- /bench:wipe -->')
  if (tail === undefined) throw new Error('docs/performance.md has no place for it')
  writeFileSync(page, `${head}<!-- bench:wipe -->\n${text}<!-- /bench:wipe -->${tail}`)
}
