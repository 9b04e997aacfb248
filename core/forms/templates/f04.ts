import type { TemplateDraft } from '../form.ts'

/** F-04 自己点検表 (Art. 5④). */
export const f04: TemplateDraft = {
  form: 'F-04', version: 'F-04/1', title: '自己点検表', article: '5④', statement: '特記仕様書{article}の規定により実施した作業従事者の監督について、点検の結果を下記のとおり報告します。',
  sections: [
    { kind: 'fields', heading: '点検', fields: [{ label: '点検日', key: 'checkedOn', as: 'day', need: true }, { label: '点検者', key: 'checkedBy', need: true }, { label: '対象期間', key: 'period' }, { label: '確認者', key: 'confirmedBy' }] },
    { kind: 'table', heading: '項目別の結果', rows: 'items', least: 1, columns: [
      { label: '番号', key: 'no', share: 7, align: 'center', as: 'number' }, { label: '点検項目', key: 'item', share: 33, need: true }, { label: '結果', key: 'result', share: 10, align: 'center', need: true },
      { label: '指摘', key: 'finding', share: 20 }, { label: '是正', key: 'correction', share: 18 }, { label: '是正日', key: 'correctedOn', share: 12, as: 'day' },
    ] },
  ],
  signatures: [{ label: '作業責任者', key: 'confirmedBy' }],
}
