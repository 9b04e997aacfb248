import { beforeAll, describe, expect, test } from 'vitest'
import type { Trust } from '../../../../core/world.ts'
import { attributesToSign, writeAttributes } from '../../../../crypto/cms-structure.ts'
import { generateOrganisationKeys, type OrganisationKeys } from '../../../../crypto/organisation-keys.ts'
import type { Forgery } from '../../../crypto/evidence/forged-cms.ts'
import { AFTERWARDS, bodyOf, openDesk, trustIn } from '../desk-of-documents.ts'
import { found, resign } from './attacker.ts'

let pdf: Uint8Array
let trust: Trust
let contractor: OrganisationKeys
let city: OrganisationKeys
let namesake: OrganisationKeys
let expired: OrganisationKeys
beforeAll(async () => {
  const [desk, cityKeys, sameName, old] = await Promise.all([
    openDesk(), generateOrganisationKeys({ commonName: '青葉野市', notBefore: new Date('2026-12-01T00:00:00+09:00') }),
    generateOrganisationKeys({ commonName: '株式会社ひかりの丘データサービス', notBefore: new Date('2026-12-01T00:00:00+09:00') }),
    generateOrganisationKeys({ commonName: '株式会社ひかりの丘データサービス', notBefore: new Date('2022-12-01T00:00:00+09:00') }),
  ])
  pdf = bodyOf((await desk.documents.bodies(desk.receipt())).bodies, 'application/pdf')
  trust = trustIn(desk.keys)
  ;[contractor, city, namesake, expired] = [desk.keys, cityKeys, sameName, old]
})

const signedBy = (keys: OrganisationKeys, forgery: Partial<Forgery> = {}): Uint8Array => resign(pdf, () => undefined, keys, forgery)

describe('signers: only the registered organisation, in its own place, with a whole message', () => {
  test.each<[string, string, () => Uint8Array]>([
    ['the city in the place of the contractor', 'root-not-registered', () => signedBy(city)],
    ['a namesake under the contractor\'s root', 'issuer-signature-wrong', () => signedBy({ ...namesake, root: contractor.root })],
    ['a certificate that had expired', 'after-validity', () => signedBy(expired)],
    ['the key for encryption', 'signer-key-usage', () => signedBy({ ...contractor, signing: contractor.encryption })],
    ['the root itself', 'issuer-missing', () => signedBy({ ...contractor, signing: contractor.root }, { others: [] })],
    ['a digest of other content', 'content-differs', () => signedBy(contractor, { attributes: writeAttributes(new Uint8Array(32), null, contractor.signing.certificate) })],
    ['a signature of nothing but noughts', 'signature-wrong', () => signedBy(contractor, { signature: new Uint8Array(384) })],
    ['unsigned attributes', 'unsigned-attributes', () => signedBy(contractor, { unsigned: attributesToSign([]) })],
    ['certificates that do not belong', 'other-certificates', () => signedBy(contractor, { others: [contractor.root.certificate, city.root.certificate] })],
  ])('%s', (_who, expected, attack) => {
    expect(found(attack(), trust)).toContain(expected)
  })
})

describe('trust', () => {
  test('nobody is believed where nobody is registered', () => {
    expect(found(pdf, { keys: [], at: AFTERWARDS })).toEqual(['root-not-registered'])
  })

  test('a root may be registered by its fingerprint alone', () => {
    const [key] = trust.keys
    const fingerprint = readFingerprint()
    expect(found(pdf, { at: AFTERWARDS, keys: [{ rootPem: fingerprint, checkpointKeyPem: null, contractNo: null }] })).toEqual([])
    expect(found(pdf, { at: AFTERWARDS, keys: [{ rootPem: fingerprint.replace(/^../, '00'), checkpointKeyPem: null, contractNo: null }] })).toEqual(['root-not-registered'])
    expect(key?.contractNo).toBe('R8-税-017')
  })

  test('a root registered for another contract is not believed for this one', () => {
    expect(found(pdf, trustIn(contractor, { contractNo: 'R8-税-018' }))).toEqual(['other-contract'])
  })

  test('a root registered with the checkpoint key of somebody else gives the QR code away', () => {
    const [theirs, others] = [trustIn(contractor).keys[0], trustIn(city).keys[0]]
    if (!theirs || !others) throw new Error('no keys')
    expect(found(pdf, { at: AFTERWARDS, keys: [{ ...theirs, checkpointKeyPem: others.checkpointKeyPem }] })).toContain('seal-signature-wrong')
  })

  test('a registration that cannot be read is named', () => {
    expect(found(pdf, { at: AFTERWARDS, keys: [{ rootPem: '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n', checkpointKeyPem: null, contractNo: null }] })).toEqual(['root-not-registered', 'trusted-key-unreadable'])
  })
})

function readFingerprint(): string {
  const json = Buffer.from(pdf).toString('latin1')
  return /"rootFingerprint":"([0-9a-f]{64})"/.exec(json)?.[1]?.match(/../g)?.join(':').toUpperCase() ?? ''
}
