import type { TemplateDraft } from '../form.ts'

/** F-00 契約・特記仕様書台帳 (Art. 1, 2, 21). */
export const f00: TemplateDraft = {
  form: 'F-00', version: 'F-00/1', title: '契約・特記仕様書台帳', article: '1', statement: '{contractTitle}に適用する特記仕様書について、下記のとおり届け出ます。',
  sections: [
    { kind: 'fields', heading: '契約', fields: [
      { label: '履行期間（始期）', key: 'periodFrom', as: 'day', need: true }, { label: '履行期間（終期）', key: 'periodTo', as: 'day', need: true },
      { label: '所管課', key: 'section', need: true }, { label: '情報の重要度', key: 'importanceClass' }, { label: '業務区分', key: 'workKind', wide: true, need: true },
    ] },
    { kind: 'table', heading: '特記仕様書', rows: 'specifications', least: 1, columns: [
      { label: '仕様書名', key: 'title', share: 24, need: true }, { label: '版', key: 'version', share: 9, align: 'center', need: true }, { label: '適用日', key: 'appliedOn', share: 17, as: 'day', need: true },
      { label: 'ファイルのSHA-256', key: 'sha256', share: 36 }, { label: '合意の記録', key: 'agreement', share: 14 },
    ] },
  ],
}
