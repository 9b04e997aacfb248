import { both } from './both.ts'

export const corrections = both({
  title: '記録の訂正', lead: '説明の言葉だけを、理由を添えて書き直せます。前の言葉は履歴に残ります。番号・日時・数量・ハッシュは証拠のため書き直せません。誤りは、その操作をもう一度記録してください。',
  none: '訂正はありません。', begin: '記録を訂正する', field: '訂正する項目', now: '今の記録', after: '正しい言葉', reason: '訂正の理由', blank: '（空欄）',
  act: '訂正を記録する', cancel: 'やめる', fillIn: '「{{field}}」を入力してください。', unchanged: '今の記録と同じです。正しい言葉に書き直してください。', was: '訂正前', is: '訂正後',
  revise: '発行済みの書類は、この訂正では変わりません。「書類」で訂正版を発行してください。',
  fields: {
    title: '契約件名', city: { addressee: '宛名', section: '所管課', officer: '担当者', officerTitle: '担当者の職名' },
    purpose: '使用目的', deliveredBy: '引渡者', storagePlace: '保管場所', returnConditions: '返却条件', remarks: '備考', infoKind: '情報の種類',
    maker: 'メーカー', model: '型番', lockType: '施錠の種類', keyHolder: '鍵の管理者', content: '内容', place: '実施場所', outsourcer: '委託先',
  },
}, {
  title: 'Corrections', lead: 'Descriptive words alone may be said anew, with a reason. The old words stay in the history. Numbers, times, amounts and hashes are evidence; where one of them is wrong, record the act again.',
  none: 'Nothing was corrected.', begin: 'Correct the record', field: 'What to correct', now: 'As it stands', after: 'The right words', reason: 'Why it is corrected', blank: '(blank)',
  act: 'Record the correction', cancel: 'Cancel', fillIn: 'Enter “{{field}}”.', unchanged: 'This is what stands there already. Write the right words.', was: 'Before', is: 'After',
  revise: 'Documents that were issued do not change with it. Issue their corrected revision under Documents.',
  fields: {
    title: 'Title of the contract', city: { addressee: 'Addressee', section: 'Section', officer: 'Officer', officerTitle: 'Title of the officer' },
    purpose: 'Purpose', deliveredBy: 'Handed over by', storagePlace: 'Storage place', returnConditions: 'Conditions of return', remarks: 'Remarks', infoKind: 'Kind of information',
    maker: 'Maker', model: 'Model', lockType: 'Lock', keyHolder: 'Holder of the key', content: 'Contents', place: 'Place', outsourcer: 'Contractor engaged',
  },
})
