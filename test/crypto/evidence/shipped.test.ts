import { createPublicKey } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { parseCanonical } from '../../../crypto/canonical-json.ts'
import { matchesCheckWords } from '../../../crypto/check-words.ts'
import { readCheckpoint } from '../../../crypto/checkpoint.ts'
import { verifyDetached } from '../../../crypto/cms.ts'
import { sha256 } from '../../../crypto/digest.ts'
import { unwrapKey, unwrapKeyByRecovery, type Slot } from '../../../crypto/key-wrap.ts'
import { fingerprint } from '../../../crypto/organisation-keys.ts'
import { readPem } from '../../../crypto/pem.ts'
import { readQrPayload, verifyQrPayload } from '../../../crypto/qr-payload.ts'
import { openStream } from '../../../crypto/sealed-file.ts'
import { verificationCode } from '../../../crypto/verification-code.ts'
import shipped from './vectors.json'

// What offices hold already. These bytes are never made anew: whoever changes a format finds it out here.
const record = Buffer.from(shipped.record)
const root = readPem('CERTIFICATE', shipped.root)
const publicKey = createPublicKey(shipped.publicKey)
const bytes = (base64: string) => new Uint8Array(Buffer.from(base64, 'base64'))

describe('what was once issued', () => {
  test('is still a record, with the same code', () => {
    expect(parseCanonical(record)).toEqual({ docNo: 'ひ-R8-001', count: 12, name: '𠮷野 花子' })
    expect(verificationCode(sha256(record))).toBe(shipped.code)
  })

  test('still bears a signature that is believed, also after the certificate has expired', () => {
    const claim = { content: [record], trustedRoots: [root] }
    expect(verifyDetached({ ...claim, cms: bytes(shipped.cmsWithTime), at: new Date('2040-01-01T00:00:00Z') })).toMatchObject({
      ok: true, signer: { commonName: '𠮷野システム株式会社', rootFingerprint: shipped.rootFingerprint }, signingTime: new Date('2026-12-07T01:00:00Z'),
    })
    expect(verifyDetached({ ...claim, cms: bytes(shipped.cmsWithoutTime), at: new Date('2026-12-07T01:00:00Z') }).ok).toBe(true)
  })

  test('still has its key known by fingerprint and by words', () => {
    expect(fingerprint(root)).toBe(shipped.rootFingerprint)
    expect(matchesCheckWords(shipped.rootFingerprint, shipped.rootWords)).toBe(true)
  })

  test('is still witnessed by its checkpoint and its QR code', () => {
    expect(readCheckpoint(shipped.checkpoint, { origin: 'azukari.example/ledger', publicKey })).toEqual({ size: 4182, root: sha256(record) })
    const read = readQrPayload(shipped.qr)
    expect(read).toMatchObject({ docNo: 'ひ-R8-001', type: 'receipt', issuedOn: '2026-12-07', hash: sha256(record) })
    expect(verifyQrPayload(read, publicKey)).toBe(true)
  })
})

describe('what was once put away', () => {
  test('still opens with its key', async () => {
    async function* file() {
      yield bytes(shipped.sealed.file)
    }
    const opened: Uint8Array[] = []
    for await (const piece of openStream(file(), bytes(shipped.sealed.key))) opened.push(piece)
    expect(Buffer.concat(opened).toString()).toBe(shipped.record)
  })

  test('still has its key come out for the password and for the recovery key', async () => {
    const { slots } = shipped
    expect(await unwrapKey(slots.byPassword as Slot, slots.password)).toEqual(bytes(slots.secret))
    expect(unwrapKeyByRecovery(slots.byRecovery as Slot, slots.recoveryKey)).toEqual(bytes(slots.secret))
  })
})
