import { createHash } from 'node:crypto'
import { readFileSync, statSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { open, type Progress, seal, type Source, verify } from '../../../main/packages/engine.ts'
import { allOf, cityFiles, contentOf, never, noise, orderFor, passphrase, put, shelf } from './office.ts'

test.each(['hidden', 'visible'] as const)('what was sealed with %s names comes out again, folders and times included', async (names) => {
  const here = shelf()
  const files = cityFiles(here)
  const sealed = await seal(orderFor([{ path: files }], join(here, 'package.zip'), { names }), never)

  const verified = await verify({ path: sealed.out, password: passphrase, against: sealed.manifest }, never)
  await open({ path: sealed.out, password: passphrase, into: join(here, 'opened') }, never)

  const manifest = await allOf(sealed.manifest)
  expect(verified).toMatchObject({ files: 5, differences: [], manifestFrom: 'package', names })
  expect(await allOf(verified.manifest)).toEqual(manifest)
  expect(contentOf(join(here, 'opened/受領分'))).toEqual(contentOf(files))
  expect(statSync(join(here, 'opened/受領分/README.txt')).mtimeMs).toBeCloseTo(manifest.files.find(({ path }) => path.endsWith('README.txt'))!.mtime, -1)
})

test.each(['hidden', 'visible'] as const)('verifying names size and SHA-256 of the very file that lies there: names %s', async (names) => {
  const here = shelf()
  const sealed = await seal(orderFor([{ path: cityFiles(here) }], join(here, 'package.zip'), { names }), never)
  const bytes = readFileSync(sealed.out)
  expect(sealed.bytes).toBe(bytes.length)
  expect(await verify({ path: sealed.out, password: passphrase, hash: true }, never)).toMatchObject({ differences: [], sha256: createHash('sha256').update(bytes).digest('hex') })
  expect(await verify({ path: sealed.out, password: passphrase }, never)).not.toHaveProperty('sha256')
})

test('whatever is sealed opens to the same: any names, sizes, levels', async () => {
  const name = fc.stringMatching(/^[a-z0-9ぁ-ゖ一-龠]{1,12}$/)
  const content = fc.oneof(fc.uint8Array({ maxLength: 300 }), fc.tuple(fc.string(), fc.integer({ min: 0, max: 1_200_000 })).map(([seed, length]) => noise(length, seed)),
    fc.tuple(fc.string({ minLength: 1 }), fc.integer({ min: 1, max: 100_000 })).map(([word, times]) => Buffer.from(word.repeat(times))))
  await fc.assert(fc.asyncProperty(fc.dictionary(name, content, { minKeys: 1, maxKeys: 5 }), fc.constantFrom('hidden' as const, 'visible' as const), fc.integer({ min: 0, max: 9 }), async (files, names, level) => {
    const here = shelf()
    const sources = Object.entries(files).map(([as, bytes]): Source => ({ name: as, size: bytes.length, mtime: 1_775_000_000_000, open: () => inPieces(bytes) }))
    const order = orderFor(sources, join(here, 'package.zip'), { names, level })
    const sealed = await seal(order, never)
    await open({ path: sealed.out, password: passphrase, into: join(here, 'opened') }, never)
    expect(contentOf(join(here, 'opened'))).toEqual(Object.fromEntries(Object.entries(files).map(([as, bytes]) => [as, createHash('sha256').update(bytes).digest('hex')])))
  }), { numRuns: 40 })
})

test('the same sources give the same inner archive, byte for byte, whatever order they were named in', async () => {
  const here = shelf()
  const a = put(join(here, 'い.txt'), 'second')
  const b = put(join(here, 'あ.txt'), 'first')
  for (const path of [a, b]) utimesSync(path, 1_775_000_000, 1_775_000_000)
  const one = await seal(orderFor([{ path: a }, { path: b }], join(here, 'one.zip')), never)
  const two = await seal(orderFor([{ path: b }, { path: a }], join(here, 'two.zip')), never)

  const inner = await Promise.all([one, two].map(async ({ out }) => JSON.stringify(await allOf((await verify({ path: out, password: passphrase }, never)).manifest))))
  expect(inner[0]).toBe(inner[1])
  expect(one.bytes).toBe(two.bytes)
  expect(readFileSync(one.out).equals(readFileSync(two.out))).toBe(false)
})

test('a source that is itself called manifest.json keeps its name', async () => {
  const here = shelf()
  const path = put(join(here, 'manifest.json'), '{"format":"theirs"}')
  for (const names of ['hidden', 'visible'] as const) {
    const sealed = await seal(orderFor([{ path }], join(here, `${names}.zip`), { names }), never)
    await open({ path: sealed.out, password: passphrase, into: join(here, names) }, never)
    expect(readFileSync(join(here, names, 'manifest.json'), 'utf8')).toBe('{"format":"theirs"}')
  }
})

test.each(['manifest.json/報告.txt', 'MANIFEST.JSON/a.txt', 'manıfest.json', 'manifeſt.json/b'])('a source called %s does not collide with our manifest', async (name) => {
  const here = shelf()
  const sealed = await seal(orderFor([{ name, size: 1, mtime: 0, open: () => inPieces(Buffer.from('x')) }], join(here, 'package.zip')), never)
  await open({ path: sealed.out, password: passphrase, into: join(here, 'opened') }, never)
  expect(readFileSync(join(here, 'opened', name), 'utf8')).toBe('x')
})

test('times before 1980 and after 2107 come back as they were', async () => {
  const here = shelf()
  for (const [year, mtime] of [['1969', -31_000_000_000], ['2110', 4_430_000_000_000]] as const) {
    const source: Source = { name: `${year}.txt`, size: 1, mtime, open: () => inPieces(Buffer.from('x')) }
    const sealed = await seal(orderFor([source], join(here, `${year}.zip`)), never)
    const { manifest } = await open({ path: sealed.out, password: passphrase, into: join(here, year) }, never)
    expect((await allOf(manifest)).files[0]!.mtime).toBe(mtime)
    expect(statSync(join(here, year, `${year}.txt`)).mtimeMs).toBe(mtime)
  }
})

test('a path of more than 260 characters travels', async () => {
  const here = shelf()
  const long = Array.from({ length: 30 }, () => '令和八年度受領').join('/')
  const files = join(here, 'deep')
  put(join(files, long, 'file.txt'), 'deep down')
  const sealed = await seal(orderFor([{ path: files }], join(here, 'package.zip')), never)
  await open({ path: sealed.out, password: passphrase, into: join(here, 'opened') }, never)
  expect(readFileSync(join(here, 'opened/deep', long, 'file.txt'), 'utf8')).toBe('deep down')
})

test('progress begins at nothing, never goes back, and ends at all of it', async () => {
  const here = shelf()
  const seen: Progress[] = []
  const how = { ...never, onProgress: (progress: Progress) => void seen.push(progress) }
  await seal(orderFor([{ path: cityFiles(here) }], join(here, 'package.zip')), how)
  await verify({ path: join(here, 'package.zip'), password: passphrase }, how)

  for (const phase of ['writing', 'verifying'] as const) {
    const steps = seen.filter((progress) => progress.phase === phase)
    expect(steps.at(-1)).toMatchObject({ bytesDone: steps.at(-1)!.bytesTotal, filesDone: 5, filesTotal: 5 })
    for (const [i, step] of steps.entries()) expect(step.bytesDone).toBeGreaterThanOrEqual(steps[i - 1]?.bytesDone ?? 0)
  }
})

async function* inPieces(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 100_000) yield bytes.subarray(at, at + 100_000)
}
