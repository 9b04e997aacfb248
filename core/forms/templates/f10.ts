import type { TemplateDraft } from '../form.ts'

/** F-10 再委託先管理・監督状況報告書 (Art. 9⑤). */
export const f10: TemplateDraft = {
  form: 'F-10', version: 'F-10/1', title: '再委託先管理・監督状況報告書', article: '9⑤', statement: '特記仕様書{article}の規定により、再委託先に対する管理及び監督の状況を下記のとおり報告します。',
  sections: [
    { kind: 'fields', heading: '確認', fields: [
      { label: '再委託先', key: 'name', wide: true, need: true }, { label: '承認番号', key: 'approvalNo' }, { label: '確認者', key: 'checkedBy', need: true }, { label: '確認日', key: 'checkedOn', as: 'day', need: true }, { label: '次回予定', key: 'nextOn', as: 'day' },
      { label: '確認方法', key: 'method', wide: true, need: true },
    ] },
    { kind: 'table', heading: '項目別の結果', rows: 'items', least: 1, columns: [
      { label: '番号', key: 'no', share: 7, align: 'center', as: 'number' }, { label: '確認項目', key: 'item', share: 33, need: true }, { label: '結果', key: 'result', share: 10, align: 'center', need: true }, { label: '指摘', key: 'finding', share: 20 },
      { label: '是正', key: 'correction', share: 18 }, { label: '是正日', key: 'correctedOn', share: 12, as: 'day' },
    ] },
  ],
}
