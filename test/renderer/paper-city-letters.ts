import * as facts from './paper-facts.ts'

const { at, hash } = facts
const header = (docNo: string, form: string, title: string, articleRef: string) => ({
  v: 1, docNo, revision: 1, revisionKind: '新規', revisionReason: '', issuedAt: '2026-12-10T09:00:00+09:00', addressee: { organisation: '青葉野市', name: '青葉野市長', section: '総務部税務課' }, sender: { organisation: '株式会社ひかりの丘データサービス', address: '架空県ひかりの丘市1-2-3', representative: '代表取締役　大鳥 誠' },
  contact: { name: '水野 灯里', tel: '', email: '' }, contract: { contractNo: 'R8-税-017', title: '令和9年度市民税・県民税納税通知書データ作成業務委託' }, articleRef, keys: { rootFingerprint: hash('9ab4'), checkpointKeyId: 'ab' }, witness: null,
  form, template: 'LETTER/1', formVersion: `${form}/1`, mark: '', title, changesDocNo: '', statement: `特記仕様書${articleRef}の規定により、下記のとおり申請します。`, notes: [], signatures: [],
})
const field = (label: string, value: string, as = 'text', wide = false) => ({ label, value, as, wide })
const carryOut = {
  ...header('ひ-R8-006', 'F-11', '持出許可申請書', '第11条第2号'),
  parts: [
    { kind: 'fields', heading: '申請', fields: [field('管理番号', 'T-R8-017-001'), field('申請日', '2026-12-14', 'day'), field('申請者', '𠮷田 美咲'), field('持出者', '𠮷田 美咲、髙橋 亮')] },
    { kind: 'fields', heading: '持ち出すもの', fields: [field('情報の内容', '納品データ（宛名12件）', 'text', true), field('媒体番号', 'MED-2026-0003'), field('重要度', '重要情報・個人情報'), field('暗号化', 'AES-256 ZIP', 'text', true), field('持出先', '青葉野市役所 税務課'), field('持出（予定）', '2026-12-14T13:00:00+09:00', 'time'), field('返却期限', '2026-12-14T17:00:00+09:00', 'time')] },
  ],
}
const subcontract = { ...header('ひ-R8-005', 'F-09', '再委託承認申請書', '第9条第2項'), parts: [{ kind: 'fields', heading: '再委託先', fields: [field('名称', '有限会社しらかば封入', 'text', true), field('再委託をする理由', '封入封かんの設備を自社に持たないため', 'text', true)] }] }
const line = { no: 1, kind: 'vault', information: '納税通知書データ一式', receipts: ['A-R8-017-001（1-3）'], importanceClass: '重要情報', myNumber: false, mediaName: 'PC-021 の保管庫', quantity: 3, unit: '件', afterwards: '再利用', medium: null, paths: [], method: 'vault', methodWords: '保管庫の写しの消去', level: 'L2', category: '', consentRef: '' }
const notice = { ...header('N-R8-017-002', 'F-28', '', '第15条第2項'), form: 'F-28', template: 'F-28/1', plan: { no: 'D-R8-017-001', decidedAt: '2027-03-10T09:00:00+09:00', plannedOn: '2027-03-17', place: '本社3階 第2作業室', operator: '大庭 健吾', verifier: '水野 灯里', outsourcer: '', remarks: '' }, requested: null, attendance: null, lines: [line, { ...line, no: 2, mediaName: 'USBメモリ（MED-2026-0003）', quantity: 1, unit: '個' }] }

const one = (id: string, record: { form: string; docNo: string }, more: object = {}) => ({ id, contractId: 'c1', form: record.form, docNo: record.docNo, revision: 1, hash: hash(id), code: 'K7QM-2V9X-4HTB-88RC-W0JN', verdict: 'verified', body: 'pdf', reasons: [], record, cityReceiptNo: 'R8税収1240', importedAt: at('2026-12-14T09:40:00'), importedBy: 'p1', supersededBy: null, files: [], papers: [], ...more })

/** Applications that a city imported. */
export const letters = [one('x3', subcontract), one('x4', carryOut, { cityReceiptNo: '' }), one('x5', notice)]
