import { join } from 'node:path'
import { expect } from 'vitest'
import { realDisk } from '../../../main/files/disk.ts'
import { open, seal, verify } from '../../../main/packages/engine.ts'
import { allOf, cityFiles, contentOf, never, noise, orderFor, passphrase, put, run, shelf } from './office.ts'

/** Enough that threads are hired: more than 200 files, two large ones, one of which shrinks. */
export function wholeSection(here: string): string {
  const files = cityFiles(here)
  for (let i = 0; i < 250; i++) put(join(files, `届出/${i % 10}/届出_${i}.txt`), i % 3 === 0 ? noise(i * 40, `${i}`) : `届出 ${i}\r\n`.repeat(i))
  put(join(files, '大きい.csv'), '番号,氏名,住所\r\n1,見本 一郎,架空市一丁目\r\n'.repeat(80_000))
  put(join(files, '大きい.bin'), noise(3_000_017, 'large'))
  return files
}

/** Packs a section with threads and without, and holds both to be the same, to 7-Zip as well. */
export async function packsTheSame(names: 'hidden' | 'visible', level: 0 | 4): Promise<void> {
  const here = shelf()
  const files = wholeSection(here)
  const alone = { ...realDisk }

  const many = await seal(orderFor([{ path: files }], join(here, 'many.zip'), { names, level }), never)
  const one = await seal(orderFor([{ path: files }], join(here, 'one.zip'), { names, level }), never, alone)

  expect(await allOf(many.manifest)).toEqual(await allOf(one.manifest))
  expect(many.bytes).toBe(one.bytes)
  expect(run('7zz', 't', `-p${passphrase.toString()}`, many.out)).toContain('Everything is Ok')
  const sha256 = run('sha256sum', many.out).slice(0, 64)
  for (const disk of [realDisk, alone]) {
    const verified = await verify({ path: many.out, password: passphrase, against: one.manifest, hash: true }, never, disk)
    expect(verified).toMatchObject({ differences: [], files: 257, sha256 })
    expect(await allOf(verified.manifest)).toEqual(await allOf(many.manifest))
  }
  await open({ path: many.out, password: passphrase, into: join(here, 'opened') }, never)
  expect(contentOf(join(here, 'opened/受領分'))).toEqual(contentOf(files))
}
