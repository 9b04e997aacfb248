import type { TemplateDraft } from '../form.ts'

/** F-32 報告手順書 (Art. 16①). */
export const f32: TemplateDraft = {
  form: 'F-32', version: 'F-32/1', title: '報告手順書', article: '16①', statement: '特記仕様書{article}の規定により、定期報告及び緊急時報告の手順を下記のとおり定めます。',
  sections: [
    { kind: 'fields', heading: '定期報告', fields: [{ label: '周期', key: 'interval', need: true }, { label: '期日', key: 'dueDay', need: true }, { label: '宛先', key: 'recipients', wide: true, need: true }, { label: '様式', key: 'form', wide: true }] },
    { kind: 'table', heading: '緊急時報告', rows: 'contacts', least: 1, columns: [
      { label: '順位', key: 'order', share: 8, align: 'center', as: 'number' }, { label: '連絡先', key: 'name', share: 30, need: true }, { label: '手段', key: 'means', share: 34, need: true }, { label: '目標時間', key: 'within', share: 28 },
    ] },
  ],
}
