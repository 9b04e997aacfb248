import { spawn, spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, readlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { type Disk, realDisk } from '../../../main/files/disk.ts'
import { open, seal, type Source, verify } from '../../../main/packages/engine.ts'
import { Spills } from '../../../main/packages/spills.ts'
import { allOf, broken, contentOf, never, noise, orderFor, passphrase, put, shelf } from './office.ts'

/** So many empty files with such long names that lists of them do not stay in memory; not in order. */
const residents = (count: number): Source[] => Array.from({ length: count }, (_, i) => {
  const name = [...Array.from({ length: 10 }, (_none, depth) => `${'佐藤花子'.repeat(20)}${depth}`), `${(i * 7919) % count}.txt`].join('/')
  return { name, size: 0, mtime: 0, open: async function* () {} }
})

/** A disk on which an open file cannot lose its name, as on some of Windows. */
function clinging(): Disk {
  const held = new Set<string>()
  return {
    ...realDisk,
    open: async (...args) => {
      const path = String(args[0])
      const file = await realDisk.open(...args)
      const close = file.close.bind(file)
      held.add(path)
      return Object.assign(file, { close: async () => { held.delete(path); return close() } })
    },
    rm: async (path, options) => {
      if (held.has(String(path))) throw broken('EBUSY')
      return realDisk.rm(path, options)
    },
  }
}

test('what is spilled lies encrypted under a draft’s name where it cannot lose it, and is gone at the end', async () => {
  const here = shelf()
  const spills = new Spills(join(here, 'package.zip'), clinging())
  const spill = spills.open()
  const block = Buffer.from('佐藤花子の届出.txt '.repeat(2000))
  const first = await spill.put(block)
  const second = await spill.put(block)

  const [name] = readdirSync(here)
  expect(name).toMatch(/^package\.zip\.[0-9a-f]{8}-\d+-[0-9a-f]{8}\.part$/)
  const lying = readFileSync(join(here, name!))
  expect(lying.includes(Buffer.from('佐藤花子'))).toBe(false)
  expect(lying.subarray(0, block.length).equals(lying.subarray(lying.length / 2, lying.length / 2 + block.length))).toBe(false)
  for (const number of [second, first]) expect(block.equals(await spill.get(number))).toBe(true)

  await spills.close()
  await spills.close()
  expect(readdirSync(here)).toEqual([])
})

test('what was changed on the disk meanwhile is not believed', async () => {
  const here = shelf()
  const spills = new Spills(join(here, 'package.zip'), clinging())
  const spill = spills.open()
  const number = await spill.put(noise(10_000, 'a'))
  const [name] = readdirSync(here)
  const bytes = readFileSync(join(here, name!))
  bytes[5000]! ^= 1
  writeFileSync(join(here, name!), bytes)
  await expect(spill.get(number)).rejects.toHaveProperty('code', 'target-broken')
  await spills.close()
})

test('where the system allows it, a spill has no name from the beginning', async () => {
  const here = shelf()
  const spills = new Spills(join(here, 'package.zip'), realDisk)
  await spills.open().put(noise(1000, 'a'))
  expect(readdirSync(here)).toEqual([])
  await spills.close()
})

test('a package of many files goes by way of spills, comes out the same, and leaves nothing: neither file nor open handle', async () => {
  const here = shelf()
  const before = openDrafts(here)
  const sources = residents(300)
  const names = sources.map((source) => ('name' in source ? source.name : '')).toSorted()
  for (const disk of [realDisk, clinging()]) {
    const where = disk === realDisk ? 'one' : 'two'
    mkdirSync(join(here, where))
    const sealed = await seal(orderFor(sources, join(here, where, 'package.zip')), never, disk)
    const verified = await verify({ path: sealed.out, password: passphrase, against: sealed.manifest }, never, disk)
    const opened = await open({ path: sealed.out, password: passphrase, into: join(here, where, 'opened') }, never, disk)
    for (const { manifest } of [sealed, verified, opened]) {
      expect((await allOf(manifest)).files.map(({ path }) => path)).toEqual(names)
      await manifest.close()
    }
    expect(verified.differences).toEqual([])
    expect(readdirSync(join(here, where)).toSorted()).toEqual(['opened', 'package.zip'])
    expect(Object.values(contentOf(join(here, where, 'opened'))).filter((hash) => hash !== 'folder')).toHaveLength(300)
  }
  expect(openDrafts(here)).toEqual(before)
})

test('sources too many to be put in order in memory are put in order all the same', async () => {
  const here = shelf()
  const sources = residents(1500)
  for (const disk of [realDisk, clinging()]) {
    const sealed = await seal(orderFor(sources, join(here, disk === realDisk ? 'one.zip' : 'two.zip')), never, disk)
    expect((await allOf(sealed.manifest)).files.map(({ path }) => path)).toEqual(sources.map((source) => ('name' in source ? source.name : '')).toSorted())
    await sealed.manifest.close()
  }
  expect(readdirSync(here).toSorted()).toEqual(['one.zip', 'two.zip'])
})

test('whichever act upon a spill fails, sealing and opening leave nothing', async () => {
  const here = shelf()
  const sources = residents(300)
  const sealed = await seal(orderFor(sources, join(here, 'package.zip')), never)
  await sealed.manifest.close()
  const before = openDrafts(here)
  const codes = new Set<unknown>()
  for (const deed of ['seal', 'open'] as const) {
    let turns = 0
    // Each act costs a whole sealing: the first ones one by one, then in strides.
    for (let n = 1; ; n += n < 3 ? 1 : 13) {
      const now = join(here, `${deed}-${n}`)
      mkdirSync(now)
      const disk = spillFailingAt(n)
      const done = deed === 'seal' ? seal(orderFor(sources, join(now, 'package.zip')), never, disk) : open({ path: sealed.out, password: passphrase, into: join(now, 'opened') }, never, disk)
      await done.then(({ manifest }) => manifest.close(), (error: unknown) => codes.add((error as { code: unknown }).code))
      if (!disk.failed) break
      expect(readdirSync(now)).toEqual([])
      turns++
    }
    expect(turns).toBeGreaterThan(3)
  }
  expect([...codes]).toEqual(['disk-full'])
  expect(openDrafts(here)).toEqual(before)
})

test('cancelled while lists are spilled, nothing is left', async () => {
  const here = shelf()
  for (const phase of ['reading', 'writing']) {
    const office = new AbortController()
    const how = { signal: office.signal, onProgress: (step: { phase: string; filesDone: number }) => { if (step.phase === phase && step.filesDone > 1200) office.abort() } }
    await expect(seal(orderFor(residents(1300), join(here, 'package.zip')), how, clinging())).rejects.toHaveProperty('name', 'AbortError')
    expect(readdirSync(here)).toEqual([])
  }
})

test('killed while lists are spilled that could not lose their names, the next run sweeps them', async () => {
  const here = shelf()
  const script = put(join(here, 'seal.mts'), `
    import { realDisk } from ${JSON.stringify(new URL('../../../main/files/disk.ts', import.meta.url).href)}
    import { seal } from ${JSON.stringify(new URL('../../../main/packages/engine.ts', import.meta.url).href)}
    const disk = { ...realDisk, rm: () => Promise.reject(new Error('clings')) }
    const endless = async function* () { for (;;) { yield Buffer.alloc(1 << 20, 7); console.log('written'); await new Promise((r) => setTimeout(r, 5)) } }
    const many = Array.from({ length: 2000 }, (_, i) => ({ name: ('佐藤花子'.repeat(20) + '/').repeat(10) + i, size: 0, mtime: 0, open: async function* () {} }))
    await seal({ sources: [...many, { name: '龠', size: 1e12, mtime: 0, open: endless }], out: ${JSON.stringify(join(here, 'package.zip'))}, password: Buffer.from('x'), level: 4, names: 'hidden' }, { signal: new AbortController().signal, onProgress() {} }, disk)
  `)
  const child = spawn(process.execPath, ['--import', 'tsx', script], { cwd: new URL('../../..', import.meta.url), stdio: ['ignore', 'pipe', 'inherit'] })
  await new Promise<void>((resolve) => { child.stdout.once('data', () => resolve()) })
  child.kill('SIGKILL')
  await new Promise((resolve) => child.once('exit', resolve))

  const left = readdirSync(here).filter((name) => name.startsWith('package.zip'))
  expect(left.length).toBeGreaterThan(2)
  for (const name of left) expect(readFileSync(join(here, name)).includes(Buffer.from('佐藤花子'))).toBe(false)
  const sealed = await seal(orderFor([{ path: script }], join(here, 'package.zip')), never)
  await sealed.manifest.close()

  expect(readdirSync(here).filter((name) => name.startsWith('package.zip'))).toEqual(['package.zip'])
})

test('a disk that holds no files of this size says so, and nothing is left', () => {
  const here = shelf()
  mkdirSync(join(here, 'stick'))
  const path = put(join(here, 'drawings.bin'), noise(3_000_000, 'drawings'))
  const script = put(join(here, 'seal.mts'), `
    import { seal, splitPackage } from ${JSON.stringify(new URL('../../../main/packages/engine.ts', import.meta.url).href)}
    const how = { signal: new AbortController().signal, onProgress() {} }
    const order = (names, level) => ({ sources: [{ path: ${JSON.stringify(path)} }], out: ${JSON.stringify(join(here, 'stick/package.zip'))}, password: Buffer.from('x'), level, names })
    for (const names of ['hidden', 'visible']) for (const level of [0, 4]) await seal(order(names, level), how).then(() => console.log('sealed'), (error) => console.log(error.code))
  `)
  // In blocks of 512 bytes. FAT32 says EFBIG at 4 GiB as this limit does at 2 MiB; Node ignores the signal that comes with it.
  const { stdout, stderr } = spawnSync('sh', ['-c', 'ulimit -f 4096; exec "$@"', 'sh', process.execPath, '--import', 'tsx', script], { cwd: new URL('../../..', import.meta.url), encoding: 'utf8' })

  expect([stderr, stdout.trim().split('\n')]).toEqual(['', Array.from({ length: 4 }, () => 'file-too-large-for-disk')])
  expect(readdirSync(join(here, 'stick'))).toEqual([])
})

/** A disk that is full at the nth act upon a spill, once. A spill is whatever is opened to be written and read. */
function spillFailingAt(nth: number): Disk & { failed: boolean } {
  let acts = 0
  const disk = { ...realDisk, failed: false }
  const act = (): void => {
    if (++acts !== nth) return
    disk.failed = true
    throw broken('ENOSPC')
  }
  let opened = 0
  disk.open = async (...args) => {
    // The package's own draft is opened in the same way, after the listing has been spilled.
    const isSpill = args[1] === 'wx+' && !(++opened === 2 && String(args[0]).includes('seal-'))
    if (isSpill) act()
    const file = await realDisk.open(...args)
    if (!isSpill) return file
    for (const name of ['read', 'write'] as const) {
      const does = (file[name] as (...args: unknown[]) => Promise<unknown>).bind(file)
      Object.assign(file, { [name]: async (...how: unknown[]) => { act(); return does(...how) } })
    }
    return file
  }
  return disk
}

/** Drafts in a folder that this process holds open, with or without a name. Only Linux tells. */
function openDrafts(here: string): string[] {
  if (process.platform !== 'linux') return []
  return readdirSync('/proc/self/fd').flatMap((fd) => {
    try {
      const path = readlinkSync(`/proc/self/fd/${fd}`)
      return path.startsWith(here) && path.includes('.part') ? [path] : []
    } catch {
      return []
    }
  })
}
