import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, truncateSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { realViruses } from '../../../main/viruses/viruses.ts'
import { bench, eicar, ownSignatures, play, quietly, type Bench } from './bench.ts'

const isThere = spawnSync('clamscan', ['--version']).status === 0
const path = process.env['PATH']
let desk: Bench
beforeEach(() => { desk = bench() })
afterEach(() => {
  process.env['PATH'] = path
  desk.clear()
})

const rooms = () => readdirSync(tmpdir()).filter((name) => name.startsWith('azukari-scan-'))
const viruses = realViruses({ database: ownSignatures })
const zipped = (archive: string, ...args: string[]): string => {
  const { status, stderr } = spawnSync('7zz', ['a', '-tzip', archive, ...args], { cwd: desk.folder, encoding: 'utf8' })
  expect(stderr + String(status)).toBe('0')
  return join(desk.folder, archive)
}

describe.runIf(isThere)('clamscan', () => {
  test('says who it is, and that signatures of our own have no date', async () => {
    expect(await viruses.scanner()).toEqual({ name: 'ClamAV', engine: expect.stringMatching(/^\d+\.\d+/) as string, signatures: null })
  })

  test('vouches for what it looked through, empty files too', async () => {
    desk.lay('宛名.csv', '氏名\n')
    desk.lay('deep/er/空.txt', '')
    expect(await viruses.scan([desk.folder], quietly)).toMatchObject({ outcome: 'clean', files: 2, findings: [], unscanned: [] })
  })

  test('finds a virus, however deep it is wrapped, and names the file', async () => {
    const plain = desk.lay('eicar.com', eicar)
    zipped('once.zip', 'eicar.com')
    const twice = zipped('twice.zip', 'once.zip')
    desk.lay('clean.txt', 'clean')
    const found = await viruses.scan([plain, twice, join(desk.folder, 'clean.txt')], quietly)
    expect(found).toMatchObject({ outcome: 'found', files: 3 })
    expect('findings' in found && found.findings.toSorted((a, b) => (a.path < b.path ? -1 : 1))).toEqual([plain, twice].map((one) => ({ path: one, name: 'Azukari.Test.Eicar.UNOFFICIAL' })))
  })

  test.each([
    '-rf', '--database=x', ' leading and trailing ', 'line\nbreak', 'OK\n/etc/passwd: OK', 'x: OK', '𠮷田と髙橋.csv', '$(touch owned)', '`touch owned`; exit', "quote'\"", '%s%n', 'é',
  ])('a virus in a file called %j is found under that name, and a clean one is clean', async (name) => {
    const path = desk.lay(name, eicar)
    expect(await viruses.scan([path], quietly)).toMatchObject({ outcome: 'found', findings: [{ path }] })
    desk.lay(name, 'clean')
    expect(await viruses.scan([desk.folder], quietly)).toMatchObject({ outcome: 'clean', files: 1 })
    expect(existsSync('owned')).toBe(false)
  })

  test('a name that is no UTF-8 does not hide what the file holds', async () => {
    desk.lay('placeholder', '')
    const { status } = spawnSync('python3', ['-c', "import os,sys; open(os.fsencode(sys.argv[1])+b'/\\x93\\xfa.com','w').write(sys.stdin.read())", desk.folder], { input: eicar })
    expect(status).toBe(0)
    expect(await viruses.scan([desk.folder], quietly)).toMatchObject({ outcome: 'found' })
  })

  test('an encrypted archive is not scanned, and not clean', async () => {
    desk.lay('clean.txt', 'clean')
    const locked = zipped('locked.zip', '-psecret', 'clean.txt')
    expect(await viruses.scan([desk.folder], quietly)).toMatchObject({ outcome: 'unscanned', files: 1, unscanned: [{ path: locked, why: 'Heuristics.Encrypted.Zip' }] })
  })

  test('what is found beside something encrypted is found', async () => {
    desk.lay('eicar.com', eicar)
    desk.lay('clean.txt', 'clean')
    const mixed = zipped('mixed.zip', 'eicar.com')
    zipped('mixed.zip', '-psecret', 'clean.txt')
    expect(await viruses.scan([mixed], quietly)).toMatchObject({ outcome: 'found', findings: [{ path: mixed }] })
  })

  test('a file beyond what ClamAV can open is not scanned, and not clean', async () => {
    const large = desk.lay('図面.tif', '')
    truncateSync(large, 2 ** 31)
    expect(await viruses.scan([large], quietly)).toMatchObject({ outcome: 'unscanned', unscanned: [{ path: large }] })
  })

  test('what is not there is not clean', async () => {
    expect(await viruses.scan([join(desk.folder, 'nowhere')], quietly)).toMatchObject({ outcome: 'unscanned', unscanned: [{ why: 'ENOENT' }] })
  })

  test('tells how far it is, and leaves nothing behind', async () => {
    for (const n of [1, 2, 3]) desk.lay(`${n}.txt`, 'clean')
    const before = rooms()
    const seen: number[] = []
    await viruses.scan([desk.folder], { ...quietly, onProgress: ({ filesDone, filesTotal }) => { seen.push(filesDone); expect(filesTotal).toBe(3) } })
    expect(seen).toEqual([0, 1, 2, 3])
    expect(rooms().filter((room) => !before.includes(room))).toEqual([])
  })

  test('signatures that cannot be loaded are a failure, not a clean bill', async () => {
    const broken = desk.lay('broken.hsb', 'this is no signature\n')
    desk.lay('in/a.txt', 'clean')
    expect(await realViruses({ database: broken }).scan([join(desk.folder, 'in')], quietly)).toMatchObject({ outcome: 'failed' })
  })

  test('called off before it begins, it does not begin', async () => {
    desk.lay('a.txt', 'clean')
    expect(await viruses.scan([desk.folder], { ...quietly, signal: AbortSignal.abort() })).toEqual({ outcome: 'abandoned' })
  })
})

describe.skipIf(process.platform === 'win32')('a scanner that misbehaves', () => {
  const VERSION = 'case "$*" in *--version*) echo "ClamAV 1.4.6"; exit 0;; esac'
  const FIRST = 'room=$(for a; do case "$a" in --tempdir=*) echo "${a#*=}";; esac; done)'
  const only = (script: string): void => {
    play(desk, 'clamscan', `${VERSION}\n${FIRST}\n${script}`)
    process.env['PATH'] = `${join(desk.folder, 'bin')}:${path}`
    for (const n of [1, 2]) desk.lay(`in/${n}.txt`, 'clean')
  }
  const scan = (how = quietly) => viruses.scan([join(desk.folder, 'in')], how)

  test.each([
    ['says nothing', 'exit 0'],
    ['is silent about one file', 'echo "$room/0: OK"; exit 0'],
    ['dies halfway', 'echo "$room/0: OK"; kill -9 $$'],
    ['says OK and ends with an error', 'echo "$room/0: OK"; echo "$room/1: OK"; exit 2'],
    ['says OK and ends as if it had found something', 'echo "$room/0: OK"; echo "$room/1: OK"; exit 1'],
    ['ends with a code that nobody knows', 'echo "$room/0: OK"; echo "$room/1: OK"; exit 50'],
    ['speaks of other files', 'echo "/elsewhere/0: OK"; echo "/elsewhere/1: OK"; exit 0'],
    ['says something like OK', 'echo "$room/0: OK"; echo "$room/1: OKAY"; exit 0'],
  ])('and %s is never believed', async (_, script) => {
    only(script)
    expect((await scan()).outcome).toMatch(/^(failed|unscanned)$/)
  })

  test('found is found, even when it dies over it', async () => {
    only('echo "$room/0: Eicar FOUND"; kill -9 $$')
    expect(await scan()).toMatchObject({ outcome: 'found', findings: [{ name: 'Eicar' }] })
  })

  test('and cannot open a file says which one was not scanned', async () => {
    only('echo "$room/0: OK"; echo "$room/1: Can\'t open file or directory ERROR"; exit 2')
    expect(await scan()).toMatchObject({ outcome: 'unscanned', files: 1, unscanned: [{ path: expect.stringMatching(/\d\.txt$/) as string, why: "Can't open file or directory ERROR" }] })
  })

  test('and hangs is killed with everything it started, and its folder is cleared', async () => {
    only(`sleep 1000 & echo $! > '${desk.folder}/child'; echo "$room/0: OK"; wait`)
    const off = new AbortController()
    const before = rooms()
    const verdict = await scan({ signal: off.signal, onProgress: ({ filesDone }) => { if (filesDone === 1) off.abort() } })
    expect(verdict).toEqual({ outcome: 'abandoned' })
    expect(isGone(Number(readFileSync(join(desk.folder, 'child'), 'utf8')))).toBe(true)
    expect(rooms().filter((room) => !before.includes(room))).toEqual([])
  })

  test('a ClamAV without signatures is no scanner', async () => {
    only('exit 2')
    const unarmed = realViruses({ platform: 'linux', daemonSettings: [] })
    expect(await unarmed.scanner()).toBeNull()
    expect(await unarmed.scan([desk.folder], quietly)).toEqual({ outcome: 'no-scanner' })
  })

  test('a ClamAV with signatures tells how old they are', async () => {
    only('exit 2')
    play(desk, 'clamscan', 'echo "ClamAV 1.4.6/27812/Mon Dec  7 09:21:34 2026"')
    expect(await realViruses({ platform: 'linux', daemonSettings: [] }).scanner()).toEqual({ name: 'ClamAV', engine: '1.4.6', signatures: { version: '27812', date: Date.parse('2026-12-07T09:21:34Z') } })
  })
})

/** A killed child of nobody may lie as a zombie until its heir looks. */
function isGone(pid: number): boolean {
  const { stdout } = spawnSync('ps', ['-o', 'stat=', '-p', String(pid)], { encoding: 'utf8' })
  return stdout.trim() === '' || stdout.trim().startsWith('Z')
}
