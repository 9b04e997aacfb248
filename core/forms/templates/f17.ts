import type { TemplateDraft } from '../form.ts'

/** F-17 FAX例外送信記録 (Art. 11(6)). */
export const f17: TemplateDraft = {
  form: 'F-17', version: 'F-17/1', title: 'ＦＡＸ例外送信記録', article: '11(6)', statement: '特記仕様書{article}の規定の例外として甲の指示により行ったＦＡＸによる送信を、下記のとおり報告します。',
  sections: [
    { kind: 'fields', heading: '指示', fields: [{ label: '記録番号', key: 'no' }, { label: '甲の指示番号', key: 'cityRef', need: true }, { label: '理由', key: 'reason', wide: true, need: true }, { label: '送信した内容', key: 'content', wide: true }] },
    { kind: 'fields', heading: '送信', fields: [
      { label: '送信先', key: 'recipient' }, { label: '送信先番号', key: 'faxNo', need: true }, { label: '番号の確認者（１）', key: 'firstChecker', need: true }, { label: '番号の確認者（２）', key: 'secondChecker', need: true }, { label: '枚数', key: 'pages', as: 'number', need: true }, { label: '送信者', key: 'sentBy' },
      { label: '試し送信の確認', key: 'testPage' }, { label: '事前連絡', key: 'announced' }, { label: '送信日時', key: 'sentAt', as: 'time' }, { label: '着信確認の日時', key: 'confirmedAt', as: 'time' }, { label: '着信確認の相手方', key: 'confirmedWith', wide: true },
    ] },
  ],
}
