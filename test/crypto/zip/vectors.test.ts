import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readAll } from './read-all.ts'

const ASCII = 'Vector-Pass_123'
const JAPANESE = 'パスワード試験２０２４'

// SHA-256 of the plain files, as test/vectors/zip/README.md lists them.
const hello = { 'hello.txt': 'ec10a62b0a39a57a677e45131e387df1987d5587fc6172f5524e839312c1eba9' }
const empty = { 'empty.txt': 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855' }
const binary = { 'data.bin': '911d4d738b2d22f0b2abeeb36d41c07621ef7e801b8ec8127e1540f8195c9d25' }
const rows = { 'rows.csv': 'ce74b2a90b590b0734e04f0c3e1cfc77a55869dbaaf1c7fcf77ba8581315ba18' }
const japanese = { '日本語ファイル.txt': 'ac04d7c6482458f338f1e4ab3b0f42cf5614aa9409a275bb4de69c89f53e2fb6' }
const nested = { 'sub/ネスト_①.txt': 'b477e5306c6df68f40b28e35e0b7ff0168c223851c2f54b394b97f92dfe1d97a' }
const tenThousand = { 'rows10k.bin': '85757d9ef5868bb53472a6be8d81d1e3c398546b69b107141ad336053c40cb54' }
const folder = { 'sub/': 'folder' }
const without = { ...hello, ...empty, ...binary, ...japanese, ...nested }
const all = { ...without, ...rows, ...folder }

const opens: [archive: string, password: string, content: Record<string, string>][] = [
  ['7z-aes128-deflate', ASCII, {}], ['7z-aes256-deflate', ASCII, all], ['7z-aes256-store', ASCII, { ...hello, ...empty, ...rows }],
  ['azenc-ae1-aes256', ASCII, {}], ['bsdtar-aes128', ASCII, {}], ['bsdtar-aes256-deflate', ASCII, all], ['bsdtar-aes256-store', ASCII, without],
  ['bsdtar-aes256-jp-password', JAPANESE, {}], ['ours-ae2-fixed-salt', ASCII, { ...hello, ...tenThousand }], ['ours-ae2-jp-password', JAPANESE, { ...hello, ...japanese }],
  ['zipjs-aes256-deflate', ASCII, without], ['zipjs-aes256-jp-password', JAPANESE, without], ['zipjs-aes256-store', ASCII, without], ['zipjs-aes256-zip64', ASCII, without],
  ['names-sjis-nobit11', ASCII, { '日本語表.txt': hello['hello.txt'] }],
]

const refused: [archive: string, code: string][] = [
  ['7z-aes256-bzip2.zip', 'unsupported-method'], ['7z-aes256-lzma.zip', 'unsupported-method'], ['7z-mhe.7z', 'not-a-zip'], ['7z-zipcrypto.zip', 'weak-encryption'],
  ['bad-ciphertext.zip', 'wrong-password-or-damaged'], ['bad-mac.zip', 'wrong-password-or-damaged'], ['bad-truncated.zip', 'truncated'], ['hostile-names.zip', 'hostile-name'],
]

const vector = (name: string): Buffer => readFileSync(new URL(`../../vectors/zip/${name}`, import.meta.url))
const steps: [how: string, chunk: number | undefined][] = [['whole', undefined], ['in pieces of 7 bytes', 7], ['byte by byte', 1]]

describe.each(steps)('read %s', (_, chunk) => {
  test.each(opens)('%s opens, and holds what its maker put in', async (archive, password, content) => {
    const found = await readAll(vector(`${archive}.zip`), password, chunk)

    expect(Object.keys(found)).not.toEqual([])
    const known: Record<string, string> = { ...all, ...tenThousand, ...content }
    for (const [name, hash] of Object.entries(found)) expect([name, hash]).toEqual([name, known[name]])
    expect(found).toMatchObject(content)
  })

  test.each(refused)('%s is refused: %s', async (archive, code) => {
    await expect(readAll(vector(archive), ASCII, chunk)).rejects.toHaveProperty('code', code)
  })

  test.each(opens)('%s does not open with another password', async (archive) => {
    await expect(readAll(vector(`${archive}.zip`), 'another', chunk)).rejects.toHaveProperty('code', 'wrong-password-or-damaged')
  })
})
