import type { TemplateDraft } from '../form.ts'

/** F-06 証明書（身分証）発行台帳 (Art. 6②). */
export const f06: TemplateDraft = {
  form: 'F-06', version: 'F-06/1', title: '証明書発行台帳', article: '6②', statement: '特記仕様書{article}の規定により作業従事者に携帯させる証明書について、下記のとおり報告します。',
  sections: [
    { kind: 'table', heading: '証明書の発行', rows: 'cards', least: 1, columns: [
      { label: '証明書番号', key: 'cardNo', share: 13, need: true }, { label: '事業者名', key: 'company', share: 22, need: true }, { label: '氏名', key: 'name', share: 16, need: true }, { label: '顔写真', key: 'photo', share: 9, align: 'center' },
      { label: '発行日', key: 'issuedOn', share: 15, as: 'day', need: true }, { label: '返納日', key: 'returnedOn', share: 15, as: 'day' }, { label: '状態', key: 'state', share: 10, align: 'center' },
    ] },
    { kind: 'table', heading: '庁舎への入退', rows: 'visits', columns: [
      { label: '入庁日時', key: 'enteredAt', share: 22, as: 'time' }, { label: '退庁日時', key: 'leftAt', share: 22, as: 'time' }, { label: '氏名', key: 'name', share: 18 }, { label: '証明書番号', key: 'cardNo', share: 14 }, { label: '場所', key: 'place', share: 24 },
    ] },
  ],
}
