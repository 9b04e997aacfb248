import { ledger } from '../definition.ts'
import { columnsOf, several, words } from './columns.ts'

const { text, day, number, instant, state } = columnsOf<'check'>()
const yesNo = { yes: words('有', 'yes'), no: words('無', 'no') }
const sources = { read: words('読取', 'read'), attested: words('申告', 'attested'), unknown: words('未確認', 'unknown') }

/** F-22 情報システム点検表: every check of a device, and who knows each value (Art. 11(10)イ–キ). */
export const deviceChecks = ledger({
  name: 'device-checks',
  title: words('情報システム点検表', 'Checks of devices'),
  lead: words('業務で使う機器の点検の記録です。読み取った値と申告した値を分けて残します。', 'Checks of the devices of the work; what was read and what was attested are kept apart.'),
  form: 'F-22', article: '11(10)キ', office: 'contractor', kind: 'check',
  contractOf: () => null,
  leadsTo: () => '/devices',
  columns: [
    text('no', '点検番号', 'No.', 9, (c) => c.no),
    text('device', '機器名', 'Device', 16, (c, look) => look('device', c.deviceId)?.name ?? c.deviceId, { filterable: true }),
    text('assetNo', '資産番号', 'Asset no.', 14, (c, look) => look('device', c.deviceId)?.assetNo, { extra: true }),
    instant('at', '点検日時', 'Checked', 16, (c) => c.at, { filterable: true }),
    text('os', 'OS・ビルド', 'System', 22, (c) => (c.os.value ? `${c.os.value.name} ${c.os.value.build}` : null)),
    day('updatedOn', '最終更新日', 'Last update', 12, (c) => c.lastUpdateOn.value),
    text('antivirus', 'ウイルス対策製品', 'Antivirus', 18, (c) => c.antivirus.value?.product, { filterable: true }),
    text('engine', 'エンジン', 'Engine', 12, (c) => c.antivirus.value?.engine, { extra: true }),
    day('patternOn', 'パターン日付', 'Patterns', 12, (c) => c.antivirus.value?.patternOn),
    state('known', 'ウイルス対策の確認', 'Antivirus known by', 9, sources, (c) => c.antivirus.source, { extra: true }),
    state('internet', 'インターネット接続', 'Internet', 8, yesNo, (c) => (c.internetConnected ? 'yes' : 'no'), { extra: true }),
    number('applications', '確認したアプリ', 'Applications', 9, (c) => c.applications.count, { extra: true }),
    text('found', '不要アプリ', 'May leak', 16, (c) => several(c.applications.found.map(({ name }) => name))),
    state('notPrivate', '私物でないことの確認', 'Not private', 8, yesNo, (c) => (c.notPrivate ? 'yes' : 'no'), { extra: true }),
    state('result', '結果', 'Result', 8, { 適合: words('適合', 'passed'), 不適合: words('不適合', 'did not pass') }, (c) => c.result),
    text('by', '点検者', 'By', 12, (c, look) => look('person', c.by)?.name ?? c.by, { filterable: true }),
    text('corrective', '是正', 'Put right', 18, (c) => c.corrective, { extra: true }),
  ],
})
