import type { TemplateDraft } from '../form.ts'

/** F-08 秘密保持誓約書 (Art. 8②, 10): the very words that the person signed. */
export const f08: TemplateDraft = {
  form: 'F-08', version: 'F-08/1', title: '秘密保持誓約書', article: '8②', statement: '私は、{contractTitle}（以下「本業務」という。）に従事するに当たり、下記の事項を誓約します。',
  sections: [
    { kind: 'text', heading: '誓約事項', rows: 'clauses' },
    { kind: 'fields', heading: '誓約者', fields: [
      { label: '誓約の年月日', key: 'pledgedOn', as: 'day', need: true }, { label: '誓約文の版', key: 'textVersion', need: true }, { label: '所属', key: 'company', need: true }, { label: '雇用区分', key: 'employment' },
      { label: '氏名', key: 'name', need: true }, { label: 'フリガナ', key: 'kana' }, { label: '署名の方法', key: 'signedBy' }, { label: '従事の区分', key: 'duty' }, { label: '署名の記録のSHA-256', key: 'signatureSha256', wide: true },
    ] },
  ],
  signatures: [{ label: '氏名', key: 'name', note: '自署' }],
}
