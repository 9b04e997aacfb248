import type { TemplateDraft } from '../form.ts'

/** F-02 認証取得状況届 (Art. 4). */
export const f02: TemplateDraft = {
  form: 'F-02', version: 'F-02/1', title: '認証取得状況届', article: '4', statement: '特記仕様書{article}の規定により、情報の管理に関する認証の取得状況を下記のとおり届け出ます。',
  sections: [
    { kind: 'each', heading: '{type}', rows: 'certifications', least: 1, fields: [
      { label: '認証種別', key: 'type', need: true }, { label: '登録番号', key: 'number', need: true }, { label: '認証機関', key: 'issuer', need: true, wide: true }, { label: '登録範囲', key: 'scope', wide: true },
      { label: '有効期間（始）', key: 'validFrom', as: 'day', need: true }, { label: '有効期限', key: 'validTo', as: 'day', need: true }, { label: '写し', key: 'copyName', wide: true }, { label: '写しのSHA-256', key: 'copySha256', wide: true },
    ] },
  ],
  notes: ['認証を証する書面の写しを添付します。'],
}
