import { beforeAll, describe, expect, test } from 'vitest'
import { openEnvelope, sealEnvelope } from '../../../crypto/envelope.ts'
import { readKeyLetter, writeKeyLetter } from '../../../crypto/key-letter.ts'
import { canonicalBytes } from '../../../crypto/canonical-json.ts'
import { fingerprint, generateOrganisationKeys, type OrganisationKeys } from '../../../crypto/organisation-keys.ts'
import { writePem } from '../../../crypto/pem.ts'
import { openssl } from './openssl.ts'
import { problemOf } from './problem-of.ts'

const notBefore = new Date('2026-04-01T00:00:00Z')
const signedAt = new Date('2026-12-07T01:00:00Z')
const at = new Date('2026-12-08T00:00:00Z')
const content = Buffer.from('預かり物件の鍵: とりかえ・はなび・𠮷')
let contractor: OrganisationKeys
let city: OrganisationKeys
let envelope: Uint8Array
beforeAll(async () => {
  ;[contractor, city] = await Promise.all([
    generateOrganisationKeys({ commonName: '令和商事株式会社', notBefore }),
    generateOrganisationKeys({ commonName: '小城市', notBefore }),
  ])
  envelope = sealEnvelope(content, city.encryption.certificate)
})

describe('an envelope for one recipient', () => {
  test('is opened by OpenSSL with the recipient\'s key', () => {
    const { out, said } = openssl(
      ['cms', '-decrypt', '-binary', '-inform', 'DER', '-in', '{envelope}', '-recip', '{cert.pem}', '-inkey', '{key.pem}'],
      { envelope, 'cert.pem': writePem('CERTIFICATE', city.encryption.certificate), 'key.pem': keyPem(city.encryption) },
    )
    expect(said).toBe('')
    expect(out.toString()).toBe(content.toString())
  })

  test('made by OpenSSL in the same form is opened here', () => {
    const { out } = openssl(
      ['cms', '-encrypt', '-binary', '-aes-256-gcm', '-outform', 'DER', '-in', '{content}', '-recip', '{cert.pem}',
        '-keyopt', 'rsa_padding_mode:oaep', '-keyopt', 'rsa_oaep_md:sha256', '-keyopt', 'rsa_mgf1_md:sha256'],
      { content, 'cert.pem': writePem('CERTIFICATE', city.encryption.certificate) },
    )
    expect(Buffer.from(openEnvelope(out, city.encryption)).toString()).toBe(content.toString())
  })

  test('opens for the recipient and for nobody else', () => {
    expect(Buffer.from(openEnvelope(envelope, city.encryption)).toString()).toBe(content.toString())
    expect(problemOf(() => openEnvelope(envelope, contractor.encryption))).toBe('envelope-not-for-us')
    expect(problemOf(() => openEnvelope(envelope, { ...city.encryption, privateKey: contractor.encryption.privateKey }))).toBe('envelope-damaged')
  })

  test('is empty if need be', () => {
    expect(openEnvelope(sealEnvelope(new Uint8Array(0), city.encryption.certificate), city.encryption)).toHaveLength(0)
  })

  test('is not closed for a certificate that is not for encryption', () => {
    expect(problemOf(() => sealEnvelope(content, city.signing.certificate))).toBe('envelope-malformed')
  })

  test('is refused when any byte of it differs, is missing or follows', () => {
    for (let i = 0; i < envelope.length; i++) {
      expect(problemOf(() => openEnvelope(envelope.with(i, envelope[i]! ^ (1 << i % 8)), city.encryption)), `byte ${i}`).not.toBe('accepted')
    }
    expect(problemOf(() => openEnvelope(envelope.subarray(0, -1), city.encryption))).toBe('der-malformed')
    expect(problemOf(() => openEnvelope(Buffer.concat([envelope, Uint8Array.of(0)]), city.encryption))).toBe('der-malformed')
    expect(problemOf(() => openEnvelope(new Uint8Array(0), city.encryption))).toBe('der-malformed')
  })
})

describe('a letter that passes on a passphrase', () => {
  const letter = { packageId: 'P-0001', passphrase: 'とりかえ はなび' }
  const write = (recipient: Uint8Array) => writeKeyLetter(letter, { sender: contractor, recipient, signedAt })
  const read = (sealed: Uint8Array, trusted: OrganisationKeys = contractor) =>
    readKeyLetter(sealed, { recipient: city.encryption, trustedRoots: [trusted.root.certificate], at })

  test('says which package, from whom and when', () => {
    expect(read(write(city.encryption.certificate))).toMatchObject({
      ok: true, letter, signedAt, sender: { commonName: '令和商事株式会社', rootFingerprint: fingerprint(contractor.root.certificate) },
    })
  })

  test('is not believed of a sender who is not registered', () => {
    expect(read(write(city.encryption.certificate), city)).toEqual({ ok: false, reasons: ['root-not-registered'] })
  })

  test('is not believed when somebody closes it again for a third party', () => {
    const opened = openEnvelope(write(contractor.encryption.certificate), contractor.encryption)
    expect(read(sealEnvelope(opened, city.encryption.certificate))).toEqual({ ok: false, reasons: ['letter-for-somebody-else'] })
  })

  test.each([['nothing'], [{ letter: {}, signature: '' }], [null], [{ letter: { kind: 'package-key', packageId: 1, passphrase: '', recipient: '', version: 1 }, signature: '' }]])(
    'is refused when what is inside is %j', (inside) => {
      expect(problemOf(() => read(sealEnvelope(canonicalBytes(inside), city.encryption.certificate)))).toBe('envelope-malformed')
    })
})

function keyPem(key: OrganisationKeys['encryption']): string {
  return key.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
}
