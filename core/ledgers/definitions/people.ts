import { type Standing, standing } from '../../people/person.ts'
import { ledger } from '../definition.ts'
import { columnsOf, sameInBoth, several, words } from './columns.ts'

const { text, day, instant, state } = columnsOf<'person'>()
const roles: Readonly<Record<string, string>> = { administrator: '管理者', supervisor: '作業責任者', worker: '作業従事者', mediaAdmin: '媒体管理者', auditor: '監査者', cityOfficer: '市の担当者', cityManager: '市の管理者' }
const standings: Record<Standing, string> = { 登録: 'registered', 教育済: 'educated', 誓約済: 'pledged', 従事可: 'may work', 従事停止: 'stopped', 解除: 'released' }

/** F-03 従事者名簿: who handles information, with education and pledge (Art. 5②, 7, 8②). */
export const people = ledger({
  name: 'people',
  title: words('従事者名簿', 'Roster'),
  lead: words('業務に従事する人と、教育・誓約の日です。', 'Who works here, with education and pledge.'),
  form: 'F-03', article: '5②', office: 'both', kind: 'person',
  contractOf: () => null,
  leadsTo: () => '/people',
  spokenOf: {
    'signed-in': ({ personId }) => personId, 'signed-out': ({ personId }) => personId, 'password-changed': ({ personId }) => personId, 'account-resumed': ({ personId }) => personId, 'second-factor-set': ({ personId }) => personId, 'second-factor-removed': ({ personId }) => personId, 'recovery-code-used': ({ personId }) => personId,
  },
  columns: [
    text('name', '氏名', 'Name', 14, (p) => p.name),
    text('kana', 'フリガナ', 'Kana', 16, (p) => p.kana),
    text('company', '所属会社', 'Company', 18, (p) => p.company, { filterable: true }),
    state('employment', '雇用区分', 'Employment', 8, sameInBoth({ 正社員: 'permanent', 契約: 'fixed-term', 派遣: 'dispatched', パート: 'part-time', その他: 'other' }), (p) => p.employment),
    text('title', '役職', 'Title', 14, (p) => p.title),
    text('roles', '役割', 'Roles', 18, (p) => several(p.roles.map((role) => roles[role] ?? role)), { filterable: true }),
    text('tasks', '担当業務', 'Tasks', 16, (p) => p.tasks, { extra: true }),
    day('from', '従事開始', 'From', 12, (p) => p.from, { extra: true, filterable: true }),
    day('to', '従事終了', 'To', 12, (p) => p.to, { extra: true, filterable: true }),
    day('trainedOn', '教育日', 'Educated', 12, (p) => p.trainings.at(-1)?.on, { filterable: true }),
    day('pledgedOn', '誓約日', 'Pledged', 12, (p) => p.pledge?.on, { filterable: true }),
    text('loginId', '利用者ID', 'Login', 12, (p) => p.loginId),
    text('email', 'メール', 'E-mail', 22, (p) => p.email, { extra: true }),
    text('tel', '電話', 'Telephone', 14, (p) => p.tel, { extra: true }),
    instant('registeredAt', '登録日時', 'Registered', 16, (p) => p.registeredAt, { extra: true, filterable: true }),
    state('standing', '状態', 'Standing', 10, sameInBoth(standings), (p) => standing(p)),
  ],
})
