import type { TemplateDraft } from '../form.ts'

/** F-26 返却書・受領書 (Art. 15①). */
export const f26: TemplateDraft = {
  form: 'F-26', version: 'F-26/2', title: '返却書', article: '15①', statement: '特記仕様書{article}の規定により、お預かりした情報を下記のとおり返却します。',
  sections: [
    { kind: 'fields', heading: '返却', fields: [
      { label: '預り番号', key: 'receiptNo', need: true }, { label: '返却日時', key: 'returnedAt', as: 'time', need: true }, { label: '返却方法', key: 'method', need: true }, { label: '返却場所', key: 'place' }, { label: '返却者', key: 'returnedBy', need: true }, { label: '受領者（甲）', key: 'receivedBy' },
      { label: '精算結果', key: 'settlement', wide: true }, { label: '備考', key: 'remarks', wide: true },
    ] },
    { kind: 'table', heading: '返却品', rows: 'items', least: 1, columns: [
      { label: '番号', key: 'no', share: 6, align: 'center', as: 'number' }, { label: '預り番号', key: 'receiptNo', share: 17 }, { label: '項番', key: 'itemNo', share: 6, align: 'center', as: 'number' }, { label: '返却品', key: 'name', share: 25, need: true }, { label: '媒体番号・製造番号', key: 'medium', share: 17 },
      { label: '数量', key: 'quantity', share: 8, align: 'right' }, { label: '重要度', key: 'importanceClass', share: 9, align: 'center' }, { label: '状態', key: 'state', share: 11 }, { label: '残存', key: 'left', share: 6, align: 'center' },
    ] },
  ],
  notes: ['受領の際は、下欄に署名をお願いします。'],
  signatures: [{ label: '返却者（乙）', key: 'returnedBy' }, { label: '受領者（甲）', key: null, note: '署名又は押印' }],
}
