import type { TemplateDraft } from '../form.ts'

/** F-24 第三者提供承諾記録 (Art. 13). */
export const f24: TemplateDraft = {
  form: 'F-24', version: 'F-24/1', title: '第三者提供承諾記録', article: '13', statement: '特記仕様書{article}の規定により甲の承諾を得て行った第三者への提供を、下記のとおり報告します。',
  sections: [
    { kind: 'fields', heading: '提供', fields: [
      { label: '提供先', key: 'recipient', wide: true, need: true }, { label: '目的', key: 'purpose', wide: true, need: true }, { label: '提供した情報', key: 'information', wide: true, need: true }, { label: '件数', key: 'count', as: 'number' }, { label: '方法', key: 'method' },
      { label: '甲の承諾番号', key: 'consentNo', need: true }, { label: '承諾日', key: 'consentedOn', as: 'day', need: true }, { label: '提供日時', key: 'providedAt', as: 'time' }, { label: '提供した者', key: 'providedBy' },
    ] },
  ],
}
