import { randomBytes } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import iconv from 'iconv-lite'
import { searchFor } from './search.ts'

const shelf = mkdtempSync(join(tmpdir(), 'azukari-search-'))
afterAll(() => rmSync(shelf, { recursive: true, force: true }))
const words = { who: '𠮷田 髙子', secret: 'kumo-wa-shiroi-7' }

test.each<[string, Buffer]>([
  ['as it is', Buffer.from('…𠮷田 髙子…')], ['in UTF-16', Buffer.from('x𠮷田 髙子', 'utf16le')], ['in UTF-16, the other way round', Buffer.from('x𠮷田 髙子', 'utf16le').swap16()],
  ['in Shift_JIS, where its first letter is lost', iconv.encode('?田 髙子', 'cp932')], ['as hex', Buffer.from(Buffer.from('a𠮷田 髙子b').toString('hex'))], ['as HEX', Buffer.from(Buffer.from('kumo-wa-shiroi-7').toString('hex').toUpperCase())],
  ['in a URL', Buffer.from(`https://x.example/?q=${encodeURIComponent('𠮷田 髙子')}&p`)], ['escaped in JSON', Buffer.from(String.raw`{"name":"\ud842\udfb7\u7530 \u9ad9\u5b50"}`)],
  ...['', 'a', 'ab', 'abc'].map((before): [string, Buffer] => [`in base64 after ${before.length} others`, Buffer.from(Buffer.from(`${before}kumo-wa-shiroi-7!`).toString('base64'))]),
  ...['', 'a', 'ab'].map((before): [string, Buffer] => [`in base64 of UTF-16 after ${before.length} others`, Buffer.from(Buffer.concat([Buffer.from(before), Buffer.from('𠮷田 髙子、', 'utf16le')]).toString('base64'))]),
])('a secret that leaked %s is found', (how, leaked) => {
  const folder = join(shelf, how)
  mkdirSync(folder)
  writeFileSync(join(folder, 'core.4711'), Buffer.concat([Buffer.alloc(1000, 1), leaked, Buffer.alloc(10)]))

  expect(searchFor(words, [folder]).hits).not.toEqual([])
})

test.each<[string, (key: Buffer) => Buffer]>([['as bytes', (key) => key], ['as hex', (key) => Buffer.from(key.toString('hex'))], ['in base64', (key) => Buffer.from(Buffer.concat([Buffer.from('x'), key, Buffer.from('y')]).toString('base64'))]])('a key that leaked %s is found', (how, leak) => {
  const key = randomBytes(20)
  const folder = join(shelf, `key ${how}`)
  mkdirSync(folder)
  writeFileSync(join(folder, 'Local State'), Buffer.concat([Buffer.alloc(100, 1), leak(key), Buffer.alloc(10)]))

  expect(searchFor({ key }, [folder]).hits).not.toEqual([])
  expect(searchFor({ other: randomBytes(20) }, [folder]).hits).toEqual([])
})

test('a secret in the name of a file is found, and where nothing leaked nothing is', () => {
  const folder = join(shelf, 'names')
  mkdirSync(join(folder, '髙い棚'), { recursive: true })
  writeFileSync(join(folder, '髙い棚', '𠮷田 髙子.csv'), '')

  expect(searchFor(words, [folder]).hits).toEqual([expect.stringContaining('who (UTF-8)')])
  expect(searchFor({ other: '渡邉 𠮷江' }, [folder])).toMatchObject({ files: 1, hits: [] })
})
