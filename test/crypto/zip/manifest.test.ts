import canonicalize from 'canonicalize'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { NewManifest } from '../../../crypto/zip/manifest.ts'
import { readManifest } from '../../../crypto/zip/manifest-reader.ts'
import { inMemory } from '../../../crypto/zip/pages.ts'
import { allOf } from '../../main/packages/office.ts'

const FORMAT = 'azukari-package-manifest/1'
const line = (path: string, size = 1) => ({ mtime: 1_775_000_000_123, path, sha256: 'ab'.repeat(32), size })
const sound = { files: [line('図面/表ソ①.jpg'), line('引用"符\\と😀.txt', 2 ** 40)], folders: ['空/'], format: FORMAT }

async function* inPieces(bytes: Uint8Array, length: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += length) yield bytes.subarray(at, at + length)
}
async function read(content: string | Uint8Array, length = 1 << 20) {
  const manifest = await readManifest(inPieces(Buffer.from(content), length), inMemory)
  return manifest && allOf(manifest)
}
async function written({ files, folders }: { files: ReturnType<typeof line>[]; folders: string[] }): Promise<{ text: string; bytes: number; pieces: number }> {
  const manifest = new NewManifest(inMemory)
  for (const file of files) await manifest.addFile(file)
  for (const folder of folders) await manifest.addFolder(folder)
  const pieces: Uint8Array[] = []
  for await (const piece of manifest.json()) pieces.push(piece)
  return { text: Buffer.concat(pieces).toString('utf8'), bytes: manifest.bytes, pieces: pieces.length }
}

test('a manifest is canonical JSON, of the length that was foretold', async () => {
  for (const content of [sound, { files: [], folders: [] }, { files: [line('a')], folders: [] }, { files: [], folders: ['a/', 'b/'] }]) {
    const { text, bytes } = await written(content)
    expect(text).toBe(canonicalize({ ...content, format: FORMAT }))
    expect(bytes).toBe(Buffer.byteLength(text))
  }
})

test('a long manifest comes in pieces and says the same', async () => {
  const content = { files: Array.from({ length: 6000 }, (_, i) => line(`届出/${String(i).padStart(6, '0')}.txt`)), folders: Array.from({ length: 20_000 }, (_, i) => `空のフォルダー ${i}/`) }
  const { text, bytes, pieces } = await written(content)
  expect(text).toBe(canonicalize({ ...content, format: FORMAT }))
  expect(bytes).toBe(Buffer.byteLength(text))
  expect(pieces).toBeGreaterThan(4)
  expect(await read(text)).toEqual(content)
})

test.each([1, 7, 1 << 20])('what was written is read again, in pieces of %i bytes', async (length) => {
  const { format: _, ...content } = sound
  expect(await read(canonicalize(sound)!, length)).toEqual(content)
})

test('blanks and another order of members change nothing, and files come in order of path', async () => {
  const text = JSON.stringify({ format: FORMAT, other: 1, folders: [], files: [line('b'), line('a')] }, null, 2)
  expect(await read(text)).toEqual({ files: [line('a'), line('b')], folders: [] })
})

test('somebody else’s manifest.json is none of ours', async () => {
  const theirs = ['', '{', 'null', '[]', '[1,2]', '"x"', '{}', '{"files":[]}', '{"format":"theirs","files":[]}', '{"name":"App","icons":[{"src":"x"}],"nested":{"format":"azukari-package-manifest/1"}}', 'not JSON', '{"files":[],"folders":[],"format":"azukari-package-manifest/2"}']
  for (const text of theirs) expect([text, await read(text)]).toEqual([text, undefined])
  expect(await read(Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d]))).toBeUndefined()
  const whole = canonicalize(sound)!
  for (const cut of [1, 20, whole.length - 1]) expect(await read(whole.slice(0, cut))).toBeUndefined()
  for (const more of ['x', '{', '}', ',', '[']) expect(await read(whole + more)).toBeUndefined()
})

test('one that is nearly ours is damage', async () => {
  const wrong: unknown[] = [
    { files: [], format: FORMAT }, { folders: [], format: FORMAT }, { files: 'x', folders: [], format: FORMAT }, { files: [1], folders: [], format: FORMAT }, { files: [], folders: [1], format: FORMAT },
    { files: [{ ...line('a'), sha256: 'AB'.repeat(32) }], folders: [], format: FORMAT }, { files: [{ ...line('a'), size: 0.5 }], folders: [], format: FORMAT }, { files: [{ path: 'a' }], folders: [], format: FORMAT },
  ]
  for (const value of wrong) await expect(read(JSON.stringify(value))).rejects.toHaveProperty('code', 'damaged')
})

test('whatever JSON it is, nobody but us is taken for us, and no bytes make it fail', async () => {
  await fc.assert(fc.asyncProperty(fc.oneof(fc.json(), fc.string(), fc.string().map((text) => `{${text}`)), fc.integer({ min: 1, max: 9 }), async (text, length) => {
    expect(await read(text, length)).toBeUndefined()
  }), { numRuns: 300 })
})

test('the content is read to its end, whatever it is: its end says whether it is authentic', async () => {
  let ended = false
  const content = async function* () { yield Buffer.from('not JSON'); yield Buffer.from('at all'); ended = true }
  expect(await readManifest(content(), inMemory)).toBeUndefined()
  expect(ended).toBe(true)
})
