import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { BlobReader, Uint8ArrayWriter, ZipReader } from '@zip.js/zip.js'
import { describe, expect, test } from 'vitest'
import { seal } from '../../../main/packages/engine.ts'
import { cityFiles, contentOf, never, orderFor, passphrase, run, shelf } from './office.ts'

const password = passphrase.toString()
const filesOf = (folder: string): Record<string, string> => Object.fromEntries(Object.entries(contentOf(folder)).filter(([name, hash]) => hash !== 'folder' && !name.startsWith('manifest')))

describe.each([0, 4])('level %i', (level) => {
  test('7-Zip tests and opens a package with visible names', async () => {
    const here = shelf()
    const out = join(here, 'visible.zip')
    await seal(orderFor([{ path: cityFiles(here) }], out, { names: 'visible', level }), never)

    expect(run('7zz', 't', `-p${password}`, out)).toContain('Everything is Ok')
    run('7zz', 'x', `-p${password}`, `-o${join(here, 'opened')}`, out)

    expect(filesOf(join(here, 'opened'))).toEqual(prefixed('受領分', filesOf(join(here, '受領分'))))
  })

  test('7-Zip opens a package with hidden names, and its inner archive', async () => {
    const here = shelf()
    const out = join(here, 'hidden.zip')
    await seal(orderFor([{ path: cityFiles(here) }], out, { level }), never)

    run('7zz', 'x', `-p${password}`, `-o${here}`, out)
    expect(run('7zz', 't', join(here, 'contents.zip'))).toContain('Everything is Ok')
    run('7zz', 'x', `-o${join(here, 'opened')}`, join(here, 'contents.zip'))

    expect(filesOf(join(here, 'opened'))).toEqual(prefixed('受領分', filesOf(join(here, '受領分'))))
  })

  test('bsdtar opens both kinds', async () => {
    const here = shelf()
    const files = cityFiles(here)
    await seal(orderFor([{ path: files }], join(here, 'visible.zip'), { names: 'visible', level }), never)
    await seal(orderFor([{ path: files }], join(here, 'hidden.zip'), { level }), never)

    for (const name of ['one', 'two']) mkdirSync(join(here, name))
    run('bsdtar', '--passphrase', password, '-xf', join(here, 'visible.zip'), '-C', join(here, 'one'))
    run('bsdtar', '--passphrase', password, '-xf', join(here, 'hidden.zip'), '-C', here)
    run('bsdtar', '-xf', join(here, 'contents.zip'), '-C', join(here, 'two'))

    const packed = prefixed('受領分', filesOf(files))
    expect(filesOf(join(here, 'one'))).toEqual(packed)
    expect(filesOf(join(here, 'two'))).toEqual(packed)
  })

  test('zip.js opens both kinds', async () => {
    const here = shelf()
    const files = cityFiles(here)
    await seal(orderFor([{ path: files }], join(here, 'visible.zip'), { names: 'visible', level }), never)
    await seal(orderFor([{ path: files }], join(here, 'hidden.zip'), { level }), never)

    const visible = await withZipJs(readFileSync(join(here, 'visible.zip')))
    const outer = await withZipJs(readFileSync(join(here, 'hidden.zip')))
    const inner = await withZipJs(outer['contents.zip']!)

    const packed = prefixed('受領分', filesOf(files))
    expect(hashes(visible)).toEqual(packed)
    expect(Object.keys(outer)).toEqual(['contents.zip'])
    expect(hashes(inner)).toEqual(packed)
  })
})

test('from outside, a package with hidden names shows one neutral name, AES-256, no CRC and no date', async () => {
  const here = shelf()
  await seal(orderFor([{ path: cityFiles(here) }], join(here, 'hidden.zip')), never)

  const listing = run('7zz', 'l', '-slt', `-p${password}`, join(here, 'hidden.zip'))

  expect(listing.match(/^Path = .*/gm)!.slice(1)).toEqual(['Path = contents.zip'])
  expect(listing).toContain('Method = AES-256 Store')
  expect(listing).toMatch(/^CRC = $/m)
  expect(listing).toContain('Modified = 1980-01-01')
})

const prefixed = (folder: string, files: Record<string, string>): Record<string, string> => Object.fromEntries(Object.entries(files).map(([name, hash]) => [`${folder}/${name}`, hash]))

async function withZipJs(container: Uint8Array): Promise<Record<string, Uint8Array>> {
  const reader = new ZipReader(new BlobReader(new Blob([container as Uint8Array<ArrayBuffer>])), { password, useWebWorkers: false })
  const found: Record<string, Uint8Array> = {}
  for (const entry of await reader.getEntries()) if (!entry.directory) found[entry.filename] = await entry.getData(new Uint8ArrayWriter())
  await reader.close()
  return found
}

const hashes = (files: Record<string, Uint8Array>): Record<string, string> =>
  Object.fromEntries(Object.entries(files).filter(([name]) => name !== 'manifest.json').map(([name, bytes]) => [name, createHash('sha256').update(bytes).digest('hex')]))
