import { deflateRawSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { centralHeader, endRecords } from '../../../crypto/zip/records.ts'
import { lying, PASSWORD, sound } from './archive.ts'
import { readAll, sha256 } from './read-all.ts'

const three = { 'a.txt': 'first', 'b.txt': 'second, and longer', 'c.txt': '' }
const refusal = (archive: Uint8Array): Promise<unknown> => readAll(archive, PASSWORD).then(() => 'opened', (error: unknown) => (error as { code?: unknown }).code ?? error)
const text = Buffer.from('hello')

test('a sound archive opens', async () => {
  expect(await readAll(await sound(three), PASSWORD)).toEqual({ 'a.txt': sha256(Buffer.from('first')), 'b.txt': sha256(Buffer.from('second, and longer')), 'c.txt': sha256(Buffer.alloc(0)) })
})

test('cut off anywhere, an archive is refused', async () => {
  const archive = await sound(three)
  for (let length = 0; length < archive.length; length++) expect(await refusal(archive.subarray(0, length))).toMatch(/^(truncated|not-a-zip|damaged)$/)
})

test('whichever byte is flipped, no content comes out changed, and no file goes missing unseen', async () => {
  const archive = await sound(three)
  const truth = JSON.stringify(await readAll(archive, PASSWORD))
  for (let at = 0; at < archive.length; at++) {
    const flipped = Buffer.from(archive)
    flipped[at]! ^= 0x55
    const found = await readAll(flipped, PASSWORD).catch(() => undefined)
    // Time stamps, versions and attributes are not authenticated by the format; they change nothing that is read.
    if (found) expect(JSON.stringify(found)).toBe(truth)
  }
})

test('bytes in front, behind or between are refused', async () => {
  const archive = await sound(three)
  expect(await refusal(Buffer.concat([archive, Buffer.from('x')]))).toBe('truncated')
  expect(await refusal(Buffer.concat([Buffer.from('x'), archive]))).toBe('damaged')
  const end = archive.length - 22
  expect(await refusal(Buffer.concat([archive.subarray(0, end), Buffer.from('x'), archive.subarray(end)]))).toBe('damaged')
})

test('two end records are refused, whichever one a reader might have chosen', async () => {
  const archive = await sound(three)
  const outer = Buffer.from(archive.subarray(archive.length - 22))
  outer.writeUInt16LE(22, 20)
  const other = await sound({ 'other.txt': 'x' })
  expect(await refusal(Buffer.concat([archive.subarray(0, -22), outer, other.subarray(-22)]))).toBe('damaged')
})

test('a local header that tells another story than the directory is refused', async () => {
  for (const local of [{ name: 'x.txt' }, { method: 8 as const }, { bytes: 4 }, { packedBytes: 5 }, { aes: 1 as const }, { sizesFollow: true }]) {
    const archive = lying([{ fields: { name: 'a.txt' }, content: text, lie: { local } }])
    expect([local, await refusal(archive)]).toEqual([local, 'damaged'])
  }
})

test('entries that overlap are refused', async () => {
  expect(await refusal(lying([{ fields: { name: 'a.txt' }, content: text }, { fields: { name: 'b.txt' }, content: text, lie: { at: 0 } }]))).toBe('damaged')
  expect(await refusal(lying([{ fields: { name: 'a.txt' }, content: text, lie: { central: { packedBytes: 90 }, local: { packedBytes: 90 } } }, { fields: { name: 'b.txt' }, content: text }]))).toBe('damaged')
})

test('an offset that points behind the end, or beyond all numbers, is refused', async () => {
  expect(await refusal(lying([{ fields: { name: 'a.txt' }, content: text, lie: { at: 1_000_000 } }]))).toBe('damaged')
  expect(await refusal(lying([{ fields: { name: 'a.txt' }, content: text, lie: { at: 2 ** 52 } }]))).toBe('damaged')
})

test('sizes that lie are refused: too large to be possible, and possible but untrue', async () => {
  const packed = deflateRawSync(Buffer.alloc(10_000))
  const claim = (bytes: number): Buffer => lying([{ fields: { name: 'a.bin', method: 8, bytes }, content: packed }])
  expect(await refusal(claim(10_000))).toBe('opened')
  expect(await refusal(claim(2 ** 31))).toBe('bomb')
  expect(await refusal(claim(9_999))).toBe('damaged')
  expect(await refusal(claim(10_001))).toBe('damaged')
  expect(await refusal(lying([{ fields: { name: 'a.bin', bytes: 4 }, content: text }]))).toBe('damaged')
})

test('what follows the end of a Deflate stream is refused, and a stream that has no end', async () => {
  const packed = deflateRawSync(Buffer.alloc(10_000))
  const claim = (content: Uint8Array): Buffer => lying([{ fields: { name: 'a.bin', method: 8, bytes: 10_000 }, content }])
  expect(await refusal(claim(Buffer.concat([packed, Buffer.from('x')])))).toBe('damaged')
  expect(await refusal(claim(packed.subarray(0, -1)))).toBe('damaged')
  expect(await refusal(claim(Buffer.from('not deflate at all')))).toBe('damaged')
})

test('a number of entries that is not the number of entries is refused', async () => {
  const archive = await sound(three)
  for (const count of [0, 2, 4, 65_535]) {
    const lie = Buffer.from(archive)
    lie.writeUInt16LE(count, lie.length - 22 + 8)
    lie.writeUInt16LE(count, lie.length - 22 + 10)
    expect(await refusal(lie)).toBe('damaged')
  }
})

test('a zip64 field is read where it is needed and refused where it is missing or wrong', async () => {
  const wide = lying([{ fields: { name: 'a.txt', zip64: true }, content: text }])
  expect(await readAll(wide, PASSWORD)).toEqual({ 'a.txt': sha256(text) })
  const missing = Buffer.from(wide)
  // The id of the zip64 field, in the directory, becomes one that nobody knows.
  missing.writeUInt16LE(0x7777, missing.length - 22 - 31)
  expect(await refusal(missing)).toBe('damaged')
})

test('a wrong zip64 end record is refused', async () => {
  const line = centralHeader({ name: 'a.txt', kind: 'file', method: 0, zip64: false, sizesFollow: false, crc: 0, packedBytes: 0, bytes: 0 }, 0)
  const records = endRecords(70_000, 0, line.length)
  expect(await refusal(Buffer.concat([line, records]))).toBe('damaged')
})

test('unencrypted content among the encrypted is refused as weak: anybody could have put it there', async () => {
  const plain = await sound({ 'a.txt': 'anybody’s' }, 'plain')
  expect(await refusal(plain)).toBe('weak-encryption')
})

test('two files that one disk would merge are refused', async () => {
  expect(await refusal(await sound({ 'a.txt': '1', 'A.TXT': '2' }))).toBe('duplicate-name')
  expect(await refusal(await sound({ 'が': '1', 'か\u3099': '2' }))).toBe('duplicate-name')
  expect(await refusal(await sound({ a: '1', 'a/b': '2' }))).toBe('duplicate-name')
  expect(await refusal(lying([{ fields: { name: 'a' }, content: text }, { fields: { name: 'a' }, content: text }]))).toBe('duplicate-name')
})

test('a link inside of an archive is refused', async () => {
  const archive = await sound({ 'link': '/etc/passwd' })
  archive.writeUInt32LE(0o120777 * 0x1_0000, archive.length - 22 - centralLength(archive) + 38)
  expect(await refusal(archive)).toBe('hostile-name')
})

test('a folder that claims to have content is refused', async () => {
  expect(await refusal(lying([{ fields: { name: 'folder/' }, content: text }]))).toBe('damaged')
})

function centralLength(archive: Buffer): number {
  return archive.readUInt32LE(archive.length - 22 + 12)
}
