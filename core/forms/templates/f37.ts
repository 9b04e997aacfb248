import type { TemplateDraft } from '../form.ts'

/** F-37 特記仕様書変更合意記録 (Art. 21). */
export const f37: TemplateDraft = {
  form: 'F-37', version: 'F-37/1', title: '特記仕様書変更合意記録', article: '21', statement: '特記仕様書{article}の規定により、特記仕様書の変更について甲乙の合意を下記のとおり記録します。',
  sections: [
    { kind: 'fields', heading: '変更', fields: [
      { label: '変更番号', key: 'no', need: true }, { label: '適用日', key: 'appliedOn', as: 'day', need: true }, { label: '変更条項', key: 'clause', wide: true, need: true }, { label: '変更前', key: 'before', wide: true }, { label: '変更後', key: 'after', wide: true, need: true }, { label: '理由', key: 'reason', wide: true },
      { label: '甲の承認', key: 'cityApproval', need: true }, { label: '乙の承認', key: 'contractorApproval', need: true },
    ] },
  ],
  signatures: [{ label: '甲', key: null, note: '署名又は押印' }, { label: '乙', key: null, note: '署名又は押印' }],
}
