import * as facts from './paper-facts.ts'
import { letters } from './paper-city-letters.ts'

const { at, hash } = facts
const figures = (received: number, more: object = {}) => ({ received, returned: 0, delivered: 0, erased: 0, disposed: 0, remaining: 0, ...more })
const long = '特別徴収に係る給与所得者異動届出書及び普通徴収切替理由書の電子データ化に伴う宛名情報等一式（𠮷田 髙﨑 その3の2）'
const item = (no: number, name: string, end: string | null, documents: string[], waits: object[] = []) => ({ no, name, infoKind: '宛名・税額データ', importanceClass: '重要情報', count: no === 1 ? 12 : null, end, documents, waits })
const receipt = (n: number, items: object[], sums: object, designation: object | null) => ({ importedId: `x${n}`, receiptNo: `A-R8-017-00${n}`, revision: 1, purpose: '納税通知書の作成', receivedAt: at('2026-12-07T10:00:00'), items, figures: sums, designation })

const settlement = {
  contractId: 'c1', at: at('2027-03-18T14:00:00'), contradictions: [], confirmation: null, total: figures(5, { erased: 2, returned: 1, remaining: 2 }),
  receipts: [
    receipt(1, [item(1, 'R09_shiminzei_atena.csv', 'erased', ['E-R8-017-001']), item(2, 'R09_record_layout.csv', 'erased', ['E-R8-017-001']), item(3, 'R09_futo_sample.txt', 'returned', ['ひ-R8-018'])], figures(3, { erased: 2, returned: 1 }), { id: 'g1', no: 'H-R8-017-001', mismatches: [] }),
    receipt(2, [item(1, '異動分宛名.csv', null, [], [{ why: 'notice-open', docNo: 'N-R8-017-002' }]), item(2, '校正紙', null, [], [{ why: 'no-document', docNo: '' }])], figures(2, { remaining: 2 }), null),
  ],
}
const contradictions = [
  { code: 'executed-before-notice', article: '15②', documents: ['E-R8-017-002', 'N-R8-017-002'], facts: { row: '1', begun: '令和9年3月10日 9時00分', noticed: '令和9年3月10日 11時30分' } },
  { code: 'serial-differs-from-drive', article: '15⑤', documents: ['E-R8-017-002'], facts: { row: '1', medium: 'MED-2026-0003', serial: 'AZ0003K7Q1', other: 'AZ0003K7Q7' } },
  { code: 'figures-differ', article: '15①', documents: ['ひ-R8-020', 'A-R8-017-002'], facts: { figure: 'erased', said: '2', counted: '0' } },
  { code: 'receipt-unknown', article: '14', documents: ['E-R8-017-002', 'A-R8-017-009'], facts: {} },
]
const mismatches = [{ what: 'count', item: 'R09_shiminzei_atena.csv', designated: '12', received: '13', consent: '' }, { what: 'item-missing', item: 'R09_futo_sample.txt', designated: 'R09_futo_sample.txt', received: '', consent: '' }]
const against = { ...settlement, contradictions, confirmation: { importedId: 'x9', docNo: 'ひ-R8-020', confirmedBy: null }, receipts: settlement.receipts.map((one, i) => (i === 0 ? { ...one, designation: { id: 'g1', no: 'H-R8-017-001', mismatches } } : one)) }
const hostile = { ...settlement, total: figures(9999, { remaining: 9999 }), receipts: [{ ...receipt(1, Array.from({ length: 9999 }, (_, i) => item(i + 1, `${long}${i + 1}.csv`, null, [], [{ why: 'no-document', docNo: '' }])), figures(9999, { remaining: 9999 }), { id: 'g1', no: 'H-R8-017-001', mismatches: Array.from({ length: 8 }, (_, i) => ({ what: 'item-missing', item: `${long}${i}`, designated: long, received: '', consent: '' })) }), receiptNo: 'A-R8-017-001' }] }

const answered = (n: number, more: object = {}) => ({ id: `n${n}`, contractId: 'c1', importedId: 'x3', form: 'F-09', of: { docNo: 'ひ-R8-005', revision: 1, hash: hash('99aa') }, docNo: 'C2-ひ-R8-005-1', revision: 1, decision: '条件付承認', approvalNo: 'R8税承0056', decidedOn: '2026-12-14', conditions: [{ kind: '持出禁止', text: '' }], reason: '', attendance: null, answeredBy: 'p1', answeredAt: at('2026-12-14T09:00:00'), supersededBy: null, ...more })
const designation = { id: 'g1', no: 'H-R8-017-001', contractId: 'c1', means: '手渡し', at: at('2026-12-07T10:00:00'), place: '税務課窓口', deliveredBy: '森川 奏', purpose: '納税通知書データ作成', medium: { type: 'USBメモリ', serial: 'AZ0004M2W8', ownerNo: '税-USB-12' }, returnDueOn: null, designatedBy: 'p1', recordedAt: at('2026-12-07T09:00:00'), withdrawn: null, items: [{ name: 'R09_shiminzei_atena.csv', count: 12, size: 927, sha256: hash('974b') }, { name: 'R09_record_layout.csv', count: null, size: 119, sha256: hash('999e') }] }
const checkpoint = (size: number, docNo: string, proved: boolean) => ({ size, root: hash(String(size)), text: '', docNo, issuedAt: at('2026-12-07T10:40:00'), seenAt: at('2026-12-07T14:00:00'), proved })
const known = { origin: 'azukari/9ab49ab49ab49ab4', organisation: '株式会社ひかりの丘データサービス', contractIds: ['c1'], checkpoints: [checkpoint(48, 'A-R8-017-001', true), checkpoint(131, 'ひ-R8-005', true), checkpoint(207, 'N-R8-017-002', false)], contradictions: [], restorings: [] as object[] }
const contradicted = { ...known, contradictions: [
  { kind: 'ROLLBACK', docNo: 'E-R8-017-002', size: 96, root: hash('be'), text: '', known: { size: 131, root: hash('131'), docNo: 'ひ-R8-005' }, at: at('2027-03-18T13:20:00'), contractId: 'c1' },
  { kind: 'FORK', docNo: 'ひ-R8-019', size: 207, root: hash('ef'), text: '', known: { size: 207, root: hash('207'), docNo: 'N-R8-017-002' }, at: at('2027-03-18T13:40:00'), contractId: 'c1' },
] }

/** Restored from a backup of 120 entries, after the city had seen 207: not decided on; and another of which nobody here knew anything that was lost. */
const restoring = {
  id: 'r1', origin: known.origin, organisation: known.organisation, contractId: 'c1', restoredAt: at('2027-03-17T08:50:00'), madeAt: at('2027-03-14T12:15:00'), keptTo: 120, toldLost: 90, cityRef: '総務部税務課 森川様 電話', toldAt: at('2027-03-17T09:40:00'),
  seq: 120, entry: '', checkpoint: { size: 133, root: hash('7c'), text: '' }, provedTo: 48, proved: [], gone: [checkpoint(131, 'ひ-R8-005', true), checkpoint(207, 'N-R8-017-002', false)], shownAt: at('2027-03-18T13:50:00'), decided: null,
}
const restored = { ...contradicted, restorings: [restoring, { ...restoring, id: 'r0', restoredAt: at('2026-12-20T08:50:00'), keptTo: 50, toldLost: 2, gone: [] }] }

/** The city's own office on paper: as it goes, empty, with papers that contradict each other, and with names that are too long. */
export function cityOfficeAnswers(scene: string): Record<string, (input: never) => unknown> {
  const empty = scene === 'city-fresh'
  const wrong = scene === 'city-errors'
  const list = <T>(some: readonly T[]): readonly T[] => (empty ? [] : some)
  return {
    'cityOffice.numberings': () => ({ 収受: '{fiscal}税収{seq:4}', 承認: empty ? '' : '{fiscal}税承{seq:4}' }),
    'cityOffice.nextApprovalNo': () => ({ no: empty ? null : 'R8税承0061' }),
    'cityOffice.answers': () => list([answered(1, { supersededBy: 'n2', decision: '承認', conditions: [] }), answered(2, { revision: 2 })]),
    'cityOffice.answer': () => answered(3),
    'cityOffice.settlement': () => (empty ? { ...settlement, receipts: [], total: figures(0) } : wrong ? against : scene === 'city-hostile' ? hostile : settlement),
    'cityOffice.designations': () => list(scene === 'city-hostile' ? Array.from({ length: 400 }, (_, i) => ({ ...designation, id: `g${i}`, no: `H-R8-017-${i}`, purpose: long })) : [designation]),
    'cityOffice.ledgersKnown': () => list([wrong ? restored : known]),
    'cityOffice.decideRestoring': () => restored,
    'contracts.lookAtKey': () => ({ organisation: wrong ? '株式会社べつのデータ' : '青葉野市', expected: '青葉野市', docNo: 'K-9ab4', issuedAt: '2026-12-02T11:00:00+09:00', fingerprint: hash('9ab4'), checkWords: ['あさひ', 'うめぼし', 'かいがん', 'さくら', 'たけのこ', 'なつやすみ', 'はるかぜ', 'まつり', 'やまびこ', 'らくだ', 'わかば', 'えんぴつ'], replaces: wrong ? hash('77') : null, known: false }),
    ...(scene.startsWith('city') ? { 'city.imported': () => (empty ? [] : [...facts.imported, ...letters]) } : {}),
  }
}
