import { expect, test } from 'vitest'
import type { Entry } from '../../core/ledger/entry.ts'
import { project } from '../../core/ledger/project.ts'
import type { Shelf } from '../../core/ledger/shelf.ts'

/** A shelf of paper: kinds and ids, nothing else. */
function shelf(): Shelf {
  const kept = new Map<string, unknown>()
  return {
    get: (kind, id) => kept.get(`${kind} ${id}`) as never, list: () => [], open: () => [],
    put: (kind, id, value) => { kept.set(`${kind} ${id}`, value) }, drop: (kind, id) => { kept.delete(`${kind} ${id}`) },
  }
}
const entry = (type: string, data: unknown): Entry => ({ type, data, seq: 0, hash: '', at: 1, by: null }) as unknown as Entry

test('a package sealed before there were envelopes and volumes is read as one that has neither', () => {
  const older = {
    id: 'p', no: 'P-1', contractId: 'c', fileName: 'P-1.zip', path: '/out/P-1.zip', bytes: 1, sha256: '0'.repeat(64), fileCount: 1, totalBytes: 1, itemIds: [], files: [],
    lock: { container: 'AE-2 AES-256 ZIP', keyBits: 256, kdf: 'PBKDF2', passphraseBits: 145, namesHidden: true }, sealedAt: 1, sealedBy: 'x', verifiedAt: 1, readBack: 'cached', state: 'verified',
  }
  const here = shelf()
  project(entry('sealing-begun', { package: older }), here)
  project(entry('sealing-ended', { package: older }), here)
  expect(here.get('package', 'p')).toMatchObject({ volumes: [], lock: { envelope: null } })
})

test('a key registered before notices brought certificates for letters is read as one without', () => {
  const here = shelf()
  here.put('contract', 'c', { id: 'c' } as never)
  project(entry('key-registered', { contractId: 'c', key: { organisation: '青葉野市', rootPem: 'ROOT', fingerprint: 'ab'.repeat(32), checkpointKeyPem: 'KEY', registeredAt: 1 }, checkedBy: '電話' }), here)
  expect(here.get('contract', 'c')?.counterpartKey).toMatchObject({ encryption: null })
})

test('an erasure from before files, commands and other programs is read as one that had none of them', () => {
  const older = {
    id: 'w', contractId: 'c', planId: 'd', targetNo: 1, medium: 'MED-2026-0003', drive: null, method: 'overwrite-tile', pattern: 'tile', readBack: 'full', operator: 'p', witness: null, seedBlob: null, begunAt: 1, endedAt: null,
    checkpoint: null, run: null, destruction: null, remarks: '', result: null, verified: null, certificateNo: null, state: 'under way',
  }
  const here = shelf()
  here.put('plan', 'd', { id: 'd', contractId: 'c', targets: [{ no: 1, state: 'planned' }] } as never)
  project(entry('wipe-begun', { wipe: older }), here)
  expect(here.get('wipe', 'w')).toMatchObject({ software: null, files: null, command: null, external: null })
})

test('a person registered before rosters were revised, stopped and released is read as one at work, with nothing revised', () => {
  const older = { id: 'p', name: '𠮷田 美咲', kana: 'ヨシダ', company: null, employment: '正社員', title: '', email: '', tel: '', roles: ['worker'], loginId: null, trainings: [], pledge: null, registeredAt: 1 }
  const here = shelf()
  project(entry('person-registered', { person: older }), here)
  project(entry('training-recorded', { personIds: ['p'], training: { on: '2026-12-03', title: '研修', trainer: '水野', method: '集合', score: null, textSha256: null } }), here)
  project(entry('pledge-signed', { personId: 'p', pledge: { on: '2026-12-03', textVersion: 'v1', signedBy: '自署', scanSha256: null } }), here)
  expect(here.get('person', 'p')).toMatchObject({ duty: { state: '従事' }, access: { state: 'active' }, revisions: [], from: null, trainings: [{ sessionId: null }], pledge: { strokes: [], scan: null } })
})

test('a document taken in before its files were kept is read as one that kept none', () => {
  const here = shelf()
  const older = { id: 'd', contractId: 'c', form: 'F-13', docNo: 'A-1', revision: 1, hash: '0'.repeat(64), code: 'X', verdict: 'verified', body: 'json', reasons: [], record: {}, cityReceiptNo: '', importedAt: 1, importedBy: 'p', supersededBy: null }
  project(entry('document-imported', { document: older }), here)
  expect(here.get('imported', 'd')).toMatchObject({ files: [], papers: [] })
})

test('a parcel and a mail from before slips, inquiries and servers are read as ones that had none', () => {
  const here = shelf()
  const parcel = {
    id: 'm', no: 'S-1', contractId: 'c', recipient: { organisation: '青葉野市', department: '税務課', name: '森川 奏', title: '', email: '', postalCode: '', address: '', tel: '' }, contentKind: 'document', isShinsho: true, content: '報告書', quantity: 1, medium: null, mediumFolder: null,
    packages: [], documentNos: [], carrier: '日本郵便', service: '簡易書留', sealNo: '', exception: null, packedBy: 'p', packedAt: 1, shinten: null, trackingNo: null, trackingWarnings: [], dispatchedAt: null, slipSha256: null, keyTold: null, arrivedAt: null, arrivedTo: '', contentWarnings: [], state: 'drafted',
  }
  project(entry('mailing-drafted', { mailing: parcel }), here)
  project(entry('shinten-confirmed', { mailingId: 'm', checkedBy: 'q', at: 2 }), here)
  project(entry('mailing-dispatched', { mailingId: 'm', trackingNo: '38700123453', warnings: [], slipSha256: null, at: 3 }), here)
  expect(here.get('mailing', 'm')).toMatchObject({ state: 'dispatched', slips: [], inquiries: [], expectedBy: null, copied: null, cityReceipt: null, shinten: { checkedBy: 'q', sealNo: '', contentsCompared: false } })

  const mail = { id: 'e', no: 'M-1', contractId: 'c', to: ['a@b.example'], subject: 's', package: 'k', attachmentName: 'P.zip', attachmentSha256: '0'.repeat(64), draftPath: '/x.eml', exception: null, draftedBy: 'p', draftedAt: 1, recipientsChecked: null, sentAt: null, keyTold: null, receivedAt: null, state: 'drafted' }
  project(entry('mail-drafted', { mail }), here)
  expect(here.get('mail', 'e')).toMatchObject({ note: null, attempts: [], taken: null, sending: null, receivedBy: '' })
})
