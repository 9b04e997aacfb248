import { existsSync, readdirSync, readFileSync, renameSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { realDisk } from '../../../main/files/disk.ts'
import { readHeader, writeHeader } from '../../../main/backup/header.ts'
import { END, padding, readTar, tarHeader } from '../../../main/backup/tar.ts'
import { openStream, sealStream } from '../../../crypto/sealed-file.ts'
import { backedUp, shelf } from './shelf.ts'
import { tryReading } from './try-reading.ts'

const { folder, office } = shelf()
test('a backup of which any byte was changed is refused', async () => {
  const here = await office()
  const path = await backedUp(here, folder())
  const bytes = readFileSync(path)
  const altered = join(folder(), 'altered.azkbackup')
  expect(await tryReading(here, path)).toBe('whole')

  const believed: number[] = []
  // Every byte of the header would be some thousand readings of the whole; every 7th of it, and of the body some hundred places.
  const places = [...Array.from({ length: Math.ceil(bytes.readUInt32BE(8) / 7) }, (_, i) => i * 7), ...Array.from({ length: 150 }, (_, i) => Math.floor((i / 150) * bytes.length)), bytes.length - 1]
  for (const at of places) {
    const changed = Buffer.from(bytes)
    changed[at] = (changed[at] ?? 0) ^ (1 << (at % 8))
    writeFileSync(altered, changed)
    if (await tryReading(here, altered) === 'whole') believed.push(at)
  }

  expect(believed).toEqual([])
  await here.close()
})

test('a backup that was cut off anywhere, or has something behind it, is refused', async () => {
  const here = await office()
  const path = await backedUp(here, folder())
  const bytes = readFileSync(path)
  const cut = join(folder(), 'cut.azkbackup')

  const believed: number[] = []
  for (const length of [0, 7, 8, 11, 12, 40, bytes.readUInt32BE(8) + 11, bytes.readUInt32BE(8) + 12, ...Array.from({ length: 40 }, (_, i) => Math.floor((i / 40) * bytes.length)), bytes.length - 1]) {
    writeFileSync(cut, bytes)
    truncateSync(cut, length)
    if (await tryReading(here, cut) === 'whole') believed.push(length)
  }
  writeFileSync(cut, Buffer.concat([bytes, Buffer.of(0)]))
  if (await tryReading(here, cut) === 'whole') believed.push(bytes.length + 1)

  expect(believed).toEqual([])
  await here.close()
})

test('a part under a name that is none of a backup becomes no file, even from whoever holds the key', async () => {
  const here = await office()
  const { header } = await readHeader(await backedUp(here, folder()), realDisk)
  for (const name of ['../outside', 'blobs/../../outside', '/etc/passwd', 'blobs/blob-1', 'keyring.json', 'vault.db', 'blobs\\blob-0', `blobs/blob-${'0'.repeat(32)}/x`]) {
    const crafted = join(folder(), 'crafted.azkbackup')
    const start = writeHeader(header)
    const tar = Buffer.concat([tarHeader(name, 4), Buffer.from('evil'), padding(4), END])
    const sealed: Uint8Array[] = []
    for await (const piece of sealStream((async function* () { yield tar })(), here.world.vault.inside().secret.backupKey(start.about))) sealed.push(piece)
    writeFileSync(crafted, Buffer.concat([start.bytes, ...sealed]))
    const seen: string[] = []

    expect([name, await tryReading(here, crafted, seen), seen]).toEqual([name, 'backup-damaged', []])
  }
  await here.close()
})

test('a backup of a newer program is called newer, and a folder none, whatever its name', async () => {
  const here = await office()
  const path = await backedUp(here, folder())
  const { header, length } = await readHeader(path, realDisk)
  const newer = join(folder(), 'newer.azkbackup')
  const keyring = { ...header.keyring, version: 4, more: 'that we do not know' } as unknown as typeof header.keyring
  writeFileSync(newer, Buffer.concat([writeHeader({ ...header, keyring }).bytes, readFileSync(path).subarray(length)]))

  expect(await tryReading(here, newer)).toBe('backup-newer')
  expect(await tryReading(here, folder())).toBe('not-a-backup')
  await here.close()
})

test('old generations go after a new one was verified: never those of others, never links, never what holds another branch', async () => {
  const [here, stranger] = [await office(), await office()]
  const into = folder()
  await here.desk.backup.setPlan({ plan: { folder: into, at: '12:00', keep: 2 } })
  const elsewhere = await backedUp(here, folder())
  symlinkSync(elsewhere, join(into, 'azukari-link.azkbackup'))
  writeFileSync(join(into, 'notes.azkbackup'), 'not a backup')
  // The same vault, but its ledger went on differently: its entries are in no backup of ours.
  stranger.pass(60_000)
  await stranger.desk.backup.setPlan({ plan: null })
  const branch = await backedUp(stranger, folder())
  renameSync(branch, join(into, 'azukari-branch.azkbackup'))

  for (let n = 0; n < 5; n++) {
    here.pass(60_000)
    const made = await here.desk.backup.make({ folder: null })
    expect(made).toMatchObject({ outcome: 'made' })
  }

  const left = readdirSync(into).toSorted()
  expect(left.filter((name) => /-\d{6}-/.test(name)).map((name) => /-(\d{6})-/.exec(name)?.[1])).toEqual(['000005', '000006'])
  expect(left).toEqual(expect.arrayContaining(['azukari-branch.azkbackup', 'azukari-link.azkbackup', 'notes.azkbackup']))
  expect(existsSync(elsewhere)).toBe(true)
  await Promise.all([here.close(), stranger.close()])
})

test('a file that only says it is a later generation of ours pushes none out, and is none to go on from', async () => {
  const here = await office()
  const into = folder()
  await here.desk.backup.setPlan({ plan: { folder: into, at: '12:00', keep: 2 } })
  const first = await backedUp(here, into)
  const [{ header, length }, bytes] = [await readHeader(first, realDisk), readFileSync(first)]
  for (const generation of [7, 8, Number.MAX_SAFE_INTEGER]) writeFileSync(join(into, `azukari-forged-${generation}.azkbackup`), Buffer.concat([writeHeader({ ...header, generation }).bytes, bytes.subarray(length)]))

  here.pass(60_000)
  expect(await here.desk.backup.make({ folder: null })).toMatchObject({ outcome: 'made', backup: { made: { name: expect.stringContaining('-000002-') as unknown } } })
  expect(readdirSync(into)).toContain(first.split('/').at(-1))
  await here.close()
})

test('a backup that lacks a file its manifest names is refused, even from whoever holds the key', async () => {
  const here = await office()
  const path = await backedUp(here, folder())
  const [{ length, about }, bytes] = [await readHeader(path, realDisk), readFileSync(path)]
  const keyed = () => here.world.vault.inside().secret.backupKey(about)
  let lacking = 0
  const rest = async function* () {
    for await (const { name, size, content } of readTar(openStream((async function* () { yield bytes.subarray(length) })(), keyed()), path)) {
      const pieces: Uint8Array[] = []
      for await (const piece of content) pieces.push(Buffer.from(piece))
      if (name.startsWith('blobs/') && lacking++ === 0) continue
      yield Buffer.concat([tarHeader(name, size), ...pieces, padding(size)])
    }
    yield END
  }
  const crafted = join(folder(), 'crafted.azkbackup')
  const sealed: Uint8Array[] = []
  for await (const piece of sealStream(rest(), keyed())) sealed.push(piece)
  writeFileSync(crafted, Buffer.concat([bytes.subarray(0, length), ...sealed]))

  expect([lacking, await tryReading(here, crafted)]).toEqual([2, 'backup-damaged'])
  await here.close()
})
