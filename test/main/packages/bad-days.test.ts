import { spawn, spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { open, seal, verify } from '../../../main/packages/engine.ts'
import { broken, cityFiles, contentOf, failingAt, never, noise, orderFor, passphrase, put, shelf } from './office.ts'

test('whichever act of the disk fails while sealing, no file stands under the name and no draft is left', async () => {
  const here = shelf()
  const files = put(join(here, 'files/a.bin'), noise(2_200_000, 'a'))
  put(join(here, 'files/b.csv'), 'x,y\r\n'.repeat(2000))
  for (const names of ['hidden', 'visible'] as const) {
    let turns = 0
    for (let n = 1; ; n++) {
      const shelfNow = join(here, `${names}-${n}`)
      mkdirSync(shelfNow)
      const disk = failingAt(n, broken('EIO'))
      const outcome = await seal(orderFor([{ path: join(files, '..') }], join(shelfNow, 'package.zip'), { names }), never, disk).then(() => 'sealed', (error: unknown) => error)
      // Looking for old drafts to sweep may fail without harm; everything else is a refusal.
      expect(readdirSync(shelfNow)).toEqual(outcome === 'sealed' ? ['package.zip'] : [])
      if (outcome === 'sealed') await expect(verify({ path: join(shelfNow, 'package.zip'), password: passphrase }, never)).resolves.toMatchObject({ differences: [] })
      if (!disk.failed) break
      if (outcome !== 'sealed') turns++
    }
    expect(turns).toBeGreaterThan(15)
  }
})

test('whichever act of the disk fails while opening, the folder is there whole or not at all', async () => {
  const here = shelf()
  const sealed = await seal(orderFor([{ path: cityFiles(here) }], join(here, 'package.zip')), never)
  let turns = 0
  for (let n = 1; ; n++) {
    const shelfNow = join(here, `${n}`)
    mkdirSync(shelfNow)
    const disk = failingAt(n, broken('EIO'))
    const outcome = await open({ path: sealed.out, password: passphrase, into: join(shelfNow, 'opened') }, never, disk).then(() => 'opened', (error: unknown) => error)
    const left = readdirSync(shelfNow)
    expect(left.length === 0 || (left.length === 1 && left[0] === 'opened')).toBe(true)
    if (left.length > 0) expect(contentOf(join(shelfNow, 'opened', '受領分'))).toEqual(contentOf(join(here, '受領分')))
    rmSync(shelfNow, { recursive: true })
    if (!disk.failed) { expect(outcome).toBe('opened'); break }
    turns++
  }
  expect(turns).toBeGreaterThan(30)
})

test.each(['ENOSPC', 'EDQUOT'])('%s while writing is told as a full disk', async (code) => {
  const here = shelf()
  const path = put(join(here, 'a.bin'), noise(3_000_000, 'a'))
  const codes = new Set<unknown>()
  for (let n = 1; ; n++) {
    const disk = failingAt(n, broken(code))
    await seal(orderFor([{ path }], join(here, 'package.zip')), never, disk).catch((error: unknown) => codes.add((error as { code: unknown }).code))
    rmSync(join(here, 'package.zip'), { force: true })
    if (!disk.failed) break
  }
  expect([...codes].toSorted()).toEqual(['disk-full', 'source-unreadable'])
})

test('cancelled at any moment, sealing leaves nothing', async () => {
  const here = shelf()
  const files = cityFiles(here)
  for (let at = 0; at < 8; at++) {
    const office = new AbortController()
    let seen = 0
    if (at === 0) office.abort()
    const how = { signal: office.signal, onProgress: () => { if (++seen === at) office.abort() } }
    await expect(seal(orderFor([{ path: files }], join(here, 'package.zip')), how)).rejects.toHaveProperty('name', 'AbortError')
    expect(readdirSync(here)).toEqual(['受領分'])
  }
})

test('a source that falls silent does not hold a cancel back', async () => {
  const here = shelf()
  const office = new AbortController()
  const source = { name: 'a.csv', size: 10, mtime: 0, open: async function* () { yield Buffer.alloc(1); office.abort(); await new Promise(() => {}) } }
  await expect(seal(orderFor([source], join(here, 'package.zip')), { ...never, signal: office.signal })).rejects.toHaveProperty('name', 'AbortError')
  expect(readdirSync(here)).toEqual([])
})

test('cancelled at any moment, opening leaves nothing', async () => {
  const here = shelf()
  const sealed = await seal(orderFor([{ path: cityFiles(here) }], join(here, 'package.zip')), never)
  for (let at = 1; at < 8; at++) {
    const office = new AbortController()
    let seen = 0
    const how = { signal: office.signal, onProgress: () => { if (++seen === at) office.abort() } }
    await expect(open({ path: sealed.out, password: passphrase, into: join(here, 'opened') }, how)).rejects.toHaveProperty('name', 'AbortError')
    expect(readdirSync(here).toSorted()).toEqual(['package.zip', '受領分'])
  }
})

test('nothing that exists is ever replaced', async () => {
  const here = shelf()
  const files = cityFiles(here)
  const sealed = await seal(orderFor([{ path: files }], join(here, 'package.zip')), never)
  const before = readFileSync(sealed.out)
  await expect(seal(orderFor([{ path: files }], sealed.out), never)).rejects.toHaveProperty('code', 'target-exists')
  expect(readFileSync(sealed.out).equals(before)).toBe(true)
  await expect(open({ path: sealed.out, password: passphrase, into: files }, never)).rejects.toHaveProperty('code', 'target-exists')
  await expect(open({ path: sealed.out, password: passphrase, into: sealed.out }, never)).rejects.toHaveProperty('code', 'target-exists')
})

test('a file that takes the name while we write keeps it', async () => {
  const here = shelf()
  const out = join(here, 'package.zip')
  const how = { ...never, onProgress: () => writeFileSync(out, 'somebody else’s') }
  await expect(seal(orderFor([{ path: cityFiles(here) }], out), how)).rejects.toHaveProperty('code', 'target-exists')
  expect(readFileSync(out, 'utf8')).toBe('somebody else’s')
  expect(readdirSync(here).toSorted()).toEqual(['package.zip', '受領分'])
})

test('an empty folder is filled, a folder that is not there is made', async () => {
  const here = shelf()
  const sealed = await seal(orderFor([{ path: cityFiles(here) }], join(here, 'package.zip')), never)
  mkdirSync(join(here, 'empty'))
  for (const into of ['empty', 'new']) {
    await open({ path: sealed.out, password: passphrase, into: join(here, into) }, never)
    expect(readdirSync(join(here, into))).toEqual(['受領分'])
  }
})

const canMount = process.platform === 'linux' && process.getuid?.() === 0 && spawnSync('sh', ['-c', 'd=$(mktemp -d) && mount -t tmpfs -o size=4m tmpfs "$d" && umount "$d" && rmdir "$d"']).status === 0
if (!canMount) console.log('skipped: a full disk needs a small file system of its own, which only root may mount')

test.skipIf(!canMount)('a disk that fills up leaves neither package nor draft, and its files as they were', async () => {
  const here = shelf()
  const small = join(here, 'stick')
  mkdirSync(small)
  spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=4m', 'tmpfs', small])
  try {
    const path = put(join(here, 'drawings.bin'), noise(6_000_000, 'drawings'))
    for (const level of [0, 4]) {
      await expect(seal(orderFor([{ path }], join(small, 'package.zip'), { level }), never)).rejects.toHaveProperty('code', 'disk-full')
      expect(readdirSync(small)).toEqual([])
    }
    const sealed = await seal(orderFor([{ path }], join(here, 'package.zip')), never)
    await expect(open({ path: sealed.out, password: passphrase, into: join(small, 'opened') }, never)).rejects.toHaveProperty('code', 'disk-full')
    expect(readdirSync(small)).toEqual([])
  } finally {
    spawnSync('umount', [small])
  }
})

test('a sealing that is killed leaves no file under the name, and the next run sweeps its draft', async () => {
  const here = shelf()
  const path = put(join(here, 'drawings.bin'), noise(3_000_000, 'drawings'))
  const script = put(join(here, 'seal.mts'), `
    import { seal } from ${JSON.stringify(new URL('../../../main/packages/engine.ts', import.meta.url).href)}
    const endless = async function* () { for (;;) { yield Buffer.alloc(1 << 20, 7); console.log('written'); await new Promise((r) => setTimeout(r, 5)) } }
    await seal({ sources: [{ path: ${JSON.stringify(path)} }, { name: 'z', size: 1e12, mtime: 0, open: endless }], out: ${JSON.stringify(join(here, 'package.zip'))}, password: Buffer.from('x'), level: 4, names: 'hidden' }, { signal: new AbortController().signal, onProgress() {} })
  `)
  const child = spawn(process.execPath, ['--import', 'tsx', script], { cwd: new URL('../../..', import.meta.url), stdio: ['ignore', 'pipe', 'inherit'] })
  await new Promise<void>((resolve) => { let lines = 0; child.stdout.on('data', () => { if (++lines === 6) resolve() }) })
  child.kill('SIGKILL')
  await new Promise((resolve) => child.once('exit', resolve))

  const left = readdirSync(here).filter((name) => name.startsWith('package.zip'))
  expect(left).toEqual([expect.stringMatching(/^package\.zip\..*\.part$/)])
  expect(readFileSync(join(here, left[0]!)).includes(Buffer.alloc(64, 7))).toBe(false)
  await seal(orderFor([{ path }], join(here, 'package.zip')), never)

  expect(readdirSync(here).filter((name) => name.startsWith('package.zip'))).toEqual(['package.zip'])
})
