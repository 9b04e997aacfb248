import type { TemplateDraft } from '../form.ts'

/** F-38 協議記録簿 (Art. 22). */
export const f38: TemplateDraft = {
  form: 'F-38', version: 'F-38/1', title: '協議記録', article: '22', statement: '特記仕様書{article}の規定による協議について、下記のとおり記録します。',
  sections: [
    { kind: 'fields', heading: '協議', fields: [{ label: '日時', key: 'at', as: 'time', need: true }, { label: '場所', key: 'place' }, { label: '議題', key: 'topic', wide: true, need: true }, { label: '出席者（甲）', key: 'cityAttendees', wide: true }, { label: '出席者（乙）', key: 'contractorAttendees', wide: true }, { label: '結論', key: 'conclusion', wide: true, need: true }] },
  ],
  signatures: [{ label: '甲', key: null, note: '署名又は押印' }, { label: '乙', key: null, note: '署名又は押印' }],
}
