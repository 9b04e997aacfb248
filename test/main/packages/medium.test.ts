import { spawnSync } from 'node:child_process'
import { closeSync, mkdirSync, openSync, readdirSync, readFileSync, statSync, writeSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { sha256Hex } from '../../../crypto/digest.ts'
import { type Disk, realDisk } from '../../../main/files/disk.ts'
import { realMedium } from '../../../main/packages/medium.ts'
import { broken, failingAt, never, noise, put, run, shelf } from './office.ts'

const PACKAGE = noise(3_000_000, 'package')
const begin = () => ({ signal: new AbortController().signal, end: () => {} })
const desk = (disk: Disk = realDisk) => realMedium({ begin, disk })

/** A verified package on the desk's own disk, as an order for a medium: whole, and its letter beside it. */
function order(into: string, from = dirname(into)) {
  const path = put(join(from, 'P.zip'), PACKAGE)
  const letter = put(join(from, 'P.key.p7m'), 'a letter')
  const partOf = (name: string, bytes: Uint8Array, source: string) => ({ name, bytes: bytes.length, sha256: sha256Hex(bytes), from: source, at: 0 })
  return { files: [partOf('P.zip', PACKAGE, path), partOf('P.key.p7m', readFileSync(letter), letter)], into }
}

function emptyStick(): string {
  const stick = join(shelf(), 'stick')
  mkdirSync(stick)
  return stick
}

const canLoop = process.platform === 'linux' && process.getuid?.() === 0 && spawnSync('sh', ['-c', 'd=$(mktemp -d) && truncate -s 4M "$d/i" && mkfs.ext4 -q "$d/i" && mkdir "$d/m" && mount -o loop "$d/i" "$d/m" && umount "$d/m" && rm -r "$d"']).status === 0
if (!canLoop) console.log('skipped: a real file system of a few MiB needs loop devices, which only root may use')

/** A real file system of its own, as a stick is one. */
function smallStick(megabytes: number): string {
  const here = shelf()
  const stick = join(here, 'stick')
  mkdirSync(stick)
  run('truncate', '-s', `${megabytes}M`, join(here, 'image'))
  run('mkfs.ext4', '-q', join(here, 'image'))
  run('mount', '-o', 'loop', join(here, 'image'), stick)
  onTestFinished(() => { run('umount', stick) })
  return stick
}
const on = (stick: string) => readdirSync(stick).filter((name) => name !== 'lost+found').toSorted()

test.skipIf(!canLoop)('a package is read back from the medium itself, and another program finds the same bytes there', async () => {
  const stick = smallStick(16)
  expect(await desk().write(order(stick), never)).toEqual({ outcome: 'written', readBack: 'uncached' })
  expect(on(stick)).toEqual(['P.key.p7m', 'P.zip'])
  run('umount', stick)
  run('mount', '-o', 'loop', join(dirname(stick), 'image'), stick)
  expect(run('sha256sum', join(stick, 'P.zip')).slice(0, 64)).toBe(sha256Hex(PACKAGE))
})

test.skipIf(!canLoop)('a medium without room is told before the first byte, and one that fills up in the middle is left as it was', async () => {
  const stick = smallStick(3)
  expect((await desk().room(stick))?.freeBytes).toBeLessThan(PACKAGE.length)
  expect(await desk().write(order(stick), never)).toMatchObject({ outcome: 'trouble', what: 'disk-full' })

  const boastful: Disk = { ...realDisk, statfs: (async (path: string) => ({ ...(await realDisk.statfs(path)), bavail: 1e9 })) as unknown as Disk['statfs'] }
  expect(await desk(boastful).write(order(stick), never)).toMatchObject({ outcome: 'trouble', what: 'disk-full' })
  expect(on(stick)).toEqual([])
})

test.skipIf(!canLoop)('a package larger than the media goes onto several, and joined again it is the same', async () => {
  const sticks = [smallStick(3), smallStick(3)]
  const path = put(join(shelf(), 'P.zip'), PACKAGE)
  const cut = await desk().cut({ path, fileName: 'P.zip', volumeBytes: 1_600_000 }, never)
  if (cut.outcome !== 'cut') throw new Error(JSON.stringify(cut))
  expect(cut).toMatchObject({ sha256: sha256Hex(PACKAGE), volumes: [{ name: 'P.zip.001', bytes: 1_600_000 }, { name: 'P.zip.002', bytes: 1_400_000 }] })

  for (const [i, into] of sticks.entries()) expect(await desk().write({ files: [{ ...cut.volumes[i]!, from: path, at: i * 1_600_000 }], into }, never)).toMatchObject({ outcome: 'written' })

  expect(Buffer.concat(sticks.map((stick, i) => readFileSync(join(stick, `P.zip.00${i + 1}`)))).equals(PACKAGE)).toBe(true)
})

test.each(['writing', 'verifying'])('called off while %s, by the clerk or because the vault is being locked, nothing is left on the medium', async (phase) => {
  for (const who of ['clerk', 'vault']) {
    const stick = emptyStick()
    const [clerk, leaving] = [new AbortController(), new AbortController()]
    const work = realMedium({ begin: () => ({ signal: leaving.signal, end: () => {} }), disk: realDisk })
    expect(await work.write(order(stick), { signal: clerk.signal, onProgress: (step) => { if (step.phase === phase) (who === 'clerk' ? clerk : leaving).abort() } })).toEqual({ outcome: 'abandoned' })
    expect(on(stick)).toEqual([])
  }
})

test('called off at any moment, it leaves nothing', async () => {
  for (let at = 0; ; at++) {
    const stick = emptyStick()
    const clerk = new AbortController()
    let seen = 0
    if (at === 0) clerk.abort()
    const outcome = await desk().write(order(stick), { signal: clerk.signal, onProgress: () => { if (++seen === at) clerk.abort() } })
    if (at > seen) break
    expect(outcome).toEqual({ outcome: 'abandoned' })
    expect(on(stick)).toEqual([])
  }
})

test('a medium that gives back other bytes than it was given is found out, and keeps nothing', async () => {
  const stick = emptyStick()
  const forgetful: Disk = { ...realDisk, open: (async (path: string, flags: string | number, mode?: number) => {
    if (flags !== 'wx' && path.startsWith(join(stick, 'P.zip'))) flip(path, 1_234_567)
    return realDisk.open(path, flags, mode)
  }) as Disk['open'] }
  expect(await desk(forgetful).write(order(stick), never)).toEqual({ outcome: 'trouble', what: 'target-broken', path: join(stick, 'P.zip') })
  expect(on(stick)).toEqual([])
})

test('until it was read back, nothing on the medium has its name', async () => {
  const stick = emptyStick()
  const seen = new Set<string>()
  await desk().write(order(stick), { ...never, onProgress: () => on(stick).forEach((name) => seen.add(name.endsWith('.part') ? 'draft' : name)) })
  expect([...seen]).toEqual(['draft'])
})

test('what lies there already counts when its bytes are the same, and is never replaced when they are not', async () => {
  const stick = emptyStick()
  const wanted = order(stick)
  await desk().write(wanted, never)
  const before = statSync(join(stick, 'P.zip'))
  expect(await desk().write(wanted, never)).toMatchObject({ outcome: 'written' })
  expect(statSync(join(stick, 'P.zip')).ino).toBe(before.ino)

  flip(join(stick, 'P.zip'), 5)
  expect(await desk().write(wanted, never)).toEqual({ outcome: 'trouble', what: 'target-exists', path: join(stick, 'P.zip') })
  expect(on(stick)).toEqual(['P.key.p7m', 'P.zip'])
})

test('what a writing left that was cut off is swept before the next, and nobody else\'s', async () => {
  const stick = emptyStick()
  const wanted = order(stick)
  const child = spawnSync(process.execPath, ['--import', 'tsx', '-e', `import('${new URL('../../../main/files/draft.ts', import.meta.url).href}').then(({ draftName }) => console.log(draftName(${JSON.stringify(join(stick, 'P.zip'))})))`], { cwd: new URL('../../..', import.meta.url), encoding: 'utf8' })
  put(child.stdout.trim(), 'half')
  put(join(stick, 'P.zip.deadbeef-1-deadbeef.part'), 'of another machine')
  await desk().sweep(stick, wanted.files.map(({ name }) => name))
  expect(on(stick)).toEqual(['P.zip.deadbeef-1-deadbeef.part'])
})

test('a package that is no longer what was verified does not go out', async () => {
  const stick = emptyStick()
  const wanted = order(stick)
  flip(wanted.files[0]!.from, 99)
  expect(await desk().write(wanted, never)).toEqual({ outcome: 'trouble', what: 'source-changed', path: wanted.files[0]!.from })
  expect(on(stick)).toEqual([])
})

test('whichever act of the disk fails, all lies on the medium with its name or none of it', async () => {
  let turns = 0
  for (let n = 1; ; n++) {
    const stick = emptyStick()
    const disk = failingAt(n, broken('EIO'))
    const outcome = await desk(disk).write(order(stick), never).then((answer) => answer.outcome, () => 'broken')
    expect(on(stick), `act ${n}`).toEqual(outcome === 'written' ? ['P.key.p7m', 'P.zip'] : [])
    if (!disk.failed) { expect(outcome).toBe('written'); break }
    turns++
  }
  expect(turns).toBeGreaterThan(15)
})

test('a folder that is not there has no room', async () => {
  expect(await desk().room('/nowhere/at/all')).toBeNull()
  expect(await desk().room(put(join(shelf(), 'file'), 'x'))).toBeNull()
})

function flip(path: string, at: number): void {
  const file = openSync(path, 'r+')
  writeSync(file, Buffer.of(readFileSync(path)[at]! ^ 1), 0, 1, at)
  closeSync(file)
}

test('the first volume gets its name last, so that where it lies all of them do', async () => {
  const stick = emptyStick()
  const { files: [whole] } = order(stick)
  const cut = await desk().cut({ path: whole!.from, fileName: 'P.zip', volumeBytes: 1_600_000 }, never)
  if (cut.outcome !== 'cut') throw new Error(cut.outcome)
  const named: string[] = []

  await desk({ ...realDisk, link: async (from, to) => { named.push(String(to)); await realDisk.link(from, to) } }).write({ files: cut.volumes.map((volume, i) => ({ ...volume, from: whole!.from, at: i * 1_600_000 })), into: stick }, never)

  expect(named).toEqual([join(stick, 'P.zip.002'), join(stick, 'P.zip.001')])
})
