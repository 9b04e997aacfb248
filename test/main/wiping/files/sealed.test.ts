import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { FileList } from '../../../../core/wipes/files.ts'
import { realWiping } from '../../../../main/wiping/wiping.ts'

/** A vault's folder with three sealed files, and a wiping that keeps out of the vault otherwise. */
let home = ''
let blobs = ''
const names = ['a', 'b', 'c'].map((letter) => `blob-${letter.repeat(32)}`)
const quietly = { signal: new AbortController().signal, onProgress: () => {} }
const wiping = () => realWiping({ keepOut: [home], sealed: blobs })
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'azukari-sealed-'))
  blobs = join(home, 'vault', 'blobs')
  mkdirSync(blobs, { recursive: true })
  for (const name of names) writeFileSync(join(blobs, name), `AZKSEAL ${name}`.repeat(1000))
})
afterEach(() => rmSync(home, { recursive: true, force: true }))

async function listed(...wanted: string[]): Promise<FileList> {
  const list = await wiping().listSealed(wanted, quietly)
  if (list === 'abandoned') throw new Error(list)
  return list
}
const wiped = (list: FileList) => wiping().wipeSealed({ list, pattern: 'tile', readBack: true, hardLinks: 'wipe', readOnly: 'make-writable' }, quietly)

test('sealed files that are named are overwritten, read back and gone, and the others stay', async () => {
  const { files } = await wiped(await listed(names[0]!, names[1]!))
  expect(files.map(({ outcome, bytesOverwritten }) => [outcome, bytesOverwritten > 0])).toEqual([['overwritten', true], ['overwritten', true]])
  expect(readdirSync(blobs)).toEqual([names[2]])
})

test('one that is not there is named as missing, and the others are wiped', async () => {
  const list = await listed(names[0]!, `blob-${'0'.repeat(32)}`)
  expect(list.leftOut).toMatchObject([{ finding: 'missing' }])
  expect(await wiped(list)).toMatchObject({ outcome: 'with-exceptions', files: [{ outcome: 'overwritten' }] })
})

test('what is no blob of this vault is neither listed nor wiped', async () => {
  await expect(listed('../keyring.json')).rejects.toThrow(RangeError)
  writeFileSync(join(home, 'vault', 'keyring.json'), 'keys')
  const list = await listed(names[0]!)
  const elsewhere = { ...list, roots: list.roots.map((root) => ({ ...root, folder: join(home, 'vault'), name: 'keyring.json' })) }
  await expect(wiped(elsewhere)).rejects.toThrow(RangeError)
  expect(readFileSync(join(home, 'vault', 'keyring.json'), 'utf8')).toBe('keys')
})

test('a link in a blob’s place is removed, and what it leads to stays', async () => {
  const outside = join(home, 'outside')
  writeFileSync(outside, 'not ours')
  rmSync(join(blobs, names[0]!))
  symlinkSync(outside, join(blobs, names[0]!))
  await wiped(await listed(names[0]!))
  expect({ link: existsSync(join(blobs, names[0]!)), outside: readFileSync(outside, 'utf8') }).toEqual({ link: false, outside: 'not ours' })
})

test('no other wiping reaches into the vault', async () => {
  const list = await wiping().listFiles([join(blobs, names[0]!)], quietly)
  expect(list).toMatchObject({ files: [], leftOut: [{ finding: 'protected' }] })
})
