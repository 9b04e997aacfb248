import type { TemplateDraft } from '../form.ts'

/** F-29 立会記録 (Art. 15③). */
export const f29: TemplateDraft = {
  form: 'F-29', version: 'F-29/1', title: '立会記録', article: '15③', statement: '特記仕様書{article}の規定による立会いについて、下記のとおり記録します。',
  sections: [
    { kind: 'fields', heading: '立会い', fields: [
      { label: '立会者の所属', key: 'organisation', need: true }, { label: '立会者の氏名', key: 'name', need: true }, { label: '開始', key: 'from', as: 'time' }, { label: '終了', key: 'to', as: 'time' }, { label: '場所', key: 'place', wide: true }, { label: '確認の内容', key: 'confirmation', wide: true },
    ] },
    { kind: 'table', heading: '対象', rows: 'targets', least: 1, columns: [{ label: '番号', key: 'no', share: 8, align: 'center', as: 'number' }, { label: '対象', key: 'name', share: 40 }, { label: '方法', key: 'method', share: 32 }, { label: '結果', key: 'result', share: 20, align: 'center' }] },
  ],
  signatures: [{ label: '立会者（甲）', key: null }, { label: '実施者（乙）', key: 'operator' }],
}
