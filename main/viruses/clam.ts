import { mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { instantOf } from '../../core/time.ts'
import type { Scanner, ScanProgress } from '../../core/viruses/scan.ts'
import type { How } from '../../core/world.ts'
import type { Target } from './list-files.ts'
import { findProgram, run } from './program.ts'
import { heavier, judge, readLine, type Said, type Verdict } from './verdicts.ts'

/** A scanner that was found ready, and how to let it look at files: all of them in one run, since loading signatures takes seconds. */
export interface Engine { scanner: Scanner; scan(files: readonly Target[], how: How<ScanProgress>): Promise<Verdict> }

/** ClamAV's own limit for one file, whatever its settings say. */
export const LARGEST = 2 ** 31 - 1
/** What clamscan skips in silence by default is alerted, and the limits are as high as they go; a single file may take a quarter of an hour. */
const LIMITS = ['--alert-exceeds-max=yes', '--alert-encrypted=yes', `--max-filesize=${LARGEST}`, '--max-scansize=4095M', '--max-scantime=900000']
const QUIETLY = ['--stdout', '--no-summary']

/** Where a daemon's settings lie: Debian, Fedora, Homebrew on both kinds of Mac, MacPorts and FreeBSD. */
const DAEMON_SETTINGS = ['/etc/clamav/clamd.conf', '/etc/clamd.d/scan.conf', '/etc/clamd.conf', '/opt/homebrew/etc/clamav/clamd.conf', '/usr/local/etc/clamav/clamd.conf', '/usr/local/etc/clamd.conf', '/opt/local/etc/clamd.conf']

/**
 * clamscan, which loads its signatures for every run. Null where it is not installed or has no signatures (then it would only fail).
 * `database`: a folder or file of signatures in place of the system's own.
 */
export async function clamscan({ database }: { database?: string } = {}): Promise<Engine | null> {
  const program = await findProgram('clamscan')
  const scanner = program && await askVersion(program, [])
  if (!program || !scanner || (!scanner.signatures && database === undefined)) return null
  const from = database === undefined ? [] : [`--database=${database}`]
  return {
    scanner: { ...scanner, signatures: database === undefined ? scanner.signatures : null },
    scan: (files, how) => inRoom(async (room) => {
      // A name may hold anything, a line break too. The scanner gets links of ours, numbered, and follows them.
      const links = new Map(files.map((file, i) => [join(room, String(i)), file]))
      for (const [link, { bytes }] of links) await symlink(bytes, link)
      const list = await writeList(room, [...links.keys()].map((link) => Buffer.from(link)))
      const args = [...QUIETLY, ...LIMITS, ...from, '--follow-file-symlinks=2', `--tempdir=${room}`, `--file-list=${list}`]
      return ask(program, args, new Map([...links].map(([link, { path }]) => [link, path])), how)
    }),
  }
}

/**
 * clamdscan, where a daemon answers that says what it skips (`AlertExceedsMax` and `AlertEncrypted` in its clamd.conf);
 * one that does not would call a file that it never opened OK.
 */
export async function clamdscan({ settings = DAEMON_SETTINGS }: { settings?: readonly string[] } = {}): Promise<Engine | null> {
  const program = await findProgram('clamdscan')
  const config = program && await honestSettings(settings)
  if (!program || !config) return null
  const daemon = [`--config-file=${config}`]
  if ((await run(program, [...daemon, '--ping=1:1'])).code !== 0) return null
  const scanner = await askVersion(program, daemon)
  return scanner && {
    scanner: { ...scanner, name: 'ClamAV (clamd)' },
    // The opened file goes to the daemon, which may not read it otherwise. Links do not: of a link it says OK and has read nothing.
    scan: (files, how) => inRoom(async (room) => {
      const list = await writeList(room, files.map(({ bytes }) => bytes))
      return ask(program, [...QUIETLY, ...daemon, '--fdpass', `--file-list=${list}`], new Map(files.map(({ path }) => [path, path])), how)
    }),
  }
}

/** Whether a name can go through a list of lines and come back in a line of output. */
// eslint-disable-next-line no-control-regex
export const isPlain = ({ path }: Target): boolean => !/[\u0000-\u001f\u007f\ufffd]/.test(path)

/** `ClamAV 1.4.6/27812/Mon Dec  7 09:21:34 2026`; without signatures no more than `ClamAV 1.4.6`. */
export function readVersion(line: string): Scanner | null {
  const [, engine, version, month, day, time, year] = /^ClamAV ([^/\s]+)(?:\/(\d+)\/\w{3} (\w{3}) +(\d{1,2}) (\d\d:\d\d:\d\d) (\d{4}))?\s*$/.exec(line) ?? []
  if (engine === undefined) return null
  const no = 'JanFebMarAprMayJunJulAugSepOctNovDec'.indexOf(month ?? '?') / 3 + 1
  if (version === undefined || no < 1) return { name: 'ClamAV', engine, signatures: null }
  const two = (n: number | string) => String(n).padStart(2, '0')
  return { name: 'ClamAV', engine, signatures: { version, date: instantOf(`${year}-${two(no)}-${two(day ?? 1)}T${time}Z`) } }
}

/** Whether clamd.conf makes the daemon say what it skipped. */
export const saysWhatItSkips = (config: string): boolean =>
  ['AlertExceedsMax', 'AlertEncrypted'].every((key) => new RegExp(`^\\s*${key}\\s+(yes|true|1)\\s*$`, 'im').test(config))

async function honestSettings(paths: readonly string[]): Promise<string | null> {
  for (const path of paths) {
    const config = await readFile(path, 'utf8').catch(() => null)
    if (config !== null) return saysWhatItSkips(config) ? path : null
  }
  return null
}

async function askVersion(program: string, args: readonly string[]): Promise<Scanner | null> {
  const lines: string[] = []
  const { code } = await run(program, [...args, '--version'], { onLine: (line) => lines.push(line) })
  return code === 0 ? readVersion(lines[0] ?? '') : null
}

/** `names`: what the scanner is to speak of, and how each is really called. */
async function ask(program: string, args: readonly string[], names: ReadonlyMap<string, string>, { signal, onProgress }: How<ScanProgress>): Promise<Verdict> {
  const said = new Map<string, Said>()
  const ended = await run(program, args, { signal, onLine: (line) => {
    const read = readLine(line)
    const path = read && names.get(read.path)
    if (!read || path === undefined || path === null) return
    said.set(path, heavier(said.get(path), read.said))
    onProgress({ filesDone: said.size, filesTotal: names.size })
  } })
  return signal.aborted ? { outcome: 'abandoned' } : judge([...names.values()], said, ended)
}

async function writeList(room: string, paths: readonly Buffer[]): Promise<string> {
  const list = join(room, 'list')
  await writeFile(list, Buffer.concat(paths.flatMap((path) => [path, Buffer.from('\n')])), { mode: 0o600, flag: 'wx' })
  return list
}

/** A folder that only we may enter, for lists and for what the scanner unpacks; gone afterwards, whatever happens. */
async function inRoom<T>(work: (room: string) => Promise<T>): Promise<T> {
  const room = await mkdtemp(join(tmpdir(), 'azukari-scan-'))
  try {
    return await work(room)
  } finally {
    await rm(room, { recursive: true, force: true, maxRetries: 3 })
  }
}
