import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import type { KeyNotice } from '../../../core/documents/records.ts'
import { checkWords } from '../../../crypto/check-words.ts'
import { fingerprint as fingerprintOf } from '../../../crypto/organisation-keys.ts'
import { writePem } from '../../../crypto/pem.ts'
import { openDesk } from './desk-of-documents.ts'
import { ask } from './tools.ts'

let desk: Awaited<ReturnType<typeof openDesk>>
let other: Awaited<ReturnType<typeof openDesk>>
let notice: KeyNotice
beforeAll(async () => {
  ;[desk, other] = await Promise.all([openDesk(), openDesk('通りすがり株式会社')])
  notice = noticeOf(desk)
})

function noticeOf({ keys, named }: typeof desk): KeyNotice {
  const fingerprint = named.rootFingerprint
  return {
    v: 1, form: 'K-01', template: 'K-01/1', docNo: `K-${fingerprint.slice(0, 8)}`, revision: 1, issuedAt: '2026-12-07T10:40:00+09:00', organisation: '株式会社ひかりの丘データサービス',
    rootPem: writePem('CERTIFICATE', keys.root.certificate), checkpointKeyPem: keys.checkpoint.publicKey.export({ type: 'spki', format: 'pem' }).toString(), fingerprint, checkWords: checkWords(fingerprint),
  }
}

/** Lets `by` issue it, and reads each of its bodies again. */
async function readBack(what: KeyNotice, by = desk) {
  const { bodies } = await by.documents.bodies(what)
  const paths = []
  for (const { name, bytes } of bodies) paths.push(await by.put(name, bytes))
  return Promise.all(paths.map((path) => desk.documents.readKeyNotice(path)))
}

describe('公開鍵届', () => {
  test('is read from its paper, its record and its signature alike', async () => {
    expect(await readBack(notice)).toEqual([1, 2, 3].map(() => ({ outcome: 'read', notice, encryption: null })))
  })

  test('shows its fingerprint, its words and a QR code on one page', async () => {
    const { bodies } = await desk.documents.bodies(notice)
    const path = await desk.put('notice.pdf', bodies[0]?.bytes ?? '')
    const text = ask('pdftotext', '-layout', path, '-').replace(/\s/g, '')
    for (const line of notice.fingerprint.match(/.{16}/g) ?? []) expect(text).toContain(line)
    notice.checkWords.forEach((word, i) => expect(text).toContain(`${i + 1}${word}`))
    expect(ask('pdfinfo', path)).toMatch(/Pages: +1$/m)
    expect(ask('qpdf', '--check', path)).toContain('No syntax or stream encoding errors found')
    ask('pdftoppm', '-r', '150', '-png', '-singlefile', path, join(desk.folder, 'notice'))
    const scanned = ask('zbarimg', '-q', '--raw', '--nodbus', join(desk.folder, 'notice.png')).trim()
    expect(desk.documents.fingerprintHeard(scanned, notice.fingerprint)).toBe(true)
  })

  test.each<[string, (honest: KeyNotice) => KeyNotice]>([
    ['with the fingerprint of somebody else', (honest) => ({ ...honest, fingerprint: noticeOf(other).fingerprint })],
    ['with the words of somebody else', (honest) => ({ ...honest, checkWords: noticeOf(other).checkWords })],
    ['with the root of somebody else', () => noticeOf(other)],
    ['with a root that is none', (honest) => ({ ...honest, rootPem: 'none' })],
    ['with a second key that is none', (honest) => ({ ...honest, checkpointKeyPem: honest.rootPem })],
  ])('%s is refused', async (_what, change) => {
    const dishonest = change(notice)
    const { bodies } = await desk.documents.bodies({ ...dishonest, docNo: 'K-1' }).catch(() => ({ bodies: [] }))
    for (const { name, bytes } of bodies) expect((await desk.documents.readKeyNotice(await desk.put(name, bytes))).outcome).toBe('refused')
  })

  test('since its second version brings the certificate that key letters are closed for, which its own root issued', async () => {
    const second: KeyNotice = { ...notice, template: 'K-01/2', encryptionPem: writePem('CERTIFICATE', desk.keys.encryption.certificate) }
    const [paper] = await readBack(second)
    expect(paper).toMatchObject({ outcome: 'read', notice: second, encryption: { pem: second.encryptionPem, fingerprint: fingerprintOf(desk.keys.encryption.certificate) } })

    for (const certificate of [other.keys.encryption.certificate, desk.keys.signing.certificate, desk.keys.root.certificate]) {
      const [dishonest] = await readBack({ ...second, encryptionPem: writePem('CERTIFICATE', certificate) })
      expect(dishonest).toMatchObject({ outcome: 'refused' })
    }
    expect((await readBack({ ...second, encryptionPem: 'none' }))[0]).toMatchObject({ outcome: 'refused' })
  })

  test('without its signature is refused, and so is what is none', async () => {
    const { bodies } = await desk.documents.bodies(notice)
    expect(await desk.documents.readKeyNotice(await desk.put('alone.json', bodies[1]?.bytes ?? ''))).toMatchObject({ outcome: 'refused', reasons: [expect.stringContaining('署名がありません')] })
    expect((await desk.documents.readKeyNotice(await desk.put('letter.txt', 'Hello'))).outcome).toBe('refused')
    expect((await desk.documents.readKeyNotice(join(desk.folder, 'none'))).outcome).toBe('refused')
    const receipt = await desk.documents.bodies(desk.receipt())
    for (const { name, bytes } of receipt.bodies) await desk.put(name, bytes)
    for (const { name } of receipt.bodies) expect((await desk.documents.readKeyNotice(join(desk.folder, name))).outcome).toBe('refused')
  })
})

describe('what was heard over the telephone', () => {
  test('is the fingerprint in hex, in any grouping, or the twelve words', () => {
    const hex = notice.fingerprint
    for (const heard of [hex, hex.toUpperCase(), hex.match(/../g)?.join(':') ?? '', hex.match(/.{1,4}/g)?.join(' ') ?? '', notice.checkWords.join('　'), notice.checkWords.join('、')]) {
      expect(desk.documents.fingerprintHeard(heard, hex), heard).toBe(true)
    }
  })

  test('is not half of it, another one, or other words', () => {
    for (const heard of ['', notice.fingerprint.slice(0, 32), noticeOf(other).fingerprint, noticeOf(other).checkWords.join(' '), notice.checkWords.slice(1).join(' '), 'こんにちは']) {
      expect(desk.documents.fingerprintHeard(heard, notice.fingerprint), heard).toBe(false)
    }
  })
})
