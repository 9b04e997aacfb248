import type { Audit } from '../../core/audits/audit.ts'
import type { Cancellation } from '../../core/cancellation/cancellation.ts'
import { Refusal, type Objection } from '../../core/refusal.ts'
import { at, day } from './paper-facts.ts'

/** Audits at every step, and a contract that was cancelled. */
const base = {
  contractId: 'c1', kind: '立入検査', cityRef: 'R8総監0012', auditors: '青葉野市 総務部 情報政策課　𠮷髙 實、森川 奏', announcedOn: day('2026-12-07'), plannedAt: at('2026-12-10T10:00:00'), place: '本社3階 第2作業室', subject: '預かった情報の管理の状況（媒体の施錠、持出管理簿、複製記録簿）', begunBy: 'p1', begunAt: at('2026-12-07T11:00:00'),
  held: null, requests: [], findings: [], closed: null, state: 'noticed',
}
const held = { from: at('2026-12-10T10:00:00'), to: at('2026-12-10T12:30:00'), auditors: base.auditors, place: base.place, attendees: '水野 灯里、大庭 健吾', remarks: '', by: 'p1', at: at('2026-12-10T12:40:00') }
const request = (no: number, kind: string, what: string, answers: object[] = []) => ({ no, kind, what, askedBy: '𠮷髙 實', askedAt: at('2026-12-10T10:20:00'), dueOn: day('2026-12-14'), recordedBy: 'p1', answers })
const shown = { what: '原本は施錠キャビネットC-2で見せた。', documents: [{ id: 'l1', docNo: 'ひ-R8-015', revision: 1, title: '媒体管理簿' }, { id: 'l2', docNo: 'ひ-R8-016', revision: 2, title: '持出管理簿' }], at: at('2026-12-10T10:40:00'), by: 'p1' }
const finding = (no: number, what: string, due: string, corrections: object[] = []) => ({ no, what, dueOn: day(due), responsible: no % 2 === 1 ? 'p2' : 'p3', recordedBy: 'p1', recordedAt: at('2026-12-10T12:50:00'), corrections })
const corrected = (confirmed: object | null, by = 'p2') => ({ action: '貸出簿を改め、11月分から記入し直した。', on: day('2026-12-15'), by, at: at('2026-12-15T17:00:00'), confirmed })
const one = (id: string, no: number, more: object): Audit => ({ ...base, id, no: `KS-R8-017-00${no}`, ...more }) as unknown as Audit
const right = { found: 'put right', note: '', by: 'p1', at: at('2026-12-16T09:00:00') }
export const audits = [
  one('u1', 1, {}),
  one('u2', 2, { held, state: 'correcting', requests: [request(1, '資料', '媒体管理簿と持出管理簿', [shown]), request(2, '説明', '施錠キャビネットの鍵の管理')], findings: [finding(1, 'キャビネットC-2の鍵の貸出簿に記入漏れがある。', '2026-12-24'), finding(2, '持出管理簿の返却確認者が空欄のものがある。', '2099-12-24')] }),
  one('u3', 3, { held, state: 'correcting', kind: '監査', requests: [request(1, '資料', '媒体管理簿と持出管理簿', [shown])], findings: [finding(1, 'キャビネットC-2の鍵の貸出簿に記入漏れがある。', '2099-12-24', [corrected({ found: 'not yet', note: '11月分がない。', by: 'p1', at: at('2026-12-14T09:00:00') }), corrected(null)]), finding(2, '返却確認者の空欄', '2099-12-24')] }),
  one('u4', 4, { held, state: 'corrected', requests: [request(1, '資料', '媒体管理簿', [shown])], findings: [finding(1, '記入漏れ', '2026-12-24', [corrected(right)])] }),
  one('u5', 5, { held, state: 'closed', kind: '資料の求め', announcedOn: null, closed: { cityRef: 'R8総監0031', on: day('2026-12-25'), toldBy: '𠮷髙 實', by: 'p1', at: at('2026-12-25T10:00:00') } }),
]

export const cancellation = {
  id: 'k9', contractId: 'c1', cityRef: 'R8税契0200', noticeOn: day('2026-11-18'), receivedAt: at('2026-11-18T15:00:00'), toldBy: '西園 直樹', reason: '第6条の届出をしていない場所で情報を取り扱ったため。', scope: { of: 'whole' }, effectiveOn: day('2026-11-20'), atOnce: false, settleBy: day('2026-12-28'), settleHow: '窓口で返却し、残りは上書き消去する。',
  recordedBy: 'p1', recordedAt: at('2026-12-20T15:30:00'), withdrawn: null,
} as unknown as Cancellation
const takenBack = { ...cancellation, id: 'k8', cityRef: 'R8税契0180', withdrawn: { cityRef: 'R8税契0190', on: day('2026-12-18'), toldBy: '西園 直樹', reason: '届出が出ていた。', by: 'p1', at: at('2026-12-18T10:00:00') } } as unknown as Cancellation
const refuse = (...objections: object[]): never => { throw new Refusal(objections as Objection[]) }

/** `cancelled`: the contract in hand was cancelled. */
export const auditAnswers = (some: <T>(list: readonly T[]) => readonly T[], cancelled: boolean) => ({
  'audits.list': () => some(audits), 'audits.begin': () => audits[0], 'audits.hold': () => audits[1], 'audits.ask': () => audits[1], 'audits.answer': () => audits[1], 'audits.find': () => audits[1], 'audits.correct': () => audits[2], 'audits.confirm': () => audits[3],
  'audits.close': () => refuse({ code: 'audit-findings-open', article: '17', rule: null, facts: { no: 'KS-R8-017-004', findings: '1,2' } }),
  'cancellations.list': () => (cancelled ? [cancellation, takenBack] : []), 'cancellations.record': () => refuse({ code: 'cancellation-known', article: '19①', rule: null, facts: { cityRef: 'R8税契0200' } }), 'cancellations.withdraw': () => takenBack,
})
