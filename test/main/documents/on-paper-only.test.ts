import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { deflateSync } from 'node:zlib'
import { beforeAll, describe, expect, test } from 'vitest'
import { sayFinding } from '../../../core/words/findings.ts'
import type { Day } from '../../../core/time.ts'
import type { Trust } from '../../../core/world.ts'
import { writeQrPayload } from '../../../crypto/qr-payload.ts'
import { measure } from '../../../main/documents/qr/measure.ts'
import { readQr } from '../../../main/documents/qr/read-qr.ts'
import { sealOf } from '../../../main/documents/seal.ts'
import { bytesOf } from './attacks/attacker.ts'
import { bodyOf, openDesk, trustIn } from './desk-of-documents.ts'
import { png, qrPicture } from './pictures.ts'
import { ask, askBoth } from './tools.ts'

let desk: Awaited<ReturnType<typeof openDesk>>
let stranger: Awaited<ReturnType<typeof openDesk>>
let path: string
let hash: string
let code: string
let seal: string
let trust: Trust
beforeAll(async () => {
  ;[desk, stranger] = await Promise.all([openDesk(), openDesk('通りすがり株式会社')])
  const issued = await desk.documents.bodies(desk.receipt())
  ;({ hash, code } = issued)
  path = await desk.put('receipt.pdf', bodyOf(issued.bodies, 'application/pdf'))
  seal = sealOf(desk.receipt(), Uint8Array.from(Buffer.from(hash, 'hex')), desk.keys)
  trust = trustIn(desk.keys)
})

const look = async (file: string, by = trust) => (await desk.documents.verify(file, by)).map(({ verification: { verdict, body, reasons } }) => [verdict, body, ...reasons.map(({ code: said }) => said)].join(' '))
const zbarimg = (file: string): string => /^QR-Code:(.*)$/m.exec(askBoth('zbarimg', '-q', '--nodbus', file))?.[1] ?? ''

const ended = (why: '更新' | '失効', from: string): Trust => ({ ...trust, keys: trust.keys.map((key) => ({ ...key, ended: { why, from: from as Day } })) })

describe('a photograph or scan of the paper', () => {
  test.each<[string, string[], string]>([
    ['in colour at 150 dots an inch', ['-r', '150', '-png'], 'png'], ['in grey', ['-r', '200', '-gray', '-png'], 'png'], ['in black and white', ['-r', '300', '-mono', '-png'], 'png'],
    ['as JPEG', ['-r', '150', '-jpeg'], 'jpg'], ['as a poor JPEG', ['-r', '150', '-jpeg', '-jpegopt', 'quality=20'], 'jpg'], ['as a progressive JPEG', ['-r', '150', '-jpeg', '-jpegopt', 'progressive=y'], 'jpg'],
  ])('%s proves what its QR code says, and reads it as another reader does', async (_how, options, end) => {
    const picture = join(desk.folder, `scan.${end}`)
    ask('pdftoppm', ...options, '-singlefile', path, join(desk.folder, 'scan'))
    expect(await look(picture)).toEqual(['values-only qr qr-proves-its-own'])
    expect(await readQr(new Uint8Array(await readFile(picture)))).toEqual([zbarimg(picture)])
  })

  test('says whose it is, of which document and day, and its 確認コード', async () => {
    const [found] = await desk.documents.verify(await desk.put('seal.png', qrPicture(seal)), trust)
    expect(found?.record).toBeNull()
    expect(found?.verification.document).toEqual({
      form: 'F-25', docNo: 'A-R8-017-001', revision: 0, contractNo: 'R8-税-017', issuedAt: '2026-12-07T00:00:00+09:00', hash, code, signer: '株式会社ひかりの丘データサービス', rootFingerprint: desk.named.rootFingerprint,
    })
    expect(found?.verification.reasons.map((reason) => sayFinding(reason, 'ja'))).toEqual(['QRコードは、「株式会社ひかりの丘データサービス」が令和8年12月7日に文書 A-R8-017-001 を発行したことだけを証明します。紙面の記載までは証明しないため、確認コードが同じ文書の内容と照合してください。'])
  })

  test('turned, or upside down, is read all the same', async () => {
    for (const turns of [1, 2, 3]) expect(await look(await desk.put('turned.png', qrPicture(seal, { turns })))).toEqual(['values-only qr qr-proves-its-own'])
  })

  test.each<[string, () => string, () => Trust, string]>([
    ['by a key that nobody registered', () => seal, () => ({ ...trust, keys: [] }), 'values-only qr qr-not-checkable'],
    ['by a key that was replaced afterwards', () => seal, () => ended('更新', '2026-12-08'), 'values-only qr qr-proves-its-own'],
    ['by a key that was replaced by then', () => seal, () => ended('更新', '2026-12-07'), 'refused qr key-ended'],
    ['by a key that was revoked, though afterwards', () => seal, () => ended('失効', '2027-01-01'), 'refused qr key-ended'],
    ['changed by one symbol', () => seal.slice(0, -3) + (seal.at(-3) === 'Z' ? 'Y' : 'Z') + seal.slice(-2), () => trust, 'refused qr seal-signature-wrong'],
    ['forged under the contractor\'s key id', () => forged(), () => trust, 'refused qr seal-signature-wrong'],
    ['of tomorrow', () => sealOf(desk.receipt({ issuedAt: '2026-12-08T10:40:00+09:00' }), new Uint8Array(32), desk.keys), () => trust, 'refused qr issued-in-the-future'],
    ['of a city\'s key under a contractor\'s form', () => seal, () => ({ ...trust, keys: trust.keys.map((key) => ({ ...key, role: 'city' as const })) }), 'refused qr signer-in-other-place'],
    ['cut short', () => seal.slice(0, -9), () => trust, 'refused qr seal-malformed'],
    ['of a parcel service', () => 'HTTPS://EXAMPLE.INVALID/1234', () => trust, 'refused qr qr-not-found'],
  ])('a QR code %s', async (_what, text, by, expected) => {
    expect(await look(await desk.put('code.png', qrPicture(text())), by())).toEqual([expected])
  })

  /** The facts of the paper, signed by somebody else who says that the contractor did. */
  function forged(): string {
    return writeQrPayload({ docNo: 'A-R8-017-001', type: 'f-25', issuedOn: '2026-12-07', hash: Buffer.from(hash, 'hex'), keyId: desk.named.checkpointKeyId }, stranger.keys.checkpoint.privateKey)
  }
})

describe('a PDF that a sanitiser made anew', () => {
  test.each<[string, (to: string) => unknown]>([
    ['painted again by cairo', (to) => ask('pdftocairo', '-pdf', path, to)],
    ['flattened by ghostscript', (to) => ask('gs', '-q', '-dNOPAUSE', '-dBATCH', '-sDEVICE=pdfwrite', `-sOutputFile=${to}`, path)],
    ['made into pictures', (to) => ask('gs', '-q', '-dNOPAUSE', '-dBATCH', '-sDEVICE=pdfimage24', '-r200', `-sOutputFile=${to}`, path)],
    ['made into grey pictures', (to) => ask('gs', '-q', '-dNOPAUSE', '-dBATCH', '-sDEVICE=pdfimage8', '-r150', `-sOutputFile=${to}`, path)],
    ['made into JPEG', (to) => ask('gs', '-q', '-dNOPAUSE', '-dBATCH', '-sDEVICE=pdfimage24', '-sCompression=JPEG', '-r200', `-sOutputFile=${to}`, path)],
  ])('%s has lost its signature, and says so; its QR code is still read', async (_how, sanitise) => {
    const to = join(desk.folder, 'sanitised.pdf')
    sanitise(to)
    expect(await look(to)).toEqual(['values-only qr pdf-signature-lost qr-proves-its-own'])
  })

  test('a PDF of somebody else has neither', async () => {
    expect(await look(await desk.put('letter.pdf', '%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<</Root 1 0 R>>\n%%EOF\n'))).toEqual(['refused pdf pdf-signature-lost qr-not-found'])
  })

  test('one that still bears a signature is judged by that, and its QR code does not help it', async () => {
    const saved = join(desk.folder, 'saved.pdf')
    ask('qpdf', '--object-streams=disable', path, saved)
    expect(await look(saved)).toEqual(['refused pdf pdf-not-ours'])
    ask('qpdf', '--object-streams=generate', path, saved)
    const [verdict = ''] = await look(saved)
    expect(verdict).toMatch(/^refused pdf/)
  })
})

describe('hostile pictures are measured before anybody unpacks them', () => {
  const header = (width: number, height: number): Uint8Array => png(width, height, deflateSync(Buffer.alloc(64)))

  test.each<[string, () => Uint8Array, string]>([
    ['a PNG of four thousand million points', () => header(65_536, 65_536), 'too-many-points'],
    ['a PNG without points', () => header(0, 9), 'malformed'],
    ['a PNG whose few points unpack to 64 MB', () => png(8, 8, deflateSync(Buffer.alloc(64 * 1024 * 1024), { level: 9 })), 'bomb'],
    ['a PNG whose chunk is longer than itself', () => bytesOf('\x89PNG\r\n\x1a\n\x7f\xff\xff\xffIHDR0000'), 'malformed'],
    ['a PNG of nothing but its name', () => bytesOf('\x89PNG\r\n\x1a\n'), 'malformed'],
    ['a JPEG of 65,535 by 65,535', () => jpeg(65_535, 65_535, 1), 'too-many-points'],
    ['a JPEG of a thousand scans', () => jpeg(8, 8, 1000), 'bomb'],
    ['a JPEG without a frame', () => bytesOf('\xff\xd8\xff\xda\x00\x02\xff\xd9'), 'malformed'],
    ['a JPEG of noughts', () => bytesOf(`\xff\xd8\xff${'\0'.repeat(999)}`), 'malformed'],
  ])('%s', async (_what, picture, why) => {
    expect(measure(picture())).toEqual({ why })
    const [found] = await desk.documents.verify(await desk.put('hostile', picture()), trust)
    expect(found?.verification).toMatchObject({ verdict: 'refused', body: 'qr', reasons: [{ code: 'picture-unreadable', facts: { why } }] })
    expect(sayFinding(found?.verification.reasons[0] ?? { code: '', field: null, facts: {} }, 'ja')).toMatch(/^画像を安全に読み取れません（[ぁ-ん一-龠]/)
  })

  test('pictures with any bytes changed never stop the reading of the next one', async () => {
    ask('pdftoppm', '-r', '60', '-jpeg', '-singlefile', path, join(desk.folder, 'small'))
    const pictures = [qrPicture(seal), new Uint8Array(await readFile(join(desk.folder, 'small.jpg')))]
    for (const picture of pictures) for (let at = 0; at < picture.length; at += Math.ceil(picture.length / 20)) {
      const [verdict = ''] = await look(await desk.put('broken', picture.with(at, (picture[at] ?? 0) ^ 0xff)))
      expect(verdict).toMatch(/^refused|^values-only qr qr-proves-its-own$/)
    }
    expect(await look(await desk.put('whole.png', qrPicture(seal)))).toEqual(['values-only qr qr-proves-its-own'])
  })

  function jpeg(width: number, height: number, scans: number): Uint8Array {
    const frame = Buffer.from([0xff, 0xc2, 0, 11, 8, height >> 8, height & 255, width >> 8, width & 255, 1, 1, 0x11, 0])
    const scan = Buffer.from([0xff, 0xda, 0, 8, 1, 1, 0, 0, 0, 0, 0x55])
    return new Uint8Array(Buffer.concat([Buffer.from([0xff, 0xd8]), frame, ...Array.from({ length: scans }, () => scan), Buffer.from([0xff, 0xd9])]))
  }
})

test('the 確認コード is understood however it is typed', () => {
  const confused = code.replaceAll('0', 'O').replaceAll('1', 'l')
  const wide = [...code].map((letter) => (letter === '-' ? '－' : String.fromCharCode(letter.charCodeAt(0) + 0xfee0))).join('')
  for (const typed of [code, code.toLowerCase(), code.replaceAll('-', ''), code.replaceAll('-', ' '), confused, wide, `　${code}　`]) expect(desk.documents.matchesCode(typed, hash), typed).toBe('matches')
  expect(desk.documents.matchesCode(code.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')), hash)).toBe('not-a-code')
})
