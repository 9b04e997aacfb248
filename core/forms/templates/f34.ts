import type { TemplateDraft } from '../form.ts'

/** F-34 監査対応記録 (Art. 17). */
export const f34: TemplateDraft = {
  form: 'F-34', version: 'F-34/1', title: '監査対応記録', article: '17', statement: '特記仕様書{article}の規定による監査・検査等（{no}）への対応について、下記のとおり記録します。',
  sections: [
    { kind: 'fields', heading: '監査・検査', fields: [
      { label: '番号', key: 'no', need: true }, { label: '種別', key: 'kind', need: true }, { label: '監査者（甲）', key: 'auditors', need: true }, { label: '甲の番号', key: 'cityRef' }, { label: '予告', key: 'announced', need: true }, { label: '通知日', key: 'announcedOn', as: 'day' },
      { label: '監査日時', key: 'from', as: 'time', need: true }, { label: '終了日時', key: 'to', as: 'time' }, { label: '場所', key: 'place' }, { label: '状態', key: 'state', need: true }, { label: '立会者（乙）', key: 'attendees', wide: true },
      { label: '要求事項の概要', key: 'subject', wide: true, need: true }, { label: '証拠保全', key: 'freeze', wide: true },
    ] },
    { kind: 'table', heading: '要求事項', rows: 'requests', columns: [
      { label: '番号', key: 'no', share: 7, align: 'center', as: 'number' }, { label: '区分', key: 'kind', share: 8 }, { label: '内容', key: 'what', share: 39 }, { label: '求めた者', key: 'askedBy', share: 14 }, { label: '日時', key: 'askedAt', share: 16, as: 'time' }, { label: '期限', key: 'dueOn', share: 16, as: 'day' },
    ] },
    { kind: 'table', heading: '提示資料・回答', rows: 'answers', columns: [
      { label: '要求', key: 'request', share: 8, align: 'center', as: 'number' }, { label: '日時', key: 'at', share: 16, as: 'time' }, { label: '提示資料（文書番号）', key: 'documents', share: 40 }, { label: '説明・対応', key: 'what', share: 36 },
    ] },
    { kind: 'table', heading: '指摘と是正', rows: 'findings', columns: [
      { label: '番号', key: 'no', share: 7, align: 'center', as: 'number' }, { label: '指摘', key: 'what', share: 20 }, { label: '是正期限', key: 'dueOn', share: 16, as: 'day' }, { label: '担当者', key: 'responsible', share: 10 },
      { label: '是正の内容', key: 'correction', share: 18 }, { label: '是正日', key: 'correctedOn', share: 15, as: 'day' }, { label: '是正結果', key: 'result', share: 14 },
    ] },
    { kind: 'fields', heading: '完了', fields: [{ label: '甲の了承の日', key: 'closedOn', as: 'day' }, { label: '甲の番号', key: 'closedRef' }, { label: '了承した者', key: 'closedBy' }, { label: '備考', key: 'remarks', wide: true }] },
  ],
  notes: ['提示した文書の番号と版は、台帳の記録によります。', '台帳の証人　件数　{ledgerSize}　先頭のハッシュ値　{ledgerRoot}'],
  signatures: [{ label: '甲', key: null, note: '署名又は押印' }, { label: '乙', key: null, note: '署名又は押印' }],
}
