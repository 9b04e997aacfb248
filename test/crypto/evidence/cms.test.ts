import { generateKeyPairSync, type KeyObject } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { writeCertificate, writeExtensions, writeName, type CertificateOrder, type CertificateRole } from '../../../crypto/certificate.ts'
import { signDetached, verifyDetached, type CmsReason } from '../../../crypto/cms.ts'
import { writeAttributes } from '../../../crypto/cms-structure.ts'
import { der, integer, oid, sequence, setOf, TAG, time } from '../../../crypto/der.ts'
import { sha256 } from '../../../crypto/digest.ts'
import { OID } from '../../../crypto/oids.ts'
import { fingerprint, generateOrganisationKeys, type CertifiedKey, type OrganisationKeys } from '../../../crypto/organisation-keys.ts'
import { writePem } from '../../../crypto/pem.ts'
import { readCertificate } from '../../../crypto/read-certificate.ts'
import { forge, type Forgery } from './forged-cms.ts'
import { openssl } from './openssl.ts'

const day = (iso: string) => new Date(`${iso}T00:00:00Z`)
const commonName = '𠮷野システム株式会社'
const content = Buffer.from('{"docNo":"A-R8-017-001","件数":12}')
const signingTime = day('2026-12-07')
const at = day('2026-12-08')

let contractor: OrganisationKeys
let city: OrganisationKeys
/** Another organisation that took the contractor's name. */
let namesake: OrganisationKeys
let cms: Uint8Array

beforeAll(async () => {
  ;[contractor, city, namesake] = await Promise.all([
    generateOrganisationKeys({ commonName, notBefore: day('2026-04-01') }),
    generateOrganisationKeys({ commonName: '小城市', notBefore: day('2026-04-01') }),
    generateOrganisationKeys({ commonName, notBefore: day('2026-04-01') }),
  ])
  cms = signedBy(contractor, signingTime)
})

describe('a detached signature', () => {
  test.each([['with the time of signing', true], ['without one, for a PDF', false]])('%s is accepted by OpenSSL as CAdES', (_name, timed) => {
    const { said, accepts } = askOpenssl(signedBy(contractor, timed ? signingTime : null))
    expect(said).toContain('CAdES Verification successful')
    expect(accepts).toBe(true)
  })

  test('is refused by OpenSSL over other content, and under the root of somebody of the same name', () => {
    expect(askOpenssl(cms, Buffer.from('other')).accepts).toBe(false)
    expect(askOpenssl(cms, content, namesake).accepts).toBe(false)
  })

  test('says whose it is and when it was made', () => {
    expect(judge(cms)).toEqual({
      ok: true,
      signer: { commonName, fingerprint: fingerprint(contractor.signing.certificate), rootFingerprint: fingerprint(contractor.root.certificate) },
      signingTime,
    })
    expect(judge(signedBy(contractor, null))).toMatchObject({ ok: true, signingTime: null })
  })

  test('covers its content in pieces as it does in one', () => {
    const pieces = [content.subarray(0, 3), content.subarray(3, 3), content.subarray(3)]
    const { certificate, privateKey } = contractor.signing
    const inPieces = signDetached({ content: pieces, signingTime, certificate, chain: [contractor.root.certificate], privateKey, profile: 'cades' })
    expect(inPieces).toEqual(cms)
    expect(verifyDetached({ cms, content: pieces, trustedRoots: [contractor.root.certificate], at }).ok).toBe(true)
  })

  test('is refused, without a crash, when any byte of it differs', () => {
    for (let i = 0; i < cms.length; i++) expect(judge(cms.with(i, cms[i]! ^ (1 << i % 8))).ok, `byte ${i}`).toBe(false)
  })

  test('is refused when it is cut short anywhere, or anything follows', () => {
    for (let length = 0; length < cms.length; length++) expect(judge(cms.subarray(0, length)).ok).toBe(false)
    for (const more of [Uint8Array.of(0), Uint8Array.of(5, 0), cms]) expect(reasons(Buffer.concat([cms, more]))).toEqual(['not-strict-der'])
  })
})

describe('content or signature that was changed', () => {
  test('one byte of the content', () => {
    const altered = Buffer.from(content)
    altered[5]! ^= 1
    expect(reasons(cms, { content: altered })).toEqual(['content-differs'])
  })

  test('a signature taken from another document', () => {
    const other = Buffer.from('{"docNo":"A-R8-017-002"}')
    expect(reasons(signedBy(contractor, signingTime, other))).toEqual(['content-differs'])
    const attributes = writeAttributes(sha256(other), signingTime, contractor.signing.certificate)
    const signature = Buffer.from(signedBy(contractor, signingTime).subarray(-384))
    expect(reasons(forgeBy(contractor, { attributes, signature }))).toEqual(['content-differs', 'signature-wrong'])
  })

  test('a digest that was corrected without the key', () => {
    const genuine = signedBy(contractor, signingTime, Buffer.from('other'))
    expect(reasons(forgeBy(contractor, { signingTime, signature: genuine.subarray(-384) }))).toEqual(['signature-wrong'])
  })

  test('a signature of nothing but noughts, or of another length', () => {
    expect(reasons(forgeBy(contractor, { signature: new Uint8Array(384) }))).toEqual(['signature-wrong'])
    expect(reasons(forgeBy(contractor, { signature: new Uint8Array(0) }))).toEqual(['signature-wrong'])
  })
})

describe('the form of the message', () => {
  test('an honest one made piece by piece is accepted, so that what follows fails for its own reason', () => {
    expect(reasons(forgeBy(contractor, {}))).toEqual([])
    expect(reasons(forgeBy(contractor, { signingTime }))).toEqual([])
  })

  test.each<[string, CmsReason[], () => Partial<Forgery>]>([
    ['no signed attributes', ['no-signed-attributes'], () => ({ withoutAttributes: true })],
    ['two signers', ['several-signers'], () => ({ signers: 2 })],
    ['no signer', ['no-signer'], () => ({ signers: 0 })],
    ['attached content', ['content-attached'], () => ({ attached: content })],
    ['SHA-1', ['digest-not-sha-256'], () => ({ digest: 'sha1' })],
    ['RSA-PSS', ['signature-not-rsa'], () => ({ algorithm: sequence(oid('1.2.840.113549.1.1.10')) })],
    ['unsigned attributes', ['unsigned-attributes'], () => ({ unsigned: attribute('1.2.840.113549.1.9.16.2.14', integer(1)) })],
    ['certificates out of order', ['not-as-we-write'], () => ({ certificatesUnordered: true })],
    ['attributes out of order', ['attributes-unordered'], () => ({ unordered: true })],
    ['an attribute twice', ['attribute-twice'], () => ({ attributes: [...honest(), attribute(OID.messageDigest, der(TAG.octets, new Uint8Array(32)))] })],
    ['the same attribute twice', ['attribute-twice'], () => ({ attributes: [...honest(), honest()[1]!] })],
    ['an attribute with two values', ['attribute-malformed'], () => ({ attributes: [...honest().slice(1), sequence(oid(OID.contentType), setOf(oid(OID.data), oid(OID.signedData)))] })],
    ['an attribute without value', ['attribute-malformed'], () => ({ attributes: [...honest().slice(1), sequence(oid(OID.contentType), der(TAG.set))] })],
    ['an unknown attribute', ['attribute-unknown'], () => ({ attributes: [...honest(), attribute('1.2.840.113549.1.9.15', sequence())] })],
    ['no message digest', ['attribute-missing'], () => ({ attributes: honest().toSpliced(1, 1) })],
    ['no content type', ['attribute-missing'], () => ({ attributes: honest().slice(1) })],
    ['another content type', ['attribute-malformed'], () => ({ attributes: [...honest().slice(1), attribute(OID.contentType, oid(OID.signedData))] })],
    ['a signing time with an offset', ['attribute-malformed'], () => ({ attributes: [...honest(), attribute(OID.signingTime, der(TAG.utcTime, Buffer.from('2612070000+0900')))] })],
    ['a signing time in the wrong form', ['attribute-malformed'], () => ({ attributes: [...honest(), attribute(OID.signingTime, der(TAG.generalizedTime, Buffer.from('20261207000000Z')))] })],
    ['a signing time that is no date', ['attribute-malformed'], () => ({ attributes: [...honest(), attribute(OID.signingTime, der(TAG.utcTime, Buffer.from('260231000000Z')))] })],
    ['no ESS reference', ['ess-missing'], () => ({ attributes: honest().slice(0, 2) })],
    ['an ESS reference to another certificate', ['ess-of-another-certificate'], () => ({ reference: contractor.encryption.certificate })],
    ['an ESS reference that says SHA-256 aloud', ['ess-of-another-certificate'], () => ({
      attributes: [...honest().slice(0, 2), attribute(OID.signingCertificateV2, sequence(sequence(sequence(sequence(oid(OID.sha256)), der(TAG.octets, sha256(contractor.signing.certificate))))))],
    })],
    ['a signer identified by key', ['not-signed-data'], () => ({ signerId: der(0x80, new Uint8Array(20)) })],
    ['a signer whose certificate is absent', ['signer-certificate-missing'], () => ({ signerId: sequence(writeName('root', commonName), integer(1)) })],
    ['no root beside the signer', ['issuer-missing'], () => ({ others: [] })],
    ['a root of somebody else beside the signer', ['issuer-missing'], () => ({ others: [city.root.certificate] })],
    ['a certificate too many', ['other-certificates'], () => ({ others: [contractor.root.certificate, city.root.certificate] })],
    ['the signer\'s certificate twice', ['signer-certificate-missing'], () => ({ others: [contractor.root.certificate, contractor.signing.certificate] })],
    ['something that is no certificate', ['certificate-not-understood'], () => ({ others: [sequence()] })],
  ])('%s is refused', (_name, expected, change) => {
    expect(reasons(forgeBy(contractor, change()))).toEqual(expected)
  })

  test('lengths that only BER allows are refused', () => {
    const inner = cms.subarray(4)
    expect(cms[1]).toBe(0x82)
    expect(reasons(Buffer.concat([Uint8Array.of(0x30, 0x80), inner, Uint8Array.of(0, 0)]))).toEqual(['not-strict-der'])
    expect(reasons(Buffer.concat([Uint8Array.of(0x30, 0x83, 0), cms.subarray(2)]))).toEqual(['not-strict-der'])
  })

  test('things that are no messages at all are refused', () => {
    const bomb = Buffer.alloc(200_000, Uint8Array.of(0x30, 0x84, 0, 3, 0, 0))
    for (const bytes of [new Uint8Array(0), Buffer.from('%PDF-1.7'), sequence(), sequence(oid(OID.data)), bomb]) expect(judge(bytes).ok).toBe(false)
  })
})

describe('whose certificate it is', () => {
  test('somebody of the same name is not the one who is registered', () => {
    expect(reasons(signedBy(namesake, signingTime))).toEqual(['root-not-registered', 'root-of-the-same-name'])
  })

  test('a certificate of the namesake under the registered root is refused by its signature', () => {
    const message = forgeBy({ ...namesake, root: contractor.root }, {})
    expect(reasons(message)).toEqual(['issuer-signature-wrong'])
  })

  test('the city cannot sign in the place of the contractor', () => {
    expect(reasons(signedBy(city, signingTime))).toEqual(['root-not-registered'])
    expect(reasons(signedBy(city, signingTime), { roots: [city, contractor] })).toEqual([])
  })

  test('nobody is trusted when nobody is registered', () => {
    expect(reasons(cms, { roots: [] })).toEqual(['root-not-registered'])
  })

  test('a signing certificate cannot issue another', () => {
    const leaf = certify('signing', { by: contractor.signing })
    expect(reasons(forgeBy(leaf, { others: [contractor.signing.certificate] }))).toContain('issuer-is-no-authority')
    const through = reasons(forgeBy(leaf, { others: [contractor.signing.certificate, contractor.root.certificate] }))
    expect(through).toEqual(expect.arrayContaining(['other-certificates', 'issuer-is-no-authority']))
  })

  test('an encryption certificate cannot sign', () => {
    const message = forgeBy({ ...contractor, signing: contractor.encryption }, {})
    expect(reasons(message)).toEqual(['signer-key-usage'])
  })

  test('the root does not sign documents itself', () => {
    const message = forgeBy({ ...contractor, signing: contractor.root }, { others: [] })
    expect(reasons(message)).toEqual(['issuer-missing'])
    const second = certify('root', {})
    expect(reasons(forgeBy(second, {}))).toEqual(['signer-key-usage', 'signer-is-authority'])
  })

  test.each([1024, 2048])('a key of RSA-%i is too weak', (modulusLength) => {
    const weak = certify('signing', { pair: generateKeyPairSync('rsa', { modulusLength }) })
    expect(reasons(forgeBy(weak, {}))).toEqual(['signature-wrong', 'signer-key-weak'])
  })

  test('a root of RSA-2048 is too weak, though it be registered', () => {
    const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
    const validity = { notBefore: day('2026-04-01'), notAfter: day('2028-04-01') }
    const name = writeName('root', commonName)
    const weakRoot = writeCertificate({ issuer: name, subject: name, ...validity, publicKey, extensions: writeExtensions('root', publicKey, publicKey), signWith: privateKey })
    const weak = { ...certify('signing', { signWith: privateKey }), root: { certificate: weakRoot, privateKey } }
    expect(reasons(forgeBy(weak, {}), { roots: [weak] })).toEqual(['issuer-key-weak'])
  })

  test('a key that is not RSA is refused', () => {
    const curve = generateKeyPairSync('ec', { namedCurve: 'P-256' })
    const other = certify('signing', { pair: curve, extensions: writeExtensions('signing', rsaPublicKey(), rsaPublicKey()) })
    expect(reasons(forgeBy(other, {}))).toEqual(['signature-wrong', 'signer-key-weak'])
  })

  test('an extension that we do not know is refused, critical or not', () => {
    const extensions = [...writeExtensions('signing', rsaPublicKey(), rsaPublicKey()), sequence(oid('2.5.29.17'), der(TAG.octets, sequence()))]
    const signerId = sequence(writeName('root', commonName), integer(1))
    expect(reasons(forgeBy(certify('signing', { extensions }), { signerId }))).toEqual(['certificate-not-understood'])
  })
})

describe('when it was signed', () => {
  const short = (from: string, to: string) => certify('signing', { notBefore: day(from), notAfter: day(to) })

  test('after the certificate expired, or before it began, is refused', () => {
    expect(reasons(forgeBy(short('2026-04-01', '2026-05-01'), { signingTime }))).toEqual(['after-validity'])
    expect(reasons(forgeBy(short('2026-12-08', '2027-05-01'), { signingTime }))).toEqual(['before-validity'])
  })

  test('counts, and not when it is looked at', () => {
    expect(reasons(cms, { at: day('2031-01-01') })).toEqual([])
    expect(reasons(signedBy(contractor, null), { at: day('2031-01-01') })).toEqual(['after-validity'])
  })

  test('cannot lie in the future', () => {
    expect(reasons(signedBy(contractor, day('2027-01-01')))).toEqual(['signed-in-the-future'])
  })

  test('after 2049 is written as the standard asks', () => {
    const late = short('2049-01-01', '2051-01-01')
    const message = forgeBy(late, { signingTime: day('2050-06-01') })
    expect(Buffer.from(message).includes(Buffer.from(time(day('2050-06-01'))))).toBe(true)
    expect(reasons(message, { at: day('2050-07-01') })).toEqual(['after-validity'])
  })
})

function signedBy({ signing, root }: OrganisationKeys, when: Date | null, what: Uint8Array = content): Uint8Array {
  return signDetached({ content: [what], signingTime: when, certificate: signing.certificate, chain: [root.certificate], privateKey: signing.privateKey, profile: 'cades' })
}

function forgeBy({ signing, root }: Pick<OrganisationKeys, 'signing' | 'root'>, change: Partial<Forgery>): Uint8Array {
  return forge({ content, certificate: signing.certificate, privateKey: signing.privateKey, others: [root.certificate], ...change })
}

function judge(message: Uint8Array, { content: what = content, at: when = at, roots = [contractor] }: { content?: Uint8Array; at?: Date; roots?: OrganisationKeys[] } = {}) {
  return verifyDetached({ cms: message, content: [what], trustedRoots: roots.map(({ root }) => root.certificate), at: when })
}

function reasons(message: Uint8Array, options?: Parameters<typeof judge>[1]): readonly CmsReason[] {
  const verdict = judge(message, options)
  return verdict.ok ? [] : verdict.reasons
}

/** The contractor's organisation with a signing certificate that is odd in one respect. */
function certify(
  role: CertificateRole,
  { by = contractor.root, pair, ...change }: Partial<CertificateOrder> & { by?: CertifiedKey; pair?: { publicKey: KeyObject; privateKey: KeyObject } },
): OrganisationKeys {
  const { publicKey, privateKey } = pair ?? { publicKey: rsaPublicKey(), privateKey: namesake.signing.privateKey }
  const issuerRole = by === contractor.root ? 'root' : 'signing'
  const certificate = writeCertificate({
    issuer: writeName(issuerRole, commonName), subject: writeName(role, commonName), notBefore: day('2026-04-01'), notAfter: day('2028-04-01'),
    publicKey, extensions: change.extensions ?? writeExtensions(role, publicKey, publicKey), signWith: by.privateKey, ...change,
  })
  return { ...contractor, signing: { certificate, privateKey } }
}

function rsaPublicKey(): KeyObject {
  return readCertificate(namesake.signing.certificate).publicKey
}

function honest(): Uint8Array[] {
  return writeAttributes(sha256(content), null, contractor.signing.certificate)
}

function attribute(type: string, value: Uint8Array): Uint8Array {
  return sequence(oid(type), der(TAG.set, value))
}

function askOpenssl(message: Uint8Array, what: Uint8Array = content, trusted: OrganisationKeys = contractor) {
  return openssl(
    ['cms', '-verify', '-cades', '-binary', '-inform', 'DER', '-in', '{cms}', '-content', '{content}', '-CAfile', '{root.pem}', '-attime', '1796601600', '-out', '{out}'],
    { cms: message, content: what, 'root.pem': writePem('CERTIFICATE', trusted.root.certificate) },
  )
}
