import type { Balance, HandBack, ItemBalance } from '../../core/settlement/settlement.ts'
import { at } from './paper-facts.ts'

/** A contract half settled: something returned, something in the vault, a medium of the city, a copy; and one where nothing is left. */
const item = (n: number, name: string, more: Partial<ItemBalance> = {}): ItemBalance => ({
  id: `i${n}`, no: n, name, size: 927, count: n === 1 ? 12 : null, form: '電磁的記録媒体', importanceClass: '重要情報', replaced: false, end: null, left: ['not-ended'], copies: 0, ...more,
} as ItemBalance)
const returned = { how: 'returned', at: at('2026-12-10T15:00:00'), ref: 'B-R8-017-001' } as const
const erased = { how: 'erased', at: at('2026-12-10T16:00:00'), ref: 'w1' } as const
const delivered = { how: 'delivered', at: at('2026-12-10T11:00:00'), ref: 'B-R8-017-002' } as const

const first = [
  item(1, 'R09_shiminzei_atena.csv', { end: returned, left: ['in-vault', 'copies'], copies: 1 }), item(2, 'R09_record_layout.csv', { end: returned, left: [] }), item(3, 'R09_futo_sample.txt', { end: erased, left: [] }),
]
const second = [item(4, '宛名修正データ/R09_修正_001.csv'), item(5, '宛名修正データ/R09_修正_002.csv', { end: delivered, left: [] }), item(6, '宛名修正データ/R09_修正_003.csv', { left: ['not-verified'] })]
const figures = (received: number, more: Partial<Balance['total']> = {}) => ({ received, returned: 0, delivered: 0, erased: 0, disposed: 0, remaining: 0, ...more })

export const balance = {
  contractId: 'c1', copies: { made: 2, open: 1 }, total: figures(6, { returned: 1, delivered: 1, erased: 1, remaining: 3 }),
  receipts: [
    { handoverId: 'h1', receiptNo: 'A-R8-017-001', replaced: false, purpose: '納税通知書データの受領', receivedAt: at('2026-12-07T10:00:00'), items: first, figures: figures(3, { returned: 1, erased: 1, remaining: 1 }) },
    { handoverId: 'h2', receiptNo: null, replaced: false, purpose: '宛名修正データ', receivedAt: at('2026-12-10T10:00:00'), items: second, figures: figures(3, { delivered: 1, remaining: 2 }) },
  ],
  media: [{ no: 'MED-2026-0003', type: 'USBメモリ', serial: 'AZ0003K7Q1', owner: '乙', state: '保管', open: true }, { no: 'MED-2026-0004', type: 'USBメモリ', serial: 'AZ0004M2W8', owner: '甲', state: '保管', open: true }],
  open: [
    { kind: 'item', id: 'h1', subject: 'A-R8-017-001', why: 'in-vault', count: 1, leadsTo: 'disposals' }, { kind: 'item', id: 'h2', subject: '宛名修正データ', why: 'not-ended', count: 1, leadsTo: 'settlement' }, { kind: 'item', id: 'h2', subject: '宛名修正データ', why: 'not-verified', count: 1, leadsTo: 'disposals' },
    { kind: 'copy', id: 'y1', subject: 'C-001', why: 'not-disposed', count: 1, leadsTo: 'copies' }, { kind: 'medium', id: 'MED-2026-0003', subject: 'MED-2026-0003', why: 'not-wiped', count: 1, leadsTo: 'disposals' }, { kind: 'medium', id: 'MED-2026-0004', subject: 'MED-2026-0004', why: 'of-city', count: 1, leadsTo: 'settlement' },
    { kind: 'mailing', id: 'm3', subject: 'S-R8-017-003', why: 'dispatched', count: 1, leadsTo: 'mailings' }, { kind: 'package', id: 'k2', subject: 'P-R8-017-002', why: 'verified', count: 1, leadsTo: 'packages' },
  ],
  openCount: 8,
} as unknown as Balance

const settled = [item(1, 'R09_shiminzei_atena.csv', { end: returned, left: [] }), item(2, 'R09_record_layout.csv', { end: returned, left: [] }), item(3, 'R09_futo_sample.txt', { end: erased, left: [] })]
export const settledBalance = {
  ...balance, copies: { made: 1, open: 0 }, total: figures(3, { returned: 2, erased: 1 }), open: [], openCount: 0,
  receipts: [{ handoverId: 'h1', receiptNo: 'A-R8-017-001', replaced: false, purpose: '納税通知書データの受領', receivedAt: at('2026-12-07T10:00:00'), items: settled, figures: figures(3, { returned: 2, erased: 1 }) }],
} as unknown as Balance

/** Nine thousand nine hundred and ninety-nine items with names that nobody would choose. */
export const hostileBalance = {
  ...balance, total: figures(9999, { remaining: 9999 }), openCount: 9999, open: [{ kind: 'item', id: 'h1', subject: '特別徴収に係る給与所得者異動届出書及び普通徴収切替理由書の電子データ化に伴う宛名情報等一式の受領について（その3の2）', why: 'not-ended', count: 9999, leadsTo: 'settlement' }],
  receipts: [{ handoverId: 'h1', receiptNo: null, replaced: false, purpose: '特別徴収に係る給与所得者異動届出書及び普通徴収切替理由書の電子データ化に伴う宛名情報等一式の受領について（その3の2）', receivedAt: at('2026-12-07T10:00:00'), figures: figures(9999, { remaining: 9999 }),
    items: Array.from({ length: 9999 }, (_, n) => item(n + 1, `令和9年度_市民税県民税納税通知書_宛名データ_𠮷田髙﨑地区_第${n + 1}分冊_最終版_修正済_確認済_印刷用_差替.csv`)) }],
} as unknown as Balance

export const handBacks = [{
  id: 'b1', no: 'B-R8-017-001', contractId: 'c1', how: 'returned', itemIds: ['i1', 'i2'], medium: 'MED-2026-0004', mailingId: null, mailId: null, means: '手渡し', at: at('2026-12-10T15:00:00'), place: '税務課窓口', handedBy: 'p2', receivedBy: '森川 奏', condition: '異常なし', remarks: '', by: 'p2',
  recordedAt: at('2026-12-10T15:10:00'), docNo: 'ひ-R8-021',
}, {
  id: 'b2', no: 'B-R8-017-002', contractId: 'c1', how: 'delivered', itemIds: ['i5'], medium: null, mailingId: 'm9', mailId: null, means: '簡易書留', at: at('2026-12-10T11:00:00'), place: '税務課', handedBy: 'p3', receivedBy: '森川 奏', condition: '', remarks: '', by: 'p3', recordedAt: at('2026-12-10T16:10:00'), docNo: null,
}] as unknown as HandBack[]
