import type { CarryOut } from '../../core/carryouts/carry-out.ts'
import { HOUR, MINUTE, type Instant } from '../../core/time.ts'
import { Refusal, type Objection } from '../../core/refusal.ts'
import { at, day } from './paper-facts.ts'

/** Carry-outs at every step. What is out runs by the real clock, so that its clock can be seen running. */
const now = Math.floor(Date.now() / MINUTE) * MINUTE
const from = (hours: number): Instant => (now + hours * HOUR) as Instant
const base: Omit<CarryOut, 'id' | 'no'> = {
  contractId: 'c1' as CarryOut['contractId'], kind: 'medium', content: '納品データ', quantity: 1, medium: 'MED-2026-0003' as CarryOut['medium'], packages: ['k1'] as unknown as CarryOut['packages'],
  encryption: [{ packageNo: 'P-R8-017-001', container: 'AE-2 AES-256 ZIP', keyBits: 256, kdf: 'PBKDF2-HMAC-SHA1, 1000 iterations', envelope: false }], protection: '', importanceClass: '重要情報', personalInfo: true, myNumber: false, items: 3, records: 12,
  purpose: '納品確認', destination: '青葉野市役所 税務課', route: '社用車で直行・直帰', persons: ['p3', 'p4'] as unknown as CarryOut['persons'], outFrom: from(-3), dueAt: from(1.5), eraseAfterUse: true, eraseNote: '確認用端末に写したファイル',
  appliedBy: 'p3' as CarryOut['appliedBy'], appliedAt: at('2026-12-14T09:10:00'), approval: null, cityApproval: null, rejection: null, withdrawal: null, out: null, overdueSince: null, reminders: [], erasure: null, returned: null, lost: null, state: 'applied',
}
const approval = { by: 'p1', at: at('2026-12-14T09:40:00'), conditions: '直行・直帰とする' } as CarryOut['approval']
const cityApproval = { ref: 'R8税承0061', on: day('2026-12-14'), toldBy: '森川 奏', conditions: '', recordedBy: 'p3', recordedAt: at('2026-12-14T10:20:00') } as CarryOut['cityApproval']
const out = (hours: number) => ({ at: from(hours), persons: ['p3', 'p4'], by: 'p3', serial: 'AZ0003K7Q1', identified: 'read', coSignedBy: null, filesSeen: 1 }) as unknown as CarryOut['out']
const erasure = { outcome: 'done', at: from(-1), by: 'p3', note: '端末から消去し、ごみ箱も空にした', recordedBy: 'p3' } as CarryOut['erasure']
const returned = { at: from(-0.5), by: 'p3', quantity: 1, storagePlace: '施錠キャビネットC-2', note: '', confirmedBy: 'p2', recordedBy: 'p3', recordedAt: from(-0.5) } as CarryOut['returned']
const one = (n: number, more: Partial<CarryOut>): CarryOut => ({ ...base, id: `t${n}` as CarryOut['id'], no: `T-R8-017-${String(n).padStart(3, '0')}`, ...more })

export const carryOuts: readonly CarryOut[] = [
  one(1, { approval, cityApproval, out: out(-30), erasure, returned, state: 'completed' }),
  one(2, { appliedBy: 'p2' as CarryOut['appliedBy'], persons: ['p2'] as unknown as CarryOut['persons'] }),
  one(3, { approval, state: 'approved' }),
  one(4, { approval, cityApproval, state: 'permitted' }),
  one(5, { approval, cityApproval, out: out(-2.5), state: 'out' }),
  one(6, { approval, cityApproval, out: out(-8), content: '校正紙', kind: 'document', medium: null, packages: [], encryption: [], protection: '鍵のかかるかばん（鍵は作業責任者が保管）', quantity: 3, eraseAfterUse: false, eraseNote: '校正紙は持ち帰る', dueAt: from(-0.6), overdueSince: from(-0.6), reminders: [{ persons: ['p3'], how: '電話', at: from(-0.4), note: '渋滞中、まもなく戻る', by: 'p2' }] as unknown as CarryOut['reminders'], state: 'out' }),
  one(7, { approval, cityApproval, out: out(-60), dueAt: from(-52), overdueSince: from(-52), destination: '青葉野市役所 市民課', state: 'out' }),
  one(8, { approval, cityApproval, out: out(-5), returned, state: 'back' }),
  one(9, { rejection: { of: '乙', toldBy: '', reason: '簡易書留で送れるため', by: 'p1', at: at('2026-12-13T10:00:00') } as CarryOut['rejection'], state: 'rejected' }),
  one(10, { approval, cityApproval, out: out(-20), lost: { foundAt: from(-18), place: '青葉野駅', circumstances: '改札でかばんがないことに気付いた', by: 'p3', at: from(-18) } as CarryOut['lost'], state: 'lost' }),
]

const refuse = (...objections: object[]): never => { throw new Refusal(objections as Objection[]) }

export const carryOutAnswers = (scene: string, some: <T>(list: readonly T[]) => readonly T[]) => ({
  'reports.procedure': () => null, 'carryOuts.list': () => some(carryOuts), 'carryOuts.alarm': () => ({ contractId: 'c1', incidentAfterHours: 24 }), 'carryOuts.setAlarm': () => ({ contractId: 'c1', incidentAfterHours: 12 }),
  'carryOuts.apply': () => refuse({ code: 'package-not-written-there', article: '11(2)', rule: 'R-09', facts: { no: 'P-R8-017-001', medium: 'MED-2026-0003' } }, { code: 'person-not-trained', article: '7', rule: 'R-01', facts: { person: '髙橋 亮' } }),
  'carryOuts.goOut': () => refuse({ code: 'plain-file-beside', article: '11(2)', rule: 'R-09', facts: { names: '宛名一覧.xlsx、メモ.txt', count: 2 } }, { code: 'medium-serial-differs', article: '11(5)', rule: 'R-17', facts: { no: 'MED-2026-0003', expected: 'AZ0003K7Q1', found: 'AZ0004M2W8' } }),
  'carryOuts.confirmReturn': () => refuse({ code: 'carrier-cannot-confirm', article: '11(2)', rule: null, facts: { person: '𠮷田 美咲' } }),
  'carryOuts.approve': () => carryOuts[2], 'carryOuts.permit': () => carryOuts[3], 'carryOuts.reject': () => carryOuts[8], 'carryOuts.withdraw': () => carryOuts[8], 'carryOuts.remind': () => carryOuts[5], 'carryOuts.recordErasure': () => carryOuts[0], 'carryOuts.reportLost': () => carryOuts[9],
})
