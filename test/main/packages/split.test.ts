import { mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { open, planVolumes, seal, splitPackage, verify } from '../../../main/packages/engine.ts'
import { broken, cityFiles, contentOf, failingAt, never, orderFor, passphrase, run, shelf } from './office.ts'

test('the plan names every volume and its size before anything is written', () => {
  expect(planVolumes('X.zip', 250_000, 100_000)).toEqual([{ path: 'X.zip.001', bytes: 100_000 }, { path: 'X.zip.002', bytes: 100_000 }, { path: 'X.zip.003', bytes: 50_000 }])
  expect(planVolumes('X.zip', 200_000, 100_000)).toHaveLength(2)
  expect(() => planVolumes('X.zip', 1e12, 100_000)).toThrow(RangeError)
})

test('volumes are opened by 7-Zip, by cat, and by us', async () => {
  const here = shelf()
  const files = cityFiles(here)
  const sealed = await seal(orderFor([{ path: files }], join(here, 'package.zip')), never)
  mkdirSync(join(here, 'sticks'))
  const out = join(here, 'sticks/package.zip')

  const volumes = await splitPackage({ path: sealed.out, out, volumeBytes: 400_000 }, never)

  expect(volumes.map(({ path }) => statSync(path).size)).toEqual(planVolumes(out, sealed.bytes, 400_000).map(({ bytes }) => bytes))
  expect(run('7zz', 't', `-p${passphrase.toString()}`, `${out}.001`)).toContain('Everything is Ok')
  const sha256 = run('sha256sum', sealed.out).slice(0, 64)
  expect(run('sh', '-c', `cat '${out}'.0* | sha256sum`).slice(0, 64)).toBe(sha256)
  expect(await verify({ path: `${out}.001`, password: passphrase, against: sealed.manifest, hash: true }, never)).toMatchObject({ differences: [], sha256 })
  await open({ path: `${out}.001`, password: passphrase, into: join(here, 'opened') }, never)
  expect(contentOf(join(here, 'opened/受領分'))).toEqual(contentOf(files))
})

test('a missing volume is told, a last one as truncation, one in the middle as damage or truncation', async () => {
  const here = shelf()
  const sealed = await seal(orderFor([{ path: cityFiles(here) }], join(here, 'package.zip')), never)
  const volumes = await splitPackage({ path: sealed.out, out: join(here, 'v.zip'), volumeBytes: 400_000 }, never)
  rmSync(volumes.at(-1)!.path)
  await expect(verify({ path: volumes[0]!.path, password: passphrase }, never)).rejects.toHaveProperty('code', 'truncated')
  rmSync(volumes[1]!.path)
  await expect(verify({ path: volumes[0]!.path, password: passphrase }, never)).rejects.toHaveProperty('code', 'truncated')
  rmSync(volumes[0]!.path)
  await expect(verify({ path: volumes[0]!.path, password: passphrase }, never)).rejects.toHaveProperty('code', 'package-missing')
})

test('whichever act of the disk fails while splitting, all volumes are there or none', async () => {
  const here = shelf()
  const sealed = await seal(orderFor([{ path: cityFiles(here) }], join(here, 'package.zip')), never)
  for (let n = 1; ; n++) {
    const shelfNow = join(here, `${n}`)
    mkdirSync(shelfNow)
    const disk = failingAt(n, broken('EIO'))
    await splitPackage({ path: sealed.out, out: join(shelfNow, 'v.zip'), volumeBytes: 600_000 }, never, disk).catch(() => {})
    expect([0, 3]).toContain(readdirSync(shelfNow).length)
    if (!disk.failed) break
  }
})

test('a volume never replaces what exists', async () => {
  const here = shelf()
  const sealed = await seal(orderFor([{ path: cityFiles(here) }], join(here, 'package.zip')), never)
  writeFileSync(join(here, 'v.zip.002'), 'older')
  await expect(splitPackage({ path: sealed.out, out: join(here, 'v.zip'), volumeBytes: 600_000 }, never)).rejects.toMatchObject({ code: 'target-exists', facts: { path: join(here, 'v.zip.002') } })
  expect(readdirSync(here).toSorted()).toEqual(['package.zip', 'v.zip.002', '受領分'])
})
