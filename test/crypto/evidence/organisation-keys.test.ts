import { createPrivateKey, createPublicKey, X509Certificate } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { decryptPrivateKey, encryptPrivateKey } from '../../../crypto/encrypted-key.ts'
import {
  exportOrganisationKeys, fingerprint, fingerprintOfPublicKey, generateOrganisationKeys, importOrganisationKeys, renewKeys, type OrganisationKeys,
} from '../../../crypto/organisation-keys.ts'
import { writePem } from '../../../crypto/pem.ts'
import { readCertificate } from '../../../crypto/read-certificate.ts'
import { withNewKeys } from '../../ready-keys.mjs'
import { openssl } from './openssl.ts'
import { problemOf, problemOfPromise } from './problem-of.ts'

const commonName = '𠮷野システム株式会社 令和支店'
const notBefore = new Date('2026-04-01T00:00:00Z')
let keys: OrganisationKeys
beforeAll(async () => {
  keys = await withNewKeys(() => generateOrganisationKeys({ commonName, notBefore }))
})

const pem = (certificate: Uint8Array) => writePem('CERTIFICATE', certificate)

describe("an organisation's certificates", () => {
  test('carry its Japanese name whole, also for OpenSSL', () => {
    const shown = openssl(['x509', '-noout', '-subject', '-issuer', '-nameopt', 'RFC2253,-esc_msb,utf8', '-in', '{leaf.pem}'], { 'leaf.pem': pem(keys.signing.certificate) })
    expect(shown.out.toString()).toBe(`subject=CN=${commonName},OU=署名用証明書\nissuer=CN=${commonName},OU=ルート証明書\n`)
    const types = openssl(['asn1parse', '-inform', 'DER', '-in', '{leaf}'], { leaf: keys.signing.certificate }).out.toString()
    expect(types.match(/UTF8STRING/g)).toHaveLength(4)
    expect(types).not.toMatch(/PRINTABLESTRING|T61STRING|BMPSTRING|IA5STRING/)
    expect(readCertificate(keys.signing.certificate).commonName).toBe(commonName)
  })

  test.each(['smimesign', 'any'])('form a chain that OpenSSL accepts for the purpose %s, in strict mode', (purpose) => {
    const { accepts, said } = openssl(
      ['verify', '-x509_strict', '-policy_check', '-check_ss_sig', '-purpose', purpose, '-attime', '1790000000', '-CAfile', '{root.pem}', '{leaf.pem}'],
      { 'root.pem': pem(keys.root.certificate), 'leaf.pem': pem(keys.signing.certificate) },
    )
    expect(said).toBe('')
    expect(accepts).toBe(true)
  })

  test('say what each may do, and not more', () => {
    const of = (role: 'root' | 'signing' | 'encryption') => readCertificate(keys[role].certificate)
    expect(of('root')).toMatchObject({ isAuthority: true, usages: ['keyCertSign', 'cRLSign'] })
    expect(of('signing')).toMatchObject({ isAuthority: false, usages: ['digitalSignature', 'nonRepudiation'] })
    expect(of('encryption')).toMatchObject({ isAuthority: false, usages: ['keyEncipherment'] })
    expect(of('root').notAfter).toEqual(new Date('2036-04-01T00:00:00Z'))
    expect(of('signing').notAfter).toEqual(new Date('2028-04-01T00:00:00Z'))
    const root = openssl(['x509', '-noout', '-ext', 'basicConstraints', '-in', '{root.pem}'], { 'root.pem': pem(keys.root.certificate) })
    expect(root.out.toString()).toContain('CA:TRUE, pathlen:0')
  })

  test('are named by the same fingerprint as OpenSSL shows', () => {
    const shown = openssl(['x509', '-noout', '-fingerprint', '-sha256', '-in', '{root.pem}'], { 'root.pem': pem(keys.root.certificate) }).out.toString()
    expect(fingerprint(keys.root.certificate)).toBe(shown.split('=')[1]!.trim().replaceAll(':', '').toLowerCase())
    const spki = keys.checkpoint.publicKey.export({ type: 'spki', format: 'der' })
    const digest = openssl(['dgst', '-sha256', '-r', '{spki}'], { spki }).out.toString()
    expect(fingerprintOfPublicKey(keys.checkpoint.publicKey)).toBe(digest.slice(0, 64))
  })

  test('have RSA keys of 3072 bits, each its own, and serial numbers that differ', () => {
    const all = [keys.root, keys.signing, keys.encryption].map((key) => readCertificate(key.certificate))
    expect(all.map((certificate) => certificate.publicKey.asymmetricKeyDetails)).toEqual(all.map(() => ({ modulusLength: 3072, publicExponent: 65537n })))
    expect(new Set(all.map((certificate) => fingerprintOfPublicKey(certificate.publicKey))).size).toBe(3)
    expect(new Set(all.map(({ der }) => new X509Certificate(der).serialNumber)).size).toBe(3)
  })

  test('are renewed under the same root, never beyond it', async () => {
    const renewed = await renewKeys(keys, new Date('2035-01-01T00:00:00Z'))
    expect(renewed.root).toBe(keys.root)
    expect(readCertificate(renewed.signing.certificate).notAfter).toEqual(new Date('2036-04-01T00:00:00Z'))
    expect(new X509Certificate(renewed.signing.certificate).verify(createPublicKey(keys.root.privateKey))).toBe(true)
  })

  test.each([[''], [' 前に空白'], ['改\n行'], ['長'.repeat(65)], ['半\ud842分'], ['小城市\u202e']])('are not made out to %j', async (name) => {
    expect(await problemOfPromise(generateOrganisationKeys({ commonName: name, notBefore }))).toBe('name-unusable')
  })

  test('are read only as they were written', () => {
    const certificate = keys.root.certificate
    for (let i = 0; i < certificate.length; i++) {
      const altered = certificate.with(i, certificate[i]! ^ 0x01)
      if (problemOf(() => readCertificate(altered)) === 'accepted') expect(fingerprint(altered)).not.toBe(fingerprint(certificate))
    }
    expect(problemOf(() => readCertificate(Buffer.concat([certificate, Uint8Array.of(0)])))).toBe('der-malformed')
    expect(problemOf(() => readCertificate(certificate.subarray(0, -1)))).toBe('der-malformed')
  })
})

describe('keys that are put away', () => {
  test('come back from the vault as they went in', () => {
    const stored: unknown = JSON.parse(JSON.stringify(exportOrganisationKeys(keys)))
    const back = importOrganisationKeys(stored as ReturnType<typeof exportOrganisationKeys>)
    expect(exportOrganisationKeys(back)).toEqual(exportOrganisationKeys(keys))
    expect(back.signing.certificate).toEqual(keys.signing.certificate)
  })

  test('are refused when a private key is not that of its certificate, or is none', () => {
    const stored = exportOrganisationKeys(keys)
    const swapped = { ...stored, signing: { ...stored.signing, privateKey: stored.encryption.privateKey } }
    expect(problemOf(() => importOrganisationKeys(swapped))).toBe('key-and-certificate-differ')
    expect(problemOf(() => importOrganisationKeys({ ...stored, checkpoint: { privateKey: 'lost' } }))).toBe('key-not-readable')
    expect(problemOf(() => importOrganisationKeys({ ...stored, checkpoint: { privateKey: stored.root.privateKey } }))).toBe('key-not-readable')
  })

  test('leave the vault only encrypted, in a file that OpenSSL opens with the passphrase', async () => {
    const file = await encryptPrivateKey(keys.signing.privateKey, '預かり passphrase')
    const shown = openssl(['asn1parse', '-in', '{key.pem}'], { 'key.pem': file }).out.toString()
    expect(shown).toMatch(/PBES2[^]*PBKDF2[^]*INTEGER +:0927C0[^]*hmacWithSHA256[^]*aes-256-cbc/)
    const opened = openssl(['pkey', '-in', '{key.pem}', '-passin', 'env:PASSPHRASE'], { 'key.pem': file }, { PASSPHRASE: '預かり passphrase' })
    expect(createPrivateKey(opened.out).equals(keys.signing.privateKey)).toBe(true)
    expect((await decryptPrivateKey(file, '預かり　ｐassphrase')).equals(keys.signing.privateKey)).toBe(true)
    expect(await problemOfPromise(decryptPrivateKey(file, '預かり passphrase!'))).toBe('passphrase-wrong')
  })

  test('in another form than ours are not opened', async () => {
    const weak = keys.signing.privateKey.export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'x' }).toString()
    expect(await problemOfPromise(decryptPrivateKey(weak, 'x'))).toBe('key-not-readable')
  })
})
