import { appendFileSync, mkdirSync, readdirSync, renameSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { realDisk } from '../../../main/files/disk.ts'
import { seal, type Source } from '../../../main/packages/engine.ts'
import { allOf, broken, never, noise, orderFor, put, run, shelf } from './office.ts'

/** The code of the refusal; the shelf must then hold nothing but what stood on it before. */
async function refusal(here: string, sources: Source[], disk = realDisk): Promise<string> {
  const before = readdirSync(here)
  const problem: unknown = await seal(orderFor(sources, join(here, 'package.zip')), never, disk).then(() => 'sealed', (error: unknown) => error)
  expect(readdirSync(here)).toEqual(before)
  return problem instanceof Error && 'code' in problem ? String(problem.code) : String(problem)
}

test('a source that is not there is named', async () => {
  const here = shelf()
  const missing = join(here, '無い.csv')
  await expect(seal(orderFor([{ path: missing }], join(here, 'package.zip')), never)).rejects.toMatchObject({ code: 'source-missing', facts: { path: missing } })
})

test('a source that cannot be read is refused, never skipped', async () => {
  const here = shelf()
  const locked = put(join(here, 'files/locked.xlsx'), 'x')
  const disk = { ...realDisk, open: (async (path: string, ...how: never[]) => { if (path === locked) throw broken('EBUSY'); return realDisk.open(path, ...how) }) as typeof realDisk.open }
  expect(await refusal(here, [{ path: join(here, 'files') }], disk)).toBe('source-unreadable')
})

test('nothing at all is not a package', async () => {
  expect(await refusal(shelf(), [])).toBe('nothing-to-seal')
})

test('links are refused wherever they lead, loops included', async () => {
  const here = shelf()
  mkdirSync(join(here, 'files'))
  symlinkSync('..', join(here, 'files/loop'))
  expect(await refusal(here, [{ path: join(here, 'files') }])).toBe('source-not-a-file')
  expect(await refusal(here, [{ path: join(here, 'files/loop') }])).toBe('source-not-a-file')
})

test('a pipe among the sources is refused and blocks nobody', async () => {
  const here = shelf()
  mkdirSync(join(here, 'files'))
  run('mkfifo', join(here, 'files/pipe'))
  expect(await refusal(here, [{ path: join(here, 'files') }])).toBe('source-not-a-file')
})

test('a pipe that takes a file’s place after it was listed blocks nobody either', async () => {
  const here = shelf()
  const path = put(join(here, 'files/a.csv'), 'x')
  const disk = { ...realDisk, open: (async (...how: Parameters<typeof realDisk.open>) => { if (how[0] === path) { renameSync(path, `${path}.old`); run('mkfifo', path) } return realDisk.open(...how) }) as typeof realDisk.open }
  expect(await refusal(here, [{ path }], disk)).toBe('source-changed')
})

test('a socket among the sources is refused', async () => {
  const here = shelf()
  const server = createServer().listen(join(here, 'socket'))
  await new Promise((resolve) => server.once('listening', resolve))
  expect(await refusal(here, [{ path: join(here, 'socket') }])).toBe('source-not-a-file')
  server.close()
})

test.each([
  ['grows', (path: string) => appendFileSync(path, 'more')],
  ['shrinks', (path: string) => truncateSync(path, 1_000_000)],
  ['is rewritten', (path: string) => writeFileSync(path, noise(2_500_000, 'other'))],
  ['is exchanged', (path: string) => { writeFileSync(`${path}.new`, noise(2_500_000, 'other')); renameSync(`${path}.new`, path) }],
] as const)('a source that %s while it is read is refused', async (_, change) => {
  const here = shelf()
  const path = put(join(here, 'files/a.bin'), noise(2_500_000, 'a'))
  for (const moment of ['before it is opened', 'while it is read']) {
    let changed = false
    const changeOnce = (): void => { if (!changed) { changed = true; change(path) } }
    const disk = { ...realDisk, open: (async (...how: Parameters<typeof realDisk.open>) => {
      if (how[0] !== path) return realDisk.open(...how)
      if (moment === 'before it is opened') changeOnce()
      const file = await realDisk.open(...how)
      const read = file.read.bind(file) as (...args: unknown[]) => Promise<unknown>
      return Object.assign(file, { read: async (...args: unknown[]) => { const result = await read(...args); changeOnce(); return result } })
    }) as typeof realDisk.open }
    const before = readdirSync(here)
    const how = { ...never, onProgress: () => {} }
    await expect(seal(orderFor([{ path: join(here, 'files') }], join(here, 'package.zip')), how, disk)).rejects.toHaveProperty('code', 'source-changed')
    expect(readdirSync(here)).toEqual(before)
    writeFileSync(path, noise(2_500_000, 'a'))
  }
})

test('a stream that is longer or shorter than announced is refused', async () => {
  const here = shelf()
  for (const size of [9, 11]) {
    const source: Source = { name: 'a.csv', size, mtime: 0, open: async function* () { yield Buffer.alloc(10) } }
    expect(await refusal(here, [source])).toBe('source-changed')
  }
})

test('names that some system cannot hold are all listed at once', async () => {
  const here = shelf()
  for (const name of ['con.txt', 'a?.csv', 'trailing ']) put(join(here, 'files', name), 'x')
  await expect(seal(orderFor([{ path: join(here, 'files') }], join(here, 'package.zip')), never)).rejects.toMatchObject({ code: 'name-not-portable', facts: { count: 3 } })
})

test('two sources of one name are refused, also when only Windows or macOS would think so', async () => {
  const here = shelf()
  const stream = (name: string): Source => ({ name, size: 0, mtime: 0, open: async function* () {} })
  expect(await refusal(here, [stream('a.csv'), stream('A.CSV')])).toBe('duplicate-name')
  expect(await refusal(here, [stream('が.csv'), stream('か\u3099.csv')])).toBe('duplicate-name')
  expect(await refusal(here, [stream('a'), stream('a/b')])).toBe('duplicate-name')
})

test('a name that macOS wrote in two pieces is packed as one, and no other character is taken for another', async () => {
  const here = shelf()
  for (const name of ['か\u3099', '福\ufa1b', '葛\u{e0100}', '\u1112\u1161\u11ab']) put(join(here, `files/${name}.txt`), 'x')
  const sealed = await seal(orderFor([{ path: join(here, 'files') }], join(here, 'package.zip')), never)
  expect((await allOf(sealed.manifest)).files.map(({ path }) => path)).toEqual(['が', '福\ufa1b', '葛\u{e0100}', '한'].map((name) => `files/${name}.txt`))
})
