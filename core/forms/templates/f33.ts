import type { TemplateDraft } from '../form.ts'

/** F-33 定期報告書（取扱状況報告書） (Art. 16). The city that keeps the paper holds a witness of the ledger. */
export const f33: TemplateDraft = {
  form: 'F-33', version: 'F-33/1', title: '取扱状況報告書', article: '16②', statement: '特記仕様書{article}の規定により、情報の取扱状況を下記のとおり報告します。',
  sections: [
    { kind: 'fields', heading: '報告の対象', fields: [{ label: '対象期間', key: 'period', wide: true, need: true }] },
    { kind: 'fields', heading: '情報の受領と保有', fields: [{ label: '受領した件数', key: 'received', as: 'number', need: true }, { label: '現在の残数', key: 'held', as: 'number', need: true }, { label: '複製の残数', key: 'copies', need: true }, { label: '消去・廃棄', key: 'wipes', need: true }] },
    { kind: 'fields', heading: '持出・送付・電子メール', fields: [{ label: '持出', key: 'carryOuts', wide: true, need: true }, { label: '送付', key: 'parcels', wide: true, need: true }, { label: '電子メール', key: 'mails', wide: true, need: true }] },
    { kind: 'fields', heading: '管理の状況', fields: [
      { label: '媒体の棚卸', key: 'stockTake', wide: true, need: true }, { label: '点検', key: 'checks', wide: true, need: true }, { label: '教育', key: 'training', need: true }, { label: '再委託', key: 'subcontracts', need: true }, { label: '事故の有無', key: 'incidents', wide: true, need: true },
    ] },
    { kind: 'table', heading: '期間中の事故', rows: 'incidents', columns: [{ label: '事故番号', key: 'no', share: 22 }, { label: '発見日', key: 'foundOn', share: 20, as: 'day' }, { label: '対象', key: 'subject', share: 22 }, { label: '内容', key: 'content', share: 36 }] },
    { kind: 'fields', heading: '特記事項', fields: [{ label: '特記事項', key: null, wide: true }] },
  ],
  notes: ['件数は、発行の時点の台帳から数えたものです。', '台帳の証人　件数　{ledgerSize}　先頭のハッシュ値　{ledgerRoot}', '上の証人を控えておくと、以後に示される台帳が書き換えられていないことを確かめられます。'],
}
