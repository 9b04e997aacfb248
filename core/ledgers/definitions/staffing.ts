import { roleWords } from '../../words/terms.ts'
import { ledger } from '../definition.ts'
import { columnsOf, sameInBoth, several, words } from './columns.ts'

const account = columnsOf<'account'>()
const card = columnsOf<'id-card'>()
const session = columnsOf<'training-session'>()
const check = columnsOf<'self-check'>()

/** F-21 アクセス権限管理簿: who may come in, with which roles, since when and until when (Art. 11(10)ア). */
export const accounts = ledger({
  name: 'accounts',
  title: words('アクセス権限管理簿', 'Access rights'),
  lead: words('IDの付与・停止・廃止と、最終ログイン・失敗回数です。', 'IDs given, suspended and revoked, with their last use and failures.'),
  form: 'F-21', article: '11(10)ア', office: 'both', kind: 'account',
  contractOf: () => null,
  leadsTo: () => '/people/access',
  columns: [
    account.text('loginId', 'ID', 'ID', 14, (a) => a.loginId),
    account.text('name', '氏名', 'Name', 14, (a, look) => look('person', a.personId)?.name ?? a.personId),
    account.text('roles', '権限', 'Roles', 22, (a) => several(a.roles.map((role) => roleWords[role][0]))),
    account.instant('grantedAt', '付与日', 'Given', 16, (a) => a.grantedAt, { filterable: true }),
    account.text('grantedBy', '付与者', 'By', 12, (a, look) => (a.grantedBy === null ? null : look('person', a.grantedBy)?.name ?? a.grantedBy), { extra: true }),
    account.instant('stoppedAt', '停止日', 'Stopped', 16, (a) => a.stoppedAt, { filterable: true }),
    account.text('reason', '停止の理由', 'Reason', 18, (a) => a.reason),
    account.instant('lastLoginAt', '最終ログイン', 'Last use', 16, (a) => a.lastLoginAt, { filterable: true }),
    account.number('failures', '失敗回数', 'Failures', 8, (a) => a.failures),
    account.state('state', '状態', 'State', 8, { active: words('有効', 'active'), suspended: words('停止', 'suspended'), revoked: words('廃止', 'revoked') }, (a) => a.state),
  ],
})

/** F-06 証明書発行台帳: the cards carried inside city hall (Art. 6②). */
export const cards = ledger({
  name: 'id-cards',
  title: words('証明書発行台帳', 'ID cards'),
  lead: words('庁舎内で携帯する証明書の発行・返納・紛失の記録です。', 'Cards for city hall: issued, returned, lost.'),
  form: 'F-06', article: '6②', office: 'contractor', kind: 'id-card',
  contractOf: () => null,
  leadsTo: () => '/people/cards',
  columns: [
    card.text('no', '証明書番号', 'Card no.', 12, (c) => c.no),
    card.text('name', '氏名', 'Name', 14, (c, look) => look('person', c.personId)?.name ?? c.personId),
    card.text('company', '事業者名', 'Company', 20, (c) => c.companyName),
    card.day('issuedOn', '発行日', 'Issued', 12, (c) => c.issuedOn, { filterable: true }),
    card.day('validTo', '有効期限', 'Valid to', 12, (c) => c.validTo, { filterable: true }),
    card.day('returnedOn', '返納日', 'Returned', 12, (c) => c.returnedOn),
    card.day('lostOn', '紛失日', 'Lost', 12, (c) => c.lost?.on),
    card.text('cityRef', '紛失届の受付番号', 'City no. of the loss', 14, (c) => c.lost?.cityRef),
    card.number('visits', '入庁回数', 'Visits', 8, (c) => c.visits.length),
    card.state('state', '状態', 'State', 8, sameInBoth({ 発行: 'issued', 返却: 'returned', 紛失: 'lost' }), (c) => c.state),
  ],
})

/** F-07 教育記録: every session, who came and who was absent (Art. 7). */
export const trainings = ledger({
  name: 'trainings',
  title: words('教育記録', 'Education'),
  lead: words('教育・研修の実施と、受講者・欠席者の記録です。', 'Sessions of education, with who came and who did not.'),
  form: 'F-07', article: '7', office: 'contractor', kind: 'training-session',
  contractOf: () => null,
  leadsTo: () => '/people/training',
  columns: [
    session.text('no', '研修番号', 'No.', 12, (s) => s.no),
    session.day('on', '実施日', 'Day', 12, (s) => s.on, { filterable: true }),
    session.text('title', '名称', 'Title', 20, (s) => s.title),
    session.text('method', '方法', 'Method', 10, (s) => s.method),
    session.text('trainer', '講師', 'Trainer', 12, (s) => s.trainer),
    session.text('content', '内容', 'Content', 20, (s) => s.content, { extra: true }),
    session.text('material', '教材', 'Material', 16, (s) => s.material?.name),
    session.text('materialSha256', '教材のハッシュ', 'Hash of the material', 20, (s) => s.materialSha256, { extra: true }),
    session.state('test', '理解度確認', 'Test', 8, sameInBoth({ なし: 'none', 紙: 'on paper', 画面: 'at the desk' }), (s) => s.test),
    session.number('attendees', '受講者数', 'Attended', 8, (s) => s.attendees.length),
    session.text('names', '受講者', 'Attendees', 24, (s, look) => several(s.attendees.map(({ personId }) => look('person', personId)?.name ?? personId)), { extra: true }),
    session.number('failed', '未合格', 'Not passed', 8, (s) => s.attendees.filter(({ passed }) => passed !== true).length),
    session.text('absentees', '欠席者', 'Absent', 18, (s, look) => several(s.absentees.map(({ personId, followUpId }) => `${look('person', personId)?.name ?? personId}${followUpId === null ? '（未実施）' : ''}`))),
  ],
})

/** F-04 自己点検: the supervisor's monthly checks (Art. 5④). */
export const selfChecks = ledger({
  name: 'self-checks',
  title: words('自己点検', 'Self-checks'),
  lead: words('作業責任者による月次の点検と是正の記録です。', 'The supervisor’s monthly checks, and what was put right.'),
  form: 'F-04', article: '5④', office: 'contractor', kind: 'self-check',
  contractOf: (c) => c.contractId,
  leadsTo: () => '/self-checks',
  columns: [
    check.text('no', '番号', 'No.', 16, (c) => c.no),
    check.day('checkedOn', '点検日', 'Day', 12, (c) => c.checkedOn, { filterable: true }),
    check.text('checkedBy', '点検者', 'By', 12, (c, look) => look('person', c.checkedBy)?.name ?? c.checkedBy),
    check.number('items', '項目数', 'Items', 8, (c) => c.items.length),
    check.number('wanting', '不適', 'Findings', 8, (c) => c.items.filter(({ result }) => result === '不適').length),
    check.number('open', '未是正', 'Open', 8, (c) => c.items.filter(({ result, corrected }) => result === '不適' && corrected === null).length),
    check.text('closedBy', '確認者', 'Closed by', 12, (c, look) => c.closed && (look('person', c.closed.by)?.name ?? c.closed.by)),
    check.state('state', '状態', 'State', 8, sameInBoth({ 実施: 'done', 是正中: 'being put right', 完了: 'closed' }), (c) => c.state),
  ],
})
