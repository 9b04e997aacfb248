import { createHash, randomBytes } from 'node:crypto'
import { appendFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, truncateSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Disk, realDisk } from '../../../main/files/disk.ts'
import { realFiles } from '../../../main/files/files.ts'
import { find } from '../../../main/files/find.ts'

const quietly = { signal: new AbortController().signal, onProgress: () => {} }
const sha256 = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest('hex')
let desk: string
beforeEach(() => {
  desk = mkdtempSync(join(tmpdir(), 'azukari-files-'))
  for (const folder of ['blobs', 'in', 'out']) mkdirSync(join(desk, folder))
})
afterEach(() => rmSync(desk, { recursive: true, force: true }))

/** The vault's files with a ledger that is a list of texts. */
function office({ disk = realDisk, ledger = [] as string[] }: { disk?: Disk; ledger?: string[] } = {}) {
  const leaving = new AbortController()
  const files = realFiles({
    folder: join(desk, 'blobs'), disk,
    keyOf: (blob) => createHash('sha256').update(blob).digest(),
    ledger: { size: () => ledger.length, speaksOfBlob: () => false, learnBlobs: () => {}, entriesWith: (words, from) => ledger.slice(from).filter((text) => text.includes(words)).map((text) => Buffer.from(text)) },
    begin: () => ({ signal: leaving.signal, end: () => {} }),
  })
  return { files, leaving }
}

async function given(contents: Record<string, Uint8Array | string>) {
  for (const [name, content] of Object.entries(contents)) writeFileSync(join(desk, 'in', name), content)
  return (await find([join(desk, 'in')])).found
}
const blobs = () => readdirSync(join(desk, 'blobs'))

test('what is taken comes out again, and says nothing where it lies', async () => {
  const { files } = office()
  const large = randomBytes(3_000_001)
  const found = await given({ '宛名.csv': '𠮷田,緑市\r\n', 'large.bin': large, 'empty.txt': '' })

  const taking = await files.take(found, quietly)

  if (taking.outcome !== 'taken') throw new Error(taking.outcome)
  const byName = new Map(taking.taken.map((each) => [each.name, each]))
  expect(byName.get('large.bin')).toMatchObject({ size: 3_000_001, sha256: sha256(large) })
  expect(Buffer.from(await files.fetch(byName.get('large.bin')!.blob)).equals(large)).toBe(true)
  expect(Buffer.from(await files.fetch(byName.get('宛名.csv')!.blob)).toString()).toBe('𠮷田,緑市\r\n')
  expect(await files.fetch(byName.get('empty.txt')!.blob)).toHaveLength(0)
  expect(blobs().toSorted()).toEqual(taking.taken.map(({ blob }) => blob).toSorted())
  for (const name of blobs()) expect(readFileSync(join(desk, 'blobs', name)).includes('𠮷田')).toBe(false)
})

test('progress counts bytes and files to the end', async () => {
  const { files } = office()
  const steps: { bytesDone: number; filesDone: number }[] = []

  await files.take(await given({ a: 'x'.repeat(10), b: 'y'.repeat(5) }), { ...quietly, onProgress: (step) => steps.push(step) })

  expect(steps.at(-1)).toEqual({ phase: 'reading', bytesDone: 15, bytesTotal: 15, filesDone: 2, filesTotal: 2 })
})

test.each([
  ['grows', 'source-changed', (path: string) => appendFileSync(path, 'more')],
  ['shrinks', 'source-changed', (path: string) => truncateSync(path, 3)],
  ['is touched', 'source-changed', (path: string) => utimesSync(path, 1, 1)],
  ['goes away', 'source-missing', (path: string) => rmSync(path)],
  ['becomes a pipe’s place', 'source-changed', (path: string) => { rmSync(path); mkdirSync(path) }],
])('a file that %s between finding and taking takes everything back', async (_, what, change) => {
  const { files } = office()
  const found = await given({ 'a.csv': 'first', 'b.csv': 'second' })
  change(join(desk, 'in/b.csv'))

  expect(await files.take(found, quietly)).toEqual({ outcome: 'trouble', path: join(desk, 'in/b.csv'), what })

  expect(blobs()).toEqual([])
})

test('a file that is changed while it is read is noticed at its end', async () => {
  const { files } = office()
  const found = await given({ 'a.csv': randomBytes(3 << 20) })
  let once = true

  const taking = await files.take(found, { ...quietly, onProgress: () => { if (once) appendFileSync(join(desk, 'in/a.csv'), 'x'); once = false } })

  expect(taking).toMatchObject({ outcome: 'trouble', what: 'source-changed' })
  expect(blobs()).toEqual([])
})

test('a taking that is called off leaves nothing, by the clerk or because the vault is being locked', async () => {
  for (const who of ['clerk', 'vault']) {
    const { files, leaving } = office()
    const clerk = new AbortController()
    const found = await given({ 'a.csv': randomBytes(3 << 20), 'b.csv': 'second' })

    const taking = await files.take(found, { signal: clerk.signal, onProgress: () => (who === 'clerk' ? clerk : leaving).abort() })

    expect(taking).toEqual({ outcome: 'abandoned' })
    expect(blobs()).toEqual([])
  }
})

test('whichever act of the disk fails, a taking leaves everything or nothing', async () => {
  const found = await given({ 'a.csv': 'first', 'b.csv': 'second' })
  let failures = 0
  for (let n = 1; ; n++) {
    const { disk, hasFailed } = failingAt(n, 'ENOSPC')
    const taking = await office({ disk }).files.take(found, quietly).catch((error: unknown) => error)
    if (!hasFailed()) {
      expect(taking).toMatchObject({ outcome: 'taken' })
      break
    }
    failures++
    expect(blobs()).toEqual([])
  }
  expect(failures).toBeGreaterThan(12)
})

test('a full disk is said to be full', async () => {
  const disk = { ...realDisk, open: async (...how: Parameters<Disk['open']>) => {
    const file = await realDisk.open(...how)
    return how[1] === 'wx' ? Object.assign(file, { writev: () => Promise.reject(Object.assign(new Error('full'), { code: 'ENOSPC' })) }) : file
  } } as Disk

  expect(await office({ disk }).files.take(await given({ a: 'x' }), quietly)).toMatchObject({ outcome: 'trouble', what: 'disk-full' })
  expect(blobs()).toEqual([])
})

test('a blob that was altered, cut, or lies under another’s name does not open', async () => {
  const { files } = office()
  const { blob } = await files.keep('a', randomBytes(200_000))
  const other = await files.keep('b', randomBytes(200_000))
  const path = join(desk, 'blobs', blob)
  const whole = readFileSync(path)

  const altered = Buffer.from(whole)
  altered[100_000]! ^= 1
  for (const bytes of [altered, whole.subarray(0, -1), whole.subarray(0, 65_576), Buffer.alloc(0), readFileSync(join(desk, 'blobs', other.blob))]) {
    writeFileSync(path, bytes)
    await expect(files.fetch(blob)).rejects.toThrow(/sealed/)
  }
  await expect(files.fetch('../keyring.json')).rejects.toThrow('not the name of a blob')
})

test('kept files are saved whole into a folder, all of them or none, never over another', async () => {
  const { files } = office()
  const a = { blob: (await files.keep('a', Buffer.from('A'))).blob, name: '預り証.pdf' }
  const b = { blob: (await files.keep('b', Buffer.from('B'))).blob, name: '預り証.csv' }
  const out = join(desk, 'out')

  expect(await files.save([a, b], out)).toEqual({ outcome: 'saved', paths: [join(out, a.name), join(out, b.name)] })
  expect(readFileSync(join(out, a.name), 'utf8')).toBe('A')
  rmSync(join(out, a.name))
  writeFileSync(join(out, b.name), 'C')
  expect(await files.save([a, b], out)).toEqual({ outcome: 'target-exists', path: join(out, b.name) })
  expect(readdirSync(out)).toEqual([b.name])
  expect(await files.save([a], join(desk, 'nowhere'))).toEqual({ outcome: 'folder-missing', path: join(desk, 'nowhere') })
  await expect(files.save([{ ...a, name: '../a.pdf' }], out)).rejects.toThrow('not the name of a file')
})

test('what lies there with the very bytes that were to be saved is saved already, and stays when another cannot be', async () => {
  const { files } = office()
  const [a, b] = await Promise.all(['A', 'B'].map(async (text) => ({ blob: (await files.keep(text, Buffer.from(text))).blob, name: `${text}.pdf` })))
  const out = join(desk, 'out')
  await files.save([a!], out)
  const before = statSync(join(out, 'A.pdf')).mtimeMs

  expect(await files.save([a!, b!], out)).toEqual({ outcome: 'saved', paths: [join(out, 'A.pdf'), join(out, 'B.pdf')] })
  expect(statSync(join(out, 'A.pdf')).mtimeMs).toBe(before)

  writeFileSync(join(out, 'B.pdf'), 'C')
  expect(await files.save([a!, b!], out)).toEqual({ outcome: 'target-exists', path: join(out, 'B.pdf') })
  rmSync(join(out, 'B.pdf'))
  symlinkSync(join(out, 'A.pdf'), join(out, 'B.pdf'))
  expect(await files.save([{ ...a!, name: 'B.pdf' }], out)).toEqual({ outcome: 'target-exists', path: join(out, 'B.pdf') })
  expect(readdirSync(out).toSorted()).toEqual(['A.pdf', 'B.pdf'])
})

test('when a file of several cannot be saved, those before it go again', async () => {
  const kept = await Promise.all(['A', 'B'].map(async (text) => ({ blob: (await office().files.keep('x', Buffer.from(text))).blob, name: text })))
  let links = 0
  const disk = { ...realDisk, link: async (...how: Parameters<Disk['link']>) => {
    if (++links === 2) throw Object.assign(new Error('full'), { code: 'ENOSPC' })
    await realDisk.link(...how)
  } } as Disk

  expect(await office({ disk }).files.save(kept, join(desk, 'out'))).toEqual({ outcome: 'disk-full', path: join(desk, 'out/B') })

  expect(readdirSync(join(desk, 'out'))).toEqual([])
})

test('what the ledger speaks of is not removed, even when asked', async () => {
  const ledger: string[] = ['an older entry']
  const { files } = office({ ledger })
  const spoken = await files.keep('a', Buffer.from('A'))
  const unspoken = await files.keep('b', Buffer.from('B'))
  ledger.push(`{"blob":"${spoken.blob}"}`)

  await files.forget([spoken.blob, unspoken.blob])

  expect(blobs()).toEqual([spoken.blob])
})

test('a blob that is known to be named costs no reading, and one that is not known is looked for in the entries before it goes', async () => {
  const ledger = ['an older entry']
  const known = new Set<string>()
  let reads = 0
  const { files } = office({ ledger })
  const [a, b, c] = [await files.keep('a', Buffer.from('A')), await files.keep('b', Buffer.from('B')), await files.keep('c', Buffer.from('C'))]
  // The index lacks b, which an entry names all the same.
  known.add(a.blob)
  ledger.push(`{"blob":"${a.blob}"}`, `{"blob":"${b.blob}"}`)
  const knowing = realFiles({ folder: join(desk, 'blobs'), keyOf: () => new Uint8Array(32), begin: () => ({ signal: new AbortController().signal, end: () => {} }),
    ledger: { size: () => ledger.length, speaksOfBlob: (blob) => known.has(blob), learnBlobs: (found) => { for (const blob of found) known.add(blob) }, entriesWith: (words, from) => { reads++; return ledger.slice(from).filter((text) => text.includes(words)).map((text) => Buffer.from(text)) } } })

  await knowing.sweep()
  expect(blobs().toSorted()).toEqual([a.blob, b.blob].toSorted())
  expect(blobs()).not.toContain(c.blob)
  expect(reads).toBe(1)

  // What was found in the entries is known from then on.
  await knowing.sweep()
  expect(reads).toBe(1)
})

test('after a power cut, drafts and blobs that no entry speaks of are swept, the rest stays', async () => {
  const ledger: string[] = []
  const { files } = office({ ledger })
  const spoken = await files.keep('a', Buffer.from('A'))
  await files.keep('b', Buffer.from('B'))
  ledger.push(`{"blob":"${spoken.blob}"}`)
  writeFileSync(join(desk, 'blobs', `blob-${'0'.repeat(32)}.5bce98f7-1-a7e40426.part`), 'half')
  writeFileSync(join(desk, 'blobs', 'readme.txt'), 'not ours')

  await office({ ledger }).files.sweep()

  expect(blobs().toSorted()).toEqual([spoken.blob, 'readme.txt'].toSorted())
})

test('a file is hashed, listed and read without waiting for pipes or swallowing giants', async () => {
  const { files } = office()
  await given({ 'a.txt': 'hello', 'b.txt': '' })
  mkdirSync(join(desk, 'in/sub'))
  writeFileSync(join(desk, 'in/sub/c.txt'), 'c')

  expect(await files.sha256(join(desk, 'in/a.txt'))).toEqual({ size: 5, sha256: sha256('hello') })
  expect(await files.sha256(join(desk, 'in/none'))).toBeNull()
  expect(await files.sha256(join(desk, 'in'))).toBeNull()
  expect(await files.listFolder(join(desk, 'in'))).toEqual(['a.txt', 'b.txt', 'sub/c.txt'])
  expect(await files.listFolder(join(desk, 'none'))).toBeNull()
  expect(await files.readSmall(join(desk, 'in/a.txt'), 5)).toEqual({ outcome: 'read', bytes: new Uint8Array(Buffer.from('hello')) })
  expect(await files.readSmall(join(desk, 'in/b.txt'), 5)).toEqual({ outcome: 'read', bytes: new Uint8Array() })
  expect(await files.readSmall(join(desk, 'in/a.txt'), 4)).toEqual({ outcome: 'too-large' })
  expect(await files.readSmall(join(desk, 'in/none'), 5)).toEqual({ outcome: 'missing' })
  expect(await files.readSmall(join(desk, 'in'), 5)).toEqual({ outcome: 'unreadable' })
  expect(await files.readSmall('/dev/zero', 5)).toEqual({ outcome: 'unreadable' })
})

/** A disk whose n-th act that writes fails, at whatever it is. */
function failingAt(n: number, code: string): { disk: Disk; hasFailed: () => boolean } {
  let acts = 0
  const act = <A extends unknown[], R>(real: (...how: A) => Promise<R>) => async (...how: A): Promise<R> => {
    if (++acts === n) throw Object.assign(new Error('broken'), { code })
    return real(...how)
  }
  const open = act(async (...how: Parameters<Disk['open']>) => {
    const file = await realDisk.open(...how)
    return Object.assign(file, { writev: act(file.writev.bind(file)), sync: act(file.sync.bind(file)), read: act(file.read.bind(file)), stat: act(file.stat.bind(file)) })
  })
  return { disk: { ...realDisk, open, rename: act(realDisk.rename), lstat: act(realDisk.lstat) } as Disk, hasFailed: () => acts >= n }
}
