import type { OperationName } from '../../core/contract.ts'
import { Refusal, type Objection } from '../../core/refusal.ts'
import { defaultCheckItems } from '../../core/staffing/default-check-items.ts'
import { defaultPledges } from '../../core/staffing/default-pledge.ts'
import { defaultQuestions } from '../../core/staffing/default-questions.ts'
import * as facts from './paper-facts.ts'
import type { Scene } from './paper-desk.ts'

/** Education, pledges, cards, rights, checks, posts and editions, on paper. */
type Answer = (input: never) => unknown
const at = facts.at
const objection = (code: string, article: string | null, given: object) => ({ code, article, rule: null, facts: given }) as unknown as Objection
const refuse = (...objections: Objection[]): never => { throw new Refusal(objections) }

const session = (id: string, no: string, more: object) => ({
  id, no, on: '2026-12-03', title: '情報セキュリティ研修', method: '対面講義', trainer: '水野 灯里', content: '特記仕様書22条と、持出し・送付・消去の手順', material: { blob: 'b', name: '研修スライド_令和8年度.pdf', size: 482_113, sha256: facts.hash('7c') }, materialSha256: facts.hash('7c'),
  test: '紙', passMark: 80, attendees: [{ personId: 'p1', score: 100, passed: true }, { personId: 'p2', score: 90, passed: true }, { personId: 'p3', score: 70, passed: false }], absentees: [{ personId: 'p4', reason: '発熱のため', followUpId: null }], followUpOf: null, recordedAt: at('2026-12-03T17:00:00'), ...more,
})
const sessions = [session('s1', 'T-2026-001', {}), session('s2', 'T-2026-002', { on: '2026-12-08', title: '理解度確認（再試験）', test: '画面', attendees: [{ personId: 'p3', score: null, passed: null }], absentees: [] }), session('s3', 'T-2026-003', { on: '2026-12-10', title: 'メール送信の手順', test: 'なし', passMark: null, material: null, materialSha256: null, attendees: [{ personId: 'p1', score: null, passed: true }, { personId: 'p2', score: null, passed: true }], absentees: [] })]

const card = (id: string, no: string, personId: string, more: object = {}) => ({ id, no, personId, companyName: '株式会社ひかりの丘データサービス', issuedOn: '2026-12-01', validTo: '2027-03-31', state: '発行', returnedOn: null, lost: null, visits: [], ...more })
const cards = [
  card('k1', 'HK-001', 'p1', { visits: [{ id: 'v1', on: '2026-12-07', place: '青葉野市役所 税務課', purpose: '受渡し', cameAt: at('2026-12-07T09:40:00'), leftAt: at('2026-12-07T11:05:00') }] }),
  card('k2', 'HK-002', 'p3'), card('k3', 'HK-003', 'p4', { companyName: '株式会社みほん人材', state: '紛失', lost: { on: '2026-12-10', circumstances: '帰宅途中の電車内で紛失', cityRef: '' } }), card('k4', 'HK-000', 'p2', { state: '返却', returnedOn: '2026-12-05' }),
]

const account = (loginId: string, personId: string, more: object = {}) => ({ loginId, personId, roles: ['worker'], grantedAt: at('2026-12-01T10:00:00'), grantedBy: 'p1', state: 'active', stoppedAt: null, reason: '', lastLoginAt: at('2026-12-11T08:58:00'), failures: 0, lockedOutAt: null, ...more })
const accounts = [
  account('mizuno', 'p1', { roles: ['administrator', 'supervisor'], grantedBy: null }), account('ohba', 'p2', { roles: ['mediaAdmin'] }), account('yoshida', 'p3'),
  account('takahashi', 'p4', { state: 'suspended', stoppedAt: at('2026-12-10T17:30:00'), reason: '連続失敗のため確認中', failures: 5, lockedOutAt: at('2026-12-10T17:02:00'), lastLoginAt: null }), account('hayashi', 'p2', { state: 'revoked', stoppedAt: at('2026-12-02T17:30:00'), reason: '退職' }),
]

const line = (text: string, article: string, more: object = {}) => ({ text, article, result: '適', note: '', plan: null, corrected: null, ...more })
const selfChecks = [
  { id: 'f1', no: 'SC-R8-017-001', contractId: 'c1', checkedOn: '2026-12-09', checkedBy: 'p1', remarks: '', state: '是正中', closed: null, items: defaultCheckItems.map(({ text, article }, i) => line(text, article, i === 3 ? { result: '不適', note: 'キャビネットの鍵が机上にあった', plan: { action: '鍵の保管場所を金庫に変える', dueOn: '2026-12-15' } } : i === 8 ? { result: '不適', note: '私物の充電器が接続されていた', plan: { action: '外して持ち帰らせる', dueOn: '2026-12-09' }, corrected: { what: '外して持ち帰らせた', on: '2026-12-09', by: 'p1', at: at('2026-12-09T15:00:00') } } : {})) },
  { id: 'f2', no: 'SC-R8-017-002', contractId: 'c1', checkedOn: '2026-12-10', checkedBy: 'p1', remarks: '', state: '完了', closed: { by: 'p2', at: at('2026-12-10T15:00:00') }, items: defaultCheckItems.map(({ text, article }) => line(text, article)) },
]

const post = (id: string, duty: string, personId: string, more: object = {}) => ({ id, contractId: 'c1', duty, personId, validFrom: '2026-12-01', validTo: null, contactOrder: null, telDay: '0000-00-0001', telNight: '', endReason: '', recordedAt: at('2026-12-01T10:00:00'), ...more })
const organisation = {
  posts: [post('o0', '作業責任者', 'p2', { validTo: '2026-12-05', contactOrder: 1 }), post('o1', '作業責任者', 'p1', { validFrom: '2026-12-06', contactOrder: 1, telNight: '0000-00-0009' }), post('o2', '代理者', 'p2', { contactOrder: 2 }), post('o3', '媒体管理者', 'p2')],
  changes: [{ id: 'x1', contractId: 'c1', from: 'p2', to: 'p1', effectiveOn: '2026-12-06', reason: '人事異動', submittedOn: '2026-12-04', docNo: 'ひ-R8-003', recordedAt: at('2026-12-04T10:00:00') }],
}

const edition = (version: string, more: object = {}) => ({ contractId: 'c1', title: '情報セキュリティ特記仕様書', version, fileName: `tokki-${version}.txt`, sha256: facts.hash('5'), file: { blob: 'b', name: `tokki-${version}.txt`, size: 12_000, sha256: facts.hash('5') }, agreedOn: '2026-12-01', effectiveOn: '2026-12-01', changes: '', cityRef: '', recordedBy: null, approvedBy: null, recordedAt: at('2026-12-01T10:00:00'), ...more })
const specifications = {
  inForce: 'v1.1', versions: [edition('v1.0', { file: null }), edition('v1.1', { effectiveOn: '2026-12-10', cityRef: 'R8税承0099', approvedBy: 'p2', recordedBy: 'p1', changes: '第11条第7号に、送信前の二者確認を追記' })],
  acknowledgements: [{ contractId: 'c1', version: 'v1.1', sha256: facts.hash('5'), personId: 'p1', at: at('2026-12-10T09:05:00') }],
}
const SPEC = '情報セキュリティ特記仕様書（架空）　v1.1\n\n（個人情報の取扱い）\n第１条　乙は、この契約による業務を処理するに当たり、個人情報の保護に関する法令、甲の情報セキュリティポリシー及びこの特記仕様書を守らなければならない。\n\n（責任体制の整備）\n第３条　乙は、情報の安全管理について、内部における責任体制を構築し、その体制を維持しなければならない。\n'

export function staffingAnswers(scene: Scene, some: <T>(list: readonly T[]) => readonly T[]): Partial<Record<OperationName, Answer>> {
  const errors = scene === 'errors'
  return {
    'staffing.sessions': () => some(sessions), 'staffing.questions': () => defaultQuestions, 'staffing.testPaper': () => defaultQuestions, 'staffing.pledgeTexts': () => defaultPledges, 'staffing.cards': () => some(cards), 'staffing.checkItems': () => ({ items: defaultCheckItems }), 'staffing.setCheckItems': (order: unknown) => order,
    'staffing.selfChecks': () => some(selfChecks), 'people.accounts': () => (scene === 'hostile' ? accounts : some(accounts)),
    'staffing.holdTraining': () => refuse(objection('score-missing', '7', { person: '髙橋 亮' }), objection('file-unreadable', null, { path: '/研修/スライド.pdf' })),
    'staffing.sitTest': () => (errors ? { score: 60, passed: false, passMark: 80, wrong: [0, 3, 6, 9] } : { score: 90, passed: true, passMark: 80, wrong: [2] }),
    'staffing.signOnScreen': () => refuse(objection('typed-name-differs', '8②', { person: '髙橋 亮' })), 'staffing.addPledgeText': () => refuse(objection('pledge-text-ends-with-contract', '8①', {})),
    'people.release': () => refuse(objection('release-card-out', '6②', { person: '𠮷田 美咲', card: 'HK-002' }), objection('release-account-open', '11(10)ア', { person: '𠮷田 美咲', loginId: 'yoshida' }), objection('release-media-held', '11(5)', { person: '𠮷田 美咲', media: 'MED-2026-0003、MED-2026-0004', count: 2 })),
    'people.changeRoles': () => refuse(objection('own-elevation', '11(10)ア', { person: '𠮷田 美咲', role: 'mediaAdmin' }), objection('last-administrator', '11(10)ア', { person: '𠮷田 美咲' })),
    'contracts.organisation': () => (scene === 'empty' || errors ? { posts: [], changes: [] } : organisation),
    'contracts.changeSupervisor': () => refuse(objection('change-not-beforehand', '5③', { effectiveOn: '2026-12-03', submittedOn: '2026-12-04' })),
    'contracts.specifications': () => specifications, 'contracts.readSpecification': () => ({ name: 'tokki-v1.1.txt', sha256: facts.hash('5'), bytes: new TextEncoder().encode(SPEC.repeat(4)) }),
    'contracts.acknowledgeSpecification': () => refuse(objection('nothing-found', null, { what: 'specification', id: 'v1.1' })),
    'contracts.agreeSpecification': () => refuse(objection('specification-needs-contractor', '21', { version: 'v1.2' })),
  }
}
