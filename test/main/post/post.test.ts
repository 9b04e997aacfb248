import { spawnSync } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Instant } from '../../../core/time.ts'
import { LARGEST_ATTACHMENT } from '../../../main/post/compose.ts'
import { realPost } from '../../../main/post/post.ts'

const post = realPost({ now: () => Date.UTC(2026, 11, 7, 1, 40) as Instant })
const content = randomBytes(100_000)
let desk: string
beforeEach(() => {
  desk = mkdtempSync(join(tmpdir(), 'azukari-post-'))
  writeFileSync(join(desk, 'P-R8-017-001.zip'), content)
})
afterEach(() => rmSync(desk, { recursive: true, force: true }))

const draft = (more: Partial<Parameters<typeof post.writeDraft>[0]> = {}) => ({
  from: { name: '𠮷田 美咲（第2作業室）, "主任"', address: 'yoshida@hikari.example' },
  to: ['morikawa@city.aobano.example', 'zeimu@city.aobano.example'],
  subject: '令和9年度 納税通知書データの納品について（その1）',
  note: 'いつもお世話になっております。\n添付の封緘ファイルをご確認ください。\n.\n以上',
  attachment: { path: join(desk, 'P-R8-017-001.zip'), name: '納品データ（令和9年度）𠮷.zip', sha256: sha256(content) }, letter: null,
  folder: desk, fileName: 'M-R8-017-001.eml', ...more,
})
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

test('Python reads the draft back: who, to whom, what, and one attachment that is the package byte for byte', async () => {
  const order = draft()

  const written = await post.writeDraft(order)

  if (written.outcome !== 'written') throw new Error(written.outcome)
  expect(sha256(readFileSync(written.path))).toBe(written.sha256)
  const { subject, from, to, unsent, text, attachments, date, defects } = readByPython(written.path)
  expect({ subject, to, unsent }).toEqual({ subject: order.subject, to: order.to, unsent: '1' })
  expect(from).toEqual([order.from.name, order.from.address])
  expect(text.replaceAll('\r\n', '\n').trimEnd()).toBe(order.note)
  expect(attachments).toEqual([{ name: order.attachment.name, legacyName: order.attachment.name, type: 'application/zip', sha256: sha256(content) }])
  expect(date).toBe('2026-12-07T01:40:00+00:00')
  expect(defects).toEqual([])
})

test('a key letter goes along as an attachment of its own, and none that was changed', async () => {
  const bytes = randomBytes(6000)
  writeFileSync(join(desk, 'P.key.p7m'), bytes)
  const letter = { path: join(desk, 'P.key.p7m'), name: 'P-R8-017-001.key.p7m', sha256: sha256(bytes) }
  const written = await post.writeDraft(draft({ letter }))

  if (written.outcome !== 'written') throw new Error(written.outcome)
  expect(readByPython(written.path).attachments).toMatchObject([{ sha256: sha256(content) }, { name: letter.name, type: 'application/pkcs7-mime', sha256: sha256(bytes) }])
  expect(await post.writeDraft(draft({ letter: { ...letter, sha256: sha256(content) }, fileName: 'M-2.eml' }))).toEqual({ outcome: 'attachment-changed', path: letter.path })
})

test('the draft is mail as it stands on the wire: seven bits, short lines, CRLF, and no word of where it was made', async () => {
  const written = await post.writeDraft(draft())

  const text = readFileSync(written.path, 'latin1')
  expect(text).toMatch(/^[\x20-\x7e\r\n\t]*$/)
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
  expect(Math.max(...text.split('\r\n').map((line) => line.length))).toBeLessThanOrEqual(998)
  expect(text).not.toContain(desk)
  expect(text).toMatch(/filename\*0\*=utf-8''/i)
  expect(text).toMatch(/name="=\?UTF-8\?/i)
})

test('a subject or name cannot bring headers of its own', async () => {
  const written = await post.writeDraft(draft({ subject: 'a\r\nBcc: evil@example.com', from: { name: 'x\r\nBcc: evil@example.com', address: 'yoshida@hikari.example' } }))

  expect(readFileSync(written.path, 'utf8')).not.toMatch(/^Bcc:/im)
})

test('a draft is never written over another, nor into a folder that is not there', async () => {
  await post.writeDraft(draft())

  expect(await post.writeDraft(draft())).toMatchObject({ outcome: 'target-exists' })
  expect(await post.writeDraft(draft({ folder: join(desk, 'nowhere') }))).toMatchObject({ outcome: 'folder-missing' })
})

test('a package that is no longer the one that was verified does not go out', async () => {
  truncateSync(join(desk, 'P-R8-017-001.zip'), 99_999)
  expect(await post.writeDraft(draft())).toMatchObject({ outcome: 'attachment-changed' })

  rmSync(join(desk, 'P-R8-017-001.zip'))
  expect(await post.writeDraft(draft())).toMatchObject({ outcome: 'attachment-changed' })
  expect(readdirSync(desk)).toEqual([])
})

test('what no mail server carries is refused', async () => {
  truncateSync(join(desk, 'P-R8-017-001.zip'), LARGEST_ATTACHMENT + 1)

  await expect(post.writeDraft(draft())).rejects.toThrow('too-large')
})

interface Read { subject: string; from: [string, string]; to: string[]; unsent: string; text: string; date: string; defects: string[]; attachments: { name: string; legacyName: string; type: string; sha256: string }[] }

function readByPython(path: string): Read {
  const script = `
import sys, json, hashlib, email, email.policy, email.utils, email.header
m = email.message_from_binary_file(open(sys.argv[1], 'rb'), policy=email.policy.default)
old = email.message_from_binary_file(open(sys.argv[1], 'rb'))
legacy = [str(email.header.make_header(email.header.decode_header(p.get_param('name')))) for p in old.walk() if p.get_content_disposition() == 'attachment']
# Not m['from']: the newer parser puts a space between two encoded words of one name (RFC 2047 section 6.2 wants none).
name, address = email.utils.parseaddr(old['from'])
print(json.dumps({
  'subject': str(m['subject']), 'from': [str(email.header.make_header(email.header.decode_header(name))), address], 'to': [x.addr_spec for x in m['to'].addresses], 'unsent': m['x-unsent'],
  'text': m.get_body(('plain',)).get_content(), 'date': m['date'].datetime.isoformat(),
  'attachments': [{'name': p.get_filename(), 'legacyName': legacy[i], 'type': p.get_content_type(), 'sha256': hashlib.sha256(p.get_content()).hexdigest()} for i, p in enumerate(m.iter_attachments())],
  'defects': [str(d) for p in m.walk() for d in p.defects]}))`
  const { stdout, stderr } = spawnSync('python3', ['-c', script, path], { encoding: 'utf8' })
  if (stderr) throw new Error(stderr)
  return JSON.parse(stdout) as Read
}
