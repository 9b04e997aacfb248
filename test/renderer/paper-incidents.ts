import type { Incident } from '../../core/incidents/incident.ts'
import { Refusal, type Objection } from '../../core/refusal.ts'
import { at, day } from './paper-facts.ts'

/** Incidents at every step: the draft of a carry-out, one that somebody noticed, and what became of others. */
const minutesAgo = (minutes: number) => Math.floor(Date.now() / 60_000 - minutes) * 60_000
const base = {
  contractId: 'c1', subjectId: 'c1', foundBy: 'p3', place: '架空鉄道 ひかりの丘駅から青葉野駅までの車内', circumstances: '網棚に置いた鞄が、降りるときに見当たらなかった。', content: '校正用データ（USBメモリ、MED-2026-0003）', items: 2, records: 12, personalInfo: true, myNumber: false,
  encryption: 'AE-2 AES-256 ZIP（256ビット、PBKDF2）', keyCustody: '電話で別に連絡（森川 奏）', draftedAt: at('2026-12-15T09:10:00'), foundAt: at('2026-12-15T09:05:00'), kind: 'noticed', subject: 'USBメモリ MED-2026-0003', nature: '漏えいのおそれ', occurredAt: null, importanceClass: '重要情報', packages: [], itemIds: [],
  state: 'found', facts: [], timeline: [], reports: [], closed: null, dismissed: null, published: null, freezeLifted: null,
}
const one = (id: string, no: number, more: object): Incident => ({ ...base, id, no: `I-R8-017-00${no}`, ...more }) as unknown as Incident
const report = (no: number, kind: string, minutes: number, checking: string[] = []) => ({ no, kind, documentId: no === 1 ? 'l1' : 'l2', docNo: `ひ-R8-01${no}`, reportedAt: base.foundAt + minutes * 60_000, elapsedMinutes: minutes, checking, by: 'p1' })
const deed = (clock: string, kind: string, what: string) => ({ at: at(`2026-12-15T${clock}:00`), kind, what, who: '𠮷田 美咲', recordedBy: 'p3', recordedAt: at(`2026-12-15T${clock}:00`) })
const timeline = [deed('09:12', '関係者連絡', '作業責任者の水野に電話した。'), deed('09:20', '拡大防止', '鉄道会社の遺失物係に届け出た。'), deed('09:40', '証拠保全', '持出管理簿と梱包の記録を控えた。PC-021はそのままにしている。')]
const facts = [{ key: 'occurredAt', value: '2026-12-15T08:40:00+09:00', by: 'p3', at: at('2026-12-15T10:00:00') }, { key: 'place', value: '架空鉄道 青葉野駅 2番線', by: 'p3', at: at('2026-12-15T10:00:00') }]

export const incidents = [
  one('n1', 1, { kind: 'carry-out-overdue', subjectId: 't7', subject: 'T-R8-017-007', foundBy: null, foundAt: minutesAgo(75), nature: null }),
  one('n2', 2, { kind: 'medium-lost', subjectId: 't10', subject: 'T-R8-017-010', foundAt: minutesAgo(12), nature: null }),
  one('n3', 3, { state: 'first-reported', reports: [report(1, '第一報', 18, ['occurredAt'])] }),
  one('n4', 4, { state: 'followed-up', timeline, facts, reports: [report(1, '第一報', 18, ['occurredAt']), report(2, '続報', 65)] }),
  one('n5', 5, { state: 'final-reported', timeline, facts, reports: [report(1, '第一報', 18), report(2, '最終報', 1460)] }),
  one('n6', 6, { state: 'closed', timeline, facts, reports: [report(1, '第一報', 18), report(2, '最終報', 1460)], closed: { cityRef: '総事-3', on: day('2026-12-20'), toldBy: '西園 直樹', by: 'p1', at: at('2026-12-20T10:00:00') }, published: { publishedOn: day('2026-12-18'), where: '市のウェブサイト', by: 'p1', at: at('2026-12-18T10:00:00') } }),
]
const refuse = (...objections: object[]): never => { throw new Refusal(objections as Objection[]) }

const standing = [{ what: 'incident', id: 'n2', no: 'I-R8-017-002', contractId: 'c1' }, { what: 'audit', id: 'z1', no: 'H-R8-017-001', contractId: 'c1' }]
const erasures = [
  { wipeId: 'w1', planNo: 'D-R8-017-002', targetNo: 1, medium: 'MED-2026-0003', serial: 'AZ0003K7Q1', mediaName: 'USBメモリ', information: '納税通知書データ 12,480件', method: 'overwrite-tile', begunAt: at('2026-12-15T08:50:00'), operator: 'p3', stops: true },
  { wipeId: 'w2', planNo: 'D-R8-017-003', targetNo: 2, medium: 'MED-2026-0009', serial: 'S5RZNF0T100001', mediaName: '外付けSSD', information: '作業用複製', method: 'command', begunAt: at('2026-12-15T08:58:00'), operator: 'p1', stops: false },
]

/** `frozen`: incident and audit keep the evidence, and something is being erased meanwhile. */
export const incidentAnswers = (some: <T>(list: readonly T[]) => readonly T[], frozen: boolean) => ({
  'freezes.standing': () => (frozen ? standing : []), 'freezes.erasures': () => (frozen ? erasures : []), 'freezes.callOff': () => erasures.slice(1),
  'incidents.list': () => some(incidents), 'incidents.begin': () => incidents[1], 'incidents.complete': () => incidents[3], 'incidents.note': () => incidents[3], 'incidents.limit': () => ({ contractId: 'c1', minutes: 60 }), 'incidents.setLimit': () => ({ contractId: 'c1', minutes: 30 }),
  'incidents.report': () => refuse({ code: 'report-facts-unknown', article: '18①', rule: null, facts: { no: 'I-R8-017-001', kind: '第一報', missing: 'occurredAt,count' } }), 'incidents.close': () => incidents[5], 'incidents.dismiss': () => incidents[5], 'incidents.publish': () => incidents[5], 'incidents.liftFreeze': () => incidents[3],
  'consultations.list': () => some([{ id: 'k1', no: 'K-R8-017-001', contractId: 'c1', at: at('2026-12-10T10:00:00'), place: '税務課', topic: '校正紙の保管場所', cityAttendees: '森川 奏', contractorAttendees: '水野 灯里', conclusion: '施錠したキャビネットに置く。', draftedBy: 'p1', draftedAt: at('2026-12-10T11:00:00'), agreed: null, state: 'drafted' }]),
  'freezes.list': () => some([{ id: 'z1', no: 'H-R8-017-001', contractId: 'c1', reason: '甲の監査（令和8年12月）', cityRef: '総監-1', since: at('2026-12-14T10:00:00'), by: 'p1', lifted: null }]), 'freezes.begin': () => refuse(), 'freezes.lift': () => refuse(),
})
