import type { TemplateDraft } from '../form.ts'

/** F-03 作業従事者名簿 (Art. 5②, 10). */
export const f03: TemplateDraft = {
  form: 'F-03', version: 'F-03/1', title: '作業従事者名簿', article: '5②', statement: '特記仕様書{article}の規定により、作業従事者を下記のとおり届け出ます。',
  sections: [
    { kind: 'table', heading: '', rows: 'workers', least: 1, columns: [
      { label: '番号', key: 'no', share: 6, align: 'center', as: 'number' }, { label: '氏名', key: 'name', share: 13, need: true }, { label: 'フリガナ', key: 'kana', share: 12 }, { label: '所属会社', key: 'company', share: 15, need: true },
      { label: '雇用区分', key: 'employment', share: 7, align: 'center', need: true }, { label: '担当業務', key: 'tasks', share: 13 }, { label: '従事開始', key: 'from', share: 11, as: 'day' }, { label: '従事終了', key: 'to', share: 11, as: 'day' },
      { label: '教育日', key: 'trainedOn', share: 11, as: 'day' }, { label: '誓約日', key: 'pledgedOn', share: 11, as: 'day' }, { label: '証明書番号', key: 'cardNo', share: 9 },
    ] },
  ],
}
