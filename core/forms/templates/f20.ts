import type { TemplateDraft } from '../form.ts'

/** F-20 来歴書 (Art. 11(9)): every hop with who gave and who took. */
export const f20: TemplateDraft = {
  form: 'F-20', version: 'F-20/1', title: '来歴書', article: '11(9)', statement: '特記仕様書{article}の規定により、情報の流通経路を下記のとおり報告します。',
  sections: [
    { kind: 'fields', heading: '対象', fields: [{ label: '預り番号', key: 'receiptNo' }, { label: '対象', key: 'subject', need: true }, { label: '情報の内容', key: 'information', wide: true }, { label: '現在の所在', key: 'whereNow', wide: true }] },
    { kind: 'table', heading: '区間', rows: 'hops', least: 1, columns: [
      { label: '区間', key: 'no', share: 6, align: 'center', as: 'number' }, { label: '日時', key: 'at', share: 16, as: 'time', need: true }, { label: '引渡者', key: 'from', share: 15, need: true }, { label: '引受者', key: 'to', share: 15, need: true }, { label: '手段', key: 'means', share: 13, need: true },
      { label: '数量', key: 'quantity', share: 9, align: 'center' }, { label: '状態', key: 'state', share: 14 }, { label: '証跡番号', key: 'evidence', share: 14 },
    ] },
  ],
}
