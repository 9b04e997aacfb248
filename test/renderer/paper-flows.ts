import type { Copy } from '../../core/copies/copy.ts'
import type { Chain } from '../../core/custody/hop.ts'
import type { ExceptionUsed } from '../../core/exceptions/exception-used.ts'
import type { Fax } from '../../core/faxes/fax.ts'
import type { Provision } from '../../core/provisions/provision.ts'
import { Refusal, type Objection } from '../../core/refusal.ts'
import type { Subcontract } from '../../core/subcontracts/subcontract.ts'
import { at, contract, day, items } from './paper-facts.ts'

/** Subcontracts, copies, custody, faxes, provisions and exceptions of the scenario, at every step. */
const recorded = { recordedBy: 'p1', recordedAt: at('2026-12-14T10:00:00') }
const sub = (n: number, more: object): Subcontract => ({
  id: `s${n}`, no: `SC-R8-017-00${n}`, contractId: 'c1', parentId: null, company: '有限会社しらかば封入', reason: '封入封かんの設備を自社に持たないため', tasks: '納税通知書の封入封かん', information: '納税通知書（紙）12件', safety: '施錠した作業室、入退室の記録、秘密保持の誓約', supervision: '月1回の立入と書面による報告',
  address: '架空県しらかば町4-5-6', representative: '代表取締役　白樺 封蔵', certifications: 'プライバシーマーク 00000000', contact: '000-000-1111', periodFrom: null, periodTo: null, inspectEvery: 31, draftedAt: at('2026-12-08T10:00:00'), draftedBy: 'p1',
  appliedOn: null, docNo: null, decision: null, agreement: null, startedOn: null, inspections: [], ended: null, state: 'drafted', ...more,
}) as unknown as Subcontract
const decision = { outcome: '条件付承認', cityRef: 'R8税承0056', on: day('2026-12-14'), conditions: [{ kind: '持出禁止', text: '' }, { kind: 'その他', text: '作業は市内の事業所に限る' }], ...recorded }
const agreement = { fileName: '再委託契約書_しらかば封入.pdf', size: 182_331, sha256: '7'.repeat(64), signedOn: day('2026-12-15'), clauses: ['第5条 秘密保持', '第9条 管理監督の手続'], ...recorded }
const inspections = [{ no: 1, on: day('2027-01-14'), method: '立入', inspector: '水野 灯里', items: [{ item: '施錠保管', result: '要是正', remark: '鍵が掛かっていない' }, { item: '教育と誓約', result: '適', remark: '' }], corrective: '当日施錠し、点検表に加えた', nextOn: day('2027-02-14'), ...recorded }]
export const subcontracts = [
  sub(1, { appliedOn: day('2026-12-10'), docNo: 'ひ-R8-007', decision, agreement, startedOn: day('2026-12-16'), inspections, state: 'working' }),
  sub(2, { company: '合同会社こぶし運送', tasks: '封入物の運搬', parentId: 's1', safety: '', supervision: '' }),
  sub(3, { company: '株式会社あおば印刷', tasks: '納税通知書の印刷', appliedOn: day('2026-12-10'), state: 'applied' }),
  sub(4, { company: '株式会社みどり製本', tasks: '帳票の製本', appliedOn: day('2026-12-01'), decision: { ...decision, outcome: '承認', conditions: [] }, state: 'approved' }),
  sub(5, { company: '有限会社すみれ', appliedOn: day('2026-11-20'), decision: { ...decision, outcome: '不承認', cityRef: 'R8税承0031', conditions: [] }, state: 'refused' }),
]

const copy = (n: number, more: object): Copy => ({
  id: `y${n}`, no: `C-00${n}`, contractId: 'c1', itemId: items[0]!.id, itemName: items[0]!.name, kind: '作業用', purpose: '割付処理', place: 'PC-021 作業領域', medium: null, useUntil: day('2099-03-10'), requestedBy: 'p3', requestedAt: at('2026-12-08T10:00:00'), approved: null, made: null, target: null, ended: null, state: 'requested', ...more,
}) as unknown as Copy
const approved = { by: 'p1', at: at('2026-12-08T10:20:00') }
const made = { by: 'p3', at: at('2026-12-08T10:30:00'), path: '/home/yoshida/作業/C-001_R09_shiminzei_atena.csv', size: 927, sha256: items[0]!.sha256, sheets: null }
export const copies = [
  copy(1, { approved, made, target: made.path, state: 'in use' }), copy(2, { requestedBy: 'p2', kind: 'バックアップ', purpose: '障害への備え', medium: 'MED-2026-0003' }), copy(3, { approved, purpose: '校正', state: 'approved' }), copy(4, { approved, kind: '印刷', purpose: '校正紙の作成', state: 'approved' }),
  copy(5, { approved, made, useUntil: day('2026-11-01'), state: 'in use' }), copy(6, { approved, made, ended: { at: at('2027-03-17T10:04:00'), how: '作業領域の上書き消去', by: 'p2', wipeId: 'w1' }, state: 'ended' }),
]

const hop = (no: number, kind: string, more: object) => ({ no, kind, at: at(`2026-12-${String(6 + no).padStart(2, '0')}T10:00:00`), from: '株式会社ひかりの丘データサービス　暗号化保管庫', to: '', means: '', acceptedAt: null, before: items[0]!.sha256, after: items[0]!.sha256, evidence: [], gaps: [], ...more })
export const chain = {
  item: items[0], gaps: 4, hops: [
    hop(1, '受領', { from: '青葉野市　森川 奏', to: '株式会社ひかりの丘データサービス　水野 灯里', means: '手渡し（税務課窓口）・媒体MED-2026-0004', before: null, acceptedAt: at('2026-12-07T14:00:00'), evidence: ['A-R8-017-001', 'R8税収1234', '#24'], gaps: ['hash-not-listed'] }),
    hop(2, '保管', { from: '株式会社ひかりの丘データサービス　水野 灯里', to: '株式会社ひかりの丘データサービス　本社3階 第2作業室', means: '暗号化保管庫', evidence: ['#24'] }),
    hop(3, '複製', { to: '株式会社ひかりの丘データサービス　PC-021 作業領域', means: 'C-001（作業用）・𠮷田 美咲', evidence: ['C-001', '#31'] }),
    hop(4, '梱包', { to: '株式会社ひかりの丘データサービス　P-R8-017-001', means: 'AE-2 AES-256 ZIP・大庭 健吾', evidence: ['P-R8-017-001', '#35'] }),
    hop(5, '書込み', { from: '株式会社ひかりの丘データサービス　P-R8-017-001', to: '株式会社ひかりの丘データサービス　媒体MED-2026-0003', means: '書込み・読み返し（大庭 健吾）', evidence: ['P-R8-017-001', 'MED-2026-0003', '#37'], gaps: ['read-from-cache'] }),
    hop(6, '送付', { from: '株式会社ひかりの丘データサービス　大庭 健吾', to: '青葉野市　森川 奏', means: '日本郵便　簡易書留　387-00-12345-3・媒体MED-2026-0003', after: null, evidence: ['S-R8-017-001', 'P-R8-017-001', '#41'], gaps: ['under-way'] }),
    hop(7, '消去', { from: '株式会社ひかりの丘データサービス　PC-021 作業領域', means: 'C-001・手で削除', after: null, evidence: ['C-001', '#52'], gaps: ['not-verified'] }),
  ],
} as unknown as Chain

const exception = { cityRef: 'R8税指0012', reason: '回線の障害により、甲が指示したため', secondPerson: 'p2' }
const fax = (n: number, more: object): Fax => ({
  id: `f${n}`, no: `FX-R8-017-00${n}`, contractId: 'c1', recipient: contract.recipients[0], faxNo: '0000001234', content: '校正の確認票', itemIds: [], exception, requestedBy: 'p2', requestedAt: at('2026-12-11T09:00:00'), approved: null, sent: null, arrival: null, state: 'requested', ...more,
}) as unknown as Fax
const sent = { at: at('2026-12-11T09:40:00'), by: 'p3', pages: 2, testPageAt: at('2026-12-11T09:30:00'), testSeenBy: '森川 奏', calledAt: at('2026-12-11T09:38:00'), calledTo: '森川 奏', slipSha256: null }
const faxApproved = { by: 'p1', at: at('2026-12-11T09:20:00') }
export const faxes = [fax(1, { approved: faxApproved, sent, arrival: { at: at('2026-12-11T09:45:00'), to: '森川 奏', pages: 2, recordedBy: 'p3' }, state: 'confirmed' }), fax(2, {}), fax(3, { approved: faxApproved, state: 'approved' }), fax(4, { approved: faxApproved, sent, arrival: { at: at('2026-12-11T09:45:00'), to: '森川 奏', pages: 1, recordedBy: 'p3' }, state: 'differs' })]

const provision = (n: number, more: object): Provision => ({
  id: `v${n}`, no: `TP-R8-017-00${n}`, contractId: 'c1', organisation: '架空大学 税務研究室', recipient: '研 究子', address: '架空県', purpose: '統計の作成', information: '地区別の集計表', itemIds: [], count: 12, appliedBy: 'p3', appliedAt: at('2026-12-09T10:00:00'), consent: null, provided: null, state: 'applied', ...more,
}) as unknown as Provision
const consent = { on: day('2026-12-10'), exception: { ...exception, cityRef: 'R8税承0070', reason: '甲の依頼による' } }
export const provisions = [provision(1, { consent, provided: { on: day('2026-12-11'), means: '電子メール', by: 'p3', at: at('2026-12-11T10:00:00'), sentBy: { id: 'm1', no: 'M-R8-017-002' } }, state: 'provided' }), provision(2, {}), provision(3, { consent, state: 'consented' })]

const used = (seq: number, more: object): ExceptionUsed => ({ seq, contractId: 'c1', by: 'p3', at: at('2026-12-11T09:00:00'), exception, subjectId: 'f1', leadsTo: 'faxes', ...more }) as unknown as ExceptionUsed
export const exceptions = [
  used(61, { rule: 'R-18', article: '11(6)', kind: 'fax', subject: 'FX-R8-017-001 青葉野市 森川 奏' }), used(55, { rule: 'R-26', article: '13', kind: 'provision', subject: 'TP-R8-017-001 架空大学 税務研究室', leadsTo: 'provisions', subjectId: 'v1' }),
  used(48, { rule: 'R-05', article: '14', kind: 'handover', subject: '納税通知書データの受領', leadsTo: 'handovers', subjectId: 'h1' }), used(40, { rule: 'R-12', article: '11(4)', kind: 'service', subject: 'S-R8-017-002 レターパックプラス', leadsTo: 'mailings', subjectId: 'g1' }),
]

const refuse = (...objections: object[]): never => { throw new Refusal(objections as Objection[]) }
const said = (code: string, article: string, facts: object, rule: string | null = null) => ({ code, article, rule, facts })

export const flowAnswers = (some: <T>(list: readonly T[]) => readonly T[]) => ({
  'subcontracts.list': () => some(subcontracts), 'subcontracts.draft': () => refuse(said('subcontract-exists', '9②', { company: '有限会社しらかば封入', no: 'SC-R8-017-001' })), 'subcontracts.apply': () => refuse(said('subcontract-facts-missing', '9②', { missing: 'safety,supervision' }, 'R-02')),
  'subcontracts.decide': () => refuse(said('before-its-time', '9②', { what: 'approved', earlier: 'applied' })), 'subcontracts.agree': () => subcontracts[0], 'subcontracts.start': () => subcontracts[0], 'subcontracts.inspect': () => subcontracts[0], 'subcontracts.end': () => refuse(said('subcontract-below-open', '9③', { company: '合同会社こぶし運送', no: 'SC-R8-017-002' })), 'subcontracts.withdraw': () => subcontracts[4], 'subcontracts.revise': () => subcontracts[1],
  'copies.list': () => some(copies), 'copies.request': () => refuse(said('receipt-not-issued', '14', { handover: '納税通知書データの受領' }, 'R-04'), said('same-person', '11(8)', { person: '𠮷田 美咲', act: 'approve-copy' }, 'R-23')), 'copies.approve': () => copies[2], 'copies.decline': () => copies[2], 'copies.withdraw': () => copies[2],
  'copies.make': () => refuse(said('copy-elsewhere', '11(8)', { no: 'C-003', serial: 'AZ0004M2W8' }, 'R-23')), 'copies.print': () => copies[0], 'copies.end': () => refuse(said('copy-still-there', '11(8)', { no: 'C-001', path: made.path })),
  'custody.chain': () => chain,
  'faxes.list': () => some(faxes), 'faxes.request': () => refuse(said('fax-number-differs', '11(6)', {}, 'R-18')), 'faxes.approve': () => faxes[2], 'faxes.decline': () => faxes[2], 'faxes.withdraw': () => faxes[2], 'faxes.sent': () => refuse(said('before-its-time', '11(6)', { what: 'fax-sent', earlier: 'fax-test' })), 'faxes.arrived': () => faxes[0],
  'provisions.list': () => some(provisions), 'provisions.apply': () => refuse(said('company-not-approved', '9②', { company: '有限会社しらかば封入' }, 'R-02')), 'provisions.consent': () => provisions[2], 'provisions.refuse': () => provisions[1], 'provisions.provide': () => provisions[0], 'provisions.withdraw': () => provisions[1],
  'exceptions.list': () => some(exceptions),
})
