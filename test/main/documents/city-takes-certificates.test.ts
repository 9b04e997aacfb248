import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { openDesk as openOfficeDesk } from '../../../core/desk.ts'
import type { Desk } from '../../../core/contract.ts'
import type { DocumentRecord } from '../../../core/documents/records.ts'
import type { Instant } from '../../../core/time.ts'
import { writePem } from '../../../crypto/pem.ts'
import { hikari, PASSWORD, taxContract } from '../../cast.ts'
import { testWorld } from '../../world.ts'
import { certificateOver, destructionOver, marchNotice, reportOfMarch } from './certificates.ts'
import { openDesk } from './desk-of-documents.ts'

let contractor: Awaited<ReturnType<typeof openDesk>>
let city: Desk
const SPRING = Date.parse('2027-04-01T09:00:00+09:00') as Instant

/** A city's office with a vault of paper that reads real documents, and knows the contractor's keys. */
beforeAll(async () => {
  contractor = await openDesk()
  const paper = testWorld()
  const world = { ...paper, now: () => SPRING, documents: { ...paper.documents, verify: contractor.documents.verify } }
  city = openOfficeDesk(world)
  const administrator = { name: '森川 奏', kana: 'モリカワ', title: '', email: 'm@city.example', tel: '', loginId: 'morikawa', password: PASSWORD, roles: ['cityOfficer' as const] }
  await city.vault.create({ organisation: { ...hikari, kind: 'city', name: '青葉野市' }, administrator })
  const contract = await city.contracts.open({ ...taxContract, contractor: hikari.name })
  const key = {
    organisation: hikari.name, rootPem: writePem('CERTIFICATE', contractor.keys.root.certificate), fingerprint: contractor.named.rootFingerprint,
    checkpointKeyPem: contractor.keys.checkpoint.publicKey.export({ type: 'spki', format: 'pem' }).toString(), registeredAt: SPRING, encryption: null,
  }
  await paper.ledger.append([{ type: 'key-registered', data: { contractId: contract.id, key, checkedBy: '電話' }, at: SPRING, by: null }], (await paper.ledger.read()).head)
})

async function issued(record: DocumentRecord): Promise<(end: string) => string> {
  const { bodies } = await contractor.documents.bodies({ ...record, keys: contractor.named } as DocumentRecord)
  for (const { name, bytes } of bodies) await contractor.put(name, bytes)
  return (end) => join(contractor.folder, `${record.docNo}.${end}`)
}
const take = async (path: string) => (await city.city.import({ paths: [path], cityReceiptNo: null })).map(({ outcome, verification: { verdict }, imported }) => [outcome, verdict, imported?.form ?? null])

test.each<[string, DocumentRecord]>([
  ['F-28', marchNotice], ['F-30', certificateOver()], ['F-30', { ...reportOfMarch, docNo: 'E-R8-017-003' }], ['F-31', destructionOver()],
])('a city takes %s in once, by any of its bodies', async (form, record) => {
  const path = await issued(record)
  expect(await take(path('pdf'))).toEqual([['imported', 'verified', form]])
  for (const end of form === 'F-28' ? ['json'] : ['json', 'csv']) expect(await take(path(end)), end).toEqual([['already', 'verified', form]])
})

test('values without a signature are taken in as such (△), and the signature makes them whole (✔)', async () => {
  const path = await issued(certificateOver(undefined, { docNo: 'E-R8-017-010' }))
  const unsigned = await contractor.put('unsigned.csv', (await readFile(path('csv'), 'utf8')).replace(/"AZK1[0-9A-Z]+"/g, '""'))
  expect((await take(unsigned))[0]?.slice(0, 2)).toEqual(['refused', 'refused'])
  const alone = await contractor.put('alone.json', await readFile(path('json')))
  expect(await take(alone)).toEqual([['imported', 'values-only', 'F-30']])
  expect(await take(path('csv'))).toEqual([['imported', 'verified', 'F-30']])
})

test('a changed one is refused (✘), and so is another one under a number that is taken', async () => {
  const path = await issued(certificateOver(undefined, { docNo: 'E-R8-017-011' }))
  const forged = await contractor.put('forged.json', (await readFile(path('json'), 'utf8')).replace('"合格"', '"例外"'))
  expect((await take(forged))[0]?.slice(0, 2)).toEqual(['refused', 'refused'])
  expect(await take(path('pdf'))).toEqual([['imported', 'verified', 'F-30']])
  const other = await issued(certificateOver(undefined, { docNo: 'E-R8-017-011', sealNo: 'K-9999' }))
  expect(await take(other('pdf'))).toEqual([['refused', 'refused', null]])
})
