import type { TemplateDraft } from '../form.ts'

/** F-16 棚卸記録 (Art. 11(5)). */
export const f16: TemplateDraft = {
  form: 'F-16', version: 'F-16/1', title: '棚卸記録', article: '11(5)', statement: '特記仕様書{article}の規定により管理する電磁的記録媒体の棚卸しについて、結果を下記のとおり報告します。',
  sections: [
    { kind: 'fields', heading: '実施', fields: [{ label: '実施日時', key: 'takenAt', as: 'time', need: true }, { label: '実施者', key: 'takenBy', need: true }, { label: '立会者', key: 'witness' }, { label: '差異の件数', key: 'differences', as: 'number' }, { label: '備考', key: 'remarks', wide: true }] },
    { kind: 'table', heading: '媒体ごとの結果', rows: 'media', least: 1, columns: [
      { label: '媒体番号', key: 'no', share: 16, need: true }, { label: '製造番号', key: 'serial', share: 16 }, { label: '現物', key: 'present', share: 8, align: 'center', need: true }, { label: '登録上の保管場所', key: 'recordedPlace', share: 20 },
      { label: '保管場所\nの一致', key: 'placeMatches', share: 10, align: 'center' }, { label: '差異', key: 'difference', share: 16 }, { label: '是正', key: 'correction', share: 14 },
    ] },
  ],
  signatures: [{ label: '実施者', key: 'takenBy' }],
}
