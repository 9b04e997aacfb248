import { services } from '../../core/mailings/carriers.ts'
import { at, contract, mailings as olderMailings, mails as olderMails } from './paper-facts.ts'

const hash = (digits: string): string => digits.repeat(64).slice(0, 64)

/** Parcels and e-mails at every step of their way, and the server that mails leave by. */
const [first] = olderMailings
const parcel = {
  ...first, copied: null, expectedBy: null, overdueSince: null, slips: [], inquiries: [], cityReceipt: null, returnedAt: null, missing: null, mediumBack: null,
}
const checked = { checkedBy: 'p2', at: at('2026-12-09T13:40:00'), sealNo: 'S-0117', contentsCompared: true }
const left = { shinten: checked, trackingNo: '38700123453', dispatchedAt: at('2026-12-07T15:00:00'), expectedBy: at('2026-12-10T00:00:00'), state: 'dispatched' }
const slip = { kind: '引受証', name: '引受証_S-R8-017.png', type: 'image/png', blob: 'blob-1', size: 48_112, sha256: hash('51ab'), at: at('2026-12-07T15:10:00') }
const told = { channel: '電話', at: at('2026-12-07T15:30:00'), by: 'p1', to: '森川 奏', exception: null }
const inquiry = { at: at('2026-12-10T09:10:00'), asked: '日本郵便 青葉野郵便局', question: '引受後の所在を確認したい。', answer: '', by: 'p1' }
export const parcels = [
  parcel,
  { ...parcel, id: 'm2', no: 'S-R8-017-002', shinten: checked, state: 'checked' },
  { ...parcel, ...left, id: 'm3', no: 'S-R8-017-003', slips: [slip] },
  { ...parcel, ...left, id: 'm4', no: 'S-R8-017-004', keyTold: told, slips: [slip], expectedBy: at('2026-12-08T00:00:00'), overdueSince: at('2026-12-08T09:00:00') },
  { ...parcel, ...left, id: 'm5', no: 'S-R8-017-005', keyTold: told, expectedBy: at('2026-12-08T00:00:00'), inquiries: [inquiry, { ...inquiry, answer: '配達局で保管中。本日配達予定。', at: at('2026-12-10T10:30:00') }], state: 'inquired' },
  { ...parcel, ...left, id: 'm6', no: 'S-R8-017-006', keyTold: told, slips: [slip], arrivedAt: at('2026-12-09T11:05:00'), arrivedTo: '森川 奏', state: 'arrived' },
  { ...parcel, ...left, id: 'm7', no: 'S-R8-017-007', keyTold: told, slips: [slip, { ...slip, kind: '受領票', name: '受領票.pdf', type: 'application/pdf', sha256: hash('52ab') }], arrivedAt: at('2026-12-09T11:05:00'), arrivedTo: '森川 奏', cityReceipt: { by: '森川 奏', at: at('2026-12-09T13:00:00'), how: '受領票', cityRef: '' }, state: 'received' },
  { ...parcel, ...left, id: 'm8', no: 'S-R8-017-008', keyTold: told, inquiries: [inquiry], missing: { at: at('2026-12-11T09:00:00'), circumstances: '配達局内を捜索したが見つからないとの回答があった。' }, state: 'missing' },
]

const mail = { ...olderMails[0], note: 'お世話になっております。校正データを添付します。\n鍵は電話でお伝えします。', draftPath: '', sending: null, attempts: [], taken: null, receivedBy: '', misdirected: null }
const recipientsChecked = { by: 'p2', at: at('2026-12-11T14:50:00') }
const messageId = '<4b1c.e4@hikarinooka.example>'
const taken = { at: at('2026-12-11T15:00:00'), server: 'smtp.hikarinooka.example', messageId, accepted: ['morikawa@city.aobano.example'], rejected: [], answer: '250 2.0.0 OK: queued as 4F2A', certificate: null }
export const letters = [
  mail,
  { ...mail, ...olderMails[1], note: mail.note, draftPath: '', taken },
  { ...mail, id: 'e3', no: 'E-R8-017-003', recipientsChecked, attempts: [{ at: at('2026-12-11T14:55:00'), server: 'smtp.hikarinooka.example', messageId, outcome: 'refused', stage: 'login', answer: '535 5.7.8 Authentication failed' }], state: 'checked' },
  { ...mail, id: 'e4', no: 'E-R8-017-004', recipientsChecked, sending: { at: at('2026-12-11T15:00:00'), server: 'smtp.hikarinooka.example', messageId }, attempts: [{ at: at('2026-12-11T15:00:00'), server: 'smtp.hikarinooka.example', messageId, outcome: 'unknown', stage: 'message', answer: 'Connection closed unexpectedly' }], state: 'sending' },
  { ...mail, id: 'e5', no: 'E-R8-017-005', recipientsChecked, taken: { ...taken, rejected: [{ address: 'zeimu@city.aobano.example', answer: '550 5.1.1 User unknown' }] }, sentAt: at('2026-12-11T15:00:00'), keyTold: told, misdirected: { addresses: ['morikawa@city.aobano.example'], foundAt: at('2026-12-11T15:30:00'), circumstances: '同姓の別部署の方に届いた。' }, state: 'sent' },
]

const agreed = contract.agreedServices as readonly { service: string; cityRef: string }[]
const listed = [
  ...services.map((one) => ({ days: 2, page: null, ...one, laidDown: null, agreedRef: agreed.find(({ service }) => service === one.service)?.cityRef ?? null })),
  { carrier: '青葉運輸', service: '専用便', class: 'by exception', letters: false, facts: { accepted: true, traced: true, byHand: true, liable: false }, number: 'free', days: 1, page: null, note: '専用車で運びます。', laidDown: { cityRef: 'R8税承0080', reason: '書留の集荷がない地域のため', at: at('2026-12-02T10:00:00') }, agreedRef: null },
]
const server = { host: 'smtp.hikarinooka.example', port: 465, security: 'tls', user: 'azukari', from: { name: '株式会社ひかりの丘データサービス', address: 'nouhin@hikarinooka.example' }, caPem: null, fingerprint: null, secretName: 'mail-server 1', setBy: 'p1', setAt: at('2026-12-01T10:00:00') }
/** A white page of four pixels: enough to see where a scan stands. */
const picture = Uint8Array.from(atob('iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAAFElEQVR4nGP4//8/AwMDEwMDAwAkBgMBTkVQWwAAAABJRU5ErkJggg=='), (character) => character.charCodeAt(0))

export const sendingAnswers = (scene: string, some: <T>(many: readonly T[]) => readonly T[]) => ({
  'mailings.list': () => some(parcels), 'mails.list': () => some(letters),
  'services.list': () => listed, 'services.layDown': () => listed.at(-1),
  'mailings.inquire': () => parcels[4], 'mailings.reportMissing': () => parcels[7], 'mailings.confirmReceipt': () => parcels[6], 'mailings.returned': () => parcels[2], 'mailings.attachSlip': () => parcels[2],
  'mailings.showSlip': () => ({ name: slip.name, type: slip.type, bytes: picture }), 'mailings.saveSlip': ({ into }: { into: string }) => ({ paths: [`${into}/${slip.name}`] }),
  'mailings.print': ({ into, paper }: { into: string; paper: string }) => ({ paths: [`${into}/S-R8-017-001_${paper}_20261211-150000.pdf`] }),
  'mails.send': () => ({ outcome: 'sent', mail: letters[1] }), 'mails.settleSending': () => letters[1], 'mails.misdirected': () => letters[4],
  'post.server': () => (scene === 'empty' ? null : server), 'post.setServer': () => server, 'post.dropServer': () => undefined,
  'post.tryServer': () => (scene === 'errors' ? { outcome: 'refused', stage: 'certificate', answer: 'self-signed certificate in certificate chain' } : { outcome: 'ready', certificate: { subject: 'smtp.hikarinooka.example', issuer: 'ひかりの丘 社内認証局', validTo: 'Mar 31 23:59:59 2027 GMT', fingerprint: hash('ee11') } }),
})
