import { NEWCOMER } from '../../core/people/person.ts'
import { dayOf, instantOf, type Day, type Instant } from '../../core/time.ts'

/** The scenario's people, things and papers, as a desk would tell of them. All of it is fictitious. */
export const at = (iso: string): Instant => instantOf(`${iso}+09:00`)
export const day = (iso: string): Day => dayOf(at(`${iso}T12:00:00`))
export const hash = (digit: string): string => digit.repeat(64).slice(0, 64)

export const hikarinooka = { kind: 'contractor', name: '株式会社ひかりの丘データサービス', address: '埼玉県ひかりの丘市本町1-2-3', representative: '代表取締役　大鳥 誠', tel: '048-000-0000', email: 'info@hikarinooka.example', docPrefix: 'ひ' }
export const aobano = { kind: 'city', name: '青葉野市', address: '埼玉県青葉野市中央1-1', representative: '青葉野市長', tel: '048-111-0000', email: 'zeimu@aobano.example', docPrefix: '青' }

const training = { on: day('2026-12-03'), title: '個人情報の取扱いと特記仕様書', trainer: '水野 灯里', method: '対面講義', score: 90, textSha256: hash('3') }
const pledge = { on: day('2026-12-03'), textVersion: 'v1.0', signedBy: '自署', scanSha256: null }
const person = (id: string, name: string, kana: string, roles: string[], more: object = {}) => ({
  id, name, kana, company: null, employment: '正社員', title: '', email: '', tel: '', roles, loginId: null, ...NEWCOMER, trainings: [{ ...training, sessionId: 's1' }], pledge: { ...pledge, addressee: null, typedName: '', strokes: [], scan: null, insteadReason: '' }, registeredAt: at('2026-12-01T09:20:00'), ...more,
})
export const people = [
  person('p1', '水野 灯里', 'ミズノ アカリ', ['administrator', 'supervisor'], { title: '部長', loginId: 'mizuno', email: 'mizuno@hikarinooka.example', tel: '048-000-0001' }),
  person('p2', '大庭 健吾', 'オオバ ケンゴ', ['mediaAdmin'], { title: '課長', loginId: 'ohba' }),
  person('p3', '𠮷田 美咲', 'ヨシダ ミサキ', ['worker'], { loginId: 'yoshida', tasks: '宛名データの割付処理', from: day('2026-12-01'), to: day('2027-03-31'), revisions: [{ was: { name: '吉田 美咲', kana: 'ヨシダ ミサキ', company: null, employment: '正社員', title: '', email: '', tel: '', tasks: '', from: null, to: null }, at: at('2026-12-05T09:12:00'), by: 'p1', reason: '氏名の字体を戸籍のとおりに訂正' }] }),
  person('p4', '髙橋 亮', 'タカハシ リョウ', ['worker'], { company: '株式会社みほん人材', employment: '派遣', loginId: 'takahashi', trainings: [], pledge: null }),
]

export const specification = { title: '情報セキュリティ特記仕様書', version: 'v1.0', fileName: '情報セキュリティ特記仕様書.pdf', sha256: hash('5'), agreedOn: day('2026-12-01') }
export const contract = {
  id: 'c1', startedAt: null, demarcation: [], contractNo: 'R8-税-017', title: '令和9年度市民税・県民税納税通知書データ作成業務委託', shortNo: 'R8-017',
  city: { name: '青葉野市', addressee: '青葉野市長', section: '総務部税務課', officer: '森川 奏', officerTitle: '主査', securityManager: '西園 直樹' },
  contractor: '株式会社ひかりの丘データサービス', periodFrom: day('2026-12-01'), periodTo: day('2027-03-31'), importanceClass: '重要情報', isSystemOpsContract: false,
  specification, certifications: [{ type: 'プライバシーマーク', number: '10824999', issuer: 'JIPDEC', scope: '本社における印刷・封入封かん業務', copy: { blob: 'b9', name: 'プライバシーマーク登録証.pdf', size: 182_004, sha256: 'c'.repeat(64) }, validFrom: day('2025-06-01'), validTo: day('2027-05-31') }], retentionYears: 5,
  recipients: [{ organisation: '青葉野市', department: '総務部税務課', name: '森川 奏', title: '主査', email: 'morikawa@city.aobano.example', postalCode: '300-0001', address: '埼玉県青葉野市中央1-1', tel: '048-111-0001' }],
  agreedServices: [{ service: 'レターパックプラス', cityRef: 'R8税承0041' }],
  counterpartKey: { organisation: '青葉野市', rootPem: '-', fingerprint: hash('9ab4'), checkpointKeyPem: '-', registeredAt: at('2026-12-02T11:00:00'), encryption: { pem: '-', fingerprint: hash('5cd7'), validTo: at('2029-12-02T11:00:00') } },
  formerKeys: [],
  openedAt: at('2026-12-01T09:40:00'), state: 'active',
}

export const media = [
  { no: 'MED-2026-0003', type: 'USBメモリ', maker: 'みほん電機', model: 'SU-16', serial: 'AZ0003K7Q1', capacityBytes: 16_000_000_000, owner: '乙', ownerNo: '', storagePlace: '本社3階 第2作業室 施錠キャビネットC-2', lockType: 'シリンダー錠', keyHolder: '大庭 健吾', state: '保管', registeredAt: at('2026-12-04T10:00:00') },
  { no: 'MED-2026-0004', type: 'USBメモリ', maker: 'みほん電機', model: 'SU-8', serial: 'AZ0004M2W8', capacityBytes: 8_000_000_000, owner: '甲', ownerNo: '税-USB-12', storagePlace: '本社3階 第2作業室 施錠キャビネットC-2', lockType: 'シリンダー錠', keyHolder: '大庭 健吾', state: '使用中', registeredAt: at('2026-12-04T10:10:00') },
]

const circumstances = { means: '手渡し', at: at('2026-12-07T10:00:00'), place: '青葉野市役所1階 税務課窓口' }
export const listed = [
  { name: 'R09_shiminzei_atena.csv', size: 927, sha256: '974b7500b0eec6a780051f3072e805a1a03db1ffa85f8941ef4e5d42621e47a2', count: 12 },
  { name: 'R09_record_layout.csv', size: 119, sha256: '999e8bff370429fb72eaa36be783914818e20f32dab5dcac0f8aaa78ab224100', count: null },
  { name: 'R09_futo_sample.txt', size: 50, sha256: '3c8045f46e71d0a468bbe93b95b57c34720cb831a485ffd6af998fadc537f526', count: null },
]
const blankHandover = {
  contractId: 'c1', designated: circumstances, designatedBy: '森川 奏', cityList: listed, purpose: '納税通知書データ作成', actual: null, deliveredBy: '', receivedBy: null, medium: null, virusCheck: null,
  storagePlace: '', returnDueOn: null, returnConditions: '', remarks: '', exception: null, differences: [], differenceNote: null, itemCount: 0, totalBytes: 0, state: 'designated', receiptNo: null,
}
const received = {
  actual: circumstances, deliveredBy: '森川 奏', receivedBy: 'p3', medium: 'MED-2026-0004', virusCheck: { at: at('2026-12-07T10:20:00'), scanner: 'みほんウイルス対策', pattern: '2026-12-07', result: 'clean', attested: true },
  storagePlace: '本社3階 第2作業室 施錠キャビネットC-2', returnDueOn: day('2027-03-31'), returnConditions: '業務終了時に媒体を返却', remarks: '', itemCount: 3, totalBytes: 1096,
}
export const handovers = [
  { ...blankHandover, id: 'h1', ...received, state: 'receipted', receiptNo: 'A-R8-017-001' },
  { ...blankHandover, id: 'h2', purpose: '宛名修正データ', designated: { ...circumstances, at: at('2026-12-10T10:00:00') }, ...received, actual: { ...circumstances, at: at('2026-12-10T10:05:00') }, state: 'differs', differences: [
    { name: 'R09_shiminzei_atena.csv', kind: 'sha256', listed: listed[0]?.sha256 ?? '', found: hash('e41') }, { name: 'R09_futo_sample.txt', kind: 'missing', listed: 'R09_futo_sample.txt', found: '' }, { name: 'メモ.txt', kind: 'unlisted', listed: '', found: 'メモ.txt' },
  ] },
  { ...blankHandover, id: 'h3', purpose: '追加の外字データ', designated: { ...circumstances, at: at('2026-12-10T15:00:00') }, ...received, actual: { ...circumstances, at: at('2026-12-10T15:00:00') }, state: 'checked' },
  { ...blankHandover, id: 'h4', purpose: '第2回 宛名データ', designated: { ...circumstances, at: at('2026-12-14T10:00:00') } },
]
export const items = listed.map((file, index) => ({
  id: `i${index + 1}`, contractId: 'c1', handoverId: 'h1', no: index + 1, name: file.name, size: file.size, sha256: file.sha256, modifiedAt: null, infoKind: ['市民税宛名データ', 'レコード定義', '封筒印刷見本'][index] ?? '', form: '電磁的記録媒体', count: file.count,
  importanceClass: '重要情報', personalInfo: index === 0, sensitive: false, myNumber: false, blob: 'b', state: 'in custody',
}))
const bodies = ['pdf', 'json', 'json.p7s', 'csv'].map((kind) => ({ name: `A-R8-017-001.${kind}`, type: 'application/pdf', blob: 'b', size: 91_200, sha256: hash('7') }))
const standing = { title: '', revisionKind: '新規', revisionReason: '', supersededBy: null, submittedAt: null }

export const documents = [
  { id: 'd1', form: 'F-25', docNo: 'A-R8-017-001', revision: 1, contractId: 'c1', subjectId: 'h1', hash: hash('ab12'), code: 'K7QM-2V9X-4HTB-88RC-W0JN', issuedAt: at('2026-12-07T10:40:00'), issuedBy: 'p3', bodies, state: 'acknowledged', cityReceiptNo: 'R8税収1234', acknowledgedAt: at('2026-12-07T14:20:00'), ...standing },
  { id: 'd2', form: 'F-25', docNo: 'A-R8-017-002', revision: 1, contractId: 'c1', subjectId: 'h3', hash: hash('cd34'), code: '3NPE-71GA-ZK5D-Q2XM-9VTS', issuedAt: at('2026-12-10T16:10:00'), issuedBy: 'p3', bodies, state: 'issued', cityReceiptNo: null, acknowledgedAt: null, ...standing },
]
export const packages = [
  { id: 'k1', no: 'P-R8-017-001', contractId: 'c1', fileName: 'P-R8-017-001.zip', path: '/home/yoshida/送付/P-R8-017-001.zip', bytes: 2_418, sha256: hash('77aa'), fileCount: 3, totalBytes: 1_096, itemIds: ['i1', 'i2', 'i3'], files: listed.map(({ name, size, sha256 }) => ({ path: name, size, sha256 })), lock: { container: 'AE-2 AES-256 ZIP', keyBits: 256, kdf: 'PBKDF2-HMAC-SHA1, 1000', passphraseBits: 132, namesHidden: true, envelope: null }, volumes: [], sealedAt: at('2026-12-10T13:00:00'), sealedBy: 'p3', verifiedAt: at('2026-12-10T13:01:00'), readBack: 'uncached', state: 'verified' },
  { id: 'k2', no: 'P-R8-017-002', contractId: 'c1', fileName: 'P-R8-017-002.zip', path: '/home/yoshida/送付/P-R8-017-002.zip', bytes: 1_204_233_101, sha256: hash('88bb'), fileCount: 418, totalBytes: 2_880_310_442, itemIds: [], files: [], lock: { container: 'AE-2 AES-256 ZIP', keyBits: 256, kdf: 'PBKDF2-HMAC-SHA1, 1000', passphraseBits: 132, namesHidden: true, envelope: null }, volumes: [], sealedAt: at('2026-12-09T13:00:00'), sealedBy: 'p3', verifiedAt: at('2026-12-09T13:11:00'), readBack: 'uncached', state: 'left' },
]
const mailing = { id: 'm1', no: 'S-R8-017-001', contractId: 'c1', recipient: contract.recipients[0], contentKind: 'medium', isShinsho: false, content: '納品データ', quantity: 1, medium: 'MED-2026-0003', packages: ['k2'], plainFiles: [], documentNos: [], carrier: '日本郵便', service: '簡易書留', sealNo: 'S-0117', exception: null, packedBy: 'p3', packedAt: at('2026-12-10T13:30:00'), shinten: null, trackingNo: null, trackingWarnings: [], contentWarnings: [], dispatchedAt: null, slipSha256: null, keyTold: null, arrivedAt: null, arrivedTo: '', state: 'drafted' }
export const mailings = [
  mailing,
  { ...mailing, id: 'm2', no: 'S-R8-017-002', shinten: { checkedBy: 'p2', at: at('2026-12-09T13:40:00') }, state: 'checked' },
  { ...mailing, id: 'm3', no: 'S-R8-017-003', shinten: { checkedBy: 'p2', at: at('2026-12-07T13:40:00') }, trackingNo: '387-00-12345-3', dispatchedAt: at('2026-12-07T15:00:00'), state: 'dispatched' },
]
const mail = { id: 'e1', no: 'E-R8-017-001', contractId: 'c1', to: ['morikawa@city.aobano.example'], subject: '校正データの送付', package: 'k1', attachmentName: 'P-R8-017-001.zip', attachmentSha256: hash('77aa'), draftPath: '/home/yoshida/送付/E-R8-017-001.eml', exception: null, draftedBy: 'p3', draftedAt: at('2026-12-11T14:40:00'), recipientsChecked: null, sentAt: null, keyTold: null, receivedAt: null, state: 'drafted' }
export const mails = [mail, { ...mail, id: 'e2', no: 'E-R8-017-002', recipientsChecked: { by: 'p2', at: at('2026-12-11T14:50:00') }, sentAt: at('2026-12-11T15:00:00'), state: 'sent' }]

export const verification = (file: string, verdict: string, reasons: object[] = []) => ({
  file, body: file.endsWith('.csv') ? 'csv' : 'pdf', verdict, reasons,
  document: { form: 'F-25', docNo: file.replace(/\..*$/, ''), revision: 1, contractNo: 'R8-税-017', issuedAt: '2026-12-07T10:40:00+09:00', hash: hash('ab12'), code: 'K7QM-2V9X-4HTB-88RC-W0JN', signer: verdict === 'values-only' ? null : '株式会社ひかりの丘データサービス', rootFingerprint: hash('9ab4') },
})
export const imported = [
  { id: 'x1', contractId: 'c1', form: 'F-25', docNo: 'A-R8-017-001', revision: 1, hash: hash('ab12'), code: 'K7QM-2V9X-4HTB-88RC-W0JN', verdict: 'verified', body: 'pdf', reasons: [], record: null, cityReceiptNo: 'R8税収1234', importedAt: at('2026-12-07T14:00:00'), importedBy: 'p1', supersededBy: null },
  { id: 'x2', contractId: 'c1', form: 'F-25', docNo: 'A-R8-017-002', revision: 1, hash: hash('cd34'), code: '3NPE-71GA-ZK5D-Q2XM-9VTS', verdict: 'values-only', body: 'csv', reasons: [], record: null, cityReceiptNo: '', importedAt: at('2026-12-10T17:00:00'), importedBy: 'p1', supersededBy: null },
]

export const entries = [
  ['office-opened', null, { administrator: { id: 'p1' } }], ['signed-in', 'p1', { personId: 'p1' }], ['contract-opened', 'p1', { contract: { contractNo: 'R8-税-017' } }], ['person-registered', 'p1', { person: { id: 'p3' } }], ['training-recorded', 'p1', { personIds: ['p1', 'p2', 'p3'] }],
  ['pledge-signed', 'p1', { personId: 'p3' }], ['medium-registered', 'p2', { medium: { no: 'MED-2026-0004' } }], ['handover-designated', 'p3', { handover: { id: 'h1' } }], ['receiving-begun', 'p3', { handoverId: 'h1', files: 3 }], ['receiving-ended', 'p3', { handover: { id: 'h1' } }],
  ['document-issued', 'p3', { document: { id: 'd1', docNo: 'A-R8-017-001' } }], ['document-acknowledged', 'p3', { id: 'd1', cityReceiptNo: 'R8税収1234' }], ['sealing-begun', 'p3', { package: { id: 'k1' } }], ['sealing-ended', 'p3', { package: { id: 'k1', no: 'P-R8-017-001' } }], ['clock-went-back', null, {}],
].map(([type, by, data], seq) => ({ seq, type, at: (at('2026-12-01T09:00:00') + seq * 17 * 3_600_000 / 2), by, hash: hash((seq + 10).toString(16)), data }))

export const checkWords = ['あさひ', 'やまもと', 'こうえん', 'みずうみ', 'にわとり', 'けしき', 'さかみち', 'ふゆぞら', 'ゆうびん', 'たてもの', 'はしら', 'くつした']
export const publicKeys = { rootPem: '-', fingerprint: hash('9ab4c0'), checkpointKeyPem: '-', checkpointKeyId: 'k', checkWords }

const card = (kind: string, code: string, article: string, subjectId: string, subject: string, leadsTo: string, when: string, facts: object = {}) => ({ kind, code, article, subjectId, subject, facts, at: at(when), leadsTo })
const soon = (minutes: number): number => Math.floor(Date.now() / 60_000 + minutes) * 60_000
const carried = { content: '納品データ', destination: '青葉野市役所 税務課', reminders: 0 }
export const today = { at: at('2026-12-11T09:05:00'), cards: [
  card('overdue', 'handover-differs', '14', 'h2', '宛名修正データ', 'handovers', '2026-12-10T10:05:00', { count: 3 }),
  card('overdue', 'parcel-not-arrived', '11(4)', 'm3', 'S-R8-017-003', 'mailings', '2026-12-07T15:00:00', { carrier: '日本郵便', trackingNo: '387-00-12345-3' }),
  { ...card('overdue', 'carry-out-overdue', '11(2)', 't6', 'T-R8-017-006', 'carryOuts', '2026-12-11T08:30:00', { ...carried, content: '校正紙' }), facts: { ...carried, content: '校正紙', dueAt: soon(-36) } },
  card('approval', 'carry-out-to-approve', '11(2)', 't2', 'T-R8-017-002', 'carryOuts', '2026-12-11T08:40:00', carried),
  { ...card('out', 'carried-out', '11(2)', 't5', 'T-R8-017-005', 'carryOuts', '2026-12-11T08:30:00', carried), facts: { ...carried, dueAt: soon(90) } },
  card('question', 'sealing-unfinished', '11(3)', 'k9', 'P-R8-017-003', 'packages', '2026-12-10T18:20:00'),
  card('approval', 'shinten-awaited', '11(4)', 'm1', 'S-R8-017-001', 'mailings', '2026-12-10T13:30:00'),
  card('out', 'acknowledgement-awaited', '14', 'd2', 'A-R8-017-002', 'documents', '2026-12-10T16:10:00'),
  card('todo', 'handover-due', '14', 'h4', '第2回 宛名データ', 'handovers', '2026-12-14T10:00:00'),
  card('todo', 'person-not-ready', '7', 'p4', '髙橋 亮', 'people', '2026-12-01T09:20:00', { standing: '登録' }),
] }
