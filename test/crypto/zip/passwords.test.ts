import { expect, test } from 'vitest'
import iconv from 'iconv-lite'
import { lying } from './archive.ts'
import { passwordCandidates } from '../../../crypto/zip/password.ts'
import { readAll, sha256 } from './read-all.ts'

const japanese = 'パスワード表ソ'

test.each([
  ['UTF-8 as typed (NFC)', Buffer.from(japanese.normalize('NFC'))],
  ['decomposed, as macOS may hand it over (NFD)', Buffer.from(japanese.normalize('NFD'))],
  ['Shift_JIS, as 7-Zip on Japanese Windows does (CP932)', iconv.encode(japanese, 'cp932')],
])('an archive opens with a Japanese password that its maker encoded as %s', async (_, theirs) => {
  const archive = lying([{ fields: { name: 'a.txt' }, content: Buffer.from('hello'), lie: { password: theirs } }])
  for (const typed of [japanese.normalize('NFC'), japanese.normalize('NFD')]) {
    expect(await readAll(archive, typed)).toEqual({ 'a.txt': sha256(Buffer.from('hello')) })
  }
})

test('an ASCII password is tried once, and bytes that are no text as they are', () => {
  expect(passwordCandidates(Buffer.from('ascii'))).toHaveLength(1)
  expect(passwordCandidates(Buffer.from([0xff, 0xfe]))).toEqual([Buffer.from([0xff, 0xfe])])
})

test('a letter that CP932 lacks is not replaced by a question mark', () => {
  expect(passwordCandidates(Buffer.from('é')).some((candidate) => Buffer.from(candidate).toString('latin1').includes('?'))).toBe(false)
})
